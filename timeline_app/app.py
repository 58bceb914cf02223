"""Streamlit entry: the table of pages, nothing else.

streamlit run timeline_app/app.py [-- --data DIR --database URL]
"""

from pathlib import Path

import streamlit as st

from timeline_app.ui.pages import add_report, timeline
from timeline_app.ui.parts.style import style, survived

PAGES = (
    st.Page(timeline.page, title="Timeline", icon=":material/timeline:", url_path="timeline", default=True),
    st.Page(add_report.page, title="Add a report", icon=":material/note_add:", url_path="add-a-report"),
)

# A file of our own: for the icon of a page the browser would be sent to a font service.
ICON = str(Path(__file__).parent / "static" / "icon.svg")

st.set_page_config(page_title="Timeline", page_icon=ICON, layout="wide", initial_sidebar_state="expanded")
style()
with survived():
    st.navigation(PAGES, position="top").run()
