"""The chart: drawn by `timeline_app.draw`, shown and clicked here."""

from typing import Any

import streamlit as st

from timeline_app.draw.figure import CONFIG
from timeline_app.ui import state


def chart(spec: dict[str, Any], *, alt: str) -> None:
    """Show a figure as DRAW made it; a click on an event chooses it.

    The first entry of a mark's `customdata` is the id of its event.
    """

    def clicked() -> None:
        points = state.get("chart")["selection"]["points"]
        event = first_id(points)
        if event:
            state.show(event=event)

    st.plotly_chart(
        spec,
        key="chart",
        theme=None,
        width=spec["layout"].get("width", "stretch"),
        on_select=clicked,
        selection_mode="points",
        config=CONFIG,
        alt=alt,
    )


def first_id(points: list[dict[str, Any]]) -> str:
    """The event of the first mark that was clicked; empty where none belongs to an event."""
    for point in points:
        data = point.get("customdata")
        value = data[0] if isinstance(data, list) and data else data
        if isinstance(value, str) and value:
            return value
    return ""
