"""The map: drawn by `timeline_app.draw`, shown and clicked here."""

from typing import Any

import streamlit as st

from timeline_app.draw.map import MAP_CONFIG
from timeline_app.draw.ready import Ready
from timeline_app.query import Filter
from timeline_app.ui import state
from timeline_app.ui.parts.chart import first_mark


def show_map(spec: dict[str, Any], *, alt: str) -> None:
    """Show a map as it was drawn. A click on a country or place narrows the view to it."""

    def clicked() -> None:
        mark = first_mark(state.get("map")["selection"]["points"])
        if mark:
            state.change_filter(lambda now: within_place(now, mark))

    st.html(f"<style>.st-key-map {{ min-height: {spec['layout']['height']:.0f}px }}</style>")
    st.plotly_chart(
        Ready(spec),
        key="map",
        theme=None,
        width=round(spec["layout"]["width"]),
        on_select=clicked,
        selection_mode="points",
        config=dict(MAP_CONFIG),
        alt=alt,
    )


def within_place(now: Filter, mark: str) -> Filter:
    """The filter narrowed to what a mark of the map stands for: `country:ML`, `place:Gao`."""
    what, _, name = mark.partition(":")
    if what == "country":
        return now.with_only("country", [name])
    return Filter.read(now.parameters() | {"q": [name]})[0] if what == "place" and name else now
