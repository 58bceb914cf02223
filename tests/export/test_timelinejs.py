"""TimelineJS: exact headers, no month or day that nobody knows, no HTML but our own."""

import csv
import io
import json

import pytest

from tests.export.samples import FULL, NASTY, caption, event
from timeline_app.dates import FuzzyDate
from timeline_app.export.formats import export, import_file
from timeline_app.export.timelinejs import ends
from timeline_app.model import Status

HEADER = (
    "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,"
    "Media Caption,Media Thumbnail,Type,Group,Background"
)


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("2021-09-25", {"year": 2021, "month": 9, "day": 25}, None),
        ("2021-09", {"year": 2021, "month": 9}, None),
        ("2021", {"year": 2021}, None),
        ("2021-22", {"year": 2021}, None),
        ("202X", {"year": 2020}, None),
        ("[2021-09-20..2021-09-26]", {"year": 2021, "month": 9}, None),
        ("[2021-08-30..2021-09-05]", {"year": 2021}, None),
        ("[2020-12-30..2021-01-02]", {"year": 2020}, None),
        ("2013-01/2014-08", {"year": 2013, "month": 1}, {"year": 2014, "month": 8}),
        ("2013-01-11/..", {"year": 2013, "month": 1, "day": 11}, None),
        ("../2014", {"year": 2014}, None),
        ("2021-09-25~", {"year": 2021, "month": 9, "day": 25}, None),
    ],
)
def test_only_what_is_known_is_given(edtf: str, start: dict[str, int], end: dict[str, int] | None) -> None:
    assert ends(FuzzyDate.parse(edtf)) == (start, end)


def test_the_date_is_told_in_words() -> None:
    slide = json.loads(export("timelinejs", (event("2021-03"),), caption=caption()))["events"][0]
    assert slide["display_date"] == "March 2021"
    assert slide["unique_id"] == "bridge"


def test_the_spreadsheet_has_the_header_of_the_template_and_a_title_row() -> None:
    text = export("timelinejs-csv", (FULL,), caption=caption((FULL,))).decode()
    header, title, row = csv.reader(io.StringIO(text))
    assert ",".join(header) == HEADER
    assert (title[15], title[9], title[0]) == ("title", "River timeline", "")
    assert row[:9] == ["2021", "9", "25", "", "", "", "", "", "25 September 2021"]


def test_a_claim_is_not_shown_as_a_fact() -> None:
    slide = json.loads(export("timelinejs", (FULL,), caption=caption((FULL,))))["events"][0]
    for told in ("According to Wire, date: 24 September 2021", "Gunmen", "Dorno", "2 to 5 dead"):
        assert told in slide["text"]["text"]
    claimed = event("2021-03", status=Status.CLAIMED, claimant="the rebels", summary="")
    text = json.loads(export("timelinejs", (claimed,), caption=caption()))["events"][0]["text"]["text"]
    assert "Claimed by the rebels." in text
    (back,) = import_file("timelinejs", export("timelinejs", (claimed,), caption=caption())).events
    assert back.summary == ""


@pytest.mark.parametrize("name", ["timelinejs", "timelinejs-csv"])
def test_no_html_but_paragraphs_and_links_to_sources(name: str) -> None:
    import re

    text = export(name, NASTY, caption=caption(NASTY)).decode()
    assert set(re.findall(r"</?\w+", text)) <= {"<p", "</p", "<a", "</a"}
    assert "javascript:" not in re.sub(r"\(javascript:|>[^<]*<", "", text)


def test_cells_start_no_formula() -> None:
    rows = csv.reader(io.StringIO(export("timelinejs-csv", NASTY, caption=caption(NASTY)).decode()))
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t"))]


def test_a_slide_of_another_hand_is_read_and_a_broken_one_told() -> None:
    slides = [
        {"start_date": {"year": "2019", "month": "", "day": ""}, "text": {"headline": "<b>Flood</b> &amp; fire"}},
        {"start_date": {"month": 3}, "text": {"headline": "No year"}},
        {"start_date": {"year": 2019, "month": 2, "day": 30}, "text": {"headline": "No such day"}},
    ]
    found = import_file("timelinejs", json.dumps({"events": slides}).encode())
    assert [(str(e.date), e.label) for e in found.events] == [("2019", "Flood & fire")]
    assert [s.row for s in found.skipped] == [2, 3]
    assert "no day 2019-2-30" in found.skipped[1].why
