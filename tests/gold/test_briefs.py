"""The briefs that come with the app, and what they are annotated to tell."""

import json
from datetime import date
from pathlib import Path

import pytest

from timeline_app.dates import FuzzyDate
from timeline_app.model import Kind, Status
from timeline_app.read import read_file
from timeline_app.store.package import briefs

GOLD = [json.loads(line) for line in Path(__file__).with_name("briefs.jsonl").read_text("utf-8").splitlines()]
BRIEFS = {f"brief-{path.stem}": path for path in briefs()}


def test_there_are_four_in_english_and_two_in_french_and_each_is_annotated() -> None:
    assert sorted(doc["id"] for doc in GOLD) == sorted(BRIEFS)
    assert sorted(doc["lang"] for doc in GOLD) == ["en"] * 4 + ["fr"] * 2


@pytest.mark.parametrize("doc", GOLD, ids=lambda doc: doc["id"])
def test_the_annotated_text_is_the_text_that_is_read(doc: dict) -> None:
    article = read_file(BRIEFS[doc["id"]])
    assert article.text == doc["text"]
    assert (article.lang, article.title, article.outlet) == (doc["lang"], doc["title"], "Sahel Timeline")
    assert article.published == date.fromisoformat(doc["published"])
    assert 250 <= len(article.text.split()) <= 450


@pytest.mark.parametrize("doc", GOLD, ids=lambda doc: doc["id"])
def test_the_annotations_are_of_the_form_that_the_scorers_read(doc: dict) -> None:
    for event in doc["events"]:
        assert event["timex"] in event["evidence"] in doc["text"]
        assert len(event["label"].split()) <= 12
        assert event["kind"] in list(Kind)
        assert event["status"] in list(Status)
        assert FuzzyDate.parse(event["date"]).edtf == event["date"]
