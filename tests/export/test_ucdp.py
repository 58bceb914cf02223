"""UCDP GED and Candidate files: 49 columns, with a header or without. Rows made up by us."""

import csv
import io

import pytest

from timeline_app.errors import ExportError
from timeline_app.export.countries import code_of
from timeline_app.export.formats import import_file
from timeline_app.export.ucdp import COLUMNS
from timeline_app.model import Event, Fatalities

ROW = {
    "id": "900001", "year": "2022", "type_of_violence": "1", "conflict_name": "Mali: Government",
    "side_a": "Government of Mali", "side_b": "River Front", "source_office": "River Post;Wire",
    "source_date": "2022-03-05;2022-03-06", "source_headline": "Clash at ford;Toll rises", "where_coordinates": "Dorno",
    "where_description": "the ford near Dorno", "latitude": "16.5", "longitude": "-0.25", "country": "Mali",
    "country_id": "432", "region": "Africa", "event_clarity": "1", "date_prec": "1",
    "date_start": "2022-03-04 00:00:00.000", "date_end": "2022-03-04 00:00:00.000", "best": "5", "high": "9",
    "low": "3",
}  # fmt: skip


def table(*rows: dict[str, str], header: bool = True) -> bytes:
    out = io.StringIO(newline="")
    written = csv.DictWriter(out, COLUMNS, restval="")
    if header:
        written.writeheader()
    written.writerows(rows)
    return out.getvalue().encode()


def one(**changed: str) -> Event:
    found = import_file("ucdp", table(ROW | changed))
    assert found.skipped == ()
    return found.events[0]


def test_a_row_is_an_event_with_all_three_estimates() -> None:
    event = one()
    assert len(COLUMNS) == 49
    assert (event.id, event.label) == ("ucdp-900001", "Government of Mali – River Front, Dorno")
    assert event.fatalities == Fatalities(low=3, high=9)
    assert [(c.field, c.value, c.note) for c in event.claims] == [("fatalities", "5", "best estimate")]
    assert "best estimate 5, from 3 to 9" in event.summary
    assert "Date precision 1 of 5" in event.summary
    assert [(s.outlet, s.title) for s in event.sources] == [
        ("UCDP GED", "event 900001"),
        ("River Post", "Clash at ford"),
        ("Wire", "Toll rises"),
    ]
    assert event.countries == ("ML",)


@pytest.mark.parametrize(
    ("precision", "first", "last", "clarity", "edtf"),
    [
        ("1", "2022-03-04", "2022-03-04", "1", "2022-03-04"),
        ("1", "2022-03-04", "2022-03-06", "1", "2022-03-04/2022-03-06"),
        ("2", "2022-03-04", "2022-03-08", "1", "[2022-03-04..2022-03-08]"),
        ("3", "2022-03-02", "2022-03-02", "1", "[2022-02-28..2022-03-06]"),
        ("3", "2022-02-28", "2022-03-06", "1", "[2022-02-28..2022-03-06]"),
        ("4", "2022-03-01", "2022-03-31", "1", "2022-03"),
        ("4", "2022-03-10", "2022-04-09", "1", "[2022-03-10..2022-04-09]"),
        ("5", "2022-01-01", "2022-12-31", "1", "2022"),
        ("5", "2022-01-01", "2022-06-30", "1", "[2022-01-01..2022-06-30]"),
        ("4", "2022-03-01", "2022-03-31", "2", "2022-03-01/2022-03-31"),
    ],
)
def test_a_date_is_as_exact_as_ucdp_says(precision: str, first: str, last: str, clarity: str, edtf: str) -> None:
    event = one(date_prec=precision, date_start=first, date_end=last, event_clarity=clarity)
    assert str(event.date) == edtf
    assert f"Date precision {precision} of 5" in event.summary


def test_one_sided_violence_names_who_did_it() -> None:
    event = one(type_of_violence="3", side_a="River Front", side_b="Civilians")
    assert (event.label, event.actors) == ("River Front against civilians, Dorno", ("River Front",))


def test_equal_estimates_are_no_rivals() -> None:
    assert one(best="4", low="4", high="4").claims == ()


def test_a_file_without_a_header_is_read_by_its_columns() -> None:
    assert import_file("ucdp", table(ROW, header=False)).events == (one(),)


def test_a_broken_row_is_told_and_the_others_kept() -> None:
    found = import_file(
        "ucdp", table(ROW, ROW | {"id": "2", "date_prec": "9"}, ROW | {"id": "3", "date_end": "2021-01-01"})
    )
    assert len(found.events) == 1
    assert [skipped.row for skipped in found.skipped] == [3, 4]
    assert "CC BY 4.0" in found.notes[0]


def test_another_file_is_told() -> None:
    with pytest.raises(ExportError, match="not of UCDP"):
        import_file("ucdp", b"id,date\n1,2021\n")


@pytest.mark.parametrize(
    ("name", "code"),
    [("DR Congo (Zaire)", "CD"), ("Ivory Coast", "CI"), ("Myanmar (Burma)", "MM"), ("Russia (Soviet Union)", "RU"),
     ("Bosnia-Herzegovina", "BA"), ("Yemen (North Yemen)", "YE"), ("United States of America", "US"), ("Nowhere", "")],
)  # fmt: skip
def test_names_of_countries_in_ucdp(name: str, code: str) -> None:
    assert code_of(name) == code
