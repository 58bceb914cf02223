"""Any event at all, for the laws that hold for each of them."""

from datetime import date

from hypothesis import strategies as st

from tests.export.samples import EDTF
from timeline_app.dates import FuzzyDate
from timeline_app.model import Claim, Event, Fatalities, Kind, Source, Status

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
_LETTERS = st.characters(exclude_categories=["Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"])
TEXT = st.text(_LETTERS, max_size=30).map(str.strip)
SAID = TEXT.filter(bool)


@st.composite
def fuzzy_dates(draw: st.DrawFn) -> FuzzyDate:
    """A date of any shape."""
    first, last = sorted((draw(DAYS), draw(DAYS)))
    made = [FuzzyDate.on(first), FuzzyDate.of(first.year, first.month), FuzzyDate.of(first.year)]
    made += [FuzzyDate.within(first, last), FuzzyDate.span(FuzzyDate.on(first), FuzzyDate.on(last))]
    made += [FuzzyDate.parse(edtf) for edtf in EDTF]
    return draw(st.sampled_from(made))


SOURCES = st.builds(
    Source, outlet=SAID, title=TEXT, url=st.just("") | SAID, published=st.none() | DAYS, author=TEXT, id=TEXT
)


@st.composite
def events(draw: st.DrawFn) -> Event:
    """An event with any of its fields filled in; no tellings."""
    placed = draw(st.booleans())
    low, more = draw(st.integers(0, 500)), draw(st.integers(0, 500))
    name = draw(st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8})?", fullmatch=True))
    return Event(
        id=name,
        date=draw(fuzzy_dates()),
        label=draw(SAID),
        kind=draw(st.sampled_from(Kind)),
        summary=draw(TEXT),
        status=draw(st.sampled_from(Status)),
        claimant=draw(TEXT),
        actors=tuple(draw(st.lists(SAID, max_size=3, unique=True))),
        countries=tuple(draw(st.lists(st.sampled_from(["ML", "NE", "BF"]), max_size=2, unique=True))),
        place=draw(TEXT),
        lat=draw(st.floats(-90, 90)) if placed else None,
        lon=draw(st.floats(-180, 180)) if placed else None,
        fatalities=draw(st.none() | st.just(Fatalities(low=low, high=low + more))),
        salience=draw(st.integers(1, 3)),
        verified=draw(st.booleans()),
        origin=draw(st.sampled_from(["package", "report"])),
        sources=tuple(draw(st.lists(SOURCES, max_size=2))),
        claims=tuple(
            Claim(event=name, field="date", value=draw(SAID), source=draw(TEXT), note=draw(TEXT))
            for _ in range(draw(st.integers(0, 1)))
        ),
    )


def some_events(most: int = 4) -> st.SearchStrategy[tuple[Event, ...]]:
    """A few events, each with an identifier of its own."""
    return st.lists(events(), max_size=most, unique_by=lambda event: event.id).map(tuple)
