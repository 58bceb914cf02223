"""What the text around a date shows: where its sentence ends, and the tense of the verb that it belongs to."""

import pytest

from timeline_app.language import load_all
from timeline_app.tag.anchors.evidence import Surroundings
from timeline_app.tag.rules.cues import Cues

ENGLISH = Cues.of(load_all("en", "tag"))


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("He left. She stayed.", 2),
        ("Dr. Sow left on Feb. 3 with Carl P. Dove.", 1),
        ("Q. Why now?\nA. We were late.", 4),
        ("It fell in 2012. Mrs. Bah saw it. The U.S. Senate did not.", 3),
    ],
)
def test_abbreviations_end_no_sentence(text: str, sentences: int) -> None:
    assert Surroundings(text, ENGLISH).sentences_between(0, len(text) - 1) + 1 == sentences


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("The storm will hit on |Friday|.", "future"),
        ("The storm hit on |Friday|.", "past"),
        ("The order had been due to expire |Friday|.", "past"),
        ("The order is due to expire |Friday|.", "future"),
        ("The bank is to remain closed on |Friday|.", "future"),
        ("The envoys meet on |Friday|.", "future"),
        ("The envoys did not meet on |Friday|.", "past"),
        ("A house on |Friday|.", ""),
    ],
)
def test_the_verb_shows_the_tense(text: str, tense: str) -> None:
    before, day, behind = text.split("|")
    around = Surroundings(before + day + behind, ENGLISH)
    assert around.tense(len(before), len(before + day)) == tense
