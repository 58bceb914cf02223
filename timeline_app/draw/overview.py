"""The strip under the chart: how many events in each period, by kind, over the whole of the events."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from timeline_app.draw import axis
from timeline_app.draw.chart import Moment
from timeline_app.draw.density import columns, edges_of, tally, unit_of_bins
from timeline_app.draw.geometry import AxisTick, Overview, Rect
from timeline_app.draw.scale import linear

HEIGHT = 46.0


def overview(moments: Sequence[Moment], rect: Rect, start: date, end: date) -> Overview:
    """Counts in `rect`; `start` and `end` are the window of the chart above, marked where it is not the whole."""
    ends = [day for one in moments for day in (one.times.first, one.times.last) if day is not None]
    low = min(start, date.fromordinal(int(min(ends))))
    high = max(end, date.fromordinal(int(max(ends)) - 1))
    scale = linear(float(low.toordinal()), float(high.toordinal()) + 1, rect.left, rect.right)
    unit = unit_of_bins(scale, 4.0 if len(moments) <= 500 else 7.0)
    edges = edges_of(unit, low, high)
    counts = tally(moments, edges)
    tallest = max(counts.tallest, 1.0)
    ticks = [replace(tick, label=_name(tick)) for tick in axis.even_ticks(scale, low, high, size=11.0)[0]]
    years = [tick for tick in ticks if tick.label.isdigit()]
    whole = (start, end) == (low, high)
    window = Rect(scale.x(start.toordinal()), rect.top, scale.x(end.toordinal() + 1), rect.bottom)
    return Overview(
        rect=rect,
        scale=scale,
        bins=tuple(columns(counts, scale, lane=None, bottom=rect.bottom, a_event=(rect.height - 4) / tallest)),
        ticks=tuple(years if len(years) > 2 else ticks),  # months between years are told by the axis above
        window=None if whole else window,
        unit=f"{unit.count} {unit.unit}",
    )


def _name(tick: AxisTick) -> str:
    """On one line: January is called by its year."""
    return tick.below if tick.below and tick.label == "Jan" else f"{tick.label} {tick.below}".strip()
