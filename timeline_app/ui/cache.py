"""What is kept between runs of a page, and for how long. The only place with `st.cache_*`.

Keys are cheap to compare: paths with the time of their last change, the version of the database, a filter in words.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import streamlit as st

from timeline_app import pipeline
from timeline_app.draw.coverage import Covered, coverage
from timeline_app.draw.figure import figure as draw_figure
from timeline_app.draw.layout import Layout, Options, lay_out
from timeline_app.draw.map import map_figure
from timeline_app.draw.theme import THEMES
from timeline_app.errors import TimelineError
from timeline_app.model import Article, DataPackage, Event, Mention
from timeline_app.query import Filter, Names, select
from timeline_app.read import read_file
from timeline_app.store.database import Store
from timeline_app.store.package import DEFAULT
from timeline_app.ui.parts.frame import frame
from timeline_app.ui.parts.words import ACTOR_GROUPS
from timeline_app.ui.settings import settings
from timeline_app.ui.state import View

if TYPE_CHECKING:
    import pandas as pd

Key = tuple[str, float, str | None, int]
"""What the events of the timeline depend on: folder, its last change, address of the database, its version."""

ROWS = (12, 8, 6, 5, 4)
"""Numbers of rows to try where the height is given."""

MAP_HEIGHT = 560


def store() -> Store:
    """The database, opened once for all sessions."""
    return _store(settings().database)


@dataclass(frozen=True, slots=True)
class Timeline:
    """All that the timeline holds. `events` are by date, and the same tuple until one changes."""

    key: Key
    package: DataPackage
    events: tuple[Event, ...]
    by_id: dict[str, Event]
    names: Names
    groups: dict[str, str]
    """Name of an actor -> what sort of actor it is, in words."""
    covered: Mapping[str, Covered]
    """By what the rows are, the stretches in which some source tells of a row."""


def timeline() -> Timeline:
    """The package's events, those of imported files and those that added reports tell."""
    return _timeline(*_key())


def samples() -> dict[str, Path]:
    """Title -> file of the reports that the data package offers to try."""
    return _samples(_folder(), _stamp(Path(_folder()) / "briefs"))


def colours(theme: str) -> dict[str, str]:
    """Colour of each kind of event in a theme, "light" or "dark"."""
    return {kind.value: colour for kind, colour in THEMES[theme].kinds.items()}


def mentions(article: Article) -> list[Mention]:
    """The events found in an article."""
    return _mentions(article, _folder(), _stamp(_folder()))


def known(article: Article) -> dict[str, Event]:
    """For each mention found in an article that tells of an event on the timeline already: that event."""
    return _known(article, _key())


def options(held: Timeline, view: View, *, width: float, today: date) -> Options:
    """What is wished of the picture of a view."""
    wanted, lanes = view.filter, view.lanes
    return Options(
        width=width,
        lanes=lanes,
        order=view.order,
        scale=view.scale,
        start=wanted.start,
        end=wanted.end,
        today=today,
        countries=held.names.country_names,
        groups=held.groups if lanes == "actor" and isinstance(view.order, str) else {},
        periods=held.package.periods if view.periods == "yes" else (),
        covered=held.covered.get(lanes, {}),
    )


def layout(held: Timeline, wanted: Filter, options: Options) -> Layout:
    """Where everything stands in the picture of the events that pass."""
    return _layout(held.key, str(wanted), options)


def fitting(held: Timeline, wanted: Filter, options: Options) -> Layout:
    """The layout within a fixed height: with as many rows as leave room for nearly as many labels as fewer would."""
    found = [layout(held, wanted, replace(options, most_lanes=rows)) for rows in ROWS]
    enough = 0.9 * max(one.labelled for one in found)
    return next(one for one in found if one.labelled >= enough)


def figure(layout: Layout, *, theme: str, chosen: str, zoom: float = 1.0) -> dict[str, Any]:
    """The chart without its overview, which is a control of its own. Not to be changed: all sessions share it."""
    return _figure(layout, theme, chosen, zoom)


def map_of(held: Timeline, wanted: Filter, *, theme: str, width: float, chosen: str) -> dict[str, Any]:
    """The map of the events that pass. Not to be changed: all sessions share it."""
    return _map(held.key, str(wanted), theme, width, chosen)


def rows(held: Timeline, wanted: Filter, start: int, end: int) -> "pd.DataFrame":
    """Some of the events that pass, by date, as a table. Not to be changed: all sessions share it."""
    return _rows(held.key, str(wanted), start, end)


