"""The chart: drawn by `timeline_app.draw`, shown and clicked here."""

from html import unescape
from typing import Any

import streamlit as st

from timeline_app.draw.figure import CONFIG
from timeline_app.draw.geometry import Layout
from timeline_app.query import Filter
from timeline_app.ui import state
from timeline_app.ui.parts.figure import keep_place, show_figure
from timeline_app.ui.parts.walk import walk

_CONFIG = CONFIG | {"modeBarButtonsToRemove": [*CONFIG["modeBarButtonsToRemove"], "toImage"]}
"""The menu *Share* makes the better picture: with its caption."""


def chart(spec: dict[str, Any], layout: Layout, lanes: str, chosen: str, *, alt: str) -> None:
    """Show a figure as it was drawn from a layout. A click on an event chooses it; on a column of many events, it
    narrows the view to them.

    The first entry of a mark's `customdata` is the id of its event, or `bin:LANE:FIRST:LAST`.
    """

    def clicked(mark: str) -> None:
        if mark.startswith("bin:"):
            state.change_filter(lambda now: within_bin(now, mark, layout, lanes))
        elif mark:
            state.show(event=mark)

    keep_place(spec, key="chart")
    with st.container(key="picture", gap=None):
        walk(layout, chosen, drawn=f"{id(spec)}")
        show_figure(spec, key="chart", clicked=clicked, config=_CONFIG, alt=alt)


def within_bin(now: Filter, mark: str, layout: Layout, lanes: str) -> Filter:
    """The filter narrowed to the time of a column, and to its lane where the lane is something that events have."""
    lane, first, last = mark.removeprefix("bin:").rsplit(":", 2)
    narrowed, _ = Filter.read(now.parameters() | {"from": [first], "to": [last]})
    keys = [key for row in layout.lanes if row.key == unescape(lane) for key in row.keys if key]
    return narrowed.with_only(lanes, keys) if keys else narrowed
