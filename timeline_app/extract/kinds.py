"""What kind of event a clause tells: the phrases at its predicate first, then at its arguments, then in the rest.

A verb that only announces or decides takes the kind of what it announces. A pair of words that together mean
something else than apart ("killed" and "marchers") is a `pairs` entry of the lexicon; who acts can turn a kind into
another (a town taken is rebellion, an army taking it is attack): `turns`.
"""

from collections.abc import Sequence

from timeline_app.extract.attach import Clause
from timeline_app.extract.lexicon import Lexicon, Match
from timeline_app.model import Kind

_AT_PREDICATE, _IN_OBJECT, _IN_CORE, _IN_WIDE, _ELSEWHERE = 3.0, 1.8, 1.5, 0.6, 0.15
_LONGER = 0.25
_SECOND = 0.15
"""What every further phrase of a kind adds to the best one."""
_PAIR = 3.0 * _AT_PREDICATE * 1.1
"""A pair weighs more than the strongest single phrase at the predicate."""


def kind_of(clause: Clause, classes: Sequence[str], lexicon: Lexicon) -> tuple[Kind, str, float]:
    """The kind, the phrase that decided, and by how much it won (0 to 1)."""
    norms = clause.sentence.norms()
    skip = _titles(clause, classes, lexicon) | clause.time | frozenset(clause.governors)
    carries = not clause.nominal and lexicon.phrases("speech", "carries").has(clause.head.norm)
    best: dict[str, tuple[float, str]] = {}
    total: dict[str, float] = {}
    for match in lexicon.kinds.find(norms, classes):
        span = frozenset(range(match.start, match.end))
        if span <= skip:
            continue
        weight = match.weight * _nearness(clause, span, carries, match) * (1 + _LONGER * (len(span) > 1))
        total[match.meaning] = total.get(match.meaning, 0.0) + weight
        if weight > best.get(match.meaning, (0.0, ""))[0]:
            best[match.meaning] = weight, f"{' '.join(norms[match.start : match.end])!r} ({match.phrase})"
    for meaning, why, weight in _pairs(clause, norms, classes, lexicon):
        total[meaning] = total.get(meaning, 0.0) + weight
        if weight > best.get(meaning, (0.0, ""))[0]:
            best[meaning] = weight, why
    if not best:
        return Kind(lexicon.default_kind), "nothing in the sentence speaks of a kind", 0.0
    top = {meaning: weight + _SECOND * (total[meaning] - weight) for meaning, (weight, _) in best.items()}
    ranked = sorted(top, key=lambda m: (-top[m], list(Kind).index(Kind(m))))
    first = ranked[0]
    margin = (top[first] - top[ranked[1]]) / top[first] if len(ranked) > 1 else 1.0
    why = best[first][1]
    for turn in lexicon.turns:
        if turn["from"] == first and _acts(clause, classes, turn["agents"], lexicon) and lexicon.turn(turn).any(norms, classes):
            return Kind(turn["to"]), f"{why}, done by {' or '.join(turn['agents'])}", margin
    return Kind(first), why, margin


def _nearness(clause: Clause, span: frozenset[int], carries: bool, match: Match) -> float:
    if clause.predicate in span:
        return _IN_CORE if carries and len(span) == 1 else _AT_PREDICATE
    if carries and span & clause.core and match.weight >= 2 and not span & clause.subject:
        return _AT_PREDICATE * 0.9
    if span & clause.objects and span & clause.core:
        return _IN_OBJECT
    if span & clause.core:
        return _IN_CORE
    return _IN_WIDE if span & clause.wide else _ELSEWHERE


def _pairs(clause: Clause, norms: Sequence[str], classes: Sequence[str], lexicon: Lexicon) -> list[tuple[str, str, float]]:
    """Kinds that two or more words of the clause mean together."""
    found = []
    inside = sorted(clause.core - clause.time)
    near, named = [norms[i] for i in inside], [classes[i] for i in inside]
    for meaning, parts, barred in lexicon.pairs:
        if barred and any(bar.any(near, named) for bar in barred):
            continue
        met = [match for part in parts if (match := part.any(near, named))]
        if len(met) == len(parts):
            found.append((meaning, " with ".join(match.phrase for match in met), _PAIR))
    return found


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


def _acts(clause: Clause, classes: Sequence[str], kinds: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether the doer is of one of these kinds: a named one, or the soldiers and offices of a state."""
    doer = clause.agents if clause.passive else clause.subject
    nouns = lexicon.list("state_nouns")
    return any(classes[i] in kinds or ("state" in kinds and clause.sentence.tokens[i].norm in nouns) for i in doer)
