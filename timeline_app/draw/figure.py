"""A `Layout` as a Plotly figure: a plain dict, so that it is made in milliseconds and its data can be looked at.

The picture equals the layout because every axis is in the layout's own pixels: margins are zero, the plot has exactly
the layout's rectangle as its domain, and y runs in pixels downwards. On a linear scale x is time (milliseconds), which
maps to the same pixels and lets Plotly go on naming days and months as one zooms in; the two other scales bend time, so
there x is pixels with the layout's ticks. Labels hang on their mark's x by an offset in pixels: zooming in moves them
apart and never onto each other.
"""

from collections.abc import Sequence
from html import escape
from typing import Any

from timeline_app.draw.figure_axis import across, place_axes, to_axis
from timeline_app.draw.figure_frame import frame
from timeline_app.draw.figure_marks import mark_traces
from timeline_app.draw.figure_trace import HOVER, Axes, Trace, lines
from timeline_app.draw.figure_zoom import enlarge
from timeline_app.draw.geometry import Bin, Form, Layout, Mark, Rect
from timeline_app.draw.labels import INSET
from timeline_app.draw.metrics import FAMILY, fold
from timeline_app.draw.telling import WIDE, tell_bins
from timeline_app.draw.theme import Theme

CONFIG: dict[str, Any] = {
    "displaylogo": False,
    "showSendToCloud": False,
    "responsive": False,
    "doubleClick": "reset",
    "modeBarButtonsToRemove": ["lasso2d", "autoScale2d", "zoomIn2d", "zoomOut2d"],
    "toImageButtonOptions": {"format": "png", "filename": "timeline", "scale": 2},
}
"""For `st.plotly_chart(config=...)` and every HTML: no logo, nothing sent to a cloud."""

FONT = f"{FAMILY}, system-ui, sans-serif"


def figure(layout: Layout, theme: Theme, *, chosen: str = "", drag: str = "zoom", zoom: float = 1.0) -> dict[str, Any]:
    """The figure as `{"data": [...], "layout": {...}}`.

    `customdata[0]` of each mark is its event's id; of a bin `bin:LANE:FIRST:LAST`. `chosen` is the id of an event to
    bring out: the others pale, a line joins its marks in all lanes. `drag` is what dragging does: "zoom", "pan" or
    "select". `zoom` makes the picture so many times larger, letters and all.
    """
    shapes, annotations, traces = frame(layout, theme)
    chart = Axes(
        "x",
        "y",
        lambda x: to_axis(layout, x),
        lambda pixels: across(layout, pixels),
        {event: _hover(told) for event, told in layout.told.items()},
        chosen if chosen in layout.told else "",
    )
    under = (*_bins(layout, theme), _leaders(layout, theme, chart), _thread(layout, theme, chart))
    traces += [trace for trace in under if trace]
    traces += mark_traces(layout.marks, theme, chart)
    traces += [trace for trace in (_grounds(layout, chart), *_halo(layout, theme, chart)) if trace]
    annotations += _labels(layout, theme, chart)
    found = {
        "data": traces,
        "layout": {
            "width": layout.width,
            "height": layout.height,
            "autosize": False,
            "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0, "autoexpand": False},
            "paper_bgcolor": theme.paper,
            "plot_bgcolor": "rgba(0,0,0,0)",
            "font": {"family": FONT, "size": layout.font, "color": theme.ink},
            "showlegend": False,
            "hovermode": "closest",
            "hoverdistance": 12,
            "hoverlabel": {
                "bgcolor": theme.paper,
                "bordercolor": theme.line,
                "align": "left",
                "namelength": 0,
                "font": {"family": FONT, "size": 12, "color": theme.ink},
            },
            "dragmode": drag,
            "selectdirection": "h",
            "barmode": "overlay",
            "uirevision": f"{layout.start}/{layout.end}/{layout.linear}",
            "modebar": {"bgcolor": "rgba(0,0,0,0)", "color": theme.faint, "activecolor": theme.accent},
            "shapes": shapes,
            "annotations": annotations,
            **place_axes(layout, theme),
        },
    }
    return found if zoom == 1.0 else enlarge(found, zoom)


