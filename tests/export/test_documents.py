"""Slides, Word, Markdown: native, sourced, and opened by programmes that are not ours."""

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import docx
import marko
import pptx
import pytest
from pptx.util import Emu
from pypdf import PdfReader

from tests.export.samples import ARTICLE, DATED, FULL, NASTY, caption, event
from timeline_app.export.clean import clean
from timeline_app.export.formats import export
from timeline_app.export.frame import framed, picture_of
from timeline_app.export.order import Order
from timeline_app.export.shapes import Words
from timeline_app.model import Event

EVENTS = (FULL, *DATED)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def slides(events: tuple[Event, ...] = EVENTS, **choices: object) -> "pptx.presentation.Presentation":
    data = export("pptx", events, caption=caption(events, marking="For internal use"), **choices)
    return pptx.Presentation(io.BytesIO(data))


def test_the_slide_is_wide_and_titled() -> None:
    deck = slides()
    assert deck.slide_width is not None
    assert deck.slide_height is not None
    assert deck.slide_width / deck.slide_height == pytest.approx(16 / 9, rel=1e-3)
    assert len(deck.slides) == 1
    assert deck.slides[0].shapes.title.text == "River timeline"


def test_its_shapes_stand_where_the_layout_has_them_and_its_text_can_be_edited() -> None:
    deck = slides()
    frame = framed(Order(events=EVENTS, caption=caption(EVENTS, marking="For internal use")))
    scale = 1280 / frame.width * 9525
    placed = [(s.name, s.left + s.width / 2, s.top + s.height / 2) for s in deck.slides[0].shapes]
    for mark in frame.layout.marks:
        box = mark.box
        x = (frame.left + (box.left + box.right) / 2) * scale
        y = (frame.top + mark.y) * scale
        near = [abs(px - x) + abs(py - y) for name, px, py in placed if name == mark.event]
        assert near, mark.event
        if str(mark.form) == "exact":
            assert min(near) < 4 * 9525, mark.event
    texts = {shape.text_frame.text for shape in deck.slides[0].shapes if shape.has_text_frame}
    for label in frame.layout.labels:
        assert "\n".join(label.lines) in texts
    assert not [shape for shape in deck.slides[0].shapes if shape.shape_type == 13]  # no picture of a chart


def test_everything_lies_on_the_slide() -> None:
    deck = slides(NASTY, details=True)
    wide, high = deck.slide_width or Emu(0), deck.slide_height or Emu(0)
    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.left >= -9525
            assert shape.left + shape.width <= wide + 2 * 9525, shape.name
            assert shape.top + shape.height <= high + 9525, shape.name


def test_every_shape_has_a_number_of_its_own() -> None:
    for slide in slides(details=True).slides:
        numbers = [shape.shape_id for shape in slide.shapes]
        assert len(set(numbers)) == len(numbers)


def test_the_notes_hold_the_sources() -> None:
    notes = slides().slides[0].notes_slide.notes_text_frame.text
    assert "[1] River Post, “Bridge lost; traders stranded | update” https://river.example/bridge?a=1&b=2" in notes
    assert "As of 1 May 2024" in notes


def test_slides_with_details_tell_every_event() -> None:
    deck = slides(details=True)
    told = "\n".join(s.text_frame.text for slide in list(deck.slides)[1:] for s in slide.shapes if s.has_text_frame)
    for one in EVENTS:
        assert one.label in told.replace("\n", " ")
    assert told.count("For internal use") == 2 * (len(deck.slides) - 1)
    assert "[1] River Post, “Bridge lost; traders stranded | update”" in told  # seen without the notes
    assert deck.slides[1].shapes.title.text.startswith("2000 to 2021: events 1 to ")
    assert deck.slides[-1].shapes.title.text.endswith(f"{len(EVENTS)} of {len(EVENTS)}")


def document(events: tuple[Event, ...] = EVENTS) -> bytes:
    return export("docx", events, caption=caption(events, marking="For internal use"), articles={ARTICLE.id: ARTICLE})


def test_word_has_a_heading_a_year_and_a_footnote_an_event() -> None:
    data = document()
    opened = docx.Document(io.BytesIO(data))
    years = [p.text for p in opened.paragraphs if p.style is not None and p.style.name == "Heading 1"]
    assert years == sorted(set(years))
    assert years[0] == "2000"
    assert opened.sections[0].header.paragraphs[0].text == "For internal use"
    notes = zipfile.ZipFile(io.BytesIO(data)).read("word/footnotes.xml").decode()
    assert "River Post, “Bridge lost; traders stranded | update”" in notes
    references = opened.element.body.iter(f"{W}footnoteReference")
    assert len(list(references)) == 2  # the event, and its quote


