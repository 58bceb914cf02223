"""The axes of the figure, and the layout's pixels in their units.

Three pairs that do not overlap: the chart (x, y), the overview (x2, y2), the legend (x3, y3).
"""

from typing import Any

from timeline_app.draw.axis import SIZE
from timeline_app.draw.geometry import Layout, Rect
from timeline_app.draw.theme import Theme

_DAY = 86_400_000
_EPOCH = 719_163
"""Ordinal of 1970-01-01."""

FORMATS = {"year": "%Y", "month": "%b\n%Y", "day": "%-d %b\n%Y"}


def to_axis(layout: Layout, x: float) -> float:
    """A pixel in units of the chart's x axis: milliseconds since 1970 on a linear scale, else pixels."""
    return round((layout.scale.day(x) - _EPOCH) * _DAY) if layout.linear else round(x, 2)


def day_at(layout: Layout, value: float) -> float:
    """The day, as `Scale` counts them, at a value of the chart's x axis: the inverse of `to_axis`."""
    return value / _DAY + _EPOCH if layout.linear else layout.scale.day(value)


def across(layout: Layout, pixels: float) -> float:
    """A width in units of the chart's x axis."""
    if not layout.linear:
        return round(pixels, 2)
    days = layout.scale.days[1] - layout.scale.days[0]
    return round(pixels * days / (layout.scale.pixels[1] - layout.scale.pixels[0]) * _DAY)


def paper(layout: Layout, rect: Rect) -> dict[str, Any]:
    """A rectangle of the picture in Plotly's paper coordinates."""
    return {
        "xref": "paper",
        "yref": "paper",
        "x0": rect.left / layout.width,
        "x1": rect.right / layout.width,
        "y0": 1 - rect.bottom / layout.height,
        "y1": 1 - rect.top / layout.height,
    }


def place_axes(layout: Layout, theme: Theme) -> dict[str, Any]:
    """`xaxis` ... `yaxis3` of the figure's layout."""
    axes = {
        "xaxis": _time_axis(layout, theme),
        "yaxis": _pixels(layout, layout.plot.top, layout.plot.bottom, vertical=True),
    }
    if layout.overview:
        rect = layout.overview.rect
        axes["xaxis2"] = _pixels(layout, rect.left, rect.right, anchor="y2")
        axes["yaxis2"] = _pixels(layout, rect.top, rect.bottom, vertical=True, anchor="x2")
    if layout.legend:
        top, bottom = layout.legend[0].box.top, layout.legend[-1].box.bottom
        axes["xaxis3"] = _pixels(layout, 0, layout.width, anchor="y3")
        axes["yaxis3"] = _pixels(layout, top, bottom, vertical=True, anchor="x3")
    return axes


def _pixels(layout: Layout, low: float, high: float, *, vertical: bool = False, anchor: str = "") -> dict[str, Any]:
    """An invisible axis in the picture's own pixels."""
    size = layout.height if vertical else layout.width
    return {
        "type": "linear",
        "domain": _within(1 - high / size, 1 - low / size) if vertical else _within(low / size, high / size),
        "range": [high, low] if vertical else [low, high],
        "fixedrange": True,
        "visible": False,
    } | ({"anchor": anchor} if anchor else {})


def _within(low: float, high: float) -> list[float]:
    return [min(max(low, 0.0), 1.0), min(max(high, 0.0), 1.0)]


def _time_axis(layout: Layout, theme: Theme) -> dict[str, Any]:
    left, right = layout.plot.left, layout.plot.right
    common = {
        "domain": _within(left / layout.width, right / layout.width),
        "range": [to_axis(layout, left), to_axis(layout, right)],
        "side": "top",
        "anchor": "y",
        "showgrid": True,
        "gridcolor": theme.line,
        "gridwidth": 1,
        "griddash": "solid",
        "layer": "below traces",
        "zeroline": False,
        "ticks": "",
        "ticklabelstandoff": 4,
        "automargin": False,
        "tickangle": 0,
        "tickfont": {"size": SIZE, "color": theme.muted},
        "showspikes": False,  # a line on the mark would cut through the labels above it
    }
    if not layout.linear:
        return common | {
            "type": "linear",
            "tickmode": "array",
            "tickvals": [round(tick.x, 2) for tick in layout.axis],
            "ticktext": [f"{tick.label}<br>{tick.below or chr(160)}" for tick in layout.axis],
        }
    count, unit = layout.axis_unit.split()
    length = int(count) * {"year": 365.25, "month": 30.4375, "day": 1.0}[unit]
    days = layout.scale.days[1] - layout.scale.days[0]
    return common | {
        "type": "date",
        # Plotly rounds range / nticks up to a unit of its own: just under ours, so that it comes out at ours.
        "nticks": max(int(days / (length * 0.98)) + 1, 1),
        "tickformatstops": [
            {"dtickrange": [None, 86_400_000 - 1], "value": "%H:%M\n%-d %b %Y"},
            {"dtickrange": [86_400_000, 30 * 86_400_000], "value": FORMATS["day"]},
            {"dtickrange": ["M1", "M6"], "value": FORMATS["month"]},
            {"dtickrange": ["M12", None], "value": FORMATS["year"]},
        ],
    }
