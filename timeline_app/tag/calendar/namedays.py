"""Days with a name: feasts and national days by calendar libraries, which are imported when they are needed."""

from datetime import date, timedelta
from functools import lru_cache

from timeline_app.dates import FuzzyDate
from timeline_app.tag.calendar.point import Point

FIXED = {
    "christmas": (12, 25), "christmas_eve": (12, 24), "new_year": (1, 1), "new_years_eve": (12, 31),
    "valentine": (2, 14), "halloween": (10, 31), "all_saints": (11, 1), "assumption": (8, 15), "epiphany": (1, 6),
    "labour_day": (5, 1), "womens_day": (3, 8), "bastille_day": (7, 14), "armistice": (11, 11),
    "independence_us": (7, 4), "boxing_day": (12, 26), "april_fools": (4, 1), "victory_day": (5, 8),
}  # fmt: skip
"""Month and day of named days that never move."""
EASTER = {
    "ash_wednesday": -46, "palm_sunday": -7, "good_friday": -2, "easter": 0, "easter_monday": 1, "ascension": 39,
    "pentecost": 49, "whit_monday": 50,
}  # fmt: skip
"""Days from Easter Sunday."""
FLOATING = {
    "thanksgiving": (11, 4, 4), "election_day_us": (11, 2, 0), "memorial_day": (5, 1, -1), "labor_day_us": (9, 1, 1),
    "mlk_day": (1, 1, 3), "columbus_day": (10, 1, 2), "presidents_day": (2, 1, 3), "mothers_day": (5, 7, 2),
}  # fmt: skip
"""Month, ISO weekday and which one in the month: -1 the last, 0 the first after a Monday."""
HIJRI = {
    "eid_al_fitr": (10, 1), "eid_al_adha": (12, 10), "ramadan": (9, 0), "ashura": (1, 10), "mawlid": (3, 12),
    "hijri_new_year": (1, 1),
}  # fmt: skip
"""Month and day in the Islamic calendar; day 0: the whole month."""

NATIONAL = "national:"
"""Before the code of the country whose national day is meant."""


@lru_cache(maxsize=4096)
def named_day(name: str, year: int) -> Point | None:
    """The day in this year; `None` where the year has none, or its calendar is not known so far back or ahead."""
    try:
        if name in FIXED:
            return Point("day", year, *FIXED[name])
        if name in EASTER:
            return Point.on(easter(year) + timedelta(days=EASTER[name]))
        if name in FLOATING:
            return Point.on(_floating(year, *FLOATING[name]))
        if name in HIJRI:
            return _hijri(year, *HIJRI[name])
        if name.startswith(NATIONAL):
            return _national(name.removeprefix(NATIONAL), year)
    except (ValueError, OverflowError):
        return None
    return None


@lru_cache(maxsize=1024)
def named_stretch(name: str, year: int) -> FuzzyDate | None:
    """First to last day of a named month, such as Ramadan, as a span."""
    from hijridate import Hijri

    first = named_day(name, year)
    if first is None or first.unit != "month":
        return None
    hijri_year = _hijri_year(HIJRI[name][0], year)
    if hijri_year is None:
        return None
    start = Hijri(hijri_year, HIJRI[name][0], 1)
    begins = date(*start.to_gregorian().datetuple())
    ends = begins + timedelta(days=start.month_length() - 1)
    return FuzzyDate.span(FuzzyDate.on(begins), FuzzyDate.on(ends))


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar, by Butcher's method (Nature, 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    j = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * j) // 433
    month = (h + j - 7 * m + 90) // 25
    return date(year, month, (h + j - 7 * m + 33 * month + 19) % 32)


def _floating(year: int, month: int, weekday: int, which: int) -> date:
    if which == -1:
        last = date(year, month + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    if which == 0:  # the day after the first Monday
        return first + timedelta(days=(1 - first.isoweekday()) % 7 + 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (which - 1))


def _hijri(year: int, month: int, day: int) -> Point | None:
    """The Umm al-Qura date of a day or month of the Islamic calendar that falls in this year (the later, if two do)."""
    from hijridate import Hijri

    hijri_year = _hijri_year(month, year, day or 1)
    if hijri_year is None:
        return None
    found = Hijri(hijri_year, month, day or 1).to_gregorian()
    return Point("day", *found.datetuple()) if day else Point("month", found.year, found.month)


def _hijri_year(month: int, year: int, day: int = 1) -> int | None:
    """The Islamic year whose day falls in this year."""
    from hijridate import Gregorian, Hijri

    first, last = (Gregorian(year, *edge).to_hijri().year for edge in ((1, 1), (12, 31)))
    return next((h for h in range(last, first - 1, -1) if Hijri(h, month, day).to_gregorian().year == year), None)


def _national(country: str, year: int) -> Point | None:
    """A country's day of independence, else its national day, from the holidays library."""
    import holidays

    try:
        days = holidays.country_holidays(country, years=year, language="en_US")
    except NotImplementedError:
        return None
    for wanted in ("Independence Day", "Independence", "National Day"):
        for day, name in sorted(days.items()):
            if day.year == year and (name == wanted or (wanted != "Independence Day" and wanted in name)):
                return Point.on(day)
    return None
