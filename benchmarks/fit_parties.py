"""Fit the weights by which parties and countries are chosen, and say what they give on reports that were left out.

    python benchmarks/fit_parties.py [--write] [REPORTS.jsonl ...]

Reads the annotated reports of `tests/gold`, but those that are kept unseen, and of `../shared/gold` where they are
there (its `score.py` says which names mean one actor), or those named. Each report is read by the pipeline as it is;
every candidate of a paired event is one example. A logistic regression with a ridge, fitted by Newton's method with
conjugate gradients, gives the weights; scores are F1 over all parties of the core events, each report scored by weights
fitted without it. The threshold is the highest of those with nearly the best such F1. `--write` writes
`timeline_app/extract/parties/weights.tsv`. Deterministic.
"""

import argparse
import importlib.util
import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest.mock import patch

import numpy as np

from timeline_app.extract import events
from timeline_app.extract.parties import choice
from timeline_app.extract.parties import party as stage
from timeline_app.extract.parties.candidates import Candidate, Evidence
from timeline_app.model import Article, Kind
from timeline_app.pipeline import load_package, mentions

HERE = Path(__file__).parent
SHARED = HERE.parents[1] / "shared"
TARGET = HERE.parent / "timeline_app" / "extract" / choice.FILE
RIDGE, RIDGE_COUNTRIES = 2.0, 2.0
ALONG = 0.4
"""What a mark counts together with a kind: such weights rest on fewer examples, and are drawn to nothing more."""
RARE = 4
"""Examples that a mark needs."""
SMALL = 0.04
"""Weights below this are not written."""
OPTIONAL = 0.6
"""What an example from an event that is not core weighs."""
SENTENCE = 6.0
"""What an example from a sentence of the tests weighs."""
SLACK = 0.006
"""Of the thresholds with an F1 this close to the best the highest is taken: a wrong party harms more than none."""
FOLDS = 12
THRESHOLDS = [round(0.25 + 0.025 * step, 3) for step in range(13)]


@dataclass
class Told:
    """An annotated event with the evidence that the pipeline gathered for it."""

    report: str
    lang: str
    core: bool
    actors: list[str]
    countries: list[str]
    kind: Kind
    evidence: Evidence
    share: float = 1.0
    chosen: list[Candidate] = field(default_factory=list)


@dataclass
class Example:
    told: Told
    name: str
    keys: list[tuple[str, float]]
    right: bool
    likely: float = 0.0
    by_rule: float = 0.0


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("reports", nargs="*", type=Path)
    cli.add_argument("--write", action="store_true")
    cli.add_argument("--plain", action="store_true", help="learn from what is read without the parser, too")
    args = cli.parse_args()
    scorer = _scorer()
    same = scorer.Actors(SHARED / "facts" / "actors.csv")
    paths = args.reports or sorted(
        [
            *(p for p in (HERE.parent / "tests" / "gold").glob("*.jsonl") if "unseen" not in p.name),
            *(SHARED / "gold").glob("dev-*"),
        ]
    )
    docs = [json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines()]
    told = [one for doc in docs for one in read(doc, scorer, parser=True)]
    told += sentences()
    plain = [one for doc in docs for one in read(doc, scorer, parser=False)] if args.plain else []
    lines = []
    for section, hits, ridge in (("actors", same.hits, RIDGE), ("countries", _shared, RIDGE_COUNTRIES)):
        make = _actor_examples if section == "actors" else _country_examples
        every = make(told + plain, same.same)
        best = cross_validate(every, hits, section, ridge)
        if section == "actors":
            _choose(every, best)
        weights = fit(every, ridge)
        lines += [f"{section}\tthreshold\t\t{best}"]
        lines += [
            f"{section}\t{key if chr(9) in key else key + chr(9)}\t{weight:.2f}"
            for key, weight in sorted(weights.items())
            if abs(weight) >= SMALL
        ]
    if args.write:
        TARGET.write_text("\n".join(lines) + "\n", "utf-8")
        print(f"{len(lines)} weights written")


