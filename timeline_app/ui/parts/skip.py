"""The link at the very top, seen when Tab reaches it, past everything that stands before the chart or the report."""

from pathlib import Path

import streamlit as st

_skip = st.components.v2.component("timeline.skip", js=Path(__file__).with_name("skip.js").read_text("utf-8"))


def skip_link(label: str) -> None:
    """Put the link before everything else on the page."""
    _skip(key="skip", data={"label": label})
