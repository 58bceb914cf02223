"""What kind of event a clause tells: the most specific thing that its predicate says, before all that stands around it.

A frame (a verb with what it is done to, or who does it) goes before a phrase at the predicate, this before its object,
this before the rest of the clause. A verb that only announces or decides takes the kind of what it announces; a light
verb ("held", "took place") that of its noun. What a clause only sets itself against ("after the coup") counts little.
"""

from collections.abc import Sequence
from dataclasses import replace

from timeline_app.extract.clause import Clause, is_predicate
from timeline_app.extract.frames import Found
from timeline_app.extract.lexicon import Lexicon, Match
from timeline_app.model import Kind

# How much a phrase weighs by its place in the clause; times its strength (1 to 3).
_AT_PREDICATE = 3.0
_CARRIED, _CARRIED_BEFORE = 2.7, 2.5
_IN_OBJECT, _IN_CORE = 1.8, 1.5
_ASIDE, _IN_WIDE, _ELSEWHERE = 0.5, 0.6, 0.15
_CARRIER = 0.9
"""What a verb that carries another event says by itself."""
_IN_NAME = 0.4
"""A word within a name ("Union", "Operation") says little of what happened."""
_FAINT = 0.7
"""A kind that nothing speaks of more loudly than this is not told by the sentence."""
_DESCRIBING = 0.4
"""A participle before its noun ("the deposed president") or alone behind it tells what was before."""
_LONGER = 0.25
_SECOND = 0.15
"""What every further phrase of a kind adds to the best one."""
# What a frame weighs, at the predicate, carried by it, in its clause, in the sentence; and what each part adds.
# A strong phrase at the predicate weighs 9.
_FRAME, _FRAME_CARRIED, _FRAME_APART, _FRAME_WIDE, _PART = 8.5, 7.5, 3.0, -3.0, 2.0


def kind_of(
    clause: Clause, classes: Sequence[str], lexicon: Lexicon, before: Kind | None = None
) -> tuple[Kind, str, float]:
    """The kind, the phrase that decided, and by how much it won (0 to 1).

    A sentence that says nothing of a kind ("they came back in May") goes on with what was told `before` it.
    """
    clause = _under_verb(clause, classes, lexicon)
    norms = clause.sentence.norms()
    skip = _titles(clause, classes, lexicon) | clause.time | frozenset(clause.governors)
    carrier = next((m.meaning for m in lexicon.carriers.at(norms, clause.predicate)), "")
    aside = _aside(clause, lexicon)
    best: dict[str, tuple[float, str]] = {}
    total: dict[str, float] = {}

    def add(meaning: str, weight: float, why: str) -> None:
        total[meaning] = total.get(meaning, 0.0) + weight
        if weight > best.get(meaning, (0.0, ""))[0]:
            best[meaning] = weight, why

    for match in lexicon.kinds.find(norms, classes):
        span = frozenset(range(match.start, match.end))
        if span <= skip or (span & clause.dates and clause.predicate not in span):
            continue
        weight = match.weight * _nearness(clause, span, carrier, match, aside) * (1 + _LONGER * (len(span) > 1))
        if all(classes[i] for i in span) and "@" not in match.phrase:
            weight *= _IN_NAME
        if _describes(clause, span):
            weight *= _DESCRIBING
        add(match.meaning, weight, f"{' '.join(norms[match.start : match.end])!r} ({match.phrase})")
    near, whose = clause.core - clause.time, _whose(clause)
    for found in lexicon.frames.find(norms, classes, near, clause.predicate, whose):
        add(found.kind, _frame_weight(clause, found, carrier, aside), found.written)
    sentence = frozenset(range(len(norms))) - clause.dates
    for found in lexicon.frames.find(norms, classes, sentence, clause.predicate, whose):
        if not found.words <= near:
            at = _frame_around(clause, found, carrier)
            add(found.kind, at + _PART * found.parts, f"{found.written} in the sentence")
    if max((weight for weight, _ in best.values()), default=0.0) < _FAINT and before:
        return before, "the sentence speaks of no kind: as what is told before it", 0.0
    if not best:
        return Kind(lexicon.default_kind), "nothing in the sentence speaks of a kind", 0.0
    top = {meaning: weight + _SECOND * (total[meaning] - weight) for meaning, (weight, _) in best.items()}
    ranked = sorted(top, key=lambda m: (-top[m], list(Kind).index(Kind(m))))
    first = ranked[0]
    margin = (top[first] - top[ranked[1]]) / top[first] if len(ranked) > 1 else 1.0
    return Kind(first), best[first][1], margin


