"""The chart: drawn by `timeline_app.draw`, shown and clicked here."""

from html import unescape
from typing import Any

import streamlit as st

from timeline_app.draw.figure import CONFIG
from timeline_app.draw.geometry import Layout
from timeline_app.draw.ready import Ready
from timeline_app.query import Filter
from timeline_app.ui import state
from timeline_app.ui.parts.walk import walk

_CONFIG = CONFIG | {"modeBarButtonsToRemove": [*CONFIG["modeBarButtonsToRemove"], "toImage"]}
"""The menu *Share* makes the better picture: with its caption."""


def chart(spec: dict[str, Any], layout: Layout, lanes: str, chosen: str, *, alt: str) -> None:
    """Show a figure as it was drawn from a layout. A click on an event chooses it; on a column of many events, it
    narrows the view to them.

    The first entry of a mark's `customdata` is the id of its event, or `bin:LANE:FIRST:LAST`.
    """

    def clicked() -> None:
        mark = first_mark(state.get("chart")["selection"]["points"])
        if mark.startswith("bin:"):
            state.change_filter(lambda now: within_bin(now, mark, layout, lanes))
        elif mark:
            state.show(event=mark)

    # The chart comes a moment after the page: keep its place, so that nothing below jumps.
    st.html(f"<style>.st-key-chart {{ min-height: {spec['layout']['height']:.0f}px }}</style>")
    with st.container(key="picture", gap=None):
        walk(layout, chosen, drawn=f"{id(spec)}")
        st.plotly_chart(
            Ready(spec),
            key="chart",
            theme=None,
            width=round(spec["layout"]["width"]),
            on_select=clicked,
            selection_mode="points",
            config=_CONFIG,
            alt=alt,
        )


def first_mark(points: list[dict[str, Any]]) -> str:
    """What the first mark that was clicked stands for; empty where that is nothing."""
    for point in points:
        data = point.get("customdata")
        value = data[0] if isinstance(data, list) and data else data
        if isinstance(value, str) and value:
            return value
    return ""


def within_bin(now: Filter, mark: str, layout: Layout, lanes: str) -> Filter:
    """The filter narrowed to the time of a column, and to its lane where the lane is something that events have."""
    lane, first, last = mark.removeprefix("bin:").rsplit(":", 2)
    narrowed, _ = Filter.read(now.parameters() | {"from": [first], "to": [last]})
    keys = [key for row in layout.lanes if row.key == unescape(lane) for key in row.keys if key]
    return narrowed.with_only(lanes, keys) if keys else narrowed
