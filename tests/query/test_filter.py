"""A filter as words and as the parameters of a link."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.dates import Precision
from timeline_app.errors import QueryError
from timeline_app.model import Kind, Status
from timeline_app.query import Filter


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("", Filter()),
        (" ; ", Filter()),
        ("actor=JNIM", Filter(actors=("JNIM",))),
        ("actor=JNIM,AQIM", Filter(actors=("JNIM", "AQIM"))),
        ("actor=JNIM; actor=AQIM", Filter(actors=("JNIM", "AQIM"))),
        ("actor=JNIM,JNIM", Filter(actors=("JNIM",))),
        ("actor=A%2CB", Filter(actors=("A,B",))),
        ("country=ml", Filter(countries=("ML",))),
        ("country=Mali", Filter(countries=("Mali",))),
        ("kind=Coup;status=planned", Filter(kinds=("coup",), statuses=("planned",))),
        ("from=2021;to=2022", Filter(start=date(2021, 1, 1), end=date(2022, 12, 31))),
        ("from=2021-02;to=2024-02", Filter(start=date(2021, 2, 1), end=date(2024, 2, 29))),
        ("from=2021-09-25;to=2021-09-25", Filter(start=date(2021, 9, 25), end=date(2021, 9, 25))),
        ("q= private  company ", Filter(text="private company")),
        ("several=yes", Filter(several_sources=True)),
        ("several=no", Filter()),
        ("actor=", Filter()),
    ],
)
def test_words_are_read(words: str, meant: Filter) -> None:
    assert Filter.parse(words) == meant


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("JNIM", "write it as name=value"),
        ("actors=JNIM", "there is no filter 'actors': use actor, country"),
        ("kind=war", "there is no kind 'war': use one of attack, rebellion"),
        ("from=soon", "from=soon is no date: write a year, a month or a day"),
        ("from=../2014", "is no date"),
        ("from=2022;to=2021", "ends before it begins"),
        ("several=perhaps", "neither yes nor no"),
    ],
)
def test_what_cannot_be_understood_is_said(words: str, said: str) -> None:
    with pytest.raises(QueryError, match=said.replace("(", r"\(")):
        Filter.parse(words)


def test_a_damaged_link_keeps_what_can_be_understood() -> None:
    read, notes = Filter.read({"actor": ["JNIM"], "from": ["soon"], "colour": ["red"], "kind": ["coup"]})
    assert read == Filter(actors=("JNIM",), kinds=("coup",))
    assert len(notes) == 2


words = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=12)
lists = st.lists(words, max_size=3, unique=True).map(tuple)
days = st.none() | st.dates(date(1900, 1, 1), date(2099, 12, 31))
filters = st.builds(
    Filter,
    actors=lists,
    countries=lists.map(lambda values: tuple(dict.fromkeys(v.upper() if len(v) == 2 else v for v in values))),
    kinds=st.lists(st.sampled_from([k.value for k in Kind]), max_size=3, unique=True).map(tuple),
    statuses=st.lists(st.sampled_from([s.value for s in Status]), max_size=2, unique=True).map(tuple),
    precisions=st.lists(st.sampled_from([p.value for p in Precision]), max_size=2, unique=True).map(tuple),
    sources=lists,
    start=days,
    end=days,
    text=st.lists(words, max_size=3).map(" ".join),
    several_sources=st.booleans(),
).filter(lambda f: not (f.start and f.end and f.start > f.end))


@given(filters)
def test_words_and_links_give_the_filter_back(wanted: Filter) -> None:
    assert Filter.parse(str(wanted)) == wanted
    assert Filter.read(wanted.parameters()) == (wanted, [])


@given(
    st.dictionaries(
        st.text(max_size=8) | st.sampled_from(["actor", "from", "to", "kind", "several"]), st.lists(st.text())
    )
)
def test_no_link_is_too_damaged_to_read(parameters: dict[str, list[str]]) -> None:
    read, _ = Filter.read(parameters)
    assert isinstance(read, Filter)


@given(filters)
def test_taking_away_every_part_leaves_the_empty_filter(wanted: Filter) -> None:
    for name, values in wanted.parameters().items():
        for value in values:
            wanted = wanted.without(name, value)
    assert not wanted
    assert wanted == Filter()


@pytest.mark.parametrize(
    ("words", "ends"),
    [
        ("from=2021;to=2022", ("2021", "2022")),
        ("from=2021;to=2021-03-15", ("2021-01-01", "2021-03-15")),
        ("from=2020-11;to=2021", ("2020-11", "2021-12")),
        ("from=2021", ("2021", "")),
        ("to=2021-02", ("", "2021-02")),
        ("kind=coup", ("", "")),
    ],
)
def test_both_ends_are_told_as_precisely(words: str, ends: tuple[str, str]) -> None:
    assert Filter.parse(words).ends() == ends
