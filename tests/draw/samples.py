"""Made-up events of a made-up region, and strategies that make many of them."""

from datetime import date, timedelta

from hypothesis import strategies as st

from timeline_app.dates import FuzzyDate
from timeline_app.draw.layout import Options
from timeline_app.model import Event, Kind, Period, Source, Status

TODAY = date(2024, 6, 1)
COUNTRIES = ("ML", "NE", "BF", "TD")
WORDS = ("Ministers", "sign", "the", "accord", "of", "Upper", "Lakes", "after", "patrol", "reaches", "Öland", "camp")


def event(id: str, when: str, label: str = "Ministers sign the accord", **fields: object) -> Event:
    fields = {"kind": Kind.DIPLOMACY, "countries": ("ML",), "sources": (Source(outlet="Herald"),), **fields}
    return Event(id=id, date=FuzzyDate.parse(when), label=label, **fields)  # type: ignore[arg-type]


def daily(count: int, *, start: date = date(2020, 1, 1), apart: int = 9) -> list[Event]:
    """Events of every kind in turn, one each few days."""
    kinds = list(Kind)
    return [
        event(
            f"e{at:06}",
            (start + timedelta(days=apart * at % 3000)).isoformat(),
            f"Patrol number {at} reaches the lake",
            kind=kinds[at % len(kinds)],
            countries=(COUNTRIES[at % 3],),
            salience=1 + (at % 10 == 0) + (at % 50 == 0),
        )
        for at in range(count)
    ]


PERIODS = (
    Period(label="Lake Mission", date=FuzzyDate.parse("2013-04/2023-12-31"), lane="ML"),
    Period(label="President Amber", date=FuzzyDate.parse("2019/2021-02-03"), lane="ML"),
    Period(label="Pact of the Three Rivers", date=FuzzyDate.parse("2020-03-01/..")),
    Period(label="Old Pact", date=FuzzyDate.parse("../2020-02-01")),
)

days = st.dates(date(1890, 1, 1), date(2031, 12, 31))
close_days = st.dates(date(2020, 1, 1), date(2020, 4, 30))


@st.composite
def fuzzy_dates(draw: st.DrawFn) -> FuzzyDate:
    first, last = sorted((draw(st.one_of(days, close_days)), draw(st.one_of(days, close_days))))
    text = draw(
        st.sampled_from(
            [
                f"{first}",
                f"{first}",
                f"{first:%Y-%m}",
                f"{first.year:04}",
                f"{first.year:04}-21",
                f"[{first}..{last}]",
                f"[..{last}]",
                f"{first}/{last}",
                f"{first:%Y-%m}/{last}",
                f"{first}/..",
                f"../{last}",
                f"{first}~",
            ]
        )
    )
    return FuzzyDate.parse(text)


labels = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)


@st.composite
def some_events(draw: st.DrawFn, most: int = 40) -> list[Event]:
    return [
        Event(
            id=f"e{at}",
            date=draw(fuzzy_dates()),
            label=draw(labels),
            kind=draw(st.sampled_from(Kind)),
            status=draw(st.sampled_from(Status)),
            countries=tuple(draw(st.lists(st.sampled_from(COUNTRIES), max_size=3, unique=True))),
            actors=tuple(
                draw(st.lists(st.sampled_from(("Reds", "Blues", "A very long name of an actor")), max_size=2))
            ),
            salience=draw(st.integers(1, 3)),
        )
        for at in range(draw(st.integers(0, most)))
    ]


@st.composite
def some_options(draw: st.DrawFn) -> Options:
    start, end = draw(st.sampled_from([(None, None), (None, None), (date(2020, 2, 10), date(2020, 4, 5))]))
    return Options(
        start=start,
        end=end,
        width=draw(st.sampled_from([640.0, 1000.0, 1440.0])),
        height=draw(st.sampled_from([None, None, 500.0, 900.0])),
        lanes=draw(st.sampled_from(["country", "actor", "kind", "none"])),
        order=draw(st.sampled_from(["count", "first"])),
        most_lanes=draw(st.sampled_from([2, 12])),
        groups=draw(st.sampled_from([{}, {"Reds": "Armed groups", "Blues": "States"}])),
        scale=draw(st.sampled_from(["linear", "compressed", "steps"])),
        today=draw(st.sampled_from([None, TODAY])),
        most_labels=draw(st.sampled_from([0, 5, 25, 200])),
        bins_over=draw(st.sampled_from([3000, 10])),
        periods=draw(st.sampled_from([(), PERIODS])),
    )
