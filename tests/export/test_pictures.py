"""A picture is the screen's own layout in a frame: same positions, whole caption, text that can be selected."""

import io
import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from xml.etree import ElementTree

import pytest
from PIL import Image
from pypdf import PdfReader

from tests.export.samples import DATED, FULL, NASTY, caption, event
from timeline_app.draw.geometry import Form
from timeline_app.draw.layout import lay_out
from timeline_app.draw.metrics import width
from timeline_app.draw.options import Options
from timeline_app.draw.theme import THEMES, contrast
from timeline_app.errors import ExportError
from timeline_app.export.formats import export
from timeline_app.export.frame import SIZES, framed, picture_of
from timeline_app.export.order import Order
from timeline_app.export.shapes import OUTLINES, Box, Disc, Polygon, Words, symbol
from timeline_app.model import Event, Kind
from timeline_app.store.package import load

PACKAGE = load()
EVENTS = PACKAGE.events
FEW = tuple(e for e in EVENTS if "ML" in e.countries and e.date.earliest and e.date.earliest.year == 2021)
SVG = "{http://www.w3.org/2000/svg}"


def order(events: tuple[Event, ...] = FEW, **choices: object) -> Order:
    told = caption(events, subtitle="Mali · 2021", marking=str(choices.pop("marking", "")))
    return Order(events=events, caption=told, **choices)  # type: ignore[arg-type]


