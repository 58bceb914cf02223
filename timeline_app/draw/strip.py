"""One lane while it is being filled: what is in it, what was labelled, and how high that makes it.

From top to bottom: levels of labels, rows of markers, rows of bars, columns of counts, the lane's own periods.
Whatever was labelled stands in the highest rows, next to its label; then comes what is salient.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from timeline_app.draw.bands import Ribbon, height
from timeline_app.draw.chart import PAD, Chart, least_height, level_height
from timeline_app.draw.geometry import Form, Mark
from timeline_app.draw.labels import Levels, Place
from timeline_app.draw.lanes import Row
from timeline_app.draw.marks import BAR, RADIUS, TILDE, Extent, extent
from timeline_app.draw.rows import Rows

FOOT = 5.0
"""Between the labels and the marks."""
APART = 2.5
"""Between rows of markers, and of bars."""
BAR_ROW = 2 * BAR + APART


@dataclass(slots=True)
class Strip:
    """A lane in the making. `factor` shrinks the markers; heights are filled in by `pack`."""

    row: Row
    title: Sequence[str]
    factor: float
    level: float
    levels: Levels
    extents: dict[int, Extent]
    ribbons: list[Ribbon]
    columns: float = 0.0
    placed: dict[int, Place] = field(default_factory=dict)
    inside: dict[int, str] = field(default_factory=dict)
    refused: list[int] = field(default_factory=list)
    row_of: dict[int, int] = field(default_factory=dict)
    tops: list[float] = field(default_factory=list)
    points: float = 0.0
    bars: int = 0

    @property
    def label_height(self) -> float:
        return len(self.levels) * self.level + (FOOT if len(self.levels) else 0.0)

    @property
    def bands(self) -> float:
        return height(self.ribbons)

    @property
    def inner(self) -> float:
        """Height of what is in it."""
        parts = (self.points, self.bars * BAR_ROW, self.columns, self.bands)
        return self.label_height + sum(parts) + 4.0 * max(sum(part > 0 for part in parts) - 1, 0)

    @property
    def height(self) -> float:
        return max(self.inner + 2 * PAD, least_height(self.title))


def fill(chart: Chart, row: Row, title: Sequence[str], factor: float, only: Iterable[int] | None) -> Strip:
    """The lane with the places of its events along the axis; `only`: of these alone, the others are counted."""
    extents = {}
    for index in row.events if only is None else sorted(set(row.events) & set(only)):
        moment = chart.moments[index]
        radius = RADIUS[moment.event.salience] * factor
        extents[index] = extent(moment.times, chart.scale, now=chart.now, radius=radius)
    return Strip(
        row=row,
        title=title,
        factor=factor,
        level=level_height(chart.options),
        levels=Levels(chart.scale.pixels[0], chart.scale.pixels[-1]),
        extents=extents,
        ribbons=[],
    )


def pack(strip: Strip, chart: Chart) -> None:
    """Put markers and bars into rows in which none touches another."""
    strip.row_of.clear()
    points, bars = Rows(), Rows()
    highest: list[float] = []
    labelled = strip.placed.keys()
    moments = chart.moments
    for index in sorted(
        strip.extents, key=lambda at: (at not in labelled, -moments[at].event.salience, strip.extents[at].x, at)
    ):
        found = strip.extents[index]
        if found.form is Form.SPAN:
            strip.row_of[index] = bars.put(found.left - 1, found.right + 1)
            continue
        event = moments[index].event
        radius = RADIUS[event.salience] * strip.factor
        right = found.x + radius + 1 + (TILDE if event.date.approximate else 0.0)
        at = points.put(min(found.left - 2, found.x - radius - 1), max(found.right + 2, right))
        strip.row_of[index] = at
        if at == len(highest):
            highest.append(radius)
        highest[at] = max(highest[at], radius)
    strip.tops = []
    y = 0.0
    for radius in highest:
        strip.tops.append(y + radius)
        y += 2 * radius + APART
    strip.points, strip.bars = y, len(bars)


def mark(strip: Strip, chart: Chart, lane: int, index: int, foot: float) -> Mark:
    """The mark of an event; `foot` is where the markers begin."""
    event, found = chart.moments[index].event, strip.extents[index]
    at = strip.row_of[index]
    if found.form is Form.SPAN:
        y, radius = foot + strip.points + (4.0 if strip.points else 0.0) + (at + 0.5) * BAR_ROW, BAR
    else:
        y, radius = foot + strip.tops[at], RADIUS[event.salience] * strip.factor
    return Mark(
        event=event.id,
        lane=lane,
        form=found.form,
        kind=event.kind,
        status=event.status,
        approximate=event.date.approximate,
        salience=event.salience,
        x=found.x,
        y=y,
        radius=radius,
        left=found.left,
        right=found.right,
        solid_left=found.solid_left,
        solid_right=found.solid_right,
        open_left=found.open_left,
        open_right=found.open_right,
    )
