"""Marks as Plotly traces, on the axes of the chart or of the legend."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from timeline_app.draw.geometry import Form, Mark
from timeline_app.draw.look import CHEVRON, WHISKER, Look, arrows, chevron, chevrons, glyph, look, pieces, stripes
from timeline_app.draw.theme import SIZES, Theme, symbol

_STROKES = {"right": (45, 135), "left": (225, 315)}
"""Angles of the two strokes of a chevron that points to a side."""
HOVER = "%{hovertext}<extra></extra>"
Trace = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Axes:
    """A pair of axes and the layout's pixels in units of its x; `told` is the hover text of each event, escaped."""

    x: str
    y: str
    at: Callable[[float], float]
    across: Callable[[float], float]
    told: Mapping[str, str]
    chosen: str = ""

    def trace(self, **rest: Any) -> Trace:
        return {"xaxis": self.x, "yaxis": self.y, **rest}

    def hover(self, events: Sequence[str]) -> dict[str, Any]:
        """The event's id first in `customdata`; nothing in the legend."""
        if not self.told:
            return {"hoverinfo": "skip"}
        return {
            "customdata": [[event] for event in events],
            "hovertext": [self.told.get(event, "") for event in events],
            "hovertemplate": HOVER,
            "unselected": {"marker": {"opacity": 1}},
        }


def mark_traces(marks: Sequence[Mark], theme: Theme, axes: Axes) -> list[Trace]:
    """From the lowest layer to the highest: whiskers, bars, markers, and the signs upon them."""
    seen = {mark: look(mark, theme, dim=bool(axes.chosen) and mark.event != axes.chosen) for mark in set(marks)}
    points = [mark for mark in marks if mark.form is not Form.SPAN]
    spans = [mark for mark in marks if mark.form is Form.SPAN]
    return [
        trace
        for trace in (
            *_whiskers(points, seen, axes),
            _bars(spans, theme, seen, axes),
            _glyphs(spans, theme, seen, axes),
            _arrows(marks, seen, axes),
            _chevrons(marks, theme, seen, axes),
            _markers(points, seen, axes),
            _hatching(points, seen, axes),
            _dots(marks, seen, axes),
            *_strokes(marks, seen, axes),
            _tildes(marks, seen, axes),
        )
        if trace
    ]


def lines(axes: Axes, ends: Sequence[tuple[float, float, float, float]], line: dict[str, Any]) -> Trace | None:
    """Straight lines from (x, y) to (x, y) as one trace."""
    if not ends:
        return None
    xs: list[float | None] = []
    ys: list[float | None] = []
    for x0, y0, x1, y1 in ends:
        xs += [axes.at(x0), axes.at(x1), None]
        ys += [round(y0, 2), round(y1, 2), None]
    return axes.trace(type="scatter", mode="lines", x=xs, y=ys, line=line, hoverinfo="skip")


def _whiskers(points: Sequence[Mark], seen: Mapping[Mark, Look], axes: Axes) -> list[Trace | None]:
    by_color: dict[str, list[Mark]] = defaultdict(list)
    for mark in points:
        if mark.form is Form.IMPRECISE:
            by_color[seen[mark].color].append(mark)
    traces = [
        lines(
            axes,
            [(mark.left, mark.y, mark.right, mark.y) for mark in marks],
            {"color": color, "width": WHISKER, "dash": "3px,2px"},
        )
        for color, marks in by_color.items()
    ]
    caps = [
        (x, mark)
        for marks in by_color.values()
        for mark in marks
        for x, goes_on in (
            (mark.left, mark.open_left or mark.cut_left),
            (mark.right, mark.open_right or mark.cut_right),
        )
        if not goes_on and abs(x - mark.x) > mark.radius + 2
    ]
    return [*traces, _signs(axes, caps, "line-ns-open", [7.0] * len(caps), [seen[mark].color for _, mark in caps])]


