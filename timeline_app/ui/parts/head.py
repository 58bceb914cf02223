"""The top of the timeline: what it is, how much of it is in view, and the ways to look at it."""

from collections.abc import Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from timeline_app.errors import QueryError
from timeline_app.model import DataPackage, Event
from timeline_app.query import Filter, Names
from timeline_app.ui import state
from timeline_app.ui.parts.markup import text
from timeline_app.ui.parts.words import plural

LANE_WORDS = {"country": "Country", "actor": "Actor", "kind": "Kind", "source": "Source"}
ORDER_WORDS = {"count": "Most events", "first": "First event"}
SCALE_WORDS = {"linear": "Linear", "compressed": "Gaps cut", "steps": "Steps"}
TAB_WORDS = {"chart": "Time", "map": "Map"}


def head(
    package: DataPackage,
    all_events: Sequence[Event],
    shown: Sequence[Event],
    now: state.View,
    *,
    labelled: int | None = None,
) -> DeltaGenerator:
    """Title, count, how many have a label, the controls of the chart; the row that they stand in, for more of them."""
    row = st.container(horizontal=True, key="head", vertical_alignment="bottom", gap="medium", wrap=False)
    with row:
        also = "" if labelled is None else f", {labelled:,} labelled"
        count = f'<span class="count">{_count(all_events, shown)}</span>{also}'
        st.html(f'<div class="title"><h1>{text(package.title)}</h1><p>{count}</p></div>')
        if now.tab == "chart":
            _choice("lanes", "Rows", LANE_WORDS, now.lanes)
        _choice("tab", "View", TAB_WORDS, now.tab)
        if now.tab == "chart":
            with st.popover("Arrange", icon=":material/tune:"):
                _choice("scale", "Scale of time", SCALE_WORDS, now.scale)
                _choice("order", "Order of rows", ORDER_WORDS, now.order)
                _periods(package, now)
    return row


def presets(package: DataPackage, names: Names) -> None:
    """Ready-made filters of the data package, in the sidebar."""
    wheres = {preset.label: preset.where for preset in package.presets}
    if not wheres:
        return

    def chosen() -> None:
        state.show_filter(_read(wheres[state.get("presets")], names))

    with st.sidebar:
        st.menu_button(
            "Ready-made views",
            list(wheres),
            key="presets",
            icon=":material/bookmark:",
            on_click=chosen,
            width="stretch",
        )


def _periods(package: DataPackage, now: state.View) -> None:
    """Whether the package's periods stand in the chart."""
    if not package.periods:
        return

    def changed() -> None:
        state.show(periods="yes" if state.get("periods") else "no")

    st.toggle("Periods behind the chart", key=state.put("periods", now.periods == "yes"), on_change=changed)


def _read(where: str, names: Names) -> Filter:
    try:
        return names.resolve(Filter.parse(where))[0]
    except QueryError:
        return Filter()


def _count(all_events: Sequence[Event], shown: Sequence[Event]) -> str:
    if len(shown) == len(all_events):
        return plural(len(all_events), "event")
    return f"<b>{len(shown):,}</b> of {plural(len(all_events), 'event')}"


def _choice(name: str, label: str, words: dict[str, str], value: str) -> None:
    def changed() -> None:
        state.show(**{name: state.get(f"choose-{name}")})

    st.segmented_control(
        label,
        list(words),
        key=state.put(f"choose-{name}", value),
        format_func=lambda option: words[option],
        required=True,
        on_change=changed,
    )
