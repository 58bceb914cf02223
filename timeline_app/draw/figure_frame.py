"""What stands around and behind the marks: lanes and titles, periods, no coverage, breaks, today, overview, legend."""

from collections.abc import Sequence
from html import escape
from typing import Any

from timeline_app.draw.bands import SIZE as BAND
from timeline_app.draw.bands import tips
from timeline_app.draw.chart import HEADING, NOTE, TICK, TITLE
from timeline_app.draw.figure_axis import across, paper, to_axis
from timeline_app.draw.figure_marks import mark_traces
from timeline_app.draw.figure_signs import bent
from timeline_app.draw.figure_trace import HOVER, Axes, Trace, lines
from timeline_app.draw.geometry import Layout, Rect
from timeline_app.draw.legend import COUNTED, SIZE, columns
from timeline_app.draw.look import GROUP, GROUPS
from timeline_app.draw.metrics import LINE
from timeline_app.draw.theme import Theme

Shape = dict[str, Any]


def frame(layout: Layout, theme: Theme) -> tuple[list[Shape], list[dict[str, Any]], list[Trace]]:
    """Shapes, annotations and traces, all below the marks."""
    shapes = [
        *_lanes(layout, theme),
        *_groups(layout, theme),
        *_breaks(layout, theme),
        *_today(layout, theme),
        *_overview(layout, theme),
    ]
    chart = Axes("x", "y", lambda x: to_axis(layout, x), lambda pixels: across(layout, pixels), {})
    key = Axes("x3", "y3", lambda x: round(x, 2), float, {})
    samples = [one.mark for one in layout.legend if one.mark]
    empty = [one.sample for one in layout.legend if one.name == "uncovered"]
    breaks = [
        (x, one.sample.middle + 6, x, one.sample.middle - 6)
        for one in layout.legend
        if one.name == "break"
        for x in (one.sample.left + 1, one.sample.right - 1)
    ]
    today = [
        (one.sample.left + 1, one.sample.middle + 6, one.sample.left + 1, one.sample.middle - 6)
        for one in layout.legend
        if one.name == "today"
    ]
    quiet = [f"No source tells of this lane from {one.first} to {one.last}" for one in layout.uncovered]
    traces = (
        _hatched([one.rect for one in layout.uncovered], theme, chart, quiet),
        _bands(layout, theme, chart),
        bent(chart, [(x, band.rect.middle, side, theme.muted) for band in layout.bands for x, side in tips(band)]),
        _hatched([Rect(one.left, one.top + 4, one.right, one.bottom - 4) for one in empty], theme, key),
        *(_filled(columns(one), theme.counted(one.name), key) for one in layout.legend if one.name in COUNTED),
        lines(key, breaks, {"color": theme.muted, "width": 1.2, "dash": "2px,2px"}),
        lines(key, today, {"color": theme.accent, "width": 1.2, "dash": "2px,2px"}),
        *mark_traces(samples, theme, key),
    )
    return shapes, _words(layout, theme), [trace for trace in traces if trace]


def _lanes(layout: Layout, theme: Theme) -> list[Shape]:
    shapes = []
    for at, lane in enumerate(layout.lanes):
        whole = Rect(0, lane.rect.top, layout.width, lane.rect.bottom)
        if theme.ground(at) != theme.paper:
            shapes.append(paper(layout, whole) | _ground(theme.ground(at)))
    for lane in layout.lanes:
        edge = Rect(0, lane.rect.bottom, layout.width, lane.rect.bottom)
        shapes.append(paper(layout, edge) | _line(theme.line))
    if layout.lanes:
        top = layout.lanes[0].rect.top
        shapes.append(paper(layout, Rect(0, top, layout.width, top)) | _line(theme.line))
    return shapes


def _groups(layout: Layout, theme: Theme) -> list[Shape]:
    """The ground of each group's name, and a line beside its lanes that no other group has."""
    shapes = []
    for one in layout.headings:
        name = Rect(0, one.rect.top, layout.width, one.rect.top + HEADING)
        middle = (one.rect.left + one.rect.right) / 2 - 0.5
        line = Rect(middle, one.rect.top, middle, one.rect.bottom)
        dash = ",".join(f"{part:g}px" for part in GROUPS[one.number % len(GROUPS)]) or "solid"
        shapes += [paper(layout, name) | _ground(theme.band), paper(layout, line) | _line(theme.muted, GROUP, dash)]
    return shapes


def _ground(color: str, opacity: float = 1.0) -> Shape:
    return {"type": "rect", "fillcolor": color, "opacity": opacity, "line": {"width": 0}, "layer": "below"}


def _line(color: str, width: float = 1.0, dash: str = "solid") -> Shape:
    return {"type": "line", "line": {"color": color, "width": width, "dash": dash}, "layer": "below"}


def _at_time(layout: Layout, x: float) -> Shape:
    """A line through all lanes that moves as one zooms."""
    at = to_axis(layout, x)
    return {"xref": "x", "yref": "y", "x0": at, "x1": at, "y0": layout.plot.top, "y1": layout.plot.bottom}


