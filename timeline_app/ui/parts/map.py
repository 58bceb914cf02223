"""The map: drawn by `timeline_app.draw`, shown and clicked here."""

from typing import Any

from timeline_app.draw.map import MAP_CONFIG
from timeline_app.query import Filter
from timeline_app.ui import state
from timeline_app.ui.parts.figure import keep_place, show_figure


def show_map(spec: dict[str, Any], *, alt: str) -> None:
    """Show a map as it was drawn. A click on a country or place narrows the view to it."""

    def clicked(mark: str) -> None:
        if mark:
            state.change_filter(lambda now: within_place(now, mark))

    keep_place(spec, key="map")
    show_figure(spec, key="map", clicked=clicked, config=dict(MAP_CONFIG), alt=alt)


def within_place(now: Filter, mark: str) -> Filter:
    """The filter narrowed to what a mark of the map stands for: `country:ML`, `place:Gao`."""
    what, _, name = mark.partition(":")
    if what == "country":
        return now.with_only("country", [name])
    return Filter.read(now.parameters() | {"q": [name]})[0] if what == "place" and name else now
