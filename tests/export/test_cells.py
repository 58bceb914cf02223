"""Cells of a spreadsheet run nothing and lose nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.export.cells import active, inert, joined, separated


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "'=1", "''-1"])
def test_a_formula_becomes_text(text: str) -> None:
    assert inert(text) == "'" + text


@pytest.mark.parametrize("text", ["", "plain", "1-2", "it's", "'quoted'", "a=b"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert inert(text) == text


@given(st.text())
def test_inert_text_starts_no_formula_and_comes_back(text: str) -> None:
    assert not inert(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert active(inert(text)) == text


@given(st.lists(st.text(min_size=1), max_size=4))
def test_a_list_in_a_cell_comes_back(items: list[str]) -> None:
    assert separated(joined(items)) == tuple(items)
