"""`Index`: the columns of a list of events as arrays, made once per list: 100,000 events filter in milliseconds."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from timeline_app.model import Event
from timeline_app.query.fold import fold

if TYPE_CHECKING:
    import pandas as pd


def _outlets(event: Event) -> tuple[str, ...]:
    return tuple(dict.fromkeys(source.outlet for source in event.sources if source.outlet))


COLUMNS: dict[str, Callable[[Event], Iterable[str]]] = {
    "actor": lambda event: event.actors,
    "country": lambda event: event.countries,
    "kind": lambda event: (event.kind.value,),
    "status": lambda event: (event.status.value,),
    "precision": lambda event: (event.date.precision.value,),
    "source": _outlets,
}


@dataclass(frozen=True, slots=True)
class Column:
    """Values of one name over all events: value number `codes[i]` belongs to event number `rows[i]`."""

    values: tuple[str, ...]
    rows: NDArray[np.int32]
    codes: NDArray[np.int32]

    @classmethod
    def of(cls, events: Sequence[Event], get: Callable[[Event], Iterable[str]]) -> "Column":
        numbers: dict[str, int] = {}
        rows: list[int] = []
        codes: list[int] = []
        for row, event in enumerate(events):
            for value in dict.fromkeys(get(event)):
                rows.append(row)
                codes.append(numbers.setdefault(value, len(numbers)))
        return cls(tuple(numbers), np.array(rows, np.int32), np.array(codes, np.int32))

    def rows_with(self, wanted: Iterable[str], size: int) -> NDArray[np.bool_]:
        """Which of `size` events have one of the values."""
        chosen = set(wanted)
        is_wanted = np.array([value in chosen for value in self.values], bool)
        mask = np.zeros(size, bool)
        if self.values:
            mask[self.rows[is_wanted[self.codes]]] = True
        return mask

    def count(self, mask: NDArray[np.bool_]) -> NDArray[np.int64]:
        """How many of the events that the mask lets through have each value."""
        return np.bincount(self.codes[mask[self.rows]], minlength=len(self.values))


class Index:
    """Columns of a list of events.

    `first` and `last` are ordinals of the earliest and latest possible day, open ends at the ends of time; `several`
    says whether two outlets tell it.
    """

    def __init__(self, events: Sequence[Event]) -> None:
        self._events = events
        self.size = len(events)
        self.columns = {name: Column.of(events, get) for name, get in COLUMNS.items()}
        self.first = np.array([(event.date.earliest or date.min).toordinal() for event in events], np.int32)
        self.last = np.array([(event.date.latest or date.max).toordinal() for event in events], np.int32)
        outlets = self.columns["source"]
        self.several = np.bincount(outlets.rows, minlength=self.size) > 1

    @cached_property
    def texts(self) -> "pd.Series[str]":
        """Folded text of each event; made when somebody first searches."""
        import pandas as pd  # heavy: only for a search

        return pd.Series([fold(_words(event)) for event in self._events], dtype="str")

    def span(self) -> tuple[date, date] | None:
        """First and last day that any event knows."""
        ends = np.concatenate([self.first, self.last])
        known = ends[(ends > date.min.toordinal()) & (ends < date.max.toordinal())]
        return (date.fromordinal(int(known.min())), date.fromordinal(int(known.max()))) if known.size else None


class _Same:
    """A cache key equal to itself alone: a list of events is compared by identity, never value by value."""

    __slots__ = ("events",)

    def __init__(self, events: Sequence[Event]) -> None:
        self.events = events

    def __hash__(self) -> int:
        return id(self.events)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.events is self.events


def index(events: Sequence[Event]) -> Index:
    """The index of a tuple of events, made when it is first asked for. A list may change and is indexed each time."""
    return _cached(_Same(events)) if isinstance(events, tuple) else Index(events)


@lru_cache(maxsize=8)
def _cached(key: _Same) -> Index:
    return Index(key.events)


def _words(event: Event) -> str:
    """Everything of an event that a text search looks at."""
    told = [word for mention in event.mentions for word in (mention.label, mention.evidence)]
    sources = [word for source in event.sources for word in (source.outlet, source.title)]
    return "\n".join([event.label, event.summary, event.place, event.claimant, *event.actors, *told, *sources])
