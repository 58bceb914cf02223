"""Absolute dates in languages that have no folder: found with the day that is written, and nothing else."""

from datetime import date

import pytest

from timeline_app.tag import tag

WRITTEN = (
    ("de", "Die Soldaten verließen Kidal am 18. August 2020. Am 3. März 2019 war der Posten gefallen."),
    ("es", "Los soldados dejaron Kidal el 18 de agosto de 2020. El 3 de marzo de 2019 había caído el puesto."),
    ("pt", "Os soldados deixaram Kidal em 18 de agosto de 2020. Em 3 de março de 2019 caiu o posto."),
    ("ar", "غادر الجنود كيدال في 18 أغسطس 2020. وسقط الموقع في 3 مارس 2019."),
)


@pytest.mark.parametrize(("lang", "text"), WRITTEN, ids=[lang for lang, _ in WRITTEN])
def test_absolute_dates_are_read(lang: str, text: str) -> None:
    found = tag(text, lang, date(2021, 9, 26))
    assert [str(t.date) for t in found] == ["2020-08-18", "2019-03-03"]
    assert all(text[t.start : t.end] == t.text for t in found)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Sie gingen gestern und kommen in drei Tagen; 2500 Menschen flohen im Mai."),
        ("es", "Se fueron ayer; huyeron 2020 personas en mayo de 2019."),
        ("qq", "18 August 2020"),
    ],
)
def test_nothing_is_guessed(lang: str, text: str) -> None:
    assert tag(text, lang, date(2021, 9, 26)) == []
