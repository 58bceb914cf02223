"""`Dated`: an expression with its place on the calendar, before it is written down."""

from dataclasses import dataclass, field

from timeline_app.dates import FuzzyDate
from timeline_app.tag.calendar.point import Point
from timeline_app.tag.rules.recognise import Found


@dataclass(slots=True)
class Dated:
    """An expression with its place: what `write` turns into a `TimeExpression`.

    `source` is where what the text leaves out came from (`SPELLED`, `SPEECH`, `TOLD`, "event"), `base` the date that
    it was counted from.
    """

    found: Found
    type: str
    value: str
    point: Point | None = None
    date: FuzzyDate | None = None
    source: str = ""
    base: str = ""
    notes: list[str] = field(default_factory=list)
