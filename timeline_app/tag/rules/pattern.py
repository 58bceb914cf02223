"""The notation of rules, made into regular expressions over the symbols of an `Alphabet`.

    the          this word, in any case
    <month>      a word of the class "month", kept in the slot "month"
    <to=month>   a word of that class, kept in another slot
    a | b        one or the other           ( )    grouping           x?   x or nothing
    [ ]          what is reported; without brackets it is all that matched. Two pairs report two expressions
    "("          a mark that the notation uses itself

Nothing repeats without end, so matching is linear in the text whatever it is.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from timeline_app.errors import LanguageError
from timeline_app.tag.rules.alphabet import Alphabet

_LEXEME = re.compile(r"\s*(?:(<[^<>\s]+>)|([()\[\]|?])|\"([^\"]+)\"|([^\s()\[\]|?<>\"]+))")
_END = ("", "")


@dataclass(frozen=True, slots=True)
class WordClass:
    """Words and phrases with what each means. `regex` matches one of them; `value` reads the tokens it matched;
    `first` are the symbols it may begin with, `phrases` all of them where they can be listed; `single`: each is one
    symbol."""

    regex: str
    value: Callable[[str, list[str]], object]
    first: frozenset[str]
    phrases: tuple[str, ...] = ()
    single: bool = False

    def need(self, rarity: Callable[[frozenset[str]], float]) -> frozenset[str]:
        """Symbols of which one is in every match: the rarest of each phrase, else what it may begin with."""
        if not self.phrases:
            return self.first
        return frozenset(max(phrase, key=lambda symbol: rarity(frozenset(symbol))) for phrase in self.phrases)

    def piece(self, regex: str, rarity: Callable[[frozenset[str]], float]) -> "Piece":
        """The class as a part of a pattern, which the regular expression matches."""
        second = frozenset(phrase[1] for phrase in self.phrases if len(phrase) > 1)
        known = self.single or bool(self.phrases)
        single = self.single or not known or any(len(phrase) == 1 for phrase in self.phrases)
        return Piece(regex, self.first, False, self.need(rarity), second if known else None, single)


@dataclass(frozen=True, slots=True)
class Slot:
    """A named part of a match: `group` is its name in the regular expression, `bracket` the expression it is in."""

    name: str
    group: str
    kind: str
    bracket: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a pattern. `first`: the symbols it may begin with; `empty`: it may match nothing; `need`: symbols of
    which one is in every match; `second`: those that may come second in it, `None` where any may; `single`: it may
    match one symbol alone."""

    regex: str
    first: frozenset[str]
    empty: bool
    need: frozenset[str]
    second: frozenset[str] | None = frozenset()
    single: bool = False

    def optional(self) -> "Piece":
        return Piece(f"(?:{self.regex})?", self.first, True, frozenset(), self.second, self.single)


@dataclass(slots=True)
class Compiled:
    """A pattern as a regular expression, with its slots and the groups of its brackets."""

    piece: Piece = field(default_factory=lambda: Piece("", frozenset(), True, frozenset()))
    slots: list[Slot] = field(default_factory=list)
    brackets: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Notation:
    """What a pattern may name. `rarity` ranks sets of symbols by how well they tell that a rule may match."""

    alphabet: Alphabet
    classes: Mapping[str, WordClass]
    parts: Mapping[str, str]
    rarity: Callable[[frozenset[str]], float]


