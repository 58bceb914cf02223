"""What a trace is made of: a pair of axes, lines, and small signs that keep their size."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from timeline_app.draw.geometry import Mark
from timeline_app.draw.look import WHISKER

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


def signs(
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
