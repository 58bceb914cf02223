"""JSON formats against schemas, checked by a validator that is not ours."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.export.samples import ARTICLE, DATED, FULL, NASTY, TEXT, caption
from timeline_app.export.formats import export, import_file

EVENTS = (FULL, *DATED, *NASTY)


def written(name: str) -> Any:
    text = export(name, EVENTS, caption=caption(EVENTS), articles={ARTICLE.id: ARTICLE}).decode()
    return [json.loads(line) for line in text.splitlines()] if name in ("jsonl", "plover") else json.loads(text)


@pytest.mark.parametrize("name", ["jsonl", "timelinejs", "vis", "geojson", "plover", "claims"])
def test_a_file_keeps_to_its_schema(name: str) -> None:
    schema = json.loads((Path(__file__).parent / "schemas" / f"{name}.json").read_text())
    Draft202012Validator.check_schema(schema)
    checker = Draft202012Validator(schema)
    document = written(name)
    for record in document if isinstance(document, list) else [document]:
        assert [error.message[:200] for error in checker.iter_errors(record)] == []


def test_selectors_find_the_quote_in_its_text() -> None:
    record = written("jsonl")[0]
    quote, position = record["mentions"][0]["target"]["selector"]
    assert TEXT[position["start"] : position["end"]] == quote["exact"]
    assert quote["prefix"] + quote["exact"] + quote["suffix"] in TEXT
    assert record["mentions"][0]["target"]["source"] == ARTICLE.url


def test_geojson_has_points_and_events_without_a_place() -> None:
    features = written("geojson")["features"]
    assert features[0]["geometry"] == {"type": "Point", "coordinates": [-3.25, 14.5]}
    assert all(feature["geometry"] is None for feature in features[1:])


def test_vis_ends_the_day_after_the_last_and_draws_no_month_as_lasting() -> None:
    items = {item["id"]: item for item in written("vis")["items"]}
    by_date = {event.date.edtf: items[event.id] for event in DATED}
    assert by_date["2013-01-11/2013-01-15"]["end"] == "2013-01-16"
    assert (by_date["2021-03"]["type"], by_date["2021-03"]["content"][:10]) == ("point", "March 2021")


def test_claims_name_who_says_so_and_where_it_appeared() -> None:
    telling, rival = written("claims")["@graph"][:2]
    assert telling["author"]["name"] == "the regional governor"
    assert telling["appearance"][0]["publisher"]["name"] == "River Post"
    assert telling["about"]["startDate"] == "2021-09-25"
    assert (rival["text"], rival["author"]["name"]) == ("date: 2021-09-24", "Wire")
    assert {"name": "Gunmen", "@type": "Thing"} in telling["about"]["about"]
    assert "organizer" not in telling["about"]  # nobody organises the attack that he suffers
    assert (telling["about"]["keywords"], telling["about"]["description"]) == ("attack", FULL.summary)
    place, mali, _ = telling["about"]["location"]
    assert (place["name"], place["geo"]["latitude"]) == ("Dorno", 14.5)
    assert mali == {"@type": "Country", "name": "Mali", "identifier": "ML"}


def test_plover_maps_roles_places_and_doubt() -> None:
    record = written("plover")[0]
    assert record["event"] == ["ASSAULT"]
    assert (record["source"][0]["actor_text"], record["recipient"][0]["actor_text"]) == ("Gunmen", "Governor")
    assert record["event_loc"] == {"name": "Dorno", "latitude": 14.5, "longitude": -3.25, "country code": "ML"}
    assert record["size"] == {"dead": "2-5"}


@pytest.mark.parametrize(
    ("item", "edtf"),
    [
        ({"start": "2021-05-05"}, "2021-05-05"),
        ({"start": "2021-05-05", "end": "2021-05-05"}, "2021-05-05"),
        ({"start": "2021-05-05", "end": "2021-05-06"}, "2021-05-05"),
        ({"start": "2021-05-05", "end": "2021-05-08"}, "2021-05-05/2021-05-07"),
        ({"start": "2021-05-05T10:00:00Z", "end": "2021-05-05T12:00:00Z"}, "2021-05-05"),
        ({"start": "2021-05-05T10:00:00Z", "end": "2021-05-06T00:00:00.000Z"}, "2021-05-05"),
        ({"start": "2021-05-05 10:00", "end": "2021-05-07 09:30"}, "2021-05-05/2021-05-07"),
        ({"start": 1620172800000, "end": 1620432000000}, "2021-05-05/2021-05-07"),
        ({"start": "2021-05", "end": "2021-07"}, "2021-05/2021-07"),
    ],
)
def test_a_range_of_another_hand_ends_on_its_last_day(item: dict[str, Any], edtf: str) -> None:
    data = json.dumps([item | {"content": "Bridge &amp; ford", "group": "attack"}]).encode()
    (found,) = import_file("vis", data).events
    assert (str(found.date), found.label, str(found.kind)) == (edtf, "Bridge & ford", "attack")
