"""A view and its link. Links that people have sent each other must keep working."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.model import Actor, ActorKind
from timeline_app.query import Filter, Names
from timeline_app.ui.state import ORDERS, SCALES, TABS, THEMES, View, read_view

NAMES = Names.of(
    [
        Actor(id="reds", name="Reds", kind=ActorKind.ARMED_GROUP, aliases={"en": ("Red Front",)}),
        Actor(id="aa", name="Amberland", kind=ActorKind.STATE, countries=("AA",)),
    ],
    [],
)
EVENTS = {"raid-2020"}


@pytest.mark.parametrize(
    ("parameters", "view"),
    [
        ({}, View()),
        ({"actor": ["Reds"], "lanes": ["actor"]}, View(filter=Filter(actors=("Reds",)), lanes="actor")),
        ({"actor": ["red front"], "country": ["amberland"]}, View(filter=Filter.parse("actor=Reds;country=AA"))),
        (
            {"from": ["2021"], "to": ["2022-03"], "q": ["gold"]},
            View(filter=Filter.parse("from=2021;to=2022-03;q=gold")),
        ),
        (
            {"event": ["raid-2020"], "scale": ["steps"], "tab": ["map"]},
            View(event="raid-2020", scale="steps", tab="map"),
        ),
        ({"order": ["first"], "periods": ["yes"], "present": ["1"]}, View(order="first", periods="yes", present="1")),
    ],
)
def test_links_of_the_first_version_still_work(parameters: dict[str, list[str]], view: View) -> None:
    """Those without a version were sent before there was one."""
    assert read_view(parameters, NAMES, EVENTS) == (view, [])
    assert read_view({**parameters, "v": ["1"]}, NAMES, EVENTS) == (view, [])


@pytest.mark.parametrize(
    ("parameters", "order"),
    [
        ({"order": ["aa"]}, ("AA",)),
        ({"order": ["AA", "AA", "Amberland"]}, ("AA",)),
        ({"order": ["red front"], "lanes": ["actor"]}, ("Reds",)),
        ({"order": ["Coup", "attack"], "lanes": ["kind"]}, ("coup", "attack")),
        ({"order": [""]}, "count"),
    ],
)
def test_an_order_by_hand_names_rows_as_people_do(
    parameters: dict[str, list[str]], order: str | tuple[str, ...]
) -> None:
    view, notes = read_view(parameters, NAMES, EVENTS)
    assert (view.order, notes) == (order, [])


def test_the_address_says_its_version_only_where_it_says_anything() -> None:
    assert View().parameters() == {}
    assert list(View(theme="dark", lanes="actor").parameters()) == ["lanes", "theme", "v"]


@pytest.mark.parametrize(
    ("parameters", "note"),
    [
        ({"lanes": ["colour"]}, "there is no row 'colour': use country, actor, kind, source"),
        ({"order": ["luck"]}, "there is no row 'luck' to put in order: use count, first"),
        ({"order": ["luck"], "lanes": ["actor"]}, "there is no row 'luck' to put in order"),
        ({"theme": ["sepia"]}, "there is no theme 'sepia': use light, dark"),
        ({"v": ["2"]}, "this link is of version 2, which a later timeline made; this one reads version 1"),
        ({"v": ["new"]}, "a link has no version 'new': it is read as version 1"),
        ({"event": ["gone"]}, "this timeline has no event 'gone'"),
        ({"actor": ["Greens"]}, "this timeline knows no actor 'Greens'"),
        ({"utm_source": ["mail"]}, "there is no filter 'utm_source'"),
        ({"from": ["yesterday"]}, "from=yesterday is no date"),
    ],
)
def test_a_damaged_part_of_a_link_is_told_and_the_rest_stays(parameters: dict[str, list[str]], note: str) -> None:
    view, notes = read_view({"country": ["AA"], **parameters}, NAMES, EVENTS)
    assert replace(view, lanes="country") == View(filter=Filter(countries=("AA",)))
    assert [told[: len(note)] for told in notes] == [note]


views = st.builds(
    View,
    filter=st.sampled_from(["", "actor=Reds", "country=AA;kind=coup,attack;to=2020", "q=two words;several=yes"]).map(
        Filter.parse
    ),
    lanes=st.just("kind"),
    order=st.sampled_from([*ORDERS, ("coup",), ("attack", "coup")]),
    theme=st.sampled_from(["", *THEMES]),
    scale=st.sampled_from(SCALES),
    tab=st.sampled_from(TABS),
    event=st.sampled_from(["", "raid-2020"]),
    periods=st.sampled_from(["yes", "no"]),
    present=st.sampled_from(["", "1"]),
)


@given(views)
def test_a_link_gives_the_view_back(view: View) -> None:
    assert read_view(view.parameters(), NAMES, EVENTS) == (view, [])


@given(
    st.dictionaries(st.text(max_size=6) | st.sampled_from(["lanes", "event", "actor"]), st.lists(st.text(), min_size=1))
)
def test_no_link_is_too_damaged(parameters: dict[str, list[str]]) -> None:
    view, _ = read_view(parameters, NAMES, EVENTS)
    assert read_view(view.parameters(), NAMES, EVENTS)[0] == view