def sentences() -> list[Told]:
    """The sentences that the tests are about, each an example of what is plain."""
    from tests.extract import telling, test_parties, test_parties_roles

    made = []
    cases = [case[:4] for case in (*test_parties.CASES, *test_parties_roles.CASES)]
    for number, (lang, text, actors, countries) in enumerate(cases):
        with gathering() as gathered:
            telling.tell(text, lang)
        evidence, kind = gathered[-1]
        made.append(
            Told(f"sentence {number}", lang, False, sorted(actors), sorted(countries), kind, evidence, share=SENTENCE)
        )
    return made


@contextmanager
def gathering() -> Iterator[list[tuple[Evidence, Kind]]]:
    """What the pipeline gathers for each event, in order, while it reads."""
    gathered: list[tuple[Evidence, Kind]] = []
    gather, parties = stage.gather, stage.parties

    def keep(*given: Any) -> Evidence:
        gathered.append((gather(*given), Kind.ATTACK))
        return gathered[-1][0]

    def keep_kind(clause: Any, named: Any, kind: Kind, *rest: Any) -> stage.Parties:
        found = parties(clause, named, kind, *rest)
        gathered[-1] = (gathered[-1][0], kind)
        return found

    with patch.object(stage, "gather", keep), patch.object(events, "parties", keep_kind):
        yield gathered


def read(doc: dict[str, Any], scorer: ModuleType, *, parser: bool) -> list[Told]:
    """The annotated events of a report that the pipeline finds, with their evidence."""
    article = Article(
        text=doc["text"], lang=doc["lang"], title=doc["title"], outlet=doc["outlet"],
        published=date.fromisoformat(doc["published"]),
    )  # fmt: skip
    with gathering() as gathered:
        found = mentions(article, load_package(), parser=parser)
    said = [
        {"date": str(m.date), "start": m.start, "end": m.end, "label": m.label, "timex": m.timex, "kind": m.kind.value}
        for m in found
    ]
    made = []
    for _, place, at in scorer.pair_up(doc, said):
        gold = doc["events"][place]
        evidence, kind = gathered[at]
        share = 1.0 if gold["core"] else OPTIONAL
        made.append(
            Told(doc["id"], doc["lang"], gold["core"], gold["actors"], gold["countries"], kind, evidence, share)
        )
    return made


def cross_validate(every: list[Example], hits: Callable[..., int], section: str, ridge: float) -> float:
    """The threshold, by F1 on reports left out; prints that F1 for each language. Leaves each example's
    probability as weights fitted without its report give it."""
    reports = sorted({e.told.report for e in every})
    for number in range(FOLDS):
        out = {report for report in reports[number::FOLDS] if not report.startswith("sentence ")}
        weights = fit([e for e in every if e.told.report not in out], ridge)
        for one in every:
            if one.told.report in out:
                one.likely = _sigmoid(sum(weights.get(key, 0.0) for key, _ in one.keys))
    for one in every:
        one.by_rule = float(any(key == "taken" for key, _ in one.keys))
    reached = {t: _f1(every, hits, section, t)[0] for t in THRESHOLDS}
    best = max(t for t, f1 in reached.items() if f1 > max(reached.values()) - SLACK)
    for lang in sorted({e.told.lang for e in every}):
        f1, p, r = _f1([e for e in every if e.told.lang == lang], hits, section, best)
        alone = _f1([e for e in every if e.told.lang == lang], hits, section, 0.5, "by_rule")[0]
        print(
            f"{section:9} {lang}  left out: F1 {f1:.3f}  P {p:.3f}  R {r:.3f}  "
            f"(threshold {best}, rules alone {alone:.3f})"
        )
    return best


