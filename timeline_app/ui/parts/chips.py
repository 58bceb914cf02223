"""The filters in force, each as a chip that takes it away."""

import streamlit as st

from timeline_app.query import Filter, Names
from timeline_app.ui import state
from timeline_app.ui.parts.plain import plain
from timeline_app.ui.parts.words import LABELS, say_range, say_value

_MOST = 5
"""Values of one name that have a chip each; more share one."""


def chips(wanted: Filter, names: Names) -> None:
    """A row of chips, and one button that resets them all; nothing where nothing is filtered."""
    if not wanted:
        return
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center", key="chips"):
        for name, values in wanted.parameters().items():
            if name in ("from", "to"):
                continue
            if len(values) > _MOST:
                words = [_say(name, value, names) for value in values]
                _chip(
                    f"{name}-all", f"{words[0]} and {len(words) - 1} more", wanted.without(name), help=", ".join(words)
                )
                continue
            for value in values:
                _chip(f"{name}-{value}", _say(name, value, names), wanted.without(name, value))
        if said := say_range(wanted):
            _chip("when", said, wanted.without("from").without("to"))
        st.button("Reset", key="reset", type="tertiary", icon=":material/restart_alt:", on_click=state.reset)


def _say(name: str, value: str, names: Names) -> str:
    if name == "several":
        return LABELS[name]
    return f"“{value}”" if name == "q" else say_value(name, value, names)


def _chip(key: str, label: str, without: Filter, *, help: str = "") -> None:
    st.button(
        plain(label),
        key=f"chip-{key}",
        icon=":material/close:",
        icon_position="right",
        help=plain(help) or None,
        on_click=state.show_filter,
        args=(without,),
    )
