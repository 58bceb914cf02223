"""`Story`: the text, what stands around each expression and what has been told so far, as all resolving sees it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from timeline_app.dates import FuzzyDate
from timeline_app.tag.anchors.dated import Dated
from timeline_app.tag.anchors.evidence import Surroundings
from timeline_app.tag.anchors.place import SPEECH, TOLD
from timeline_app.tag.anchors.telling import Telling
from timeline_app.tag.calendar.meaning import Shift
from timeline_app.tag.calendar.point import Point
from timeline_app.tag.rules.recognise import Found

Known = Sequence[tuple[str, FuzzyDate]]


@dataclass(slots=True)
class Story:
    """One text while it is read. `context` is the table of that name in the language's `tag.toml`; `following` is the
    expression behind the one that is being dated."""

    text: str
    around: Surroundings
    telling: Telling
    context: dict[str, Any]
    known: Known
    done: list[Dated] = field(default_factory=list)
    following: Found | None = None

    def bygone(self, one: Found) -> bool:
        """Whether the text around an expression tells of years gone by."""
        return self.around.bygone(one.start, self.telling.year_now)

    def preceded(self, place: int, kind: str) -> bool:
        """Whether one of the context's phrases of a kind stands just before a place."""
        return bool(self.around.preceded(place, self.context.get(kind, ())))

    def base(self, source: str) -> str:
        if source == SPEECH and self.telling.now:
            return self.telling.now.timex()
        return self.telling.told.timex() if source == TOLD and self.telling.told else ""

    def _over(self, point: Point) -> bool:
        """Whether a date lies before the year of publication."""
        return self.telling.year_now is not None and point.year < self.telling.year_now

    def tell(self, dated: Dated, *, spelled: bool = False) -> None:
        """Remember the date, unless it counts from the day of publication amid a telling of bygone years."""
        start = dated.found.start
        speech = dated.source == SPEECH and isinstance(dated.found.meaning, Shift)
        opens = speech and dated.point is not None and dated.point.unit == "year" and self.around.leads(start)
        if dated.point and (opens or not (speech and self.bygone(dated.found))):
            ahead = self.preceded(start, "since") or (self.preceded(start, "limit") and not self._over(dated.point))
            self.telling.tell(
                dated.point, start, dated.found.end, spelled=spelled, leads=self.around.leads(start), ahead=ahead
            )
