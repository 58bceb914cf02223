"""What one date lends another: the ends of a range and the days of a list share the month and year that one says."""

from dataclasses import replace

from timeline_app.tag.anchors.place import TOLD, place
from timeline_app.tag.anchors.story import Story
from timeline_app.tag.calendar.meaning import Calendar
from timeline_app.tag.calendar.point import Point
from timeline_app.tag.rules.recognise import Found

_NINETIES = 90
"""From when in a century a range in short may pass into the next: 1998-02, but not 2024-07."""
_JOINT = 10
"""Characters between two dates that are joined."""


def joined(story: Story, one: Found, other: Found) -> bool:
    """Whether a month or day without a year is joined to one that has it: "between 30 June and 11 July 2012"."""
    a, b = one.meaning, other.meaning
    if not (isinstance(a, Calendar) and isinstance(b, Calendar)) or a.year is not None or b.year is None:
        return False
    if a.of or a.which is not None or (a.month is None and a.season is None) or (b.month is None and b.season is None):
        return False
    gap = story.text[one.end : other.start]
    return len(gap) < _JOINT and " ".join(gap.lower().split()) in story.context.get("joints", ())


def shared(story: Story, one: Found) -> Calendar:
    """Its own fields and those that the other end of its range or list says for both."""
    own = one.meaning
    assert isinstance(own, Calendar), "asked only for calendar fields"
    last = story.done[-1] if story.done else None
    if own.short and own.year is not None and last and last.point and last.found.mate is one:  # 1833-35
        century = last.point.year // 100 * 100
        ahead = own.year > last.point.year % 100
        if ahead or last.point.year % 100 >= _NINETIES:
            return replace(own, year=century + own.year + (0 if ahead else 100), short=False)
    begun = _begun(story, one)
    if begun is not None and own.year is None and own.month is not None and own.which is None and own.of is None:
        start = begun.to("month")
        later = 1 if start and own.month < start.index else 0
        return replace(own, year=begun.year + later, lent=TOLD)
    other = one.mate.meaning if one.mate else None
    if isinstance(other, Calendar) and one.mate:
        if own.year is None and other.year is None and other.month is not None and own.of is None:
            last = story.done[-1] if story.done and story.done[-1].found is one.mate else None
            if last is not None:  # the end told before is dated already
                point, source = last.point, last.source
            else:
                placed = place(other, one.mate.start, one.mate.end, story.telling, story.around, None)
                point, source = placed.point, placed.source
            if point is not None and own.which is None:
                month, year = own.month or other.month, point.year
                turn = _turn((month, own.day), (other.month, other.day), later=last is not None)
                return replace(own, month=month, year=year + turn * (one.joins == "range"), lent=source)
        lent = {f: getattr(other, f) for f in ("month", "year", "of") if getattr(own, f) is None}
        if own.year is not None and other.year is not None and other.year < 0 < own.year:
            lent["year"] = -own.year
        if own.day is None and (own.month is not None or own.year is not None):
            lent.pop("month", None)
        own = replace(own, **lent, short=own.short or (own.year is None and other.short))
    return own


def _begun(story: Story, one: Found) -> Point | None:
    """The date that a range began with, where this is its end: from that month *until September*."""
    last = story.done[-1] if story.done else None
    if last is None or last.point is None or one.mate is not None:
        return None
    return last.point if _ranged(story, last.found, one) else None


def _ranged(story: Story, one: Found, other: Found) -> bool:
    """Whether two expressions are the ends of a range that a word opens: from one to the other."""
    gap = " ".join(story.text[one.end : other.start].lower().split())
    opened = [opening for opening, closing in story.context.get("range", ()) if opening and closing == gap]
    return len(gap) <= _JOINT and bool(opened) and bool(story.around.preceded(one.start, opened))


def turns(story: Story, one: Found, other: Found) -> bool:
    """Whether two months without a year are a range that passes the new year: it ends in the year that is told."""
    a, b = one.meaning, other.meaning
    if not (isinstance(a, Calendar) and isinstance(b, Calendar)):
        return False
    bare = a.year is None and b.year is None and a.of is None and b.of is None and a.which is None and b.which is None
    return bare and a.month is not None and b.month is not None and a.month > b.month and _ranged(story, one, other)


def _turn(own: tuple[int, int | None], other: tuple[int, int | None], *, later: bool) -> int:
    """Years between the ends of a range that passes the new year: December to January."""
    mine, theirs = ((month, day or 15) for month, day in (own, other))
    if later:
        return 1 if mine < theirs else 0
    return -1 if mine > theirs else 0
