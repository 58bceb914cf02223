"""Dates as a reader is told them, in each language."""

import pytest
from hypothesis import given

from tests.test_dates import fuzzy
from timeline_app.dates import FuzzyDate
from timeline_app.language import available
from timeline_app.wording import say_date

SAID = [
    ("2021-09-25", "25 September 2021", "25 septembre 2021"),
    ("2013-02", "February 2013", "février 2013"),
    ("2012", "2012", "2012"),
    ("2012~", "around 2012", "vers 2012"),
    ("199X", "the 1990s", "les années 1990"),
    ("2021-21", "spring 2021", "printemps 2021"),
    ("2021-24", "winter 2021–2022", "hiver 2021-2022"),
    ("[2012-01-24..2012-01-25]", "between 24 and 25 January 2012", "entre le 24 et le 25 janvier 2012"),
    ("[2025-03-31..2025-04-01]", "between 31 March and 1 April 2025", "entre le 31 mars et le 1er avril 2025"),
    ("[2021-12-30..2022-01-01]", "between 30 December 2021 and 1 January 2022",
     "entre le 30 décembre 2021 et le 1er janvier 2022"),
    ("[2021-09-20..2021-09-26]", "in the week of 20 September 2021", "semaine du 20 septembre 2021"),
    ("[2013-01..2013-04]", "early 2013", "début 2013"),
    ("[2013-03-21..2013-03-31]", "late March 2013", "fin mars 2013"),
    ("[2021-02-21..2021-02-28]", "late February 2021", "fin février 2021"),
    ("[2022-05-01..2022-08-31]", "mid-2022", "mi-2022"),
    ("[1990..1999]", "between 1990 and 1999", "entre 1990 et 1999"),
    ("[2021-05-17,2021-05-21]", "17 May 2021 or 21 May 2021", "17 mai 2021 ou 21 mai 2021"),
    ("[..2021-09-26]", "by 26 September 2021", "au plus tard le 26 septembre 2021"),
    ("2013-01/2014-08-01", "January 2013 to 1 August 2014", "janvier 2013 – 1er août 2014"),
    ("2013-01/..", "since January 2013", "depuis janvier 2013"),
    ("../2014", "until 2014", "jusqu'à 2014"),
]  # fmt: skip


@pytest.mark.parametrize(("edtf", "english", "french"), SAID)
def test_says_a_date(edtf: str, english: str, french: str) -> None:
    when = FuzzyDate.parse(edtf)
    assert (say_date(when, "en"), say_date(when, "fr")) == (english, french)


@given(fuzzy)
def test_every_date_can_be_said_in_every_language(when: FuzzyDate) -> None:
    for lang in available():
        assert say_date(when, lang).strip()
