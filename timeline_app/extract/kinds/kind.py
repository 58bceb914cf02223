"""What kind of event a clause tells: all that its sentence says of kinds, each word weighed by where it stands.

The weight of a piece of evidence is the product of what its signs weigh; the best of a kind counts whole, each further
one half as much as the one before. To this comes what the parties alone lead to expect (a mission comes or goes, an
armed group fights). The weights are in `weights.toml`, fitted by `benchmarks/kinds.py` on annotated reports; the
scores are the logarithms of odds, so that the kind comes with its probability.
"""

import math
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from timeline_app.extract.clauses.clause import Clause
from timeline_app.extract.kinds.evidence import Evidence, evidence
from timeline_app.extract.words.lexicon import Lexicon
from timeline_app.model import Kind

FURTHER = 0.5
"""What the next best piece of evidence for a kind counts, beside the one before it."""
WEIGHTS = Path(__file__).with_name("weights.toml")


@dataclass(frozen=True, slots=True)
class Weights:
    """Logarithms of what each sign multiplies; what each kind gets for its parties; for being told just before."""

    signs: dict[str, float]
    parties: dict[str, dict[str, float]]
    before: float


@cache
def weights() -> Weights:
    read = tomllib.loads(WEIGHTS.read_text("utf-8"))
    return Weights(read["signs"], read["parties"], read["before"])


def kind_of(
    clause: Clause, classes: Sequence[str], lexicon: Lexicon, before: Kind | None = None
) -> tuple[Kind, str, float]:
    """The kind, what spoke loudest for it, and its probability (0 to 1). `before` is the kind told just before."""
    known = weights()
    heard = evidence(clause, classes, lexicon)
    scores = {kind.value: 0.0 for kind in Kind}
    for party in parties(clause, classes):
        for kind, score in known.parties.get(party, {}).items():
            scores[kind] += score
    if before:
        scores[before.value] += known.before
    loudest: dict[str, tuple[float, str]] = {}
    for kind, ranked in weighed(heard, known.signs).items():
        scores[kind] += sum(weight * FURTHER**place for place, (weight, _) in enumerate(ranked))
        loudest[kind] = ranked[0][0], ranked[0][1].written
    best = max(scores, key=lambda kind: scores[kind])
    chance = 1 / sum(math.exp(score - scores[best]) for score in scores.values())
    _, why = loudest.get(best, (0.0, f"nothing in the sentence speaks of it; told before: {before or 'nothing'}"))
    return Kind(best), why, chance


def weighed(heard: Iterable[Evidence], signs: dict[str, float]) -> dict[str, list[tuple[float, Evidence]]]:
    """For each kind its evidence, the weightiest first."""
    found: dict[str, list[tuple[float, Evidence]]] = {}
    for piece in heard:
        weight = math.exp(sum(signs.get(sign, 0.0) for sign in piece.signs))
        found.setdefault(piece.kind, []).append((weight, piece))
    for ranked in found.values():
        ranked.sort(key=lambda pair: -pair[0])
    return found


def parties(clause: Clause, classes: Sequence[str]) -> list[str]:
    """The kinds of known actors in the clause, by their part in it; "any" stands for every clause."""
    done = clause.objects | clause.agents
    parts = {"subject": clause.subject, "object": done, "clause": clause.core - clause.subject - done}
    found = {f"{part} {classes[i]}" for part, words in parts.items() for i in words if classes[i]}
    return ["any", *sorted(found)]
