"""The signs upon marks as Plotly traces: arrows, chevrons, stripes, strokes. Zooming in leaves them as they are."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from timeline_app.draw.figure_trace import Axes, Trace, lines, signs
from timeline_app.draw.geometry import Form, Mark
from timeline_app.draw.look import CHEVRON, WHISKER, Look, arrows, chevron, chevrons, glyph, stripes
from timeline_app.draw.theme import SIZES, Theme, symbol

_STROKES = {"right": (45, 135), "left": (225, 315)}
"""Angles of the two strokes of a chevron that points to a side."""
_LINE = 1.4
"""Plotly's line symbols are so many times as long as their size says."""


def glyphs(spans: Sequence[Mark], theme: Theme, seen: Mapping[Mark, Look], axes: Axes) -> Trace | None:
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


def heads(marks: Sequence[Mark], seen: Mapping[Mark, Look], axes: Axes) -> Trace | None:
    found = [(x, side, mark) for mark in marks for x, side in arrows(mark)]
    return signs(
        axes,
        [(x, mark) for x, _, mark in found],
        [f"triangle-{side}" for _, side, _ in found],
        [9.0] * len(found),
        [seen[mark].color for *_, mark in found],
    )


def cuts(marks: Sequence[Mark], theme: Theme, seen: Mapping[Mark, Look], axes: Axes) -> Trace | None:
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
            "size": round(CHEVRON * 2**0.5 / _LINE, 2),
            "angle": [angle for _, _, angle, _ in strokes],
            "standoff": round(CHEVRON / 2**0.5, 2),
            "color": colors,
            "line": {"width": WHISKER, "color": colors},
            "opacity": 1,
        },
        hoverinfo="skip",
    )


def size(mark: Mark) -> float:
    """Plotly's size of a marker; an outline is drawn half outside of it."""
    factor = SIZES[mark.kind] if mark.kind else 1.0
    return round(2 * mark.radius * factor - (1.0 if mark.form is Form.IMPRECISE else 0.0), 1)


def hatching(points: Sequence[Mark], seen: Mapping[Mark, Look], axes: Axes) -> Trace | None:
    """Stripes: lines turned by an angle and pushed aside by pixels, so that zooming does not move them."""
    found = [(mark, offset) for mark in points if seen[mark].hatched for offset in stripes(mark)]
    trace = signs(
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


def dots(marks: Sequence[Mark], seen: Mapping[Mark, Look], axes: Axes) -> Trace | None:
    found = [(mark.x, mark) for mark in marks if seen[mark].dotted and mark.form is not Form.SPAN]
    return signs(axes, found, "circle", [2.5] * len(found), [seen[mark].color for _, mark in found])


def strokes(marks: Sequence[Mark], seen: Mapping[Mark, Look], axes: Axes) -> list[Trace | None]:
    """A line along a bar, a slanted one through a marker; zooming makes only the first longer."""
    struck = [mark for mark in marks if seen[mark].struck]
    by_color: dict[str, list[tuple[float, float, float, float]]] = defaultdict(list)
    for mark in struck:
        if mark.form is Form.SPAN:
            by_color[seen[mark].sign].append((mark.left, mark.y, mark.right, mark.y))
    points = [mark for mark in struck if mark.form is not Form.SPAN]
    through = signs(
        axes,
        [(mark.x, mark) for mark in points],
        "line-ew-open",
        [round((2 * mark.radius + 4) * 2**0.5 / _LINE, 1) for mark in points],
        [seen[mark].sign for mark in points],
    )
    if through:
        through["marker"]["angle"] = 315
    return [*(lines(axes, ends, {"color": color, "width": WHISKER}) for color, ends in by_color.items()), through]


def tildes(marks: Sequence[Mark], seen: Mapping[Mark, Look], axes: Axes) -> Trace | None:
    """Beside the marker or the end of its whisker, hung on that so that zooming keeps them together."""
    found = [(mark, *_hung(mark, mark.tilde)) for mark in marks if mark.tilde is not None]
    if not found:
        return None
    return axes.trace(
        type="scatter",
        mode="markers+text",
        x=[axes.at(x) for _, x, _, _ in found],
        y=[round(mark.y, 2) for mark, *_ in found],
        text=["~"] * len(found),
        textposition=[f"middle {side}" for _, _, side, _ in found],
        textfont={"size": 13, "color": [seen[mark].sign for mark, *_ in found]},
        marker={"size": [size for *_, size in found], "opacity": 0},
        hoverinfo="skip",
    )


def _hung(mark: Mark, at: float) -> tuple[float, str, float]:
    """What a sign at `at` stands beside: its x, the side, and the size that keeps the sign off it."""
    side = "right" if at > mark.x else "left"
    end = mark.right if side == "right" else mark.left
    if mark.form is Form.SPAN or (abs(end - mark.x) > mark.radius and abs(at - end) < abs(at - mark.x) - mark.radius):
        return end, side, 1.0
    return mark.x, side, round(1.6 * mark.radius, 1)
