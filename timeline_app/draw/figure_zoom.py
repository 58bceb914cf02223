"""The same picture, larger: for a wall rather than a desk.

Everything in a figure stands in the layout's pixels already; only what Plotly takes in pixels of the screen grows: the
picture itself, letters, markers, lines, and the distance of a label from its mark.
"""

import re
from typing import Any

_SIZES = {"size", "standoff", "ticklabelstandoff", "gridwidth", "xshift", "yshift"}
"""Keys whose value is in pixels of the screen wherever they are found."""
_OUTLINES = {"line"}
"""Keys of what has a `width` in pixels of the screen; the width of a bar is in units of its axis."""


def enlarge(figure: dict[str, Any], by: float) -> dict[str, Any]:
    """A copy that is `by` times as wide and high."""
    larger: dict[str, Any] = _grown(figure, by)
    for side in ("width", "height"):
        larger["layout"][side] = figure["layout"][side] * by
    return larger


def _grown(part: Any, by: float, key: str = "") -> Any:
    if isinstance(part, dict):
        return {
            name: _times(value, by)
            if name in _SIZES or (name == "width" and key in _OUTLINES)
            else _dashes(value, by)
            if name == "dash"
            else _grown(value, by, name)
            for name, value in part.items()
        }
    return [_grown(one, by, key) if isinstance(one, dict) else one for one in part] if isinstance(part, list) else part


def _times(value: Any, by: float) -> Any:
    return [_times(one, by) for one in value] if isinstance(value, list) else round(value * by, 2)


def _dashes(value: str, by: float) -> str:
    return re.sub(r"[\d.]+(?=px)", lambda found: f"{float(found[0]) * by:g}", value)
