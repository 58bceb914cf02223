"""Ranges: two dates that the text joins ("from March to May", "1955-1963") are one span, and each end says so."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from timeline_app.dates import FuzzyDate
from timeline_app.tag.anchors.dated import Dated
from timeline_app.tag.anchors.place import SPEECH
from timeline_app.tag.calendar.meaning import Calendar
from timeline_app.tag.calendar.point import Point

_WEEK = 7
_LONGEST_LINK = 12
_DASHES = ("-", "–", "—")


def join(dated: list[Dated], text: str, context: Mapping[str, Any]) -> None:
    """Give both ends of every range the date of the whole. Changes `dated`."""
    for one, other in pairwise(dated):
        if one.point is None or other.point is None or one.source == "range":
            continue
        if not _linked(one, other, text, context):
            continue
        _in_order(one, other)
        whole = _night(one.point, other.point) if _at_night(one, text, context) else _span(one.point, other.point)
        if whole:
            one.date = other.date = whole
            one.notes.append("range")
            other.notes.append("range")


def _in_order(one: Dated, other: Dated) -> None:
    """Weekdays that span the day of publication: from Monday to Wednesday, told on a Tuesday, began a week before."""
    days = all(
        isinstance(d.found.meaning, Calendar) and d.found.meaning.weekday and not d.found.meaning.day
        for d in (one, other)
    )
    first, last = one.point and one.point.first(), other.point and other.point.first()
    if not days or not first or not last or not 0 < (first - last).days < _WEEK or one.source != SPEECH:
        return
    moved, by = (other, _WEEK) if first.isoformat() > one.base else (one, -_WEEK)
    point = moved.point.shift(by) if moved.point else None
    if point:
        moved.point, moved.date = point, point.fuzzy()
        moved.value = point.timex() + moved.value[len(point.timex()) :]


def _linked(one: Dated, other: Dated, text: str, context: Mapping[str, Any]) -> bool:
    if one.found.mate is other.found and one.found.joins in ("range", "night"):
        return True
    gap = text[one.found.end : other.found.start]
    if len(gap) > _LONGEST_LINK or "\n" in gap:
        return False
    between = " ".join(gap.lower().split())
    if between in _DASHES:
        return True
    for opening, closing in context.get("range", ()):
        if between == closing and (not opening or _preceded(text, one.found.start, (opening,))):
            return True
    return False


def _at_night(one: Dated, text: str, context: Mapping[str, Any]) -> bool:
    return one.found.joins == "night" or _preceded(text, one.found.start, context.get("night", ()))


def _preceded(text: str, place: int, phrases: Sequence[str]) -> bool:
    """Whether one of the phrases, in small letters, stands just before a place."""
    before = " " + " ".join(text[max(0, place - 30) : place].lower().split())
    return before.endswith(tuple(mark + phrase for phrase in phrases for mark in " ("))


def _span(one: Point, other: Point) -> FuzzyDate | None:
    first, last = one.first(), other.last()
    if not first or not last or first > last or one == other:
        return None
    return FuzzyDate.span(_end(one, first=True), _end(other, first=False))


def _night(one: Point, other: Point) -> FuzzyDate | None:
    """A night from one day to the next is a moment in the two, not a span."""
    first, last = one.first(), other.last()
    return FuzzyDate.within(first, last) if first and last and 0 < (last - first).days < 7 else None


def _end(point: Point, *, first: bool) -> FuzzyDate:
    """A range's end at the precision of what is named; a week or quarter by its first or last day or month."""
    whole = point.fuzzy()
    if whole and whole.shape.value == "point":
        return whole
    day = point.first() if first else point.last()
    assert day, "a range is made only of points on the calendar"
    if point.unit in ("week", "weekend"):
        return FuzzyDate.on(day)
    if point.unit in ("decade", "century", "millennium"):
        return FuzzyDate.of(day.year)
    return FuzzyDate.of(day.year, day.month)
