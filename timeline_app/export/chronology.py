"""The events as a chronology with numbered sources: what the DOCX, Markdown and HTML reports set in their own way."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from timeline_app.dates import FuzzyDate
from timeline_app.draw.lanes import country_name
from timeline_app.errors import DateError
from timeline_app.export.clean import clean, many, safe_url
from timeline_app.model import Event, Source, Status
from timeline_app.wording import say_date


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A footnote: the source in words, and its link where it has one of the web."""

    number: int
    text: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One event, cleaned for reading. `facts` are kind, place, actors, deaths; `doubts` what is contested or unsure."""

    id: str
    when: str
    label: str
    summary: str
    facts: str
    doubts: tuple[str, ...]
    quotes: tuple[tuple[str, int], ...]
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chronology:
    """Years in order, each with its entries, and the notes that they point at by number."""

    years: tuple[tuple[str, tuple[Entry, ...]], ...]
    notes: tuple[Note, ...]


def chronology(events: Iterable[Event]) -> Chronology:
    """The events in the order of their dates, under the year in which each could first have happened."""
    numbers: dict[tuple[str, str], int] = {}
    notes: list[Note] = []

    def number(source: Source) -> int:
        text, url = cited(source), safe_url(source.url)
        if (text, url) not in numbers:
            numbers[text, url] = len(numbers) + 1
            notes.append(Note(number=len(numbers), text=text, url=url))
        return numbers[text, url]

    years: dict[str, list[Entry]] = {}
    for event in sorted(events, key=lambda e: (_first(e), e.date, e.id)):
        sources = [number(source) for source in event.sources]
        quotes = tuple((clean(m.evidence), number(m.source)) for m in event.mentions)
        told = tuple(dict.fromkeys([*sources, *(n for _, n in quotes)]))
        entry = Entry(
            id=event.id,
            when=_capital(say_date(event.date)),
            label=clean(event.label),
            summary=clean(event.summary),
            facts=facts(event),
            doubts=tuple(doubts(event)),
            quotes=quotes,
            notes=told,
        )
        years.setdefault(str(_first(event).year), []).append(entry)
    return Chronology(years=tuple((year, tuple(entries)) for year, entries in years.items()), notes=tuple(notes))


def loses(events: Iterable[Event]) -> str:
    """What words for a reader do not tell."""
    placed = sum(event.lat is not None for event in events)
    return f"A report is for reading: the coordinates of {many(placed, 'event')} left out." if placed else ""


def _first(event: Event) -> date:
    """The first possible day; the last one where nobody knows the first."""
    first = event.date.earliest or event.date.latest
    assert first, "a date has one end at least"
    return first


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def cited(source: Source) -> str:
    """ "Reuters, “Title”, 17 January 2012"; an author before the outlet."""
    day = say_date(FuzzyDate.on(source.published)) if source.published else ""
    title = f"“{clean(source.title)}”" if source.title else ""
    return ", ".join(filter(None, (clean(source.author), clean(source.credit), title, day))) or "source without a name"


def facts(event: Event) -> str:
    """ "Attack · Ménaka, ML · MNLA, Mali · 82 dead"."""
    where = ", ".join(filter(None, (clean(event.place), ", ".join(map(country_name, event.countries)))))
    parts = (str(event.kind).capitalize(), where, ", ".join(map(clean, event.actors)), deaths(event))
    return " · ".join(part for part in parts if part)


def deaths(event: Event) -> str:
    toll = event.fatalities
    if toll is None:
        return ""
    return f"{toll.low:,} dead" if toll.low == toll.high else f"{toll.low:,} to {toll.high:,} dead"


def doubts(event: Event) -> Iterator[str]:
    """Who merely says so, and what others say."""
    if event.status is not Status.REPORTED:
        by = f" by {clean(event.claimant)}" if event.claimant else ""
        yield f"{str(event.status).capitalize()}{by}."
    elif event.claimant:
        yield f"According to {clean(event.claimant)}."
    told: dict[tuple[str, str], list[str]] = {}
    for claim in event.claims:
        what = _FIELDS.get(claim.field, clean(claim.field))
        why = f" ({clean(claim.note)})" if claim.note else ""
        told.setdefault((clean(claim.source), what), []).append(_said(claim.field, clean(claim.value)) + why)
    for (source, what), values in told.items():
        yield f"According to {source or 'another source'}, {what}: {' or '.join(values)}."


_FIELDS = {"fatalities": "deaths"}


def _said(field: str, value: str) -> str:
    if field != "date":
        return value
    try:
        return say_date(FuzzyDate.parse(value))
    except DateError:
        return value
