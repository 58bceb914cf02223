"""The marks as traces: leaders, whiskers, bars, markers, and the words' own ground, which can be clicked.

A date is drawn for what it is: filled for an exact day, hollow on a dashed whisker for a moment that is not known
exactly, a bar for what lasted, paler where its beginning or end is only known to the month. Planned is an outline,
claimed is hatched, denied is struck through.
"""

from collections import defaultdict
from collections.abc import Sequence
from html import escape
from typing import Any

from timeline_app.draw.figure_axis import across, to_axis
from timeline_app.draw.geometry import Form, Layout, Mark
from timeline_app.draw.theme import SIZES, SYMBOLS, Theme, mix
from timeline_app.model import Kind, Status

HOVER = "%{hovertext}<extra></extra>"
FADE = (26.0, 5)
"""Pixels over which an open end fades, and in how many steps."""


def mark_traces(layout: Layout, theme: Theme, chosen: str) -> list[dict[str, Any]]:
    """From the lowest to the highest layer."""
    points = [mark for mark in layout.marks if mark.form is not Form.SPAN]
    spans = [mark for mark in layout.marks if mark.form is Form.SPAN]
    told = {event: _hover(lines) for event, lines in layout.told.items()}
    return [
        *_leaders(layout, theme),
        *_whiskers(layout, theme, points),
        *_bars(layout, theme, spans, told),
        *_markers(layout, theme, points, told),
        *_grounds(layout, told),
    ]


def _hover(lines: Sequence[str]) -> str:
    first, *rest = (escape(line, quote=False) for line in lines)
    return "<br>".join([f"<b>{first}</b>", *rest])


def _lines(xs: list, ys: list, color: str, width: float, dash: str = "solid") -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": xs,
        "y": ys,
        "line": {"color": color, "width": width, "dash": dash},
        "hoverinfo": "skip",
    }


def _leaders(layout: Layout, theme: Theme) -> list[dict[str, Any]]:
    xs: list[float | None] = []
    ys: list[float | None] = []
    for label in layout.labels:
        if not label.inside:
            x = to_axis(layout, label.x)
            xs += [x, x, None]
            ys += [label.box.top + 2, label.foot, None]
    return [_lines(xs, ys, theme.faint, 1)] if xs else []


def _whiskers(layout: Layout, theme: Theme, points: Sequence[Mark]) -> list[dict[str, Any]]:
    by_kind: dict[Kind, list[Mark]] = defaultdict(list)
    for mark in points:
        if mark.form is Form.IMPRECISE:
            by_kind[mark.kind].append(mark)
    traces = []
    for kind, marks in by_kind.items():
        xs: list[float | None] = []
        ys: list[float | None] = []
        for mark in marks:
            xs += [to_axis(layout, mark.left), to_axis(layout, mark.right), None]
            ys += [mark.y, mark.y, None]
        traces.append(_lines(xs, ys, theme.kinds[kind], 1.4, "3px,2px"))
    ends = [
        (x, mark)
        for k in by_kind.values()
        for mark in k
        for x, open_ in ((mark.left, mark.open_left), (mark.right, mark.open_right))
        if not open_ and mark.right - mark.left > 4
    ]
    if ends:
        traces.append(
            {
                "type": "scatter",
                "mode": "markers",
                "x": [to_axis(layout, x) for x, _ in ends],
                "y": [mark.y for _, mark in ends],
                "marker": {
                    "symbol": "line-ns-open",
                    "size": 7,
                    "line": {"width": 1.4},
                    "color": [theme.kinds[mark.kind] for _, mark in ends],
                    "opacity": 1,
                },
                "hoverinfo": "skip",
            }
        )
    return traces


