"""The same events as a table: sortable, for those who would rather read, and for screen readers."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from timeline_app.model import Event
from timeline_app.ui import state
from timeline_app.ui.parts.words import plural

if TYPE_CHECKING:
    import pandas as pd

MOST = 2000
"""Rows that are sent to the browser; more are counted below the table."""


def table(events: Sequence[Event], rows: "pd.DataFrame", chosen: str) -> None:
    """Draw the table with the chosen event's row selected; selecting another row chooses that event.

    `rows` are the first `MOST` of the events.
    """
    shown = events[:MOST]
    ids = [event.id for event in shown]

    def selected() -> None:
        rows = state.get("table")["selection"]["rows"]
        state.show(event=ids[rows[0]] if rows else "")

    st.dataframe(
        rows,
        key="table",
        hide_index=True,
        height=min(38 + 35 * max(len(shown), 1), 460),
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
    if len(events) > MOST:
        st.caption(f"The first {MOST:,} of {len(events):,} events. Narrow the filters to see the others.")