def _breaks(layout: Layout, theme: Theme) -> list[Shape]:
    """A shortened stretch lies between two dotted lines, on a ground of its own, through all lanes."""
    return [
        shape
        for one in layout.breaks
        for shape in (
            _at_time(layout, one.left) | {"x1": to_axis(layout, one.right)} | _ground(theme.band),
            _at_time(layout, one.left) | _line(theme.faint, 1, "dot"),
            _at_time(layout, one.right) | _line(theme.faint, 1, "dot"),
        )
    ]


def _today(layout: Layout, theme: Theme) -> list[Shape]:
    return [] if layout.today is None else [_at_time(layout, layout.today) | _line(theme.accent, 1, "dot")]


def _overview(layout: Layout, theme: Theme) -> list[Shape]:
    if not layout.overview:
        return []
    strip = layout.overview
    edge = Rect(strip.rect.left, strip.rect.bottom, strip.rect.right, strip.rect.bottom)
    shapes = [paper(layout, edge) | _line(theme.line)]
    if strip.window:
        shapes.append(paper(layout, strip.window) | _ground(theme.accent, 0.14))
    return shapes


def _hatched(rects: list[Rect], theme: Theme, axes: Axes, told: Sequence[str] = ()) -> Trace | None:
    if not rects:
        return None
    return axes.trace(
        type="bar",
        orientation="h",
        base=[axes.at(one.left) for one in rects],
        x=[axes.across(one.width) for one in rects],
        y=[round(one.middle, 2) for one in rects],
        width=[one.height for one in rects],
        marker={
            "color": "rgba(0,0,0,0)",
            "line": {"width": 0},
            "pattern": {"shape": "/", "fgcolor": theme.line, "bgcolor": "rgba(0,0,0,0)", "size": 7, "solidity": 0.12},
        },
        **({"hovertext": told, "hovertemplate": HOVER} if told else {"hoverinfo": "skip"}),
    )


def _filled(rects: list[Rect], color: str, axes: Axes) -> Trace:
    return axes.trace(
        type="bar",
        orientation="h",
        base=[axes.at(one.left) for one in rects],
        x=[axes.across(one.width) for one in rects],
        y=[one.middle for one in rects],
        width=[one.height for one in rects],
        marker={"color": color, "line": {"width": 0}},
        hoverinfo="skip",
    )


def _bands(layout: Layout, theme: Theme, axes: Axes) -> Trace | None:
    if not layout.bands:
        return None
    return axes.trace(
        type="bar",
        orientation="h",
        base=[axes.at(one.rect.left) for one in layout.bands],
        x=[axes.across(one.rect.width) for one in layout.bands],
        y=[round(one.rect.middle, 2) for one in layout.bands],
        width=[one.rect.height for one in layout.bands],
        marker={"color": theme.band, "line": {"width": 0}},
        hovertext=[escape(one.told, quote=False) for one in layout.bands],
        hovertemplate=HOVER,
    )


def _words(layout: Layout, theme: Theme) -> list[dict[str, Any]]:
    notes = []
    for lane in layout.lanes:
        left, y = lane.title_box.left, lane.title_box.top
        if lane.title:
            words = "<br>".join(escape(line, quote=False) for line in lane.title)
            notes.append(_text(layout, left, y, f"<b>{words}</b>", TITLE, theme.ink))
            y += len(lane.title) * TITLE * LINE
        if lane.notes:
            notes.append(_text(layout, left, y, "<br>".join(lane.notes), NOTE, theme.muted))
    for heading in layout.headings:
        words = f"<b>{escape(heading.text, quote=False)}</b>"
        notes.append(_text(layout, heading.box.left, heading.box.middle, words, NOTE, theme.ink, valign="middle"))
    for band in layout.bands:
        if band.box:
            text = escape(band.label, quote=False)
            notes.append(
                {
                    **_text(layout, 0, 0, text, BAND, theme.muted, valign="middle"),
                    "xref": "x",
                    "yref": "y",
                    "x": to_axis(layout, band.rect.left),
                    "xshift": band.box.left - band.rect.left,
                    "y": band.box.middle,
                }
            )
    for one in layout.breaks:
        middle = (one.left + one.right) / 2
        words = "<br>".join(one.lines)
        notes.append(_text(layout, middle, layout.plot.top - 4, words, NOTE, theme.muted, "center", "bottom"))
    if layout.overview:
        y = layout.overview.rect.bottom + 3
        notes += [_text(layout, one.x, y, one.label, 11, theme.muted, "center") for one in layout.overview.ticks]
    for key in layout.legend:
        words = escape(key.label, quote=False)
        notes.append(_text(layout, key.box.left, key.box.middle, words, SIZE, theme.muted, valign="middle"))
        if key.name == "unnamed":
            notes.append(_text(layout, key.sample.left, key.box.middle, "+n", TICK, theme.muted, valign="middle"))
    return notes


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
        "align": "center" if anchor == "center" else "left",
        "showarrow": False,
        "borderpad": 0,
        "text": text,
        "font": {"size": size, "color": color},
    }
