"""What the user is looking at. The only place that touches `st.session_state` and the address in the browser.

The view is one value. Every control shows what the view says and, when it is used, asks for another view; the address
follows the view, so that whatever is on the screen can be sent as a link, and a link opened later gives it back.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import streamlit as st

from timeline_app.query import Filter, Names

LANES = ("country", "actor", "kind", "source")
ORDERS = ("count", "first")
SCALES = ("linear", "compressed", "steps")
TABS = ("chart", "map")
THEMES = ("light", "dark")
VERSION = 1
"""Of the scheme of links. It grows when an old link would mean something else; a link without it is of version 1."""

_VIEW, _ADDRESS, _NOTES, _ASKED = "view", "address", "notes", "asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Everything that a link holds. The defaults are left out of the address, so they are part of every old link."""

    filter: Filter = field(default_factory=Filter)
    lanes: str = "country"
    order: str | tuple[str, ...] = "count"
    """One of `ORDERS`, or by hand: what the rows at the top stand for, before the others by count."""
    scale: str = "linear"
    tab: str = "chart"
    periods: str = "no"
    event: str = ""
    theme: str = ""
    """Light or dark; empty: as the reader's system has it."""
    present: str = ""

    def parameters(self) -> dict[str, list[str]]:
        names = ("lanes", "order", "scale", "tab", "periods", "event", "theme", "present")
        own = {name: getattr(self, name) for name in names if getattr(self, name) != getattr(_FIRST, name)}
        said = self.filter.parameters() | {n: [v] if isinstance(v, str) else list(v) for n, v in own.items()}
        return said | {"v": [str(VERSION)]} if said else {}


_FIRST = View()
_CHOICES: dict[str, tuple[str, ...]] = {
    "lanes": LANES,
    "scale": SCALES,
    "tab": TABS,
    "periods": ("yes", "no"),
    "theme": THEMES,
    "present": ("1",),
}


_CALLED = {
    "lanes": "row",
    "tab": "view",
    "periods": "choice of periods",
    "present": "way to present",
}
"""What a note calls a part of the address whose own name is not what the page calls it."""


def read_view(parameters: dict[str, list[str]], names: Names, events: Collection[str]) -> tuple[View, list[str]]:
    """The view that an address means and a note on each part that was left out. Never raises."""
    notes = _of_version(parameters.get("v", [""])[-1])
    own: dict[str, Any] = {}
    for name, choices in _CHOICES.items():
        value = parameters.get(name, [""])[-1]
        if value in choices:
            own[name] = value
        elif value:
            notes.append(f"there is no {_CALLED.get(name, name)} {value!r}: use {', '.join(choices)}")
    own["order"], lost = _read_order(parameters.get("order", []), own.get("lanes", _FIRST.lanes), names)
    notes += lost
    event = parameters.get("event", [""])[-1]
    if event in events:
        own["event"] = event
    elif event:
        notes.append(f"this timeline has no event {event!r}: it may have been removed with its report")
    others = {name: values for name, values in parameters.items() if name not in {*_CHOICES, "order", "event", "v"}}
    wanted, more = Filter.read(others)
    wanted, unknown = names.resolve(wanted)
    return View(filter=wanted, **own), [*notes, *more, *unknown]


def _read_order(values: Sequence[str], lanes: str, names: Names) -> tuple[str | tuple[str, ...], list[str]]:
    """The order that a link asks for, and a note on each row that it names and nobody knows."""
    given = [value for value in values if value.strip()]
    if len(given) == 1 and given[0] in ORDERS:
        return given[0], []
    rows, lost = names.rows(lanes, given)
    notes = [f"there is no row {row!r} to put in order: use {', '.join(ORDERS)} or what the rows are" for row in lost]
    return tuple(rows) or _FIRST.order, notes


def _of_version(version: str) -> list[str]:
    """A note where a link is of a version that is not ours; what can be read of it is read all the same."""
    if not version or version == str(VERSION):
        return []
    if version.isdecimal() and int(version) > VERSION:
        return [
            f"this link is of version {version}, which a later timeline made; this one reads version {VERSION}: "
            "what it understands is shown, update it to see the rest"
        ]
    return [f"a link has no version {version!r}: it is read as version {VERSION}"]


def view(names: Names, events: Collection[str]) -> View:
    """The current view. Follows the address where that has changed under us: first visit, reload, back and forward."""
    address, session = _address(), st.session_state
    if _follows(address):
        session[_VIEW], session[_NOTES] = read_view(address, names, events)
    session.pop(_ASKED, None)
    current: View = session[_VIEW]
    if current.event and current.event not in events:
        current = session[_VIEW] = replace(current, event="")
    wanted = current.parameters()
    if wanted != address:
        st.query_params.from_dict(wanted)
    session[_ADDRESS] = wanted
    return current


def theme() -> str:
    """The theme that the view asks for, known before the view itself is read; empty: as the reader's system has it."""
    address = _address()
    if not _follows(address):
        current: View = st.session_state[_VIEW]
        return current.theme
    asked = address.get("theme", [""])[-1]
    return asked if asked in THEMES else ""


def _address() -> dict[str, list[str]]:
    return {name: st.query_params.get_all(name) for name in st.query_params}


def _follows(address: dict[str, list[str]]) -> bool:
    """Whether the address says what the view is: not where a control asked just now, as the browser may not have
    followed its last change yet, nor on coming from another page, as the menu drops the address."""
    session = st.session_state
    came_back = _ADDRESS not in session and not address
    changed = address != session.get(_ADDRESS) and not came_back
    return _VIEW not in session or (changed and not session.get(_ASKED, False))


def notes() -> Sequence[str]:
    """What could not be understood of the address that the view came from."""
    found: list[str] = st.session_state.get(_NOTES, [])
    return found


def leave() -> None:
    """Another page is shown: keep the view for when the user comes back."""
    st.session_state.pop(_ADDRESS, None)


def show(**changes: Any) -> None:
    """Ask for another view. For callbacks: they run before the page is drawn again."""
    st.session_state[_VIEW] = replace(st.session_state.get(_VIEW, _FIRST), **changes)
    st.session_state[_NOTES], st.session_state[_ASKED] = [], True


def show_filter(wanted: Filter) -> None:
    show(filter=wanted)


def change_filter(change: Callable[[Filter], Filter]) -> None:
    """Ask for the view with its filter changed."""
    show(filter=change(st.session_state.get(_VIEW, _FIRST).filter))


def reset() -> None:
    """Ask for every event again; lanes and scale stay as they are."""
    show(filter=Filter())


def put(key: str, value: Any) -> str:
    """Make a widget show a value that we decide; gives the key back."""
    st.session_state[key] = value
    return key


def get(key: str, default: Any = None) -> Any:
    """What a widget, or `put`, last said under a key."""
    return st.session_state.get(key, default)


def drop(*keys: str) -> None:
    """Forget what is under the keys."""
    for key in keys:
        st.session_state.pop(key, None)
