"""Counted dates: so many units from the day of publication, from the date told before or from an event."""

from datetime import date

from timeline_app.tag.anchors.dated import Dated
from timeline_app.tag.anchors.events import Anchor, find_event, near
from timeline_app.tag.anchors.lending import shared
from timeline_app.tag.anchors.place import SPEECH, TOLD, place
from timeline_app.tag.anchors.story import Story
from timeline_app.tag.anchors.stretching import stretched
from timeline_app.tag.calendar.meaning import After, Calendar, Shift
from timeline_app.tag.calendar.point import Point, finer, months_on
from timeline_app.tag.rules.cues import FUTURE, PAST
from timeline_app.tag.rules.means import period
from timeline_app.tag.rules.recognise import Found

_CARRIED = 45
"""Characters between "two days after" and the date of the event that it counts from."""
_HALF_QUARTER = 45
"""Days from the middle of a quarter to its end."""
_OF_A_DAY = ("hour", "minute", "second")
_FIGURES = 2500
"""Characters for which a report goes on giving figures of the quarter it named."""


def shift(story: Story, one: Found, s: Shift) -> Dated:
    if s.amount is None:
        return _vague(story, one, s)
    if s.ahead and story.around.tense(one.start, one.end) != FUTURE:
        return Dated(one, "DURATION", period(((s.unit, s.amount),)))
    point, source, base = count(story, s, one)
    if point is None:
        blank = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX"}
        return Dated(one, "TIME" if s.time else "DATE", blank.get(s.unit, "XXXX") + s.time, notes=["unknown"])
    dated = Dated(one, "TIME" if s.time else "DATE", point.timex() + s.time, point, source=source, base=base)
    dated.date = stretched(story, dated, point.fuzzy(s.part, about=s.about), s.part)
    if not s.aside:
        story.tell(dated)
    return dated


def _vague(story: Story, one: Found, s: Shift) -> Dated:
    """Nobody says how many units: hours later is the same day, days later has no place on the calendar."""
    dated = Dated(one, "DATE", "PAST_REF" if s.part == "past" else "FUTURE_REF")
    day = story.telling.day
    if day and s.anchor == "told" and s.unit in _OF_A_DAY and day == story.telling.told:
        dated.date, dated.source, dated.base = day.fuzzy(), TOLD, day.timex()
    return dated


def count(story: Story, s: Shift, one: Found) -> tuple[Point | None, str, str]:
    """The point so many units from where it counts from, where that came from, and the day it was."""
    start, source = _anchor(story, s, one)
    if start is None or s.amount is None:
        return None, source, ""
    base = start.timex()
    if s.unit == "same":
        return start, source, base
    if s.more and (first := exactly(start, int(s.amount), s.unit)):
        finer_unit, count_ = s.more
        day = exactly(first, int(count_), finer_unit)
        return (day.to(finer_unit) if day else None), source, base
    if s.exact and start.unit == "day":
        return exactly(start, int(s.amount), s.unit), source, base
    if s.unit in ("second", "minute", "hour"):
        day = start.to("day")
        if day and s.unit == "hour" and abs(s.amount) >= 24:
            return day.shift(round(s.amount / 24)), source, base
        return day, source, base
    years = {"decade": 10, "century": 100, "millennium": 1000}.get(s.unit)
    if years and not s.bare and s.amount:
        return start.shift(round(s.amount * years), "year"), source, base
    if s.amount != int(s.amount) and s.unit == "year":
        return start.shift(round(s.amount * 12), "month"), source, base
    amount = int(s.amount)
    if s.unit == "year" and amount == -1 and not s.bare and quarterly(story, one):
        quarter = story.telling.quarter
        assert quarter, "quarterly says so"
        return quarter.shift(-4), TOLD, quarter.timex()
    if s.by_tense and story.telling.now:
        return _by_tense(story, s, one), source, base
    if s.unit == "quarter" and amount == 0 and s.anchor == "told":
        return _ended(story, one) or _reported_quarter(story, one), TOLD, base
    if s.unit == "year" and amount == -1 and s.anchor == "told" and (same := _compared(story, one)):
        return same, TOLD, base
    if s.inside and finer(s.inside, s.unit) and (day := exactly(start, amount, s.unit)):
        return (_same_weekday(day, start) if s.inside == "week" else day).to(s.inside), source, base
    return start.shift(amount, s.unit), source, base


