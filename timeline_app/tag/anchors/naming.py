"""What calendar fields name once their year is known: a day, a month, the last Friday of a year."""

from datetime import timedelta

from timeline_app.tag.anchors.telling import Telling
from timeline_app.tag.calendar.meaning import Calendar
from timeline_app.tag.calendar.namedays import named_day
from timeline_app.tag.calendar.point import Point

LAST_DAY = -1


def full_year(c: Calendar, telling: Telling) -> int:
    """The year in full: '98 is the one nearest to what the text is about."""
    assert c.year is not None, "asked only where the text has a year"
    if not c.short:
        return c.year
    near = telling.year_now or telling.year or 2000
    return min((century + c.year for century in (near // 100 * 100 - 100, near // 100 * 100, near // 100 * 100 + 100)),
               key=lambda year: abs(year - near) if year <= near + 15 else 1000)  # fmt: skip


def decade(decade: int, telling: Telling) -> int:
    if decade >= 100:
        return decade
    near = telling.year_now or telling.year or 2000
    found = near // 100 * 100 + decade
    return found if found <= near else found - 100


def named(c: Calendar, year: int) -> Point | None:
    """The unit that the fields name in this year."""
    if c.holiday is not None:
        return named_day(c.holiday, year)
    if c.rank and c.weekday:
        return _ranked(c, Point("month", year, c.month) if c.month else Point("year", year))
    if c.month is not None:
        month = Point("month", year, c.month)
        if c.day == LAST_DAY:
            last = month.last()
            return Point.on(last) if last else None
        return Point("day", year, c.month, c.day) if c.day else month
    for unit in ("season", "quarter", "half"):
        index = getattr(c, unit)
        if index is not None:
            return Point(unit, year, index)
    return Point("year", year)


def _ranked(c: Calendar, unit: Point) -> Point | None:
    """The first, second or last such weekday of a month or year."""
    first, last = unit.first(), unit.last()
    if first is None or last is None or c.weekday is None:
        return None
    ahead = (c.weekday - first.isoweekday()) % 7 + 7 * (c.rank - 1)
    day = last - timedelta(days=(last.isoweekday() - c.weekday) % 7) if c.rank < 0 else first + timedelta(days=ahead)
    return Point.on(day) if first <= day <= last else None


def real(point: Point | None) -> bool:
    return point is not None and point.first() is not None


def inside(c: Calendar, outer: Point) -> Point | None:
    """The fields within a coarser point: the 5th of that month, June of last year, Friday of that week."""
    if c.day is not None and c.month is None:
        month = outer.to("month")
        if month and c.day == LAST_DAY:
            last = month.last()
            return Point.on(last) if last else None
        return Point("day", month.year, month.index, c.day) if month else None
    if c.weekday is not None and c.day is None:
        week = outer.to("week")
        monday = week.first() if week else None
        return Point.on(monday + timedelta(days=c.weekday - 1)) if monday else None
    return named(c, outer.year)
