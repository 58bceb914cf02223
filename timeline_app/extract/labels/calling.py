"""What a headline calls by name where the clause has a common noun: "the army" -> "Malian army", "the town" -> "Boni".

A headline stands alone: who reads it on a timeline does not see the sentence before. A name is supplied only where one
fits; else the noun stays.
"""

import re

from timeline_app.extract.clauses.clause import Clause
from timeline_app.extract.names.context import Context
from timeline_app.extract.names.name import Name
from timeline_app.extract.words.lexicon import Lexicon

_BESIDE = {"compound", "modifier"}
"""Roles of the words that stand between a noun and what says whose it is."""


def called(clause: Clause, named: dict[int, Name], context: Context, country: str, lexicon: Lexicon) -> dict[int, str]:
    """For token indexes of the clause the words that a headline has in their place. `country` (ISO 3166-1 alpha-2) is
    whose the army, the government, the north are; '' where that is not sure."""
    if not clause.sentence.parsed:
        return {}
    words: dict[int, str] = {}
    tokens = clause.sentence.tokens
    # What a sentence with two states calls "the army" may be that of either; "the country" is no people named beside.
    others = {name for name in named.values() if _state_of(name) not in {"", country}}
    known = any(i in named and (_state_of(named[i]) or named[i].kind == "person") for i in clause.core)
    told, shared = known or bool(others), any(not name.demonym for name in others)
    for i in sorted(clause.core - clause.dates - clause.time):
        if i in named or tokens[i].pos != "NOUN" or not _bare(clause, i, named, lexicon):
            continue
        if tokens[i].norm in lexicon.list("label", "countries"):
            words |= {} if shared or not country else _country(clause, i, lexicon.country_name(country), lexicon)
        elif found := _town(clause, i, named, context, lexicon):
            words |= found
        elif country and not told and (found := _of_state(clause, i, country, lexicon)):
            words |= found
            told = True
    return words


def spoken(canonical: str, context: Context, lexicon: Lexicon) -> str:
    """A party as a text in this language names it: as this one does, else as the data package says."""
    name = next((n for n in context.names if n.canonical == canonical), None)
    if name is None or name.kind == "person" or canonical.isupper() or lexicon.words["label"]["package_names"]:
        return canonical
    aliases = name.actor.aliases.get(lexicon.lang, ()) if name.actor else ()
    full = (
        name.text if not name.metonym and not name.demonym else next((a for a in aliases if a[:1].isupper()), canonical)
    )
    if name.kind == "state" and name.actor and name.actor.countries:
        full = lexicon.country_name(name.actor.countries[0]) or full
    return str(lexicon.words["with_article"].get(full, full))


def _state_of(name: Name) -> str:
    """The state that a name says: itself or its people, not a capital, which may be but a place."""
    state = name.kind == "state" and not name.metonym and name.actor
    return name.actor.countries[0] if state and name.actor and name.actor.countries else ""


def _bare(clause: Clause, index: int, named: dict[int, Name], lexicon: Lexicon) -> bool:
    """Whether nothing beside a noun says which one it is, and it is no new one ("a court")."""
    tokens, children = clause.sentence.tokens, clause.sentence.children
    if tokens[index].role == "possessor" or "'s" in (tokens[i].norm for i in range(max(0, index - 2), index)):
        return False
    above = children[tokens[index].head] if tokens[index].role == "compound" else ()
    if any(tokens[i].role == "possessor" for i in above):
        return False
    for child in children[index]:
        if tokens[child].role == "possessor" or tokens[child].norm in lexicon.list("label", "new"):
            return False
        if tokens[child].role in {"participle", "apposition", "conjunct"}:
            continue
        if any(i in named or tokens[i].pos == "PROPN" for i in clause.sentence.subtree(child)):
            return False
    return index == 0 or index - 1 not in named


def _town(clause: Clause, index: int, named: dict[int, Name], context: Context, lexicon: Lexicon) -> dict[int, str]:
    """The place told last, for "the town"."""
    tokens = clause.sentence.tokens
    if tokens[index].norm not in lexicon.list("label", "towns") or not index:
        return {}
    article, fused = tokens[index - 1].norm, lexicon.table("label", "fused")
    if article not in lexicon.list("definite") and article not in fused:
        return {}
    if any(named[i].kind == "place" for i in clause.core if i in named):
        return {}
    here = [named[i] for i in sorted(named) if i < index and named[i].kind == "place"]
    before = next((n for n in context.before if n.kind == "place"), None)
    found = here[-1] if here else before
    return {index - 1: fused.get(article, ""), index: found.text} if found and found.place else {}


def _of_state(clause: Clause, index: int, country: str, lexicon: Lexicon) -> dict[int, str]:
    """Words that say whose a noun is: its state's adjective or name."""
    token = clause.sentence.tokens[index]
    state = lexicon.country_name(country)
    if not state:
        return {}
    if region := lexicon.table("label", "regions").get(token.norm, ""):
        return {index: region.format(state=state, of=_of(state, lexicon))}
    if token.norm in lexicon.list("label", "of_adjective") and (word := _adjective(clause, index, country, lexicon)):
        return _beside(clause, index, word, lexicon)
    if token.norm in lexicon.list("label", "of_name"):
        return _beside(clause, index, lexicon.words["label"]["of"].format(state=state), lexicon)
    return {}


def _country(clause: Clause, index: int, state: str, lexicon: Lexicon) -> dict[int, str]:
    """The name for "the country", with the article or the preposition that it takes."""
    tokens = clause.sentence.tokens
    if not state:
        return {}
    with_article = lexicon.words["with_article"].get(state, "")
    before = tokens[index - 1].norm if index else ""
    if not with_article:
        return {index: state} if before in lexicon.list("definite") else {}
    article, _, bare = with_article.partition(" ")
    if before == "le" and index > 1 and tokens[index - 2].norm == "dans":
        return {index - 2: lexicon.words["locative_forms"].get(state, ""), index - 1: "", index: ""}
    if before == "le":
        return {index - 1: "", index: with_article}
    return {index: bare} if article == "le" and before in {"du", "au"} else {}


def _of(state: str, lexicon: Lexicon) -> str:
    with_article = lexicon.words["with_article"].get(state, state)
    for pattern, form in lexicon.words["label"]["of_forms"]:
        if re.search(pattern, with_article):
            return re.sub(pattern, form, with_article, count=1)
    return with_article


def _adjective(clause: Clause, index: int, country: str, lexicon: Lexicon) -> str:
    """The adjective of a state, in the gender and number of its noun where the language has them."""
    word = lexicon.words["adjectives"].get(country, "")
    morph = clause.sentence.tokens[index].morph
    for feature, pattern, form in lexicon.words["label"]["agreement"]:
        if word and feature in morph and re.search(pattern, word):
            word = re.sub(pattern, form, word, count=1)
    return str(word)


def _beside(clause: Clause, index: int, word: str, lexicon: Lexicon) -> dict[int, str]:
    """The word put before the noun and what stands close to it, or behind, as the language has it."""
    tokens, children = clause.sentence.tokens, clause.sentence.children
    step = 1 if lexicon.words["label"]["adjective_behind"] else -1
    at = index
    while (
        at + step in children[index]
        and tokens[at + step].role in _BESIDE
        and tokens[at + step].norm not in lexicon.list("label", "counting")
    ):
        at += step
    text = tokens[at].text
    return {at: f"{text} {word}" if step > 0 else f"{word} {text[:1].lower() + text[1:] if at == 0 else text}"}