def words(of: Order) -> list[Words]:
    return [shape for shape in picture_of(of).shapes if isinstance(shape, Words)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("events", [FEW, EVENTS], ids=["few", "all"])
def test_marks_and_labels_stand_where_the_layout_has_them(size: str, events: tuple[Event, ...]) -> None:
    asked = order(events, size=size)
    frame, picture = framed(asked), picture_of(asked)
    centres = defaultdict(list)
    for shape in picture.shapes:
        centres[shape.event] += _middle(shape)
    points = [mark for mark in frame.layout.marks if mark.form is not Form.SPAN]
    assert points
    for mark in points:
        away = [abs(x - mark.x - frame.left) + abs(y - mark.y - frame.top) for x, y in centres[mark.event]]
        assert min(away) < 0.01, mark.event
    shown = [(w.event, w.text) for w in picture.shapes if isinstance(w, Words) and w.event]
    for label in frame.layout.labels:
        assert [(label.event, line) for line in label.lines] == [s for s in shown if s[0] == label.event][
            : len(label.lines)
        ]


def _middle(shape: object) -> Iterable[tuple[float, float]]:
    """Where the symbol of each kind is centred, told from its outline."""
    if isinstance(shape, Disc):
        yield shape.x, shape.y
    if isinstance(shape, Polygon):
        for corners in OUTLINES.values():
            if len(corners) == len(shape.points):
                (x0, y0), (x1, y1) = shape.points[:2]
                (u0, v0), (u1, v1) = corners[:2]
                radius = max(abs(x1 - x0), abs(y1 - y0)) / max(abs(u1 - u0), abs(v1 - v0))
                yield x0 - u0 * radius, y0 - v0 * radius


def test_few_events_are_told_in_words_under_the_chart() -> None:
    asked = order((FULL,))
    frame = framed(asked)
    told = {w.text: w for w in words(asked)}
    text = " ".join(told)
    assert "25 September 2021: Gunmen burn the bridge at Dorno" in told
    assert FULL.summary in text
    assert "Claimed by the regional governor." in text
    assert "River Post, “Bridge lost; traders stranded | update”" in text
    assert told["25 September 2021: Gunmen burn the bridge at Dorno"].y > frame.top + frame.layout.height


def test_rows_that_may_not_be_passed_on_are_drawn_and_not_told() -> None:
    kept_back = order((event(id="a", origin="acled", summary="A line of their file"), FULL))
    assert framed(kept_back).layout.shown == 2
    assert not any("A line of their file" in w.text for w in words(kept_back))


@pytest.mark.parametrize(("events", "letters"), [((FULL,), 16), (FEW[:3], 12), (FEW, 9), (EVENTS, 8.5)])
def test_the_fewer_events_the_larger_they_are_drawn(events: tuple[Event, ...], letters: float) -> None:
    frame = framed(order(events))
    shown = frame.pixels[0] / frame.width
    radii = sorted(mark.radius for mark in frame.layout.marks if mark.form is not Form.SPAN)
    assert frame.layout.font * shown >= letters
    assert radii[len(radii) // 2] * shown >= 2.9
    assert frame.layout.labelled >= min(len(events) * 0.85 - 1, 15)


def test_on_the_screens_own_size_the_layout_is_the_screens_own() -> None:
    wished = Options(width=1100, lanes="actor", scale="compressed", today=date(2024, 5, 1))
    assert framed(order(size="screen", layout=wished)).layout == lay_out(FEW, wished)


@pytest.mark.parametrize("size", ["16:9", "a4", "square"])
@pytest.mark.parametrize("events", [FEW, EVENTS, (), (DATED[0],), NASTY], ids=["few", "all", "none", "one", "hostile"])
def test_nothing_reaches_over_the_edge_and_no_text_over_the_caption(size: str, events: tuple[Event, ...]) -> None:
    asked = order(events, size=size, marking="For internal use")
    picture, frame = picture_of(asked), framed(asked)
    assert frame.top + frame.layout.height <= picture.height + 1
    for shape in picture.shapes:
        if isinstance(shape, Words):
            room = width(shape.text, shape.size, bold=shape.bold)
            left = shape.x - {"left": 0, "center": room / 2, "right": room}[shape.align]
            assert left >= -1, shape.text
            assert left + room <= picture.width + 1, shape.text
            assert 0 <= shape.y <= picture.height, shape.text


def test_the_caption_stands_in_every_picture() -> None:
    told = [w.text for w in words(order(marking="For internal use"))]
    labelled = framed(order(marking="For internal use")).layout.labelled
    assert told.count("For internal use") == 2
    assert "River timeline" in told
    assert "Mali · 2021" in told
    assert f"{len(FEW)} of {len(FEW) + 10} events, {labelled} labelled · As of 1 May 2024" in told
    assert any(line.startswith("Sources: ") for line in told)


@pytest.mark.parametrize("size", SIZES)
def test_a_title_that_never_ends_is_cut_and_the_chart_stays(size: str) -> None:
    long = caption(FEW, title="W" * 3000, subtitle="word " * 900, marking="M" * 900)
    picture = picture_of(Order(events=FEW, caption=long, size=size))
    shown = [shape.text for shape in picture.shapes if isinstance(shape, Words)]
    assert sum(text.endswith("…") for text in shown) == 4
    assert any(shape.event for shape in picture.shapes)
    for shape in picture.shapes:
        if isinstance(shape, Words):
            assert width(shape.text, shape.size, bold=shape.bold) <= picture.width


@pytest.mark.parametrize("theme", THEMES)
def test_the_marking_can_be_read_by_anybody(theme: str) -> None:
    shapes = picture_of(order(theme=theme, marking="For internal use")).shapes
    banner = next(s for s in shapes if isinstance(s, Box) and s.rect.left == 0 and s.rect.top == 0)
    text = next(s for s in shapes if isinstance(s, Words) and s.text == "For internal use")
    assert banner.ink.fill is not None
    assert contrast(banner.ink.fill, text.colour) >= 7


@pytest.mark.parametrize("scale", [1, 2, 3, 4])
def test_a_png_has_its_size_times_the_scale(scale: int) -> None:
    picture = Image.open(io.BytesIO(export("png", FEW, caption=caption(FEW), scale=scale)))
    assert picture.size == (1280 * scale, 720 * scale)


def test_a_png_has_the_colours_of_its_theme_and_letters_in_it() -> None:
    light = Image.open(io.BytesIO(export("png", FEW, caption=caption(FEW), scale=1))).convert("RGB")
    dark = Image.open(io.BytesIO(export("png", FEW, caption=caption(FEW), scale=1, theme="dark"))).convert("RGB")
    assert light.getpixel((2, 2)) == (255, 255, 255)
    assert dark.getpixel((2, 2)) == (0x14, 0x18, 0x1C)
    title = light.crop((20, 10, 400, 60)).convert("L").histogram()
    assert sum(title[:64]) > 300  # ink where the title stands


def test_svg_is_sound_xml_whose_text_is_text() -> None:
    root = ElementTree.fromstring(export("svg", NASTY, caption=caption(NASTY)))
    tags = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert tags <= {"svg", "title", "desc", "style", "rect", "g", "polyline", "polygon", "circle", "path", "text"}
    assert not [k for e in root.iter() for k in e.attrib if k.startswith("on") or "href" in k]
    texts = "".join(element.text or "" for element in root.iter(f"{SVG}text"))
    assert "River timeline" in texts


def test_svg_and_png_carry_the_font() -> None:
    text = export("svg", FEW, caption=caption(FEW)).decode()
    assert text.count("@font-face") == 2
    assert re.findall(r"url\((?!data:font/woff2;base64,)", text) == []


def test_pdf_has_text_that_can_be_selected_and_its_fonts_inside() -> None:
    reader = PdfReader(io.BytesIO(export("pdf", FEW, caption=caption(FEW, subtitle="Mali · 2021"), size="a4")))
    (page,) = reader.pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (842, 596)  # A4 on its side
    text = page.extract_text()
    label = framed(order(size="a4")).layout.labels[0].lines[0]
    assert "River timeline" in text
    assert label in text
    fonts = page["/Resources"]["/Font"]  # type: ignore[index]
    for font in fonts.values():
        described = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
        assert "/FontFile2" in described
    assert reader.metadata is not None
    assert reader.metadata.title == "River timeline"


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_a_symbol_of_its_own(kind: Kind) -> None:
    from timeline_app.draw.theme import SYMBOLS
    from timeline_app.export.shapes import Ink

    drawn = symbol(SYMBOLS[kind], 0, 0, 10, Ink(fill="#000000"))
    assert isinstance(drawn, Disc) == (SYMBOLS[kind] == "circle")


def test_the_kinds_of_five_thousand_events_are_counted_in_columns() -> None:
    crowd = tuple(event("2021-09-25", id=f"e{n}", kind=list(Kind)[n % 11], countries=("ML",)) for n in range(5000))
    frame = framed(order(crowd))
    assert frame.layout.bins
    assert sum(piece.count for piece in frame.layout.bins) == 5000


def test_unknown_sizes_themes_and_scales_are_told() -> None:
    for wrong, told in (({"size": "a0"}, "16:9"), ({"theme": "sepia"}, "light"), ({"scale": 9}, "1 to 4")):
        with pytest.raises(ExportError, match=told):
            export("png", (FULL,), caption=caption(), **wrong)