def exactly(start: Point, count: int, unit: str) -> Point | None:
    """The day so many units from a day: "a year to the day later"."""
    day = start.first()
    if day is None:
        return None
    months = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}.get(unit)
    if months is None:
        return Point.on(day).shift(count * {"week": 7, "weekend": 7}.get(unit, 1))
    moved = months_on(day, count * months)
    return Point.on(moved) if moved else None


def _same_weekday(day: Point, start: Point) -> Point:
    """The day nearest to this one that is of the same weekday as another: a year ago *this week*."""
    first, other = day.first(), start.first()
    ahead = (other.weekday() - first.weekday() + 3) % 7 - 3 if first and other else 0
    return day.shift(ahead) or day


def _by_tense(story: Story, s: Shift, one: Found) -> Point | None:
    """The unit that is going on, or else the last one, or in the future tense the next: "the weekend"."""
    now = story.telling.now
    here = now.to(s.unit) if now else None
    first = here.first() if here else None
    today = now.first() if now else None
    if here is None or first is None or today is None or first <= today:
        return here
    return here if story.around.tense(one.start, one.end) == FUTURE else here.shift(-1)


def quarterly(story: Story, one: Found) -> bool:
    """Whether a year ago means the same quarter of that year: the figures around are those of a quarter."""
    return story.telling.quarter is not None and one.start - story.telling.quarter_at < _FIGURES


def _reported_quarter(story: Story, one: Found) -> Point | None:
    """The quarter that the text gives figures for: the one it named, else the last that is over."""
    if story.telling.quarter is None and story.telling.now:
        story.telling.quarter = story.telling.now.shift(-1, "quarter")
    story.telling.quarter_at = one.start
    return story.telling.quarter


def _ended(story: Story, one: Found) -> Point | None:
    """The quarter whose last day stands behind: "the quarter ended 30 June"; figures are told for it from here on.

    One that ends amid a quarter of the calendar is the one that holds most of its days.
    """
    other = story.following
    if other is None or not isinstance(other.meaning, Calendar) or other.meaning.day is None:
        return None
    if " ".join(story.text[one.end : other.start].lower().split()) not in story.context.get("ended", ()):
        return None
    day = place(shared(story, other), other.start, other.end, story.telling, story.around, None).point
    middle = day.shift(-_HALF_QUARTER) if day and day.unit == "day" else None
    quarter = middle.to("quarter") if middle else None
    if story.telling.quarter is None and quarter:  # else it is named by its number in a year of the company's own
        story.telling.quarter, story.telling.quarter_at = quarter, one.start
    return quarter


def _compared(story: Story, one: Found) -> Point | None:
    """The year that a report of these days compares its figures with, where it names that again: "a year earlier"."""
    told, now = story.telling.told, story.telling.now
    if told is None or now is None or told.unit not in ("year", "quarter") or told.year != now.year - 1:
        return None
    last = next((d.found.meaning for d in reversed(story.done) if d.point == told), None)
    again = isinstance(last, Shift) and last.unit == "year" and last.amount == -1
    return told.to("year") if again and not story.bygone(one) else None


def _anchor(story: Story, s: Shift, one: Found) -> tuple[Point | None, str]:
    told, now = story.telling.told, story.telling.now
    if s.time and s.anchor == "either" and now is not None and story.around.heads_entry(one.start, one.end):
        return now, SPEECH  # the hour at the head of a live report's entry
    near_told = (
        s.time and s.anchor == "either" and story.around.sentences_between(story.telling.told_at, one.start) <= 1
    )
    if near_told and story.telling.day:
        return story.telling.day, TOLD
    if s.ahead and told is not None and story.around.foretold(one.start) and not _ahead(story, told, one):
        near = story.around.sentences_between(story.telling.told_at, one.start) <= 1
        return (told, TOLD) if near and told.unit in ("day", "month") else (None, TOLD)
    if s.anchor == "told" and told is None and s.amount and s.amount > 0 and not s.bare:
        return None, TOLD  # "six years later", with nothing told that it could be later than
    if s.anchor == "told" and told is not None and s.amount and s.amount < 0 and _ahead(story, told, one):
        return now, SPEECH  # "the fund opens in May. Two weeks earlier forty men were killed"
    if s.anchor == "told" and told is not None:
        if s.unit in ("day", "hour", "minute", "second") and told.unit != "day" and story.telling.day:
            return (story.telling.day if told.unit == "year" or _within(story.telling.day, told) else None), TOLD
        return (None if _too_coarse(s, told) else told), TOLD
    if s.anchor == "narrated" and told is not None and told.unit in ("day", "month") and now is not None:
        near = story.around.sentences_between(story.telling.told_at, one.start) <= 1
        if (
            near
            and story.around.tense(one.start, one.end) == PAST
            and (told.first() or date.max) <= (now.first() or date.min)
        ):
            return told, TOLD
    strict = s.anchor == "speech" and (
        story.context.get("speech_is_publication", False) or not story.around.quoted(one.start)
    )
    if s.anchor != "told" and not strict and told is not None and story.bygone(one):
        return told, TOLD  # who spoke of "today" or "next year" there did so then
    return now, SPEECH


