"""Events that a date is named for, told right behind it: "until 5 May, *when* soldiers arrested him", "it fell on
Monday, two days after *the garrison had left*".
"""

from timeline_app.extract.clauses.clause import Clause, clause_at, is_predicate
from timeline_app.extract.words.lexicon import Lexicon
from timeline_app.extract.words.tokens import Sentence

_SURE = 2.0
"""What a noun at least weighs that tells an event when a date is counted from it; others do where they name somebody
("the fall of Baga"), and else only say from when."""
_NEAR = 4
"""Words at most between a date and the "when" that belongs to it: a comma, "the day on"."""


def behind_date(
    sentence: Sentence, span: tuple[int, int], others: list[tuple[int, int]], lexicon: Lexicon, *, counted: bool
) -> Clause | None:
    """The clause behind the date at `span`, where the date is told for its sake; `None` where it is not."""
    inside = frozenset(t.index for t in sentence.within(*span))
    if not inside:
        return None
    found = _counted(sentence, inside, lexicon) if counted else _when(sentence, inside, others, lexicon)
    if found is None:
        return None
    how = f"told behind the date with {sentence.tokens[found].text!r}"
    return clause_at(sentence, found, not is_predicate(sentence, found), inside, others, how)


def counts(sentence: Sentence, span: tuple[int, int], lexicon: Lexicon) -> bool:
    """Whether an expression ends with, or stands before, a word like "after" that it counts from."""
    inside = [t.index for t in sentence.within(*span)]
    words = lexicon.list("counted_from")
    return bool(inside) and any(t.norm in words for t in sentence.tokens[inside[-1] : inside[-1] + 2])


def _counted(sentence: Sentence, inside: frozenset[int], lexicon: Lexicon) -> int | None:
    """The first verb, else the event noun, up to the comma behind "two days after"."""
    tokens, last = sentence.tokens, max(inside)
    words = lexicon.list("counted_from")
    if tokens[last].norm not in words:
        last += 1
        if last >= len(tokens) or tokens[last].norm not in words:
            return None
    stretch = []
    for token in tokens[last + 1 :]:
        if token.text in {",", ";", ":"}:
            break
        stretch.append(token.index)
    verb = next((i for i in stretch if is_predicate(sentence, i)), None)
    if verb is None:  # an aside parts the verb from its subject
        subjects = {tokens[i].head for i in stretch if "subject" in tokens[i].role}
        verb = next((i for i in sorted(subjects) if i not in stretch and i > last and is_predicate(sentence, i)), None)
    if verb is not None:
        return verb
    norms, proper = sentence.norms(), any(tokens[i].pos == "PROPN" for i in stretch)
    told = ((i, any(m.weight >= _SURE for m in lexicon.kinds.at(norms, i))) for i in stretch)
    return next((i for i, sure in told if sure or (proper and lexicon.nouns.has(norms[i]))), None)


def _when(sentence: Sentence, inside: frozenset[int], others: list[tuple[int, int]], lexicon: Lexicon) -> int | None:
    """The verb of the "when" clause, where the clause before only tells how things stood since or until then."""
    tokens, last = sentence.tokens, max(inside)
    whens = lexicon.list("whens")
    at = next((i for i in range(last + 1, min(last + 1 + _NEAR, len(tokens))) if tokens[i].norm in whens), None)
    if at is None or any(tokens[i].pos in {"VERB", "AUX"} for i in range(last + 1, at)):
        return None
    verb = tokens[at].head
    if verb <= at or not is_predicate(sentence, verb):
        verb = next((i for i in range(at + 1, len(tokens)) if is_predicate(sentence, i)), -1)
    if verb < 0 or any(t.index in sentence.subtree(verb) for a, b in others for t in sentence.within(a, b)):
        return None
    before = tokens[min(inside) - 1].norm if min(inside) else ""
    if before in lexicon.list("since_until") or tokens[min(inside)].norm in lexicon.list("since_until"):
        return verb
    above = max(inside)
    while tokens[above].head != above and (above in inside or not is_predicate(sentence, above)):
        above = tokens[above].head
    return verb if above in inside or above == verb or _stands(sentence, above, lexicon) else None


def _stands(sentence: Sentence, verb: int, lexicon: Lexicon) -> bool:
    """Whether a verb only says how things are: a copula, a present, a perfect."""
    tokens = sentence.tokens
    if tokens[verb].pos != "VERB":
        return True
    helpers = {tokens[c].norm for c in sentence.children[verb] if "auxiliary" in tokens[c].role}
    return bool(helpers & lexicon.list("verbs", "perfect"))
