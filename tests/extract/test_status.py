"""How far the text stands behind an event, and who says so."""
# ruff: noqa: E501 -- one case a line

import pytest

from tests.extract.telling import tell

CASES = [
    ("en", "Gunmen killed nine soldiers near Tessit on 12 June 2024.", "reported", ""),
    ("en", "Gunmen killed nine soldiers near Tessit on 12 June 2024, the army said.", "claimed", "army"),
    ("en", "According to residents, mercenaries burned down the village of Boni on 9 June 2024.", "claimed", "residents"),
    ("en", "Mercenaries allegedly burned down the village of Boni on 9 June 2024.", "claimed", ""),
    ("en", "The mission began work in Mali in 2013 to allegedly train the army.", "reported", ""),
    ("en", "Chad will hold a referendum on 17 December 2025.", "planned", ""),
    ("en", "A new parliament is to be elected in January 2026.", "planned", ""),
    ("en", "The summit planned for 2 June 2024 did not take place.", "denied", ""),
    ("en", "No convoy reached Djibo in May 2024.", "denied", ""),
    ("en", "Reports that JNIM had taken Djibo on 3 June 2024 were false.", "denied", ""),
    ("en", "The army denied that its men had shelled Boni on 9 June 2024.", "denied", "army"),
    ("en", "Burkina Faso's army denied on Monday that it had lost a base at Djibo.", "reported", ""),
    ("en", "Not only did the army take Kidal on 14 November 2023, it kept it.", "reported", ""),
    ("en", "Emmanuel Macron announced on 9 November 2022 that Operation Barkhane was over.", "reported", ""),
    ("en", '"They came to Gao on 31 March 2012 and emptied my shop," said Boubacar Maiga, a tailor.', "claimed", "Boubacar Maiga"),
    ("fr", "Des hommes armés ont tué neuf soldats près de Tessit le 12 juin 2024.", "reported", ""),
    ("fr", "Des hommes armés ont tué neuf soldats près de Tessit le 12 juin 2024, selon l'armée.", "claimed", "armée"),
    ("fr", "Des mercenaires auraient incendié le village de Boni le 9 juin 2024.", "claimed", ""),
    ("fr", "D'après des habitants, des mercenaires ont incendié Boni le 9 juin 2024.", "claimed", "habitants"),
    ("fr", "Le Tchad organisera un référendum le 17 décembre 2025.", "planned", ""),
    ("fr", "Un référendum est prévu au Tchad le 17 décembre 2025.", "planned", ""),
    ("fr", "Le sommet prévu le 2 juin 2024 n'a pas eu lieu.", "denied", ""),
    ("fr", "Aucun convoi n'est entré à Djibo en mai 2024.", "denied", ""),
    ("fr", "L'armée nie que ses soldats aient bombardé Boni le 9 juin 2024.", "denied", "armée"),
    ("fr", "L'armée burkinabè a démenti lundi avoir perdu une base à Djibo.", "reported", ""),
    ("fr", "La CMA ne signera l'accord que le 20 juin 2015.", "reported", ""),
    ("fr", "Emmanuel Macron a annoncé le 9 novembre 2022 la fin de l'opération Barkhane.", "reported", ""),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "status", "claimant"), CASES, ids=[case[1][:55] for case in CASES])
def test_status_and_claimant(lang: str, text: str, status: str, claimant: str) -> None:
    mention = tell(text, lang)[0]
    assert mention.status.value == status, dict(mention.decided)["status"]
    assert claimant in mention.claimant
