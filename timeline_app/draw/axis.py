"""Where the time axis carries a name, and which.

The units are those that Plotly itself steps by, so that its axis shows the same ticks as the layout and goes on in the
same way when one zooms in.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from timeline_app.draw.geometry import AxisTick
from timeline_app.draw.metrics import width
from timeline_app.draw.scale import Scale

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
SIZE = 12.0
"""Font size of the axis in pixels."""
BREAK = 11.0
"""Font size of the length of a shortened stretch."""
_AIR = 18.0
"""Least room between two names."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A step of the axis: `count` days, months or years (`unit`), about `length` days long."""

    unit: str
    count: int
    length: float
    widest: str


UNITS = (
    *(Unit("day", n, float(n), "30 May") for n in (1, 2, 7, 14)),
    *(Unit("month", n, n * 30.4375, "May") for n in (1, 3, 6)),
    *(Unit("year", n, n * 365.25, "2000") for n in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)),
)


def unit_for(pixels_a_day: float, size: float = SIZE) -> Unit:
    """The finest unit whose names stand apart."""
    for unit in UNITS:
        if unit.length * pixels_a_day >= width(unit.widest, size) + _AIR:
            return unit
    return UNITS[-1]


def starts(unit: Unit, first: date, last: date) -> Iterator[date]:
    """First day of each unit from `first` to `last`."""
    if unit.unit == "day":
        # Plotly counts days from 2000-01-01 and weeks from the Sunday after it.
        origin = date(2000, 1, 2 if unit.count % 7 == 0 else 1).toordinal()
        day = first.toordinal() + (origin - first.toordinal()) % unit.count
        yield from (date.fromordinal(at) for at in range(day, last.toordinal() + 1, unit.count))
        return
    months = unit.count if unit.unit == "month" else unit.count * 12
    at = -(-(first.year * 12 + first.month - 1) // months) * months
    while at // 12 <= last.year:
        start = date(max(at // 12, 1), at % 12 + 1, 1)
        if first <= start <= last:
            yield start
        at += months


def _name(unit: Unit, day: date) -> str:
    if unit.unit == "year":
        return str(day.year)
    return MONTHS[day.month - 1] if unit.unit == "month" else f"{day.day} {MONTHS[day.month - 1]}"


def even_ticks(scale: Scale, first: date, last: date, size: float = SIZE) -> tuple[tuple[AxisTick, ...], Unit]:
    """Ticks of a linear or compressed scale; none inside a compressed stretch, none that touch.

    The last may stand at the very end: where the day after `last` begins.
    """
    gaps = scale.gaps
    told = [_room_of(scale, *gap) for gap in gaps]
    drawn = (last.toordinal() - first.toordinal() + 1) - sum(two - one for one, two in gaps)
    plain = (scale.pixels[-1] - scale.pixels[0]) - sum(scale.x(two) - scale.x(one) for one, two in gaps)
    unit = unit_for(plain / max(drawn, 1), size)
    ticks: list[AxisTick] = []
    free, year = float("-inf"), 0
    for start in starts(unit, first, _day_after(last)):
        day = float(start.toordinal())
        if any(one < day < two for one, two in gaps):
            continue
        x, name = scale.x(day), _name(unit, start)
        half = width(name, size) / 2
        reach = max(half, width(str(start.year), size) / 2)
        if x - half < free or any(x - reach < right and left < x + reach for left, right in told):
            continue
        below = "" if unit.unit == "year" or start.year == year else str(start.year)
        year = start.year
        ticks.append(AxisTick(x=x, day=day, label=name, below=below))
        free = x + half + _AIR / 2
    return tuple(ticks), unit


def length_lines(first: float, last: float) -> tuple[str, ...]:
    """The length of a shortened stretch, as it stands over it: the number above the unit."""
    return tuple(length_of(last - first).split())


def _room_of(scale: Scale, first: float, last: float) -> tuple[float, float]:
    """What the length of a shortened stretch takes of the axis, with a little air."""
    middle = (scale.x(first) + scale.x(last)) / 2
    half = max(width(line, BREAK) for line in length_lines(first, last)) / 2 + 3.0
    return middle - half, middle + half


def _day_after(day: date) -> date:
    return date.fromordinal(min(day.toordinal() + 1, date.max.toordinal()))


def step_ticks(scale: Scale, size: float = SIZE) -> tuple[AxisTick, ...]:
    """Ticks of the even steps: the day of each moment, as far as the names stand apart."""
    ticks: list[AxisTick] = []
    free, year = float("-inf"), 0
    for day, x in zip(scale.days[1:-1], scale.pixels[1:-1], strict=True):
        when = date.fromordinal(int(day))
        name = f"{when.day} {MONTHS[when.month - 1]}"
        half = width(name, size) / 2
        if x - half < free or x - half < scale.pixels[0] or x + half > scale.pixels[-1]:
            continue
        ticks.append(AxisTick(x=x, day=day, label=name, below="" if when.year == year else str(when.year)))
        free, year = x + half + _AIR, when.year
    return tuple(ticks)


def length_of(days: float) -> str:
    """A stretch in words, rounded as one would say it: "33 months", but "3 years" where it is nearly that."""
    if days < 60:
        return f"{round(days)} days"
    years = days / 365.25
    if years < 4 and abs(years - round(years)) > 0.05:
        return f"{round(days / 30.4375)} months"
    return "1 year" if round(years) == 1 else f"{round(years)} years"
