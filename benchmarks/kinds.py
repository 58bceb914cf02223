"""How well kinds are told from annotated reports, and the weights by which they are told.

    python benchmarks/kinds.py GOLD.jsonl...            accuracy by cross-validation over documents
    python benchmarks/kinds.py GOLD.jsonl... --write    then fit on all and write extract/kinds/weights.toml

The files are annotated as `tests/gold/README.md` says. The sentences of `tests/extract/kinds_*.py` and the labels of
the data package are learned from too, each counting a third of an event in a report, but measure nothing. A weight is
fitted by the gradient of the log likelihood (Adam), drawn to `START` so that rare signs keep what reason gives them.
"""

import argparse
import json
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.extract import kinds_en, kinds_fr
from tests.extract.telling import tell
from timeline_app.extract import events
from timeline_app.extract.clauses.clause import Clause
from timeline_app.extract.kinds.evidence import evidence
from timeline_app.extract.kinds.kind import FURTHER, WEIGHTS, kind_of, parties
from timeline_app.extract.words.lexicon import Lexicon
from timeline_app.model import Article, Kind
from timeline_app.pipeline import load_package, mentions

KINDS = [kind.value for kind in Kind]
START = {
    "strong": 1.0, "plain": 0.6, "weak": 0.0, "pair": 1.1, "triple": 1.3,
    "at predicate": 0.35, "at governor": -0.5, "in object": -0.1, "in subject": -0.1, "near": -0.3, "in clause": -0.4,
    "near below": -0.6, "below": -0.9, "close outside": -1.1, "outside": -1.5, "far outside": -1.8, "aside": -1.3,
    "several words": 0.15, "within a name": -0.6, "describing": -0.7,
    "at predicate, light": -0.5, "at predicate, announcing": -0.5, "in object, light": 0.2, "in subject, light": 0.2,
    "in object, announcing": 0.4,
    "frame at predicate": 0.3, "frame in clause": -0.2, "frame aside": -1.2, "frame over governor": -0.1,
    "frame reaching out": -0.3, "frame at governor": -0.4, "frame below": -0.7, "frame half outside": -0.7,
    "frame outside": -1.2, "far": -0.4,
}  # fmt: skip
"""Logarithms. A strong word at the predicate weighs about 4, which is long odds."""
OF_A_REPORT, OF_A_SENTENCE, WITHOUT_PARSER = 1.0, 0.33, 0.35
_DRAWN = {"sign": 1.5, "word": 3.0, "party": 3.0}
_MOST_SIGNS = 8
_STEPS, _RATE = 120, 0.06
_FOLDS = 10


@dataclass(frozen=True, slots=True)
class Example:
    """What is said of kinds in one clause, and the kind that a person saw: indexes of signs, kinds and parties."""

    group: str
    signs: tuple[tuple[int, tuple[str, ...]], ...]
    parties: tuple[str, ...]
    before: int
    kind: int
    counts: float


def example(group: str, said: tuple[Any, ...], kind: str, counts: float) -> Example:
    clause, classes, lexicon, before = said
    heard = tuple((KINDS.index(piece.kind), piece.signs) for piece in evidence(clause, classes, lexicon))
    whose = tuple(parties(clause, classes))
    return Example(group, heard, whose, KINDS.index(before) if before else -1, KINDS.index(kind), counts)


class Heard:
    """Every clause whose kind the stage asks for, while it works."""

    def __init__(self) -> None:
        self.clauses: list[tuple[Clause, Sequence[str], Lexicon, Kind | None]] = []

    def __enter__(self) -> "Heard":
        events.kind_of = self._hear
        return self

    def __exit__(self, *_: object) -> None:
        events.kind_of = kind_of

    def _hear(
        self, clause: Clause, classes: Sequence[str], lexicon: Lexicon, before: Kind | None = None
    ) -> tuple[Kind, str, float]:
        self.clauses.append((clause, classes, lexicon, before))
        return kind_of(clause, classes, lexicon, before)


