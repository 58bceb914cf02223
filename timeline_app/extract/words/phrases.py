"""Phrases: a few words in a row or near each other, found in a list of folded words in one walk.

`attack*` begins with attack, `sign*~accord*` has up to four words in the gap, a word without a star stands for itself
alone, `@state` (or another kind of actor, or `@place`) for a known name, `#town` for any word of a class of that name,
`=take` for any form of the verb.
Accents and case play no part. No word of any language stands in this code.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from timeline_app.errors import LanguageError
from timeline_app.extract.words.folding import fold

GAP = 4
"""How many words a `~` may stand for."""


class Match(NamedTuple):
    """A phrase found in a list of words: from word `start` up to, not including, `end`; what it stands for; itself."""

    start: int
    end: int
    meaning: str
    weight: float
    phrase: str


_KEPT = 20_000
"""Words of which what they may be is kept."""
_Thing = TypeVar("_Thing")


class _ByWord(dict[str, tuple[_Thing, ...]], Generic[_Thing]):
    """For a folded word what is written for it, or for a beginning of it with a star; kept, since words come again."""

    def __init__(self) -> None:
        self.whole: dict[str, list[_Thing]] = {}
        self.begun: dict[str, list[_Thing]] = {}
        self._shortest, self._longest = 99, 0

    def add(self, written: str, thing: _Thing) -> None:
        bare = fold(written).rstrip("*")
        if written[-1:] == "*":
            self.begun.setdefault(bare, []).append(thing)
            self._shortest, self._longest = min(self._shortest, len(bare)), max(self._longest, len(bare))
        else:
            self.whole.setdefault(bare, []).append(thing)

    def __missing__(self, word: str) -> tuple[_Thing, ...]:
        found = list(self.whole.get(word, ()))
        for size in range(self._shortest, min(self._longest, len(word)) + 1):
            found += self.begun.get(word[:size], ())
        if len(self) >= _KEPT:
            self.clear()
        self[word] = known = tuple(found)
        return known


class Phrases:
    """Many phrases, each with a meaning and a weight, found in a list of folded words in one walk.

    `classes` are the words that `#name` stands for: any of them as a phrase's first word, the single ones further on.
    """

    def __init__(
        self, entries: Iterable[tuple[str, str, float]], classes: Mapping[str, Sequence[str]] | None = None
    ) -> None:
        self._entries: _ByWord[_Entry] = _ByWord()
        self._steps: _ByWord[int] = _ByWord()
        self._numbers: dict[str, int] = {}
        for phrase, meaning, weight in entries:
            for spelling in _spellings(phrase, classes or {}):
                first, _, rest = spelling.partition(" ")
                self._entries.add(first, (self._further(rest, classes or {}), meaning, weight, phrase))

    def _further(self, rest: str, classes: Mapping[str, Sequence[str]]) -> "tuple[_Step, ...]":
        """The steps after a phrase's first word."""
        steps, gap = [], False
        for word in rest.replace("~", " ~ ").split():
            if word == "~":
                gap = True
                continue
            if word not in self._numbers:
                self._numbers[word] = len(self._numbers)
                for one in _members(word, classes) if word[0] in {"#", "="} else [word]:
                    if " " not in one:
                        self._steps.add(one, self._numbers[word])
            steps.append((self._numbers[word], gap))
            gap = False
        return tuple(steps)

    def find(self, words: Sequence[str], classes: Sequence[str] = ()) -> list[Match]:
        """Every phrase in the words; one that lies within a longer one of the same start or end is left out."""
        found = [match for at in self._starts(words, classes) for match in self.at(words, at, classes)]
        last: dict[int, int] = {}
        first: dict[int, int] = {}
        for match in found:
            last[match.start] = max(match.end, last.get(match.start, 0))
            first[match.end] = min(match.start, first.get(match.end, match.start))
        return [match for match in found if last[match.start] == match.end and first[match.end] == match.start]

    def at(self, words: Sequence[str], at: int, classes: Sequence[str] = ()) -> list[Match]:
        """The phrases that begin at this word."""
        entries = self._entries[words[at]]
        if classes and classes[at] and (at == 0 or classes[at - 1] != classes[at]):  # a name speaks once
            entries += tuple(self._entries.whole.get("@" + classes[at], ()))
        if not entries:
            return []
        fitting, size, found = self._steps, len(words), []
        for steps, meaning, weight, phrase in entries:
            place = at + 1
            for step, gap in steps:
                last = place + GAP + 1 if gap else place + 1
                if last > size:
                    last = size
                while place < last and step not in fitting[words[place]]:
                    if classes and classes[place] and step in fitting["@" + classes[place]]:
                        break
                    place += 1
                if place >= last:
                    break
                place += 1
            else:
                found.append(Match(at, place, meaning, weight, phrase))
        return found

    def _starts(self, words: Sequence[str], classes: Sequence[str]) -> list[int]:
        """The places at which some phrase may begin."""
        entries = self._entries
        if not classes and not entries.begun and entries.whole.keys().isdisjoint(words):
            return []
        return [at for at, word in enumerate(words) if entries[word] or (classes and classes[at])]

    def any(self, words: Sequence[str], classes: Sequence[str] = ()) -> Match | None:
        """The first phrase in the words, or none."""
        for at in self._starts(words, classes):
            if found := self.at(words, at, classes):
                return max(found, key=lambda match: match.end)
        return None

    def has(self, word: str) -> bool:
        """Whether this one word is a phrase, or begins like one."""
        return any(not steps for steps, *_ in self._entries[word])


_Step = tuple[int, bool]
"""The number of what the word may be; whether a gap may go before it."""
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
