"""What is said when one points at a mark or a column."""

from datetime import date

import pytest

from tests.draw.samples import event
from timeline_app.draw.figure import figure
from timeline_app.draw.geometry import Bin, Rect
from timeline_app.draw.layout import Options, lay_out
from timeline_app.draw.telling import say_period, tell, tell_bins
from timeline_app.draw.theme import THEMES
from timeline_app.model import Kind, Source, Status

NAMES = {"ML": "Mali", "CI": "Ivory Coast"}


def test_an_event_is_told_by_what_when_how_who_where_and_how_many_say_so() -> None:
    told = tell(
        event(
            "a",
            "2021-09-25",
            "Rebels seize the fort",
            kind=Kind.ATTACK,
            status=Status.CLAIMED,
            claimant="Reds",
            actors=("Reds", "Mali"),
            countries=("ML",),
            place="Ansongo",
            sources=tuple(Source(outlet=name) for name in ("Herald", "Post", "Courier", "Globe", "Herald")),
        ),
        NAMES,
    )
    assert told == (
        "Rebels seize the fort",
        "25 September 2021",
        "Attack, claimed by Reds",
        "Reds, Mali",
        "Ansongo",
        "4 sources: Herald, Post, Courier and 1 more",
    )


@pytest.mark.parametrize(
    ("actors", "countries", "place", "who", "where"),
    [
        (("Reds",), ("ML",), "Gao", "Reds", "Gao, Mali"),
        (("Mali",), ("ML",), "Gao", "Mali", "Gao"),
        (("Mali",), ("ML",), "", "Mali", None),
        (("Reds",), ("CI",), "", "Reds", "Ivory Coast"),
        (("Reds",), ("ML", "CI"), "Gao", "Reds", "Gao"),
        (("Mali",), ("ML", "CI"), "", "Mali", "Ivory Coast"),
        ((), ("ML",), "", None, "Mali"),
    ],
)
def test_no_country_is_named_twice(actors, countries, place, who, where) -> None:
    _, _, _, *rest = tell(event("a", "2021-09-25", actors=actors, countries=countries, place=place), NAMES)
    assert rest == [*filter(None, (who, where)), "1 source: Herald"]


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2019, 4, 1), date(2019, 6, 30), "April to June 2019"),
        (date(2019, 4, 1), date(2019, 4, 30), "April 2019"),
        (date(2019, 1, 1), date(2019, 12, 31), "2019"),
        (date(2019, 1, 1), date(2020, 12, 31), "2019 to 2020"),
        (date(2019, 12, 1), date(2020, 1, 31), "December 2019 to January 2020"),
        (date(2019, 4, 1), date(2019, 4, 7), "1 to 7 April 2019"),
        (date(2019, 4, 29), date(2019, 5, 5), "29 April to 5 May 2019"),
        (date(2019, 12, 30), date(2020, 1, 5), "30 December 2019 to 5 January 2020"),
        (date(2019, 4, 2), date(2019, 4, 2), "2 April 2019"),
        (date(9999, 12, 1), date(9999, 12, 31), "1 to 31 December 9999"),
    ],
)
def test_a_period_is_said_as_one_would(first: date, last: date, said: str) -> None:
    assert say_period(first, last) == said


def piece(kind: Kind, count: float, *, vague: bool = False) -> Bin:
    first, last = date(2019, 4, 1), date(2019, 6, 30)
    return Bin(lane=0, rect=Rect(0, 0, 9, 9), kind=kind, count=count, first=first, last=last, vague=vague)


def test_a_column_is_told_with_its_kind_its_period_and_its_whole() -> None:
    bins = [piece(Kind.COUP, 1), piece(Kind.WITHDRAWAL, 5), piece(Kind.ATTACK, 2.4, vague=True)]
    assert tell_bins(bins, ["Niger"]) == [
        ("Coup: 1 event", "April to June 2019", "Niger: 6 events in this column"),
        ("Withdrawal: 5 events", "April to June 2019", "Niger: 6 events in this column"),
        ("Attack: about 2", "April to June 2019", "Known less exactly than this column"),
    ]


def test_a_long_name_is_bold_to_its_end() -> None:
    name = "Ministers of all the states on the river sign the long awaited accord on fishing"
    found = figure(lay_out([event("a", "2021-09-25", name)], Options()), THEMES["light"])
    (text,) = {text for trace in found["data"] for text in trace.get("hovertext", ()) if "river" in text}
    bold = [line for line in text.split("<br>") if line.startswith("<b>")]
    assert " ".join(line.removeprefix("<b>").removesuffix("</b>") for line in bold) == name
