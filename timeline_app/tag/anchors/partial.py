"""Calendar fields to dates: what the other end of a range lends, what the word before makes of it, what is unknown."""

from timeline_app.tag.anchors.counting import count, quarterly
from timeline_app.tag.anchors.dated import Dated
from timeline_app.tag.anchors.place import SPEECH, SPELLED, place
from timeline_app.tag.anchors.story import Story
from timeline_app.tag.anchors.stretching import stretched
from timeline_app.tag.calendar.meaning import Calendar, Shift
from timeline_app.tag.calendar.namedays import named_stretch
from timeline_app.tag.calendar.point import Point
from timeline_app.tag.rules.cues import PAST
from timeline_app.tag.rules.recognise import Found

_EDGE = 3
"""Letters between a year and the edge of the heading that it dates: room for "BC" or an article."""


def calendar(story: Story, one: Found, c: Calendar) -> Dated:
    outer = count(story, c.of, one)[0] if isinstance(c.of, Shift) else None
    if outer is None and c.of is not None:
        return _unplaced(one, c)
    placed = place(c, one.start, one.end, story.telling, story.around, outer)
    point = placed.point
    if point is None:
        return _unplaced(one, c)
    if c.period and story.telling.quarter and quarterly(story, one):
        point = Point("quarter", point.year, story.telling.quarter.index)
    if c.whole:
        point = point.to(c.whole) or point
    source = c.lent or placed.source
    spelled = source == SPELLED
    heading = story.around.heading(one.start) if spelled else None
    # the day of publication heads the page alone, and a year amid a heading is its subject: "since the 2015 accord"
    if heading and one.start < heading[1] and point != story.telling.now and _at_edge(story.text, one, heading):
        story.telling.head(heading, point.year)
    dated = Dated(one, "TIME" if c.time else "DATE", point.timex() + c.time, point, source=source)
    dated.base = story.base(source)
    dated.date = stretched(story, dated, point.fuzzy(c.part, about=c.about), c.part)
    if c.holiday and point.unit == "month":
        dated.date = named_stretch(c.holiday, point.year)
    story.tell(dated, spelled=spelled)
    if placed.source == SPEECH and c.year is None and story.telling.recent(point):
        story.around.speaks(one.start)
    if point.unit == "quarter" and c.quarter is not None:
        story.telling.report(point, one.start, past=story.around.tense(one.start, one.end) == PAST)
    return dated


def _at_edge(text: str, one: Found, heading: tuple[int, int]) -> bool:
    """Whether nothing but marks and the other end of a range stands between a date and an edge of its heading."""
    edges = text[heading[0] : one.start], text[one.end : heading[1]]
    return any(sum(map(str.isalpha, edge)) <= _EDGE for edge in edges)


def _unplaced(one: Found, c: Calendar) -> Dated:
    if c.weekday is not None and c.day is None:
        value = f"XXXX-WXX-{c.weekday}"
    elif c.day is not None:
        value = f"XXXX-{c.month:02d}-{c.day:02d}" if c.month else f"XXXX-XX-{c.day:02d}"
    elif c.month is not None:
        value = f"XXXX-{c.month:02d}"
    elif c.season is not None:
        value = f"XXXX-{('SP', 'SU', 'FA', 'WI')[c.season - 1]}"
    elif c.quarter is not None:
        value = f"XXXX-Q{c.quarter}"
    else:
        value = "XXXX-XX-XX" if c.holiday else "XXXX"
    return Dated(one, "TIME" if c.time else "DATE", value + c.time, notes=["unknown"])
