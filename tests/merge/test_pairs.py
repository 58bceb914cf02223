"""Same event or not: pairs written for this, with the precision and recall that they give."""

import pytest

from tests.merge.pairs import OTHER, SAME, mention
from timeline_app.merge import merge
from timeline_app.store.package import load

ACTORS = load().actors

PRECISION, RECALL = 0.96, 0.96
"""Measured on these pairs; raise them when the measure has risen, never lower them."""


def joined(left: str, right: str) -> bool:
    return len(merge([mention(left, "Wire A"), mention(right, "Wire B")], actors=ACTORS)) == 1


def test_there_are_enough_pairs_of_both_sorts() -> None:
    assert len(SAME) + len(OTHER) >= 60
    assert min(len(SAME), len(OTHER)) >= 30


def test_precision_and_recall_do_not_fall() -> None:
    same = [joined(*pair) for pair in SAME]
    other = [joined(*pair) for pair in OTHER]
    wrong = [pair for pair, said in zip(SAME, same, strict=True) if not said]
    wrong += [pair for pair, said in zip(OTHER, other, strict=True) if said]
    precision = sum(same) / max(1, sum(same) + sum(other))
    recall = sum(same) / len(same)
    print(f"merge pairs: precision {precision:.3f}, recall {recall:.3f}")
    assert precision >= PRECISION, wrong
    assert recall >= RECALL, wrong


@pytest.mark.parametrize("pair", SAME[:8] + OTHER[:8], ids=lambda pair: pair[0][:40])
def test_the_order_of_a_pair_plays_no_part(pair: tuple[str, str]) -> None:
    a, b = mention(pair[0], "Wire A"), mention(pair[1], "Wire B")
    assert merge([a, b]) == merge([b, a])
