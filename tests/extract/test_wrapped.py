"""Text that a margin broke: a sentence goes on across the break; headlines, by-lines and list items stay apart."""

import textwrap
from datetime import date

import pytest

from timeline_app.extract import Gazetteer, extract
from timeline_app.model import Article, DataPackage
from timeline_app.tag import tag

NOBODY = Gazetteer.of(DataPackage(name="none", title="None", events=(), actors=(), places=()))

PROSE = (
    "The herders of the valley have gone back to the wells that they had left when gunmen burned Ansongo market in "
    "March 2019. On Monday a patrol reached the ford; the ferry, which a mine sank in January 2020, is being raised. "
    "Traders hope that the road will be open by Friday."
)
LISTED = """\
Markets burned along the river in the years of the emergency, by place
Gunmen burned the market of Ansongo in March 2019
A mine sank the ferry of the ford in January 2020
"""
HEADED = """\
Traders return to the burned market of the river valley as the ferry is raised
By Oumar Saley in Ansongo

A mine sank the ferry in January 2020.
"""


def evidence(text: str) -> list[str]:
    found = extract(
        article := Article(text=text, lang="en", published=date(2021, 9, 26)),
        tag(text, "en", article.published),
        NOBODY,
        parser=False,
    )
    assert all(text[m.start : m.end] == m.evidence for m in found)
    return [" ".join(m.evidence.split()) for m in found]


@pytest.mark.parametrize("margin", [60, 72, 80, 100, 120])
def test_a_sentence_goes_on_across_a_margin(margin: int) -> None:
    assert evidence(textwrap.fill(PROSE, margin)) == evidence(PROSE)


@pytest.mark.parametrize("text", [LISTED, HEADED])
def test_lines_that_are_whole_stay_apart(text: str) -> None:
    lines = [line.strip() for line in text.splitlines()]
    assert evidence(text)
    assert all(sentence in lines for sentence in evidence(text))
