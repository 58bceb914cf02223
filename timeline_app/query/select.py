"""Which events pass a filter."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from timeline_app.model import Event
from timeline_app.query.filter import LISTS, Filter
from timeline_app.query.fold import fold
from timeline_app.query.index import Index, index


def select(events: Sequence[Event], wanted: Filter) -> tuple[Event, ...]:
    """The events that pass, in the order they came. Values that no event has let nothing through: never an error.

    Give the same tuple again and its index is used again; the first time takes some 10 microseconds an event.
    """
    if not wanted:
        return tuple(events)
    passing = passes(index(events), wanted)
    return tuple(events[row] for row in np.flatnonzero(passing).tolist())


def passes(of: Index, wanted: Filter, *, but: str = "") -> NDArray[np.bool_]:
    """One truth value per event. `but` names a list to leave out of account, as facets do; "when" is the time range."""
    mask = np.ones(of.size, bool)
    for name in LISTS:
        values = wanted.values(name)
        if values and name != but:
            mask &= of.columns[name].rows_with(values, of.size)
    if but != "when":
        if wanted.start:
            mask &= of.last >= wanted.start.toordinal()
        if wanted.end:
            mask &= of.first <= wanted.end.toordinal()
    if wanted.several_sources and but != "several":
        mask &= of.several
    if wanted.text and but != "q":
        words = fold(wanted.text).split()
        for row in np.flatnonzero(mask).tolist():
            text = of.texts[row]
            mask[row] = all(word in text for word in words)
    return mask
