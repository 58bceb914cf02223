"""iCalendar, as a parser that is not ours reads it."""

import datetime

import icalendar
import pytest

from tests.export.samples import AS_OF, DATED, FULL, NASTY, caption, event
from timeline_app.export.formats import export, import_file
from timeline_app.model import Status


def calendar(*events: object) -> icalendar.Calendar:
    given = tuple(events)
    return icalendar.Calendar.from_ical(export("ics", given, caption=caption(given)))  # type: ignore[arg-type]


def test_an_exact_day_is_a_whole_day_that_ends_on_the_next() -> None:
    (entry,) = calendar(FULL).walk("VEVENT")
    assert entry.decoded("dtstart") == datetime.date(2021, 9, 25)
    assert entry.decoded("dtend") == datetime.date(2021, 9, 26)
    assert entry["dtstart"].params["VALUE"] == "DATE"
    assert entry.decoded("dtstamp").date() == AS_OF
    assert str(entry["summary"]) == FULL.label
    assert str(entry["uid"]) == "bridge-2021@timeline-app"


def test_a_span_of_exact_days_ends_the_day_after_its_last() -> None:
    (entry,) = calendar(event("2013-01-11/2013-01-15")).walk("VEVENT")
    assert (entry.decoded("dtstart").day, entry.decoded("dtend").day) == (11, 16)


def test_what_is_not_exact_is_left_out_and_counted() -> None:
    made = calendar(*DATED)
    assert [str(entry["uid"]).split("@")[0] for entry in made.walk("VEVENT")] == ["dated-2", "dated-14"]
    assert "iCalendar holds exact days only: 16 of 18 events left out." in str(made["x-wr-caldesc"])


@pytest.mark.parametrize(
    ("place", "countries", "told"),
    [("Dorno", ("ML", "BF"), "Dorno, Mali, Burkina Faso"), ("", ("NE",), "Niger"), ("Dorno; east", (), "Dorno; east")],
)
def test_the_place_is_told_with_its_country(place: str, countries: tuple[str, ...], told: str) -> None:
    (entry,) = calendar(event(place=place, countries=countries)).walk("VEVENT")
    assert str(entry["location"]) == told


def test_planned_is_tentative() -> None:
    (entry,) = calendar(event(status=Status.PLANNED)).walk("VEVENT")
    assert str(entry["status"]) == "TENTATIVE"


def test_hostile_text_adds_no_entry_and_no_property() -> None:
    entries = calendar(*NASTY).walk("VEVENT")
    assert len(entries) == len(NASTY)
    assert {name for entry in entries for name in entry} <= {
        "UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "CATEGORIES", "TRANSP", "LOCATION", "URL",
        "X-TIMELINE-EVENT",
    }  # fmt: skip


def test_lines_are_short_and_cut_no_letter() -> None:
    data = export("ics", (event(label="Évènement à Ouagadougou " * 20),), caption=caption())
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    data.decode()


FOREIGN = """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:1
DTSTART;TZID=Africa/Bamako:20240105T093000
DTEND;TZID=Africa/Bamako:20240105T110000
SUMMARY:Council meets\\, again
LOCATION:Hall\\; second floor
BEGIN:VALARM
DESCRIPTION:wake up
END:VALARM
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTART;VALUE=DATE:20240301
DTEND;VALUE=DATE:20240304
SUMMARY:Summit
 meeting
RRULE:FREQ=YEARLY
STATUS:TENTATIVE
END:VEVENT
BEGIN:VEVENT
UID:3
SUMMARY:No day
END:VEVENT
END:VCALENDAR
"""


def test_a_calendar_of_another_hand_is_read() -> None:
    found = import_file("ics", FOREIGN.encode())
    told = [(str(e.date), e.label, e.place, e.status) for e in found.events]
    assert told == [
        ("2024-01-05", "Council meets, again", "Hall; second floor", Status.REPORTED),
        ("2024-03-01/2024-03-03", "Summitmeeting", "", Status.PLANNED),
    ]
    assert [(s.row, s.why) for s in found.skipped] == [(3, "no day in DTSTART")]
    assert found.notes == ("1 repeating event taken once, on the first day.",)
    assert found.report == "2 events, 1 row skipped"


@pytest.mark.parametrize("value", ["2024", "20241301", "tomorrow"])
def test_a_day_that_is_none_is_told(value: str) -> None:
    found = import_file("ics", FOREIGN.replace("20240301", value).encode())
    assert {s.row for s in found.skipped} == {2, 3}
