"""One lane while it is being filled: what is in it, what was labelled, and how high that makes it.

From top to bottom: levels of labels, rows of markers, rows of bars, columns of counts, the lane's own periods.
Whatever was labelled stands in the highest rows, next to its label; then comes what is salient.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from timeline_app.draw.bands import Ribbon, height
from timeline_app.draw.chart import PAD, TIGHT, Chart, level_height, title_height
from timeline_app.draw.geometry import Form, Mark
from timeline_app.draw.labels import Levels, Place
from timeline_app.draw.lanes import Row
from timeline_app.draw.marks import BAR, NAMED_BAR, RADIUS, TILDE, Extent, extent
from timeline_app.draw.rows import Rows
from timeline_app.model import Event

FOOT = 5.0
"""Between the labels and the marks."""
APART = 2.5
"""Between rows of markers, and of bars."""
BETWEEN = 4.0
"""Between the parts of a lane."""


@dataclass(frozen=True, slots=True)
class Unnamed:
    """Events, by index, without room for their words; their number takes `wide` pixels from `left`."""

    events: tuple[int, ...]
    x: float
    left: float
    wide: float


@dataclass(slots=True)
class Strip:
    """A lane in the making. `factor` shrinks the markers; heights are filled in by `pack`."""

    row: Row
    title: Sequence[str]
    factor: float
    level: float
    pad: float
    levels: Levels
    extents: dict[int, Extent]
    ribbons: list[Ribbon]
    columns: float = 0.0
    inside: dict[int, tuple[str, float]] = field(default_factory=dict)
    refused: list[int] = field(default_factory=list)
    unnamed: tuple[Unnamed, ...] = ()
    numbers: float = 0.0
    row_of: dict[int, int] = field(default_factory=dict)
    point_rows: list[float] = field(default_factory=list)
    bar_rows: list[float] = field(default_factory=list)
    points: float = 0.0
    bars: float = 0.0

    @property
    def placed(self) -> Mapping[int, Place]:
        """The labels above the marks."""
        return self.levels.places

    @property
    def labelled(self) -> int:
        """How many of its events bear their words."""
        return len(self.placed) + len(self.inside)

    @property
    def label_height(self) -> float:
        return len(self.levels) * self.level + self.numbers + (FOOT if len(self.levels) or self.numbers else 0.0)

    @property
    def bands(self) -> float:
        return height(self.ribbons)

    @property
    def inner(self) -> float:
        """Height of what is in it."""
        parts = (self.points, self.bars, self.columns, self.bands)
        return self.label_height + sum(parts) + BETWEEN * max(sum(part > 0 for part in parts) - 1, 0)

    @property
    def height(self) -> float:
        return max(self.inner, title_height(self.title)) + 2 * self.pad


def fill(chart: Chart, row: Row, title: Sequence[str], factor: float, only: Iterable[int] | None) -> Strip:
    """The lane with the places of its events along the axis; `only`: of these alone, the others are counted."""
    extents = {}
    for index in row.events if only is None else sorted(set(row.events) & set(only)):
        moment = chart.moments[index]
        radius = RADIUS[moment.event.salience] * factor
        about = moment.event.date.approximate
        extents[index] = extent(moment.times, chart.scale, now=chart.now, radius=radius, approximate=about)
    return Strip(
        row=row,
        title=title,
        factor=factor,
        level=level_height(chart.options),
        pad=PAD if chart.room is None else TIGHT,
        levels=Levels(
            chart.scale.pixels[0], chart.scale.pixels[-1], high=level_height(chart.options), foot=FOOT + BETWEEN
        ),
        extents=extents,
        ribbons=[],
    )


def pack(strip: Strip, chart: Chart) -> None:
    """Put markers and bars into rows in which none touches another."""
    strip.row_of.clear()
    points, bars = Rows(), Rows()
    point_sizes: list[float] = []
    bar_sizes: list[float] = []
    labelled = strip.placed.keys() | strip.inside.keys()
    moments = chart.moments
    for index in sorted(
        strip.extents, key=lambda at: (at not in labelled, -moments[at].event.salience, strip.extents[at].x, at)
    ):
        found, event = strip.extents[index], moments[index].event
        radius = radius_of(strip, event, index, found)
        if found.form is Form.SPAN:
            rows, sizes, left, right = bars, bar_sizes, found.left - 1, found.right + 1
        else:
            rows, sizes = points, point_sizes
            left, right = min(found.left - 2, found.x - radius - 1), max(found.right + 2, found.x + radius + 1)
        if found.tilde is not None:
            left, right = min(left, found.tilde - TILDE / 2), max(right, found.tilde + TILDE / 2)
        at = rows.put(left, right)
        strip.row_of[index] = at
        if at == len(sizes):
            sizes.append(radius)
        sizes[at] = max(sizes[at], radius)
    strip.point_rows, strip.points = _stack(point_sizes)
    strip.bar_rows, strip.bars = _stack(bar_sizes)


def radius_of(strip: Strip, event: Event, index: int, found: Extent) -> float:
    if found.form is Form.SPAN:
        return NAMED_BAR if index in strip.inside else BAR
    return RADIUS[event.salience] * strip.factor


def _stack(radii: Sequence[float]) -> tuple[list[float], float]:
    """Middles of rows one below the other, from 0 down, and their height together."""
    middles, y = [], 0.0
    for radius in radii:
        middles.append(y + radius)
        y += 2 * radius + APART
    return middles, y


def mark(strip: Strip, chart: Chart, lane: int, index: int, foot: float) -> Mark:
    """The mark of an event; `foot` is where the markers begin."""
    event, found = chart.moments[index].event, strip.extents[index]
    at = strip.row_of[index]
    if found.form is Form.SPAN:
        y = foot + strip.points + (BETWEEN if strip.points else 0.0) + strip.bar_rows[at]
    else:
        y = foot + strip.point_rows[at]
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
        radius=radius_of(strip, event, index, found),
        left=found.left,
        right=found.right,
        solid_left=found.solid_left,
        solid_right=found.solid_right,
        open_left=found.open_left,
        open_right=found.open_right,
        cut_left=found.cut_left,
        cut_right=found.cut_right,
        tilde=found.tilde,
    )