def _folder() -> str:
    return str(Path(settings().data or DEFAULT))


def _stamp(folder: str | Path) -> float:
    """When a file in the folder last changed."""
    return max((path.stat().st_mtime for path in Path(folder).glob("*") if path.is_file()), default=0.0)


def _key() -> Key:
    return _folder(), _stamp(_folder()), settings().database, store().version()


@st.cache_resource(max_entries=4, show_spinner=False)
def _package(folder: str, stamp: float) -> DataPackage:  # noqa: ARG001 - the stamp is part of the key
    return pipeline.load_package(folder)


@st.cache_resource(show_spinner=False, on_release=lambda store: store.close())
def _store(url: str | None) -> Store:
    return Store.open(url)


@st.cache_resource(max_entries=4, show_spinner=False)
def _timeline(
    folder: str,
    stamp: float,
    url: str | None,
    version: int,
) -> Timeline:
    package = _package(folder, stamp)
    events = pipeline.timeline(package, _store(url).mentions(), further=_store(url).events())
    return Timeline(
        (folder, stamp, url, version),
        package,
        events,
        {event.id: event for event in events},
        Names.of(package.actors, events),
        {actor.name: ACTOR_GROUPS[actor.kind] for actor in package.actors},
        {lanes: coverage(events, lanes) for lanes in ("country", "actor")},
    )


def _wishes(options: Options) -> tuple[object, ...]:
    """What tells options apart; the rest follows from the data package, which is part of the key."""
    return (
        options.width,
        options.height,
        options.lanes,
        options.order,
        options.scale,
        options.start,
        options.end,
        options.today,
        options.most_lanes,
        bool(options.periods),
    )


@st.cache_resource(max_entries=64, show_spinner=False, hash_funcs={Options: _wishes})
def _layout(key: Key, words: str, options: Options) -> Layout:
    events, wanted = _timeline(*key).events, Filter.parse(words)
    # The overview shows what lies outside the time range too, so the range is cut by the layout, not by the selection.
    at_any_time = select(events, wanted.without("from").without("to"))
    return lay_out(at_any_time, options)


@st.cache_resource(max_entries=64, show_spinner=False, hash_funcs={Layout: id})
def _figure(layout: Layout, theme: str, chosen: str, zoom: float) -> dict[str, Any]:
    alone = replace(layout, overview=None, height=layout.overview.rect.top) if layout.overview else layout
    return draw_figure(alone, THEMES[theme], chosen=chosen, zoom=zoom)


@st.cache_resource(max_entries=32, show_spinner=False)
def _map(key: Key, words: str, theme: str, width: float, chosen: str) -> dict[str, Any]:
    held, wanted = _timeline(*key), Filter.parse(words)
    return map_figure(
        select(held.events, wanted),
        THEMES[theme],
        width=width,
        height=MAP_HEIGHT,
        chosen=chosen,
        focus=wanted.countries,
        names=held.names.country_names,
    )


@st.cache_resource(max_entries=32, show_spinner=False)
def _rows(key: Key, words: str, start: int, end: int) -> "pd.DataFrame":
    held = _timeline(*key)
    return frame(select(held.events, Filter.parse(words))[start:end], held.names)


@st.cache_resource(max_entries=32, show_spinner="Looking for events ...")
def _mentions(article: Article, folder: str, stamp: float) -> list[Mention]:
    return pipeline.mentions(article, _package(folder, stamp))


@st.cache_resource(max_entries=32, show_spinner=False)
def _known(article: Article, key: Key) -> dict[str, Event]:
    package, told, there = _package(key[0], key[1]), _mentions(article, key[0], key[1]), _timeline(*key).by_id
    merged = pipeline.timeline(package, [*_store(key[2]).mentions(), *told], further=_store(key[2]).events())
    by_mention = {mention.id: event.id for event in merged for mention in event.mentions}
    return {m.id: there[by_mention[m.id]] for m in told if by_mention.get(m.id) in there}


@st.cache_resource(max_entries=4, show_spinner=False)
def _samples(folder: str, stamp: float) -> dict[str, Path]:  # noqa: ARG001 - the stamp is part of the key
    found: dict[str, Path] = {}
    for path in sorted(Path(folder).glob("briefs/*")):
        try:
            found[read_file(path).title or path.stem] = path
        except TimelineError:  # not a report: a licence or a note beside them
            continue
    return found
