"""The map: what is counted, what lies outside, and that it asks nobody for anything."""

import json
from collections import Counter
from html import unescape
from itertools import combinations
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.draw.samples import event
from timeline_app.draw.lanes import country_name
from timeline_app.draw.map import MAP_CONFIG, map_figure
from timeline_app.draw.theme import THEMES
from timeline_app.draw.world_view import box_of, country_at, name_spots, outlines, view

LIGHT = THEMES["light"]
BAMAKO = {"place": "Bamako", "lat": 12.65, "lon": -8.0}
PARIS = {"place": "Paris", "lat": 48.85, "lon": 2.35}


def test_countries_are_counted_and_places_dotted() -> None:
    events = [event(f"e{at}", "2021-09-25", countries=("ML",), **BAMAKO) for at in range(3)]
    events.append(event("far", "2021-09-25", countries=("NE",), lat=13.5, lon=2.1))
    found = map_figure(events, LIGHT, width=900)
    ids = {one[0] for trace in found["data"] for one in trace.get("customdata", ())}
    assert ids == {"country:ML", "country:NE", "place:Bamako", "place:"}
    told = [text for trace in found["data"] for text in trace.get("hovertext", ())]
    assert "<b>Bamako</b><br>3 events" in told
    json.dumps(found)


def test_one_event_far_away_does_not_make_a_map_of_the_world_and_is_told() -> None:
    events = [event(f"e{at}", "2021-09-25", **BAMAKO) for at in range(40)]
    events.append(event("far", "2021-09-26", countries=("RU",), place="Moscow", lat=55.7, lon=37.6))
    found = map_figure(events, LIGHT, width=900)
    seen = found["layout"]["geo"]
    assert seen["lonaxis"]["range"][1] - seen["lonaxis"]["range"][0] < 40
    assert found["layout"]["annotations"][0]["text"] == "Outside the map: Russia 1"


LAGOS = {"place": "Lagos", "lat": 6.45, "lon": 3.39}


def test_the_countries_that_a_reader_chose_are_the_map_and_the_rest_is_told() -> None:
    events = [event(f"e{at}", "2021-09-25", countries=("NE",), **PARIS) for at in range(9)]
    events += [event("home", "2021-09-25", countries=("NE",), place="Agadez", lat=16.97, lon=7.99)]
    events += [event("near", "2021-09-25", countries=("NE", "NG"), **LAGOS)]
    found = map_figure(events, LIGHT, width=900, focus=("NE",))
    geo = found["layout"]["geo"]
    west, east = geo["lonaxis"]["range"]
    south, north = geo["lataxis"]["range"]
    assert west < 0.2
    assert 15 < east < 30
    assert 5 < south < 11.7
    assert 23.5 < north < 32
    told = found["layout"]["annotations"][0]["text"]
    assert told == "Outside the map: France 9 · places in Nigeria 1"


codes = st.lists(st.sampled_from(sorted(outlines())), min_size=1, max_size=3, unique=True)
spots = st.tuples(st.floats(-170, 170), st.floats(-70, 75))


@settings(max_examples=40)
@given(codes, st.lists(spots, max_size=8), st.sampled_from([(900.0, 480.0), (400.0, 700.0)]))
def test_chosen_countries_are_whole_on_the_map(focus, places, size) -> None:
    events = [event(f"e{at}", "2021", place="p", lon=lon, lat=lat) for at, (lon, lat) in enumerate(places)]
    seen = view(events, *size, focus)
    for box in map(box_of, focus):
        assert seen.west <= box.west
        assert box.east <= seen.east
        assert seen.south <= max(box.south, -79)
        assert min(box.north, 79) <= seen.north


