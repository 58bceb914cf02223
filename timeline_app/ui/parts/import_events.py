"""Events from a file of another program: which format, what was understood, onto the timeline."""

import streamlit as st

from timeline_app.errors import TimelineError
from timeline_app.export.formats import IMPORTERS, import_file
from timeline_app.export.imported import Imported
from timeline_app.store.database import Store
from timeline_app.ui import state
from timeline_app.ui.parts.markup import text
from timeline_app.ui.parts.style import sentence
from timeline_app.ui.parts.words import plural

_READ, _TROUBLE, _ADDED = "import-read", "import-trouble", "import-added"
_SKIPPED_SHOWN = 5


def import_events(store: Store) -> None:
    """Draw the way in; what was read is shown before it is stored."""
    formats = {format.name: format for format in IMPORTERS}
    name = st.selectbox(
        "Format", list(formats), key="import-format", format_func=lambda name: formats[name].title, on_change=_forget
    )
    st.caption(formats[name].about[:1].upper() + formats[name].about[1:] + ".")

    def take() -> None:
        _forget()
        file = state.get("import-file")
        if file is not None:
            try:
                state.put(_READ, (file.name, import_file(name, file.getvalue())))
            except TimelineError as error:
                state.put(_TROUBLE, str(error))

    st.file_uploader("File", list(formats[name].extensions), key="import-file", on_change=take)
    if trouble := state.get(_TROUBLE):
        sentence(trouble)
    if count := state.get(_ADDED):
        sentence(f"{plural(count, 'event')} added: they stay on the timeline until you remove the file", kind="done")
    if read := state.get(_READ):
        _offer(store, *read)


def _offer(store: Store, name: str, read: Imported) -> None:
    skipped = "".join(f"<li>{text(row)}</li>" for row in read.skipped[:_SKIPPED_SHOWN])
    notes = "".join(f"<p>{text(note)}</p>" for note in read.notes)
    st.html(f'<div class="event"><p><b>{text(read.report)}</b></p>{notes}<ul>{skipped}</ul></div>')

    def add() -> None:
        try:
            store.add_import(name, read.events)
        except TimelineError as error:
            state.put(_TROUBLE, str(error))
        else:
            _forget()
            state.put(_ADDED, len(read.events))

    st.button(
        f"Add {plural(len(read.events), 'event')} to the timeline",
        key="import-add",
        type="primary",
        icon=":material/add:",
        disabled=not read.events,
        on_click=add,
    )


def _forget() -> None:
    state.drop(_READ, _TROUBLE, _ADDED)
