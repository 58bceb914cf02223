"""Reports meet events that the data package knows: each told event joins the right one, or none.

`known.csv` holds, for the gold events of the briefs, the event of the package that is meant; several are equally right
where semicolons stand between them, and an empty one among them means that joining none is right too.
"""

import csv
import json
from pathlib import Path

import pytest

from timeline_app import pipeline
from timeline_app.merge import merge
from timeline_app.model import Event, Mention
from timeline_app.read import read_file
from timeline_app.store.package import briefs, load

HERE = Path(__file__).parent
ROWS = list(csv.DictReader((HERE / "known.csv").open(encoding="utf-8", newline="")))
GOLD = [json.loads(line) for line in (HERE.parent / "gold" / "briefs.jsonl").read_text("utf-8").splitlines()]

RECALL, PRECISION = 0.90, 0.96
"""Floors: shares of told events that are known and joined rightly, and of joins that are right."""


@pytest.fixture(scope="module")
def joined() -> dict[tuple[str, str, str], set[str]]:
    """Document, sentence and time expression of each mention found -> ids of the package's events that it joined."""
    package = load()
    found: dict[tuple[str, str, str], set[str]] = {}
    for path in briefs():
        article = read_file(path)
        mentions = pipeline.mentions(article, package)
        events = merge(mentions, package.events, actors=package.actors)
        for mention in mentions:
            key = (f"brief-{path.stem}", mention.evidence, mention.timex)
            found.setdefault(key, set()).update(_packaged(events, mention))
    return found


def _same(one: str, two: str) -> bool:
    """One of them is the other, or a part of it: a dateline or a preposition may be left out."""
    return one in two or two in one


def _packaged(events: list[Event], mention: Mention) -> set[str]:
    return {e.id for e in events if e.origin == "package" and any(m.id == mention.id for m in e.mentions)}


def test_the_table_tells_of_every_gold_event_and_of_events_that_there_are() -> None:
    told = [(doc["id"], e["date"], e["timex"], e["label"]) for doc in GOLD for e in doc["events"]]
    assert [(row["document"], row["date"], row["timex"], row["label"]) for row in ROWS] == told
    ids = {event.id for event in load().events}
    assert {id for row in ROWS for id in row["event"].split(";")} - {""} <= ids


def test_known_events_are_joined_and_others_are_not(joined: dict[tuple[str, str, str], set[str]]) -> None:
    right = wrong = missed = 0
    said = []
    events = [(doc["id"], event) for doc in GOLD for event in doc["events"]]
    for (document, event), row in zip(events, ROWS, strict=True):
        wanted = set(row["event"].split(";"))
        words = event["timex"].casefold()
        got = {
            id
            for (doc, evidence, timex), ids in joined.items()
            if doc == document and _same(evidence, event["evidence"]) and _same(timex.casefold(), words)
            for id in ids
        }
        same_words = [o for d, o in events if d == document and o is not event and o["evidence"] == event["evidence"]]
        others = {
            id
            for o, r in zip([e for _, e in events], ROWS, strict=True)
            if o in same_words
            for id in r["event"].split(";")
        }
        right += bool(got & wanted)
        wrong += len(got - wanted - others)
        missed += not got & wanted and "" not in wanted
        if got - wanted - others or (not got & wanted and "" not in wanted):
            said.append(f"{document}: {event['label']}: wanted {row['event']!r}, got {sorted(got)}")
    recall, precision = right / (right + missed), right / max(right + wrong, 1)
    print(f"recall {recall:.3f} precision {precision:.3f}", *said, sep="\n")
    assert recall >= RECALL, said
    assert precision >= PRECISION, said
