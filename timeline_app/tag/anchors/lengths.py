"""Lengths of time, and the stretch of the calendar that "the past 18 months" or "within a month" cover."""

from datetime import date, timedelta

from timeline_app.dates import FuzzyDate
from timeline_app.tag.anchors.counting import count, exactly
from timeline_app.tag.anchors.dated import Dated
from timeline_app.tag.anchors.naming import full_year
from timeline_app.tag.anchors.place import SPEECH, TOLD
from timeline_app.tag.anchors.story import Story
from timeline_app.tag.calendar.meaning import Calendar, Duration, Shift
from timeline_app.tag.calendar.point import Point, finer
from timeline_app.tag.rules.cues import PAST
from timeline_app.tag.rules.means import period
from timeline_app.tag.rules.recognise import Found


def duration(story: Story, one: Found, d: Duration) -> Dated:
    dated = Dated(one, "DURATION", period(d.amounts))
    unit, n = d.amounts[0]
    told = story.telling.told
    here, source = (told, TOLD) if d.side and told and story.bygone(one) else (story.telling.now, SPEECH)
    now = here.first() if here else None
    if unit == "month" and n in (6, 9):
        story.telling.quarter_at = -1_000_000  # figures of half a year or more: a year before is no quarter
    if d.opening:
        dated.date = _opening(story, one, d)
        return dated
    if d.then or (d.deadline and story.around.tense(one.start, one.end) == PAST and not story.around.wished(one.start)):
        return _narrated(story, dated, d)
    if d.side and now and n is not None:
        dated.date = _deadline(unit, n, now) if d.deadline else _span(unit, n, d.side, now)
        dated.source, dated.base = source, now.isoformat()
        other = Point.on(now).shift(round(d.side * n), unit) if d.dated else None
        if other is not None:
            dated.type, dated.value = "DATE", other.timex()
    return dated


def _opening(story: Story, one: Found, d: Duration) -> FuzzyDate | None:
    """The first months or quarters of a year: "the first nine months of 2020"."""
    unit, n = d.amounts[0]
    months, other = round((n or 0) * {"month": 1, "quarter": 3}.get(unit, 0)), story.following
    year = story.telling.year if story.bygone(one) else story.telling.year_now
    if d.opening == "behind":
        year = None
        if other and isinstance(other.meaning, Calendar) and other.meaning.year is not None:
            year = full_year(other.meaning, story.telling)
        elif other and isinstance(other.meaning, Shift) and (point := count(story, other.meaning, other)[0]):
            year = point.year
    if year is None or not 0 < months <= 12:
        return None
    return FuzzyDate.span(FuzzyDate.of(year, 1), FuzzyDate.of(year, months)) if months > 1 else FuzzyDate.of(year, 1)


def _narrated(story: Story, dated: Dated, d: Duration) -> Dated:
    """Counted from the day told just before: "fell on 11 May; all were back *within a week*", "au bout de" so long.

    Nothing is dated where no day was told close by.
    """
    told, (unit, n), start = story.telling.told, d.amounts[0], dated.found.start
    near = story.around.sentences_between(story.telling.told_at, start) <= 1
    if told is None or n is None or not near or told.unit not in ("day", "month") or finer(unit, told.unit):
        return dated
    exact = d.deadline and told.unit == "day"
    end, first = exactly(told, round(n), unit) if exact else told.shift(round(n), unit), told.first()
    last = end.last() if end else None
    if end and first and last:
        dated.date = FuzzyDate.within(first, last) if d.deadline else end.fuzzy()
        dated.source, dated.base = TOLD, told.timex()
    return dated


def _deadline(unit: str, n: float, now: date) -> FuzzyDate | None:
    """Some moment from the day of publication to so many units later: "within a month"."""
    days = {"hour": n / 24, "day": n, "week": n * 7, "weekend": n * 7}.get(unit)
    if days is not None:
        limit = _moved(now, round(days))
        return FuzzyDate.within(now, limit) if limit else None
    last = Point.on(now).shift(round(n), unit) if unit in ("month", "year", "quarter") else None
    month = last.to("month") if last and unit == "month" else Point("month", last.year, now.month) if last else None
    end = month.last() if month else None
    return FuzzyDate.within(now, end.replace(day=min(end.day, now.day))) if end else None


def _span(unit: str, n: float, side: int, now: date) -> FuzzyDate | None:
    """The stretch of so many units that ends or begins at the day of publication, in their own precision."""
    here = Point.on(now)
    if unit == "year" and n <= 1:
        unit, n = "month", n * 12
    if unit in ("month", "year", "quarter", "half", "decade", "century"):
        months = round(n * {"month": 1, "quarter": 3, "half": 6}.get(unit, 0))
        years = round(n * {"year": 1, "decade": 10, "century": 100}.get(unit, 0))
        there = here.shift(side * months, "month") if months else here.shift(side * years, "year")
        whole = here.to("month" if months else "year")
    else:
        days = round(n * {"hour": 1 / 24, "day": 1, "week": 7, "weekend": 7}.get(unit, 0))
        moved = _moved(now, side * days)
        there = Point.on(moved) if moved else None
        whole = here
    a, b = (there, whole) if side < 0 else (whole, there)
    first, last = (a.fuzzy() if a else None), (b.fuzzy() if b else None)
    if first is None or last is None or first == last:
        return first
    return FuzzyDate.span(first, last)


def _moved(day: date, days: int) -> date | None:
    """So many days later; `None` where the calendar ends."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None
