"""A `Calendar` meaning on the calendar: which year, month and day are meant where the text leaves them out."""

from dataclasses import dataclass
from datetime import date, timedelta

from timeline_app.tag.anchors.evidence import Surroundings
from timeline_app.tag.anchors.naming import decade, full_year, inside, named, real
from timeline_app.tag.anchors.nearest import LIMIT, OVER, near_now
from timeline_app.tag.anchors.telling import Telling
from timeline_app.tag.calendar.meaning import Calendar, Shift
from timeline_app.tag.calendar.point import Point, months_on
from timeline_app.tag.rules.cues import FUTURE, PAST

SPELLED, SPEECH, TOLD = "spelled", "published", "told"
"""Where the part that the text leaves out came from: nowhere, the publication date, the date told before."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A point and where it came from; `point` is `None` where there was nothing to tell the year by."""

    point: Point | None
    source: str


def place(c: Calendar, at: int, end: int, telling: Telling, around: Surroundings, outer: Point | None) -> Placed:
    """The point that the fields name. `outer` is the resolved coarser expression that they are said to be in."""
    if c.year is not None:
        return Placed(named(c, full_year(c, telling)), SPELLED)
    if c.century is not None:
        hundred = (abs(c.century) - 1) * 100
        return Placed(Point("century", -hundred if c.century < 0 else hundred), SPELLED)
    if c.decade is not None:
        return Placed(Point("decade", decade(c.decade, telling) if c.decade > 0 else c.decade), SPELLED)
    if outer is not None:
        return Placed(inside(c, outer), SPEECH if isinstance(c.of, Shift) and c.of.anchor == "speech" else TOLD)
    try:
        if c.weekday is not None and c.day is None and not c.rank:
            found = _weekday(c, at, end, telling, around)
            return Placed(found.point.shift(7 * c.weeks), found.source) if c.weeks and found.point else found
        if c.day is not None and c.month is None:
            return _day_alone(c, at, end, telling, around)
        return _without_year(c, at, end, telling, around)
    except OverflowError:  # published in the first or last week of the calendar
        return Placed(None, SPEECH)


def _weekday(c: Calendar, at: int, end: int, telling: Telling, around: Surroundings) -> Placed:
    assert c.weekday is not None, "asked only for weekdays"
    bygone = around.bygone(at, telling.year_now)
    base = telling.day.first() if telling.day else None
    if telling.told and telling.told.unit in ("week", "weekend"):
        base = telling.told.last()
    narrated = (
        bygone
        and telling.now != telling.day
        and c.which is None
        and (telling.now is None or around.tense(at, end) != FUTURE)
    )
    if base and (c.same or narrated):
        back = c.which == -1
        ahead = (c.weekday - 1 - base.weekday()) % 7
        return Placed(Point.on(base + timedelta(days=ahead - 7 if back else ahead)), TOLD)
    now = telling.now.first() if telling.now else None
    if now is None:
        return Placed(None, SPEECH)
    behind = (now.weekday() - (c.weekday - 1)) % 7
    if c.which == -1:
        return Placed(Point.on(now - timedelta(days=behind or 7)), SPEECH)
    if c.which == 1:
        return Placed(Point.on(now + timedelta(days=7 - behind)), SPEECH)
    ahead = (7 - behind) % 7
    tense = PAST if around.owned(end) and around.governed(at) != FUTURE else around.tense(at, end)
    if limit := around.preceded(at, around.cues.limit):  # "until Thursday they had not": the verb tells, not the limit
        still = around.preceded(at, around.cues.still) or around.put_off(at)
        tense = FUTURE if still else around.tense(at - len(limit) - 1, end)
    if c.which == 0 and not tense:
        tense = FUTURE
    return Placed(Point.on(now + timedelta(days=ahead) if tense == FUTURE else now - timedelta(days=behind)), SPEECH)


