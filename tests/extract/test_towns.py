"""Towns that the data package does not know: believed where the text tells of their country, never against a person."""

import pytest

from timeline_app.extract.names.gazetteer import Gazetteer
from timeline_app.extract.names.name import Names
from timeline_app.extract.names.towns import towns
from timeline_app.extract.words.lexicon import lexicon
from timeline_app.pipeline import load_package

CASES = [
    ("en", "Rebels entered Bambari in the Central African Republic.", {"Bambari": "CF"}),
    ("en", "Rebels entered Bambari at dawn.", {}),
    ("en", "Shells fell on Tripoli, the port of northern Lebanon.", {}),  # the package's own Tripoli comes first
    ("en", "Soldiers of Nigeria left Damaturu for Maroua in Cameroon.", {"Damaturu": "NG", "Maroua": "CM"}),
    ("en", "Lagos was calm.", {"Lagos": "NG"}),
    ("en", "John Houston resigned. Houston had led the American mission.", {}),
    ("en", "Traders fled to Man in the west of Ivory Coast.", {"Man": "CI"}),
    ("en", "Man bites dog in Ivory Coast.", {}),
    ("fr", "Les rebelles ont pris Bria, en Centrafrique.", {"Bria": "CF"}),
    ("fr", "Des heurts ont éclaté à Bukavu, dans l'est de la RDC.", {"Bukavu": "CD"}),
]


@pytest.mark.parametrize(("lang", "text", "found"), CASES)
def test_a_town_is_believed_where_its_country_is_told(lang: str, text: str, found: dict[str, str]) -> None:
    names = Names(text, lang, Gazetteer.of(load_package()), lexicon(lang))
    known = {place.name for place in load_package().places}
    told = {n.text: n.place.country for n in names.all if n.place and n.kind == "place" and n.place.name not in known}
    assert told == found


def test_the_list_gives_places_on_the_globe_the_largest_of_a_name_first() -> None:
    for named in towns().values():
        assert [t.people for t in named] == sorted((t.people for t in named), reverse=True)
        assert all(
            -90 <= t.place.lat <= 90 and -180 <= t.place.lon <= 180 for t in named if t.place.lat and t.place.lon
        )
