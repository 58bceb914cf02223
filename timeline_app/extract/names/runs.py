"""Runs of capitalised words that name a person or an organisation which no data package knows."""

import re
from collections.abc import Sequence

from timeline_app.extract.names.gazetteer import Hit
from timeline_app.extract.words.folding import fold
from timeline_app.extract.words.lexicon import Lexicon
from timeline_app.model import ActorKind

WORD = re.compile(r"[a-z]{1,2}['’](?=[^\W\d_])|[A-Z][a-z]?['’](?=[aeiouhéèêâîôû])|[^\W\d_][\w'’]*(?:-[\w'’]+)*")
"""A word; a short one that lost its vowel ("l'", "qu'") stands by itself, a name like N'Djamena does not."""
GAP = re.compile(r"[ \u00a0\u202f]")


class Runs:
    """The words of a text and what its language says of names."""

    def __init__(self, text: str, words: Sequence[re.Match[str]], lexicon: Lexicon) -> None:
        self._text, self._words, self._lexicon = text, words, lexicon
        self._particles = lexicon.list("particles")
        self._stop = lexicon.list("not_names")
        self._titles = lexicon.list("titles")

    def find(self, hits: Sequence[Hit]) -> list[tuple[int, int, str]]:
        """Runs of capitalised words that name an unknown person or organisation: start, end, kind."""
        found = []
        words = [(m.start(), m.end()) for m in self._words]
        states = {
            (h.start, h.end)
            for h in hits
            if h.demonym or (h.actor and h.actor.kind is not ActorKind.PERSON) or h.actor is None
        }
        blocked = bytearray(len(self._text))
        for a, b in states:
            blocked[a:b] = b"\1" * (b - a)
        at = 0
        while at < len(words):
            if not (self._text[words[at][0]].isupper() and self._begins(words[at], blocked)):
                at += 1
                continue
            last = at
            while last + 1 < len(words) and self._joins(words, last, blocked):
                last += 1
            while last > at and not self._begins(words[last], blocked, stop=False):
                last -= 1
            first = at
            while first < last and (skip := self._titled(words, first, last)):
                first += skip
            capital = self._text[words[first][0]].isupper() or words[first] == words[at]
            if last >= first and capital and (kind := self._judge(words, first, last, hits)):
                found.append((words[first][0], words[last][1], kind))
            at = last + 1
        return found

    def _titled(self, words: Sequence[tuple[int, int]], first: int, last: int) -> int:
        """How many words from here are a title ("Foreign Minister"), never the whole run."""
        for size in (3, 2, 1):
            said = fold(self._text[words[first][0] : words[first + size - 1][1]]) if first + size <= last else ""
            if said in self._titles or (size > 1 and said.split()[-1:] and said.split()[-1] in self._titles):
                return size
        return 0

    def _begins(self, word: tuple[int, int], blocked: bytearray, *, stop: bool = True) -> bool:
        said = self._text[slice(*word)]
        if not said[:1].isupper() or blocked[word[0]]:
            return False
        return not (stop and fold(said.rstrip("'’")) in self._stop)

    def _joins(self, words: Sequence[tuple[int, int]], last: int, blocked: bytearray) -> bool:
        """Whether the next word goes on with the name."""
        between = self._text[words[last][1] : words[last + 1][0]]
        if not GAP.fullmatch(between):
            return False
        said = self._text[slice(*words[last + 1])]
        if said[:1].isupper():
            return (not blocked[words[last + 1][0]] and not said.isupper()) or len(said) == 1
        if fold(said) not in self._particles or last + 2 >= len(words):
            return False
        after = self._text[slice(*words[last + 2])]
        return (
            after[:1].isupper()
            and bool(GAP.fullmatch(self._text[words[last + 1][1] : words[last + 2][0]]))
            and not blocked[words[last + 2][0]]
        )

    def _judge(self, words: Sequence[tuple[int, int]], first: int, last: int, hits: Sequence[Hit]) -> str:
        start, end = words[first][0], words[last][1]
        said = self._text[start:end]
        inner = [h for h in hits if start <= h.start and h.end <= end]
        if any(h.start == start and h.end in {end, end - 2 * said.endswith(("'s", "’s"))} for h in inner):
            return ""
        parts = [fold(w) for w in re.findall(r"[\w'’-]+", said)]
        before = [fold(self._text[slice(*words[i])]) for i in range(max(0, first - 3), first)]
        adjoining = self._text[words[first - 1][1] : start] if first else ""
        titled = bool(before) and adjoining in {" ", ", ", "\u00a0", ". "} and before[-1] in self._titles
        following = WORD.match(self._text, end + 1) if self._text[end : end + 1] == " " else None
        if following and fold(following[0]) in self._lexicon.list("not_parties"):
            return ""
        if set(parts) & self._lexicon.list("not_parties") or (
            before and before[-1] in self._lexicon.list("not_parties")
        ):
            return ""
        if len(parts) > 1 and set(parts) & self._lexicon.list("organisations"):
            return "organisation"
        if re.match(r"\s*\(\s*[^\W\d_a-z][\w-]{2,11}[,)]", self._text[end : end + 16]) and len(parts) > 1:
            return "organisation"
        if said.isupper() or all(part in self._titles or part in self._stop for part in parts):
            return ""
        if titled and len(parts[0]) > 1:
            return "person"
        if len(parts) >= 2:
            aged = re.match(r", \d{2}(?: ans)?,", self._text[end : end + 12])
            places = self._lexicon.list("locatives") - self._lexicon.list("genitives")
            located = bool(before) and adjoining in {" ", "\u00a0"} and before[-1] in places
            if aged or not located:
                return "person"
        return ""
