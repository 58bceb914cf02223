"""The order of the chart's rows by hand."""

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from timeline_app.draw.geometry import Lane
from timeline_app.ui import state

_HERE = Path(__file__).parent
_order = st.components.v2.component(
    "timeline.order",
    html='<ol aria-label="Rows from top to bottom"></ol>',
    css=(_HERE / "order.css").read_text("utf-8"),
    js=(_HERE / "order.js").read_text("utf-8"),
)


def order_rows(lanes: Sequence[Lane]) -> None:
    """Draw the rows as a list in which each can be moved; those that hold the rest stay where they are."""
    rows = [lane for lane in lanes if lane.keys == (lane.key,) and lane.key]

    def moved() -> None:
        keys = (state.get("rows-order") or {}).get("order")
        if keys:
            state.show(order=shortest([str(key) for key in keys], {lane.key: lane.count for lane in rows}))

    _order(
        key="rows-order",
        data={"rows": [[lane.key, " ".join(lane.title)] for lane in rows]},
        on_order_change=moved,
    )


def shortest(wanted: Sequence[str], counts: dict[str, int]) -> tuple[str, ...] | str:
    """The least that says this order: the rows at the top, after which the others follow by their count.

    "count" where all of them do.
    """
    by_count = sorted(counts, key=lambda key: (-counts[key], key))
    for size in range(len(wanted)):
        told = wanted[:size]
        if list(wanted[size:]) == [key for key in by_count if key not in told]:
            return tuple(told) or "count"
    return tuple(wanted)
