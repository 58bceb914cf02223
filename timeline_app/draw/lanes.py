"""Which lane an event is in, and in what order lanes stand.

An event with several actors is in several lanes; it is counted once. Lanes above a number fold into one, "others".
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from babel import Locale

from timeline_app.model import Event

OTHERS = "\uffff"
"""Key of the lane that holds what has no lane of its own."""
NONE = ""
"""Key of the lane of events that name no actor, country or source."""

LANES: Mapping[str, Callable[[Event], Sequence[str]]] = {
    "country": lambda event: event.countries,
    "actor": lambda event: event.actors,
    "kind": lambda event: (str(event.kind),),
    "source": lambda event: tuple(dict.fromkeys(source.outlet for source in event.sources)),
    "none": lambda _: (NONE,),
}
UNKNOWN = {
    "country": "No country named",
    "actor": "No actor named",
    "source": "No source named",
    "none": "",
    "kind": "",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A lane before it has a place: its events by their index, and what it stands for."""

    key: str
    title: str
    group: str
    events: tuple[int, ...]
    keys: tuple[str, ...]


def country_name(code: str, names: Mapping[str, str] | None = None) -> str:
    """What the data package (`names`) calls a country, else its English name in Unicode CLDR, else its ISO code."""
    return (names and names.get(code)) or _territories().get(code, code)


@lru_cache
def _territories() -> Mapping[str, str]:
    return dict(Locale("en").territories)


def sort_into_lanes(
    events: Sequence[Event],
    mode: str,
    *,
    order: str | Sequence[str] = "count",
    most: int = 12,
    names: Mapping[str, str] | None = None,
    groups: Mapping[str, str] | None = None,
    countries: Mapping[str, str] | None = None,
) -> list[Row]:
    """Rows from top to bottom.

    `events` are in order of time. `order` is "count", "first" (by first event) or the keys by hand; keys left out
    follow by count. `groups` names the group of a key: the lanes of a group stand together, the group with the
    most events first. What finds no lane among `most` is in the lane `OTHERS`, unless it is in another lane too.
    """
    keys_of = LANES[mode]
    held: dict[str, list[int]] = {}
    for index, event in enumerate(events):
        for key in keys_of(event) or (NONE,):
            held.setdefault(key, []).append(index)
    by_count = sorted(held, key=lambda key: (key == NONE, -len(held[key]), key))
    hand = [] if isinstance(order, str) else [key for key in order if key in held]
    chosen = [*hand, *(key for key in by_count if key not in set(hand))]
    kept = chosen if len(chosen) <= most else chosen[: max(most - 1, 1)]
    if order == "first":
        kept = sorted(kept, key=lambda key: (key == NONE, held[key][0], key))
    if groups:
        size: Counter[str] = Counter()
        for key in kept:
            size[groups.get(key, "")] += len(held[key])
        kept.sort(key=lambda key: (groups.get(key, "") == "", -size[groups.get(key, "")], groups.get(key, "")))
    rows = [
        Row(
            key=key,
            title=_title(mode, key, names, countries),
            group=(groups or {}).get(key, ""),
            events=tuple(held[key]),
            keys=(key,),
        )
        for key in kept
    ]
    folded = chosen[len(kept) :]
    if folded:
        seen = {index for key in kept for index in held[key]}
        rest = sorted({index for key in folded for index in held[key]} - seen)
        if rest:
            rows.append(
                Row(key=OTHERS, title=f"Others ({len(folded)})", group="", events=tuple(rest), keys=tuple(folded))
            )
    return rows


def _title(mode: str, key: str, names: Mapping[str, str] | None, countries: Mapping[str, str] | None) -> str:
    if names and key in names:
        return names[key]
    if key == NONE:
        return UNKNOWN.get(mode, "")
    if mode == "country":
        return country_name(key, countries)
    return key.capitalize() if mode == "kind" else key