def _signs(
    axes: Axes, places: Sequence[tuple[float, Mark]], name: str | list[str], sizes: list[float], colors: list[str]
) -> Trace | None:
    """Small signs without a hover of their own."""
    if not places:
        return None
    return axes.trace(
        type="scatter",
        mode="markers",
        x=[axes.at(x) for x, _ in places],
        y=[round(mark.y, 2) for _, mark in places],
        marker={
            "symbol": name,
            "size": sizes,
            "color": colors,
            "line": {"width": WHISKER, "color": colors},
            "opacity": 1,
        },
        hoverinfo="skip",
    )


def _bars(spans: Sequence[Mark], theme: Theme, seen: Mapping[Mark, Look], axes: Axes) -> Trace | None:
    parts = [(mark, piece) for mark in spans for piece in pieces(mark, theme, seen[mark])]
    if not parts:
        return None
    hollow = [seen[mark].hollow for mark, _ in parts]
    return axes.trace(
        type="bar",
        orientation="h",
        base=[axes.at(piece.left) for _, piece in parts],
        x=[axes.across(piece.right - piece.left) for _, piece in parts],
        y=[round(mark.y, 2) for mark, _ in parts],
        width=[2 * mark.radius - 2 * outline for (mark, _), outline in zip(parts, hollow, strict=True)],
        marker={
            "color": [piece.fill for _, piece in parts],
            "line": {
                "color": [seen[mark].color for mark, _ in parts],
                "width": [1.4 if outline else 0 for outline in hollow],
            },
            "pattern": {
                "shape": ["/" if seen[mark].hatched else "" for mark, _ in parts],
                "fgcolor": theme.paper,
                "size": 5,
                "solidity": 0.3,
            },
        },
        **axes.hover([mark.event for mark, _ in parts]),
    )


def _glyphs(spans: Sequence[Mark], theme: Theme, seen: Mapping[Mark, Look], axes: Axes) -> Trace | None:
    """The symbol of its kind at the beginning of a bar: without colours it tells what lasted."""
    found = [(mark, one) for mark in spans if (one := glyph(mark, theme, seen[mark]))]
    if not found:
        return None
    return axes.trace(
        type="scatter",
        mode="markers",
        x=[axes.at(x) for _, (x, _, _) in found],
        y=[round(mark.y, 2) for mark, _ in found],
        marker={
            "symbol": [symbol(mark.kind) for mark, _ in found],
            "size": [round(2 * radius * SIZES[mark.kind], 1) for mark, (_, radius, _) in found if mark.kind],
            "color": [color for _, (_, _, color) in found],
            "line": {"width": 0},
            "opacity": 1,
        },
        hoverinfo="skip",
    )


def _arrows(marks: Sequence[Mark], seen: Mapping[Mark, Look], axes: Axes) -> Trace | None:
    heads = [(x, side, mark) for mark in marks for x, side in arrows(mark)]
    return _signs(
        axes,
        [(x, mark) for x, _, mark in heads],
        [f"triangle-{side}" for _, side, _ in heads],
        [9.0] * len(heads),
        [seen[mark].color for *_, mark in heads],
    )


def _chevrons(marks: Sequence[Mark], theme: Theme, seen: Mapping[Mark, Look], axes: Axes) -> Trace | None:
    found = [(x, mark.y, side, chevron(mark, theme, seen[mark])) for mark in marks for x, side in chevrons(mark)]
    return bent(axes, found)


def bent(axes: Axes, tips: Sequence[tuple[float, float, str, str]]) -> Trace | None:
    """Chevrons by the x and y of their tip, the side they point to, and their colour.

    Two strokes that meet in the tip: lines turned by an angle and pushed back from it, so that zooming keeps them.
    """
    if not tips:
        return None
    strokes = [(x, y, angle, color) for x, y, side, color in tips for angle in _STROKES[side]]
    colors = [color for *_, color in strokes]
    return axes.trace(
        type="scatter",
        mode="markers",
        x=[axes.at(x) for x, *_ in strokes],
        y=[round(y, 2) for _, y, *_ in strokes],
        marker={
            "symbol": "line-ns-open",
            "size": round(CHEVRON * 2**0.5 / 1.4, 2),  # Plotly draws these 1.4 times as long as it says
            "angle": [angle for _, _, angle, _ in strokes],
            "standoff": round(CHEVRON / 2**0.5, 2),
            "color": colors,
            "line": {"width": WHISKER, "color": colors},
            "opacity": 1,
        },
        hoverinfo="skip",
    )


