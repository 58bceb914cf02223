"""`Names`: the many names of an actor, country or source, and the one that events bear."""

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline_app.model import Actor, Event
from timeline_app.query.filter import LISTS, Filter
from timeline_app.query.fold import fold


@dataclass(frozen=True, slots=True)
class Names:
    """For each list of a filter whose values are not fixed: folded name -> the name that events bear.

    `country_names` maps ISO 3166-1 alpha-2 to what people call the country, as the data package's states tell it.
    """

    known: dict[str, dict[str, str]]
    country_names: dict[str, str]

    @classmethod
    def of(cls, actors: Iterable[Actor], events: Sequence[Event]) -> "Names":
        """Canonical names win over ids, ids over aliases; the first actor to claim an alias keeps it."""
        actors = tuple(actors)
        by_actor: dict[str, str] = {}
        for actor in actors:
            by_actor.setdefault(fold(actor.name), actor.name)
        for actor in actors:
            by_actor.setdefault(fold(actor.id), actor.name)
        for actor in actors:
            for alias in (alias for aliases in actor.aliases.values() for alias in aliases):
                by_actor.setdefault(fold(alias), actor.name)
        for name in dict.fromkeys(name for event in events for name in event.actors):
            by_actor.setdefault(fold(name), name)
        countries = {
            actor.countries[0]: actor.name for actor in actors if actor.kind == "state" and len(actor.countries) == 1
        }
        by_country = {fold(code): code for event in events for code in event.countries}
        by_country |= {fold(name): code for code, name in countries.items()}
        by_country |= {fold(code): code for code in countries}
        by_source = {fold(source.outlet): source.outlet for event in events for source in event.sources}
        return cls({"actor": by_actor, "country": by_country, "source": by_source}, countries)

    def resolve(self, wanted: Filter) -> tuple[Filter, list[str]]:
        """The filter with each name replaced by the one that events bear, and a note on each name that nobody knows.

        Unknown names are left out, so that the rest of a link still works.
        """
        notes: list[str] = []
        for name, known in self.known.items():
            found: list[str] = []
            for value in wanted.values(name):
                canonical = known.get(fold(value))
                if canonical:
                    found.append(canonical)
                else:
                    notes.append(_unknown(name, value, known))
            wanted = wanted.with_only(name, found)
        return wanted, notes

    def rows(self, name: str, values: Sequence[str]) -> tuple[list[str], list[str]]:
        """What values of a list are called by events, in their order and each once; and those that nobody knows."""
        fixed = LISTS[name][1]
        known = self.known.get(name) or {fold(value): str(value) for value in fixed or ()}
        found = {value: known.get(fold(value)) for value in values}
        return list(dict.fromkeys(row for row in found.values() if row)), [v for v, row in found.items() if not row]


def _unknown(name: str, value: str, known: dict[str, str]) -> str:
    close = difflib.get_close_matches(fold(value), known, n=1, cutoff=0.75)
    advice = f"did you mean {known[close[0]]!r}?" if close else "look through the list of choices"
    return f"this timeline knows no {name} {value!r}: {advice}"
