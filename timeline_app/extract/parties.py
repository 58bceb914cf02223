"""Whose event it is: actors, the part that each has, countries and place."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from timeline_app.extract import coreference, reach
from timeline_app.extract.clause import Clause
from timeline_app.extract.context import Context
from timeline_app.extract.gazetteer import Gazetteer
from timeline_app.extract.lexicon import Lexicon
from timeline_app.extract.names import Name
from timeline_app.extract.tokens import Token
from timeline_app.model import ActorKind, Kind

STATE, MISSION, PERSON = ActorKind.STATE.value, ActorKind.MISSION.value, ActorKind.PERSON.value
_OF_A_STATE = {
    Kind.COUP,
    Kind.POLITICS,
    Kind.DIPLOMACY,
    Kind.AGREEMENT,
    Kind.DEPLOYMENT,
    Kind.WITHDRAWAL,
    Kind.SANCTION,
    Kind.REBELLION,
}
"""Kinds that are always some state's affair: without any state named, that of the place is a party."""
_HOSTED = {Kind.DEPLOYMENT, Kind.WITHDRAWAL, Kind.DIPLOMACY}
"""Kinds in which the state that receives foreign forces or envoys is a party beside theirs."""
_INNER = {Kind.COUP, Kind.POLITICS, Kind.PROTEST, Kind.REBELLION}
"""Kinds that happen inside one state: where one is named, the one that the text is about has no part in it."""
_STRUCK = {Kind.ATTACK, Kind.REBELLION, Kind.PROTEST}
"""Kinds in which a capital as the object is the town, not its government."""
_BETWEEN = {Kind.DIPLOMACY, Kind.AGREEMENT}
"""Kinds that take place between states: where a text is about two, what names one concerns the other."""
_VENUES = {Kind.DIPLOMACY, Kind.AGREEMENT}


@dataclass(frozen=True, slots=True)
class Parties:
    actors: tuple[str, ...] = ()
    agents: tuple[str, ...] = ()
    patients: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    place: str = ""
    here: str = ""
    why: tuple[tuple[str, str], ...] = field(default=())


