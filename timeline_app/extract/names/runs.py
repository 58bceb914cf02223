"""Runs of capitalised words that name a person or an organisation which no data package knows."""

import re
from collections.abc import Container, Iterable, Sequence

from timeline_app.extract.names.gazetteer import Hit
from timeline_app.extract.words.folding import fold
from timeline_app.extract.words.lexicon import Lexicon
from timeline_app.model import ActorKind

WORD = re.compile(r"[a-z]{1,2}['’](?=[^\W\d_])|[A-Z][a-z]?['’](?=[aeiouhéèêâîôû])|[^\W\d_][\w'’]*(?:-[\w'’]+)*")
"""A word; a short one that lost its vowel ("l'", "qu'") stands by itself, a name like N'Djamena does not."""
GAP = re.compile(r"[ \u00a0\u202f]")
_SHORTENED = re.compile(r"\s*\(\s*[^\W\d_a-z][\w-]{2,11}[,)]")
_AGED = re.compile(r", \d{2}(?: ans)?,")


def covered(text: str, spans: Iterable[tuple[int, int]]) -> bytearray:
    """For each character of a text whether a span holds it."""
    found = bytearray(len(text))
    for start, end in spans:
        found[start:end] = b"\1" * (end - start)
    return found


class Runs:
    """The words of a text, by their spans, and what its language says of names."""

    def __init__(self, text: str, words: Sequence[tuple[int, int]], lexicon: Lexicon) -> None:
        self._text, self._words, self._lexicon = text, words, lexicon
        self._particles = lexicon.list("particles")
        self._stop = lexicon.list("not_names")
        self._titles = lexicon.list("titles")

    def find(self, hits: Sequence[Hit], capitals: Sequence[int]) -> list[tuple[int, int, str]]:
        """Runs of capitalised words that name an unknown person or organisation: start, end, kind. `capitals` are the
        places of the capitalised words."""
        found = []
        words = self._words
        blocked = covered(self._text, ((h.start, h.end) for h in hits if _ends_a_run(h)))
        known = {(h.start, h.end) for h in hits}
        behind = 0
        for at in capitals:
            if at < behind or not self._begins(words[at], blocked):
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
            if last >= first and capital and (kind := self._judge(words, first, last, known)):
                found.append((words[first][0], words[last][1], kind))
            behind = last + 1
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

    def _judge(self, words: Sequence[tuple[int, int]], first: int, last: int, known: Container[tuple[int, int]]) -> str:
        start, end = words[first][0], words[last][1]
        said = self._text[start:end]
        if (start, end) in known or (said.endswith(("'s", "’s")) and (start, end - 2) in known):
            return ""
        before = fold(self._text[slice(*words[first - 1])]) if first else ""
        adjoining = self._text[words[first - 1][1] : start] if first else ""
        titled = adjoining in {" ", ", ", "\u00a0", ". "} and before in self._titles
        if first == last and not titled:
            return ""
        no_parties = self._lexicon.list("not_parties")
        following = WORD.match(self._text, end + 1) if self._text[end : end + 1] == " " else None
        parts = [fold(w) for w in re.findall(r"[\w'’-]+", said)]
        if before in no_parties or not no_parties.isdisjoint(parts) or (following and fold(following[0]) in no_parties):
            return ""
        if len(parts) > 1 and not self._lexicon.list("organisations").isdisjoint(parts):
            return "organisation"
        if len(parts) > 1 and _SHORTENED.match(self._text, end, end + 16):
            return "organisation"
        if said.isupper() or all(part in self._titles or part in self._stop for part in parts):
            return ""
        if titled and len(parts[0]) > 1:
            return "person"
        if len(parts) >= 2:
            places = self._lexicon.list("locatives") - self._lexicon.list("genitives")
            located = adjoining in {" ", "\u00a0"} and before in places
            if not located or _AGED.match(self._text, end):
                return "person"
        return ""


def _ends_a_run(hit: Hit) -> bool:
    """Whether a known name is no part of an unknown one; a single town may be ("John Houston")."""
    if hit.town:
        return " " in hit.text
    return hit.demonym or hit.actor is None or hit.actor.kind is not ActorKind.PERSON
