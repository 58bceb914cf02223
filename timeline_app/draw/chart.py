"""What the parts of the chart share: what there is to draw, what has been drawn, and the measures of a lane."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from timeline_app.draw.geometry import Band, Bin, Heading, Label, Lane, Mark, Rect, Stretch, Tick
from timeline_app.draw.lanes import Row
from timeline_app.draw.marks import Times
from timeline_app.draw.metrics import LINE
from timeline_app.draw.options import Options
from timeline_app.draw.scale import Scale
from timeline_app.model import Event, Kind

EDGE = 14.0
"""Least distance of anything from the edge of the picture."""
PAD, TIGHT = 9.0, 5.0
"""Above and below what a lane holds, and where the height is given."""
TITLE, NOTE = 13.0, 11.0
"""Font sizes of a lane's title and of the note under it."""
TICK = 10.0
"""Font size of the number of labels that found no room."""
HEADING = 24.0
"""Height of the name of a group of lanes."""


class Moment(NamedTuple):
    """An event and when it was, as days. A tuple, because there may be a hundred thousand."""

    event: Event
    times: Times


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """What there is to draw: `moments` in order of time with their `kinds`, `rows` that hold their indices.

    `crowded`: there are too many to show each, they are counted. `room` is the height that the lanes may take.
    """

    scale: Scale
    rows: Sequence[Row]
    titles: Sequence[tuple[str, ...]]
    moments: Sequence[Moment]
    kinds: Sequence[Kind]
    now: float
    window: tuple[date, date]
    crowded: bool
    room: float | None
    options: Options


@dataclass(slots=True)
class Drawn:
    """What has been drawn so far, down to `bottom`; `told` are the moments that have a mark of their own."""

    bottom: float
    lanes: list[Lane] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    bins: list[Bin] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    ticks: list[Tick] = field(default_factory=list)
    bands: list[Band] = field(default_factory=list)
    uncovered: list[Stretch] = field(default_factory=list)
    told: set[int] = field(default_factory=set)


def level_height(options: Options) -> float:
    """Height of one level of labels: a line of text and a little air."""
    return options.font * LINE + 2.0


def title_height(title: Sequence[str], notes: int = 1) -> float:
    """Height that the title and the notes of a lane need."""
    return len(title) * TITLE * LINE + notes * NOTE * LINE


def title_box(rect: Rect, title: Sequence[str], notes: int = 1) -> Rect:
    """Where title and notes stand: in the gutter, level with the middle of the lane."""
    half = title_height(title, notes) / 2
    return Rect(EDGE, rect.middle - half, max(rect.left - EDGE, EDGE), rect.middle + half)


def count(number: int) -> str:
    return "1 event" if number == 1 else f"{number:,} events"
