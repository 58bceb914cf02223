"""How far an event reaches for its parties beyond the names of its own clause."""

from timeline_app.extract.clauses.clause import Clause, is_predicate
from timeline_app.extract.names.gazetteer import Gazetteer
from timeline_app.extract.names.name import Name
from timeline_app.extract.words.lexicon import Lexicon
from timeline_app.model import ActorKind

STATE, PERSON = ActorKind.STATE.value, ActorKind.PERSON.value


def attached(clause: Clause, named: dict[int, Name]) -> list[int]:
    """Names in the participles and relative clauses of the event that tell no event of their own ("led by X")."""
    tokens, found = clause.sentence.tokens, []
    if not clause.sentence.parsed:
        return []
    for index in sorted((clause.wide - clause.core) & named.keys() - clause.dates):
        above = index
        while tokens[above].head not in clause.core and tokens[above].head != above:
            above = tokens[above].head
        role = tokens[above].role
        if role in {"participle", "relative"} or (role == "adverbial" and named[index].kind != STATE):
            found.append(index)
    return found


def above(clause: Clause, named: dict[int, Name]) -> list[int]:
    """The parties of the verb above an event that is a noun without any of its own ("X read out the statement")."""
    tokens, verb = clause.sentence.tokens, clause.predicate
    if not clause.sentence.parsed or verb in clause.dates:
        return []
    while tokens[verb].head != verb and not is_predicate(clause.sentence, verb):
        verb = tokens[verb].head
    found = []
    for index in sorted(named.keys() - clause.wide - clause.dates):
        at, role = index, ""
        while tokens[at].head != at and at != verb and (at == index or not is_predicate(clause.sentence, at)):
            role, at = tokens[at].role, tokens[at].head
        party = role in {"subject", "passive_subject", "object", "agent", "indirect"}
        if at == verb and party and named[index].kind != "place":
            found.append(index)
    return found


def strikes_a_state(clause: Clause, lexicon: Lexicon) -> bool:
    """Whether an attack is on soldiers or on what an army holds."""
    targets, tokens = lexicon.list("targets"), clause.sentence.tokens
    return any(tokens[i].norm in targets for i in clause.wide)


def has_officer(clause: Clause, named: dict[int, Name], lexicon: Lexicon) -> bool:
    """Whether a person without a state of his own in the data package acts under a rank or office of one."""
    tokens, offices = clause.sentence.tokens, lexicon.list("offices")
    for i in sorted(clause.subject | clause.agents):
        name = named.get(i)
        if name and name.kind == PERSON and name.actor is None and i - 1 not in named:
            return bool({tokens[k].norm for k in range(max(0, i - 3), i)} & offices)
    return False


def has_state_noun(clause: Clause, named: dict[int, Name], lexicon: Lexicon) -> bool:
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


def told_beside(clause: Clause, named: dict[int, Name], gazetteer: Gazetteer) -> str:
    """The one state that the sentence names elsewhere, by itself or by one of its leaders, or ''."""
    found = set()
    for index in named.keys() - clause.core - clause.dates:
        actor = named[index].actor
        if actor and named[index].kind in {STATE, PERSON} and index < min(clause.core):
            found |= {country for state in gazetteer.states_of(actor) for country in state.countries[:1]}
    return found.pop() if len(found) == 1 else ""


def has_people(clause: Clause, lexicon: Lexicon) -> bool:
    """Whether those who act or are acted on are people who are no arm of a state: civilians, refugees, herders."""
    people, tokens = lexicon.list("people_nouns"), clause.sentence.tokens
    return any(tokens[i].norm in people for i in clause.subject | clause.objects)


def arm(clause: Clause, named: dict[int, Name], lexicon: Lexicon, *, people: bool) -> str:
    """What of a state the event speaks of without naming it: its officials, its forces as a target, its people."""
    if has_state_noun(clause, named, lexicon):
        return "officials"
    if strikes_a_state(clause, lexicon):
        return "a target"
    if has_officer(clause, named, lexicon):
        return "an officer"
    return "its people" if people or has_people(clause, lexicon) else "no arm"
