"""`FuzzyDate`: when something happened, as exactly as the text says and no more.

Read from and written as EDTF (ISO 8601-2:2019, levels 0 to 2 as far as the project needs them):

    2012  2013-02  2021-09-25     a point at the precision of a year, a month, a day
    2021-21 .. 2021-24            spring, summer, autumn, winter (months 3-5, 6-8, 9-11, 12-2) of a year
    199X  20XX                    a decade, a century
    [2021-09-20..2021-09-26]      one moment somewhere in a stretch; either end may be open: [..2021-09-26]
    [2021-05-17,2021-05-21]       one of the dates named
    2013-01/2014-08               a span: it lasted from one to the other
    2013-01/..   ../2014   2013/  still going on; began before all record; end unknown
    2021~  2021?  2021%           approximate, uncertain, both; on any part

Weeks have no form of their own in EDTF: they are written as a stretch from Monday to Sunday.
"""

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache, total_ordering

from timeline_app.errors import DateError

SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}
"""First and last month of each EDTF season; months over 12 lie in the next year."""

_UNIT = re.compile(
    r"(?P<century>\d{2})XX|(?P<decade>\d{3})X|(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?", re.ASCII
)


class Shape(StrEnum):
    """What a date says of the time between its earliest and latest day."""

    POINT = "point"
    """It happened at some moment of this day, month or year."""
    WITHIN = "within"
    """It happened at one moment somewhere in this stretch."""
    SPAN = "span"
    """It lasted all this time."""


