"""A label stands alone: the army says whose it is, the country and the town have their names, where that is sure."""
# ruff: noqa: E501 -- one case a line

import pytest

from tests.extract.telling import tell

CASES = [
    ("en", "The army retook Kidal on 14 November 2023.", "Malian army retakes Kidal"),
    ("en", "Mali held its breath. On 19 August 2020 the government resigned in Bamako.", "Mali's government"),
    ("en", "Niger is calm. French troops left the country on 22 December 2023.", "leave Niger"),
    ("en", "Boni is in central Mali. Raiders burned the town on 5 June 2024.", "burn Boni"),
    ("en", "Burkina Faso is at war. Some 300 people were killed in the north in May 2024.", "northern Burkina Faso"),
    ("fr", "L'armée a repris Kidal le 14 novembre 2023.", "L'armée malienne reprend Kidal"),
    ("fr", "Le Niger est calme. La junte a dissous les partis le 26 mars 2025.", "La junte nigérienne dissout"),
    ("fr", "Le Mali est calme. Les Casques bleus ont quitté le pays le 31 décembre 2023.", "quittent le Mali"),
    ("fr", "Boni est au centre du Mali. Des assaillants ont incendié le village le 5 juin 2024.", "incendient Boni"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "part"), CASES, ids=[case[1][:45] for case in CASES])
def test_a_common_noun_gives_way_to_the_name_it_means(lang: str, text: str, part: str) -> None:
    assert part in tell(text, lang)[-1].label, tell(text, lang)[-1].label


UNSURE = [
    ("en", "Chad and Sudan are neighbours. On 5 June 2024 Sudan said that the army had crossed the line.", ["Chad", "Sudanese army"]),
    ("en", "Rebels from Mali met a government in Niamey on 5 June 2024.", ["Niger's"]),
    ("en", "Troops from Burkina Faso and the army of Niger met on 5 June 2024.", ["Nigerien", "Burkinabe"]),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "wrong"), UNSURE, ids=[case[1][:45] for case in UNSURE])
def test_where_two_states_are_told_the_noun_stays(lang: str, text: str, wrong: list[str]) -> None:
    for mention in tell(text, lang):
        assert not any(word in mention.label for word in wrong), mention.label


def test_a_party_behind_a_pronoun_is_named_in_the_language_of_the_text() -> None:
    found = tell("L'Union africaine s'est réunie à Addis-Abeba. Elle a suspendu la Guinée le 10 mai 2024.", "fr")
    assert "African" not in found[-1].label


def test_a_state_named_in_the_plural_has_its_verb_in_the_plural() -> None:
    (mention,) = tell("Washington a suspendu son aide au Niger le 4 août 2023.", "fr")
    assert mention.label.startswith("Les États-Unis suspendent"), mention.label


def test_what_a_date_counts_from_does_not_hang_in_the_air() -> None:
    (mention,) = tell("The bloc suspended Guinea on 12 May 2024, a week after the storm.", "en")[:1]
    assert mention.label == "Bloc suspends Guinea"
