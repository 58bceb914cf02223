"""From what expressions mean to dates: one pass in the order of the text, remembering what has been told.

Every expression is dated by what stands around it. A relative one counts from the publication date or from the date
told before; a partial one takes its year from one of the two. Nothing is guessed where neither is known.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from timeline_app.dates import FuzzyDate
from timeline_app.tag.dated import Dated
from timeline_app.tag.evidence import Cues, Surroundings
from timeline_app.tag.events import Anchor, find_event, near
from timeline_app.tag.meaning import After, Calendar, Duration, Reference, Repeat, Shift
from timeline_app.tag.means import period
from timeline_app.tag.namedays import named_stretch
from timeline_app.tag.place import SPEECH, SPELLED, TOLD, place
from timeline_app.tag.point import UNITS, Point
from timeline_app.tag.recognise import Found
from timeline_app.tag.telling import Telling

_CARRIED = 45
"""Characters between "two days after" and the date of the event that it counts from."""
_JOINT = 10
"""Characters between two dates that are joined."""
_FIGURES = 2500
"""Characters for which a report goes on giving figures of the quarter it named."""
Known = Sequence[tuple[str, FuzzyDate]]


@dataclass(slots=True)
class Resolver:
    """Dates the expressions of one text."""

    text: str
    around: Surroundings
    telling: Telling
    context: dict[str, Any]
    known: Known
    done: list[Dated] = field(default_factory=list)
    following: Found | None = None

    def run(self, found: list[Found]) -> list[Dated]:
        for one, following in zip(found, [*found[1:], None], strict=True):
            if one.mate is None and following is not None and self.joined(one, following):
                one.mate = following
            self.following = following
            if self.wanted(one):
                self.done.append(self.date_one(one))
        return self.done

    def wanted(self, one: Found) -> bool:
        """Whether it stands where its rule says that it must: in a telling of bygone years, or by a verb's tense; and
        in no line of the page that is not the report's, such as the caption of a photograph."""
        line = self.text.rfind("\n", 0, one.start) + 1
        if self.text[line : line + 40].lstrip().lower().startswith(tuple(self.context.get("furniture", ()))):
            return False
        where = one.rule.where
        if where == "bygone":
            return self.around.bygone(one.start, self.telling.year_now)
        return not where or self.around.tense(one.start, one.end) == where

    def date_one(self, one: Found) -> Dated:
        match one.meaning:
            case Calendar():
                return self.calendar(one, self.shared(one))
            case Shift():
                return self.shift(one, one.meaning)
            case After():
                return self.after(one, one.meaning)
            case Duration():
                return self.duration(one, one.meaning)
            case Repeat():
                return Dated(one, one.meaning.type, one.meaning.value)
            case Reference():
                return Dated(one, "DATE", one.meaning.value)

    def joined(self, one: Found, other: Found) -> bool:
        """Whether a month or day without a year is joined to one that has it: "between 30 June and 11 July 2012"."""
        a, b = one.meaning, other.meaning
        if not (isinstance(a, Calendar) and isinstance(b, Calendar)) or a.year is not None or b.year is None:
            return False
        if a.of or a.which is not None or (a.month is None and a.season is None) or (b.month is None and b.season is None):
            return False
        gap = self.text[one.end : other.start]
        return len(gap) < _JOINT and " ".join(gap.lower().split()) in self.context.get("joints", ())

    def shared(self, one: Found) -> Calendar:
        """Its own fields and those that the other end of its range or list says for both."""
        own = one.meaning
        assert isinstance(own, Calendar), "asked only for calendar fields"
        other = one.mate.meaning if one.mate else None
        if isinstance(other, Calendar) and one.mate:
            if own.year is None and other.year is None and other.month is not None and own.of is None:
                placed = place(other, one.mate.start, one.mate.end, self.telling, self.around, None)
                if placed.point is not None and own.which is None:
                    month, year = own.month or other.month, placed.point.year
                    turned = one.joins == "range" and (month, own.day or 0) > (other.month, other.day or 31)
                    return replace(own, month=month, year=year - turned, lent=placed.source)
            lent = {f: getattr(other, f) for f in ("month", "year", "of") if getattr(own, f) is None}
            if own.year is not None and other.year is not None and other.year < 0 < own.year:
                lent["year"] = -own.year
            if own.day is None and (own.month is not None or own.year is not None):
                lent.pop("month", None)
            own = replace(own, **lent, short=own.short or (own.year is None and other.short))
        return own

    # --- calendar ---------------------------------------------------------------------------------------------

    def calendar(self, one: Found, c: Calendar) -> Dated:
        outer = self.count(c.of, one)[0] if isinstance(c.of, Shift) else None
        if outer is None and c.of is not None:
            return self.unplaced(one, c)
        placed = place(c, one.start, one.end, self.telling, self.around, outer)
        point = placed.point
        if point is None:
            return self.unplaced(one, c)
        if c.period and self.telling.quarter and self.quarterly(one):
            point = Point("quarter", point.year, self.telling.quarter.index)
        if c.whole:
            point = point.to(c.whole) or point
        source = c.lent or placed.source
        spelled = source == SPELLED
        if spelled and (heading := self.around.heading(one.start)) and one.start < heading[1]:
            self.telling.head(heading, point.year)
        dated = Dated(one, "TIME" if c.time else "DATE", point.timex() + c.time, point, source=source)
        dated.base = self.base(source)
        dated.date = self.stretched(dated, point.fuzzy(c.part, about=c.about), c.part)
        if c.holiday and point.unit == "month":
            dated.date = named_stretch(c.holiday, point.year)
        self.tell(dated, spelled=spelled)
        if placed.source == SPEECH and c.year is None and self.telling.recent(point):
            self.around.speaks(one.start)
        if point.unit == "quarter" and c.quarter is not None:
            self.telling.report(point, one.start)
        return dated

    def unplaced(self, one: Found, c: Calendar) -> Dated:
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

    def stretched(self, dated: Dated, when: FuzzyDate | None, part: str | None = None) -> FuzzyDate | None:
        """The date with what the word before it makes of it: since -> open; by the end of -> its last month."""
        point, start = dated.point, dated.found.start
        if when is None or point is None:
            return when
        if dated.type == "DATE" and self.around.preceded(start, self.context.get("about", ())):
            return when.about()
        if self.around.preceded(start, self.context.get("since", ())) and not self.begins(dated):
            whole = point.fuzzy()
            if whole and whole.shape.value == "point":
                return FuzzyDate.span(whole, None)
            first = point.first()
            if first and point.unit in ("season", "quarter", "half"):
                return FuzzyDate.span(FuzzyDate.of(first.year, first.month), None)
            return FuzzyDate.span(FuzzyDate.on(first), None) if first else when
        last = point.last()
        if part in ("end", "late") and point.unit == "year" and last:
            if self.around.preceded(start, self.context.get("limit", ())):
                return FuzzyDate.of(last.year, last.month)
        return when

    def begins(self, dated: Dated) -> bool:
        """Whether the beginning itself is the news: "since 6 February 2015, when the first shells fell"."""
        behind = self.text[dated.found.end : dated.found.end + 20].lower()
        return behind.startswith(tuple(self.context.get("beginning", ())))

    def base(self, source: str) -> str:
        if source == SPEECH and self.telling.now:
            return self.telling.now.timex()
        return self.telling.told.timex() if source == TOLD and self.telling.told else ""

    # --- shifts -----------------------------------------------------------------------------------------------

    def shift(self, one: Found, s: Shift) -> Dated:
        if s.amount is None:
            return Dated(one, "DATE", "PAST_REF" if s.part == "past" else "FUTURE_REF")
        point, source, base = self.count(s, one)
        if point is None:
            blank = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX"}
            return Dated(one, "TIME" if s.time else "DATE", blank.get(s.unit, "XXXX") + s.time, notes=["unknown"])
        dated = Dated(one, "TIME" if s.time else "DATE", point.timex() + s.time, point, source=source, base=base)
        dated.date = self.stretched(dated, point.fuzzy(s.part, about=s.about), s.part)
        if not s.aside:
            self.tell(dated)
        return dated

    def tell(self, dated: Dated, *, spelled: bool = False) -> None:
        """Remember the date, unless it counts from the day of publication amid a telling of bygone years."""
        start = dated.found.start
        speech = dated.source == SPEECH and isinstance(dated.found.meaning, Shift)
        if dated.point and not (speech and self.around.bygone(start, self.telling.year_now)):
            ahead = self.around.preceded(start, self.context.get("limit", ()))
            self.telling.tell(dated.point, start, spelled=spelled, leads=self.around.leads(start), ahead=bool(ahead))

    def count(self, s: Shift, one: Found) -> tuple[Point | None, str, str]:
        """The point so many units from where it counts from, where that came from, and the day it was."""
        anchor, source = self.anchor(s, one)
        if anchor is None or s.amount is None:
            return None, source, ""
        base = anchor.timex()
        if s.unit == "same":
            return anchor, source, base
        if s.unit in ("second", "minute", "hour"):
            day = anchor.to("day")
            if day and s.unit == "hour" and abs(s.amount) >= 24:
                return day.shift(round(s.amount / 24)), source, base
            return day, source, base
        if s.unit == "decade" and not s.bare and s.amount:
            return anchor.shift(round(s.amount * 10), "year"), source, base
        if s.amount != int(s.amount) and s.unit == "year":
            return anchor.shift(round(s.amount * 12), "month"), source, base
        amount = int(s.amount)
        if s.unit == "year" and amount == -1 and not s.bare and self.quarterly(one):
            quarter = self.telling.quarter
            assert quarter, "quarterly says so"
            return quarter.shift(-4), TOLD, quarter.timex()
        if s.by_tense and self.telling.now:
            return self.by_tense(s, one), source, base
        if s.unit == "quarter" and amount == 0 and s.anchor == "told":
            return self.reported_quarter(one), TOLD, base
        return anchor.shift(amount, s.unit), source, base

    def by_tense(self, s: Shift, one: Found) -> Point | None:
        """The unit that is going on, or else the last one, or in the future tense the next: "the weekend"."""
        now = self.telling.now
        here = now.to(s.unit) if now else None
        first = here.first() if here else None
        today = now.first() if now else None
        if here is None or first is None or today is None or first <= today:
            return here
        return here if self.around.tense(one.start, one.end) == "future" else here.shift(-1)

    def quarterly(self, one: Found) -> bool:
        """Whether a year ago means the same quarter of that year: the figures around are those of a quarter."""
        return self.telling.quarter is not None and one.start - self.telling.quarter_at < _FIGURES

    def reported_quarter(self, one: Found) -> Point | None:
        """The quarter that the text gives figures for: the one it named, else the last that is over."""
        if self.telling.quarter is None and self.telling.now:
            self.telling.quarter, self.telling.quarter_at = self.telling.now.shift(-1, "quarter"), one.start
        return self.telling.quarter

    def anchor(self, s: Shift, one: Found) -> tuple[Point | None, str]:
        told, now = self.telling.told, self.telling.now
        if s.time and s.anchor == "either" and self.telling.day:
            if self.around.sentences_between(self.telling.told_at, one.start) <= 1:
                return self.telling.day, TOLD
        if s.anchor == "told" and told is not None:
            if s.unit in ("day", "hour", "minute", "second") and told.unit != "day" and self.telling.day:
                return self.telling.day, TOLD
            return told, TOLD
        strict = s.anchor == "speech" and self.context.get("speech_is_publication", False)
        if s.anchor != "told" and not strict and told is not None and self.around.bygone(one.start, self.telling.year_now):
            return told, TOLD  # who spoke of "today" or "next year" there did so then
        return now, SPEECH

    def after(self, one: Found, a: After) -> Dated:
        """Counted from an event that the text dates elsewhere or that is known; else only the length of time."""
        dated = Dated(one, "DURATION", period(((a.unit, a.amount),)))
        if a.amount is None:
            event = find_event(self.text, one, self.around, self.done, self.known)
            if event is not None:
                dated.date, dated.source, dated.base = near(event.point, a.unit, a.direction), "event", event.said
            return dated
        if a.amount != int(a.amount):
            return dated
        carried = self.carried(one, a)
        same = self.done[-1] if self.done else None
        if carried is None and same and same.point and self.around.sentences_between(same.found.start, one.start) == 0:
            # "fell on 14 November, a fortnight after the base was left": what is dated is the leaving
            point = same.point.shift(-a.direction * int(a.amount), a.unit)
            if point is not None and same.found.end <= one.start:
                dated.date, dated.source, dated.base = point.fuzzy(), TOLD, same.point.timex()
                return dated
        event = carried or find_event(self.text, one, self.around, self.done, self.known)
        if event is None:
            return dated
        point = event.point.shift(a.direction * int(a.amount), a.unit)
        if point is None:
            return dated
        when = point.fuzzy()
        dated = Dated(one, "DATE", point.timex(), point, when, source="event", base=event.said)
        self.tell(dated)
        return dated

    def carried(self, one: Found, a: After) -> Anchor | None:
        """The event that carries its own date: two days after *the attack of 3 June*, on the eve of *Christmas*."""
        other = self.following
        if other is None or not isinstance(other.meaning, Calendar):
            return None
        gap = " ".join(self.text[one.end : other.start].lower().replace("’", "'").split())
        if len(gap) > _CARRIED or not gap.endswith(tuple(self.context.get("of", ()))) or set(gap) & set(",;:.!?()"):
            return None
        point = place(self.shared(other), other.start, other.end, self.telling, self.around, None).point
        if point is None or UNITS.index(a.unit) < UNITS.index(point.unit):
            return None
        return Anchor(point, f"{gap} {self.text[other.start : other.end]}".strip())

    # --- durations --------------------------------------------------------------------------------------------

    def duration(self, one: Found, d: Duration) -> Dated:
        dated = Dated(one, "DURATION", period(d.amounts))
        unit, n = d.amounts[0]
        now = self.telling.now.first() if self.telling.now else None
        if d.side and now and n is not None:
            dated.date = _deadline(unit, n, now) if d.deadline else _span(unit, n, d.side, now)
            dated.source, dated.base = SPEECH, now.isoformat()
        return dated