class Precision(StrEnum):
    """The finest unit that the date names."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


_COARSE_LAST = list(Precision)


@total_ordering
@dataclass(frozen=True, slots=True)
class FuzzyDate:
    """A date that keeps its precision. Made by `parse` and the constructors below, never field by field.

    `earliest` and `latest` are the first and last possible day, both included; `None` is an open end.
    Two are equal when their EDTF is; the order is by earliest day, then by latest, so that "2013" comes before
    "February 2013" and a list of dates always sorts the same way.
    """

    edtf: str
    shape: Shape
    precision: Precision
    earliest: date | None
    latest: date | None
    approximate: bool = False

    @classmethod
    def parse(cls, text: str) -> "FuzzyDate":
        """Read EDTF. Raises `DateError` with the text and a form that would do."""
        return _parse(text.strip())

    @classmethod
    def of(cls, year: int, month: int | None = None, day: int | None = None) -> "FuzzyDate":
        """A point at the precision of what is given: a year, a month, a day."""
        parts = [f"{year:04d}"] + [f"{part:02d}" for part in (month, day) if part is not None]
        return cls.parse("-".join(parts))

    @classmethod
    def on(cls, day: date) -> "FuzzyDate":
        """The point that is this day."""
        return cls.parse(day.isoformat())

    @classmethod
    def within(cls, first: date, last: date) -> "FuzzyDate":
        """One moment from `first` to `last`, both included; a single day is a point."""
        return cls.on(first) if first == last else cls.parse(f"[{first.isoformat()}..{last.isoformat()}]")

    @classmethod
    def span(cls, first: "FuzzyDate | None", last: "FuzzyDate | None") -> "FuzzyDate":
        """It lasted from one point to another; `None` is an open end. Each end keeps its precision."""
        return cls.parse(f"{first.edtf if first else '..'}/{last.edtf if last else '..'}")

    def about(self) -> "FuzzyDate":
        """The same date, marked as approximate ("around", "vers")."""
        if self.approximate:
            return self
        if self.shape is Shape.POINT:
            return self.parse(self.edtf + "~")
        return self.parse(re.sub(r"(?<=[\dX])(?=[/\].,]|$)", "~", self.edtf))

    @property
    def exact(self) -> bool:
        """Whether it names one single day and says so without doubt."""
        return self.shape is Shape.POINT and self.precision is Precision.DAY and not self.approximate

    def days(self, until: date) -> tuple[date, date]:
        """First and last possible day with open ends closed: the end at `until`, the start at year 1."""
        first = self.earliest or date.min
        return first, self.latest or max(until, first)

    def overlaps(self, other: "FuzzyDate") -> bool:
        """Whether some day is possible for both."""
        return (self.earliest or date.min) <= (other.latest or date.max) and (other.earliest or date.min) <= (
            self.latest or date.max
        )

    @property
    def sort_key(self) -> tuple[date, date, str]:
        return (self.earliest or date.min, self.latest or date.max, self.edtf)

    def __lt__(self, other: object) -> bool:
        return self.sort_key < other.sort_key if isinstance(other, FuzzyDate) else NotImplemented

    def __str__(self) -> str:
        return self.edtf


def week_of(day: date) -> tuple[date, date]:
    """Monday and Sunday of the ISO week that holds the day."""
    monday = day.toordinal() - day.weekday()
    return date.fromordinal(monday), date.fromordinal(min(monday + 6, date.max.toordinal()))


@lru_cache(maxsize=65536)
def _parse(text: str) -> FuzzyDate:
    if text.startswith("[") and text.endswith("]"):
        return _read_set(text)
    if "/" in text:
        return _read_span(text)
    first, last, precision, about = _read_unit(text, text)
    return FuzzyDate(text, Shape.POINT, precision, first, last, about)


def _read_set(text: str) -> FuzzyDate:
    inside = text[1:-1]
    if inside.count("..") == 1 and "," not in inside:
        first, last, precision, about = _read_ends(*inside.split("..", 1), whole=text)
    else:
        units = [_read_unit(part, text) for part in inside.split(",")]
        first, last = min(u[0] for u in units), max(u[1] for u in units)
        precision, about = _coarsest(u[2] for u in units), any(u[3] for u in units)
    return FuzzyDate(text, Shape.WITHIN, precision, first, last, about)


def _read_span(text: str) -> FuzzyDate:
    ends = text.split("/")
    if len(ends) != 2:
        raise _bad(text, "a span has one slash")
    left, right = ("" if end == ".." else end for end in ends)
    first, last, precision, about = _read_ends(left, right, whole=text)
    return FuzzyDate(text, Shape.SPAN, precision, first, last, about)


def _read_ends(left: str, right: str, *, whole: str) -> tuple[date | None, date | None, Precision, bool]:
    units = [_read_unit(part, whole) if part else None for part in (left, right)]
    given = [unit for unit in units if unit]
    if not given:
        raise _bad(whole, "one end must be a date")
    first, last = (units[0][0] if units[0] else None), (units[1][1] if units[1] else None)
    if first and last and first > last:
        raise _bad(whole, "it ends before it begins")
    return first, last, _coarsest(unit[2] for unit in given), any(unit[3] for unit in given)


def _read_unit(part: str, whole: str) -> tuple[date, date, Precision, bool]:
    """First day, last day, precision and doubt of one date without slash or bracket."""
    bare = part.rstrip("~?%")
    if len(part) - len(bare) > 1 or not (m := _UNIT.fullmatch(bare)):
        raise _bad(whole, "not a date")
    about = bare != part
    try:
        if m["century"]:
            first = int(m["century"]) * 100
            return date(max(first, 1), 1, 1), date(first + 99, 12, 31), Precision.CENTURY, about
        if m["decade"]:
            first = int(m["decade"]) * 10
            return date(max(first, 1), 1, 1), date(first + 9, 12, 31), Precision.DECADE, about
        year = int(m["year"])
        if not m["month"]:
            return date(year, 1, 1), date(year, 12, 31), Precision.YEAR, about
        month = int(m["month"])
        if m["day"]:
            day = date(year, month, int(m["day"]))
            return day, day, Precision.DAY, about
        if month in SEASONS:
            start, end = SEASONS[month]
            return date(year, start, 1), _month_end(year + (end > 12), (end - 1) % 12 + 1), Precision.SEASON, about
        return date(year, month, 1), _month_end(year, month), Precision.MONTH, about
    except ValueError:
        raise _bad(whole, "there is no such day") from None


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _coarsest(precisions: Iterable[Precision]) -> Precision:
    return max(precisions, key=_COARSE_LAST.index)


def _bad(text: str, why: str) -> DateError:
    return DateError(
        f"{text!r} is not an EDTF date ({why}): write 2012, 2013-02, 2021-09-25, 2013-01/2014-08 or "
        "[2021-09-20..2021-09-26]"
    )
