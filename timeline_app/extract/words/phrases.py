"""Phrases: a few words in a row or near each other, found in a list of folded words in one walk.

`attack*` begins with attack, `sign*~accord*` has up to four words in the gap, a word without a star stands for itself
alone, `@state` (or another kind of actor, or `@place`) for a known name, `#town` for any word of a class of that name,
`=take` for any form of the verb.
Accents and case play no part. No word of any language stands in this code.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from timeline_app.errors import LanguageError
from timeline_app.extract.words.folding import fold

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


_KEPT = 20_000
"""Words of which the entries that they may begin are kept."""


class Phrases:
    """Many phrases, each with a meaning and a weight, found in a list of folded words in one walk.

    `classes` are the words that `#name` stands for: any of them as a phrase's first word, the single ones further on.
    """

    def __init__(
        self, entries: Iterable[tuple[str, str, float]], classes: Mapping[str, Sequence[str]] | None = None
    ) -> None:
        self._exact: dict[str, list[_Entry]] = {}
        self._prefix: dict[str, list[_Entry]] = {}
        self._shortest = 99
        words: dict[str, _Words] = {}
        for phrase, meaning, weight in entries:
            for spelling in _spellings(phrase, classes or {}):
                first, _, rest = spelling.partition(" ")
                bare = fold(first).rstrip("*")
                entry = (_steps(rest, classes or {}, words) if rest else (), meaning, weight, phrase)
                if first[-1:] == "*":
                    self._prefix.setdefault(bare, []).append(entry)
                    self._shortest = min(self._shortest, len(bare))
                else:
                    self._exact.setdefault(bare, []).append(entry)
        self._longest = max(map(len, self._prefix), default=0)
        self._begun: dict[str, list[_Entry]] = {}

    def find(self, words: Sequence[str], classes: Sequence[str] = ()) -> list[Match]:
        """Every phrase in the words; one that lies within a longer one of the same start or end is left out."""
        found = [match for at in self._starts(words, classes) for match in self.at(words, at, classes)]
        return [m for m in found if not any(_covers(other, m) for other in found)]

    def at(self, words: Sequence[str], at: int, classes: Sequence[str] = ()) -> list[Match]:
        """The phrases that begin at this word."""
        entries = self._beginning(words[at])
        if classes and classes[at] and (at == 0 or classes[at - 1] != classes[at]):  # a name speaks once
            entries = entries + self._exact.get("@" + classes[at], [])
        found = []
        for steps, meaning, weight, phrase in entries:
            if end := _walk(steps, words, at + 1, classes) if steps else at + 1:
                found.append(Match(at, end, meaning, weight, phrase))
        return found

    def _starts(self, words: Sequence[str], classes: Sequence[str]) -> list[int]:
        """The places at which some phrase may begin."""
        if not classes and not self._prefix and self._exact.keys().isdisjoint(words):
            return []
        begun, beginning = self._begun, self._beginning
        return [
            at
            for at, word in enumerate(words)
            if (begun[word] if word in begun else beginning(word)) or (classes and classes[at])
        ]

    def _beginning(self, word: str) -> "list[_Entry]":
        """The entries that may begin with this word; kept, since texts repeat their words."""
        known = self._begun.get(word)
        if known is None:
            known = list(self._exact.get(word, ()))
            for size in range(self._shortest, min(self._longest, len(word)) + 1):
                known += self._prefix.get(word[:size], ())
            if len(self._begun) >= _KEPT:
                self._begun.clear()
            self._begun[word] = known
        return known

    def any(self, words: Sequence[str], classes: Sequence[str] = ()) -> Match | None:
        """The first phrase in the words, or none."""
        for at in self._starts(words, classes):
            if found := self.at(words, at, classes):
                return max(found, key=lambda match: match.end)
        return None

    def has(self, word: str) -> bool:
        """Whether this one word is a phrase, or begins like one."""
        return any(not steps for steps, *_ in self._beginning(word))


@dataclass(frozen=True, slots=True)
class _Words:
    """What one step of a phrase may be: whole words, beginnings, kinds of known names."""

    whole: frozenset[str]
    begun: tuple[str, ...]
    named: frozenset[str]

    def fits(self, word: str, named: str) -> bool:
        return word in self.whole or word.startswith(self.begun) or named in self.named


_Step = tuple[_Words, bool]
"""What the word may be; whether a gap may go before it."""
_Entry = tuple[tuple[_Step, ...], str, float, str]
"""What must follow the first word; meaning, weight, the phrase as it is written."""


def _spellings(phrase: str, classes: Mapping[str, Sequence[str]]) -> list[str]:
    """The phrase as tokens may cut it: a class spelt out where it begins, elisions apart, hyphens within and apart."""
    if phrase[:1] in {"#", "="}:
        name, _, rest = phrase.partition(" ")
        return [s for word in _members(name, classes) for s in _spellings(f"{word} {rest}".strip(), classes)]
    if not phrase.strip():
        raise LanguageError("an empty phrase stands in an extract*.toml: take it out")
    apart = _ELISION.sub(r"\1 ", phrase) if "'" in phrase else phrase
    return [apart, apart.replace("-", " - ")] if "-" in apart else [apart]


def _members(name: str, classes: Mapping[str, Sequence[str]]) -> Sequence[str]:
    """The words of a class `#name`, or the forms of a verb `=name`."""
    key = name.removeprefix("#")
    if key not in classes:
        where = "[forms]" if name[0] == "=" else "[classes]"
        raise LanguageError(f"a phrase names {name}, which is not there: add {key.removeprefix('=')} to {where}")
    return classes[key]


_ELISION = re.compile(r"(?<!\w)([^\W\d_]')(?=\w)")


def _steps(rest: str, classes: Mapping[str, Sequence[str]], made: dict[str, _Words]) -> tuple[_Step, ...]:
    """The steps after a phrase's first word."""
    steps, gap = [], False
    for word in rest.replace("~", " ~ ").split():
        if word == "~":
            gap = True
            continue
        if word not in made:
            several = _members(word, classes) if word[0] in {"#", "="} else [word]
            made[word] = _words([one for one in several if " " not in one])
        steps.append((made[word], gap))
        gap = False
    return tuple(steps)


def _words(written: Sequence[str]) -> _Words:
    bare = [fold(word) for word in written]
    return _Words(
        frozenset(w for w in bare if w[0] != "@" and w[-1] != "*"),
        tuple(w.rstrip("*") for w in bare if w[0] != "@" and w[-1] == "*"),
        frozenset(w[1:] for w in bare if w[0] == "@"),
    )


def _walk(steps: tuple[_Step, ...], words: Sequence[str], at: int, classes: Sequence[str]) -> int:
    """Where the phrase whose first word ends here ends, or 0."""
    place, size = at, len(words)
    for step, gap in steps:
        last = min(place + GAP + 1 if gap else place + 1, size)
        while place < last and not step.fits(words[place], classes[place] if classes else ""):
            place += 1
        if place >= last:
            return 0
        place += 1
    return place


def _covers(big: Match, small: Match) -> bool:
    if big is small or big.end - big.start <= small.end - small.start:
        return False
    return big.start <= small.start and small.end <= big.end and (big.start == small.start or big.end == small.end)
