"""Which events pass, what the counts say, and which filter emptied the view."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.model import Actor, Event
from timeline_app.query import FACETS, Filter, Names, alone, emptied_by, facets, select, several


@pytest.mark.parametrize(
    ("words", "passing"),
    [
        ("", "raid coup mission pact plan old"),
        ("actor=Reds", "raid pact"),
        ("actor=Reds,Mission", "raid mission pact"),
        ("actor=Reds;kind=attack", "raid"),
        ("country=AA", "raid coup plan"),
        ("status=planned", "plan"),
        ("precision=day", "raid plan"),
        ("source=Post", "coup old"),
        ("several=yes", "coup"),
        ("from=2021", "mission pact plan"),
        ("from=2023", "mission"),
        ("to=2019", "old"),
        ("from=2020-08-20;to=2020-08-22", "coup"),
        ("from=2021-06-15;to=2021-06-15", "mission pact"),
        ("q=menaka", "plan"),
        ("q=pact blues", "pact"),
        ("q=herald reds", "raid pact"),
        ("actor=Nobody", ""),
        ("country=ZZ", ""),
    ],
)
def test_events_that_pass(events: tuple[Event, ...], words: str, passing: str) -> None:
    assert " ".join(event.id for event in select(events, Filter.parse(words))) == passing


def counts(events: tuple[Event, ...], words: str, name: str) -> dict[str, int]:
    return {choice.value: choice.count for choice in facets(events, Filter.parse(words))[name]}


def test_counts_follow_the_other_filters_but_not_their_own(events: tuple[Event, ...]) -> None:
    assert counts(events, "", "country") == {"AA": 3, "BB": 3}
    assert counts(events, "actor=Reds", "country") == {"AA": 1}
    assert counts(events, "country=AA", "country") == {"AA": 3, "BB": 3}
    assert counts(events, "country=AA;from=2022", "country") == {"AA": 1, "BB": 2}


def test_the_events_with_several_sources_are_counted_within_the_other_filters(events: tuple[Event, ...]) -> None:
    told = [several(events, Filter.parse(words)) for words in ("", "several=yes", "country=AA", "actor=Reds")]
    assert told == [1, 1, 1, 0]


def test_a_chosen_value_stays_in_view_without_events(events: tuple[Event, ...]) -> None:
    assert counts(events, "actor=Mission;kind=coup", "actor") == {"Mission": 0}


values = {name: st.lists(st.sampled_from(options), max_size=2, unique=True) for name, options in {
    "actor": ["Reds", "Blues", "Mission"], "country": ["AA", "BB"], "kind": ["attack", "coup"],
    "status": ["planned", "reported"], "source": ["Herald", "Post"]}.items()}  # fmt: skip
parameters = st.fixed_dictionaries(
    values | {"from": st.sampled_from([[], ["2020-09"]]), "q": st.sampled_from([[], ["e"]])}
)


@given(parameters, st.sampled_from(FACETS))
def test_a_count_is_what_choosing_it_alone_gives(
    events: tuple[Event, ...], chosen: dict[str, list[str]], name: str
) -> None:
    wanted, _ = Filter.read(chosen)
    for choice in facets(events, wanted)[name]:
        assert choice.count == len(select(events, wanted.with_only(name, [choice.value])))


@given(parameters)
def test_more_filters_never_give_more_events(events: tuple[Event, ...], chosen: dict[str, list[str]]) -> None:
    wanted, _ = Filter.read(chosen)
    for name in chosen:
        assert set(select(events, wanted)) <= set(select(events, wanted.without(name)))


def test_what_emptied_a_view_is_named_with_what_it_hides(events: tuple[Event, ...]) -> None:
    assert emptied_by(events, Filter.parse("actor=Reds;country=BB")) == {"actor": 3, "country": 2}
    assert emptied_by(events, Filter.parse("country=AA;to=2018")) == {"when": 3, "country": 1}
    assert emptied_by(events, Filter.parse("actor=Reds;country=BB;q=nothing")) == {}


def test_each_part_of_a_filter_is_counted_by_itself(events: tuple[Event, ...]) -> None:
    wanted = Filter.parse("actor=Reds;country=BB;q=nothing;to=2018")
    assert alone(events, wanted) == {"country": 3, "actor": 2, "when": 1, "q": 0}
    for name, count in alone(events, wanted).items():
        assert len(select(events, wanted.only(name))) == count


def test_a_changed_list_is_read_anew(events: tuple[Event, ...]) -> None:
    growing = list(events[:1])
    assert len(select(growing, Filter.parse("country=AA"))) == 1
    growing.append(events[1])
    assert len(select(growing, Filter.parse("country=AA"))) == 2


@pytest.mark.parametrize(
    ("words", "resolved"),
    [
        ("actor=red front", "actor=Reds"),
        ("actor=FRONT ROUGE,Reds", "actor=Reds"),
        ("actor=armee bleue", "actor=Blues"),
        ("actor=mission", "actor=Mission"),
        ("country=amberland", "country=AA"),
        ("source=herald", "source=Herald"),
        ("actor=aa", "actor=Amberland"),
    ],
)
def test_names_are_known_by_id_alias_and_without_accents(
    events: tuple[Event, ...], actors: tuple[Actor, ...], words: str, resolved: str
) -> None:
    assert Names.of(actors, events).resolve(Filter.parse(words)) == (Filter.parse(resolved), [])


def test_an_unknown_name_is_left_out_with_a_note(events: tuple[Event, ...], actors: tuple[Actor, ...]) -> None:
    resolved, notes = Names.of(actors, events).resolve(Filter.parse("actor=Redz,Blues;country=AA;source=nowhere"))
    assert resolved == Filter.parse("actor=Blues;country=AA")
    assert notes == [
        "this timeline knows no actor 'Redz': did you mean 'Reds'?",
        "this timeline knows no source 'nowhere': look through the list of choices",
    ]