def _hover(told: Sequence[str]) -> str:
    if not told:
        return ""
    first, *rest = told
    lines = [f"<b>{escape(line, quote=False)}</b>" for line in fold(first, WIDE, 12.0, bold=True)]
    return "<br>".join([*lines, *(escape(line, quote=False) for line in rest)])


def _labels(layout: Layout, theme: Theme, axes: Axes) -> list[dict[str, Any]]:
    """Each label as one annotation that hangs on its mark, with its lane's ground so that no grid line crosses it."""
    found = []
    kind_of = {mark.event: mark.kind for mark in layout.marks}
    for label in layout.labels:
        right = label.align == "right"
        edge = label.box.right - INSET if right else label.box.left + (0 if label.inside else INSET)
        text = "<br>".join(escape(line, quote=False) for line in label.lines)
        dim = bool(axes.chosen) and label.event != axes.chosen
        color = theme.muted if dim else theme.on(kind_of[label.event]) if label.inside else theme.ink
        found.append(
            {
                "x": axes.at(label.x),
                "xref": "x",
                "y": round(label.box.middle, 2),
                "yref": "y",
                "xshift": round(edge - label.x, 2),
                "xanchor": "right" if right else "left",
                "yanchor": "middle",
                "align": "right" if right else "left",
                "showarrow": False,
                "borderpad": 0,
                "text": f"<b>{text}</b>" if label.event == axes.chosen else text,
                "font": {"size": 11 if label.inside else layout.font, "color": color},
            }
            | ({} if label.inside else {"bgcolor": theme.ground(label.lane)})
        )
    for tick in layout.ticks:
        if tick.box:
            found.append(
                {
                    "x": axes.at(tick.x),
                    "xref": "x",
                    "y": round(tick.box.middle, 2),
                    "yref": "y",
                    "xshift": round((tick.box.left + tick.box.right) / 2 - tick.x, 2),
                    "yanchor": "middle",
                    "showarrow": False,
                    "borderpad": 0,
                    "text": f"+{tick.count}",
                    "font": {"size": 10, "color": theme.muted},
                }
            )
    return found


def _leaders(layout: Layout, theme: Theme, axes: Axes) -> Trace | None:
    """Along the words of a flag; from their foot where they lie to both sides."""
    ends = [
        (one.x, one.box.bottom if one.align == "center" else one.box.top + 2, one.x, one.foot)
        for one in layout.labels
        if not one.inside
    ]
    ends += [(tick.x, tick.top, tick.x, tick.bottom) for tick in layout.ticks]
    color = theme.line if axes.chosen else theme.faint
    return lines(axes, ends, {"color": color, "width": 1})


def _thread(layout: Layout, theme: Theme, axes: Axes) -> Trace | None:
    """A line through all lanes in which the chosen event has a mark."""
    found = [mark for mark in layout.marks if mark.event == axes.chosen] if axes.chosen else []
    if len(found) < 2:
        return None
    top, bottom = min(mark.y for mark in found), max(mark.y for mark in found)
    return lines(axes, [(found[0].x, top, found[0].x, bottom)], {"color": theme.accent, "width": 1.2})


def _halo(layout: Layout, theme: Theme, axes: Axes) -> list[Trace | None]:
    """A ring around the chosen event's markers, a frame around its bars."""
    found = [mark for mark in layout.marks if mark.event == axes.chosen] if axes.chosen else []
    rings = [mark for mark in found if mark.form is not Form.SPAN]
    boxes = [
        Rect(mark.left - 3, mark.y - mark.radius - 3, mark.right + 3, mark.y + mark.radius + 3)
        for mark in found
        if mark.form is Form.SPAN
    ]
    sides = [
        side
        for box in boxes
        for side in (
            (box.left, box.top, box.right, box.top),
            (box.left, box.bottom, box.right, box.bottom),
            (box.left, box.top, box.left, box.bottom),
            (box.right, box.top, box.right, box.bottom),
        )
    ]
    return [lines(axes, sides, {"color": theme.accent, "width": 1.6}), _rings(rings, theme, axes)]


