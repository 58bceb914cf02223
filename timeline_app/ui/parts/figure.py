"""A Plotly figure on the page: shown as it was drawn, its place kept, its clicks told by what a mark stands for."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from timeline_app.draw.ready import Ready
from timeline_app.ui import state


def keep_place(spec: dict[str, Any], *, key: str) -> None:
    """Keep the height of a figure free: it comes a moment after the page, and nothing below shall jump."""
    st.html(f"<style>.st-key-{key} {{ min-height: {spec['layout']['height']:.0f}px }}</style>")


def show_figure(
    spec: dict[str, Any], *, key: str, clicked: Callable[[str], None], config: dict[str, Any], alt: str
) -> None:
    """Show a figure; `clicked` gets the first entry of the `customdata` of a mark that is clicked, empty for none."""
    st.plotly_chart(
        Ready(spec),
        key=key,
        theme=None,
        width=round(spec["layout"]["width"]),
        on_select=lambda: clicked(first_mark(state.get(key)["selection"]["points"])),
        selection_mode="points",
        config=config,
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
