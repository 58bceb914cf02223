"""Who may be a party to an event, and what speaks for or against each: marks, as a reader would put them.

Candidates are the names of the sentence, those that the text tells before, whom its pronouns and common nouns mean,
and the states of the places and people named. A mark is a few words of plain text and holds no word of any language;
what it weighs is measured (`choice`), not said here.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from timeline_app.extract.clauses.clause import Clause
from timeline_app.extract.names.context import Context
from timeline_app.extract.names.gazetteer import Gazetteer
from timeline_app.extract.names.name import Name, country_of, site_of
from timeline_app.extract.parties import coreference, reach, zones
from timeline_app.extract.parties.proposal import BETWEEN_STATES, MISSION, PERSON, STATE, propose
from timeline_app.extract.parties.zones import INSIDE
from timeline_app.extract.words.lexicon import Lexicon
from timeline_app.model import Actor, ActorKind, Kind

_TOLD_MOST = 8
"""How many of the names that a text tells most often are candidates everywhere in it."""


@dataclass(slots=True)
class Candidate:
    """One that may be a party: its canonical name, its kind, the marks found, its words in the sentence, and whether a
    pronoun or a common noun of the event means it."""

    canonical: str
    kind: str
    actor: Actor | None = None
    marks: set[str] = field(default_factory=set)
    indexes: set[int] = field(default_factory=set)
    meant: bool = False

    @property
    def form(self) -> str:
        """Its kind, and whether only the text knows it."""
        return self.kind if self.actor else f"unknown {self.kind}"

    @property
    def inside(self) -> bool:
        """Whether the event itself names or means it."""
        return self.meant or not INSIDE.isdisjoint(self.marks)


@dataclass(slots=True)
class Evidence:
    """What speaks for whom: candidates by their canonical name, countries (ISO 3166-1 alpha-2) and their marks, the
    places named in the event and beside it, where it seems to happen, and how pronouns and nouns were read."""

    candidates: dict[str, Candidate] = field(default_factory=dict)
    countries: dict[str, set[str]] = field(default_factory=dict)
    near: list[Name] = field(default_factory=list)
    beside: list[Name] = field(default_factory=list)
    towns: list[Name] = field(default_factory=list)
    """States and capitals that are where it happens if they have no part in it: "JNIM attacked Bamako"."""
    people_of: list[str] = field(default_factory=list)
    here: str = ""
    read: list[tuple[str, str]] = field(default_factory=list)

    def of(self, name: str, kind: str, actor: Actor | None) -> Candidate:
        """The candidate of this name, made where there is none."""
        known = self.candidates.get(name)
        if known is None:
            self.candidates[name] = known = Candidate(name, kind, actor)
        return known


def gather(
    clause: Clause, named: dict[int, Name], kind: Kind, context: Context, gazetteer: Gazetteer, lexicon: Lexicon,
    source: frozenset[int] = frozenset(),
) -> Evidence:  # fmt: skip
    """All candidates of an event; `named` gives for each token index its name, `source` who says so, in words."""
    found = Evidence()
    _told_here(found, clause, named, lexicon, source)
    _meant(found, clause, named, context, lexicon)
    _told_elsewhere(found, clause, named, context, lexicon)
    for sort, name in coreference.owners(clause, named, context, lexicon):
        it = found.of(name.canonical, name.kind, name.actor)
        it.marks.add(f"whose: nearest {sort}, {'here' if it.indexes else 'before'}")
    _states(found, clause, named, kind, context, gazetteer, lexicon)
    taken = propose(clause, named, kind, context, gazetteer, lexicon)
    for canonical, it in found.candidates.items():
        rule = taken.actors.get(canonical)
        it.marks |= {"taken", f"taken: {rule}"} if rule else {"not taken"}
    for country in taken.countries:
        found.countries.setdefault(country, set())
    for country, marks in found.countries.items():
        rule = taken.countries.get(country)
        marks |= {"taken", f"taken: {rule}"} if rule else {"not taken"}
    return found


def _told_here(
    found: Evidence, clause: Clause, named: dict[int, Name], lexicon: Lexicon, source: frozenset[int]
) -> None:
    """The names of the sentence."""
    spans: dict[Name, list[int]] = {}
    for index in sorted(named):
        spans.setdefault(named[index], []).append(index)
    attached = set(reach.attached(clause, named))
    above = set(reach.above(clause, named)) if clause.nominal else set()
    for name, indexes in spans.items():
        where = zones.zone(clause, indexes, attached, above)
        accord = zones.names_an_accord(clause.sentence.tokens, indexes[0], indexes[-1], lexicon)
        if accord and (name.kind == "place" or (name.metonym and not name.demonym)):
            continue  # "the Algiers accord" says which accord, not where
        if name.kind == "place":
            if where != "in the date":
                (found.near if where in INSIDE else found.beside).append(name)
            continue
        it = found.of(name.canonical, name.kind, name.actor)
        it.indexes.update(indexes)
        it.marks.add(where)
        if clause.sentence.parsed:
            it.marks |= {f"{where}, {zones.depth(clause, indexes)}", f"path: {zones.path(clause, indexes)}"}
        else:
            it.marks |= {f"plain: {where}", f"plain: {zones.distance(clause, indexes)}"}
        beside = zones.surroundings(clause, name, indexes, where, lexicon)
        it.marks |= beside
        if source & set(indexes):
            it.marks.add("says so")
        if f"people, {where}" in beside and where in INSIDE and name.actor:
            found.people_of += name.actor.countries
        if name.kind == STATE and not name.demonym and where in INSIDE:
            (found.near if f"located, {where}" in beside else found.towns).append(name)


def _meant(found: Evidence, clause: Clause, named: dict[int, Name], context: Context, lexicon: Lexicon) -> None:
    """Whom pronouns and common nouns mean."""

    def mean(name: Name, how: str, indexes: Iterable[int], what: str) -> None:
        it = found.of(name.canonical, name.kind, name.actor)
        if not it.marks & INSIDE:
            found.read.append((name.canonical, what))
        it.marks.add(f"meant: {how}")
        it.meant = True
        it.indexes.update(indexes)

    for name in coreference.pronoun(clause, named, context, lexicon):
        mean(name, "pronoun", clause.subject, "pronoun")
    for index, name in coreference.called(clause, named, context, lexicon):
        mean(name, "common noun", [index], repr(clause.sentence.tokens[index].text))
    if (acted_on := coreference.acted_on(clause, named, context, lexicon)) is not None:
        mean(acted_on, "object pronoun", clause.objects, "object")


def _told_elsewhere(
    found: Evidence, clause: Clause, named: dict[int, Name], context: Context, lexicon: Lexicon
) -> None:
    """Those whom the rest of the text names, and what the event has instead of its subject."""
    subject = zones.subject_of(clause, named, lexicon)
    here = {name for name, it in found.candidates.items() if it.marks}
    seen: set[str] = set()
    for how, names in (
        ("same evidence", context.beside),
        ("last sentence", context.latest),
        ("heading", context.headed),
        ("title", context.titled),
        ("few sentences before", context.before),
    ):
        first = True
        for name in names:
            if name.kind == "place":
                continue
            it = found.of(name.canonical, name.kind, name.actor)
            if name.canonical in here:
                it.marks.add(f"also {how}")
                continue
            it.marks.add(f"not here, {how}")
            if name.canonical not in seen:
                it.marks.add(f"{how}; {subject}")
                if first:
                    it.marks.add(f"first of {how}; {subject}")
            seen.add(name.canonical)
            first = False
    near: set[str] = set()
    for name in context.before:
        sort = "person" if name.kind == PERSON else "state" if name.kind == STATE else "party"
        if name.kind != "place" and sort not in near:
            near.add(sort)
            found.of(name.canonical, name.kind, name.actor).marks.add(f"nearest {sort} before; {subject}")
    for rank, name in enumerate(context.names[:_TOLD_MOST]):
        it = found.of(name.canonical, name.kind, name.actor)
        often = ("once", "twice", "often")[min(context.told[name.canonical], 3) - 1]
        if name.canonical in here:
            it.marks.add(f"told {often}")
        else:
            it.marks |= {f"told {often}, not here", f"{'told' if rank else 'most told'}, not here; {subject}"}
    nouns = coreference.nouns_for(clause, lexicon)
    for it in found.candidates.values():
        if it.kind in nouns and not it.marks & INSIDE:
            alone = sum(name.kind == it.kind for name in context.names) == 1
            it.marks |= {"a noun for its kind", f"a noun for its kind, {'the only one' if alone else 'of several'}"}
    for kind, name in context.known_for.items():
        it = found.of(name.canonical, name.kind, name.actor)
        it.marks.add(f"the text's {kind}" if name.canonical in here else f"the text's {kind}, not here; {subject}")
    if (about := context.about) is not None:
        it = found.of(about.canonical, PERSON, about.actor)
        it.marks.add("the title's person" if about.canonical in here else f"the title's person; {subject}")


def _states(
    found: Evidence, clause: Clause, named: dict[int, Name], kind: Kind, context: Context, gazetteer: Gazetteer,
    lexicon: Lexicon,
) -> None:  # fmt: skip
    """States of the places, people and missions told, and of the whole text."""

    def speak(country: str, *why: str) -> None:
        if country:
            found.countries.setdefault(country, set()).update(why)

    party = [it for it in found.candidates.values() if it.inside]
    for it in party:
        if it.actor and it.kind in {PERSON, MISSION, ActorKind.PMC.value}:
            where = min(it.marks & INSIDE, default="meant")
            for state in gazetteer.states_of(it.actor):
                speak(state.countries[0], f"state of a {it.kind}", f"state of a {it.kind}, {where}")
            parent = gazetteer.actors.get(it.actor.parent)
            if parent and parent.kind is ActorKind.ORGANISATION:
                found.of(parent.name, parent.kind.value, parent).marks.add(f"behind a {it.kind}, {where}")
        if it.actor and it.kind not in {STATE, PERSON}:
            for country in it.actor.countries:
                alone = len(it.actor.countries) == 1
                speak(country, f"the {it.kind}'s country" if alone else f"one of the {it.kind}'s countries")
        if it.actor and it.kind == STATE and it.actor.countries:
            speak(it.actor.countries[0], "named", *(f"named, {mark}" for mark in it.marks & INSIDE))
    if kind in BETWEEN_STATES:
        # A venue alone says nothing: talks in New York are not about the United States.
        about = {context.main, context.country, *found.countries}
        for place in found.near:
            if country_of(place) not in about:
                speak(country_of(place), "venue")
        found.near = [place for place in found.near if country_of(place) in about]
    kinds = {it.kind for it in party}
    others = "nobody" if not kinds else "a state" if STATE in kinds else "+".join(sorted(kinds))
    arm = reach.arm(clause, named, lexicon, people=bool(found.people_of))
    site, beside = site_of(found.near), site_of(found.beside)
    for place in found.near:
        speak(country_of(place), "place of the event")
    for place in found.beside:
        speak(country_of(place), "place beside it")
    if site:
        speak(country_of(site), f"site; {others}", f"site; {arm}")
        if site.place:
            speak(country_of(site), f"town; {others}")
    else:
        speak(country_of(beside), f"site beside; {others}", f"site beside; {arm}")
    for country in found.people_of:
        speak(country, "its people")
    speak(reach.told_beside(clause, named, gazetteer), f"told beside; {others}")
    speak(context.main, f"main country; {others}")
    speak(context.country, f"country so far; {others}")
    speak(context.second, f"second country; {others}")
    for how, names in (("same evidence", context.beside), ("last sentence", context.latest), ("title", context.titled)):
        for name in names:
            if name.place or name.kind == STATE:
                speak(country_of(name), f"place of {how}; {others}")
            elif name.actor and name.kind in {PERSON, MISSION}:
                for state in gazetteer.states_of(name.actor):
                    speak(state.countries[0], f"state of one of {how}; {others}")
    found.here = country_of(site) or next(iter(found.people_of), "") or country_of(beside) or context.country
    sure = "here" if site or found.people_of else "supposed here"
    speak(found.here, f"{sure}; {others}", f"{sure}; {arm}", f"{sure}; {arm}; {others}")
    for country, why in found.countries.items():
        if (home := gazetteer.state(country)) is not None:
            found.of(home.name, STATE, home).marks |= why
