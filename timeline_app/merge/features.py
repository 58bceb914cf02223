"""What of a telling, or of a known event, is compared: stems of its words, parties, places, dates."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline_app.dates import FuzzyDate
from timeline_app.model import Actor, ActorKind, Event, Kind, Mention

STEM = 5
"""Letters of a word that are compared."""
_SHINGLE = 4


@dataclass(frozen=True, slots=True)
class Features:
    """`id` is the mention's or event's; `known` tells an event of a data package, which never merges with another.

    `stems` leave out the names of states: who takes part is told by `actors`, and half of all sentences name one.
    """

    id: str
    date: FuzzyDate
    kind: Kind
    stems: frozenset[str]
    actors: frozenset[str]
    persons: frozenset[str]
    countries: frozenset[str]
    place: str
    shingles: frozenset[int]
    article: str
    known: bool


class Names:
    """The key of each actor by any of its names; a name that two actors share stands for itself."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        self._states = {_key(actor.name) for actor in actors if actor.kind is ActorKind.STATE}
        self.persons = frozenset(_key(actor.name) for actor in actors if actor.kind is ActorKind.PERSON)
        self.states = frozenset(
            stem for actor in actors if actor.kind is ActorKind.STATE for stem in _stems(actor.name)
        )
        self._keys: dict[str, str] = {}
        for actor in actors:
            for name in (actor.name, *(alias for many in actor.aliases.values() for alias in many)):
                key = _key(name)
                self._keys[key] = _key(actor.name) if self._keys.get(key, _key(actor.name)) == _key(actor.name) else key

    def keys(self, actors: Iterable[str]) -> frozenset[str]:
        return frozenset(self._keys.get(key := _key(name), key) for name in actors)

    def place(self, name: str) -> str:
        """The key of a place; empty for a whole country, which says no more than `countries`."""
        key = _key(name)
        return "" if key in self._states else key


def of_mention(mention: Mention, names: Names) -> Features:
    told, actors = mention.evidence, names.keys(mention.actors)
    return Features(
        id=mention.id,
        date=mention.date,
        kind=mention.kind,
        stems=(_stems(f"{mention.label} {mention.place}") | _names(told)) - names.states,
        actors=actors,
        persons=actors & names.persons,
        countries=frozenset(mention.countries),
        place=names.place(mention.place),
        shingles=_shingles(told),
        article=mention.article,
        known=False,
    )


def of_event(event: Event, names: Names) -> Features:
    told, actors = f"{event.label} {event.place}", names.keys(event.actors)
    return Features(
        id=event.id,
        date=event.date,
        kind=event.kind,
        stems=(_stems(told) | _names(f"{event.label}. {event.summary}")) - names.states,
        actors=actors,
        persons=actors & names.persons,
        countries=frozenset(event.countries),
        place=names.place(event.place),
        shingles=_shingles(event.summary),
        article="",
        known=True,
    )


def _key(name: str) -> str:
    return " ".join(_words(name))


def _words(text: str) -> list[str]:
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return re.findall(r"[a-z]+|\d+", bare)


def _stems(text: str) -> frozenset[str]:
    """Beginnings of the longer words: much the same in English and French for names and learned words."""
    return frozenset(w[:STEM] for w in _words(text) if len(w) > 3 or w.isdigit())


def _names(text: str) -> frozenset[str]:
    """Stems of the words with a capital, which are names more often than not."""
    return frozenset(s for w in re.findall(r"\b[^\W\d_a-z][\w'’-]{2,}", text) for s in _stems(w))


def _shingles(text: str) -> frozenset[int]:
    """Runs of four words, as numbers that are the same in every process."""
    words = _words(text)
    runs = (" ".join(words[i : i + _SHINGLE]) for i in range(max(0, len(words) - _SHINGLE + 1)))
    return frozenset(int.from_bytes(run.encode()[-16:], "big") ^ len(run) for run in runs)
