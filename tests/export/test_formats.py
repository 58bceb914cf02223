"""One table of formats: every one of them writes, says what it lacks, and runs nothing that a text holds."""

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

import timeline_app.export
from tests.export.samples import ARTICLE, DATED, FULL, NASTY, caption, event
from timeline_app.errors import ExportError, TimelineError
from timeline_app.export.formats import EXPORTERS, IMPORTERS, Exporter, Importer, export, exporter, import_file
from timeline_app.model import Event

NAMES = (
    "svg png pdf pptx docx md html csv jsonl datapackage timelinejs timelinejs-csv vis geojson ics plover claims "
    "parquet"
)
EVENTS = (FULL, *DATED)

BEGINNINGS: dict[str, bytes] = {
    "svg": b"<?xml", "png": b"\x89PNG\r\n\x1a\n", "pdf": b"%PDF-", "pptx": b"PK\x03\x04", "docx": b"PK\x03\x04",
    "md": b"# ", "html": b"<!DOCTYPE html>", "csv": b"\xef\xbb\xbfid,", "jsonl": b"{", "datapackage": b"PK\x03\x04",
    "timelinejs": b"{", "timelinejs-csv": b"Year,", "vis": b"{", "geojson": b"{", "ics": b"BEGIN:VCALENDAR\r\n",
    "plover": b"{", "claims": b"{", "parquet": b"PAR1",
}  # fmt: skip

every = pytest.mark.parametrize("format", EXPORTERS, ids=lambda format: format.name)


def test_the_names_are_those_that_are_promised() -> None:
    assert {format.name for format in EXPORTERS} == set(NAMES.split())
    assert {format.name for format in IMPORTERS} >= {"acled", "ucdp"}


@every
def test_a_file_begins_as_its_format_does(format: Exporter) -> None:
    assert export(format.name, EVENTS, caption=caption(EVENTS)).startswith(BEGINNINGS[format.name])


@every
def test_the_same_events_give_the_same_bytes(format: Exporter) -> None:
    assert export(format.name, EVENTS, caption=caption(EVENTS)) == export(format.name, EVENTS, caption=caption(EVENTS))


@every
@pytest.mark.parametrize("events", [(), (DATED[0],), NASTY], ids=["none", "one", "hostile"])
def test_any_events_can_be_written(format: Exporter, events: tuple[Event, ...]) -> None:
    marked = caption(events, title=NASTY[0].label, subtitle=NASTY[2].label, marking=NASTY[9].label)
    data = export(format.name, events, caption=marked)
    assert data or (not events and format.extension == "jsonl")


@every
def test_rows_that_may_not_be_passed_on_are_in_pictures_alone(format: Exporter) -> None:
    bound = event(id="acled-mli1", label="Ambush near Zebra", origin="acled", summary="Secret wording")
    data = export(format.name, (DATED[2], bound), caption=caption((DATED[2], bound)))
    assert ("ACLED" in format.loses((bound,))) != (format.picture and format.name != "pptx")
    if not format.picture and format.name not in ("docx", "datapackage", "parquet"):
        assert b"Zebra" not in data
        assert b"Secret" not in data


def test_an_unknown_format_is_told_with_all_that_there_are() -> None:
    with pytest.raises(ExportError, match="use one of png, svg"):
        export("gif", EVENTS, caption=caption(EVENTS))
    with pytest.raises(ExportError, match="to read: use one of csv"):
        import_file("gif", b"")