def of_report(doc: dict[str, Any], *, parser: bool) -> Iterator[Example]:
    """The report's events that were found: in the annotated sentence, under the annotated words of time or date."""
    published = date.fromisoformat(doc["published"])
    article = Article(text=doc["text"], lang=doc["lang"], title=doc["title"], published=published)
    with Heard() as heard:
        found = mentions(article, load_package(), parser=parser)
    clauses = {
        clause.sentence.tokens[i].start: said for said in heard.clauses for clause in said[:1] for i in clause.time
    }
    for told in doc["events"]:
        for mention in found:
            same = told["timex"] == mention.timex or told["date"] == str(mention.date)
            here = doc["text"].find(told["evidence"])
            if told["core"] and same and here < mention.end and mention.start < here + len(told["evidence"]):
                said = next(
                    (clauses[at] for at in range(mention.timex_start, mention.timex_end) if at in clauses), None
                )
                if said:
                    yield example(doc["id"], said, told["kind"], OF_A_REPORT)
                break


def of_sentences(*, parser: bool) -> Iterator[Example]:
    """Our own sentences, and the labels of the data package as sentences."""
    told = [
        (lang, kind, text)
        for lang, m in (("en", kinds_en), ("fr", kinds_fr))
        for kind in m.CASES
        for text in m.CASES[kind]
    ]
    told += [("en", event.kind.value, f"On 5 May 2020 {event.label}.") for event in load_package().events]
    for lang, kind, text in told:
        with Heard() as heard:
            tell(text, lang, parser=parser)
        for said in heard.clauses[:1]:
            yield example(text, said, kind, OF_A_SENTENCE)


@dataclass(frozen=True, slots=True)
class Table:
    """Examples as arrays. Each piece of evidence has a row in `signs` (indexes, padded) and `at` (example and kind)."""

    at: np.ndarray
    signs: np.ndarray
    parties: np.ndarray
    before: np.ndarray
    kinds: np.ndarray
    counts: np.ndarray


