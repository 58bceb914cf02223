"""Which events pass a filter."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from timeline_app.model import Event
from timeline_app.query.filter import LISTS, Filter
from timeline_app.query.fold import fold
from timeline_app.query.index import Index, index

Mask = NDArray[np.bool_]
"""One truth value an event."""


def select(events: Sequence[Event], wanted: Filter) -> tuple[Event, ...]:
    """The events that pass, in the order they came. Values that no event has let nothing through: never an error.

    Give the same tuple again and its index is used again; the first time takes some 10 microseconds an event.
    """
    if not wanted:
        return tuple(events)
    of = index(events)
    passing = both(masks(of, wanted), of.size)
    return tuple(events[row] for row in np.flatnonzero(passing).tolist())


def several(events: Sequence[Event], wanted: Filter) -> int:
    """How many events that pass the other parts of a filter are told by several sources."""
    of = index(events)
    return int((both(masks(of, wanted), of.size, but="several") & of.several).sum())


def span(events: Sequence[Event]) -> tuple[date, date] | None:
    """First and last day that any of the events knows; `None` where there is none."""
    return index(events).span()


@lru_cache(maxsize=16)
def masks(of: Index, wanted: Filter) -> dict[str, Mask]:
    """For each part of the filter that narrows anything, which events pass it. The time range is one: "when".

    Kept for the next who asks, as the selection, its counts and an empty view all do: not to be changed.
    """
    found: dict[str, Mask] = {}
    for name in LISTS:
        values = wanted.values(name)
        if values:
            found[name] = of.columns[name].rows_with(values, of.size)
    if wanted.start or wanted.end:
        first, last = wanted.start or date.min, wanted.end or date.max
        found["when"] = (of.last >= first.toordinal()) & (of.first <= last.toordinal())
    if wanted.several_sources:
        found["several"] = of.several
    if wanted.text:
        found["q"] = np.ones(of.size, bool)
        for word in fold(wanted.text).split():
            found["q"] &= of.texts.str.contains(word, regex=False).to_numpy(bool)
    return found


def both(parts: Mapping[str, Mask], size: int, *, but: str = "") -> Mask:
    """Which events pass all parts, one of them left out of account."""
    return np.logical_and.reduce([mask for name, mask in parts.items() if name != but] or [np.ones(size, bool)])
