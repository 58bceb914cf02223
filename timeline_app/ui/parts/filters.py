"""The sidebar: every filter, with counts that follow the others."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import streamlit as st

from timeline_app.model import Actor, DataPackage, Event
from timeline_app.query import Choice, Filter, Names, facets, several, span
from timeline_app.query.fold import fold
from timeline_app.ui import state
from timeline_app.ui.parts.facet import Option, facet
from timeline_app.ui.parts.strip import choose_range
from timeline_app.ui.parts.words import ACTOR_GROUPS, LABELS, OTHER_ACTORS, say_value

_SHOWN = {"actor": 8, "country": 6, "kind": 11, "status": 4, "precision": 6, "source": 5}
_EVER = "All years"
_OPEN = ("actor", "country", "kind")


def filters(
    package: DataPackage,
    events: Sequence[Event],
    names: Names,
    wanted: Filter,
    *,
    colours: Mapping[str, str],
    until: date,
) -> None:
    """Draw the filters into the sidebar. `colours` gives each kind its dot, `until` is the last day of the range."""
    with st.sidebar:
        _search(wanted)
        _time_range(events, wanted, until)
        choices, ever = facets(events, wanted), facets(events, Filter())
        actors = {actor.name: actor for actor in package.actors}
        for name in LABELS:
            if name in choices and (len(ever[name]) > 1 or wanted.values(name)):
                _list(name, choices[name], actors, names, colours)
        _several(events, wanted)


def _search(wanted: Filter) -> None:
    def changed() -> None:
        state.change_filter(lambda now: Filter.read(now.parameters() | {"q": [state.get("search") or ""]})[0])

    if (state.get("search") or "").split() != wanted.text.split():  # leave alone what is being typed
        state.put("search", wanted.text)
    st.text_input(
        "Search",
        key="search",
        live="400ms",
        placeholder="Search titles and quotes",
        icon=":material/search:",
        type="search",
        on_change=changed,
        label_visibility="collapsed",
    )


def _time_range(events: Sequence[Event], wanted: Filter, until: date) -> None:
    """One year, or a first and a last day; the overview above the chart is the same range to be drawn."""
    ends = [day for day in (*(span(events) or ()), wanted.start, wanted.end, until) if day]
    first, last = date(min(ends).year, 1, 1), date(max(ends).year, 12, 31)
    years = [str(year) for year in range(last.year, first.year - 1, -1)]

    def chosen() -> None:
        year = state.get("year")
        choose_range("", "") if year == _EVER else choose_range(str(year), str(year))

    def changed() -> None:
        start, end = state.get("from-day"), state.get("to-day")
        start, end = (end, start) if start and end and start > end else (start, end)
        choose_range(*(day.isoformat() if day else "" for day in (start, end)))

    st.selectbox(
        LABELS["when"],
        [_EVER, *years],
        key=state.put("year", _year_of(wanted)),
        placeholder="Between two days",
        on_change=chosen,
    )
    from_day, to_day = st.columns(2, gap="xsmall")
    for column, key, label, day in (
        (from_day, "from-day", "First day", wanted.start),
        (to_day, "to-day", "Last day", wanted.end),
    ):
        column.date_input(
            label,
            key=state.put(key, day),
            min_value=first,
            max_value=last,
            format="YYYY-MM-DD",
            on_change=changed,
        )


def _year_of(wanted: Filter) -> str | None:
    """The year that the range is, all years where there is none; `None` where it is another."""
    said = wanted.parameters()
    start, end = said.get("from"), said.get("to")
    if start == end:
        return _EVER if not start else start[0] if len(start[0]) == 4 else None
    return None


def _several(events: Sequence[Event], wanted: Filter) -> None:
    count = several(events, wanted)

    def changed() -> None:
        chosen = {"several": ["yes"] if state.get("several") else []}
        state.change_filter(lambda now: Filter.read(now.parameters() | chosen)[0])

    st.toggle(
        f"Only events with several sources ({count:,})" if count else "No event here has several sources",
        key=state.put("several", wanted.several_sources),
        disabled=not count and not wanted.several_sources,
        on_change=changed,
    )


def _list(
    name: str, choices: Sequence[Choice], actors: Mapping[str, Actor], names: Names, colours: Mapping[str, str]
) -> None:
    facet(
        f"facet-{name}",
        LABELS[name],
        [_option(name, choice, actors.get(choice.value), names, colours) for choice in choices],
        _chooser(name),
        groups=(*ACTOR_GROUPS.values(), OTHER_ACTORS) if name == "actor" else ("",),
        search={"actor": "Name, alias or acronym", "source": "Outlet"}.get(name, ""),
        shown=_SHOWN[name],
        opened=name in _OPEN,
    )


def _chooser(name: str) -> Callable[[list[str]], None]:
    return lambda values: state.change_filter(lambda now: now.with_only(name, values))


def _option(name: str, choice: Choice, actor: Actor | None, names: Names, colours: Mapping[str, str]) -> Option:
    said = say_value(name, choice.value, names)
    aliases = [alias for spoken in actor.aliases.values() for alias in spoken] if actor else []
    group = (ACTOR_GROUPS[actor.kind] if actor else OTHER_ACTORS) if name == "actor" else ""
    return Option(
        value=choice.value,
        text=said,
        count=choice.count,
        chosen=choice.chosen,
        group=group,
        find=fold(" | ".join([said, choice.value, *aliases])),
        hint=f"{said} ({', '.join(dict.fromkeys(aliases))})" if aliases else said,
        colour=colours.get(choice.value, "") if name == "kind" else "",
    )
