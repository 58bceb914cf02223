"""The whole reading, from text to events, on annotated reports: measured scores, which may only rise.

The reports of `../shared` are other people's and stand beside the repository; without them only our own are measured.
What the measures mean is told in `score.py` and `GUIDELINES.md` there; F1 and accuracy x 100.
"""

import importlib.util
import json
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from timeline_app.extract.words.parser import available
from timeline_app.model import Article
from timeline_app.pipeline import load_package, mentions

OURS = Path(__file__).parent
SHARED = OURS.parents[2] / "shared"
GOLD = SHARED / "gold"
MEASURES = ("event", "exact", "kind", "status", "actors", "countries", "label", "card")
FLOORS = {
    # name: language, folder, pattern, the floor of each measure
    "shared English": ("en", GOLD, "dev-en*.jsonl", (95.0, 93.6, 84.2, 95.8, 78.5, 89.5, 56.6, 59.2)),
    "shared French": ("fr", GOLD, "dev-fr*.jsonl", (96.0, 96.0, 86.6, 91.0, 79.2, 87.3, 48.6, 51.4)),
    "our English": ("en", OURS, "own-dev-en.jsonl", (97.0, 96.0, 87.2, 96.0, 80.8, 91.0, 60.2, 63.5)),
    "our French": ("fr", OURS, "own-dev-fr.jsonl", (97.4, 97.4, 88.9, 90.0, 73.5, 86.0, 50.2, 54.3)),
}
"""Raise a floor when the score has risen; never lower one."""

needs_scorer = pytest.mark.skipif(not GOLD.exists(), reason=f"the annotated reports and their scorer are not at {GOLD}")


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_events", GOLD / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def told(doc: dict) -> list[dict]:
    article = Article(
        text=doc["text"], lang=doc["lang"], title=doc["title"], outlet=doc["outlet"],
        published=date.fromisoformat(doc["published"]),
    )  # fmt: skip
    return [
        {
            "date": str(m.date), "timex": m.timex, "evidence": m.evidence, "start": m.start, "end": m.end,
            "label": m.label,
            "kind": m.kind.value, "actors": list(m.actors), "countries": list(m.countries), "status": m.status.value,
        }
        for m in mentions(article, load_package())
    ]  # fmt: skip


@needs_scorer
@pytest.mark.parametrize("name", FLOORS)
def test_no_score_falls(name: str, scorer: ModuleType) -> None:
    lang, folder, pattern, floors = FLOORS[name]
    if not available(lang):
        pytest.skip(f"the parser model of {lang} is not installed")
    docs = [json.loads(line) for path in sorted(folder.glob(pattern)) for line in path.read_text("utf-8").splitlines()]
    docs = [doc for doc in docs if doc["lang"] == lang]
    assert docs
    result = scorer.score(docs, {doc["id"]: told(doc) for doc in docs}, scorer.Actors(SHARED / "facts" / "actors.csv"))
    scores = (
        result["event"]["f1"], result["event_exact_date"]["f1"], result["kind_accuracy"], result["status_accuracy"],
        result["actors"]["f1"], result["countries"]["f1"], result["label_token_f1"], result["whole_card"]["f1"],
    )  # fmt: skip
    reached = {measure: round(100 * score, 1) for measure, score in zip(MEASURES, scores, strict=True)}
    fallen = {m: (reached[m], floor) for m, floor in zip(MEASURES, floors, strict=True) if reached[m] < floor}
    assert not fallen, reached


@pytest.mark.skipif(not (SHARED / "samples").exists(), reason=f"the real report is not at {SHARED / 'samples'}")
def test_the_real_report_gives_its_five_events() -> None:
    from timeline_app.read import read_file

    article = read_file(SHARED / "samples" / "report-2021-09-26.txt")
    assert article.published == date(2021, 9, 26)
    found = mentions(article, load_package())
    wanted = [
        # date, kind, an actor, a word of the evidence
        ("2012", "rebellion", "Mali", "Tuareg"),
        ("2013", "deployment", "France", "French mission"),
        ("2013-02", "deployment", "European Union", "EUTM Mali"),
        ("2021-09-24", "diplomacy", "Josep Borrell", "red line"),
        ("2021-09-25", "diplomacy", "Sergey Lavrov", "press conference"),
    ]
    for when, kind, actor, word in wanted:
        fitting = [
            m for m in found if str(m.date) == when and m.kind == kind and actor in m.actors and word in m.evidence
        ]
        assert fitting, (when, [(str(m.date), m.kind.value, m.actors, m.label) for m in found])
