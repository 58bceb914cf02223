"""The top of the timeline: what it is, how much of it is in view, and the ways to look at it."""

from collections.abc import Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from timeline_app.draw.geometry import Lane, Layout
from timeline_app.errors import QueryError
from timeline_app.model import DataPackage, Event
from timeline_app.query import Filter, Names
from timeline_app.ui import state
from timeline_app.ui.parts.markup import text
from timeline_app.ui.parts.order import order_rows
from timeline_app.ui.parts.words import plural

LANE_WORDS = {"country": "Country", "actor": "Actor", "kind": "Kind", "source": "Source"}
ORDER_WORDS = {"count": "Most events", "first": "First event", "hand": "By hand"}
SCALE_WORDS = {"linear": "Linear", "compressed": "Gaps cut", "steps": "Steps"}
THEME_WORDS = {"": "As the system", "light": "Light", "dark": "Dark"}
_NOTES = {"steps": "Events stand at even distances: their order is true, the time between them is not."}
TAB_WORDS = {"chart": "Time", "map": "Map"}


def head(
    package: DataPackage,
    all_events: Sequence[Event],
    shown: Sequence[Event],
    now: state.View,
    *,
    layout: Layout | None = None,
) -> DeltaGenerator:
    """Title, count, what the chart does with them, its controls; the row that they stand in, for more of them."""
    row = st.container(horizontal=True, key="head", vertical_alignment="bottom", gap="medium", wrap=False)
    with row:
        also = say_drawn(layout, now.scale) if layout else ""
        count = f'<span class="count">{_count(all_events, shown)}</span>{also}'
        st.html(f'<div class="title"><h1>{text(package.title)}</h1><p>{count}</p></div>')
        if now.tab == "chart":
            # An order by hand is one of these rows: it does not outlive them.
            of_rows = {} if isinstance(now.order, str) else {"order": "count"}
            _choice("lanes", "Rows", LANE_WORDS, now.lanes, **of_rows)
        _choice("tab", "View", TAB_WORDS, now.tab)
        if now.tab == "chart":
            with st.popover("Arrange", icon=":material/tune:"):
                _choice("scale", "Scale of time", SCALE_WORDS, now.scale)
                if layout and (note := _NOTES.get(now.scale) or layout.note):
                    st.caption(note)
                _order(now, layout.lanes if layout else ())
                _periods(package, now)
                _choice("theme", "Colours", THEME_WORDS, now.theme)
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


def say_drawn(layout: Layout, scale: str) -> str:
    """How many events of the chart have a label, and where time is not to scale, or would not be."""
    said = f", {layout.labelled:,} labelled"
    if scale == "compressed":
        cut = len(layout.breaks)
        return f"{said} · {plural(cut, 'gap')} cut" if cut else f"{said} · no gap to cut"
    return f"{said} · even steps" if scale == "steps" else said


def _order(now: state.View, lanes: Sequence[Lane]) -> None:
    """By count, by first event, or by hand: then the rows can be moved."""
    by_hand = not isinstance(now.order, str) or state.get("by-hand", False)

    def changed() -> None:
        chosen = state.get("choose-order")
        state.put("by-hand", chosen == "hand")
        if chosen != "hand":
            state.show(order=chosen)

    st.segmented_control(
        "Order of rows",
        list(ORDER_WORDS),
        key=state.put("choose-order", "hand" if by_hand else now.order),
        format_func=ORDER_WORDS.__getitem__,
        required=True,
        on_change=changed,
    )
    if by_hand:
        order_rows(lanes)


def _periods(package: DataPackage, now: state.View) -> None:
    """Whether the package's periods stand in the chart."""
    if not package.periods:
        return

    def changed() -> None:
        state.show(periods="yes" if state.get("periods") else "no")

    st.toggle("Periods in the rows", key=state.put("periods", now.periods == "yes"), on_change=changed)


def _read(where: str, names: Names) -> Filter:
    try:
        return names.resolve(Filter.parse(where))[0]
    except QueryError:
        return Filter()


def _count(all_events: Sequence[Event], shown: Sequence[Event]) -> str:
    if len(shown) == len(all_events):
        return plural(len(all_events), "event")
    return f"<b>{len(shown):,}</b> of {plural(len(all_events), 'event')}"


def _choice(name: str, label: str, words: dict[str, str], value: str, **also: str) -> None:
    """A choice of one part of the view; making it changes the parts in `also` too."""

    def changed() -> None:
        state.show(**{name: state.get(f"choose-{name}")}, **also)

    st.segmented_control(
        label,
        list(words),
        key=state.put(f"choose-{name}", value),
        format_func=lambda option: words[option],
        required=True,
        on_change=changed,
    )
