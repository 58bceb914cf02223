"""The annotated documents are what their README says: verbatim, dated in EDTF, in the words of the model."""

import json
from pathlib import Path

import pytest

from timeline_app.dates import FuzzyDate
from timeline_app.model import Kind, Status

FILES = sorted(Path(__file__).parent.glob("*.jsonl"))
KINDS, STATUSES = {kind.value for kind in Kind}, {status.value for status in Status}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_annotation_stands_in_its_text(path: Path) -> None:
    documents = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert documents
    for document in documents:
        flat = " ".join(document["text"].split())
        for event in document["events"]:
            where = document["id"], event["label"]
            assert " ".join(event["evidence"].split()) in flat, where
            assert " ".join(event["timex"].split()) in flat, where
            assert FuzzyDate.parse(event["date"]), where
            assert event["kind"] in KINDS, where
            assert event["status"] in STATUSES, where
            assert len(event["label"].split()) <= 12, where


def test_every_document_has_a_name_of_its_own() -> None:
    names = [json.loads(line)["id"] for path in FILES for line in path.read_text("utf-8").splitlines()]
    assert len(names) == len(set(names))
