"""What the words around a date make of it: since it, by the end of it, around it."""

from timeline_app.dates import FuzzyDate
from timeline_app.tag.anchors.dated import Dated
from timeline_app.tag.anchors.story import Story

_CLAUSE = 70
"""Characters of the longest clause that opens a sentence with "since"."""


def stretched(story: Story, dated: Dated, when: FuzzyDate | None, part: str | None = None) -> FuzzyDate | None:
    """The date with what the word before it makes of it: since -> open; by the end of -> its last month."""
    point, start = dated.point, dated.found.start
    if when is None or point is None:
        return when
    if dated.type == "DATE" and story.preceded(start, "about"):
        return when.about()
    if (story.preceded(start, "since") or _in_since_clause(story, dated)) and not _begins(story, dated):
        whole = point.fuzzy()
        if whole and whole.shape.value == "point":
            return FuzzyDate.span(whole, None)
        first = point.first()
        if first and point.unit in ("decade", "century", "millennium"):
            return FuzzyDate.span(FuzzyDate.of(first.year), None)
        if first and point.unit in ("season", "quarter", "half"):
            return FuzzyDate.span(FuzzyDate.of(first.year, first.month), None)
        return FuzzyDate.span(FuzzyDate.on(first), None) if first else when
    last = point.last()
    ended = part in ("end", "late") and point.unit in ("year", "half", "quarter")
    if ended and last and story.preceded(start, "limit"):
        return FuzzyDate.of(last.year, last.month)
    return when


def _begins(story: Story, dated: Dated) -> bool:
    """Whether the beginning itself is the news: "since 6 February 2015, when the first shells fell"."""
    behind = story.text[dated.found.end : dated.found.end + 20].lower()
    return behind.startswith(tuple(story.context.get("beginning", ())))


def _in_since_clause(story: Story, dated: Dated) -> bool:
    """Whether the sentence opens with a clause that says since when: "Since the schools opened on 1 October, ..."."""
    start = dated.found.start
    head = story.text[story.around.sentence(start)[0] : start].lower()
    opens = head.startswith(tuple(phrase + " " for phrase in story.context.get("since", ())))
    return (
        opens and len(head) < _CLAUSE and "," not in head and story.text[dated.found.end : dated.found.end + 1] == ","
    )
