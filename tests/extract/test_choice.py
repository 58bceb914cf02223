"""How marks decide: each weighs by itself and along with the kinds, and the threshold draws the line."""

import pytest

from timeline_app.extract.parties import choice
from timeline_app.extract.parties.candidates import Candidate, Evidence
from timeline_app.model import Kind

WEIGHTS = {
    "actors": {
        "threshold": {"": 0.5},
        "any": {"": -1.0},
        "subject": {"": 2.0, "person": 1.0},
        "site; nobody": {"": 0.5, "coup": 1.0},
    }
}


@pytest.fixture(autouse=True)
def plain_weights(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choice, "_weights", lambda: WEIGHTS)
    monkeypatch.setattr(choice, "_weighing", choice._Weighing)  # keeps nothing for the tests behind


@pytest.mark.parametrize(
    ("marks", "form", "kind", "total"),
    [
        (set(), "state", Kind.ATTACK, -1.0),
        ({"subject"}, "state", Kind.ATTACK, 1.0),
        ({"subject"}, "person", Kind.ATTACK, 2.0),
        ({"site; nobody"}, "state", Kind.COUP, 0.5),
        ({"a mark that was too rare to weigh"}, "state", Kind.COUP, -1.0),
    ],
)
def test_marks_add_up(marks: set[str], form: str, kind: Kind, total: float) -> None:
    assert choice.probability("actors", marks, form, kind) == pytest.approx(1 / (1 + 2.718281828**-total))


def test_those_whom_the_event_names_come_first() -> None:
    evidence = Evidence()
    for name, kind, marks in (
        ("Mali", "state", {"site; nobody"}),
        ("X", "person", {"subject"}),
        ("Y", "person", set()),
    ):
        evidence.candidates[name] = Candidate(name, kind, marks=marks, indexes={3} if name == "X" else set())
    chosen = choice.parties_of(evidence, Kind.COUP)
    assert [it.canonical for it in chosen] == ["X", "Mali"]


def test_the_mark_that_spoke_most_is_told() -> None:
    assert choice.strongest(Candidate("X", "person", marks={"site; nobody", "subject"}), Kind.ATTACK) == "subject"
