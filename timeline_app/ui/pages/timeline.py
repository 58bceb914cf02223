"""The page *Timeline*: the chart of the events that pass the filters, a table of them, details of the chosen one."""

from datetime import UTC, datetime

import streamlit as st

from timeline_app.query import select
from timeline_app.ui import cache, state
from timeline_app.ui.parts.chart import chart
from timeline_app.ui.parts.chips import chips
from timeline_app.ui.parts.details import details
from timeline_app.ui.parts.empty import empty
from timeline_app.ui.parts.filters import filters
from timeline_app.ui.parts.head import head, presets
from timeline_app.ui.parts.style import sentence, theme_name
from timeline_app.ui.parts.table import table
from timeline_app.ui.parts.width import page_width
from timeline_app.ui.parts.words import plural

PANEL = 390
"""Pixels that the details take from the chart when an event is chosen."""
GAP = 20


def page() -> None:
    package, events, names = cache.package(), cache.events(), cache.names()
    by_id = cache.by_id()
    now = state.view(names, by_id)
    shown = select(events, now.filter)
    chosen = by_id.get(now.event)
    today = datetime.now(UTC).date()
    theme = theme_name()

    presets(package, names)
    filters(package, events, names, now.filter, colours=cache.colours(theme), until=today)
    head(package, events, shown, now)
    chips(now.filter, names)
    for note in state.notes():
        sentence(note, kind="note")

    width = page_width()
    with st.container(horizontal=True, gap=None, key="body"):
        with st.container(key="main", width="stretch", gap="small"):
            if not shown:
                empty(events, now.filter)
            elif width:
                room = width - (PANEL + GAP if chosen else 0)
                spec = cache.figure(
                    now.filter,
                    lanes=now.lanes,
                    scale=now.scale,
                    theme=theme,
                    width=room,
                    chosen=now.event,
                    today=today,
                )
                said = f"{plural(len(shown), 'event')} in rows by {now.lanes}; the table below says the same"
                chart(spec, alt=f"Timeline of {said}")
                table(shown, names, now.event)
            else:
                st.skeleton(height=520)
        if chosen:
            with st.container(key="panel", width=PANEL):
                details(chosen, shown, names, colour=cache.colours(theme)[chosen.kind], today=f"{today:%Y-%m-%d}")