def parties(
    clause: Clause, named: dict[int, Name], kind: Kind, context: Context, gazetteer: Gazetteer, lexicon: Lexicon
) -> Parties:
    """`named` gives for each token index the name that it is part of."""
    tokens = clause.sentence.tokens
    found: dict[str, Name] = {}
    places: list[Name] = []
    people_of: list[str] = []
    states: dict[str, str] = {}
    agents: list[str] = []
    patients: list[str] = []
    behind: list[str] = []
    why: list[tuple[str, str]] = []

    def take(name: Name, indexes: Iterable[int]) -> None:
        found.setdefault(name.canonical, name)
        side = set(indexes)
        acting = clause.agents if clause.passive else clause.subject
        acted = clause.subject | clause.objects if clause.passive else clause.objects
        if side & acting and name.canonical not in agents:
            agents.append(name.canonical)
        elif side & acted and name.canonical not in patients:
            patients.append(name.canonical)

    spans: dict[Name, list[int]] = {}
    for index in sorted(clause.core):
        if index in named and index not in clause.time:
            spans.setdefault(named[index], []).append(index)
    for index in reach.attached(clause, named):
        name = named[index]
        if name not in spans and name.kind != "place" and name.canonical not in found:
            spans[name] = [index]
    stands = dict(coreference.called(clause, named, context, lexicon))
    for name, indexes in spans.items():
        first, last = indexes[0], indexes[-1]
        if (name.kind == "place" or name.metonym) and names_an_accord(tokens, first, last, lexicon):
            continue  # "the Algiers accord" says which accord, not where
        before = tokens[max(0, first - (4 if name.demonym else 2)) : first]
        if name.kind == STATE and any(t.norm in lexicon.list("nearness") for t in before):
            continue  # "near the Malian border" is not in Mali
        struck = name.metonym and kind in _STRUCK and bool(clause.objects & set(indexes))
        if name.kind == "place":
            places.append(name)
        elif name.kind != STATE:
            if not (name.metonym and located(tokens, first, lexicon)) and not stands.keys() & set(indexes):
                take(name, indexes)
        elif name.demonym:
            if last + 1 < len(tokens) and _describes_people(tokens, first, last, lexicon):
                people_of += name.actor.countries if name.actor else ()
            else:
                take(name, indexes)
        elif struck or located(tokens, first, lexicon):
            places.append(name)
            people = any(tokens[i].norm in lexicon.list("people_nouns") for i in clause.subject)
            if not name.metonym and first in clause.subject and not people:
                take(name, indexes)
        else:
            take(name, indexes)
    if clause.nominal and not found:
        for index in reach.above(clause, named):
            take(named[index], [])
    if (said := coreference.pronoun(clause, named, context, lexicon)) is not None:
        take(said, clause.subject)
        why.append(("actors", f"pronoun read as {said.canonical}"))
    for index, meant in stands.items():
        if meant.canonical not in found:
            take(meant, [index])
            why.append(("actors", f"{tokens[index].text!r} read as {meant.canonical}"))
    if (acted_on := coreference.acted_on(clause, named, context, lexicon)) is not None:
        take(acted_on, clause.objects)
        why.append(("actors", f"object read as {acted_on.canonical}"))
    if not places:
        near = [named[i] for i in sorted(named) if named[i].kind == "place" and i not in clause.time]
        sites = near if len({_country_of(p) for p in near}) == 1 else []
    else:
        sites = []
    if clause.nominal and not found and not places:
        for index in sorted(clause.wide - clause.core):
            if index in named and named[index].kind == "place":
                places.append(named[index])

    for name in found.values():
        if name.kind == STATE and name.actor:
            states[name.canonical] = name.actor.countries[0] if name.actor.countries else ""
    for name in list(found.values()):
        if name.actor and name.kind in {PERSON, MISSION}:
            for state in gazetteer.states_of(name.actor):
                states.setdefault(state.name, state.countries[0])
            parent = gazetteer.actors.get(name.actor.parent)
            if name.kind == PERSON and parent and parent.kind is ActorKind.ORGANISATION and not parent.countries:
                behind.append(parent.name)
    if kind in _VENUES:
        # A venue alone says nothing: talks in New York are not about the United States.
        about = {context.main, context.country, *states.values()}
        places = [p for p in places if _country_of(p) in about or (p.kind == STATE and not p.metonym)]
    site = _site(places)
    here = (
        _country_of(site)
        or next((c for c in people_of if c), "")
        or _country_of(_site(sites))
        or reach.told_beside(clause, named, gazetteer)
        or context.country
    )
    home = gazetteer.state(here) if here else None
    inner, supposed = kind in _INNER, not (site or sites or people_of)
    elsewhere = here not in states.values()
    beside = any(name.kind == STATE and name not in places for name in spans)
    if home and home.name not in states:
        foreign = bool(states)
        if foreign and inner and supposed:
            reason = ""
        elif reach.has_state_noun(clause, named, lexicon) and not beside:
            reason = "its people act"
        elif foreign and kind in _HOSTED and not _comes_or_goes(kind, found):
            reason = "it is the host"
        elif not foreign and kind in _OF_A_STATE and not _rules_out(kind, found):
            reason = "it is the state of the place"
        elif not foreign and kind is Kind.ATTACK and reach.strikes_a_state(clause, lexicon):
            reason = "its forces are the target"
        elif reach.has_officer(clause, named, lexicon):
            reason = "its officer acts"
        else:
            reason = ""
        if reason:
            states[home.name] = here
            why.append(("actors", f"{home.name}: {reason}"))
    actors = list(dict.fromkeys([*found, *behind, *states]))

    countries: list[str] = [c for c in states.values() if c]
    venue = kind in _VENUES and bool(countries)
    for place in places:
        country = _country_of(place)
        if country and (not venue or (place.kind == STATE and not place.metonym)):
            countries.append(country)
    for name in found.values():
        if name.actor and name.kind in {MISSION, "organisation"} and name.actor.countries:
            members = name.actor.countries
            if name.kind == MISSION:
                at = [c for c in (here, context.main) if c in members][:1] or (
                    [members[0]] if len(members) == 1 else []
                )
                countries += at if not any(_country_of(p) in members for p in places) else []
            elif len(members) > 1 and name.canonical in agents + ([] if agents else list(found)):
                countries += members
    if here and here not in countries and len(set(countries)) <= 1 and not (countries and inner and supposed):
        countries.append(here)
    if kind in _BETWEEN and set(countries) == {context.main} and context.second and not places:
        countries.append(context.second)
    countries += people_of
    if not countries and here:
        countries.append(here)
        why.append(("countries", "the country that the text is about"))
    return Parties(
        tuple(actors), tuple(agents), tuple(patients), tuple(dict.fromkeys(c for c in countries if c)),
        site.place.name if site and site.place else "", here if elsewhere else "", tuple(why),
    )  # fmt: skip


def _describes_people(tokens: tuple[Token, ...], first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether a demonym stands beside a noun for people or things that are no state."""
    people = lexicon.list("people_nouns")
    near = [tokens[i] for i in (last + 1, last + 2, first - 1) if 0 <= i < len(tokens)]
    return any(t.norm in people for t in near)


def names_an_accord(tokens: tuple[Token, ...], first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether a place stands beside "accord" or the like and only says which one."""
    around = {tokens[i].norm for i in (first - 2, first - 1, last + 1, last + 2) if 0 <= i < len(tokens)}
    return bool(lexicon.list("named_after") & around)


def located(tokens: tuple[Token, ...], first: int, lexicon: Lexicon) -> bool:
    """Whether a preposition of place, or an article after one, stands before a name."""
    words = lexicon.list("locatives")
    at = first - 1
    if at >= 0 and tokens[at].norm in lexicon.list("label", "articles") and tokens[at].norm not in words:
        at -= 1
    return at >= 0 and tokens[at].norm in words


def _site(places: list[Name]) -> Name | None:
    """The place that says most: a town before a country."""
    return next((p for p in places if p.place), next(iter(places), None))


def _country_of(name: Name | None) -> str:
    if name is None:
        return ""
    if name.place:
        return name.place.country
    return name.actor.countries[0] if name.actor and name.actor.countries else ""


def _comes_or_goes(kind: Kind, found: dict[str, Name]) -> bool:
    """Whether a mission moves, or a person of another state says so: then the host only receives."""
    return kind is not Kind.DIPLOMACY and any(name.kind in {MISSION, PERSON} for name in found.values())


def _rules_out(kind: Kind, found: dict[str, Name]) -> bool:
    """Whether those named settle the event among themselves: rebels who take a town."""
    return kind is Kind.REBELLION and any(name.kind == ActorKind.ARMED_GROUP.value for name in found.values())
