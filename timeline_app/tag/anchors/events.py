"""The event that "a year after the coup" counts from: one that the text dates elsewhere, or one that is known."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from timeline_app.dates import FuzzyDate, Shape
from timeline_app.tag.anchors.dated import Dated
from timeline_app.tag.anchors.evidence import Surroundings
from timeline_app.tag.calendar.point import Point, months_on
from timeline_app.tag.rules.recognise import Found

_WORD = re.compile(r"[^\W\d_]+")
_REACH = 60
_MOST = 300
"""Expressions told before that are looked at."""
_RARE = 4
"""Mentions up to which a word names one event of the text."""
_ABOUT = 90
"""Days from the date told last within which a known event is what the text is about."""
_SHORTEST, _STEM = 4, 6
"""Words shorter than this name nothing; two words are the same where so many of their first letters are."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """An event that can be counted from, and how it is called in an explanation."""

    point: Point
    said: str


def find_event(
    text: str,
    one: Found,
    around: Surroundings,
    done: Sequence[Dated],
    known: Sequence[tuple[str, FuzzyDate]],
    told: date | None = None,
    alike: Sequence[Sequence[str]] = (),
) -> Anchor | None:
    """The event that the words behind an expression name. In the text the last one told wins; of known events only
    one whose label has every word, and only where there is no second, at least none about the date told last.

    `alike` are lists of words and phrases that tell one event: "a week before his *death*" where he *was killed*."""
    behind = re.split(r"[.,;:!?()\n]", text[one.reach : one.reach + _REACH], maxsplit=1)[0]
    words = [w for w in _WORD.findall(behind.lower()) if len(w) >= _SHORTEST][:4]
    if not words:
        return None
    found = _told(text, one, around, done, [_stem(w) for w in words], _others(words[0], alike))
    if found is not None:
        return Anchor(found, f"{behind.strip()} ({found.timex()})")
    wanted = {_stem(w) for w in words[:3]}
    hits = [
        (label, when)
        for label, when in known
        if when.earliest and when.shape is Shape.POINT and wanted <= {_stem(w) for w in _WORD.findall(label.lower())}
    ]
    if len(hits) > 1 and told is not None:  # of several, the one that the text is about
        hits = [(label, when) for label, when in hits if abs(((when.earliest or told) - told).days) <= _ABOUT]
    if len(hits) != 1:
        return None
    label, when = hits[0]
    assert when.earliest, "asked for above"
    units = {10: "day", 7: "month", 4: "year"}
    unit = units.get(len(when.edtf.rstrip("~?%")), "day")
    point = Point.on(when.earliest).to(unit)
    return Anchor(point, f"{label} ({when.edtf})") if point else None


def _others(word: str, alike: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The other words and phrases that may tell the event that this word names."""
    return tuple(other for group in alike if word in group for other in group if other != word)


def _told(
    text: str, one: Found, around: Surroundings, done: Sequence[Dated], stems: list[str], others: Sequence[str]
) -> Point | None:
    """The date of the last sentence that tells of the event, in its own word or in one of the `others`, or of the
    dated sentence beside it.

    A word that the text is full of names no event of its own: then a second word must agree.
    """
    small = text.lower()
    needed = min(len(stems), 1 if small.count(stems[0]) <= _RARE else 2)
    dated = [d for d in done[-_MOST:] if d.point is not None and d.source != "event" and d.found.end < one.start]
    low = around.sentence(one.start)[0]
    for d in reversed(dated):
        a, b = around.sentence(d.found.start)
        if a == low:
            continue
        told = {_stem(w) for w in _WORD.findall(small, a, b)}
        if stems[0] in told and len(told.intersection(stems)) >= needed:
            return d.point
    if others and needed == 1:
        telling = re.compile(rf"\b(?:{'|'.join(map(re.escape, others))})\b")
        for d in reversed(dated):
            a, b = around.sentence(d.found.start)
            if a != low and telling.search(small, a, b):
                return d.point
    place = small.rfind(stems[0], 0, low)
    if place < 0 or needed > 1:
        return None
    nearest = min(dated, key=lambda d: abs(d.found.start - place), default=None)
    return nearest.point if nearest and abs(around.sentences_between(nearest.found.start, place)) <= 1 else None


def near(event: Point, unit: str, direction: int) -> FuzzyDate | None:
    """The days, weeks or months before or after an event: a moment in the unit that is one coarser."""
    coarser = {"hour": "day", "day": "week", "week": "month", "month": "year"}.get(unit)
    day = event.first() if direction < 0 else event.last()
    edge = Point.on(day).shift(direction) if day else None
    if day is None or coarser is None or edge is None:
        return None
    if coarser == "day":
        return FuzzyDate.on(day)
    months = {"month": 1, "year": 12}.get(coarser, 0)
    other = months_on(day, direction * months) if months else date.fromordinal(day.toordinal() + 7 * direction)
    first = edge.first()
    if first is None or other is None:
        return None
    return FuzzyDate.within(*sorted((first, other)))


def _stem(word: str) -> str:
    return word[:_STEM]
