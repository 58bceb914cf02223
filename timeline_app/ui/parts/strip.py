"""The overview strip: events counted over time, by kind, with a window on them that is the time range of the view."""

from datetime import date
from pathlib import Path

import streamlit as st

from timeline_app.draw.geometry import Overview, Rect
from timeline_app.draw.theme import Theme
from timeline_app.model import Kind
from timeline_app.query import Filter
from timeline_app.ui import state

_HERE = Path(__file__).parent
_strip = st.components.v2.component(
    "timeline.strip",
    html='<svg role="group"></svg>',
    css=(_HERE / "strip.css").read_text("utf-8"),
    js=(_HERE / "strip.js").read_text("utf-8"),
)


def strip(overview: Overview, width: float, wanted: Filter, theme: Theme) -> None:
    """Draw the strip, `width` pixels wide, where the layout put it under the chart."""
    rect, shades = overview.rect, _shades(overview, theme)
    first, last = (round(overview.scale.day(x)) for x in (rect.left, rect.right))

    def chosen() -> None:
        ends = (state.get("strip") or {}).get("range")
        if ends:
            choose_range(str(ends["from"]), str(ends["to"]))

    _strip(
        key="strip",
        data={
            "label": "Events over time",
            "width": width,
            "height": rect.height,
            "left": rect.left,
            "right": rect.right,
            "first": first,
            "last": last - 1,
            "start": _within(wanted.start, first, last - 1),
            "end": _within(wanted.end, first, last - 1),
            "bins": [[*_box(one.rect, rect.top), shades[one.kind, one.vague]] for one in overview.bins],
            "ticks": [[tick.x, tick.label] for tick in overview.ticks],
        },
        on_range_change=chosen,
    )


def _shades(overview: Overview, theme: Theme) -> dict[tuple[Kind, bool], str]:
    """Colour of each sort of piece: paler where its events are known less exactly than the column."""
    return {(one.kind, one.vague): theme.column(one.kind, vague=one.vague) for one in overview.bins}


def choose_range(start: str, end: str) -> None:
    """Ask for a time range by its first and last day; an empty text is an open end."""
    chosen = {"from": [start], "to": [end]}
    state.change_filter(lambda now: Filter.read(now.parameters() | chosen)[0])


def _box(rect: Rect, top: float) -> tuple[float, float, float, float]:
    """Left, top, width and height within the strip."""
    return round(rect.left, 1), round(rect.top - top, 1), round(rect.width, 1), round(rect.height, 1)


def _within(day: date | None, first: int, last: int) -> int | None:
    return min(max(day.toordinal(), first), last) if day else None
