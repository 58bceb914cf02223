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

_VIEW, _ADDRESS, _NOTES, _ASKED = "view", "address", "notes", "asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Everything that a link holds. The defaults are left out of the address, so they are part of every old link."""

    filter: Filter = field(default_factory=Filter)
    lanes: str = "country"
    order: str = "count"
    scale: str = "linear"
    tab: str = "chart"
    periods: str = "no"
    event: str = ""
    present: str = ""

    def parameters(self) -> dict[str, list[str]]:
        own = {"lanes": self.lanes, "order": self.order, "scale": self.scale, "tab": self.tab, "periods": self.periods}
        own |= {"event": self.event, "present": self.present}
        return self.filter.parameters() | {
            name: [value] for name, value in own.items() if value != getattr(_FIRST, name)
        }


_FIRST = View()
_CHOICES: dict[str, tuple[str, ...]] = {
    "lanes": LANES,
    "order": ORDERS,
    "scale": SCALES,
    "tab": TABS,
    "periods": ("yes", "no"),
    "present": ("1",),
}


_CALLED = {
    "lanes": "row",
    "order": "order of rows",
    "tab": "view",
    "periods": "choice of periods",
    "present": "way to present",
}
"""What a note calls a part of the address whose own name is not what the page calls it."""


def read_view(parameters: dict[str, list[str]], names: Names, events: Collection[str]) -> tuple[View, list[str]]:
    """The view that an address means and a note on each part that was left out. Never raises."""
    notes: list[str] = []
    own: dict[str, Any] = {}
    for name, choices in _CHOICES.items():
        value = parameters.get(name, [""])[-1]
        if value in choices:
            own[name] = value
        elif value:
            notes.append(f"there is no {_CALLED.get(name, name)} {value!r}: use {', '.join(choices)}")
    event = parameters.get("event", [""])[-1]
    if event in events:
        own["event"] = event
    elif event:
        notes.append(f"this timeline has no event {event!r}: it may have been removed with its report")
    others = {name: values for name, values in parameters.items() if name not in {*_CHOICES, "event"}}
    wanted, more = Filter.read(others)
    wanted, unknown = names.resolve(wanted)
    return View(filter=wanted, **own), [*notes, *more, *unknown]


def view(names: Names, events: Collection[str]) -> View:
    """The current view. Follows the address where that has changed under us: first visit, reload, back and forward."""
    address = {name: st.query_params.get_all(name) for name in st.query_params}
    session = st.session_state
    came_back = _ADDRESS not in session and not address  # from another page: the menu drops the address
    asked = session.pop(_ASKED, False)  # by a control just now: the browser may not have followed its last change yet
    if _VIEW not in session or (address != session.get(_ADDRESS) and not came_back and not asked):
        session[_VIEW], session[_NOTES] = read_view(address, names, events)
    current: View = session[_VIEW]
    if current.event and current.event not in events:
        current = session[_VIEW] = replace(current, event="")
    wanted = current.parameters()
    if wanted != address:
        st.query_params.from_dict(wanted)
    session[_ADDRESS] = wanted
    return current


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