def _day_alone(c: Calendar, at: int, end: int, telling: Telling, around: Surroundings) -> Placed:
    """The 14th: of the month that was told of, where one was told nearby, else the nearest by tense."""
    assert c.day is not None, "asked only for days of a month"
    told = telling.told.to("month") if telling.told and telling.told.unit in ("day", "month", "week") else None
    goes_on = telling.told is not None and telling.told.unit == "day" and c.day > telling.told.day
    left = _left_behind(at, telling, around) and not goes_on and not around.heads_line(at)
    if told and not left and around.sentences_between(telling.told_at, at) <= 4:
        point = Point("day", told.year, told.index, c.day)
        day, today = point.first(), telling.now.first() if telling.now else None
        gone = bool(day and today and day < today and _tense(at, end, around) == FUTURE)
        if real(point) and _agrees(point, c.weekday) and not gone:
            return Placed(point, TOLD)
    if telling.now is None:
        return Placed(None, SPEECH)
    month = telling.now.to("month")
    tense = _tense(at, end, around)
    assert month, "a day has a month"
    step = 0
    if tense == FUTURE and c.day < telling.now.day:
        step = 1
    elif tense != FUTURE and c.day > telling.now.day:
        step = -1
    moved = month.shift(step)
    options = [moved, *(month.shift(k) for k in (0, -1, 1, -2, 2, -3, 3))]
    points = (Point("day", m.year, m.index, c.day) for m in options if m)
    return Placed(next((p for p in points if real(p) and _agrees(p, c.weekday)), None), SPEECH)


def _tense(at: int, end: int, around: Surroundings) -> str:
    """The tense around a date; a limit ("until the 17th") shows none by itself."""
    limit = around.preceded(at, around.cues.limit)
    return around.tense(at - len(limit) - 1, end) if limit else around.tense(at, end)


def _agrees(point: Point, weekday: int | None) -> bool:
    day = point.first()
    return weekday is None or (day is not None and day.isoweekday() == weekday)


def _without_year(c: Calendar, at: int, end: int, telling: Telling, around: Surroundings) -> Placed:
    """A month, day of a month, season, quarter or named day without its year."""
    found = Placed(None, SPEECH)
    heading = telling.heading_year(around.heading(at)) if c.which is None else None
    if c.same and telling.told:
        return Placed(_same(c, telling.told), TOLD)
    bygone = around.bygone(at, telling.year_now)
    tense = around.tense(at, end)
    if heading is not None and (tense != FUTURE or telling.year_now is None or heading < telling.year_now):
        found = Placed(named(c, heading), TOLD)
    elif c.which is None and tense != FUTURE and (told := _beside(c, at, telling, around)):
        found = Placed(told, TOLD)
    elif c.which is None and _follows_told(c, at, telling, around, bygone, tense):
        found = Placed(_after_told(c, telling), TOLD)
    elif telling.now is not None:
        then = telling.told.to("day") if c.which is not None and telling.told and bygone and around.quoted(at) else None
        if tense != FUTURE and around.limited(at):
            tense = LIMIT
        elif tense == PAST and around.leads(at) and around.text.startswith(",", end):
            tense = OVER
        found = Placed(near_now(c, then or telling.now, tense), TOLD if then else SPEECH)
    return _on_weekday(c, found, telling.now) if c.weekday is not None else found


def _same(c: Calendar, told: Point) -> Point | None:
    """That April: in the year told of. The following April: the next one after the date told."""
    month = told.to("month")
    if told.unit == "year" and c.season is not None and c.which:
        return named(c, told.year + c.which)
    here = told.to("season") if c.season is not None and c.which else None
    if here is not None and c.which:
        steps = (here.shift(step * c.which) for step in range(1, 5))
        return next((season for season in steps if season and season.index == c.season), None)
    if not c.which or c.month is None or month is None:
        return named(c, told.year)
    gap = (c.month - month.index) % 12
    other = month.shift((gap or 12) if c.which > 0 else gap - 12)
    return named(c, other.year) if other else None


def _on_weekday(c: Calendar, found: Placed, now: Point | None) -> Placed:
    """Monday 17 February is in a year that has it on a Monday: the one found, or one near it or near publication.

    Where none of these agrees, the text is wrong about the weekday, and the date stays.
    """
    day = found.point.first() if found.point else None
    if day is None or day.isoweekday() == c.weekday or now is None:
        return found
    today = now.first() or day
    for year in (now.year, now.year - 1, now.year + 1, day.year - 1, day.year + 1):
        point = named(c, year)
        other = point.first() if point else None
        if other is None or other.isoweekday() != c.weekday:
            continue
        if abs((other - today).days) <= _SEASON:
            return Placed(point, SPEECH)
        if found.source == TOLD and abs(other.year - day.year) == 1:
            return Placed(point, TOLD)
    return found


