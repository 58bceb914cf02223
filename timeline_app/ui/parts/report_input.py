"""Ways to hand in a report: paste it, upload it, give its link, or take one of the data package's samples."""

from pathlib import Path

import streamlit as st

from timeline_app.errors import ReadError, TimelineError
from timeline_app.read import SUFFIXES, read
from timeline_app.read.web import fetch
from timeline_app.store.database import Store
from timeline_app.ui import state
from timeline_app.ui.parts.import_events import import_events
from timeline_app.ui.parts.words import plural

REPORT, TROUBLE, DRAFT, PASTED = "report", "report-trouble", "draft", "pasted"
WAYS = {
    "paste": "Paste text",
    "upload": "Upload a file",
    "link": "Open a link",
    "sample": "Try a sample",
    "import": "Import events",
}


def report_input(samples: dict[str, Path], store: Store) -> None:
    """Draw the ways in. The report that was read is then under `REPORT`, what went wrong under `TROUBLE`.

    `samples` maps a title to a file.
    """
    ways = list(WAYS) if samples else [way for way in WAYS if way != "sample"]
    way = st.segmented_control(
        "Where is the report?",
        ways,
        default="paste",
        key="way",
        format_func=WAYS.__getitem__,
        required=True,
        persist_state="session",
        label_visibility="collapsed",
    )
    if way == "upload":
        _upload()
    elif way == "link":
        _link()
    elif way == "sample":
        _sample(samples)
    elif way == "import":
        import_events(store)
    else:
        _paste()


def _take(data: bytes | str, name: str = "", url: str = "") -> None:
    """Read what was handed in; keep the trouble as a sentence where it cannot be read."""
    state.drop(TROUBLE)
    try:
        state.put(REPORT, read(data, name=name, url=url))
        state.drop("about-title", "about-outlet", "about-published", "about-lang", "skipped", "edits", "editing")
    except TimelineError as error:
        state.put(TROUBLE, str(error))


def _paste() -> None:
    def take() -> None:
        draft = state.get(DRAFT) or ""
        if draft.strip():
            state.put(PASTED, draft)
            _take(draft)
        else:
            state.put(TROUBLE, "there is no text yet: paste a report into the box, then look for its events")

    draft = st.text_area(
        "Text of the report",
        key=DRAFT,
        height=220,
        placeholder="Paste the whole report, with its headline and date line: they tell when it was published.",
        persist_state="session",
    )
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        st.button("Find the events", key="read", type="primary", icon=":material/search:", on_click=take)
        if draft:
            st.caption(f"{plural(len(draft.split()), 'word')} kept while you are here")


def _upload() -> None:
    def take() -> None:
        file = state.get("file")
        if file is not None:
            _take(file.getvalue(), file.name)

    st.file_uploader(
        "A report as text, Markdown, web page, PDF or Word file", list(SUFFIXES), key="file", on_change=take
    )


def _link() -> None:
    def take() -> None:
        state.drop(TROUBLE)
        try:
            found = fetch(state.get("link") or "")
        except TimelineError as error:
            state.put(TROUBLE, str(error))
        else:
            _take(found.data, found.name, found.url)

    st.text_input(
        "Address of the report", key="link", placeholder="https://", persist_state="session", width=720, type="url"
    )
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        st.button("Fetch it", key="fetch", type="primary", icon=":material/link:", on_click=take)
        st.caption("Only this page is fetched, once; nothing about you or your timeline is sent.")


def _sample(samples: dict[str, Path]) -> None:
    def take() -> None:
        path = samples.get(state.get("sample") or "")
        if path:
            try:
                _take(path.read_bytes(), path.name)
            except OSError as error:
                state.put(TROUBLE, str(ReadError(f"cannot open the sample ({error.strerror}): choose another one")))

    st.selectbox(
        "Sample reports, written from the facts of this timeline",
        list(samples),
        index=None,
        width=560,
        key="sample",
        placeholder="Choose a report",
        on_change=take,
    )