class Fit:
    """Weights for signs and parties, and their fit."""

    def __init__(self, examples: Sequence[Example]) -> None:
        self.signs = {sign: i for i, sign in enumerate(sorted({s for e in examples for _, ss in e.signs for s in ss}))}
        self.parties = {party: i for i, party in enumerate(sorted({p for e in examples for p in e.parties}))}
        self.start = np.array([*(START.get(sign, 0.0) for sign in self.signs), 0.0])
        self.drawn = np.array([*(_DRAWN["word" if sign[0] == "'" else "sign"] for sign in self.signs), 1.0])
        self.values = [self.start.copy(), np.zeros((len(self.parties), len(KINDS))), np.zeros(1)]

    def table(self, examples: Sequence[Example]) -> "Table":
        pieces = [(i, kind, signs) for i, e in enumerate(examples) for kind, signs in e.signs]
        none = len(self.signs)
        signs = np.full((len(pieces), _MOST_SIGNS), none)
        for row, (_, _, names) in enumerate(pieces):
            known = [self.signs[s] for s in names if s in self.signs]
            signs[row, : len(known)] = known
        parties = np.zeros((len(examples), len(self.parties)))
        before = np.zeros((len(examples), len(KINDS)))
        for row, e in enumerate(examples):
            parties[row, [self.parties[p] for p in e.parties if p in self.parties]] = 1
            if e.before >= 0:
                before[row, e.before] = 1
        at = np.array([i * len(KINDS) + kind for i, kind, _ in pieces], int)
        counts = np.array([e.counts for e in examples])
        return Table(at, signs, parties, before, np.array([e.kind for e in examples]), counts)

    def scores(self, table: "Table") -> tuple[np.ndarray, np.ndarray]:
        """The score of each kind in each example, and what each piece of evidence added."""
        weight = np.exp(self.values[0][table.signs].sum(1))
        order = np.lexsort((-weight, table.at))
        first = np.flatnonzero(np.diff(table.at[order], prepend=-1))
        place = np.arange(len(order)) - np.repeat(first, np.diff(first, append=len(order)))
        weight[order] *= FURTHER**place
        scores = table.parties @ self.values[1] + self.values[2] * table.before
        np.add.at(scores.reshape(-1), table.at, weight)
        return scores, weight

    def fit(self, examples: Sequence[Example]) -> "Fit":
        table = self.table(examples)
        slow, fast = [[np.zeros_like(v) for v in self.values] for _ in range(2)]
        for step in range(1, _STEPS + 1):
            scores, weight = self.scores(table)
            off = np.exp(scores - scores.max(1, keepdims=True))
            off /= off.sum(1, keepdims=True)
            off[np.arange(len(off)), table.kinds] -= 1
            off *= table.counts[:, None]
            each = np.repeat(weight * off.reshape(-1)[table.at], _MOST_SIGNS)
            pull = [
                np.bincount(table.signs.reshape(-1), each, len(self.start))
                + self.drawn * (self.values[0] - self.start),
                table.parties.T @ off + _DRAWN["party"] * self.values[1],
                (table.before * off).sum(keepdims=True)[0] + 0.5 * self.values[2],
            ]
            pull[0][-1] = 0.0
            for i, gradient in enumerate(pull):
                slow[i] = 0.9 * slow[i] + 0.1 * gradient
                fast[i] = 0.99 * fast[i] + 0.01 * gradient**2
                self.values[i] -= _RATE * (slow[i] / (1 - 0.9**step)) / (np.sqrt(fast[i] / (1 - 0.99**step)) + 1e-9)
        return self

    def right(self, examples: Sequence[Example]) -> list[bool]:
        table = self.table(examples)
        return [bool(hit) for hit in self.scores(table)[0].argmax(1) == table.kinds]

    def write(self, path: Path) -> None:
        of_sign, of_party, before = self.values
        lines = ["# How kinds are weighed: written by `python benchmarks/kinds.py ... --write`, not by hand.", ""]
        lines += [f"before = {before[0]:.2f}", "", "# Logarithms of what each sign multiplies.", "[signs]"]
        lines += [f'"{sign}" = {of_sign[i]:.2f}' for sign, i in self.signs.items()]
        lines += ["", "# What a known actor of some kind adds to the score of each kind of event.", "[parties]"]
        for party, i in self.parties.items():
            odds = [f"{kind} = {of_party[i][k]:.2f}" for k, kind in enumerate(KINDS) if abs(of_party[i][k]) >= 0.05]
            lines.append(f'"{party}" = {{ {", ".join(odds)} }}')
        path.write_text("\n".join(lines) + "\n", "utf-8")


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("gold", nargs="+", type=Path)
    cli.add_argument("--write", action="store_true")
    args = cli.parse_args()
    docs = [json.loads(line) for path in args.gold for line in path.read_text("utf-8").splitlines()]
    every: list[Example] = []
    for parser, counts in ((True, 1.0), (False, WITHOUT_PARSER)):
        ours = list(of_sentences(parser=parser))
        reports = [e for doc in docs for e in of_report(doc, parser=parser)]
        every += [replace(e, counts=counts * e.counts) for e in (*reports, *ours)]
        groups = sorted({e.group for e in reports})
        random.Random(0).shuffle(groups)
        right: list[bool] = []
        for fold in range(_FOLDS):
            held = set(groups[fold::_FOLDS])
            kept = [e for e in reports if e.group not in held] + ours
            right += Fit(kept).fit(kept).right([e for e in reports if e.group in held])
        share = sum(right) / len(right)
        print(f"{'parser' if parser else 'rules'}: {share:.3f} of {len(right)} events in {len(groups)} reports")
    if args.write:
        Fit(every).fit(every).write(WEIGHTS)


if __name__ == "__main__":
    main()