def _deadline(unit: str, n: float, now: date) -> FuzzyDate | None:
    """Some moment from the day of publication to so many units later: "within a month"."""
    days = {"hour": n / 24, "day": n, "week": n * 7, "weekend": n * 7}.get(unit)
    if days is not None:
        return FuzzyDate.within(now, now + timedelta(days=round(days))) if days < 100000 else None
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
        days = round(n * {"day": 1, "week": 7, "weekend": 7}.get(unit, 0))
        there = Point.on(now + timedelta(days=side * days)) if abs(days) < 100000 else None
        whole = here
    a, b = (there, whole) if side < 0 else (whole, there)
    first, last = (a.fuzzy() if a else None), (b.fuzzy() if b else None)
    if first is None or last is None or first == last:
        return first
    return FuzzyDate.span(first, last)


def resolve(text: str, found: list[Found], published: date | None, data: dict[str, Any], known: Known) -> list[Dated]:
    """Date every expression. `data` is the language's `tag.toml`."""
    spelled = [
        (one.start, one.meaning.year)
        for one in found
        if isinstance(one.meaning, Calendar) and one.meaning.year is not None and not one.meaning.short
    ]
    spoken = [
        one.start
        for one in found
        if (isinstance(one.meaning, Calendar) and one.meaning.weekday and one.meaning.day is None)
        or (isinstance(one.meaning, Shift) and one.meaning.anchor == "speech")
    ]
    around = Surroundings(text, Cues.of(data), [p for p, _ in spelled], [y for _, y in spelled], spoken)
    telling = Telling(Point.on(published) if published else None)
    return Resolver(text, around, telling, data.get("context", {}), known).run(found)
