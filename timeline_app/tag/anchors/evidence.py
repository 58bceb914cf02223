"""What the text around an expression shows: tense, the words just before it, and whether it tells of bygone years.

There is no switch for the type of a document. Every question is asked of one expression at one place.
"""

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from timeline_app.tag.rules.cues import FUTURE, PAST, Cues

_REACH_BACK, _REACH_ON = 130, 90
"""Characters before and after an expression in which the verb that it belongs to is looked for."""
_SENTENCE_END = re.compile(r"(?:(?<=[.!?])|(?<=[.!?]['\"”’»]))\s+(?=[\"'“‘«A-ZÀ-Þ\d])|\n\s*")
_SHORT = re.compile(r"(?<![\w.])(?:[^\W\d_]+|(?:[A-Z]\.)+[A-Z])\.\Z")
_LONGEST = 12
"""Characters of the longest abbreviation."""
_HEADING = re.compile(r"(?:\A|(?<=\n\n)|(?<=[.!?:;]\n))(?![-•*·–—]\s)[^\n]{1,70}(?<![.,;!?])(?=\n)")
_ENTRY = re.compile(r"\s*[-–—:|]\s")
_PARAGRAPH = re.compile(r"\n\s*\n|[.!?:;\"'”’»]\s*\n")
_PAUSE = re.compile(r"[,;:()]|\s[-–—]\s")
_LONGEST_CLAUSE = 130
"""Characters of a clause in commas that is passed over on the way to the verb of the sentence."""
_AUXILIARY = 3
"""Words between an auxiliary and the date behind its participle."""
_WISH = 8
"""Words within which "to leave the town" stands before its deadline."""
_OBJECT = 2
"""Words from an auxiliary to the object of its verb: "will turn" it."""
_OPENING = 22
"""Characters within which an expression opens its sentence: room for "Then, on the night of"."""
_WRAPPED = 60
"""Characters from which a line that ends in the middle of a sentence is taken to be wrapped."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_AGE = {0: -1.0, 1: 0.25}
"""How much a year that is so many years back speaks for bygone years; older ones fully, those to come not at all."""
_LIVELY = 3000
"""Characters within which words of the day of speech show a report of these days."""
_SURE = 0.5
"""How much more must speak for bygone years than against them."""
_NEAR, _FAR = 2000, 12000
"""Characters at which another date tells half as much of what sort of telling it is, and at which none looks."""
_MOST = 60
"""Dates looked at on either side."""


@dataclass(slots=True)
class Surroundings:
    """The text around expressions, asked for lazily. `years` are places and values of the years that it spells out,
    `spoken` places of expressions that only make sense on the day of speech (weekdays, "yesterday")."""

    text: str
    cues: Cues
    year_places: Sequence[int] = ()
    year_values: Sequence[int] = ()
    spoken: list[int] = field(default_factory=list)
    _breaks: list[int] | None = field(default=None)
    _headings: list[tuple[int, int]] | None = field(default=None)
    _before: tuple[int, str, bool] = (-1, "", False)

    def sentence(self, start: int) -> tuple[int, int]:
        """Start and end of the sentence or line that holds a place."""
        if self._breaks is None:
            self._breaks = [m.end() for m in _SENTENCE_END.finditer(self.text) if self._ends(m)]
        i = bisect_right(self._breaks, start)
        low = self._breaks[i - 1] if i else 0
        high = self._breaks[i] if i < len(self._breaks) else len(self.text)
        return low, high

    def heading(self, place: int) -> tuple[int, int] | None:
        """Start and end of the heading that a place stands under: a short line without the end of a sentence."""
        if self._headings is None:
            self._headings = [m.span() for m in _HEADING.finditer(self.text)]
        i = bisect_right(self._headings, (place, len(self.text)))
        return self._headings[i - 1] if i else None

    def heads_entry(self, start: int, end: int) -> bool:
        """Whether a line begins with these characters and a dash or colon: an entry of a running report."""
        return (start == 0 or self.text[start - 1] == "\n") and bool(_ENTRY.match(self.text, end))

    def leads(self, start: int) -> bool:
        """Whether a place is at the opening of its sentence, heading or list item."""
        return start - self.sentence(start)[0] <= _OPENING

    def _ends(self, m: re.Match[str]) -> bool:
        """Whether a sentence ends at this mark or line break, rather than being wrapped or abbreviated there."""
        if "\n" not in m[0] and (short := _SHORT.search(self.text, max(m.start() - _LONGEST, 0), m.start())):
            word = short[0].lower()
            initial = len(word) == 2 and short[0] != word and self.text[short.start() - 1 : short.start()] == " "
            # "Carl P. Dove" and "the U.S. Senate", but not the "Q." that opens a question
            if initial or "." in word[:-1] or word in self.cues.short:
                return False
        if m[0].count("\n") != 1 or self.text[m.start() - 1 : m.start()] in (".", "!", "?", ":", ";"):
            return True
        behind = self.text[m.end() : m.end() + 2]
        length = m.start() - self.text.rfind("\n", 0, m.start())
        return length < _WRAPPED or behind[:1] in "-•*·–—" or behind.isdigit()

    def heads_line(self, start: int) -> bool:
        """Whether nothing but a bullet or an article stands before a place in its line."""
        line = self.text[self.text.rfind("\n", 0, start) + 1 : start]
        return len(line.strip(" \t•*·-–—")) <= 3

    def sentences_between(self, a: int, b: int) -> int:
        """How many sentences later the place `b` is."""
        self.sentence(a)
        assert self._breaks is not None, "made by the line above"
        return bisect_right(self._breaks, b) - bisect_right(self._breaks, a)

    def tense(self, start: int, end: int) -> str:
        """past, future or nothing, as the nearest verb of the sentence shows; one before the expression is nearer."""
        low, high = self.sentence(start)
        before = _words(self.text, max(low, start - _REACH_BACK), start)
        left = self._nearest(list(reversed(before)), backwards=True)
        if before and self._done(before[-1]) and (left is None or left[0] > _AUXILIARY):
            return PAST
        if left is None:
            end = self._behind_clause(end, high)
        high = min(high, end + _REACH_ON)
        pause = _PAUSE.search(self.text, end, high) if left else None
        behind = _words(self.text, end, pause.start() if pause else high)
        right = self._nearest(behind, backwards=False)
        if left and (not right or left[0] <= right[0] + 2):
            return left[1]
        return right[1] if right else ""

    def _behind_clause(self, end: int, high: int) -> int:
        """The end of the clause in commas behind a place: "On Monday, a year after he fled, he will ..."."""
        if self.text[end : end + 1] != ",":
            return end
        pause = _PAUSE.search(self.text, end + 1, min(high, end + _LONGEST_CLAUSE))
        if pause is None or self.cues.clauses.isdisjoint(_words(self.text, end, pause.start())):
            return end
        return pause.end()

    def quoted(self, place: int) -> bool:
        """Whether a place is within quotation marks that its paragraph opened."""
        before = self.text[self.text.rfind("\n\n", 0, place) + 1 : place]
        opened = before.count("“") + before.count("«") - before.count("”") - before.count("»")
        return opened > 0 or before.count('"') % 2 == 1

    def limited(self, start: int) -> bool:
        """Whether a place is named as a limit: by, before, until it."""
        return bool(self.preceded(start, self.cues.limit))

    def put_off(self, start: int) -> bool:
        """Whether the words before, in its sentence, move something to a later time: "postponed until Friday"."""
        low, _ = self.sentence(start)
        return not self.cues.put_off.isdisjoint(_words(self.text, max(low, start - _REACH_BACK), start))

    def owned(self, end: int) -> bool:
        """Whether what follows belongs to the day ("Wednesday's ruling"): it is mostly known already."""
        return self.text.startswith(self.cues.possessive, end) if self.cues.possessive else False

    def wished(self, start: int) -> bool:
        """Whether the words just before a place are of a plan or an order: "told them *to* leave within a week"."""
        low, _ = self.sentence(start)
        before = _words(self.text, max(low, start - _REACH_BACK), start)
        return not self.cues.bare.isdisjoint(before[-_WISH:])

    def foretold(self, start: int) -> bool:
        """Whether the sentence tells what was still to come then: "they *were to* leave in ninety days"."""
        low, _ = self.sentence(start)
        before = _words(self.text, max(low, start - _REACH_BACK), start)
        return any(word in self.cues.then or pair in self.cues.then for word, pair in _with_pairs(before))

    def governed(self, start: int) -> str:
        """The tense of the verb that a place is the object of: "will turn Friday's rally into a feast"."""
        low, _ = self.sentence(start)
        before = _words(self.text, max(low, start - _REACH_BACK), start)
        found = self._nearest(before[: -_OBJECT - 1 : -1], backwards=True)
        return found[1] if found else ""

    def _done(self, word: str) -> bool:
        """Whether a word is a participle that a date may follow: "announced on 21 January"."""
        cues = self.cues
        return (
            len(word) > 3 and word.endswith(cues.participles) and word not in cues.words and word not in cues.not_past
        )

    def _nearest(self, words: list[str], *, backwards: bool) -> tuple[int, str] | None:
        for i, word in enumerate(words):
            j = i - 1 if backwards else i + 1
            following = words[j] if 0 <= j < len(words) else ""
            k = i + 1 if backwards else i - 1
            prior = words[k] if 0 <= k < len(words) else ""
            earlier = words[k + (1 if backwards else -1)] if 0 < k < len(words) - 1 else ""
            tense = self.cues.pairs.get((prior, word)) or self.cues.tense_of(word.replace("’", "'"), following)
            if tense == FUTURE and self.cues.pairs.get((earlier, prior)) == PAST:  # "had been due to"
                tense = PAST
            if word in self.cues.alike and prior in self.cues.bare:
                continue
            if tense == PAST and prior in self.cues.passive:
                tense = FUTURE
            if tense:
                return i, tense
        return None

    def bygone(self, place: int, year_now: int | None) -> bool:
        """Whether the text around tells of years gone by, rather than of the days before it was published.

        Years long past that the text spells out speak for it, recent ones and words of the day of speech against;
        the nearer, the more.
        """
        if year_now is None:
            return bool(self.year_places)
        score = 0.0
        for i in _around(self.year_places, place):
            weight = 1 / (1 + abs(self.year_places[i] - place) / _NEAR)
            score += weight * _AGE.get(year_now - self.year_values[i], 1 if self.year_values[i] < year_now else 0)
        for i in _around(self.spoken, place):
            score -= 2 / (1 + abs(self.spoken[i] - place) / _NEAR)
        return score > _SURE

    def lively(self, place: int) -> bool:
        """Whether the text speaks of its own days somewhere near a place."""
        low, high = (bisect_left(self.spoken, place + reach) for reach in (-_LIVELY, _LIVELY))
        return high - low > 1

    def parted(self, a: int, b: int) -> bool:
        """Whether a paragraph ends between two places."""
        return bool(_PARAGRAPH.search(self.text, a, b))

    def speaks(self, place: int) -> None:
        """Note that the text speaks of its own days at a place. Places are noted in their order."""
        insort(self.spoken, place)

    def preceded(self, start: int, phrases: Iterable[str]) -> str:
        """Which of the phrases, in small letters, stands just before a place; nothing where none does."""
        if self._before[0] != start:
            told = " ".join(self.text[max(0, start - 40) : start].lower().replace("’", "'").split())
            self._before = start, f" {told}", start > 0 and not self.text[start - 1].isspace()
        _, before, glued = self._before
        for phrase in phrases:
            if before.endswith(phrase) and (glued or before.endswith(f" {phrase}")):
                return phrase
        return ""


def _words(text: str, start: int, end: int) -> list[str]:
    """The words of a stretch in small letters, without names: a capital is a verb's at its start alone."""
    found = _WORD.findall(text, start, end)
    return [w.lower() for i, w in enumerate(found) if w[0].islower() or (i == 0 and len(w) > 1)]


def _with_pairs(words: Sequence[str]) -> list[tuple[str, str]]:
    """Every word, and with it the two words that it begins."""
    return [(word, f"{word} {other}") for word, other in zip(words, [*words[1:], ""], strict=True)]


def _around(places: Sequence[int], place: int) -> range:
    """Indexes of the places near enough to say something, the nearest few where there are many."""
    middle = bisect_left(places, place)
    low, high = bisect_left(places, place - _FAR), bisect_right(places, place + _FAR)
    return range(max(low, middle - _MOST), min(high, middle + _MOST))
