"""Whose event it is: actors, the part that each has, countries and place."""

from dataclasses import dataclass, field

from timeline_app.extract.clauses.clause import Clause
from timeline_app.extract.names.context import Context
from timeline_app.extract.names.gazetteer import Gazetteer
from timeline_app.extract.names.name import Name, site_of
from timeline_app.extract.parties import choice
from timeline_app.extract.parties.candidates import Candidate, gather
from timeline_app.extract.words.lexicon import Lexicon
from timeline_app.model import ActorKind, Kind


@dataclass(frozen=True, slots=True)
class Parties:
    """`here` is the country in which it happens unless the event tells its state or one of its people; `supposed` says
    that a state is a party that the event does not name; `subject` is whom its pronoun means, or ''."""

    actors: tuple[str, ...] = ()
    agents: tuple[str, ...] = ()
    patients: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    place: str = ""
    here: str = ""
    subject: str = ""
    supposed: bool = False
    why: tuple[tuple[str, str], ...] = field(default=())


def parties(
    clause: Clause, named: dict[int, Name], kind: Kind, context: Context, gazetteer: Gazetteer, lexicon: Lexicon,
    source: frozenset[int] = frozenset(),
) -> Parties:  # fmt: skip
    """`named` gives for each token index the name that it is part of; `source` the words of whoever says so."""
    evidence = gather(clause, named, kind, context, gazetteer, lexicon, source)
    chosen = choice.parties_of(evidence, kind)
    countries = choice.countries_of(evidence, kind, chosen)
    part = {it.canonical for it in chosen}
    places = [*evidence.near, *(name for name in evidence.towns if name.canonical not in part)]
    site = site_of(places)
    read = [(name, how) for name, how in evidence.read if name in part]
    spoken = [name for name, how in evidence.read if how == "pronoun"]
    supplied = [it for it in chosen if not it.inside]
    told = [it for it in chosen if it.inside or any(mark.startswith("state of a ") for mark in it.marks)]
    home = {it.actor.countries[0] for it in told if it.kind == ActorKind.STATE and it.actor and it.actor.countries}
    agents, patients = _sides(clause, chosen)
    return Parties(
        actors=tuple(it.canonical for it in chosen),
        agents=agents,
        patients=patients,
        countries=tuple(countries),
        place=site.place.name if site and site.place else "",
        here="" if evidence.here in home else evidence.here,
        subject=spoken[0] if len(spoken) == 1 else "",
        supposed=any(it.kind == ActorKind.STATE for it in supplied),
        why=(
            *(("actors", f"{how} read as {name}") for name, how in read),
            *(("actors", f"{it.canonical}: {choice.strongest(it, kind)}") for it in supplied),
        ),
    )


def _sides(clause: Clause, chosen: list[Candidate]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who of the parties acts, and who is acted on, where the parse shows it."""
    acting = clause.agents if clause.passive else clause.subject
    acted = clause.subject | clause.objects if clause.passive else clause.objects
    agents = tuple(it.canonical for it in chosen if it.indexes & acting)
    patients = tuple(it.canonical for it in chosen if it.indexes & acted and it.canonical not in agents)
    return agents, patients