def _describes(clause: Clause, span: frozenset[int]) -> bool:
    """Whether a phrase is a mere participle beside its noun."""
    if len(span) != 1 or clause.predicate in span:
        return False
    token = clause.sentence.tokens[min(span)]
    bare = token.role == "modifier" or (token.role == "participle" and not clause.sentence.children[token.index])
    return bare and (token.tag == "VBN" or "VerbForm=Part" in token.morph)


def _nearness(clause: Clause, span: frozenset[int], carrier: str, match: Match, aside: frozenset[int]) -> float:
    if clause.predicate in span:
        return _CARRIER if carrier and len(span) == 1 else _AT_PREDICATE
    if span <= aside:
        return _ASIDE
    # What is announced stands behind the verb, or before it in the passive; what takes place stands before it.
    if carrier and span & clause.core and match.weight >= 2:
        if not span & clause.subject:
            return _CARRIED
        if carrier == "light" or clause.passive:
            return _CARRIED_BEFORE
    if span & clause.objects and span & clause.core:
        return _IN_OBJECT
    if span & clause.core:
        return _IN_CORE
    return _IN_WIDE if span & clause.wide else _ELSEWHERE


def _frame_around(clause: Clause, found: Found, carrier: str) -> float:
    """What a frame weighs that reaches beyond the clause, without its parts."""
    if clause.predicate in found.words:
        # "demands that it leave": the verb above is the event.
        return _FRAME if found.words & set(clause.governors) else _FRAME_APART
    return _FRAME_WIDE + (_PART if carrier == "announcing" else 0.0)


def _under_verb(clause: Clause, classes: Sequence[str], lexicon: Lexicon) -> Clause:
    """A date beside a mere name ("he met A in May and B in June"), or beside a speech in which something is said, is of
    what the verb above tells."""
    if not clause.nominal or not clause.sentence.parsed:
        return clause
    speech = any(m.meaning == "announcing" for m in lexicon.carriers.at(clause.sentence.norms(), clause.predicate))
    if not classes[clause.predicate] and not (speech and clause.head.role == "inner"):
        return clause
    here = clause.predicate
    for _ in clause.sentence.tokens:
        if clause.sentence.tokens[here].head == here or is_predicate(clause.sentence, here):
            break
        here = clause.sentence.tokens[here].head
    if not is_predicate(clause.sentence, here):
        return clause
    around = frozenset(clause.sentence.subtree(here)) if speech else clause.core
    return replace(clause, predicate=here, nominal=False, core=clause.core | {here} | around)


def _frame_weight(clause: Clause, found: Found, carrier: str, aside: frozenset[int]) -> float:
    if clause.predicate in found.words:
        return _FRAME + _PART * found.parts
    if found.words <= aside:
        return _FRAME_WIDE + _PART * found.parts
    if carrier == "light" or (carrier and (clause.passive or not found.words & clause.subject)):
        return _FRAME_CARRIED + _PART * found.parts
    return _FRAME_APART + _PART * found.parts


def _whose(clause: Clause) -> dict[str, frozenset[int]] | None:
    """The words of who does it and of what it is done to; none for an event noun, whose words show neither."""
    if clause.nominal:
        return None
    if clause.passive:
        return {"doer": clause.agents, "done": clause.subject}
    return {"doer": clause.subject, "done": clause.objects | (clause.wide - clause.subject)}


def _aside(clause: Clause, lexicon: Lexicon) -> frozenset[int]:
    """The words of the clause that only say after, before or despite what it happened."""
    sentence, found = clause.sentence, set()
    for i in clause.core:
        token = sentence.tokens[i]
        if token.norm in lexicon.aside and i != clause.predicate:
            top = token.head if token.role in {"case", "marker"} else i
            under = sentence.subtree(top) if sentence.parsed else set()
            if clause.predicate not in under:
                found |= under
    return frozenset(found)


def _titles(clause: Clause, classes: Sequence[str], lexicon: Lexicon) -> frozenset[int]:
    """The words of titles before a person's name, which say nothing of what happened."""
    titles = lexicon.list("titles")
    tokens = clause.sentence.tokens
    found = set()
    for i, kind in enumerate(classes):
        if kind == "person" and (i == 0 or classes[i - 1] != "person"):
            for j in range(max(0, i - 4), i):
                if tokens[j].norm in titles or (j + 1 < i and f"{tokens[j].norm} {tokens[j + 1].norm}" in titles):
                    found.add(j)
    return frozenset(found)
