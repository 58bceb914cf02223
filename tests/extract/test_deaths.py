"""Tolls as UCDP keeps them: low and high."""

import pytest

from tests.extract.telling import tell

CASES = [
    ("en", "Gunmen killed nine soldiers near Tessit on 12 June 2024.", (9, 9)),
    ("en", "12 March 2019: JNIM fighters overran the camp at Dioura and killed 23 soldiers.", (23, 23)),
    ("en", "At least 15 and up to 40 civilians died in an air strike on 3 January 2021 at Bounti.", (15, 40)),
    ("en", "Between 12 and 20 people were killed in the ambush on 4 April 2023.", (12, 20)),
    ("en", "Up to 160 villagers were massacred at Ogossagou on 23 March 2019.", (0, 160)),
    ("en", "An attack on 4 April 2023 left 1,200 families homeless.", None),
    ("en", "Gunmen wounded nine soldiers near Tessit on 12 June 2024.", None),
    ("en", "Thirty-seven people were killed at Koulogon on 1 January 2019.", (37, 37)),
    ("fr", "Des hommes armés ont tué neuf soldats près de Tessit le 12 juin 2024.", (9, 9)),
    ("fr", "Au moins 37 personnes sont mortes dans l'attaque du 6 novembre 2019.", (37, 37)),
    ("fr", "L'attaque du 6 novembre 2019 a fait 20 blessés.", None),
]


@pytest.mark.parametrize(("lang", "text", "toll"), CASES, ids=[case[1][:50] for case in CASES])
def test_the_toll_of_an_event(lang: str, text: str, toll: tuple[int, int] | None) -> None:
    found = tell(text, lang)[0].fatalities
    assert (found and (found.low, found.high)) == toll
