"""The inside of the chart: lanes one below the other, each with its labels above its marks and bars.

In a lane, from top to bottom: levels of labels, rows of markers (the most salient on top, next to their labels), rows
of bars. The labels are placed for all lanes together, the most salient first, so that a full lane does not take the
room of the others.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from timeline_app.draw.geometry import Bin, Form, Heading, Label, Lane, Mark, Rect, Tick
from timeline_app.draw.labels import Budget, Levels, Place, forms
from timeline_app.draw.lanes import LANES, Row
from timeline_app.draw.marks import BAR, RADIUS, TILDE, Extent, Times, extent
from timeline_app.draw.metrics import LINE, clean, width
from timeline_app.draw.options import Options
from timeline_app.draw.rows import Rows
from timeline_app.draw.scale import Scale
from timeline_app.model import Event, Status

PAD = 9.0
"""Above and below what a lane holds."""
TITLE, NOTE = 13.0, 11.0
"""Font sizes of a lane's title and of the note under it."""
HEADING = 26.0
EDGE = 14.0
"""Least distance of anything from the edge of the picture."""
_BAR_ROW = 2 * BAR + 3
_MOST_LEVELS = 8


@dataclass(frozen=True, slots=True)
class Moment:
    """An event and when it was, as days."""

    event: Event
    times: Times


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """What there is to draw: `moments` in order of time, `rows` that hold their indices."""

    scale: Scale
    rows: Sequence[Row]
    titles: Sequence[tuple[str, ...]]
    moments: Sequence[Moment]
    now: float
    window: tuple[date, date]
    options: Options


@dataclass(slots=True)
class Drawn:
    """What has been drawn so far; `height` is that of all lanes."""

    height: float = 0.0
    lanes: list[Lane] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    bins: list[Bin] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    ticks: list[Tick] = field(default_factory=list)


@dataclass(slots=True)
class _Strip:
    """A lane while it is being filled; rows and levels count from the labels' foot down and up."""

    levels: Levels
    extents: dict[int, Extent]
    row_of: dict[int, int]
    factor: float
    points: int = 0
    bars: int = 0
    placed: dict[int, Place] = field(default_factory=dict)
    inside: dict[int, str] = field(default_factory=dict)
    refused: list[int] = field(default_factory=list)

    @property
    def pitch(self) -> float:
        return 2 * RADIUS[3] * self.factor + 2


def draw_marks(chart: Chart, top: float) -> Drawn:
    """Every event on its own; `top` is where the first lane begins."""
    radius = _crowd_factor(len(chart.moments))
    strips = [_fill(chart, row, radius) for row in chart.rows]
    _label(chart, strips, _room(chart, strips))
    drawn = Drawn()
    y = top
    group = ""
    for index, (row, strip) in enumerate(zip(chart.rows, strips, strict=True)):
        if row.group and row.group != group:
            box = Rect(EDGE, y, EDGE + width(row.group, NOTE, bold=True), y + HEADING)
            drawn.headings.append(Heading(text=row.group, box=box))
            y += HEADING
        group = row.group
        y = _draw_strip(chart, index, strip, y, drawn)
    drawn.height = y - top
    return drawn


def _crowd_factor(count: int) -> float:
    """Markers shrink where there are many, to stay apart."""
    return 1.0 if count <= 400 else 0.8 if count <= 1200 else 0.62


def _fill(chart: Chart, row: Row, factor: float) -> _Strip:
    """Extents of a lane's events and the rows that keep them apart."""
    extents = {}
    for index in row.events:
        moment = chart.moments[index]
        radius = RADIUS[moment.event.salience] * factor
        extents[index] = extent(moment.times, chart.scale, now=chart.now, radius=radius)
    points, bars, row_of = Rows(), Rows(), {}
    for index in sorted(row.events, key=lambda at: (-chart.moments[at].event.salience, extents[at].x)):
        found = extents[index]
        if found.form is Form.SPAN:
            row_of[index] = bars.put(found.left - 1, found.right + 1)
            continue
        radius = RADIUS[chart.moments[index].event.salience] * factor + 1
        right = found.x + radius + (TILDE if chart.moments[index].event.date.approximate else 0)
        row_of[index] = points.put(min(found.left - 2, found.x - radius), max(found.right + 2, right))
    return _Strip(
        levels=Levels(chart.scale.pixels[0], chart.scale.pixels[-1]),
        extents=extents,
        row_of=row_of,
        factor=factor,
        points=len(points),
        bars=len(bars),
    )


def _level(options: Options) -> float:
    """Height of one level: a line of text and a little air."""
    return options.font * LINE + 2.0


def _least(lines: int) -> float:
    """Height that the title and the note of a lane need."""
    return lines * TITLE * LINE + NOTE * LINE + 2 * PAD


def _room(chart: Chart, strips: Sequence[_Strip]) -> Budget:
    """How many levels of labels there is height for."""
    if chart.options.height is None:
        return Budget(_MOST_LEVELS * len(strips), _MOST_LEVELS)
    used = sum(
        max(_least(len(title)), strip.points * strip.pitch + strip.bars * _BAR_ROW + 2 * PAD)
        for strip, title in zip(strips, chart.titles, strict=True)
    )
    return Budget(max(int((chart.options.height - used) / _level(chart.options)), 0), _MOST_LEVELS)


