"""What a language knows about events: phrases and word lists from `languages/xx/extract*.toml`, ready to match.

A phrase is a few words: `attack*` begins with attack, `sign*~accord*` has up to four words in the gap, a word without a
star stands for itself alone, `@state` (or another kind of actor, or `@place`) for a known name. Accents and case play
no part. No word of any language stands in this code.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from timeline_app.errors import LanguageError
from timeline_app.extract.folding import fold
from timeline_app.language import load

GAP = 4
"""How many words a `~` may stand for."""


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase found in a list of words: from word `start` up to, not including, `end`; what it stands for; itself."""

    start: int
    end: int
    meaning: str
    weight: float
    phrase: str


class Phrases:
    """Many phrases, each with a meaning and a weight, found in a list of folded words in one walk."""

    def __init__(self, entries: Iterable[tuple[str, str, float]]) -> None:
        self._exact: dict[str, list[_Entry]] = {}
        self._prefix: dict[str, list[_Entry]] = {}
        self._shortest = 99
        for phrase, meaning, weight in entries:
            steps = _steps(phrase)
            first, starred, _ = steps[0]
            entry = (steps, meaning, weight, phrase)
            if starred:
                self._prefix.setdefault(first, []).append(entry)
                self._shortest = min(self._shortest, len(first))
            else:
                self._exact.setdefault(first, []).append(entry)
        self._longest = max(map(len, self._prefix), default=0)

    def find(self, words: Sequence[str], classes: Sequence[str] = ()) -> list[Match]:
        """Every phrase in the words; one that lies within a longer one of the same start or end is left out."""
        found = [match for at in range(len(words)) for match in self.at(words, at, classes)]
        return [m for m in found if not any(_covers(other, m) for other in found)]

    def at(self, words: Sequence[str], at: int, classes: Sequence[str] = ()) -> list[Match]:
        """The phrases that begin at this word."""
        word = words[at]
        entries = list(self._exact.get(word, ()))
        if classes and classes[at]:
            entries += self._exact.get("@" + classes[at], ())
        for size in range(self._shortest, min(self._longest, len(word)) + 1):
            entries += self._prefix.get(word[:size], ())
        found = []
        for steps, meaning, weight, phrase in entries:
            if end := _walk(steps, words, at, classes):
                found.append(Match(at, end, meaning, weight, phrase))
        return found

    def any(self, words: Sequence[str], classes: Sequence[str] = ()) -> Match | None:
        """The first phrase in the words, or none."""
        for at in range(len(words)):
            if found := self.at(words, at, classes):
                return max(found, key=lambda match: match.end)
        return None

    def has(self, word: str) -> bool:
        """Whether this one word is a phrase, or begins like one."""
        return bool(self.at((word,), 0))


_Step = tuple[str, bool, bool]
"""A word or its beginning, whether it is only the beginning, whether a gap may go before it."""
_Entry = tuple[tuple[_Step, ...], str, float, str]


def _steps(phrase: str) -> tuple[_Step, ...]:
    steps = []
    for index, part in enumerate(phrase.split("~")):
        for place, word in enumerate(part.split()):
            bare = fold(word)
            steps.append((bare.rstrip("*"), bare.endswith("*"), index > 0 and place == 0))
    if not steps:
        raise LanguageError("an empty phrase stands in an extract*.toml: take it out")
    return tuple(steps)


def _walk(steps: tuple[_Step, ...], words: Sequence[str], at: int, classes: Sequence[str]) -> int:
    """Where the phrase that begins at this word ends, or 0."""
    place = at
    for index, (bare, starred, gap) in enumerate(steps):
        last = min(place + (GAP if gap and index else 0) + 1, len(words))
        here = next(
            (i for i in range(place, last) if _fits(bare, starred, words[i], classes[i] if classes else "")), -1
        )
        if here < 0:
            return 0
        place = here + 1
    return place