def _markers(points: Sequence[Mark], seen: Mapping[Mark, Look], axes: Axes) -> Trace | None:
    if not points:
        return None
    return axes.trace(
        type="scatter",
        mode="markers",
        x=[axes.at(mark.x) for mark in points],
        y=[round(mark.y, 2) for mark in points],
        marker={
            "symbol": [symbol(mark.kind) for mark in points],
            "size": [size(mark) for mark in points],
            "color": [seen[mark].fill for mark in points],
            "line": {
                "color": [seen[mark].line for mark in points],
                "width": [seen[mark].width for mark in points],
            },
            "opacity": 1,
        },
        **axes.hover([mark.event for mark in points]),
    )


def size(mark: Mark) -> float:
    """Plotly's size of a marker; an outline is drawn half outside of it."""
    factor = SIZES[mark.kind] if mark.kind else 1.0
    return round(2 * mark.radius * factor - (1.0 if mark.form is Form.IMPRECISE else 0.0), 1)


def _hatching(points: Sequence[Mark], seen: Mapping[Mark, Look], axes: Axes) -> Trace | None:
    """Stripes: lines turned by an angle and pushed aside by pixels, so that zooming does not move them."""
    found = [(mark, offset) for mark in points if seen[mark].hatched for offset in stripes(mark)]
    trace = _signs(
        axes,
        [(mark.x, mark) for mark, _ in found],
        "line-ew-open",
        [size(mark) * 0.6 for mark, _ in found],  # they stay inside the outline
        [seen[mark].color for mark, _ in found],
    )
    if trace:
        trace["marker"]["angle"] = [135 if offset >= 0 else 315 for _, offset in found]
        trace["marker"]["standoff"] = [abs(offset) for _, offset in found]
        trace["marker"]["line"]["width"] = 1.3
    return trace


def _dots(marks: Sequence[Mark], seen: Mapping[Mark, Look], axes: Axes) -> Trace | None:
    found = [(mark.x, mark) for mark in marks if seen[mark].dotted and mark.form is not Form.SPAN]
    return _signs(axes, found, "circle", [2.5] * len(found), [seen[mark].color for _, mark in found])


def _strokes(marks: Sequence[Mark], seen: Mapping[Mark, Look], axes: Axes) -> list[Trace | None]:
    """A line along a bar, a slanted one through a marker."""
    by_color: dict[str, list[tuple[float, float, float, float]]] = defaultdict(list)
    for mark in marks:
        if seen[mark].struck:
            x, y, out = mark.x, mark.y, mark.radius
            end = (
                (mark.left, y, mark.right, y)
                if mark.form is Form.SPAN
                else (x - out - 2, y + out, x + out + 2, y - out)
            )
            by_color[seen[mark].sign].append(end)
    return [lines(axes, ends, {"color": color, "width": WHISKER}) for color, ends in by_color.items()]


def _tildes(marks: Sequence[Mark], seen: Mapping[Mark, Look], axes: Axes) -> Trace | None:
    found = [(mark, mark.tilde) for mark in marks if mark.tilde is not None]
    if not found:
        return None
    return axes.trace(
        type="scatter",
        mode="text",
        x=[axes.at(x) for _, x in found],
        y=[round(mark.y, 2) for mark, _ in found],
        text=["~"] * len(found),
        textfont={"size": 13, "color": [seen[mark].sign for mark, _ in found]},
        hoverinfo="skip",
    )
