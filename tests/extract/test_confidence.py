"""A higher confidence is righter, measured on the annotated reports of our own."""

import json
from datetime import date
from pathlib import Path

import pytest

from tests.extract.telling import one
from timeline_app.extract.words.parser import available
from timeline_app.model import Article
from timeline_app.pipeline import load_package, mentions

GOLD = Path(__file__).parents[1] / "gold"


def right_of(doc: dict) -> list[tuple[float, bool]]:
    """Confidence and rightness (kind and status as annotated) of each event whose date and sentence are annotated."""
    article = Article(
        text=doc["text"], lang=doc["lang"], title=doc["title"], published=date.fromisoformat(doc["published"])
    )
    found = []
    for mention in mentions(article, load_package()):
        gold = [e for e in doc["events"] if e["date"] == str(mention.date) and e["evidence"][:40] in mention.evidence]
        if gold:
            found.append(
                (mention.confidence, any(e["kind"] == mention.kind and e["status"] == mention.status for e in gold))
            )
    return found


@pytest.mark.skipif(not (available("en") and available("fr")), reason="the parser models are not installed")
def test_the_surer_half_is_righter() -> None:
    paths = sorted(path for path in GOLD.glob("*.jsonl") if "fit" not in path.name)
    docs = [json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines()]
    pairs = sorted(pair for doc in docs for pair in right_of(doc))
    assert len(pairs) > 200
    low, high = pairs[: len(pairs) // 3], pairs[-len(pairs) // 3 :]
    share = [sum(right for _, right in part) / len(part) for part in (low, high)]
    assert share[1] >= share[0] + 0.05, share


def test_an_assertion_is_surer_than_hearsay_and_the_parser_than_the_rules() -> None:
    text = "Gunmen killed nine soldiers near Tessit on 12 June 2024"
    assert one(f"{text}.").confidence > one(f"{text}, the army said.").confidence
    assert one(f"{text}.").confidence > one(f"{text}.", parser=False).confidence