@settings(max_examples=40)
@given(st.lists(st.tuples(codes, st.none() | spots), max_size=12), st.none() | codes)
def test_every_country_is_on_the_map_or_told_below_it(told, focus) -> None:
    events = [
        event(f"e{at}", "2021", countries=tuple(where), place="p", lon=spot and spot[0], lat=spot and spot[1])
        for at, (where, spot) in enumerate(told)
    ]
    found = map_figure(events, LIGHT, width=900, focus=focus or ())
    shown = {code for trace in found["data"] for code in trace.get("locations", ())}
    below = unescape(found["layout"]["annotations"][0]["text"]) if found["layout"]["annotations"] else ""
    missing = Counter(code for where, _ in told for code in where if code not in shown)
    # Seven are named, the rest counted; the place of an event may name a country too.
    assert not missing or below
    assert len(missing) > 7 or all(country_name(code) in below for code in missing) or " more countr" in below


@pytest.mark.parametrize(("in_paris", "reaches_paris"), [(4, False), (10, False), (14, True), (40, True)])
def test_far_capitals_move_the_map_with_a_quarter_of_the_places(in_paris: int, reaches_paris: bool) -> None:
    events = [event(f"e{at}", "2021-09-25", **BAMAKO) for at in range(40)]
    events += [event(f"p{at}", "2021-09-25", countries=("FR",), **PARIS) for at in range(in_paris)]
    assert (view(events, 900, 480).north > 48) is reaches_paris


def test_countries_bear_the_names_of_the_data_package() -> None:
    events = [event("a", "2021-09-25", countries=("CI",), place="Abidjan", lat=5.35, lon=-4.0)]
    text = json.dumps(map_figure(events, LIGHT, width=900, names={"CI": "Ivory Coast"}), ensure_ascii=False)
    assert "Ivory Coast" in text
    assert "Côte" not in text


@pytest.mark.parametrize(
    ("lon", "lat", "code"), [(-8.0, 12.65, "ML"), (2.35, 48.85, "FR"), (7.99, 16.97, "NE"), (-30.0, 0.0, "")]
)
def test_a_point_lies_in_its_country(lon: float, lat: float, code: str) -> None:
    assert country_at(lon, lat) == code


def test_no_event_and_no_place_still_give_a_map() -> None:
    json.dumps(map_figure([], LIGHT, width=900))
    found = map_figure([event("a", "2021-09-25", countries=("ML",))], LIGHT, width=900)
    west, east = found["layout"]["geo"]["lonaxis"]["range"]
    assert west < -8 < east
    json.dumps(map_figure([event("a", "2021-09-25", countries=("ZZ",))], LIGHT, width=900))


@pytest.mark.parametrize(("width", "height"), [(900.0, 480.0), (400.0, 800.0)])
def test_the_view_holds_nearly_all_places(width: float, height: float) -> None:
    events = [event(f"e{at}", "2021-09-25", place="p", lat=10 + at / 10, lon=-10 + at / 5) for at in range(60)]
    seen = view(events, width, height)
    inside = [
        one for one in events if seen.west < (one.lon or 0) < seen.east and seen.south < (one.lat or 0) < seen.north
    ]
    assert len(inside) >= 54


def test_names_keep_apart() -> None:
    counts = dict.fromkeys(outlines(), 10)
    seen = view([event("a", "2021-09-25", **PARIS)], 900, 480)
    pixel = (seen.east - seen.west) / 900
    spots = name_spots(counts, seen, [(2.35, 48.85)], pixel)
    assert spots
    for one, two in combinations(spots.values(), 2):
        assert abs(one[0] - two[0]) > 8 * pixel or abs(one[1] - two[1]) > 30 * pixel


def test_the_world_it_asks_for_is_in_its_own_configuration_and_empty() -> None:
    url = MAP_CONFIG["topojsonURL"]
    assert url.startswith("data:application/json,")
    world = json.loads(unquote(url.removeprefix("data:application/json,").removesuffix("#")))
    assert all(not one["geometries"] for one in world["objects"].values())


def test_hostile_place_names_are_shown_as_they_are_written() -> None:
    nasty = '<a href="https://x.example">x</a>'
    found = map_figure([event("a", "2021-09-25", place=nasty, lat=12.0, lon=-8.0)], LIGHT, width=900)
    assert "<a" not in json.dumps(found)
