"""A list of choices with a count beside each: the control behind every filter that is a list."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from timeline_app.ui import state

_HERE = Path(__file__).parent
_HTML = """<div class="facet"><details><summary><span class="name"></span><span class="badge"></span></summary>
<input type="search"><div class="rows" role="group"></div><div class="none" hidden>Nothing by that name</div>
<button class="more" type="button"></button></details></div>"""
_facet = st.components.v2.component(
    "timeline.facet",
    html=_HTML,
    css=(_HERE / "facet.css").read_text("utf-8"),
    js=(_HERE / "facet.js").read_text("utf-8"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One row. `find` is the folded text that the search looks in; `colour` draws a dot before the name."""

    value: str
    text: str
    count: int
    chosen: bool = False
    group: str = ""
    find: str = ""
    hint: str = ""
    colour: str = ""


def facet(
    key: str,
    label: str,
    options: Sequence[Option],
    on_choice: Callable[[list[str]], None],
    *,
    groups: Sequence[str] = ("",),
    search: str = "",
    shown: int = 6,
    opened: bool = False,
) -> None:
    """Draw the list. `on_choice` gets all values that are chosen once the reader has ticked one."""

    def chosen() -> None:
        values = (state.get(key) or {}).get("chosen")
        if values is not None:
            on_choice([str(value) for value in values])

    _facet(
        key=key,
        data={
            "label": label,
            "options": [{field: getattr(option, field) for field in Option.__slots__} for option in options],
            "groups": list(groups),
            "chosen": sum(option.chosen for option in options),
            "most": max((option.count for option in options), default=0),
            "search": search,
            "shown": shown,
            "open": opened,
        },
        on_chosen_change=chosen,
    )