def _rings(marks: Sequence[Mark], theme: Theme, axes: Axes) -> Trace | None:
    if not marks:
        return None
    return axes.trace(
        type="scatter",
        mode="markers",
        x=[axes.at(mark.x) for mark in marks],
        y=[round(mark.y, 2) for mark in marks],
        marker={
            "symbol": "circle-open",
            "size": [2 * mark.radius + 9 for mark in marks],
            "color": theme.accent,
            "line": {"width": 1.6},
            "opacity": 1,
        },
        hoverinfo="skip",
    )


def _grounds(layout: Layout, axes: Axes) -> Trace | None:
    """The ground of each label as a bar that cannot be seen: pointing at words is pointing at the event."""
    counted = [(tick.box, tick.events) for tick in layout.ticks if tick.box]
    boxes = [*(label.box for label in layout.labels), *(box for box, _ in counted)]
    if not boxes:
        return None
    found = axes.hover([*(label.event for label in layout.labels), *(events[0] for _, events in counted)])
    if counted and "hovertext" in found:
        found["hovertext"][len(layout.labels) :] = [_unnamed(layout, events) for _, events in counted]
    return axes.trace(
        type="bar",
        orientation="h",
        base=[axes.at(box.left) for box in boxes],
        x=[axes.across(box.width) for box in boxes],
        y=[round(box.middle, 2) for box in boxes],
        width=[round(box.height, 2) for box in boxes],
        marker={"color": "rgba(0,0,0,0)", "line": {"width": 0}},
        **found,
    )


def _unnamed(layout: Layout, events: Sequence[str]) -> str:
    """What the events without room for their words are called."""
    names = [escape(layout.told[event][0], quote=False) for event in events]
    more = [f"and {len(names) - 6} more"] if len(names) > 7 else []
    return "<br>".join(["<b>No room for the words of</b>", *(names if not more else names[:6]), *more])


def _bins(layout: Layout, theme: Theme) -> list[Trace]:
    """The columns of a crowded chart and of the overview: one trace each, a bar for each piece."""
    traces = []
    if layout.bins:
        axes = Axes("x", "y", lambda x: to_axis(layout, x), lambda pixels: across(layout, pixels), {})
        traces.append(_columns(layout, theme, layout.bins, axes))
    if layout.overview and layout.overview.bins:
        traces.append(_columns(layout, theme, layout.overview.bins, Axes("x2", "y2", float, float, {})))
    return traces


def _columns(layout: Layout, theme: Theme, bins: Sequence[Bin], axes: Axes) -> Trace:
    return axes.trace(
        type="bar",
        orientation="h",
        base=[axes.at(one.rect.left) for one in bins],
        x=[axes.across(one.rect.width) for one in bins],
        y=[round(one.rect.middle, 2) for one in bins],
        width=[round(one.rect.height, 2) for one in bins],
        marker={"color": [theme.column(one.kind, vague=one.vague) for one in bins], "line": {"width": 0}},
        customdata=[[_bin_id(layout, one)] for one in bins],
        hovertext=[_hover(told) for told in tell_bins(bins, [" ".join(lane.title) for lane in layout.lanes])],
        hovertemplate=HOVER,
        unselected={"marker": {"opacity": 1}},
    )


def _bin_id(layout: Layout, one: Bin) -> str:
    lane = layout.lanes[one.lane].key if one.lane is not None else ""
    return f"bin:{escape(lane, quote=False)}:{one.first}:{one.last}"
