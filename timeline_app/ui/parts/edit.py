"""A found event put right by the reader before it goes onto the timeline."""

from dataclasses import replace

import streamlit as st

from timeline_app.dates import FuzzyDate
from timeline_app.errors import DateError
from timeline_app.model import Kind, Mention, Status
from timeline_app.ui import state
from timeline_app.ui.parts.style import sentence
from timeline_app.wording import say_date

_EDITS, _EDITING, _TROUBLE = "edits", "editing", "edit-trouble"


def edited(mention: Mention) -> Mention:
    """The mention as the reader has put it right; as it was found where that has not happened."""
    edits: dict[str, Mention] = state.get(_EDITS) or {}
    return edits.get(mention.id, mention)


def being_edited(mention: Mention) -> bool:
    """Whether this is what the form is open for."""
    return bool(state.get(_EDITING) == mention.id)


def edit_button(found: Mention) -> None:
    """Opens the form for a mention, known by what was found."""

    def clicked() -> None:
        state.drop(_TROUBLE, *_keys(found))
        state.put(_EDITING, found.id)

    st.button("Edit", key=f"edit-{found.id}", type="tertiary", icon=":material/edit:", on_click=clicked)


def edit_form(found: Mention) -> None:
    """The form: what happened, when, of which kind, how sure. What was found comes back with *As found*."""
    now, keys = edited(found), _keys(found)
    for key, value in zip(keys, (now.label, str(now.date), now.kind, now.status), strict=True):
        state.put(key, state.get(key, value))
    label, when, kind, status = keys
    st.text_input("What happened", key=label)
    first, second, third = st.columns([2, 1.4, 1.2])
    first.text_input("When", key=when, help="2021-09-25, 2021-09, 2021; 2021-09-01/2021-09-05; 2021-09~ for about")
    second.selectbox("Kind", list(Kind), key=kind, format_func=_say)
    third.selectbox("Status", list(Status), key=status, format_func=_say)
    if trouble := state.get(_TROUBLE):
        sentence(trouble)
    with st.container(horizontal=True, gap="small", key=f"edit-row-{found.id}"):
        st.button("Keep", key=f"edit-keep-{found.id}", type="primary", on_click=_keep, args=(found,))
        st.button("As found", key=f"edit-undo-{found.id}", on_click=_undo, args=(found,))


def changed(found: Mention, *, label: str, when: str, kind: Kind, status: Status) -> Mention:
    """The mention with the reader's values; how its date came about is then told by the reader. Raises `DateError`."""
    date = FuzzyDate.parse(when.strip())
    resolution = found.resolution
    if date != found.date:
        resolution = f"{say_date(date)}, given by hand; read as {say_date(found.date)}"
    return replace(
        found,
        label=" ".join(label.split()) or found.label,
        date=date,
        kind=kind,
        status=status,
        resolution=resolution,
        decided=(*found.decided, ("edited", "by hand")),
    )


def _keep(found: Mention) -> None:
    label, when, kind, status = (state.get(key) for key in _keys(found))
    try:
        made = changed(found, label=label, when=when, kind=Kind(kind), status=Status(status))
    except DateError as error:
        state.put(_TROUBLE, str(error))
        return
    state.put(_EDITS, {**(state.get(_EDITS) or {}), found.id: made})
    state.drop(_EDITING, _TROUBLE)


def _undo(found: Mention) -> None:
    edits: dict[str, Mention] = dict(state.get(_EDITS) or {})
    edits.pop(found.id, None)
    state.put(_EDITS, edits)
    state.drop(_EDITING, _TROUBLE, *_keys(found))


def _keys(found: Mention) -> tuple[str, str, str, str]:
    return (
        f"edit-label-{found.id}",
        f"edit-when-{found.id}",
        f"edit-kind-{found.id}",
        f"edit-status-{found.id}",
    )


def _say(value: str) -> str:
    return str(value).replace("_", " ").capitalize()
