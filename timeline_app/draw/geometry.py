"""The values that a layout is made of: everything in CSS pixels from the top left corner of the whole picture.

They know no colour, no Plotly and no Streamlit: the chart on screen, the SVG, the PDF and the slide are all drawn from
them. Text comes wrapped and measured; `Label.lines` and the like are drawn as they are, line by line.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from timeline_app.draw.scale import Scale
from timeline_app.model import Kind, Status


@dataclass(frozen=True, slots=True)
class Rect:
    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """Half way from top to bottom."""
        return (self.top + self.bottom) / 2

    def overlaps(self, other: "Rect", slack: float = 1e-6) -> bool:
        """Whether they share more than an edge."""
        return (
            self.left < other.right - slack
            and other.left < self.right - slack
            and self.top < other.bottom - slack
            and other.top < self.bottom - slack
        )


class Form(StrEnum):
    """What a mark says of its time."""

    EXACT = "exact"
    """It happened on this day: a filled marker."""
    IMPRECISE = "imprecise"
    """It happened at some moment from `left` to `right`: a hollow marker on a dashed whisker."""
    SPAN = "span"
    """It lasted from `left` to `right`: a bar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One event in one lane. `x` is where its marker stands or its label points, `y` the middle of its row.

    `left` and `right` are the earliest and the latest moment within the window; `solid_left` and `solid_right` the
    stretch that a span lasted for certain (between the latest start and the earliest end). `radius` is half the
    height of marker or bar. `open_left` and `open_right`: the date has no end on that side, or none that is known;
    `cut_left` and `cut_right`: it has one, outside the window. `kind` is `None` in the legend alone, where a form is
    shown without one.
    """

    event: str
    lane: int
    form: Form
    kind: Kind | None
    status: Status
    approximate: bool
    salience: int
    x: float
    y: float
    radius: float
    left: float
    right: float
    solid_left: float
    solid_right: float
    open_left: bool = False
    open_right: bool = False
    cut_left: bool = False
    cut_right: bool = False
    tilde: float | None = None
    """Where the "~" of an approximate date stands."""

    @property
    def box(self) -> Rect:
        """What the marker or bar covers; a whisker's ends may reach beyond it."""
        if self.form is Form.SPAN:
            return Rect(self.left, self.y - self.radius, self.right, self.y + self.radius)
        return Rect(self.x - self.radius, self.y - self.radius, self.x + self.radius, self.y + self.radius)


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """The words of one event. A leader runs straight down from `box` to `foot` at `x`; inside a bar there is none."""

    event: str
    lane: int
    lines: tuple[str, ...]
    box: Rect
    x: float
    foot: float
    inside: bool = False
    align: str = "left"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A place where labels found no room: `count` events wanted one near `x`; `box` holds "+n" where that fits."""

    lane: int
    x: float
    top: float
    bottom: float
    count: int
    events: tuple[str, ...]
    box: Rect | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """A row of the chart; `rect` spans the plot, `title_box` lies in the gutter beside it."""

    key: str
    title: tuple[str, ...]
    notes: tuple[str, ...]
    """Under the title, line by line: how many events, and how many of them bear their words."""
    group: str
    rect: Rect
    title_box: Rect
    count: int
    labelled: int
    keys: tuple[str, ...] = ()
    """What a click on the lane stands for: one key, or those folded into "others"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The name of a group of lanes in `box`, above its first lane.

    `number` is that of the group; a line of its own pattern runs down the edge beside its lanes, from `rect`'s top to
    its bottom.
    """

    text: str
    box: Rect
    number: int
    rect: Rect


@dataclass(frozen=True, slots=True, kw_only=True)
class AxisTick:
    x: float
    day: float
    label: str
    below: str = ""
    """Second line: the year, where it is not that of the tick before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A period as context: a mission, a government. `lane` is `None` where it belongs to the whole chart.

    Its name stands in `box`, in the ribbon or beside it; `None`: there is no room for it.
    """

    label: str
    told: str
    lane: int | None
    rect: Rect
    box: Rect | None
    open_left: bool
    open_right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Time in a lane of which no source tells, from `first` to `last` day."""

    lane: int
    rect: Rect
    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """A stretch that the compressed scale shortens; `lines` is its true length in words."""

    left: float
    right: float
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """Events of one kind counted over a period, as a piece of a stacked column.

    `vague`: they are known less exactly than the period, and `count` is the share that falls to it.
    """

    lane: int | None
    rect: Rect
    kind: Kind
    count: float
    first: date
    last: date
    vague: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """Counts by period and kind under the chart, over the whole of the events, with the window marked on it."""

    rect: Rect
    scale: Scale
    bins: tuple[Bin, ...]
    ticks: tuple[AxisTick, ...]
    window: Rect | None
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One entry of the legend: its words stand in `box`, a sample in `sample`: `mark`, or what `name` says.

    `name` without a mark is "uncovered" (hatched like such a stretch), "break", "today", "unnamed" (the "+n" of a
    tick), or "columns" and "vague" (counts).
    """

    name: str
    label: str
    sample: Rect
    box: Rect
    mark: Mark | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A drawn timeline, all but the colours."""

    width: float
    height: float
    plot: Rect
    scale: Scale
    linear: bool
    start: date
    end: date
    today: float | None
    lanes: tuple[Lane, ...] = ()
    headings: tuple[Heading, ...] = ()
    marks: tuple[Mark, ...] = ()
    bins: tuple[Bin, ...] = ()
    labels: tuple[Label, ...] = ()
    ticks: tuple[Tick, ...] = ()
    axis: tuple[AxisTick, ...] = ()
    axis_unit: str = "year"
    breaks: tuple[Break, ...] = ()
    bands: tuple[Band, ...] = ()
    uncovered: tuple[Stretch, ...] = ()
    overview: Overview | None = None
    legend: tuple[Key, ...] = ()
    shown: int = 0
    labelled: int = 0
    total: int = 0
    font: float = 12.0
    note: str = ""
    """What a reader should know of the scale: that there was nothing to shorten."""
    told: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    """What is told of an event when one points at it, line by line: label, date, then who, where, how sure."""
