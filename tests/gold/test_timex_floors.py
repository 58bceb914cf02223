"""The tagger on the TIMEX3 sets: measured scores, which may only rise.

The sets are other people's texts and stand beside the repository; without them there is nothing to measure. What the
measures mean is told in `score_timex.py` there (TempEval-3; F1 x 100).
"""

import importlib.util
import json
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from timeline_app.tag import tag

TIMEX = Path(__file__).parents[3] / "shared" / "timex"
FLOORS = {
    "dev-timebank-en": {"relaxed": 95.1, "value": 85.0, "day": 88.3},
    "dev-aquaint-en": {"relaxed": 94.3, "value": 76.9, "day": 87.5},
    "dev-wikiwars-en": {"relaxed": 96.6, "value": 88.7, "day": 92.7},
    "dev-timebank-fr": {"relaxed": 95.7, "value": 87.8, "day": 94.6},
}
"""Raise a floor when the score has risen; never lower one."""

pytestmark = pytest.mark.skipif(not TIMEX.exists(), reason=f"the TIMEX3 sets are not at {TIMEX}")


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_timex", TIMEX / "score_timex.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", FLOORS)
def test_no_score_falls(name: str, scorer: ModuleType) -> None:
    docs = [json.loads(line) for line in (TIMEX / f"{name}.jsonl").read_text("utf-8").splitlines() if line.strip()]
    predictions = {}
    for doc in docs:
        doc["gold"] = doc.pop("timexes")
        found = tag(doc["text"], doc["lang"], date.fromisoformat(doc["published"]))
        predictions[doc["id"]] = [
            {"start": t.start, "end": t.end, "text": t.text, "type": t.type, "value": t.value} for t in found
        ]
    _, table, _ = scorer.score(docs, predictions)
    scores = {measure: round(table[measure][0], 2) for measure in FLOORS[name]}
    assert all(scores[measure] >= floor for measure, floor in FLOORS[name].items()), scores