@pytest.mark.parametrize(
    ("name", "events", "told"),
    [
        ("ics", EVENTS, "iCalendar holds exact days only: 16 of 19 events left out. Left out: 1 quote."),
        ("ics", (DATED[2],), ""),
        ("csv", (FULL,), "CSV holds one row an event: 1 rival value and the place of 1 quote in the text left out."),
        ("csv", DATED, ""),
        ("geojson", (FULL,), "GeoJSON leaves out 1 quote."),
        (
            "pdf",
            (FULL, replace(DATED[2], label="الجسر")),
            "The bundled font lacks letters of 1 title: they are drawn as",
        ),
        (
            "png",
            (replace(DATED[2], label="المدينة"),),
            "The bundled font lacks letters of 1 title: they are drawn with a",
        ),
        ("svg", (replace(DATED[2], label="加奥"),), "The bundled font lacks letters of 1 title: they are shown with a"),
        ("docx", (FULL, DATED[2]), "A report is for reading: the coordinates of 1 event left out."),
        ("md", DATED, ""),
        ("pdf", (FULL, *DATED), ""),
        ("pptx", (event(origin="acled"),), "The terms of ACLED allow no copy of its rows: 1 event left out of details"),
        ("claims", (FULL, *DATED), "A claim has no place for counts: 1 death toll left out."),
        ("jsonl", EVENTS, ""),
        ("timelinejs", (DATED[8],), "TimelineJS knows years, months and days alone: 1 of 1 date placed"),
        ("plover", (DATED[0],), "PLOVER dates are days: 1 of 1 date given by the first and last possible day"),
        ("vis", (DATED[1],), "vis-timeline has no shape for an inexact date: 1 of 1 event placed"),
    ],
)
def test_what_a_format_loses_is_said(name: str, events: tuple[Event, ...], told: str) -> None:
    said = exporter(name).loses(events)
    assert said.startswith(told) if told else said == ""


@pytest.mark.parametrize("name", ["timelinejs", "geojson", "ics", "vis", "md", "html"])
def test_and_it_stands_in_the_file_where_the_format_has_a_place(name: str) -> None:
    acled = event(id="acled-1", origin="acled")
    data = export(name, (*EVENTS, acled), caption=caption(EVENTS)).decode()
    assert "allow no copy of its rows" in data.replace("\r\n ", "")


@pytest.mark.parametrize("name", ["svg", "pdf"])
def test_a_picture_says_what_it_lost_under_itself(name: str) -> None:
    strange = (replace(DATED[2], label="加奥"),)
    data = export(name, strange, caption=caption(strange))
    said = PdfReader(io.BytesIO(data)).pages[0].extract_text() if name == "pdf" else data.decode()
    assert "The bundled font lacks letters of 1 title" in said


def test_a_quote_that_is_not_in_its_text_is_never_written() -> None:
    forged = replace(FULL.mentions[0], evidence="The governor said nothing.")
    with pytest.raises(ExportError, match="not in the stored text of 'River Post'"):
        export(
            "jsonl",
            (replace(FULL, mentions=(forged,)),),
            caption=caption((FULL,)),
            articles={ARTICLE.id: ARTICLE},
        )


@pytest.mark.parametrize("importer", IMPORTERS, ids=lambda importer: importer.name)
@pytest.mark.parametrize(
    "data", [b"", b"\x00\x01\x02", b"[" * 100_000, b"PK\x03\x04 broken", b"a,b\n1,2\n", b"{}", "é".encode("utf-16")]
)
def test_a_file_of_another_format_is_told_in_a_sentence(importer: Importer, data: bytes) -> None:
    """Never a traceback: an error in words, or no event."""
    try:
        found = importer.read(data)
    except TimelineError as error:
        told = str(error)
    else:
        assert found.events == ()
        told = found.report
    assert told
    assert "Traceback" not in told


def test_the_caption_counts_and_names_its_sources() -> None:
    told = caption(EVENTS, subtitle="Rivers", marking="For internal use")
    assert told.counted(7) == "19 of 29 events, 7 labelled"
    assert told.dated() == "As of 1 May 2024"
    assert told.named_sources() == "Sources: River Post and Wire"
    assert caption(()).named_sources() == "Sources: none given"
    assert told.as_of == date(2024, 5, 1)


def test_the_page_on_formats_is_in_step_with_the_tables() -> None:
    page = Path(timeline_app.export.__file__).with_name("README.md").read_text("utf-8")
    for format in EXPORTERS:
        assert f"| `{format.name}` | `.{format.extension}` | {format.about} |" in page
    for importer in IMPORTERS:
        extensions = ", ".join(f"`.{extension}`" for extension in importer.extensions)
        assert f"| `{importer.name}` | {extensions} | {importer.about} |" in page
    assert page.count("\n| `") == len(EXPORTERS) + len(IMPORTERS)
