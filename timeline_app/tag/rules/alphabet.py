"""A text as a string with one character per word, so that a rule is a short regular expression over words.

Every word that some rule knows has a character of its own, taken from Unicode's private area; a class of words is then
a character set, however many words it has, and matching costs the same for three words as for three hundred. Numbers
up to 99 have their own character as well, longer ones share one by their length. All other words share four
characters (written small, with a capital, plural, shouted), white space has none, and a blank line, the bullet of a
new item or the end of a line that is only a year is a wall that no rule crosses.

    "On 14 August 2021, troops"  ->  on · 14 · august · YEAR · , · OTHER
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from timeline_app.errors import LanguageError

SMALL, CAPITAL, PLURAL, WALL = "w", "W", "p", "\n"
"""A word that no rule knows, by how it is written; and a blank line."""
YEAR, OLD_YEAR, THREE, FOUR, LONG = "Y", "y", "T", "F", "N"
"""A number from 1900 to 2099, another from 1000 to 2199, one of three digits, another of four, and any longer or with a
separator."""
DECIMAL = "D"

_TOKEN = re.compile(
    r"\d{1,3}(?:,\d{3})++(?!\d)"  # 12,000
    r"|(?<!\d\.)\d++\.\d++(?!\.?\d)"  # 22.8, but not 14.08.2021
    r"|\d++"
    r"|(?<=\d)[^\W\d_]++"  # 14h30 is three tokens
    r"|[^\W\d_]\w*+"
    r"|\s*\n\s*[-–—•*▪]\s+|\s*\n[^\S\n]*\n\s*|\s++"
    r"|."
)
_YEAR_ALONE = re.compile(r"(?<=\n)\d{4}(?=[^\S\n]*\n)")
_MARKS = ".,-/:'\"()%$€£;#&+_`©"
_FIRST = 0xE000
_REMEMBERED = 50_000
_FOLD = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "–": "-", "—": "-", "‑": "-", "−": "-", "“": '"', "”": '"'})


def tokens_of(text: str) -> list[str]:
    """Words, numbers, marks and white space; joined again they give the text."""
    return _TOKEN.findall(text)


@dataclass(frozen=True, slots=True)
class Spelling:
    """A stretch of text as symbols. `starts` and `ends` give each symbol's place in the text."""

    symbols: str
    tokens: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]


class Alphabet(dict[str, str]):
    """Which character stands for a token as it is written. Grows while rules are read, then only looks up."""

    def __init__(self, plural: Sequence[str] = ()) -> None:
        super().__init__()
        self._plural = tuple(plural)
        self._next = _FIRST
        self._unknown: dict[str, str] = {}
        self._cased: dict[str, str] = {}
        for number in range(100):
            symbol = self._new()
            self[str(number)] = symbol
            self[f"{number:02d}"] = self._new() if number < 10 else symbol
        for mark in _MARKS:
            self[mark] = mark
        for code, plain in _FOLD.items():
            self[chr(code)] = str(plain)

    def _new(self) -> str:
        self._next += 1
        return chr(self._next - 1)

    def add(self, word: str) -> str:
        """The symbols of a word or phrase. One written with a capital stands only for itself and for all capitals."""
        return "".join(self._add(token) for token in tokens_of(word) if not token.isspace())

    def _add(self, token: str) -> str:
        plain = token.translate(_FOLD)
        if not plain[0].isalpha():
            return self[plain] if plain in self else self._missing_mark(plain)
        if plain not in self._cased:
            self._cased[plain] = self._new()
            self._rebuild(plain)
        return self._cased[plain]

    def _missing_mark(self, token: str) -> str:
        self[token] = self[token] if token.isdigit() else self._new()
        return self[token]

    def _rebuild(self, word: str) -> None:
        """Enter the ways of writing a word; one with a capital of its own keeps its spellings for itself."""
        symbol = self._cased[word]
        if {word.lower(), word.capitalize()} <= self._cased.keys() and word.lower() != word.capitalize():
            raise LanguageError(f"the word {word!r} is given in small letters and with a capital: keep one of the two")
        if word[0].isupper():
            self[word] = self[word.upper()] = symbol
            return
        self[word] = symbol
        for written in (word.capitalize(), word.upper(), word.title()):
            if written not in self or self[written] in (SMALL, CAPITAL):
                self[written] = symbol

    def __missing__(self, token: str) -> str:
        """How a word that no rule names is written; the last some thousand are remembered."""
        symbol = self._unknown.get(token)
        if symbol is None:
            if len(self._unknown) > _REMEMBERED:
                self._unknown.clear()
            symbol = self._unknown[token] = self._kind(token)
        return symbol

    def _kind(self, token: str) -> str:
        first = token[0]
        if first.isspace():
            return WALL if token.count("\n") > 1 or not token.isspace() else ""
        if first.isdigit():
            return _number(token)
        if first.isalpha():
            if token.endswith(self._plural) and first.islower() and len(token) > 3:
                return PLURAL
            return CAPITAL if first.isupper() else SMALL
        return SMALL if first.isalnum() else "·"

    def spell(self, text: str, offset: int = 0) -> Spelling:
        """The symbols of a text; `offset` is added to every place."""
        tokens = tokens_of(text)
        symbols = [self[token] for token in tokens]
        ends = list(accumulate(map(len, tokens), initial=offset))
        for year in _YEAR_ALONE.finditer(text):  # it heads what follows
            symbols[bisect_left(ends, year.end() + offset)] = WALL
        kept = [i for i, symbol in enumerate(symbols) if symbol]
        return Spelling(
            "".join(symbols), [tokens[i] for i in kept], [ends[i] for i in kept], [ends[i + 1] for i in kept]
        )

    def numbers(self, numbers: Iterable[int], *, padded: bool = True) -> dict[str, int]:
        """Symbol of each number from 0 to 99, also written with a leading zero, and its value."""
        found = {self[str(number)]: number for number in numbers}
        if padded:
            found |= {self[f"{number:02d}"]: number for number in found.values()}
        return found


def _number(token: str) -> str:
    if not token.isdigit():
        return DECIMAL if "." in token else LONG
    if len(token) == 4:
        return YEAR if "1900" <= token <= "2099" else OLD_YEAR if "1000" <= token <= "2199" else FOUR
    return THREE if len(token) == 3 else LONG
