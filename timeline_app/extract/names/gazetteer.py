"""The names of a data package found in a text: actors, places, demonyms, capitals; longest match, whole words."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import ahocorasick

from timeline_app.extract.names.towns import Town, believed, towns
from timeline_app.extract.words.folding import fold
from timeline_app.extract.words.lexicon import lexicon
from timeline_app.model import Actor, ActorKind, DataPackage, Place

_SEATED = {ActorKind.STATE, ActorKind.ORGANISATION}
"""Kinds of actors that a text may call by the city where they sit."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A name in the text at article offsets, and whom or what it names. `metonym` is a capital or a palace, which is a
    place or a government, as the context says; `demonym` is an adjective or people of a state; `town` is a place that
    the data package does not know."""

    start: int
    end: int
    text: str
    actor: Actor | None = None
    place: Place | None = None
    metonym: bool = False
    demonym: bool = False
    town: bool = False


class Gazetteer:
    """The names of one data package, ready for each language. Made once by `of`, then only read."""

    def __init__(self, actors: Iterable[Actor], places: Iterable[Place]) -> None:
        self.actors = {actor.id: actor for actor in actors}
        self.places = tuple(places)
        alone = (a for a in reversed(self.actors.values()) if a.kind is ActorKind.STATE and len(a.countries) == 1)
        self._states = {actor.countries[0]: actor for actor in alone}
        self._by_lang: dict[str, Any] = {}
        self._surnames: dict[str, list[Actor]] | None = None

    @classmethod
    def of(cls, package: DataPackage) -> "Gazetteer":
        """The names of a data package in every language that it gives them in."""
        return cls(package.actors, package.places)

    def find(self, text: str, lang: str) -> list[Hit]:
        """All names in the text, longest first where they overlap, in the order of the text."""
        automaton = self._automaton(lang)
        folded = fold(text)
        spans = []
        for last, entries in automaton.iter(folded):
            start, end = last + 1 - len(entries[0].folded), last + 1
            if _whole(folded, start, end):
                spans += [(start, end, entry) for entry in entries if _cased(text[start:end], entry.name)]
        spans.sort(key=lambda s: (s[0] - s[1], s[0], s[2].rank))
        taken: list[Hit] = []
        seen: list[tuple[int, int, _Entry]] = []
        used = bytearray(len(text))
        for start, end, entry in spans:
            if any(used[start:end]):
                continue
            used[start:end] = b"\1" * (end - start)
            if entry.towns:
                seen.append((start, end, entry))
                continue
            taken.append(Hit(start, end, text[start:end], entry.actor, entry.place, entry.metonym, entry.demonym))
        told = {country for hit in taken for country in _countries(hit)}
        locatives = lexicon(lang).list("locatives")
        for start, end, entry in seen:
            before = folded[max(0, start - 12) : start].split()
            place = believed(entry.towns, told, located=bool(before) and before[-1] in locatives)
            if place is not None:
                taken.append(Hit(start, end, text[start:end], place=place, town=True))
        return sorted(taken, key=lambda hit: hit.start)

    def states_of(self, actor: Actor) -> tuple[Actor, ...]:
        """The state that an actor belongs to, through its parents; itself where it is one."""
        seen: set[str] = set()
        here: Actor | None = actor
        while here and here.id not in seen:
            if here.kind is ActorKind.STATE:
                return (here,)
            seen.add(here.id)
            here = self.actors.get(here.parent)
        return ()

    def state(self, country: str) -> Actor | None:
        """The state actor of a country code."""
        return self._states.get(country)

    def surnamed(self, surname: str) -> Actor | None:
        """The only person whose name or alias ends with this word, folded."""
        if self._surnames is None:
            self._surnames = {}
            for actor in self.actors.values():
                if actor.kind is ActorKind.PERSON:
                    names = (actor.name, *(alias for many in actor.aliases.values() for alias in many))
                    for last in {fold(name.split()[-1]) for name in names if name[:1].isupper()}:
                        self._surnames.setdefault(last, []).append(actor)
        found = self._surnames.get(surname, [])
        return found[0] if len(found) == 1 else None

    def _automaton(self, lang: str) -> Any:
        if lang not in self._by_lang:
            self._by_lang[lang] = self._build(lang)
        return self._by_lang[lang]

    def _build(self, lang: str) -> Any:
        words = lexicon(lang)
        demonyms, capitals = words.table("demonyms"), words.table("capitals")
        entries: dict[str, list[_Entry]] = {}
        places = {fold(name): place for place in self.places for name in (place.name, *place.aliases)}

        def add(name: str, **made: Any) -> None:
            folded = fold(name.strip())
            if folded:
                entries.setdefault(folded, []).append(_Entry(name.strip(), folded, **made))

        owned: set[str] = set()
        for actor in self.actors.values():
            for name in dict.fromkeys((actor.name, *actor.aliases.get(lang, ()))):
                state = actor.kind is ActorKind.STATE
                key = fold(name)
                owned.add(key)
                metonym = (state and key in places) or (actor.kind in _SEATED and key in capitals)
                demonym = state and (key in demonyms or name[:1].islower())
                add(name, actor=actor, place=places.get(key), metonym=metonym, demonym=demonym)
        known = {a.countries[0]: a for a in self.actors.values() if a.kind is ActorKind.STATE and a.countries}
        for table, flag in (
            (words.words["countries"], ""),
            (words.words["capitals"], "metonym"),
            (words.words["demonyms"], "demonym"),
        ):
            for name, country in table.items():
                actor = known.get(country) or Actor(
                    id=f"state-{country.lower()}",
                    name=words.country_name(country) or name,
                    kind=ActorKind.STATE,
                    countries=(country,),
                )
                if fold(name) not in owned:
                    add(
                        name,
                        actor=actor,
                        place=places.get(fold(name)),
                        metonym=flag == "metonym",
                        demonym=flag == "demonym",
                    )
        for key, place in places.items():
            if key not in entries:
                add(next(n for n in (place.name, *place.aliases) if fold(n) == key), place=place)
        for key, named in towns().items():
            if key not in entries and key not in words.list("not_names"):
                add(named[0].place.name, towns=named)
        automaton = ahocorasick.Automaton()
        for folded, many in entries.items():
            automaton.add_word(folded, many)
        automaton.make_automaton()
        return automaton


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    folded: str
    actor: Actor | None = None
    place: Place | None = None
    metonym: bool = False
    demonym: bool = False
    towns: tuple[Town, ...] = ()

    @property
    def rank(self) -> int:
        """A state before others of the same name, a person last."""
        return 0 if self.actor is None or self.actor.kind is ActorKind.STATE else 1


def _countries(hit: Hit) -> tuple[str, ...]:
    """The countries of which a name tells: a state's or one of its people, a place's."""
    if hit.place is not None:
        return (hit.place.country,)
    return hit.actor.countries if hit.actor is not None and hit.actor.kind is ActorKind.STATE else ()


def _whole(folded: str, start: int, end: int) -> bool:
    """Whether no letter or digit goes on at either end; an apostrophe ends a word before, a hyphen does not."""
    before = folded[start - 1] if start else " "
    after = folded[end] if end < len(folded) else " "
    if before.isalnum() or after.isalnum() or before == "-":
        return False
    return not (after == "-" and end + 1 < len(folded) and folded[end + 1].isalpha())


def _cased(said: str, name: str) -> bool:
    """Whether the text writes a name as a name: capitals where the name has them, short acronyms exactly."""
    if name.islower():
        return True
    if name.isupper() and len(name) <= 3:
        return said.isupper()
    first = next((c for c in name if c.isalpha()), "")
    return not first.isupper() or next((c for c in said if c.isalpha()), "").isupper()