def fit(every: Sequence[Example], ridge: float) -> dict[str, float]:
    """The weight of every key."""
    counts = Counter(key for e in every for key, _ in e.keys)
    names = sorted(key for key, count in counts.items() if count >= RARE)
    index = {key: place for place, key in enumerate(names)}
    rows = [[(index[key], size) for key, size in e.keys if key in index] for e in every]
    columns = np.array([place for row in rows for place, _ in row])
    sizes = np.array([size for row in rows for _, size in row])
    row_of = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
    right = np.array([float(e.right) for e in every])
    share = np.array([e.told.share for e in every])
    starts = np.cumsum([0, *(len(row) for row in rows)])[:-1]

    def forth(weights: np.ndarray) -> np.ndarray:
        return np.add.reduceat(weights[columns] * sizes, starts)

    def back(values: np.ndarray) -> np.ndarray:
        return np.bincount(columns, weights=values[row_of] * sizes, minlength=len(names))

    weights = np.zeros(len(names))
    for _ in range(20):
        likely = 1 / (1 + np.exp(-np.clip(forth(weights), -30, 30)))
        slope = back(share * (likely - right)) + ridge * weights
        if np.abs(slope).max() < 1e-3:
            break
        curve = share * likely * (1 - likely)
        step, rest = np.zeros_like(weights), slope.copy()
        ahead, size = rest.copy(), rest @ rest
        for _ in range(80):
            bent = back(curve * forth(ahead)) + ridge * ahead
            by = size / (ahead @ bent)
            step, rest = step + by * ahead, rest - by * bent
            if (smaller := rest @ rest) < 1e-6 * (slope @ slope):
                break
            ahead, size = rest + smaller / size * ahead, smaller
        weights = weights - step
    scale = {key: size for e in every for key, size in e.keys}
    return {key: float(weights[place] * scale[key]) for key, place in index.items()}


def _actor_examples(told: list[Told], same: Callable[[str, str], bool]) -> list[Example]:
    return [
        Example(one, it.canonical, _keys(it.marks, it.form, one.kind), any(same(a, it.canonical) for a in one.actors))
        for one in told
        for it in one.evidence.candidates.values()
    ]


def _country_examples(told: list[Told], _: object) -> list[Example]:
    return [
        Example(one, country, _keys(marks, "country", one.kind), country in one.countries)
        for one in told
        for country, marks in choice.country_marks(one.evidence, one.chosen).items()
    ]


def _choose(every: list[Example], threshold: float) -> None:
    """Give each event the parties chosen by weights that have not seen its report."""
    for one in every:
        if one.likely > threshold:
            one.told.chosen.append(one.told.evidence.candidates[one.name])


def _keys(marks: set[str], form: str, kind: Kind) -> list[tuple[str, float]]:
    found: dict[str, float] = {}
    for mark in choice.with_common(sorted(marks), form):
        own, *along = choice.keys(mark, form, kind)
        found[own] = 1.0
        found.update(dict.fromkeys(along, ALONG))
    return list(found.items())


def _f1(
    every: list[Example], hits: Callable[..., int], section: str, threshold: float, how: str = "likely"
) -> tuple[float, float, float]:
    chosen: dict[int, tuple[Told, list[str]]] = {}
    for one in every:
        names = chosen.setdefault(id(one.told), (one.told, []))[1]
        if getattr(one, how) > threshold and one.name not in names:
            names.append(one.name)
    core = [(told, names) for told, names in chosen.values() if told.core]
    hit = sum(hits(getattr(told, section), names) for told, names in core)
    gold, said = sum(len(getattr(told, section)) for told, _ in core), sum(len(names) for _, names in core)
    return 2 * hit / (gold + said), hit / max(1, said), hit / max(1, gold)


def _shared(gold: list[str], said: list[str]) -> int:
    return len(set(gold) & set(said))


def _sigmoid(total: float) -> float:
    return float(1 / (1 + np.exp(-total)))


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_events", SHARED / "gold" / "score.py")
    if spec is None or spec.loader is None:
        raise SystemExit("the scorer of ../shared/gold is missing: put the folder beside the repository")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