def _beside(c: Calendar, at: int, telling: Telling, around: Surroundings) -> Point | None:
    """A month or day of the year or season that stands beside it: "the following year, in January"."""
    told = telling.told
    if told is None or at - telling.told_at > _BESIDE or around.sentences_between(telling.told_at, at):
        return None
    if told.unit == "year" and (around.leads(telling.told_at) or at - telling.told_end <= _NEXT_TO):
        return named(c, told.year)
    first, last = told.first(), told.last()
    if told.unit not in ("season", "quarter", "half") or first is None or last is None:
        return None
    found = (named(c, year) for year in (first.year, last.year))
    return next((p for p in found if p and first <= (p.first() or date.min) and (p.last() or date.max) <= last), None)


def _follows_told(c: Calendar, at: int, telling: Telling, around: Surroundings, bygone: bool, tense: str) -> bool:
    """Whether the year is that of the date told before, not the one of publication."""
    if telling.year is None or telling.told is None:
        return False
    if telling.now is None:
        return True
    told = telling.told
    now, found = telling.now.first() or date.min, named(c, telling.now.year)
    same = around.sentences_between(telling.told_at, at) == 0
    last_year = told.year == telling.now.year - 1 and found is not None and (found.last() or date.max) <= now
    kept = telling.spelled + same + bygone >= 2  # the text stays in the year told, though it goes back in it
    if last_year and _goes_back(c, told, _FAR_BACK if kept and not bygone else 0 if not kept else 99):
        return False
    if bygone:
        return not _left_behind(at, telling, around)
    near = told.unit in ("day", "month") and around.sentences_between(telling.told_at, at) <= 1
    near = near and not around.parted(telling.told_at, at)
    # the future of history in an item of a chronology: "1 March 2015: the accord, which they will sign on 20 June"
    bygone_years = telling.year < telling.now.year - 1 and around.leads(telling.told_at)
    heads = bygone_years or around.heads_line(telling.told_at)
    if near and same and telling.year == told.year and tense == FUTURE and heads:
        later = named(c, told.year)
        return later is not None and (later.first() or date.min) >= (told.first() or date.max)
    if not near or not telling.year == told.year < telling.now.year:
        return False
    recent = found is not None and telling.recent(found)
    if around.preceded(at, around.cues.since):
        return False
    if tense == PAST:
        return not recent or (same and told.year < telling.now.year - 1)
    # the present of history: the sentence goes on, the next one opens with a date or the year is long past
    goes_on = same or at - around.sentence(at)[0] <= _AT_ONCE or told.year < telling.now.year - 1
    aside = recent and not (same and told.year < telling.now.year - 1)
    return goes_on and tense != FUTURE and found is not None and not aside


def _left_behind(at: int, telling: Telling, around: Surroundings) -> bool:
    """Whether a report of these days has gone on to another paragraph since it named the year."""
    return around.lively(at) and around.parted(telling.told_at, at)


def _goes_back(c: Calendar, told: Point, months: int = 0) -> bool:
    """Whether the month or day lies so many months and more before the date told in that date's year."""
    point, start = named(c, told.year), told.first()
    limit = months_on(start, -months) if start else None
    return bool(point and limit and (point.last() or date.max) < limit)


def _after_told(c: Calendar, telling: Telling) -> Point | None:
    """In the year told of; a winter's telling may pass into the next year or look back into the last."""
    assert telling.year is not None, "asked only where a year was told"
    found = named(c, telling.year)
    month, before = found.to("month") if found else None, telling.month.to("month") if telling.month else None
    if month and before and before.year == telling.year and c.season is None and c.quarter is None:
        gap = month.index - before.index
        if gap <= -_PASSING or gap >= _LOOKING_BACK:
            return named(c, telling.year + (1 if gap < 0 else -1))
    return found


_FAR_BACK = 3
"""Months back from which "arrested in July 2022, freed in January" goes on into the next year."""
_NEXT_TO = 6
"""Characters between a year and the day that stands directly behind it: "in 2008, on 10 May"."""
_BESIDE = 40
"""Characters within which a month stands beside the year that it is in."""
_SEASON = 270
"""Days from publication within which a date without its year lies, unless the text tells of other years."""
_AT_ONCE = 8
"""Characters of the words that may stand before a date that opens its sentence: "Le lundi"."""
_PASSING, _LOOKING_BACK = 9, 11
"""Months by which a telling that goes on must seem to go back to be in the next year; and the other way round."""
