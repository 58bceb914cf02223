"""The same events as a table: sortable, for those who would rather read, and for screen readers."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import streamlit as st

from timeline_app.model import Event
from timeline_app.ui import state
from timeline_app.ui.parts.words import plural

if TYPE_CHECKING:
    import pandas as pd

PAGE = 500
"""Rows that are sent to the browser at a time."""


def table(events: Sequence[Event], rows: Callable[[int, int], "pd.DataFrame"], chosen: str) -> None:
    """Draw the table with the chosen event's row selected; selecting another row chooses that event.

    `rows` gives the rows from one event up to another. The page that is shown is that of an event when it is chosen,
    then the one that the reader turns to.
    """
    pages = max(-(-len(events) // PAGE), 1)
    own = next((n // PAGE + 1 for n, event in enumerate(events) if event.id == chosen), 1) if chosen else 1
    turned = f"page-{pages}-{own}"  # another selection, or an event of another page, begins anew
    page = int(state.get(turned, own))
    first = (page - 1) * PAGE
    ids = [event.id for event in events[first : first + PAGE]]
    key = "table" if page == 1 else f"table-{page}"

    def selected() -> None:
        chosen_rows = state.get(key)["selection"]["rows"]
        state.show(event=ids[chosen_rows[0]] if chosen_rows else "")

    st.dataframe(
        rows(first, first + PAGE),
        key=key,
        hide_index=True,
        height=min(38 + 35 * max(len(ids), 1), 460),
        on_select=selected,
        selection_mode="single-row",
        selection_default={"selection": {"rows": [ids.index(chosen)] if chosen in ids else [], "columns": []}},
        column_config={
            "From": st.column_config.DateColumn(width=90, format="YYYY-MM-DD", help="First possible day"),
            "When": st.column_config.TextColumn(width=230),
            "Event": st.column_config.TextColumn(width=420),
            "Sources": st.column_config.TextColumn(width=180),
        },
        alt=f"Table of {plural(len(events), 'event')}, in the order of their dates; Shift and Space open a row",
    )
    if pages > 1:
        with st.container(horizontal=True, vertical_alignment="center", key="pages"):
            st.pagination(pages, default=own, key=turned)
            st.caption(f"Events {first + 1:,} to {first + len(ids):,} of {len(events):,}, by date")