def _fits(bare: str, starred: bool, word: str, named: str) -> bool:
    if bare.startswith("@"):
        return bare[1:] == named
    return word.startswith(bare) if starred else word == bare


def _covers(big: Match, small: Match) -> bool:
    if big is small or big.end - big.start <= small.end - small.start:
        return False
    return big.start <= small.start and small.end <= big.end and (big.start == small.start or big.end == small.end)


def _pair(kind: str, parts: list[list[str]]) -> tuple[str, list[Phrases], list[Phrases]]:
    """A kind, what must be met, and what (written with "!") must not."""
    wanted = [Phrases((phrase, kind, 1.0) for phrase in part) for part in parts if not part[0].startswith("!")]
    barred = [Phrases((phrase.lstrip("!"), kind, 1.0) for phrase in part) for part in parts if part[0].startswith("!")]
    return kind, wanted, barred


class Lexicon:
    """Everything that the stage knows of one language. Made once per language by `lexicon`."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        kinds = load(lang, "extract_kinds")
        words = {**load(lang, "extract"), **load(lang, "extract_states")}
        self.words = words
        self.kinds = Phrases(
            (phrase, kind, weight)
            for kind, levels in kinds["kinds"].items()
            for level, weight in (("strong", 3.0), ("plain", 2.0), ("weak", 1.0))
            for phrase in levels.get(level, ())
        )
        self.nouns = Phrases((phrase, "noun", 1.0) for phrase in kinds["event_nouns"])
        self.default_kind: str = kinds["default"]
        self.pairs = [_pair(kind, parts) for kind, many in kinds.get("pairs", {}).items() for parts in many]
        self.turns: list[dict[str, Any]] = kinds.get("turns", [])
        self._lists: dict[str, frozenset[str]] = {}
        self._phrases: dict[str, Phrases] = {}
        self._patterns: dict[str, re.Pattern[str]] = {}

    def country_name(self, code: str) -> str:
        """The language's name of a country (ISO 3166-1 alpha-2), or ''."""
        return next((name for name, other in self.words["countries"].items() if other == code), "")

    def turn(self, turn: dict[str, Any]) -> Phrases:
        """The phrases of one entry of `turns`."""
        key = f"turn {turn['from']} {turn['to']}"
        if key not in self._phrases:
            self._phrases[key] = Phrases((phrase, turn["to"], 1.0) for phrase in turn["phrases"])
        return self._phrases[key]

    def list(self, *path: str) -> frozenset[str]:
        """A list of single words, folded."""
        key = ".".join(path)
        if key not in self._lists:
            self._lists[key] = frozenset(fold(word) for word in self._get(path))
        return self._lists[key]

    def phrases(self, *path: str) -> Phrases:
        """A list of phrases; or a table of lists, whose keys are the meanings."""
        key = ".".join(path)
        if key not in self._phrases:
            value = self._get(path)
            pairs = value.items() if isinstance(value, dict) else [(key, value)]
            self._phrases[key] = Phrases((phrase, meaning, 1.0) for meaning, many in pairs for phrase in many)
        return self._phrases[key]

    def pattern(self, *path: str) -> re.Pattern[str]:
        """A regular expression, or several that stand for each other."""
        key = ".".join(path)
        if key not in self._patterns:
            value = self._get(path)
            source = value if isinstance(value, str) else "|".join(f"(?:{one})" for one in value)
            self._patterns[key] = re.compile(source, re.IGNORECASE if isinstance(value, list) else 0)
        return self._patterns[key]

    def table(self, *path: str) -> dict[str, str]:
        """A table of words, keys folded."""
        return {fold(key): value for key, value in self._get(path).items()}

    def _get(self, path: tuple[str, ...]) -> Any:
        value: Any = self.words
        for name in path:
            if name not in value:
                raise LanguageError(f"{self.lang}/extract.toml has no {'.'.join(path)}: add it")
            value = value[name]
        return value


@cache
def lexicon(lang: str) -> Lexicon:
    """The lexicon of a language, made once."""
    return Lexicon(lang)
