"""Events and a width in, a `Layout` out: the order in which a picture is put together, on one page.

Pure geometry and deterministic: the same events and options give the same picture, whatever order they come in.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby

from timeline_app.draw import axis, bands, legend
from timeline_app.draw.chart import EDGE, TITLE, Chart, Moment
from timeline_app.draw.density import Counts
from timeline_app.draw.filling import count_lanes, draw_lanes, fill_lanes
from timeline_app.draw.geometry import Break, Key, Layout, Rect
from timeline_app.draw.labelling import candidates
from timeline_app.draw.lanes import NONE, Row, sort_into_lanes
from timeline_app.draw.marks import Times, times_of
from timeline_app.draw.metrics import clean, fold, width
from timeline_app.draw.options import Options
from timeline_app.draw.overview import HEIGHT as OVERVIEW
from timeline_app.draw.overview import overview
from timeline_app.draw.scale import Scale, compressed, linear, steps
from timeline_app.draw.strip import Strip
from timeline_app.draw.telling import tell
from timeline_app.model import Event, Kind

__all__ = ["Layout", "Options", "lay_out"]

_RIGHT = 22.0
"""Right of the plot: half the widest name on the axis."""
_AXIS = 36.0
"""Height of the two lines of names over the lanes."""
_UNCUT = "No stretch without an event is long enough to be cut."


@dataclass(frozen=True, slots=True)
class _Head:
    """What stands above the lanes: the legend, then the axis down to `plot_top`, periods of all down to `lanes_top`."""

    keys: list[Key]
    plot_top: float
    lanes_top: float


def lay_out(events: Sequence[Event], options: Options) -> Layout:
    """The picture of these events. No event, one event, or a hundred thousand: each gives a whole picture."""
    moments = _in_order(events)
    chart = _chart(moments, options)
    scale, (start, end) = chart.scale, chart.window
    left, right = scale.pixels[0], scale.pixels[-1]
    over = bands.ribbons(bands.by_lane(options.periods, {})[None], scale, chart.now)
    below = (OVERVIEW + axis.SIZE + 2 * EDGE if options.overview and moments else 0.0) + EDGE
    chart, head, strips, counts = _filled(chart, bands.height(over) + 6.0 if over else 0.0, below)
    drawn = draw_lanes(chart, strips, counts, head.lanes_top)
    plot = Rect(left, head.plot_top, right, max(drawn.bottom, head.lanes_top + (0.0 if chart.rows else 120.0)))
    ticks, unit = axis.even_ticks(scale, start, end)
    strip = None
    if options.overview and moments:
        strip = overview(moments, Rect(left, plot.bottom + EDGE, right, plot.bottom + EDGE + OVERVIEW), start, end)
    told = (chart.moments[index].event for index in sorted(drawn.told))
    return Layout(
        width=options.width,
        height=plot.bottom + below,
        plot=plot,
        scale=scale,
        linear=len(scale.days) == 2,
        start=start,
        end=end,
        today=scale.x(chart.now) if legend.has_today(chart) else None,
        lanes=tuple(drawn.lanes),
        headings=tuple(drawn.headings),
        marks=tuple(drawn.marks),
        bins=tuple(drawn.bins),
        labels=tuple(drawn.labels),
        ticks=tuple(drawn.ticks),
        axis=axis.step_ticks(scale) if options.scale == "steps" and len(scale.days) > 2 else ticks,
        axis_unit=f"{unit.count} {unit.unit}",
        breaks=_breaks(scale),
        bands=(*bands.draw(over, head.plot_top + 3.0, None), *drawn.bands),
        uncovered=tuple(drawn.uncovered),
        overview=strip,
        legend=tuple(head.keys),
        note=_UNCUT if options.scale == "compressed" and chart.moments and not scale.gaps else "",
        shown=len(chart.moments),
        labelled=len({label.event for label in drawn.labels}),
        total=len(events),
        font=options.font,
        told={event.id: tell(event, options.countries) for event in told},
    )


def _chart(moments: Sequence[Moment], options: Options) -> Chart:
    """What there is to draw: the events that the window touches, in their lanes and on their scale."""
    start, end, now = _window(moments, options)
    first, last = float(start.toordinal()), float(end.toordinal()) + 1.0
    shown = [
        one
        for one in moments
        if (one.times.last is None or one.times.last > first) and (one.times.first is None or one.times.first < last)
    ]
    rows = sort_into_lanes(
        [one.event for one in shown],
        options.lanes,
        order=options.order,
        most=options.most_lanes,
        names=options.names,
        groups=options.groups,
        countries=options.countries,
    )
    used = {event.kind for event, _ in shown}
    left, right = _gutter(rows, options), options.width - _RIGHT
    return Chart(
        scale=_scale([one.times for one in shown], options, first, last, left, right),
        rows=rows,
        titles=[fold(clean(row.title), left - 2 * EDGE, TITLE, bold=True) if row.title else () for row in rows],
        moments=shown,
        kinds=[kind for kind in Kind if kind in used],
        now=now,
        window=(start, end),
        crowded=len(shown) > options.bins_over,
        room=None,
        options=options,
    )


def _filled(chart: Chart, over: float, below: float) -> tuple[Chart, _Head, list[Strip], list[Counts]]:
    """The lanes with what is in them, and the head above them; `over` and `below` is what else takes of the height.

    The legend is set for all that there may be, and again when it is known what there is: it never gets higher.
    """

    def headed(chart: Chart, marked: Iterable[int], also: Collection[str]) -> tuple[Chart, _Head]:
        keys, top = legend.draw(chart, [chart.moments[at] for at in marked], chart.scale.pixels[-1], also)
        head = _Head(keys, top + _AXIS, top + _AXIS + over)
        high = chart.options.height
        return replace(chart, room=None if high is None else high - head.lanes_top - below), head

    asked = candidates(chart)
    if not chart.crowded:
        chart, head = headed(chart, range(len(chart.moments)), ("unnamed",))
        strips = fill_lanes(chart, asked)
    if chart.crowded or strips is None:  # not even small markers go into the height, or lanes would be towers: count
        chart, head = headed(replace(chart, crowded=True), asked, ("vague",))
        strips = fill_lanes(chart, asked) or []
    counts = count_lanes(chart) if chart.crowded else []
    kept = sorted({index for strip in strips for index in strip.extents})
    also = {"vague": any(one.vague.any() for one in counts), "unnamed": any(strip.unnamed for strip in strips)}
    chart, head = headed(chart, kept, [name for name, used in also.items() if used])
    return chart, head, strips, counts


def _breaks(scale: Scale) -> tuple[Break, ...]:
    return tuple(
        Break(left=scale.x(first), right=scale.x(last), lines=axis.length_lines(first, last))
        for first, last in scale.gaps
    )


def _in_order(events: Sequence[Event]) -> list[Moment]:
    """By moment; of one moment by id, so that the order they come in does not matter."""
    known: dict[str, Times] = {}
    for event in events:
        if (edtf := event.date.edtf) not in known:
            known[edtf] = times_of(event.date)
    found = [*map(Moment._make, zip(events, (known[event.date.edtf] for event in events), strict=True))]
    found.sort(key=lambda one: one.times.moment)
    ordered: list[Moment] = []
    for _, same in groupby(found, key=lambda one: one.times.moment):
        run = list(same)
        if len(run) > 1:
            run.sort(key=lambda one: one.event.id)
        ordered += run
    return ordered


def _window(moments: Sequence[Moment], options: Options) -> tuple[date, date, float]:
    """First and last day shown, and the moment at which what is open is closed."""
    ends = [day for one in moments for day in (one.times.first, one.times.last) if day is not None]
    low, high = (min(ends), max(ends)) if ends else (None, None)
    today = options.today
    now = float(today.toordinal()) + 1 if today else high
    if low is None or high is None or now is None:
        start = options.start or (options.end or options.today or date(2000, 1, 1)) - timedelta(days=365)
        end = options.end or options.today or start + timedelta(days=365)
        return start, max(end, start), float(end.toordinal()) + 1
    if today and any(one.times.last is None for one in moments):
        high = max(high, now)
    air = max((high - low) * 0.012, 1.0)
    limit = date.max.toordinal()
    start = options.start or date.fromordinal(max(int(low - air), 1))
    end = options.end or date.fromordinal(min(int(high + air), limit))
    return start, max(end, start), now


def _gutter(rows: Sequence[Row], options: Options) -> float:
    """Width of the column of lane titles: as wide as they need, up to a sixth of the picture."""
    if all(row.key == NONE and not row.title for row in rows):
        return EDGE
    widest = max((width(clean(row.title), TITLE, bold=True) for row in rows), default=0.0)
    most = min(max(options.width * 0.16, 84.0), 210.0)
    return min(max(widest, 76.0), most) + 2 * EDGE


def _scale(found: Sequence[Times], options: Options, first: float, last: float, left: float, right: float) -> Scale:
    if options.scale == "linear" or not found:
        return linear(first, last, left, right)
    if options.scale == "steps":
        moments = [one.moment for one in found]
        return steps(moments, first, last, left, right)
    ends = [day for one in found for day in (one.first, one.last) if day is not None]
    return compressed(ends, first, last, left, right)
