"""The page *Timeline*: the chart of the events that pass the filters, a table of them, details of the chosen one."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

import streamlit as st

from timeline_app.draw.theme import THEMES
from timeline_app.export.caption import Caption
from timeline_app.export.subtitle import say_filter
from timeline_app.model import Event
from timeline_app.query import select
from timeline_app.ui import cache, state
from timeline_app.ui.parts import present
from timeline_app.ui.parts.chart import chart
from timeline_app.ui.parts.chips import chips
from timeline_app.ui.parts.describe import describe
from timeline_app.ui.parts.details import details
from timeline_app.ui.parts.empty import empty
from timeline_app.ui.parts.filters import filters
from timeline_app.ui.parts.head import head, presets
from timeline_app.ui.parts.map import show_map
from timeline_app.ui.parts.share import MARKING, TITLE, share
from timeline_app.ui.parts.strip import strip
from timeline_app.ui.parts.style import sentences
from timeline_app.ui.parts.table import table
from timeline_app.ui.parts.theme import theme_name
from timeline_app.ui.parts.width import page_size

PANEL = 390
"""Pixels that the details take from the chart when an event is chosen."""
GAP = 20
NARROWEST = 420
"""Pixels that the chart needs beside the details; with less, they stand above it."""
USUAL = 1100
"""Width of the picture that is shared before the browser has told its own."""


def page() -> None:
    held = cache.timeline()
    package, events, names = held.package, held.events, held.names
    now = state.view(names, held.by_id)
    shown, chosen = select(events, now.filter), held.by_id.get(now.event)
    theme, today = theme_name(), datetime.now(UTC).date()

    def words() -> Caption:
        subtitle, marking = say_filter(now.filter, names.country_names), state.get(MARKING) or ""
        return Caption.of(
            shown,
            title=state.get(TITLE) or package.title,
            as_of=today,
            total=len(events),
            subtitle=subtitle,
            marking=marking,
        )

    if now.present:
        _presentation(held, now, shown, chosen, words(), theme)
        return

    colours = cache.colours(theme)
    presets(package, names)
    filters(package, events, names, now.filter, colours=colours, until=today)
    size = page_size()
    full = size[0] if size else USUAL
    beside = full - PANEL - GAP >= NARROWEST
    room = full - (PANEL + GAP if chosen and beside else 0)
    options = cache.options(held, now, width=room, today=today)
    layout = cache.layout(held, now.filter, options) if shown and size else None
    top = head(package, events, shown, now, layout=layout if now.tab == "chart" else None)
    # Always there, filled or not: what comes below keeps its place among its neighbours and is not drawn afresh.
    with st.container(key="above", gap="small"):
        chips(now.filter, names)
        if state.notes():
            sentences(state.notes(), kind="note")
    with top:
        share(package, shown, words, cache.store(), options, theme=theme)
    with st.container(horizontal=True, gap=None, key="body" if beside or not chosen else "body-stacked"):
        with st.container(key="main", width="stretch", gap="small"):
            if not shown:
                empty(events, now.filter)
            elif not size:
                st.skeleton(height=520)
            else:
                said = describe(shown, words().subtitle, layout if now.tab == "chart" else None, now.lanes)
                if layout and layout.overview:
                    strip(layout.overview, options.width, now.filter, THEMES[theme])
                if layout and now.tab == "chart":
                    figure = cache.figure(layout, theme=theme, chosen=now.event)
                    chart(figure, layout, now.lanes, now.event, alt=f"Timeline of {said}")
                else:
                    show_map(
                        cache.map_of(held, now.filter, theme=theme, width=room, chosen=now.event), alt=f"Map of {said}"
                    )
                table(shown, partial(cache.rows, held, now.filter), now.event)
        if chosen:
            with st.container(key="panel", width=PANEL if beside else "stretch"):
                details(chosen, shown, names, colour=colours[chosen.kind], today=f"{today:%Y-%m-%d}")


def _presentation(
    held: cache.Timeline, now: state.View, shown: Sequence[Event], chosen: Event | None, caption: Caption, theme: str
) -> None:
    present.above(caption)
    size = page_size(both=True)
    if not size:
        st.skeleton(height=520)
        return
    width, height = size
    zoom = present.zoom(width)
    options = cache.options(held, now, width=width / zoom, today=caption.as_of)
    room = max(height - present.room(caption), 240) / zoom
    layout = cache.fitting(held, now.filter, replace(options, height=room, overview=False))
    figure = cache.figure(layout, theme=theme, chosen=now.event, zoom=zoom)
    chart(figure, layout, now.lanes, now.event, alt=f"Timeline: {caption.title}, {caption.subtitle}")
    present.below(caption, layout, shown, chosen)
