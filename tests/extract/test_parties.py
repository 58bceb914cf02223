"""Whose event it is: actors, countries, place, and the part that each has."""
# ruff: noqa: E501 -- one case a line

import pytest

from tests.extract.telling import tell

CASES = [
    # language, sentence, actors, countries, place (of the last event told)
    ("en", "Bamako said on 3 May 2024 that talks would resume.", {"Mali"}, {"ML"}, ""),
    ("en", "A bomb exploded in Bamako on 3 May 2024.", set(), {"ML"}, "Bamako"),
    ("en", "Paris recalled its ambassador on 3 May 2024.", {"France"}, {"FR"}, ""),
    ("en", "The Malian army bombed a JNIM camp near Gossi on 3 May 2024.", {"Mali", "JNIM"}, {"ML"}, "Gossi"),
    ("en", "Nigerian refugees fled to Diffa on 3 May 2024.", set(), {"NG", "NE"}, "Diffa"),
    ("en", "The AES created a joint force on 3 May 2024.", {"AES"}, {"ML", "BF", "NE"}, ""),
    ("en", "MINUSMA left its base in Kidal on 31 October 2023.", {"MINUSMA", "Mali"}, {"ML"}, "Kidal"),
    ("en", "Lavrov met Assimi Goita in Bamako on 7 February 2023.", {"Sergey Lavrov", "Assimi Goïta", "Russia", "Mali"}, {"RU", "ML"}, "Bamako"),
    ("en", "French troops left Niger on 22 December 2023.", {"France", "Niger"}, {"FR", "NE"}, ""),
    ("en", "Colonel Moussa Tankari announced a curfew in Agadez on 3 May 2024. Tankari lifted it on 10 May 2024.", {"Moussa Tankari", "Niger"}, {"NE"}, ""),
    ("en", "The National Movement for Dialogue (NMD) marched through Niamey on 3 May 2024.", {"NMD"}, {"NE"}, "Niamey"),
    ("en", "JNIM, led by Iyad Ag Ghaly, attacked Kati on 22 July 2022. The group attacked Bamako on 17 September 2023.", {"JNIM"}, {"ML"}, "Bamako"),
    ("fr", "Bamako a annoncé le 3 mai 2024 la reprise des pourparlers.", {"Mali"}, {"ML"}, ""),
    ("fr", "Une bombe a explosé à Bamako le 3 mai 2024.", set(), {"ML"}, "Bamako"),
    ("fr", "L'armée malienne a bombardé un camp du JNIM près de Gossi le 3 mai 2024.", {"Mali", "JNIM"}, {"ML"}, "Gossi"),
    ("fr", "La Minusma a quitté sa base de Kidal le 31 octobre 2023.", {"MINUSMA", "Mali"}, {"ML"}, "Kidal"),
    ("fr", "Le colonel Moussa Tankari a instauré un couvre-feu à Agadez le 3 mai 2024.", {"Moussa Tankari", "Niger"}, {"NE"}, "Agadez"),
    ("fr", "Les derniers soldats français ont quitté le Niger le 22 décembre 2023.", {"France", "Niger"}, {"FR", "NE"}, ""),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "actors", "countries", "place"), CASES, ids=[case[1][:50] for case in CASES])
def test_actors_countries_and_place(lang: str, text: str, actors: set[str], countries: set[str], place: str) -> None:
    mention = tell(text, lang)[-1]
    assert set(mention.actors) == actors
    assert set(mention.countries) == countries
    assert mention.place == place


def test_the_agreement_of_a_town_is_not_in_the_town() -> None:
    mention = tell("Mali has had many accords. The CMA signed the Algiers accord in Mali on 20 June 2015.")[-1]
    assert "DZ" not in mention.countries


def test_a_venue_is_no_party() -> None:
    text = "Mali wants new partners. Mali's minister met Sergey Lavrov in New York on 25 September 2021."
    assert set(tell(text)[-1].countries) == {"ML", "RU"}


@pytest.mark.parametrize(
    ("text", "agents", "patients"),
    [
        ("France bombed JNIM near Gossi on 3 May 2024.", ("France",), ("JNIM",)),
        ("JNIM was bombed by France near Gossi on 3 May 2024.", ("France",), ("JNIM",)),
    ],
)
def test_who_acts_and_who_is_acted_on(text: str, agents: tuple[str, ...], patients: tuple[str, ...]) -> None:
    mention = tell(text)[0]
    assert (mention.agents, mention.patients) == (agents, patients)


def test_the_same_name_in_another_case_or_without_accents_is_the_same_actor() -> None:
    for said in ("Assimi Goïta", "Assimi Goita"):
        assert "Assimi Goïta" in tell(f"{said} took the oath on 7 June 2021.")[0].actors


def test_a_word_that_looks_like_a_name_only_in_lower_case_is_none() -> None:
    found = tell("The people of the san area fled on 3 May 2024, and it is said that they ate.")
    assert all(m.place != "San" for m in found)
