"""The menu *Share*: a link, a picture, a slide, and every other format there is."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import streamlit as st

from timeline_app.draw.layout import Options
from timeline_app.export.caption import Caption
from timeline_app.export.formats import EXPORTERS, Exporter, export
from timeline_app.model import DataPackage, Event
from timeline_app.store.database import Store
from timeline_app.ui import state
from timeline_app.ui.parts.copy import copy_button

TITLE, MARKING = "picture-title", "picture-marking"
"""Where the session keeps the title and the handling marking of its pictures."""
FIRST = ("pptx", "png")
"""What most people come for: one click each."""
SIZE_WORDS = {"16:9": "Slide", "a4": "A4", "square": "Square", "screen": "As on screen"}


def share(
    package: DataPackage,
    shown: Sequence[Event],
    words: Callable[[], Caption],
    store: Store,
    options: Options,
    *,
    theme: str,
) -> None:
    """Draw the menu. A file is made when it is asked for, from the events in view and the picture on the screen."""
    menu = st.popover("Share", icon=":material/ios_share:", key="share", disabled=not shown, on_change="rerun")
    if not menu.open:
        return
    formats = {format.name: format for format in EXPORTERS}
    with menu:
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            copy_button("share-link", "Copy link to this view")
            st.button("Present", icon=":material/present_to_all:", on_click=state.show, kwargs={"present": "1"})
        st.text_input("Title", key=TITLE, placeholder=package.title, persist_state="session")
        st.text_input(
            "Marking",
            key=MARKING,
            persist_state="session",
            placeholder="For internal use",
            help="Stands at the top and bottom of pictures",
        )
        size = st.segmented_control(
            "Shape of pictures",
            list(SIZE_WORDS),
            default="16:9",
            key="size",
            format_func=SIZE_WORDS.__getitem__,
            required=True,
        )
        details = st.toggle("Further slides with each event's details", key="share-details", persist_state="session")
        caption = words()

        def made(format: Exporter) -> Callable[[], bytes]:
            return lambda: export(
                format.name,
                shown,
                caption=caption,
                articles={article.id: article for article in store.articles()},
                package=package,
                layout=replace(options, overview=False),
                theme=theme,
                size=size or "16:9",
                details=details,
            )

        for name in FIRST:
            _download(formats[name], made(formats[name]), package, shown, kind="primary")
        others = [name for name in formats if name not in FIRST]
        chosen = st.selectbox(
            "Other formats", others, index=None, key="format", placeholder="Choose a format",
            format_func=lambda name: formats[name].title,
        )  # fmt: skip
        if chosen:
            st.caption(formats[chosen].about[:1].upper() + formats[chosen].about[1:] + ".")
            _download(formats[chosen], made(formats[chosen]), package, shown)


def _download(
    format: Exporter,
    make: Callable[[], bytes],
    package: DataPackage,
    shown: Sequence[Event],
    *,
    kind: str = "secondary",
) -> None:
    st.download_button(
        format.title,
        make,
        file_name=f"{package.name}.{format.extension}",
        mime=format.mime,
        key=f"download-{format.name}",
        icon=":material/download:",
        type="primary" if kind == "primary" else "secondary",
        on_click="ignore",
        width="stretch",
    )
    if lost := format.loses(shown):
        st.caption(lost)
