"""What stands still around the marks: lanes and their titles, today, the overview's frame, the legend."""

from html import escape
from typing import Any

from timeline_app.draw.chart import NOTE, TITLE
from timeline_app.draw.figure_axis import paper, to_axis
from timeline_app.draw.geometry import Layout, Rect
from timeline_app.draw.legend import SIZE
from timeline_app.draw.theme import SYMBOLS, Theme
from timeline_app.model import Kind

Parts = tuple[list[dict[str, Any]], list[dict[str, Any]], list[dict[str, Any]]]


def frame(layout: Layout, theme: Theme) -> Parts:
    """Shapes, annotations and traces."""
    shapes: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    traces: list[dict[str, Any]] = []
    for at, lane in enumerate(layout.lanes):
        whole = Rect(0, lane.rect.top, layout.width, lane.rect.bottom)
        if at % 2 == 0:
            shapes.append(paper(layout, whole) | _fill(theme.stripe))
        y = lane.title_box.top
        if lane.title:
            words = "<br>".join(escape(line, quote=False) for line in lane.title)
            notes.append(_text(layout, lane.title_box.left, y, f"<b>{words}</b>", TITLE, theme.ink))
            y += len(lane.title) * TITLE * 1.3
        notes.append(_text(layout, lane.title_box.left, y, lane.note, NOTE, theme.muted))
    for heading in layout.headings:
        notes.append(_text(layout, heading.box.left, heading.box.bottom - 18, heading.text, NOTE, theme.muted))
    if layout.today is not None:
        x = to_axis(layout, layout.today)
        line = {"color": theme.accent, "width": 1, "dash": "dot"}
        y0, y1 = layout.plot.top, layout.plot.bottom
        shapes.append({"type": "line", "xref": "x", "yref": "y", "x0": x, "x1": x, "y0": y0, "y1": y1, "line": line})
    if layout.overview:
        strip = layout.overview
        edge = Rect(strip.rect.left, strip.rect.bottom, strip.rect.right, strip.rect.bottom)
        shapes.append(paper(layout, edge) | {"type": "line", "line": {"color": theme.line, "width": 1}})
        for tick in strip.ticks:
            notes.append(_text(layout, tick.x, strip.rect.bottom + 3, tick.label, 11, theme.muted, anchor="center"))
        if strip.window:
            shapes.append(paper(layout, strip.window) | _fill(theme.accent, 0.14))
    for key in layout.legend:
        notes.append(
            _text(layout, key.box.left, key.box.middle, escape(key.label), SIZE, theme.muted, "left", "middle")
        )
    kinds = [key for key in layout.legend if key.group == "kind"]
    if kinds:
        traces.append(
            {
                "type": "scatter",
                "mode": "markers",
                "xaxis": "x3",
                "yaxis": "y3",
                "x": [key.x for key in kinds],
                "y": [key.y for key in kinds],
                "marker": {
                    "symbol": [SYMBOLS[Kind(key.name)] for key in kinds],
                    "color": [theme.kinds[Kind(key.name)] for key in kinds],
                    "size": 11,
                    "opacity": 1,
                },
                "hoverinfo": "skip",
            }
        )
    return shapes, notes, traces


def _fill(color: str, opacity: float = 1.0) -> dict[str, Any]:
    return {"type": "rect", "fillcolor": color, "opacity": opacity, "line": {"width": 0}, "layer": "below"}


def _text(
    layout: Layout, x: float, y: float, text: str, size: float, color: str, anchor: str = "left", valign: str = "top"
) -> dict[str, Any]:
    """Text at a pixel of the picture; `text` is escaped already."""
    return {
        "xref": "paper",
        "yref": "paper",
        "x": x / layout.width,
        "y": 1 - y / layout.height,
        "xanchor": anchor,
        "yanchor": valign,
        "align": "left",
        "showarrow": False,
        "borderpad": 0,
        "text": text,
        "font": {"size": size, "color": color},
    }
