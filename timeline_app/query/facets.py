"""The counts beside each choice of a filter, and which choice is to blame for an empty view."""

from collections.abc import Sequence
from dataclasses import dataclass

from timeline_app.model import Event
from timeline_app.query.filter import LISTS, Filter
from timeline_app.query.index import index
from timeline_app.query.select import both, masks

FACETS = tuple(LISTS)
"""Names of the lists that have counts."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One value that can be chosen, and how many events it would give with the other filters as they are."""

    value: str
    count: int
    chosen: bool = False


def facets(events: Sequence[Event], wanted: Filter) -> dict[str, tuple[Choice, ...]]:
    """For each list its values, most frequent first, then by name; a chosen value is there even with no event left.

    The counts of one list follow all filters but that list itself, so that a second choice shows what it would add.
    """
    of = index(events)
    parts = masks(of, wanted)
    found: dict[str, tuple[Choice, ...]] = {}
    for name in FACETS:
        column = of.columns[name]
        chosen = wanted.values(name)
        counts = dict(zip(column.values, column.count(both(parts, of.size, but=name)).tolist(), strict=True))
        choices = [
            Choice(value, counts.get(value, 0), value in chosen)
            for value in dict.fromkeys((*column.values, *chosen))
            if counts.get(value) or value in chosen
        ]
        found[name] = tuple(sorted(choices, key=lambda choice: (-choice.count, choice.value)))
    return found


def alone(events: Sequence[Event], wanted: Filter) -> dict[str, int]:
    """How many events each part of a filter would let through by itself; most first. The time range is "when"."""
    found = {name: int(mask.sum()) for name, mask in masks(index(events), wanted).items()}
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def emptied_by(events: Sequence[Event], wanted: Filter) -> dict[str, int]:
    """For an empty view: each name that, taken away alone, brings events back, and how many; most first.

    The time range is one, under the name "when". Empty where no single name is to blame.
    """
    of = index(events)
    parts = masks(of, wanted)
    back = {name: int(both(parts, of.size, but=name).sum()) for name in parts}
    return dict(sorted(((name, n) for name, n in back.items() if n), key=lambda item: (-item[1], item[0])))
