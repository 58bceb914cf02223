"""Tellings of one event find each other, and tellings of two events do not.

`tellings.csv` holds sentences in two languages, each with what an extraction gives for it and the event that it tells.
Hard neighbours are there on purpose: two coups of one year, sanctions imposed and lifted, a withdrawal announced and
done, two attacks on one town.
"""

import csv
from collections import Counter
from itertools import combinations
from pathlib import Path
from random import Random

import pytest

from timeline_app.dates import FuzzyDate
from timeline_app.merge import merge
from timeline_app.model import Article, Kind, Mention
from timeline_app.store.package import load

ROWS = list(csv.DictReader((Path(__file__).parent / "tellings.csv").open(encoding="utf-8", newline="")))

RECALL, PRECISION = 0.90, 0.96
"""Floors: share of the pairs that are one event and found, and of the found pairs that are one event."""

JOINED = 7
"""Ceiling: groups of the package's 231 events that look like one, such as an operation and its launch."""


def telling(row: dict[str, str], outlet: str) -> Mention:
    article = Article(text=row["sentence"], lang=row["lang"], outlet=outlet)
    return Mention(
        article=article.id, source=article.source, evidence=row["sentence"], start=0, end=len(row["sentence"]),
        date=FuzzyDate.parse(row["date"]), timex="", timex_start=0, timex_end=0, resolution="", label=row["label"],
        kind=Kind(row["kind"]), actors=tuple(filter(None, row["actors"].split(";"))),
        countries=tuple(filter(None, row["countries"].split(";"))), place=row["place"], lang=row["lang"],
    )  # fmt: skip


TELLINGS = [telling(row, f"Outlet {n}") for n, row in enumerate(ROWS)]
EVENT = {mention.id: row["event"] for mention, row in zip(TELLINGS, ROWS, strict=True)}
ACTORS = load().actors


def pairs(groups: list[list[str]]) -> set[tuple[str, str]]:
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def test_there_are_more_than_sixty_pairs_to_find() -> None:
    counts = Counter(EVENT.values())
    assert len(EVENT) == len(ROWS)
    assert sum(n * (n - 1) // 2 for n in counts.values()) >= 60


def test_tellings_of_one_event_join_and_others_do_not() -> None:
    found = pairs([[m.id for m in event.mentions] for event in merge(TELLINGS, actors=ACTORS)])
    wanted = pairs([[id for id, event in EVENT.items() if event == name] for name in set(EVENT.values())])
    recall, precision = len(found & wanted) / len(wanted), len(found & wanted) / max(len(found), 1)
    label = {mention.id: f"{EVENT[mention.id]}: {mention.label} [{mention.date}]" for mention in TELLINGS}
    said = [f"{kind} {label[a]} | {label[b]}" for kind, some in (("missed", wanted - found), ("wrong", found - wanted))
            for a, b in sorted(some)]  # fmt: skip
    print(f"recall {recall:.3f} precision {precision:.3f}", *said, sep="\n")
    assert recall >= RECALL, said
    assert precision >= PRECISION, said


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_telling_changes_nothing(seed: int) -> None:
    shuffled = Random(seed).sample(TELLINGS, len(TELLINGS))
    assert merge(shuffled, actors=ACTORS) == merge(TELLINGS, actors=ACTORS)


def test_merging_again_changes_nothing() -> None:
    package = load()
    once = merge(TELLINGS, package.events, actors=ACTORS)
    assert merge(TELLINGS, package.events, actors=ACTORS) == once
    assert merge([*TELLINGS, *TELLINGS], package.events, actors=ACTORS) == once


def test_leaving_a_telling_out_undoes_its_merge() -> None:
    package = load()
    without = merge(TELLINGS[1:], package.events, actors=ACTORS)
    back = merge([m for m in TELLINGS if m.id != TELLINGS[0].id], package.events, actors=ACTORS)
    assert without == back
    assert all(TELLINGS[0].id not in {m.id for m in event.mentions} for event in without)
    assert sum(len(event.mentions) for event in without) == len(TELLINGS) - 1


def test_nothing_told_is_lost_and_nothing_known_is_changed() -> None:
    package = load()
    events = merge(TELLINGS, package.events, actors=ACTORS)
    assert sorted(m.id for event in events for m in event.mentions) == sorted(EVENT)
    after = {event.id: event for event in events}
    for known in package.events:
        assert (after[known.id].date, after[known.id].label, after[known.id].kind) == (
            known.date,
            known.label,
            known.kind,
        )


def test_events_that_a_package_keeps_apart_are_seldom_taken_for_one() -> None:
    """Each event of the package told in its own words: hundreds of neighbours in one region, all of them distinct."""
    package = load()
    told = {}
    for event in package.events:
        row = {
            "lang": "en", "date": event.date.edtf, "kind": event.kind.value, "actors": ";".join(event.actors),
            "countries": ";".join(event.countries), "place": event.place, "label": event.label,
            "sentence": event.summary,
        }  # fmt: skip
        told[telling(row, event.id).id] = (telling(row, event.id), event.id)
    mentions = [mention for mention, _ in told.values()]
    joined = [[told[m.id][1] for m in event.mentions] for event in merge(mentions, actors=ACTORS)]
    assert len([group for group in joined if len(group) > 1]) <= JOINED
    anchored = merge(mentions, package.events, actors=ACTORS)
    assert [(told[m.id][1], event.id) for event in anchored for m in event.mentions if told[m.id][1] != event.id] == []
