"""What of a telling, or of a known event, is compared: stems of its words, parties, places, dates."""

import re
import unicodedata
from dataclasses import dataclass

from timeline_app.dates import FuzzyDate
from timeline_app.model import Event, Kind, Mention

_STEM = 5
_SHINGLE = 4


@dataclass(frozen=True, slots=True)
class Features:
    """`id` is the mention's or event's; `known` tells an event of a data package, which never merges with another."""

    id: str
    date: FuzzyDate
    kind: Kind
    stems: frozenset[str]
    actors: frozenset[str]
    countries: frozenset[str]
    place: str
    shingles: frozenset[int]
    article: str
    known: bool


def of_mention(mention: Mention) -> Features:
    told = mention.evidence
    return Features(
        mention.id, mention.date, mention.kind, _stems(f"{mention.label} {mention.place}") | _names(told),
        frozenset(_key(a) for a in mention.actors), frozenset(mention.countries), _key(mention.place), _shingles(told),
        mention.article, False,
    )  # fmt: skip


def of_event(event: Event) -> Features:
    told = f"{event.label} {event.place}"
    return Features(
        event.id, event.date, event.kind, _stems(told) | _names(f"{event.label}. {event.summary}"),
        frozenset(_key(a) for a in event.actors), frozenset(event.countries), _key(event.place),
        _shingles(event.summary), "", True,
    )  # fmt: skip


def _key(name: str) -> str:
    return " ".join(_words(name))


def _words(text: str) -> list[str]:
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return re.findall(r"[a-z]+|\d+", bare)


def _stems(text: str) -> frozenset[str]:
    """Beginnings of the longer words: much the same in English and French for names and learned words."""
    return frozenset(w[:_STEM] for w in _words(text) if len(w) > 3 or w.isdigit())


def _names(text: str) -> frozenset[str]:
    """Stems of the words with a capital, which are names more often than not."""
    return frozenset(s for w in re.findall(r"\b[^\W\d_a-z][\w'’-]{2,}", text) for s in _stems(w))


def _shingles(text: str) -> frozenset[int]:
    """Runs of four words, as numbers that are the same in every process."""
    words = _words(text)
    runs = (" ".join(words[i : i + _SHINGLE]) for i in range(max(0, len(words) - _SHINGLE + 1)))
    return frozenset(int.from_bytes(run.encode()[-16:], "big") ^ len(run) for run in runs)
