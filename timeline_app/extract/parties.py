"""Whose event it is: actors, the part that each has, countries and place."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from timeline_app.extract.clause import Clause
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
_DOMESTIC = {
    Kind.COUP,
    Kind.POLITICS,
    Kind.REBELLION,
    Kind.DIPLOMACY,
    Kind.AGREEMENT,
    Kind.SANCTION,
    Kind.DEPLOYMENT,
    Kind.WITHDRAWAL,
}
"""Of these, those in which the state is a party even beside others that are named."""
_HOSTED = {Kind.DEPLOYMENT, Kind.WITHDRAWAL, Kind.DIPLOMACY}
"""Kinds in which the state that receives foreign forces or envoys is a party beside theirs."""
_STRUCK = {Kind.ATTACK, Kind.REBELLION, Kind.PROTEST}
"""Kinds in which a capital as the object is the town, not its government."""
_BETWEEN = {Kind.DIPLOMACY, Kind.AGREEMENT}
"""Kinds that take place between states: where a text is about two, what names one concerns the other."""
_VENUES = {Kind.DIPLOMACY, Kind.AGREEMENT}


@dataclass(slots=True)
class Context:
    """What the text has said so far: the country that it is about, and whom pronouns may mean."""

    main: str = ""
    second: str = ""
    """The country named next to it, where it is named half as often at least; only with it do two states treat."""
    country: str = ""
    person: Name | None = None
    group: Name | None = None
    before: tuple[Name, ...] = ()
    """Names of the last few sentences, the latest first."""
    called: dict[str, Name] = field(default_factory=dict)
    """Common nouns ("the court") and the name told before that each can mean."""
    known_for: dict[str, Name] = field(default_factory=dict)
    """The one actor of each kind that the whole text is about, where there is one."""


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
    for name, indexes in spans.items():
        first, last = indexes[0], indexes[-1]
        if (name.kind == "place" or name.metonym) and names_an_accord(tokens, first, last, lexicon):
            continue  # "the Algiers accord" says which accord, not where
        struck = name.metonym and kind in _STRUCK and bool(clause.objects & set(indexes))
        if name.kind == "place":
            places.append(name)
        elif name.kind != STATE:
            take(name, indexes)
        elif name.demonym:
            if last + 1 < len(tokens) and _describes_people(tokens, first, last, lexicon):
                people_of += name.actor.countries if name.actor else ()
            else:
                take(name, indexes)
        elif struck or located(tokens, first, lexicon):
            places.append(name)
            if not name.metonym and first in clause.subject:
                take(name, indexes)
        else:
            take(name, indexes)
    if (said := _pronoun(clause, named, context, lexicon)) is not None:
        take(said, clause.subject)
        why.append(("actors", f"pronoun read as {said.canonical}"))
    for index, meant in _called(clause, named, context, lexicon):
        if meant.canonical not in found:
            take(meant, [index])
            why.append(("actors", f"{tokens[index].text!r} read as {meant.canonical}"))
    if (acted_on := _object(clause, named, context, lexicon)) is not None:
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
    here = _country_of(site) or next((c for c in people_of if c), "") or _country_of(_site(sites)) or context.country
    home = gazetteer.state(here) if here else None
    elsewhere = here not in states.values()
    if home and home.name not in states:
        foreign = bool(states)
        if _has_state_noun(clause, named, lexicon) and not _demonym_beside(clause, named):
            reason = "its people act"
        elif foreign and kind in _HOSTED:
            reason = "it is the host"
        elif not foreign and kind in _OF_A_STATE and (not found or kind in _DOMESTIC):
            reason = "it is the state of the place"
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
    if here and here not in countries and len(set(countries)) <= 1:
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


def _has_state_noun(clause: Clause, named: dict[int, Name], lexicon: Lexicon) -> bool:
    """Whether a party of the clause is soldiers, an office or another arm of some state."""
    nouns, tokens = lexicon.list("state_nouns"), clause.sentence.tokens
    for i in clause.core - clause.time:
        if tokens[i].norm not in nouns or i in named:
            continue
        phrase = next((p for p in (clause.subject, clause.objects, clause.agents) if i in p), None)
        if not clause.sentence.parsed or clause.nominal:
            return True
        if phrase and (
            tokens[i].head not in phrase or tokens[i].role in {"compound", "possessor", "conjunct", "inner", "modifier"}
        ):
            return True
    return False


def _demonym_beside(clause: Clause, named: dict[int, Name]) -> bool:
    return any(named[i].kind == STATE for i in clause.core if i in named)


def _called(clause: Clause, named: dict[int, Name], context: Context, lexicon: Lexicon) -> list[tuple[int, Name]]:
    """Parties that the clause names by a common noun with a definite article: "the court", "the mission"."""
    tokens, children = clause.sentence.tokens, clause.sentence.children
    if not clause.sentence.parsed:
        return []
    definite = lexicon.list("definite")
    found = []
    for i in sorted((clause.subject | clause.objects | clause.agents) & clause.core):
        below = [tokens[c] for c in children[i]]
        bare = not any(i in named or c.index in named or c.pos == "PROPN" for c in below)
        if i not in named and bare and tokens[i].norm in context.called and any(c.norm in definite for c in below):
            found.append((i, context.called[tokens[i].norm]))
    return found


def _object(clause: Clause, named: dict[int, Name], context: Context, lexicon: Lexicon) -> Name | None:
    """Whom an object pronoun means: the one person named before it in the sentence, else the one of the last."""
    tokens = clause.sentence.tokens
    at = next(
        (
            i
            for i in sorted(clause.objects)
            if tokens[i].norm in lexicon.list("object_pronouns") and tokens[i].pos == "PRON"
        ),
        None,
    )
    if at is None:
        return None
    before = [n for i, n in sorted(named.items()) if i < at and n.kind == PERSON and i not in clause.subject]
    return (before[-1] if len({n.canonical for n in before}) == 1 else None) if before else context.person


def _pronoun(clause: Clause, named: dict[int, Name], context: Context, lexicon: Lexicon) -> Name | None:
    """Whom the subject means, where it is a pronoun or a bare "the group" and only one name fits."""
    words = [clause.sentence.tokens[i] for i in sorted(clause.subject)]
    if not words or len(words) > 2:
        return None
    norm = words[-1].norm
    if len(words) == 1 and norm in lexicon.list("person_pronouns") | lexicon.list("any_pronouns"):
        before = [n for i, n in sorted(named.items()) if i < words[0].index and n.kind == PERSON]
        if before:
            # "X said that he ...": the speaker, or the only one named so far.
            return before[0] if clause.governors or len({n.canonical for n in before}) == 1 else None
    if len(words) == 1 and norm in lexicon.list("person_pronouns"):
        return context.person
    if len(words) == 1 and norm in lexicon.list("thing_pronouns"):
        return context.group
    if len(words) == 1 and norm in lexicon.list("any_pronouns"):
        return context.person or context.group
    kind = lexicon.table("group_nouns").get(norm)
    if kind and len(words) == 2 and words[0].norm in lexicon.list("definite"):
        fitting = [n for n in context.before if n.kind == kind]
        return fitting[0] if len({n.canonical for n in fitting}) == 1 else context.known_for.get(kind)
    return None
