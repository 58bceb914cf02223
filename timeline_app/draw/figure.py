"""A `Layout` as a Plotly figure: a plain dict, so that it is made in milliseconds and its data can be looked at.

The picture equals the layout because every axis is in the layout's own pixels: margins are zero, the plot has exactly
the layout's rectangle as its domain, and y runs in pixels downwards. On a linear scale x is time (milliseconds), which
maps to the same pixels and lets Plotly go on naming days and months as one zooms in; the two other scales bend time, so
there x is pixels with the layout's ticks. Labels hang on their mark's x by an offset in pixels: zooming in moves them
apart and never onto each other.
"""

from html import escape
from typing import Any

from timeline_app.draw.figure_axis import across, place_axes, to_axis
from timeline_app.draw.figure_frame import frame
from timeline_app.draw.figure_marks import mark_traces
from timeline_app.draw.geometry import Bin, Layout
from timeline_app.draw.labels import INSET
from timeline_app.draw.metrics import FAMILY
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


def figure(layout: Layout, theme: Theme, *, chosen: str = "", drag: str = "zoom") -> dict[str, Any]:
    """The figure as `{"data": [...], "layout": {...}}`.

    `customdata[0]` of each mark is its event's id; of a bin `bin:LANE:FIRST:LAST`. `chosen` is the id of an event to
    bring out. `drag` is what dragging does: "zoom", "pan" or "select".
    """
    shapes, annotations, traces = frame(layout, theme)
    traces += _bins(layout, theme)
    traces += mark_traces(layout, theme, chosen)
    annotations += _labels(layout, theme, chosen)
    return {
        "data": traces,
        "layout": {
            "width": layout.width,
            "height": layout.height,
            "autosize": False,
            "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
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


def _labels(layout: Layout, theme: Theme, chosen: str) -> list[dict[str, Any]]:
    """Each label as one annotation that hangs on its mark."""
    found = []
    fill = {mark.event: theme.on(mark.kind) for mark in layout.marks} if any(x.inside for x in layout.labels) else {}
    for label in layout.labels:
        right = label.align == "right"
        edge = label.box.right - INSET if right else label.box.left + (0 if label.inside else INSET)
        text = "<br>".join(escape(line, quote=False) for line in label.lines)
        found.append(
            {
                "x": to_axis(layout, label.x),
                "xref": "x",
                "y": label.box.middle,
                "yref": "y",
                "xshift": round(edge - label.x, 2),
                "xanchor": "right" if right else "left",
                "yanchor": "middle",
                "align": "right" if right else "left",
                "showarrow": False,
                "borderpad": 0,
                "text": f"<b>{text}</b>" if label.event == chosen else text,
                "font": {
                    "size": 11 if label.inside else layout.font,
                    "color": fill[label.event] if label.inside else theme.ink,
                },
            }
        )
    return found


def _bins(layout: Layout, theme: Theme) -> list[dict[str, Any]]:
    """The columns of a dense chart and of the overview: one trace each, a bar for each piece."""
    traces = []
    if layout.bins:
        traces.append(_columns(layout, theme, layout.bins, "x", "y"))
    if layout.overview and layout.overview.bins:
        traces.append(_columns(layout, theme, layout.overview.bins, "x2", "y2"))
    return traces


def _columns(layout: Layout, theme: Theme, bins: tuple[Bin, ...], x: str, y: str) -> dict[str, Any]:
    def at(pixel: float) -> float:
        return to_axis(layout, pixel) if x == "x" else pixel

    return {
        "type": "bar",
        "orientation": "h",
        "xaxis": x,
        "yaxis": y,
        "base": [at(one.rect.left) for one in bins],
        "x": [across(layout, one.rect.width) if x == "x" else one.rect.width for one in bins],
        "y": [one.rect.middle for one in bins],
        "width": [one.rect.height for one in bins],
        "marker": {"color": [theme.kinds[one.kind] for one in bins], "line": {"width": 0}},
        "customdata": [[_bin_id(layout, one)] for one in bins],
        "hovertext": [f"{one.count:,} × {one.kind}<br>{one.first} to {one.last}" for one in bins],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _bin_id(layout: Layout, one: Bin) -> str:
    lane = layout.lanes[one.lane].key if one.lane is not None else ""
    return f"bin:{escape(lane, quote=False)}:{one.first}:{one.last}"
