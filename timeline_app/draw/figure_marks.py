"""Marks as Plotly traces, on the axes of the chart or of the legend."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from timeline_app.draw import figure_signs as upon
from timeline_app.draw.figure_trace import Axes, Trace, lines, signs
from timeline_app.draw.geometry import Form, Mark
from timeline_app.draw.look import WHISKER, Look, look, pieces
from timeline_app.draw.theme import Theme, symbol


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
            upon.glyphs(spans, theme, seen, axes),
            upon.heads(marks, seen, axes),
            upon.cuts(marks, theme, seen, axes),
            _markers(points, seen, axes),
            upon.hatching(points, seen, axes),
            upon.dots(marks, seen, axes),
            *upon.strokes(marks, seen, axes),
            upon.tildes(marks, seen, axes),
        )
        if trace
    ]


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
    return [*traces, signs(axes, caps, "line-ns-open", [7.0] * len(caps), [seen[mark].color for _, mark in caps])]


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
            "size": [upon.size(mark) for mark in points],
            "color": [seen[mark].fill for mark in points],
            "line": {
                "color": [seen[mark].line for mark in points],
                "width": [seen[mark].width for mark in points],
            },
            "opacity": 1,
        },
        **axes.hover([mark.event for mark in points]),
    )
