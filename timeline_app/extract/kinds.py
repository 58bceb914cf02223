"""What kind of event a clause tells: the phrases at its predicate first, then at its arguments, then in the rest."""

from collections.abc import Sequence

from timeline_app.extract.attach import Clause
from timeline_app.extract.lexicon import Lexicon, Match
from timeline_app.model import Kind

_AT_PREDICATE, _IN_CORE, _IN_WIDE, _ELSEWHERE = 3.0, 1.5, 0.6, 0.2


def kind_of(clause: Clause, classes: Sequence[str], lexicon: Lexicon) -> tuple[Kind, str, float]:
    """The kind, the phrase that decided, and by how much it won (0 to 1)."""
    norms = clause.sentence.norms()
    matches = lexicon.kinds.find(norms, classes)
    scores: dict[str, float] = {}
    best: dict[str, tuple[float, Match]] = {}
    for match in matches:
        if all(i in clause.time for i in range(match.start, match.end)):
            continue
        weight = match.weight * _nearness(clause, match) * (1 + 0.25 * (match.end - match.start - 1 > 0))
        scores[match.meaning] = scores.get(match.meaning, 0.0) * 0.25 + weight if match.meaning in scores else weight
        if weight > best.get(match.meaning, (0.0, match))[0]:
            best[match.meaning] = (weight, match)
    if not scores:
        return Kind(lexicon.default_kind), "nothing in the sentence speaks of a kind", 0.0
    top = {meaning: best[meaning][0] + 0.1 * scores[meaning] for meaning in scores}
    ranked = sorted(top, key=lambda m: (-top[m], list(Kind).index(Kind(m))))
    first = ranked[0]
    second = top[ranked[1]] if len(ranked) > 1 else 0.0
    match = best[first][1]
    said = " ".join(norms[match.start : match.end])
    return Kind(first), f"{said!r} ({match.phrase})", (top[first] - second) / top[first]


def _nearness(clause: Clause, match: Match) -> float:
    span = set(range(match.start, match.end))
    if clause.predicate in span:
        return _AT_PREDICATE
    if span & clause.objects and span & clause.core:
        return _IN_CORE * 1.15
    if span & clause.core:
        return _IN_CORE
    if span & clause.wide:
        return _IN_WIDE
    return _ELSEWHERE
