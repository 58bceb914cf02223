"""A `FuzzyDate` in words: "25 September 2021", "early 2013", "in the week of 20 September 2021", "since January 2013".

Names of months come from Unicode CLDR through Babel, the phrases around them from `languages/xx/wording.toml`.
"""

import calendar
from datetime import date
from functools import lru_cache

from timeline_app.dates import FuzzyDate, Precision, Shape, week_of
from timeline_app.language import load

_THIRDS_OF_MONTH = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
_THIRDS_OF_YEAR = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}


@lru_cache(maxsize=65536)
def say_date(when: FuzzyDate, lang: str = "en") -> str:
    """What a reader would be told, with as much precision as the date has."""
    if when.shape is Shape.SPAN:
        said = _say_span(when, lang)
    elif when.shape is Shape.WITHIN:
        said = _say_within(when, lang)
    else:
        said = _say_unit(when, lang)
    return _phrase(lang, "about", said) if when.approximate else said


def _say_span(when: FuzzyDate, lang: str) -> str:
    first, last = (_end(part) for part in when.edtf.split("/"))
    if first and last:
        return _phrase(lang, "span", _say_unit(first, lang), _say_unit(last, lang))
    return _phrase(lang, "since", _say_end(first, lang)) if first else _phrase(lang, "until", _say_end(last, lang))


def _say_within(when: FuzzyDate, lang: str) -> str:
    inside = when.edtf[1:-1]
    if ".." not in inside:
        units = [FuzzyDate.parse(part) for part in inside.split(",")]
        return _phrase(lang, "one_of", ", ".join(_say_unit(u, lang) for u in units[:-1]), _say_unit(units[-1], lang))
    first, last = (_end(part) for part in inside.split("..", 1))
    if not first or not last:
        return _phrase(lang, "by", _say_end(last, lang)) if last else _phrase(lang, "after", _say_end(first, lang))
    assert when.earliest, "both ends are given"
    assert when.latest, "both ends are given"
    return _say_known_stretch(when.earliest, when.latest, lang) or _say_between(first, last, lang)


def _say_end(end: FuzzyDate | None, lang: str) -> str:
    """A date after a preposition, where some languages give a day its article."""
    assert end, "a stretch or span has one end at least"
    said = _say_unit(end, lang)
    return _phrase(lang, "the_day", said) if end.precision is Precision.DAY else said


def _say_known_stretch(first: date, last: date, lang: str) -> str:
    """The stretch by the name it has: a week, or the early, middle or late part of a month or year."""
    if (first, last) == week_of(first):
        return _phrase(lang, "week", _format(first, "day", lang))
    if (first.year, first.month) == (last.year, last.month):
        length = calendar.monthrange(first.year, first.month)[1]
        for part, (start, end) in _THIRDS_OF_MONTH.items():
            if (first.day, last.day) == (start, min(end, length)):
                return _phrase(lang, part, _format(first, "month", lang))
    if first.year == last.year and first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]:
        for part, months in _THIRDS_OF_YEAR.items():
            if (first.month, last.month) == months:
                return _phrase(lang, part, _format(first, "year", lang))
    return ""


def _say_between(first: FuzzyDate, last: FuzzyDate, lang: str) -> str:
    left = _say_end(first, lang)
    a, b = first.earliest, last.earliest
    if a and b and first.precision is last.precision is Precision.DAY and a.year == b.year:
        short = "day_of_month" if a.month == b.month else "day_and_month"
        left = _phrase(lang, "the_day", _format(a, short, lang))
    return _phrase(lang, "between", left, _say_end(last, lang))


def _say_unit(unit: FuzzyDate, lang: str) -> str:
    first = unit.earliest
    assert first, "a single date has a first day"
    words = load(lang, "wording")["unit"]
    if unit.precision in (Precision.DECADE, Precision.CENTURY):
        return str(words[unit.precision]).format(unit.edtf.rstrip("~?%").replace("X", "0"))
    if unit.precision is Precision.SEASON:
        return str(words[unit.edtf.rstrip("~?%")[5:7]]).format(first.year, first.year + 1)
    return _format(first, unit.precision, lang)


def _format(day: date, pattern: str, lang: str) -> str:
    from babel.dates import format_date  # heavy: only when a date is said

    words = load(lang, "wording")["unit"]
    said = format_date(day, words[pattern], locale=lang)
    ordinal_day = words.get("first_of_month") if day.day == 1 and words[pattern].startswith("d") else None
    return ordinal_day + said[1:] if ordinal_day else said


def _phrase(lang: str, name: str, *parts: str) -> str:
    return str(load(lang, "wording")["phrase"][name]).format(*parts)


def _end(part: str) -> FuzzyDate | None:
    """An end of a span or stretch as a date without its mark of doubt; `None` where it is open."""
    bare = part.rstrip("~?%")
    return FuzzyDate.parse(bare) if bare.strip(".") else None
