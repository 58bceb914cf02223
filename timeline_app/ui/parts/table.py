"""The same events as a table: sortable, for those who would rather read, and for screen readers."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from timeline_app.model import Event
from timeline_app.query import Names
from timeline_app.ui import state
from timeline_app.ui.parts.words import plural, say_value
from timeline_app.wording import say_date

MOST = 2000
"""Rows that are sent to the browser; more are counted below the table."""


def table(events: Sequence[Event], names: Names, chosen: str) -> None:
    """Draw the table with the chosen event's row selected; selecting another row chooses that event."""
    shown = events[:MOST]
    ids = [event.id for event in shown]

    def selected() -> None:
        rows = state.get("table")["selection"]["rows"]
        state.show(event=ids[rows[0]] if rows else "")

    st.dataframe(
        _frame(shown, names),
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
        alt=f"Table of {plural(len(events), 'event')}, in the order of their dates",
    )
    if len(events) > MOST:
        st.caption(f"The first {MOST:,} of {len(events):,} events. Narrow the filters to see the others.")


def _frame(events: Sequence[Event], names: Names) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "From": [event.date.earliest for event in events],
            "When": [say_date(event.date) for event in events],
            "Event": [event.label for event in events],
            "Kind": [say_value("kind", event.kind, names) for event in events],
            "Status": [say_value("status", event.status, names) for event in events],
            "Countries": [", ".join(say_value("country", code, names) for code in event.countries) for event in events],
            "Actors": [", ".join(event.actors) for event in events],
            "Sources": [", ".join(dict.fromkeys(source.outlet for source in event.sources)) for event in events],
        }
    )
