"""Events and a width in, a `Layout` out: the order in which a picture is put together, on one page.

Pure geometry and deterministic: the same events and options give the same picture, whatever order they come in.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from timeline_app.draw import axis, legend
from timeline_app.draw.chart import EDGE, TITLE, Chart, Moment, draw_marks
from timeline_app.draw.crowd import draw_crowd
from timeline_app.draw.geometry import Layout, Rect
from timeline_app.draw.lanes import NONE, Row, sort_into_lanes
from timeline_app.draw.marks import Times, times_of
from timeline_app.draw.metrics import clean, fold, width
from timeline_app.draw.options import Options
from timeline_app.draw.overview import HEIGHT as OVERVIEW_HEIGHT
from timeline_app.draw.overview import overview
from timeline_app.draw.scale import Scale, compressed, linear, steps
from timeline_app.draw.telling import tell
from timeline_app.model import Event

__all__ = ["Layout", "Options", "lay_out"]

_AXIS = 38.0


def lay_out(events: Sequence[Event], options: Options) -> Layout:
    """The picture of these events. No event, one event, or a hundred thousand: each gives a whole picture."""
    moments = _in_order(events)
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
    )
    gutter = _gutter(rows, options)
    plot_left, plot_right = gutter, options.width - EDGE
    scale = _scale([one.times for one in shown], options, first, last, plot_left, plot_right)
    chart = Chart(
        scale=scale,
        rows=rows,
        titles=_titles(rows, gutter),
        moments=shown,
        now=now,
        window=(start, end),
        options=options,
    )
    binned = len(shown) > options.bins_over
    top = EDGE / 2
    keys: tuple[legend.Key, ...] = ()
    if options.legend and shown:
        found, top = legend.set_in_rows(legend.entries(shown, signs=not binned), EDGE, plot_right, top)
        keys = tuple(found)
    plot_top = top + _AXIS
    drawn = (draw_crowd if binned else draw_marks)(chart, plot_top)
    plot = Rect(plot_left, plot_top, plot_right, plot_top + drawn.height)
    ticks, unit = axis.even_ticks(scale, start, end)
    if options.scale == "steps":
        ticks = axis.step_ticks(scale)
    below = None
    bottom = plot.bottom + EDGE
    if options.overview and moments:
        below = overview(moments, Rect(plot_left, bottom, plot_right, bottom + OVERVIEW_HEIGHT), start, end, now)
        bottom = below.rect.bottom + axis.SIZE + EDGE
    labelled = len({label.event for label in drawn.labels})
    ids = {mark.event for mark in drawn.marks}
    return Layout(
        width=options.width,
        height=bottom,
        plot=plot,
        scale=scale,
        linear=len(scale.days) == 2,
        start=start,
        end=end,
        today=scale.x(now) if first < now < last else None,
        lanes=tuple(drawn.lanes),
        headings=tuple(drawn.headings),
        marks=tuple(drawn.marks),
        bins=tuple(drawn.bins),
        labels=tuple(drawn.labels),
        ticks=tuple(drawn.ticks),
        axis=ticks,
        axis_unit=f"{unit.count} {unit.unit}",
        overview=below,
        legend=keys,
        shown=len(shown),
        labelled=labelled,
        total=len(events),
        font=options.font,
        told={one.event.id: tell(one.event) for one in shown if one.event.id in ids},
    )


def _in_order(events: Sequence[Event]) -> list[Moment]:
    known: dict[str, Times] = {}
    found = []
    for event in events:
        edtf = event.date.edtf
        times = known.get(edtf)
        if times is None:
            times = known[edtf] = times_of(event.date)
        found.append((times.moment, event.id, times, event))
    found.sort(key=lambda one: one[:2])
    return [Moment(event, times) for _, _, times, event in found]


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


def _titles(rows: Sequence[Row], gutter: float) -> list[tuple[str, ...]]:
    return [fold(clean(row.title), gutter - 2 * EDGE, TITLE, bold=True) if row.title else () for row in rows]


def _scale(found: Sequence[Times], options: Options, first: float, last: float, left: float, right: float) -> Scale:
    if options.scale == "linear" or not found:
        return linear(first, last, left, right)
    if options.scale == "steps":
        moments = [one.moment + 0.5 if one.first == one.moment else one.moment for one in found]
        return steps(moments, first, last, left, right)
    ends = [day for one in found for day in (one.first, one.last) if day is not None]
    return compressed(ends, first, last, left, right)
