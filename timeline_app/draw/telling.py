"""What a picture says of an event or a column when one points at it: few lines, plain text."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from timeline_app.dates import FuzzyDate
from timeline_app.draw.chart import count
from timeline_app.draw.geometry import Bin
from timeline_app.draw.lanes import country_name
from timeline_app.draw.metrics import clean, fold
from timeline_app.model import Event, Status
from timeline_app.wording import say_date

WIDE = 340.0
"""Pixels after which a line is folded; the first, which is what the event is called, is one line here."""


def tell(event: Event, countries: Mapping[str, str]) -> tuple[str, ...]:
    """Label, date, what and how it is known, who, where, sources. `countries` are names by ISO code.

    Quotes are looked up on a click, not sent with each mark. A country that takes part is not named again as a place.
    """
    status = "" if event.status is Status.REPORTED else f", {event.status}"
    claimant = f" by {event.claimant}" if status and event.claimant else ""
    others = [name for code in event.countries if (name := country_name(code, countries)) not in event.actors]
    # A place lies in one country: where several are named, which of them is not known here.
    where = [event.place, *(others if len(event.countries) == 1 else ())] if event.place else others
    lines = [
        clean(event.label),
        say_date(event.date),
        clean(f"{str(event.kind).capitalize()}{status}{claimant}"),
        *fold(clean(", ".join(event.actors)), WIDE, 12.0),
        *fold(clean(", ".join(where)), WIDE, 12.0),
        *fold(clean(_sources(event)), WIDE, 12.0),
    ]
    return tuple(line for line in lines if line)


def _sources(event: Event) -> str:
    """How many there are, and the first of them by name."""
    outlets = list(dict.fromkeys(source.outlet for source in event.sources if source.outlet))
    if not outlets:
        return ""
    more = f" and {len(outlets) - 3} more" if len(outlets) > 3 else ""
    number = "1 source" if len(outlets) == 1 else f"{len(outlets)} sources"
    return f"{number}: {', '.join(outlets[:3])}{more}"


def tell_bins(bins: Sequence[Bin], titles: Sequence[str]) -> list[tuple[str, ...]]:
    """Of each piece of a column: its kind and number, the period, and what the whole column holds."""
    sure: dict[tuple[int | None, date], int] = defaultdict(int)
    for one in bins:
        if not one.vague:
            sure[one.lane, one.first] += round(one.count)
    found: list[tuple[str, ...]] = []
    for one in bins:
        kind = str(one.kind).capitalize()
        held = count(sure[one.lane, one.first])
        place = f"{titles[one.lane]}: " if one.lane is not None and titles[one.lane] else ""
        if one.vague:
            share = f"about {one.count:,.0f}" if one.count >= 1.5 else "perhaps 1"
            found.append((f"{kind}: {share}", say_period(one.first, one.last), "Known less exactly than this column"))
        else:
            whole = f"{place}{held} in this column" if place or sure[one.lane, one.first] != one.count else ""
            told = (f"{kind}: {count(round(one.count))}", say_period(one.first, one.last), whole)
            found.append(tuple(line for line in told if line))
    return found


def say_period(first: date, last: date) -> str:
    """A stretch of whole days as one would say it: "April to June 2019", "2019", "1 to 7 April 2019"."""
    begin, end = FuzzyDate.on(first), FuzzyDate.on(last)
    after = last + timedelta(days=1) if last < date.max else last
    if first.day == after.day == 1:
        begin, end = FuzzyDate.of(first.year, first.month), FuzzyDate.of(last.year, last.month)
        if first.month == after.month == 1:
            begin, end = FuzzyDate.of(first.year), FuzzyDate.of(last.year)
    left, right = say_date(begin), say_date(end)
    if left == right:
        return right
    for shared in (f" {right.partition(' ')[2]}", f" {last.year}"):
        if len(shared) > 1 and left.endswith(shared):
            return f"{left.removesuffix(shared)} to {right}"
    return f"{left} to {right}"
