"""A first reading of who takes part, by rules: what is taken and which rule takes it.

The rules see an event as a reader would: whom its clause names, whose place it is, which kinds of events are always
some state's affair. They hit some eight times in ten where the clause names a party, and five where none is named;
so they propose, and `choice` weighs what they say beside everything else.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from timeline_app.extract.clauses.clause import Clause
from timeline_app.extract.names.context import Context
from timeline_app.extract.names.gazetteer import Gazetteer
from timeline_app.extract.names.name import Name, country_of, site_of
from timeline_app.extract.parties import coreference, reach, zones
from timeline_app.extract.words.lexicon import Lexicon
from timeline_app.model import ActorKind, Kind

STATE, MISSION, PERSON = ActorKind.STATE.value, ActorKind.MISSION.value, ActorKind.PERSON.value
_OF_A_STATE = {
    Kind.COUP, Kind.POLITICS, Kind.DIPLOMACY, Kind.AGREEMENT, Kind.DEPLOYMENT, Kind.WITHDRAWAL, Kind.SANCTION,
    Kind.REBELLION,
}  # fmt: skip
"""Kinds that are always some state's affair: without any state named, that of the place is a party."""
_HOSTED = {Kind.DEPLOYMENT, Kind.WITHDRAWAL, Kind.DIPLOMACY}
"""Kinds in which the state that receives foreign forces or envoys is a party beside theirs."""
_INNER = {Kind.COUP, Kind.POLITICS, Kind.PROTEST, Kind.REBELLION}
"""Kinds that happen inside one state: where one is named, the one that the text is about has no part in it."""
_STRUCK = {Kind.ATTACK, Kind.REBELLION, Kind.PROTEST}
"""Kinds in which a capital as the object is the town, not its government."""
BETWEEN_STATES = {Kind.DIPLOMACY, Kind.AGREEMENT}
"""Kinds that take place between states: their places may be venues alone, and where a text is about two states, what
names one concerns the other."""


@dataclass(slots=True)
class Proposal:
    """For each actor by its canonical name, and each country, the rule that takes it."""

    actors: dict[str, str] = field(default_factory=dict)
    countries: dict[str, str] = field(default_factory=dict)
    found: dict[str, Name] = field(default_factory=dict)
    places: list[Name] = field(default_factory=list)
    people_of: list[str] = field(default_factory=list)

    def take(self, name: Name, rule: str) -> None:
        self.found.setdefault(name.canonical, name)
        self.actors.setdefault(name.canonical, rule)

    def about(self, countries: Iterable[str], rule: str) -> None:
        for country in countries:
            if country:
                self.countries.setdefault(country, rule)


def propose(
    clause: Clause, named: dict[int, Name], kind: Kind, context: Context, gazetteer: Gazetteer, lexicon: Lexicon
) -> Proposal:
    """What the rules take; `named` gives for each token index its name."""
    made = Proposal()
    spans = _take_named(made, clause, named, kind, context, lexicon)
    near = []
    if not made.places:
        near = [named[i] for i in sorted(named) if named[i].kind == "place" and i not in clause.time]
        near = near if len({country_of(place) for place in near}) == 1 else []
    if clause.nominal and not made.found and not made.places:
        made.places += [named[i] for i in sorted(clause.wide - clause.core) if i in named and named[i].kind == "place"]
    states = {
        name.canonical: name.actor.countries[0] if name.actor.countries else ""
        for name in made.found.values()
        if name.kind == STATE and name.actor
    }
    for name in list(made.found.values()):
        if name.actor and name.kind in {PERSON, MISSION}:
            for state in gazetteer.states_of(name.actor):
                states.setdefault(state.name, state.countries[0])
                made.actors.setdefault(state.name, f"state of a {name.kind}")
            parent = gazetteer.actors.get(name.actor.parent)
            if name.kind == PERSON and parent and parent.kind is ActorKind.ORGANISATION and not parent.countries:
                made.actors.setdefault(parent.name, "behind a person")
    if kind in BETWEEN_STATES:
        # A venue alone says nothing: talks in New York are not about the United States.
        about = {context.main, context.country, *states.values()}
        made.places = [p for p in made.places if country_of(p) in about or (p.kind == STATE and not p.metonym)]
    site = site_of(made.places)
    here = (
        country_of(site)
        or next(iter(made.people_of), "")
        or country_of(site_of(near))
        or reach.told_beside(clause, named, gazetteer)
        or context.country
    )
    supposed = not (site or near or made.people_of)
    home = gazetteer.state(here) if here else None
    beside = any(name.kind == STATE and name not in made.places for name in spans)
    if home is None or home.name in states:
        rule = ""
    else:
        rule = _why_its_state(clause, named, kind, made, lexicon, bool(states), supposed, beside)
    if home and rule:
        states[home.name] = here
        made.actors.setdefault(home.name, rule)
    _countries(made, kind, context, states, here, supposed)
    return made


