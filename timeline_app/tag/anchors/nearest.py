"""Which year is meant where the day of publication tells it: by a direction in words, by tense, else by distance."""

from datetime import date

from timeline_app.tag.anchors.naming import named, real
from timeline_app.tag.calendar.meaning import Calendar
from timeline_app.tag.calendar.point import Point
from timeline_app.tag.rules.cues import FUTURE, PAST

LIMIT = "limit"
"""Tense of what is to be done by a date: it may have been, or still be to come."""
OVER = "over"
"""Tense of what a sentence that opens with the date tells as done."""
_PULL = {OVER: 60, PAST: 6, LIMIT: 1.2, FUTURE: 0.15}
"""How many times nearer the next one must be than the last for it to be meant, by tense."""


def near_now(c: Calendar, now: Point, tense: str) -> Point | None:
    """The one that tense or a direction in words shows, else the nearest."""
    today = now.first()
    assert today, "a publication date is on the calendar"
    options = [(p, p.first(), p.last()) for p in (named(c, now.year + k) for k in (-2, -1, 0, 1, 2)) if p and real(p)]
    past = [p for p, a, b in options if b and b < today]
    coming = [p for p, a, b in options if a and a > today]
    present = next((p for p, a, b in options if a and b and a <= today <= b), None)
    if c.which == -1:
        return past[-1] if past else None
    if c.which == 1:
        return coming[0] if coming else None
    if c.which == 0:
        return named(c, now.year)
    if present is not None:
        return present
    return _nearest(past, coming, today, tense)


def _nearest(past: list[Point], coming: list[Point], today: date, tense: str = "") -> Point | None:
    """The last one gone or the next to come: as tense shows, unless the other is far nearer."""
    if not past or not coming:
        return past[-1] if past else coming[0] if coming else None
    behind = (today - (past[-1].last() or today)).days
    ahead = ((coming[0].first() or today) - today).days
    return past[-1] if behind <= _PULL.get(tense, 6) * ahead else coming[0]
