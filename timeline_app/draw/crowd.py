"""The chart when there are too many events to show each: columns of counts by lane, period and kind.

The most salient events keep their markers and labels above the columns.
"""

from timeline_app.draw.chart import NOTE, PAD, Chart, Drawn, count, title_box
from timeline_app.draw.density import columns, edges_of, tally, unit_of_bins
from timeline_app.draw.geometry import Lane, Rect
from timeline_app.draw.metrics import LINE

COLUMN = 64.0
"""Height of the tallest column."""


def draw_crowd(chart: Chart, top: float) -> Drawn:
    """Columns of the same height mean the same count in every lane."""
    scale, options = chart.scale, chart.options
    first, last = chart.window
    unit = unit_of_bins(scale, 10.0)
    edges = edges_of(unit, first, last)
    counts = [
        tally(
            [chart.moments[at].times.moment for at in row.events],
            [chart.moments[at].event.kind for at in row.events],
            edges,
        )
        for row in chart.rows
    ]
    tallest = max((int(one.sum(axis=1).max()) for one in counts), default=1)
    high = COLUMN
    if options.height is not None:
        high = max(options.height / max(len(chart.rows), 1) - 2 * PAD, 18.0)
    drawn = Drawn()
    y = top
    for index, (row, one, title) in enumerate(zip(chart.rows, counts, chart.titles, strict=True)):
        height = max(high, len(title) * 13.0 * LINE + NOTE * LINE) + 2 * PAD
        rect = Rect(scale.pixels[0], y, scale.pixels[-1], y + height)
        a_event = high / max(tallest, 1)
        drawn.bins += columns(one, edges, scale, lane=index, bottom=rect.bottom - PAD / 2, a_event=a_event)
        drawn.lanes.append(
            Lane(
                key=row.key,
                title=title,
                note=count(len(row.events)),
                group=row.group,
                rect=rect,
                title_box=title_box(rect, len(title)),
                count=len(row.events),
                labelled=0,
                keys=row.keys,
            )
        )
        y = rect.bottom
    drawn.height = y - top
    return drawn