@dataclass(slots=True)
class _Reader:
    """Reads a pattern once, from left to right."""

    lexemes: list[tuple[str, str]]
    notation: Notation
    out: Compiled
    where: str
    at: int = 0
    bracket: int = -1
    inside: tuple[str, ...] = ()

    def alternatives(self, closing: str) -> Piece:
        found = [self.sequence()]
        while self.peek() == ("mark", "|"):
            self.at += 1
            found.append(self.sequence())
        if closing and self.next() != ("mark", closing):
            raise LanguageError(f"{self.where}: a {closing!r} is missing in the pattern")
        if len(found) == 1:
            return found[0]
        first, need = (frozenset().union(*(getattr(p, part) for p in found)) for part in ("first", "need"))
        second = _union(*(p.second for p in found))
        empty, single = any(p.empty for p in found), any(p.single for p in found)
        return Piece(f"(?:{'|'.join(p.regex for p in found)})", first, empty, need, second, single)

    def sequence(self) -> Piece:
        regex, first, need, empty = "", frozenset[str](), frozenset[str](), True
        second: frozenset[str] | None = frozenset()
        single = False
        while self.peek() not in (_END, ("mark", "|"), ("mark", ")"), ("mark", "]")):
            item = self.item()
            if self.peek() == ("mark", "?"):
                self.at += 1
                item = item.optional()
            regex += item.regex
            second = _union(second, item.second if empty else frozenset(), item.first if single else frozenset())
            single = (single and item.empty) or (empty and item.single)
            if empty:
                first |= item.first
            empty = empty and item.empty
            if not item.empty and (not need or self.notation.rarity(item.need) > self.notation.rarity(need)):
                need = item.need
        return Piece(regex, first, empty, need, second, single)

    def item(self) -> Piece:
        kind, text = self.next()
        if kind == "slot":
            return self.slot(text)
        if kind == "word":
            symbols = self.notation.alphabet.add(text)
            needs = [frozenset(symbol) for symbol in symbols]
            need = max(needs, key=self.notation.rarity)
            return Piece(re.escape(symbols), needs[0], False, need, frozenset(symbols[1:2]), len(symbols) == 1)
        if text == "(":
            return self.alternatives(")")
        if text == "[":
            group = f"b{len(self.out.brackets)}"
            self.out.brackets.append(group)
            self.bracket = len(self.out.brackets) - 1
            inside = self.alternatives("]")
            self.bracket = -1
            return replace(inside, regex=f"(?P<{group}>{inside.regex})")
        raise LanguageError(f"{self.where}: {text!r} stands where a word should in the pattern")

    def slot(self, text: str) -> Piece:
        name, _, kind = text.partition("=")
        kind = kind or name
        if kind in self.notation.parts and kind not in self.inside:
            lexemes = _lexemes(self.notation.parts[kind], self.where)
            inner = _Reader(
                lexemes, self.notation, self.out, self.where, bracket=self.bracket, inside=(*self.inside, kind)
            )
            piece = inner.alternatives("")
            return replace(piece, regex=f"(?:{piece.regex})")
        found = self.notation.classes.get(kind)
        if found is None:
            raise LanguageError(f"{self.where}: no words or parts are called {kind!r}: add [words.{kind}]")
        group = f"s{len(self.out.slots)}"
        self.out.slots.append(Slot(name, group, kind, self.bracket))
        return found.piece(f"(?P<{group}>{found.regex})", self.notation.rarity)

    def peek(self) -> tuple[str, str]:
        return self.lexemes[self.at] if self.at < len(self.lexemes) else _END

    def next(self) -> tuple[str, str]:
        self.at += 1
        return self.lexemes[self.at - 1] if self.at <= len(self.lexemes) else _END


def _union(*sets: frozenset[str] | None) -> frozenset[str] | None:
    """All of them together; where one is anything, so is the whole."""
    known = [s for s in sets if s is not None]
    return frozenset().union(*known) if len(known) == len(sets) else None


def _lexemes(pattern: str, where: str) -> list[tuple[str, str]]:
    found, at = [], 0
    pattern = pattern.strip()
    while at < len(pattern):
        m = _LEXEME.match(pattern, at)
        if not m:
            raise LanguageError(f"{where}: the pattern cannot be read at {pattern[at : at + 20]!r}")
        slot, mark, quoted, word = m.groups()
        found.append(("slot", slot[1:-1]) if slot else ("mark", mark) if mark else ("word", quoted or word))
        at = m.end()
    return found


def compile_pattern(pattern: str, notation: Notation, where: str) -> Compiled:
    """Read a pattern. Raises `LanguageError`, which names the rule (`where`) and what is wrong."""
    out = Compiled()
    reader = _Reader(_lexemes(pattern, where), notation, out, where)
    out.piece = reader.alternatives("")
    if reader.at < len(reader.lexemes):
        raise LanguageError(f"{where}: a {reader.lexemes[reader.at][1]!r} closes nothing in the pattern")
    if out.piece.empty:
        raise LanguageError(f"{where}: the pattern matches nothing at all: make some part of it required")
    return out


def charset(symbols: str) -> str:
    """A regular expression for one of these characters. Neighbours are told as ranges: long sets are read faster."""
    runs: list[list[str]] = []
    for symbol in sorted(set(symbols)):
        if runs and ord(symbol) == ord(runs[-1][1]) + 1:
            runs[-1][1] = symbol
        else:
            runs.append([symbol, symbol])
    inside = (re.escape(a) if a == b else f"{re.escape(a)}-{re.escape(b)}" for a, b in runs)
    return f"[{''.join(inside)}]"


def any_of(entries: Mapping[str, object]) -> str:
    """A regular expression for one of several strings of symbols, the longest first."""
    single = "".join(entry for entry in entries if len(entry) == 1)
    longer = sorted((entry for entry in entries if len(entry) > 1), key=len, reverse=True)
    options = [re.escape(entry) for entry in longer] + ([charset(single)] if single else [])
    return options[0] if len(options) == 1 else f"(?:{'|'.join(options)})"
