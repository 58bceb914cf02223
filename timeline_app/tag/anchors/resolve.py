"""From what expressions mean to dates: one pass in the order of the text, remembering what has been told.

Every expression is dated by what stands around it. A relative one counts from the publication date or from the date
told before; a partial one takes its year from one of the two. Nothing is guessed where neither is known.
"""

import re
from datetime import date

from timeline_app.tag.anchors.counting import after, shift
from timeline_app.tag.anchors.dated import Dated
from timeline_app.tag.anchors.evidence import Surroundings
from timeline_app.tag.anchors.lending import joined, shared, turns
from timeline_app.tag.anchors.lengths import duration
from timeline_app.tag.anchors.partial import calendar
from timeline_app.tag.anchors.story import Known, Story
from timeline_app.tag.anchors.telling import Telling
from timeline_app.tag.calendar.meaning import After, Calendar, Duration, Reference, Repeat, Shift
from timeline_app.tag.calendar.point import Point
from timeline_app.tag.rules.grammar import Grammar
from timeline_app.tag.rules.recognise import Found

_TITLED = re.compile(r"[\dA-Z]\w*(?: [A-Z]\w*)+")
_QUOTED = re.compile(r"[a-z,] (?:[\"“«]|''|``)\s?\Z")
_BEFORE_TITLE = 6
_LINE = 90
"""Characters of the longest line that a word such as "Published" at its start shows to be none of the report."""


def resolve(text: str, found: list[Found], published: date | None, rules: Grammar, known: Known) -> list[Dated]:
    """Date every expression, by the words that the language has for tense and context."""
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
    around = Surroundings(text, rules.cues, [p for p, _ in spelled], [y for _, y in spelled], spoken)
    telling = Telling(Point.on(published) if published else None)
    story = Story(text, around, telling, rules.data.get("context", {}), known)
    for one, following in zip(found, [*found[1:], None], strict=True):
        if one.mate is None and following is not None and joined(story, one, following):
            one.mate = following
        elif one.mate is None and following is not None and turns(story, one, following):
            one.mate, one.joins = following, "range"
        story.following = following
        if _wanted(story, one):
            story.done.append(_date(story, one))
    return story.done


def _wanted(story: Story, one: Found) -> bool:
    """Whether it stands where its rule says that it must: in a telling of bygone years, or by a verb's tense; and
    in no line of the page that is not the report's, such as the caption of a photograph."""
    line = story.text.rfind("\n", 0, one.start) + 1
    head = story.text[line : line + _LINE + 40].lstrip().lower()
    if head.startswith(tuple(story.context.get("furniture", ()))):
        return False
    if head.startswith(tuple(story.context.get("furniture_line", ()))) and len(head.split("\n", 1)[0]) < _LINE:
        return False
    if _in_title(story.text, one) and not story.around.owned(one.end):
        return False
    where = one.rule.where
    if where == "bygone":
        return story.bygone(one)
    if where == "head":
        return story.around.heads_line(one.start)
    return not where or story.around.tense(one.start, one.end) == where


def _in_title(text: str, one: Found) -> bool:
    """Whether a length or a shift is the name of a programme or book in the midst of a sentence: on "This Week"."""
    if isinstance(one.meaning, Calendar) or not _TITLED.fullmatch(text, one.start, one.end):
        return False
    return bool(_QUOTED.search(text, max(one.start - _BEFORE_TITLE, 0), one.start))


def _date(story: Story, one: Found) -> Dated:
    match one.meaning:
        case Calendar():
            return calendar(story, one, shared(story, one))
        case Shift():
            return shift(story, one, one.meaning)
        case After():
            return after(story, one, one.meaning)
        case Duration():
            return duration(story, one, one.meaning)
        case Repeat():
            return Dated(one, one.meaning.type, one.meaning.value)
        case Reference():
            return Dated(one, "DATE", one.meaning.value)
