"""Examples of rules as `tag.toml` writes them: `2024-05-14 | text with [the expression] -> TYPE VALUE = EDTF ; ...`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from timeline_app.language import FOLDER, available, load, load_all

LANGUAGES = tuple(lang for lang in available() if (FOLDER / lang / "tag.toml").exists())


@dataclass(frozen=True)
class Expected:
    start: int
    end: int
    type: str
    value: str
    edtf: str | None


@dataclass(frozen=True)
class Example:
    lang: str
    rule: str
    written: str
    text: str
    published: date | None
    expected: tuple[Expected, ...]

    def __str__(self) -> str:
        return f"{self.lang}: {self.rule}: {self.written[:60]}"


def rules(lang: str) -> list[dict[str, Any]]:
    return list(load_all(lang, "tag")["rule"])


def examples(key: str = "examples") -> Iterator[Example]:
    for lang in LANGUAGES:
        default = load(lang, "tag")["language"]["published"]
        for rule in rules(lang):
            for written in rule.get(key, ()):
                yield _read(lang, rule["name"], written, default)


def _read(lang: str, rule: str, written: str, default: date) -> Example:
    told, _, wanted = written.partition(" -> ")
    day, bar, rest = told.partition(" | ")
    published: date | None = default
    if bar and re.fullmatch(r"-|\d{4}-\d\d-\d\d", day):
        told, published = rest, None if day == "-" else date.fromisoformat(day)
    text, spans = "", []
    for part in re.split(r"(\[[^\]]*\])", told):
        if part.startswith("["):
            spans.append((len(text), len(text) + len(part) - 2))
            part = part[1:-1]
        text += part
    results = (
        [re.fullmatch(r"(\w+)(?: (?!= )(\S+))?(?: = (\S+))?", one.strip()) for one in wanted.split(" ; ")]
        if wanted
        else []
    )
    assert len(spans) == len(results), f"{lang}, {rule}: as many results as brackets, please: {written}"
    expected = tuple(Expected(*span, m[1], m[2] or "", m[3]) for span, m in zip(spans, results, strict=True) if m)
    assert len(expected) == len(spans), f"{lang}, {rule}: a result reads TYPE VALUE = EDTF: {written}"
    return Example(lang, rule, written, text, published, expected)
