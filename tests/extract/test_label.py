"""The line that a briefer would write: headline style, twelve words, no date, never the opposite of the text."""
# ruff: noqa: E501 -- one case a line

import re

import pytest

from tests.extract.telling import one, tell

HEADLINES = [
    ("en", 'Foreign Minister Ivan Petrov confirmed to the press at the fort on Saturday that the army was leaving "for good."', "Foreign Minister Ivan Petrov confirms to press at fort army is leaving"),
    ("en", "Gunmen killed nine soldiers near Tessit on 12 June 2024.", "Gunmen kill nine soldiers near Tessit"),
    ("en", "Chad will hold a referendum on 17 December 2025.", "Chad to hold referendum"),
    ("en", "ECOWAS lifted its sanctions on Mali on 3 July 2022.", "ECOWAS lifts its sanctions on Mali"),
    ("en", "Two Turkish drones were delivered to Burkina Faso in March 2023.", "Two Turkish drones delivered to Burkina Faso"),
    ("en", "Assimi Goita was sworn in as president on 7 June 2021.", "Goita sworn in as president"),
    ("en", "Soldiers arrested President Ibrahim Boubacar Keita on 18 August 2020.", "Soldiers arrest President Keita"),
    ("en", "The Malian army retook Kidal on 14 November 2023.", "Malian army retakes Kidal"),
    ("en", "French troops left Niger on 22 December 2023.", "French troops leave Niger"),
    ("en", "The village was burnt down by mercenaries on 9 June 2024.", "Mercenaries burn village down"),
    ("en", "Mali's junta said on 25 January 2024 that the accord was over.", "Mali's junta says accord is over"),
    ("en", "Lavrov met Assimi Goita in Bamako on 7 February 2023.", "Lavrov meets Goita in Bamako"),
    ("en", "Bamako recalled its ambassador on 7 February 2023.", "Mali recalls its ambassador"),
    ("fr", "La Cédéao a levé ses sanctions contre le Mali le 3 juillet 2022.", "La Cédéao lève ses sanctions contre le Mali"),
    ("fr", "Des soldats ont arrêté le président Ibrahim Boubacar Keïta le 18 août 2020.", "Des soldats arrêtent le président Keïta"),
    ("fr", "L'armée malienne a repris Kidal le 14 novembre 2023.", "L'armée malienne reprend Kidal"),
    ("fr", "Assimi Goïta a été investi président le 7 juin 2021.", "Goïta investi président"),
    ("fr", "Le ministre s'est rendu à Niamey le 4 juin 2024.", "Le ministre se rend à Niamey"),
    ("fr", "Les derniers soldats français ont quitté le Niger le 22 décembre 2023.", "Les derniers soldats français quittent le Niger"),
    ("fr", "La Bundeswehr a rétrocédé sa base de Gao le 12 décembre 2023.", "La Bundeswehr rétrocède sa base de Gao"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "line"), HEADLINES, ids=[case[2] for case in HEADLINES])
def test_a_label_is_the_headline_of_its_clause(lang: str, text: str, line: str) -> None:
    assert one(text, lang).label == line