def _within(day: Point, told: Point) -> bool:
    """Whether the last day told lies in what was told since, rather than before it: else nobody knows the day."""
    first, start, end = day.first(), told.first(), told.last()
    return bool(first and start and end and start <= first <= end)


def _ahead(story: Story, told: Point, one: Found) -> bool:
    """Whether what was told is still to come, and the expression stands by no verb of the future tense."""
    today, first = (story.telling.now.first() if story.telling.now else None), told.first()
    return bool(today and first and first > today) and story.around.tense(one.start, one.end) != FUTURE


def _too_coarse(s: Shift, told: Point) -> bool:
    """Whether what was told does not say from which day to count: that day, two days later, after a year."""
    return s.unit in ("day", "week", "weekend") and told.unit not in ("day", "week", "weekend", "month")


def after(story: Story, one: Found, a: After) -> Dated:
    """Counted from an event that the text dates elsewhere or that is known; else only the length of time."""
    dated = Dated(one, "DURATION", period(((a.unit, a.amount),)))
    same = story.done[-1] if story.done else None
    before = same.point if same and story.around.sentences_between(same.found.start, one.start) == 0 else None
    if a.amount is None:
        if before and before.unit == "day" and a.unit == "hour":
            dated.date, dated.source, dated.base = before.fuzzy(), TOLD, before.timex()
            return dated
        event = _event(story, one)
        if event is not None:
            dated.date, dated.source, dated.base = near(event.point, a.unit, a.direction), "event", event.said
        return dated
    if a.amount != int(a.amount):
        return dated
    carried = _carried(story, one, a)
    if carried is None and same and before and not finer(a.unit, before.unit):
        # "fell on 14 November, a fortnight after the base was left": what is dated is the leaving
        parted = ";" in story.text[same.found.end : one.start]  # what follows is told anew
        point = _moved(before, a.direction * int(a.amount) * (1 if parted else -1), a)
        if point is not None and same.found.end <= one.start:
            dated.date, dated.source, dated.base = point.fuzzy(), TOLD, before.timex()
            return dated
    event = carried or _event(story, one)
    if event is None:
        return dated
    point = _moved(event.point, a.direction * int(a.amount), a)
    if point is None:
        return dated
    when = point.fuzzy()
    dated = Dated(one, "DATE", point.timex(), point, when, source="event", base=event.said)
    story.tell(dated)
    return dated


def _moved(start: Point, count: int, a: After) -> Point | None:
    return exactly(start, count, a.unit) if a.exact and start.unit == "day" else start.shift(count, a.unit)


def _event(story: Story, one: Found) -> Anchor | None:
    told = story.telling.told.first() if story.telling.told else None
    alike = story.context.get("alike_events", ())
    return find_event(story.text, one, story.around, story.done, story.known, told, alike)


def _carried(story: Story, one: Found, a: After) -> Anchor | None:
    """The event that carries its own date: two days after *the attack of 3 June*, on the eve of *Christmas*."""
    other = story.following
    if other is None or not isinstance(other.meaning, Calendar):
        return None
    gap = " ".join(story.text[one.end : other.start].lower().replace("’", "'").split())
    if (
        len(gap) > _CARRIED
        or (gap and not gap.endswith(tuple(story.context.get("of", ()))))
        or set(gap) & set(",;:.!?()")
    ):
        return None
    point = place(shared(story, other), other.start, other.end, story.telling, story.around, None).point
    if point is None or finer(a.unit, point.unit):
        return None
    return Anchor(point, f"{gap} {story.text[other.start : other.end]}".strip())