def _take_named(
    made: Proposal, clause: Clause, named: dict[int, Name], kind: Kind, context: Context, lexicon: Lexicon
) -> dict[Name, list[int]]:
    """Take whom the event names or means; returns the names with their token indexes."""
    tokens = clause.sentence.tokens
    spans: dict[Name, list[int]] = {}
    for index in sorted(clause.core - clause.time):
        if index in named:
            spans.setdefault(named[index], []).append(index)
    for index in reach.attached(clause, named):
        if named[index] not in spans and named[index].kind != "place" and named[index].canonical not in made.found:
            spans[named[index]] = [index]
    stands = dict(coreference.called(clause, named, context, lexicon))
    for name, indexes in spans.items():
        first, last = indexes[0], indexes[-1]
        located = zones.located(tokens, first, lexicon)
        if (name.kind == "place" or name.metonym) and zones.names_an_accord(tokens, first, last, lexicon):
            continue  # "the Algiers accord" says which accord, not where
        if name.kind == STATE and zones.is_near(tokens, name, first, lexicon):
            continue
        struck = name.metonym and kind in _STRUCK and bool(clause.objects & set(indexes))
        if name.kind == "place":
            made.places.append(name)
        elif name.kind != STATE:
            if not (name.metonym and located) and not stands.keys() & set(indexes):
                made.take(name, "named")
        elif name.demonym:
            if last + 1 < len(tokens) and zones.describes_people(tokens, first, last, lexicon):
                made.people_of += name.actor.countries if name.actor else ()
            else:
                made.take(name, "demonym")
        elif struck or located:
            made.places.append(name)
            people = any(tokens[i].norm in lexicon.list("people_nouns") for i in clause.subject)
            if not name.metonym and first in clause.subject and not people:
                made.take(name, "located subject")
        else:
            made.take(name, "state named")
    if clause.nominal and not made.found:
        for index in reach.above(clause, named):
            made.take(named[index], "of the verb above")
    for name in coreference.pronoun(clause, named, context, lexicon):
        made.take(name, "pronoun")
    for name in stands.values():
        made.take(name, "common noun")
    if (acted_on := coreference.acted_on(clause, named, context, lexicon)) is not None:
        made.take(acted_on, "object pronoun")
    return spans


def _why_its_state(
    clause: Clause, named: dict[int, Name], kind: Kind, made: Proposal, lexicon: Lexicon, foreign: bool, supposed: bool,
    beside: bool,
) -> str:  # fmt: skip
    """Why the state of the place is a party although the event does not name it, or ''. `foreign`: another state is a
    party; `supposed`: only the text says where it is; `beside`: the event names a state that is not its place."""
    kinds = {name.kind for name in made.found.values()}
    if foreign and kind in _INNER and supposed:
        return ""
    if reach.has_state_noun(clause, named, lexicon) and not beside:
        return "its people act"
    if foreign and kind in _HOSTED and (kind is Kind.DIPLOMACY or not kinds & {MISSION, PERSON}):
        return "it is the host"
    settled = kind is Kind.REBELLION and ActorKind.ARMED_GROUP.value in kinds
    if not foreign and kind in _OF_A_STATE and not settled:
        return "it is the state of the place"
    if not foreign and kind is Kind.ATTACK and reach.strikes_a_state(clause, lexicon):
        return "its forces are the target"
    return "its officer acts" if reach.has_officer(clause, named, lexicon) else ""


def _countries(made: Proposal, kind: Kind, context: Context, states: dict[str, str], here: str, supposed: bool) -> None:
    """The countries of the parties and of the place."""
    made.about(states.values(), "a party's")
    venue = kind in BETWEEN_STATES and bool(made.countries)
    for place in made.places:
        if not venue or (place.kind == STATE and not place.metonym):
            made.about([country_of(place)], "place")
    at = {country_of(place) for place in made.places}
    acting = [name for name in made.found.values() if name.actor and name.actor.countries]
    for name in acting:
        assert name.actor
        members = name.actor.countries
        if name.kind == MISSION and not at & set(members):
            alone = [members[0]] if len(members) == 1 else []
            made.about([c for c in (here, context.main) if c in members][:1] or alone, "a mission's")
        elif name.kind == ActorKind.ORGANISATION.value and len(members) > 1:
            made.about(members, "a member's")
    if here not in made.countries and len(made.countries) <= 1 and not (made.countries and kind in _INNER and supposed):
        made.about([here], "here")
    if kind in BETWEEN_STATES and set(made.countries) == {context.main} and not made.places:
        made.about([context.second], "second country")
    made.about(made.people_of, "its people")
    if not made.countries:
        made.about([here], "here")