NEVER_THE_OPPOSITE = [
    # language, sentence, what the label must hold (any of) or else the status must tell
    ("en", "The group would not be able to hold Kidal beyond June 2024, the governor said.", ["would not"]),
    ("en", "Burkina Faso's army denied on Monday that it had lost a base at Djibo.", ["denies"]),
    ("en", "No convoy reached Djibo in May 2024.", ["No convoy"]),
    ("en", "The parties did not sign the accord on 3 May 2024.", ["did not", "do not"]),
    ("en", "The army has never held Kidal since May 2014.", ["never"]),
    ("en", "The minister may resign on 30 June 2024.", ["may"]),
    ("en", "They were arrested on 10 July 2022.", ["were arrested"]),
    ("fr", "Si la garnison n'était pas ravitaillée, elle tomberait en juin 2024.", ["tomberait"]),
    ("fr", "Aucun convoi n'est entré à Djibo en mai 2024.", ["Aucun"]),
    ("fr", "L'armée burkinabè a démenti lundi avoir perdu une base à Djibo.", ["dément"]),
    ("fr", "Les parties n'ont pas signé l'accord le 3 mai 2024.", ["n'ont pas"]),
    ("fr", "Des mercenaires auraient incendié le village de Boni le 9 juin 2024.", ["auraient"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "text", "kept"), NEVER_THE_OPPOSITE, ids=[case[1][:45] for case in NEVER_THE_OPPOSITE]
)
def test_negation_and_modality_are_never_lost(lang: str, text: str, kept: list[str]) -> None:
    for mention in tell(text, lang):
        assert any(word in mention.label for word in kept), mention.label


def test_a_restriction_is_no_negation() -> None:
    label = one("La CMA ne signera l'accord que le 20 juin 2015.", "fr").label
    assert label == "La CMA signe l'accord"


def test_a_pronoun_gives_way_to_its_name_only_where_one_fits() -> None:
    sure = tell("Assimi Goïta seized power. He dissolved parliament on 19 August 2020.")
    assert sure[-1].label == "Assimi Goïta dissolves parliament"
    unsure = tell("Troops seized Ibrahim Boubacar Keïta and Boubou Cissé. He resigned on 18 August 2020.")
    assert "Cissé" not in unsure[-1].label


LONG = [
    ("en", "On 5 June 2024 the transitional government, which had promised elections for years, told the ambassadors of eleven countries, gathered in the palace on the hill, that it would not hold any vote before the whole of the territory was under its control."),
    ("fr", "Le 5 juin 2024, le gouvernement de transition, qui promettait des élections depuis des années, a dit aux ambassadeurs de onze pays réunis au palais sur la colline qu'il ne tiendrait aucun scrutin avant que tout le territoire ne soit sous son contrôle."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), LONG)
def test_a_label_is_short_and_ends_well(lang: str, text: str) -> None:
    label = tell(text, lang)[0].label
    assert 2 <= len(label.split()) <= 12
    assert not re.search(r"\b(of|the|to|and|de|du|le|la|à|et|que)$", label)
    assert not re.search(r"\b(2024|June|juin)\b", label)


def test_what_is_declared_is_not_declared_upon() -> None:
    text = "Mali and Burkina Faso declared on Monday that a war on Niger would be a war on them."
    assert "declare that war" in tell(text)[0].label


WHOLE = [
    ("en", "Three hundred soldiers were flown in by Rwanda on 20 May 2024.", "Rwanda flies three hundred soldiers"),
    ("en", "Guinea, readmitted to the bloc in May 2024, will vote next year.", "Guinea readmitted to bloc"),
    ("en", "The commander has been on a list since 7 May 2024.", "Commander is on list"),
    ("en", "Some 1,200 men mutinied at Kati in April 2012.", "Some 1,200 men mutiny at Kati"),
    ("en", "2.1 The junta brought in instructors in May 2024.", "Junta brings in instructors"),
    ("en", "The journalist has been held since 13 March 2024 without charge.", "Journalist held without charge"),
    ("en", "The convoy, which had left Gao on 3 June 2024 carrying fuel, was lost.", "Convoy leaves Gao"),
    ("en", "• 9 June 2024: second water point destroyed\n• 12 June 2024: market closed", "Second water point destroyed"),
    ("en", "• 9 June 2024: second water point destroyed\n• 12 June 2024: market closed", "Market closed"),
    ("en", "• 4 June 2024: attack on a well near Abala, seven killed", "Attack on a well near Abala, seven killed"),
    ("en", "Fares rise as from 1 July 2024.", "Fares rise"),
    ("fr", "Le gouvernement décrète trois jours de deuil à compter du 19 juin 2024.", "Le gouvernement décrète trois jours de deuil"),
    ("en", "MINUSMA left Kidal on 31 October 2023 and Gao on 21 December 2023.", "MINUSMA leaves Kidal"),
    ("en", "MINUSMA left Kidal on 31 October 2023 and Gao on 21 December 2023.", "MINUSMA leaves Gao"),
    ("fr", "La Minusma a quitté Kidal le 31 octobre 2023 et Bamako le 31 décembre 2023.", "La Minusma quitte Bamako"),
    ("fr", "Les ministres créeront une force d'ici septembre 2024.", "Les ministres créeront une force"),
    ("fr", "La France mit sur pied une force le 3 mai 2024.", "La France met sur pied une force"),
    ("fr", "Deux avions bombardèrent le camp de Boni le 3 mai 2024.", "Deux avions bombardent le camp de Boni"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "line"), WHOLE, ids=[case[2] for case in WHOLE])
def test_numbers_participles_and_bygone_tenses_are_told_as_headlines(lang: str, text: str, line: str) -> None:
    assert line in [m.label for m in tell(text, lang)], [m.label for m in tell(text, lang)]


def test_a_label_that_is_full_ends_with_a_whole_phrase_and_names_who_speaks() -> None:
    told = tell(
        "Josef Keller, the minister, said on Friday that he had warned Ivan Petrov and his counterpart from Mali this "
        "week in the palace that the potential arrival of mercenaries would be a red line."
    )
    assert "Josef Keller warns Ivan Petrov and his counterpart from Mali in palace" in [m.label for m in told]


def test_a_saying_of_which_only_the_saying_is_left_keeps_its_quotation() -> None:
    assert "what he wanted" in one('"That is exactly what he wanted," Ivan Petrov said on Saturday.').label
