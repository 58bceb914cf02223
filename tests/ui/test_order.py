"""Rows put in order by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.ui.parts.order import shortest

COUNTS = {"ML": 9, "NE": 5, "BF": 5, "TD": 1}


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        (["ML", "BF", "NE", "TD"], "count"),
        (["NE", "ML", "BF", "TD"], ("NE",)),
        (["ML", "BF", "TD", "NE"], ("ML", "BF", "TD")),
        (["TD", "NE", "BF", "ML"], ("TD", "NE", "BF")),
    ],
)
def test_a_link_says_no_more_than_it_must(wanted: list[str], told: str | tuple[str, ...]) -> None:
    assert shortest(wanted, COUNTS) == told


@given(st.permutations(list(COUNTS)))
def test_what_is_told_gives_the_order_back(wanted: list[str]) -> None:
    told = shortest(wanted, COUNTS)
    hand = [] if isinstance(told, str) else list(told)
    by_count = sorted(COUNTS, key=lambda key: (-COUNTS[key], key))
    assert [*hand, *(key for key in by_count if key not in hand)] == wanted
