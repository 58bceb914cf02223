"""Where a text names a time, and what each naming means: the longest rule that matches, from left to right.

Nothing is dated here; `resolve` does that, in the order of the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import ahocorasick

from timeline_app.tag.calendar.meaning import Calendar, Duration, Meaning
from timeline_app.tag.calendar.point import finer
from timeline_app.tag.rules.alphabet import Spelling
from timeline_app.tag.rules.grammar import Grammar, Rule, grammar

_BEFORE, _BEHIND = 90, 80
"""How much text around a trigger is looked at. No expression is longer."""


@dataclass(slots=True)
class Found:
    """A time that the text names. `reach` is the end of all that its rule matched, context included; `mate` the other
    end of a range or list."""

    start: int
    end: int
    rule: Rule
    meaning: Meaning
    joins: str = ""
    reach: int = 0
    mate: "Found | None" = None


@cache
def _automaton(lang: str) -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton(ahocorasick.STORE_LENGTH)
    for word in grammar(lang).triggers:
        automaton.add_word(word)
    automaton.make_automaton()
    return automaton


def windows(text: str, lang: str) -> Iterator[tuple[int, int]]:
    """The stretches of a text that hold a trigger; the rest cannot name a time."""
    small = text.lower()
    if len(small) != len(text):  # a letter that grows when made small: look at everything
        yield 0, len(text)
        return
    start = end = -1
    for at, _ in _automaton(lang).iter(small):
        if at - _BEFORE > end:
            if end >= 0:
                yield _whole_words(text, start, end)
            start = max(at - _BEFORE, 0)
        end = at + _BEHIND
    if end >= 0:
        yield _whole_words(text, start, end)


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch widened to white space on both sides, but by one word's length at most."""
    low, high = start, min(end, len(text))
    while low > 0 and start - low < 40 and not text[low - 1].isspace():
        low -= 1
    while high < len(text) and high - end < 40 and not text[high].isspace():
        high += 1
    return low, high


def recognise(text: str, lang: str) -> list[Found]:
    """Every time that the text names, in its order; none overlaps another."""
    rules = grammar(lang)
    found: list[Found] = []
    behind = 0
    for start, end in windows(text, lang):
        start = max(start, behind)
        if start < end:
            spelling = rules.alphabet.spell(text[start:end], start)
            found += _in_window(spelling, rules)
            behind = max(end, behind)
    return found


def _in_window(spelling: Spelling, rules: Grammar) -> Iterator[Found]:
    symbols, known, beginning = spelling.symbols, rules.pairs, rules.beginning
    at, size = 0, len(symbols)
    while at < size:
        at = at + 1
        two = symbols[at - 1 : at + 1]
        if not (known[two] if two in known else beginning(two)):
            continue
        for rule, m in _by_length(symbols, at - 1, rules):
            made = _made(rule, m, spelling, rules)
            if made is not None:
                yield from made
                at = m.end()
                break


def _by_length(symbols: str, at: int, rules: Grammar) -> Iterator[tuple[Rule, re.Match[str]]]:
    """The rules that match here, the longest match first; of equals in the order of the file.

    What a rule reports may start behind its context: then a rule that starts there and reaches further comes first.
    """
    candidates = rules.beginning(symbols[at : at + 2])
    while best := _longest(candidates, symbols, at):
        rule, m = best
        inner = m.start(rule.brackets[0]) if rule.brackets else at
        if inner > at:
            other = _longest(rules.beginning(symbols[inner : inner + 2]), symbols, inner)
            if other and other[1].end() > m.end():
                yield other
        yield best
        candidates = tuple(other for other in candidates if other is not rule)


def _longest(rules: tuple[Rule, ...], symbols: str, at: int) -> tuple[Rule, re.Match[str]] | None:
    """The rule that matches furthest from here; of equals the first in the file."""
    best, end = None, at
    for rule in rules:
        m = rule.match(symbols, at)
        if m and m.end() > end:
            best, end = (rule, m), m.end()
    return best


def _made(rule: Rule, m: re.Match[str], spelling: Spelling, rules: Grammar) -> list[Found] | None:
    """The expressions of one match: one, or as many as the pattern has brackets, or none where the rule means nothing.

    `None` where the match names what cannot be, such as 31 June.
    """
    groups: tuple[str | int, ...] = rule.brackets or (0,)
    filled: list[dict[str, object]] = [dict(rule.given) for _ in groups]
    for slot in rule.slots:
        a, b = m.span(slot.group)
        if a < 0:
            continue
        value = rules.classes[slot.kind].value(m.string[a:b], list(spelling.tokens[a:b]))
        for index in (slot.bracket,) if slot.bracket >= 0 else range(len(groups)):
            filled[index][slot.name] = value
    mates: list[Found] = []
    for group, slots in zip(groups, filled, strict=True):
        a, b = m.span(group)
        if a < 0:
            continue
        meaning = rule.means(slots)
        if meaning is None:
            return []
        if not possible(meaning):
            return None
        mates.append(
            Found(spelling.starts[a], spelling.ends[b - 1], rule, meaning, rule.joins, spelling.ends[m.end() - 1])
        )
    for one, other in pairwise(mates):
        one.mate = mates[-1] if one.joins == "list" else other
    last = mates[-1].meaning if len(mates) > 1 else None
    if isinstance(last, Calendar) and last.day and last.month is None:
        mates[-1].mate = mates[-2]
    return mates


def possible(meaning: Meaning) -> bool:
    """Whether there is such a time: no 31 June, no decade from 1969 on, no "two hours and three years"."""
    if isinstance(meaning, Calendar):
        longest = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}.get(meaning.month or 1, 31)
        return (not meaning.day or meaning.day <= longest) and (meaning.decade or 0) % 10 == 0
    if isinstance(meaning, Duration) and len(meaning.amounts) > 1:
        return finer(meaning.amounts[1][0], meaning.amounts[0][0]) or meaning.amounts[0][0] in ("hour", "minute")
    return True
