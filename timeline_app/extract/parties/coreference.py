"""Whom the words mean that are no names: pronouns, "the court", "the group", "his"."""

import re

from timeline_app.extract.clauses.clause import Clause, is_predicate, phrase_of
from timeline_app.extract.names.context import Context
from timeline_app.extract.names.name import Name
from timeline_app.extract.words.folding import fold
from timeline_app.extract.words.lexicon import Lexicon
from timeline_app.model import ActorKind

PERSON = ActorKind.PERSON.value


def called(clause: Clause, named: dict[int, Name], context: Context, lexicon: Lexicon) -> list[tuple[int, Name]]:
    """Parties that the clause names by a common noun: "the court", "the mission", "two peacekeepers"."""
    tokens, children = clause.sentence.tokens, clause.sentence.children
    if not clause.sentence.parsed:
        return []
    definite, stand_ins = lexicon.list("definite"), lexicon.table("stand_ins")
    groups = lexicon.table("group_nouns")
    found = []
    for i in sorted(clause.core - clause.time):
        norm = tokens[i].norm
        if tokens[i].pos not in {"NOUN", "PROPN"}:
            continue
        if norm in stand_ins and (meant := _last(stand_ins[norm], context)):
            found.append((i, meant))
        if i in named or norm in stand_ins:
            continue
        below = [tokens[c] for c in children[i]]
        bare = not any(c.index in named or c.pos == "PROPN" for c in below)
        if not bare or not any(c.norm in definite for c in below):
            continue
        party = i in clause.subject | clause.objects | clause.agents
        if norm in context.called and party:
            found.append((i, context.called[norm]))
        elif norm in groups and (meant := _last(groups[norm], context)):
            found.append((i, meant))
    return found


def _last(kind: str, context: Context) -> Name | None:
    """The actor of a kind that is meant: the only one told lately, or the one that the text is about."""
    fitting = [name for name in context.before if name.kind == kind]
    return fitting[0] if len({name.canonical for name in fitting}) == 1 else context.known_for.get(kind)


def _he(context: Context, lexicon: Lexicon) -> Name | None:
    """The person of the title where the sentence before speaks of him as "he" too, else the one that it names."""
    words = {fold(word) for word in re.findall(r"\w+", context.last)}
    if context.about and (context.person is None or words & lexicon.list("person_pronouns")):
        return context.about
    return context.person


def _latest(context: Context) -> Name | None:
    """The person told last."""
    return next((name for name in context.before if name.kind == PERSON), None)


def acted_on(clause: Clause, named: dict[int, Name], context: Context, lexicon: Lexicon) -> Name | None:
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


def pronoun(clause: Clause, named: dict[int, Name], context: Context, lexicon: Lexicon) -> list[Name]:
    """Whom the subject means, where it is a pronoun or a bare "the group" and only one reading fits."""
    words = [clause.sentence.tokens[i] for i in sorted(clause.subject)]
    if not words or len(words) > 2:
        return []
    norm = words[-1].norm
    person, thing = lexicon.list("person_pronouns"), lexicon.list("thing_pronouns")
    either = lexicon.list("any_pronouns")
    if len(words) == 1 and norm in person | thing | either | lexicon.list("many_pronouns"):
        above = [
            n
            for n in _subject_above(clause, named)
            if not (norm in thing and n.kind == PERSON) and not (norm in person and n.kind != PERSON)
        ]
        if above:
            return above if norm in lexicon.list("many_pronouns") else above[:1]
    if len(words) == 1 and norm in person | either:
        before = [n for i, n in sorted(named.items()) if i < words[0].index and n.kind == PERSON]
        if before:
            # "X said that he ...": the speaker, or the only one named so far.
            return before[:1] if clause.governors or len({n.canonical for n in before}) == 1 else []
    meant: Name | None = None
    if len(words) == 1 and norm in person:
        meant = _he(context, lexicon)
    elif len(words) == 1 and norm in thing:
        meant = context.group
    elif len(words) == 1 and norm in either:
        meant = context.person or context.group or _latest(context)
    elif len(words) == 2 and words[0].norm in lexicon.list("definite"):
        kind = lexicon.table("group_nouns").get(norm)
        meant = _last(kind, context) if kind else None
    return [meant] if meant else []


def _subject_above(clause: Clause, named: dict[int, Name]) -> list[Name]:
    """The named subject of the nearest verb above, where it stands before the pronoun: "JNIM said it had ..."."""
    sentence, first = clause.sentence, min(clause.subject)
    tokens, here = sentence.tokens, clause.predicate
    if not sentence.parsed:
        return []
    while tokens[here].head != here:
        here = tokens[here].head
        if not is_predicate(sentence, here):
            continue
        for child in sentence.children[here]:
            if tokens[child].role in {"subject", "passive_subject"} and child < first:
                heads = [i for i in sorted(phrase_of(sentence, child)) if i in named and i < first]
                found = list(dict.fromkeys(named[i] for i in heads if named[i].kind != "place"))
                if found:
                    return found
    return []


def owners(clause: Clause, named: dict[int, Name], context: Context, lexicon: Lexicon) -> list[tuple[str, Name]]:
    """Whom "his", "its" and the like can mean in the event: the nearest person, state and other party before it."""
    his, its = lexicon.list("his"), lexicon.list("its")
    at = next((t for t in clause.tokens(clause.core) if t.norm in his | its), None)
    if at is None:
        return []
    before = [n for i, n in sorted(named.items(), reverse=True) if i < at.index and i not in clause.dates]
    found: dict[str, Name] = {}
    for name in (*before, *context.before):
        sort = name.kind if name.kind in {PERSON, "state", "place"} else "party"
        fits = at.norm in (his if sort == PERSON else its)
        if fits and sort != "place" and not name.demonym:
            found.setdefault(sort, name)
    return list(found.items())


def nouns_for(clause: Clause, lexicon: Lexicon) -> set[str]:
    """The kinds of actors that the event's common nouns can stand for."""
    groups, stand_ins = lexicon.table("group_nouns"), lexicon.table("stand_ins")
    norms = {t.norm for t in clause.tokens(clause.core)}
    return {kind for table in (groups, stand_ins) for noun, kind in table.items() if noun in norms}
