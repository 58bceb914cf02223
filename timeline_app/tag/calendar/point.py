"""`Point`: a unit of the calendar that has its place, from a century down to a day; how it is counted and written.

Years before Christ are negative: -490 is 490 BC. They have a TIMEX3 value, but no `FuzzyDate`.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from timeline_app.dates import FuzzyDate

UNITS = ("day", "weekend", "week", "month", "season", "quarter", "half", "year", "decade", "century", "millennium")
"""From fine to coarse."""


def finer(unit: str, than: str) -> bool:
    """Whether a unit is finer than another; hours and their parts are finer than all that is on the calendar."""
    return than in UNITS and (unit not in UNITS or UNITS.index(unit) < UNITS.index(than))


_SEASON = {1: "SP", 2: "SU", 3: "FA", 4: "WI"}
_SEASON_OF_MONTH = {3: 1, 4: 1, 5: 1, 6: 2, 7: 2, 8: 2, 9: 3, 10: 3, 11: 3, 12: 4, 1: 4, 2: 4}


@dataclass(frozen=True, slots=True)
class Point:
    """A unit on the calendar. `index` numbers it within its year: the month, ISO week, quarter, half or season.

    A decade's `year` is its first, a century's the first of its hundred. A week's `year` is the ISO year.
    """

    unit: str
    year: int
    index: int = 0
    day: int = 0

    @classmethod
    def on(cls, day: date) -> "Point":
        return cls("day", day.year, day.month, day.day)

    def first(self) -> date | None:
        """Its first day; `None` outside the years 1 to 9999."""
        try:
            return self._first()
        except (ValueError, OverflowError):
            return None

    def last(self) -> date | None:
        """Its last day; `None` outside the years 1 to 9999."""
        if self.unit == "day":
            return self.first()
        if self.unit == "weekend":
            saturday = self.first()
            return saturday + timedelta(days=1) if saturday else None
        try:
            if self.unit == "month":
                return date(self.year, self.index, monthrange(self.year, self.index)[1])
            following = self.shift(1)
            start = following.first() if following else None
            return start - timedelta(days=1) if start else None
        except (ValueError, OverflowError):
            return None

    def _first(self) -> date:
        match self.unit:
            case "day":
                return date(self.year, self.index, self.day)
            case "week":
                return date.fromisocalendar(self.year, self.index, 1)
            case "weekend":
                return date.fromisocalendar(self.year, self.index, 6)
            case "month":
                return date(self.year, self.index, 1)
            case "season":
                return date(self.year, 3 * self.index, 1)
            case "quarter":
                return date(self.year, 3 * self.index - 2, 1)
            case "half":
                return date(self.year, 6 * self.index - 5, 1)
            case _:
                return date(max(self.year, 1), 1, 1)

    def shift(self, count: int, unit: str | None = None) -> "Point | None":
        """The unit so many of its kind (or of another `unit`) later; `None` where the calendar ends."""
        unit = unit or self.unit
        try:
            if unit != self.unit:
                inside = self.to(unit)
                return inside.shift(count) if inside else None
            return self._shift(count)
        except (ValueError, OverflowError):
            return None

    def _shift(self, count: int) -> "Point":
        match self.unit:
            case "day":
                return Point.on(self._first() + timedelta(days=count))
            case "week" | "weekend":
                iso = (self._first() + timedelta(weeks=count)).isocalendar()
                return Point(self.unit, iso.year, iso.week)
            case "month" | "season" | "quarter" | "half":
                size = {"month": 12, "season": 4, "quarter": 4, "half": 2}[self.unit]
                moved = self.year * size + self.index - 1 + count
                return Point(self.unit, moved // size, moved % size + 1)
            case _:
                step = {"decade": 10, "century": 100, "millennium": 1000}.get(self.unit, 1)
                year = self.year + count * step
                if (self.year < 0) != (year < 0):  # there is no year 0
                    year += 1 if count > 0 else -1
                if abs(year) > 9999:
                    raise ValueError("beyond the calendar")
                return Point(self.unit, year)

    def to(self, unit: str) -> "Point | None":
        """The unit of this kind that it lies in, or that its first day lies in."""
        if unit == self.unit:
            return self
        if unit in ("year", "decade", "century", "millennium"):
            step = {"decade": 10, "century": 100, "millennium": 1000}.get(unit, 1)
            sign = -1 if self.year < 0 else 1
            year = sign * (abs(self.year) // step * step)
            if self.unit in ("week", "weekend"):
                start = self.first()
                year = start.year // step * step if start else year
            return Point(unit, year)
        if self.index and unit == "month" and self.unit == "day":
            return Point("month", self.year, self.index)
        day = self.first()
        if day is None:
            return None
        match unit:
            case "day":
                return Point.on(day)
            case "week" | "weekend":
                iso = day.isocalendar()
                return Point(unit, iso.year, iso.week)
            case "month":
                return Point(unit, day.year, day.month)
            case "season":
                return Point(unit, day.year - (day.month < 3), _SEASON_OF_MONTH[day.month])
            case "quarter":
                return Point(unit, day.year, (day.month + 2) // 3)
            case "half":
                return Point(unit, day.year, (day.month + 5) // 6)
        return None

    def timex(self) -> str:
        """The TIMEX3 value, as TimeBank and WikiWars write it: 1998-W05, 1998-Q3, 1943-SU, 199 for a decade."""
        era, year = ("BC", -self.year) if self.year < 0 else ("", self.year)
        match self.unit:
            case "day":
                return f"{era}{year:04d}-{self.index:02d}-{self.day:02d}"
            case "month":
                return f"{era}{year:04d}-{self.index:02d}"
            case "week":
                return f"{era}{year:04d}-W{self.index:02d}"
            case "weekend":
                return f"{era}{year:04d}-W{self.index:02d}-WE"
            case "season":
                return f"{era}{year:04d}-{_SEASON[self.index]}"
            case "quarter":
                return f"{era}{year:04d}-Q{self.index}"
            case "half":
                return f"{era}{year:04d}-H{self.index}"
            case "decade":
                return f"{era}{year // 10:03d}"
            case "century":
                return f"{era}{year // 100:02d}"
            case "millennium":
                return f"{era}{year // 1000}"
            case _:
                return f"{era}{year:04d}"

    def fuzzy(self, part: str | None = None, *, about: bool = False) -> FuzzyDate | None:
        """The date by the project's guidelines: a moment in a stretch for a part, week, weekend or season."""
        first, last = self.first(), self.last()
        if self.year < 1 or first is None or last is None:
            return None
        found = self._whole(first, last) if part is None else self._part(part, first, last)
        return found.about() if about else found

    def _whole(self, first: date, last: date) -> FuzzyDate:
        match self.unit:
            case "day":
                return FuzzyDate.on(first)
            case "month":
                return FuzzyDate.of(self.year, self.index)
            case "year":
                return FuzzyDate.of(self.year)
            case "quarter" | "half":
                return FuzzyDate.span(FuzzyDate.of(first.year, first.month), FuzzyDate.of(last.year, last.month))
            case "season":
                return _months(first, last)
            case "decade" | "century" | "millennium":
                return FuzzyDate.parse(f"[{first.year:04d}..{last.year:04d}]")
            case _:
                return FuzzyDate.within(first, last)

    def _part(self, part: str, first: date, last: date) -> FuzzyDate:
        """Early, mid and late as the guidelines cut them: a month by its days, a year by its months."""
        if self.unit == "day" and part == "overnight":
            return FuzzyDate.within(first, first + timedelta(days=1))
        if self.unit == "month":
            cuts = {"early": (1, 10), "mid": (11, 20), "late": (21, last.day), "first_half": (1, 15)}
            cuts |= {"start": cuts["early"], "end": cuts["late"], "second_half": (16, last.day)}
            cuts |= {f"week_{n}": (7 * n - 6, 7 * n) for n in (1, 2, 3, 4)} | {"week_last": (last.day - 6, last.day)}
            if part in cuts:
                start, end = cuts[part]
                return FuzzyDate.within(first.replace(day=start), first.replace(day=end))
        if self.unit == "year":
            months = {"early": (1, 4), "mid": (5, 8), "late": (9, 12), "start": (1, 4), "end": (9, 12)}
            if part in ("first_half", "second_half"):
                return FuzzyDate.span(*(FuzzyDate.of(self.year, m) for m in ((1, 6), (7, 12))[part == "second_half"]))
            if part in months:
                return _months(*(date(self.year, m, 1) for m in months[part]))
        if self.unit in ("decade", "century"):
            thirds = {"early": 0, "start": 0, "mid": 1, "late": 2, "end": 2}
            if part in thirds:
                step = (last.year - first.year + 1) / 3
                low = first.year + round(step * thirds[part])
                return FuzzyDate.parse(f"[{low:04d}..{first.year + round(step * (thirds[part] + 1)) - 1:04d}]")
        return self._whole(first, last)


def months_on(day: date, months: int) -> date | None:
    """The same day some months later, or the last of a shorter month."""
    month = Point("month", day.year, day.month).shift(months)
    last = month.last() if month else None
    return date(last.year, last.month, min(day.day, last.day)) if last else None


def _months(first: date, last: date) -> FuzzyDate:
    return FuzzyDate.parse(f"[{first.year:04d}-{first.month:02d}..{last.year:04d}-{last.month:02d}]")