def _bars(layout: Layout, theme: Theme, spans: Sequence[Mark], told: dict[str, str]) -> list[dict[str, Any]]:
    """Each span in pieces: soft beginning, certain part, soft end, fading end."""
    pieces: list[tuple[Mark, float, float, float]] = []
    for mark in spans:
        fade = min(FADE[0], (mark.right - mark.left) / 2) if mark.open_right else 0.0
        right = mark.right - fade
        left = mark.left
        solid_left, solid_right = min(mark.solid_left, right), min(mark.solid_right, right)
        pieces += [
            (mark, one, two, shade)
            for one, two, shade in ((left, solid_left, 0.5), (solid_left, solid_right, 1.0), (solid_right, right, 0.5))
            if two - one > 0.05
        ]
        step = fade / FADE[1]
        pieces += [
            (mark, right + at * step, right + (at + 1) * step, 1 - (at + 1) / (FADE[1] + 1))
            for at in range(FADE[1] if fade else 0)
        ]
    if not pieces:
        return []
    hollow = {Status.PLANNED}
    return [
        {
            "type": "bar",
            "orientation": "h",
            "base": [to_axis(layout, left) for _, left, _, _ in pieces],
            "x": [across(layout, right - left) for _, left, right, _ in pieces],
            "y": [mark.y for mark, *_ in pieces],
            "width": [2 * mark.radius for mark, *_ in pieces],
            "marker": {
                "color": [
                    theme.paper if mark.status in hollow else mix(theme.kinds[mark.kind], theme.paper, shade)
                    for mark, _, _, shade in pieces
                ],
                "line": {
                    "color": [theme.kinds[mark.kind] for mark, *_ in pieces],
                    "width": [1.4 if mark.status in hollow else 0 for mark, *_ in pieces],
                },
                "pattern": {
                    "shape": ["/" if mark.status is Status.CLAIMED else "" for mark, *_ in pieces],
                    "fgcolor": theme.paper,
                    "size": 5,
                    "solidity": 0.35,
                },
            },
            "customdata": [[mark.event] for mark, *_ in pieces],
            "hovertext": [told[mark.event] for mark, *_ in pieces],
            "hovertemplate": HOVER,
        }
    ]


def _markers(layout: Layout, theme: Theme, points: Sequence[Mark], told: dict[str, str]) -> list[dict[str, Any]]:
    if not points:
        return []
    filled = [mark.form is Form.EXACT and mark.status in (Status.REPORTED, Status.CLAIMED) for mark in points]
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "x": [to_axis(layout, mark.x) for mark in points],
            "y": [round(mark.y, 2) for mark in points],
            "marker": {
                "symbol": [SYMBOLS[mark.kind] for mark in points],
                "size": [round(2 * mark.radius * SIZES[mark.kind], 1) for mark in points],
                "color": [
                    theme.kinds[mark.kind] if full else theme.paper for mark, full in zip(points, filled, strict=True)
                ],
                "line": {
                    "color": [
                        theme.paper if full else theme.kinds[mark.kind]
                        for mark, full in zip(points, filled, strict=True)
                    ],
                    "width": [0.8 if full else 1.8 for full in filled],
                },
                "opacity": 1,
            },
            "customdata": [[mark.event] for mark in points],
            "hovertext": [told[mark.event] for mark in points],
            "hovertemplate": HOVER,
        }
    ]


def _grounds(layout: Layout, told: dict[str, str]) -> list[dict[str, Any]]:
    """The ground of each label as a bar that cannot be seen: pointing at words is pointing at the event."""
    if not layout.labels:
        return []
    return [
        {
            "type": "bar",
            "orientation": "h",
            "base": [to_axis(layout, label.box.left) for label in layout.labels],
            "x": [across(layout, label.box.width) for label in layout.labels],
            "y": [label.box.middle for label in layout.labels],
            "width": [label.box.height for label in layout.labels],
            "marker": {"color": "rgba(0,0,0,0)", "line": {"width": 0}},
            "customdata": [[label.event] for label in layout.labels],
            "hovertext": [told[label.event] for label in layout.labels],
            "hovertemplate": HOVER,
        }
    ]
