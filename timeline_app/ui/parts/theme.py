"""Light or dark: as the link says, else as the reader's system has it."""

from pathlib import Path

import streamlit as st

from timeline_app.ui import state

_wear = st.components.v2.component("timeline.theme", js=Path(__file__).with_name("theme.js").read_text("utf-8"))


def theme_name() -> str:
    """The theme of the page: "light" or "dark"."""
    return state.theme() or ("dark" if st.context.theme.type == "dark" else "light")


def wear_theme() -> None:
    """Have the browser show the page in its theme, and ask for the page again where what it shows is another."""
    _wear(key="theme", data={"theme": state.theme(), "drawn": theme_name()}, on_shown_change=lambda: None)
