"""Verbs in the tense of headlines: "was killed" -> "killed", "has announced" -> "announces", "will meet" -> "to meet"."""

import re

from timeline_app.extract.attach import Clause
from timeline_app.extract.folding import fold
from timeline_app.extract.lexicon import Lexicon
from timeline_app.extract.tokens import Token
from timeline_app.model import Status

_AUXILIARY = {"auxiliary", "passive_auxiliary"}


def present(clause: Clause, status: Status, lexicon: Lexicon) -> tuple[list[str], set[int]]:
    """The words of the verb as a headline has them, and the indexes of the words that they stand for.

    Empty where the verb is better left as it is: negated, modal, or not understood.
    """
    tokens, children = clause.sentence.tokens, clause.sentence.children
    place = _top(clause)
    verb = tokens[place]
    helpers = [c for c in children[place] if tokens[c].role in _AUXILIARY]
    norms = {tokens[h].norm for h in helpers}
    negative = [c for c in children[place] if tokens[c].norm in lexicon.list("label", "negative")]
    if negative or norms & lexicon.list("verbs", "modals") - lexicon.list("status", "future"):
        return [], set()
    used = {place, *helpers}
    future = lexicon.list("status", "future")
    if norms & future:
        stem = lexicon.words["label"]["future"]
        passive = any(tokens[h].role == "passive_auxiliary" for h in helpers)
        rest = [tokens[h].text for h in helpers if tokens[h].norm not in future and passive]
        return [stem, *rest, verb.text], used
    if any("Mood=Cnd" in tokens[h].morph or "Tense=Fut" in tokens[h].morph for h in helpers):
        return [], set()
    if clause.passive:
        return [verb.text], used
    if verb.role == "participle":
        return [], set()
    if verb.tag in {"VBG"}:
        return [], set()
    plural = _plural(clause, lexicon)
    said = finite(verb, plural, lexicon)
    return ([said], used) if said else ([], set())


def _top(clause: Clause) -> int:
    tokens, here = clause.sentence.tokens, clause.predicate
    while tokens[here].role == "open" and tokens[here].head != here:
        here = tokens[here].head
    return here


def _plural(clause: Clause, lexicon: Lexicon) -> bool:
    marks = lexicon.words["verbs"]["plural"]
    tokens = clause.sentence.tokens
    heads = [i for i in clause.subject if tokens[i].head not in clause.subject or tokens[i].head == i]
    joined = any(tokens[i].role == "conjunct" and tokens[i].head in heads for i in clause.subject)
    return joined or any(tokens[i].tag in marks or any(m in tokens[i].morph for m in marks) for i in heads)


def finite(verb: Token, plural: bool, lexicon: Lexicon) -> str:
    """The present of a verb in the third person, or '' where it is not known."""
    table = lexicon.words["verbs"]
    past = verb.tag in {"VBD", "VBN"} or "Tense=Past" in verb.morph or "Tense=Imp" in verb.morph
    if not past:
        return verb.text
    low = verb.text.lower()
    if plural and (known := table.get("irregular_plural", {}).get(low)):
        return known
    known = table["irregular"].get(low) or table["irregular"].get(re.sub(r"(?<=[^e])e?s$", "", low), "")
    if known and not plural:
        return known
    if "Part" in verb.morph and "plural_person" in table:
        for ending, new in table["third_person"]:
            if re.search(ending, low):
                known = re.sub(ending, new, low)
                break
        if plural and known:
            ending, new = next((e, n) for e, n in table["plural_person"] if re.search(e, known))
            known = re.sub(ending, new, known)
        return known or ""
    if "plural_person" in table:
        return ""
    base = verb.lemma.lower()
    if plural:
        return base
    for ending, new in table["third_person"]:
        if re.search(ending, base):
            return re.sub(ending, new, base, count=1)
    return fold(base)