def test_word_holds_hostile_text_as_text() -> None:
    opened = docx.Document(io.BytesIO(document(NASTY)))
    text = "\n".join(p.text for p in opened.paragraphs)
    for one in NASTY:
        assert clean(one.label) in text
    links = zipfile.ZipFile(io.BytesIO(document(NASTY))).read("word/_rels/footnotes.xml.rels").decode()
    assert "javascript:" not in re.sub(r"\(javascript:", "", links)


def test_markdown_has_no_link_html_or_heading_of_another_hand() -> None:
    shown = marko.convert(export("md", NASTY, caption=caption(NASTY)).decode().split("\n[^1]:")[0])
    assert set(re.findall(r"</?(\w+)", shown)) <= {"h1", "h2", "p", "strong", "em", "ul", "li", "br"}
    assert re.findall(r"<h\d>(.*?)</h\d>", shown) == ["River timeline", "2021"]


def test_markdown_keeps_what_happened_apart_from_when_and_who() -> None:
    shown = marko.convert(export("md", (FULL,), caption=caption((FULL,))).decode())
    paragraphs = re.findall(r"<p>(.*?)</p>", shown, re.DOTALL)
    assert FULL.summary in paragraphs
    assert any(text.startswith("<em>Attack · Dorno") and text.endswith("</em>") for text in paragraphs)


def test_markdown_footnotes_point_at_their_sources() -> None:
    text = export("md", EVENTS, caption=caption(EVENTS)).decode()
    used = set(re.findall(r"\[\^(\d+)\](?!:)", text))
    told = set(re.findall(r"^\[\^(\d+)\]:", text, re.MULTILINE))
    assert used == told == {"1", "2", "3"}
    assert "> On Saturday gunmen burned the bridge at Dorno, the regional governor said.[^3]" in text
    assert "According to Wire, date: 24 September 2021 (counts from the night)." in text


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Slides and documents as LibreOffice shows them, as PDF files."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if not office:
        pytest.skip("LibreOffice is not installed: apt install libreoffice-impress libreoffice-writer")
    folder = tmp_path_factory.mktemp("office")
    for told, events in (("plain", EVENTS), ("hostile", NASTY)):
        for name in ("pptx", "docx"):
            (folder / f"{told}-{name}.{name}").write_bytes(export(name, events, caption=caption(events)))
    files = [str(path) for path in sorted(folder.iterdir())]
    command = [office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", str(folder), *files], check=True, capture_output=True, timeout=180)
    return folder


@pytest.mark.parametrize("told", ["plain", "hostile"])
def test_libreoffice_shows_the_slide(converted: Path, told: str) -> None:
    (page,) = PdfReader(converted / f"{told}-pptx.pdf").pages
    assert "River timeline" in page.extract_text()
    assert float(page.mediabox.width) / float(page.mediabox.height) == pytest.approx(16 / 9, rel=0.01)


@pytest.mark.parametrize("told", ["plain", "hostile"])
def test_libreoffice_shows_the_document_with_its_footnotes(converted: Path, told: str) -> None:
    text = "".join(page.extract_text() for page in PdfReader(converted / f"{told}-docx.pdf").pages)
    assert "River timeline" in text
    assert "2021" in text
    if told == "plain":
        assert "Bridge lost; traders stranded" in text


def test_an_event_too_long_for_a_slide_goes_on_on_the_next() -> None:
    long = event("2021-09-24", id="long", summary=" ".join(f"word{n}" for n in range(1500)))
    deck = slides((long, FULL), details=True)
    told = " ".join(s.text_frame.text for slide in list(deck.slides)[1:] for s in slide.shapes if s.has_text_frame)
    assert [f"word{n}" for n in range(1500)] == re.findall(r"word\d+", told)
    assert deck.slides[1].shapes.title.text == deck.slides[2].shapes.title.text == "2021: event 1 of 2"


def test_the_picture_of_a_report_leaves_the_telling_to_the_text() -> None:
    bare = caption((FULL,), title="")
    alone, within = (
        picture_of(Order(events=(FULL,), caption=bare, size=size, alone=size != "report"))
        for size in ("square", "report")
    )
    told = [{shape.text for shape in picture.shapes if isinstance(shape, Words)} for picture in (alone, within)]
    assert FULL.summary in " ".join(told[0])
    assert FULL.summary not in " ".join(told[1])