def _label(chart: Chart, strips: Sequence[_Strip], budget: Budget) -> None:
    """Place labels, each event once: in the first of its own lanes that has room."""
    options = chart.options
    if not options.most_labels:
        return
    lane_of = {key: at for at, row in enumerate(chart.rows) for key in row.keys}
    keys_of = LANES[options.lanes]
    done = 0
    for index in candidates(chart):
        event = chart.moments[index].event
        lanes = list(dict.fromkeys(lane_of[key] for key in keys_of(event) or ("",)))
        lanes = [lane for lane in lanes if index in strips[lane].extents]
        if any(_write_inside(strips[lane], index, event) for lane in lanes) or (
            (ways := forms(event.label, options.font))
            and any(_place(strips[lane], index, ways, budget) for lane in lanes)
        ):
            done += 1
        else:
            strips[lanes[0]].refused.append(index)
        if done == options.most_labels:
            return


def candidates(chart: Chart) -> list[int]:
    """Who is asked first: the salient, and among equals one from each part of the window before a second from any."""
    options = chart.options
    left, right = chart.scale.pixels[0], chart.scale.pixels[-1]
    parts = max(options.most_labels, 1)
    seen: dict[tuple[int, int], int] = {}
    order = []
    for index, moment in sorted(
        enumerate(chart.moments), key=lambda one: (-len(one[1].event.sources), -len(one[1].event.actors), one[0])
    ):
        part = int((chart.scale.x(moment.times.moment) - left) / (right - left) * parts)
        turn = seen[moment.event.salience, part] = seen.get((moment.event.salience, part), 0) + 1
        order.append((-moment.event.salience, turn, index))
    order.sort()
    return [index for _, _, index in order[: 8 * options.most_labels]]


def _write_inside(strip: _Strip, index: int, event: Event) -> bool:
    """A bar that is long enough carries its label."""
    found = strip.extents[index]
    if found.form is not Form.SPAN or event.status in (Status.CLAIMED, Status.DENIED):
        return False
    text = clean(event.label)
    fade = 26.0 if found.open_right else 6.0
    if width(text, NOTE) + 8 + fade > found.solid_right - found.solid_left:
        return False
    strip.inside[index] = text
    return True


def _place(strip: _Strip, index: int, ways: tuple, budget: Budget) -> bool:
    place = strip.levels.place(strip.extents[index].x, ways, budget)
    if place:
        strip.placed[index] = place
    return place is not None


def _draw_strip(chart: Chart, lane: int, strip: _Strip, top: float, drawn: Drawn) -> float:
    """Put a filled lane at its place; gives back where it ends below."""
    row, title, level = chart.rows[lane], chart.titles[lane], _level(chart.options)
    labels = len(strip.levels) * level + (5.0 if len(strip.levels) else 0.0)
    inner = labels + strip.points * strip.pitch + strip.bars * _BAR_ROW
    height = max(inner + 2 * PAD, _least(len(title)))
    foot = top + (height - inner) / 2 + labels
    marks = {index: _mark(chart, lane, strip, index, found, foot) for index, found in strip.extents.items()}
    drawn.marks += marks.values()
    for index, place in sorted(strip.placed.items()):
        event = chart.moments[index].event
        bottom = foot - 5.0 - place.level * level
        box = Rect(place.left, bottom - len(place.words.lines) * level, place.left + place.words.width, bottom)
        mark = marks[index]
        x = strip.extents[index].x
        drawn.labels.append(
            Label(
                event=event.id,
                lane=lane,
                lines=place.words.lines,
                box=box,
                x=x,
                foot=mark.y - mark.radius,
                align=place.align,
            )
        )
    for index, text in sorted(strip.inside.items()):
        mark = marks[index]
        left = mark.solid_left + 6
        box = Rect(left, mark.y - BAR, left + width(text, NOTE), mark.y + BAR)
        drawn.labels.append(
            Label(event=mark.event, lane=lane, lines=(text,), box=box, x=left, foot=mark.y, inside=True)
        )
    rect = Rect(chart.scale.pixels[0], top, chart.scale.pixels[-1], top + height)
    drawn.lanes.append(
        Lane(
            key=row.key,
            title=title,
            note=count(len(row.events)),
            group=row.group,
            rect=rect,
            title_box=title_box(rect, len(title)),
            count=len(row.events),
            labelled=len(strip.placed) + len(strip.inside),
            keys=row.keys,
        )
    )
    return rect.bottom


def title_box(rect: Rect, lines: int) -> Rect:
    """Where title and note stand: in the gutter, level with the middle of the lane."""
    half = (lines * TITLE * LINE + NOTE * LINE) / 2
    return Rect(EDGE, rect.middle - half, rect.left - EDGE, rect.middle + half)


def count(number: int) -> str:
    return "1 event" if number == 1 else f"{number:,} events"


def _mark(chart: Chart, lane: int, strip: _Strip, index: int, found: Extent, foot: float) -> Mark:
    event = chart.moments[index].event
    at = strip.row_of[index]
    if found.form is Form.SPAN:
        y, radius = foot + strip.points * strip.pitch + (at + 0.5) * _BAR_ROW, BAR
    else:
        y, radius = foot + (at + 0.5) * strip.pitch, RADIUS[event.salience] * strip.factor
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
