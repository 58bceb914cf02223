"""Every rule of every language keeps what its examples promise, and stays off its near misses."""

import pytest

from tests.tag.examples import LANGUAGES, Example, examples, rules
from timeline_app.tag import tag


@pytest.mark.parametrize("example", list(examples()), ids=str)
def test_example(example: Example) -> None:
    found = tag(example.text, example.lang, example.published)
    if not example.expected:
        assert found == []
    for want in example.expected:
        got = [t for t in found if (t.start, t.end) == (want.start, want.end)]
        assert [(t.rule, t.type, t.value, str(t.date) if t.date else None) for t in got] == [
            (example.rule, want.type, want.value, want.edtf)
        ], [(t.text, t.rule, t.value, str(t.date)) for t in found]


@pytest.mark.parametrize("miss", list(examples("near")), ids=str)
def test_near_miss(miss: Example) -> None:
    assert [t.text for t in tag(miss.text, miss.lang, miss.published) if t.rule == miss.rule] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_rule_has_a_name_of_its_own_and_an_example(lang: str) -> None:
    names = [rule["name"] for rule in rules(lang)]
    assert len(names) == len(set(names))
    assert [rule["name"] for rule in rules(lang) if not rule.get("examples") and not rule.get("near")] == []
