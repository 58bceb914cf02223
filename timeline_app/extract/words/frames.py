"""Frames: parts that mean a kind together, whatever each means alone ("open" + "talks", "open" + "base").

A frame is written `#take + #town + doer:#army ! #post`: a verb, what it is done to, who does it; after `!` what must
not stand in the clause. Each part is one phrase or several, `a | b`. `doer:` is met among the words of the agent alone,
`done:` among those of the patient; a noun that is an event has neither, so there any of its words will do.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timeline_app.extract.words.phrases import Phrases

_ROLES = ("doer", "done")


@dataclass(frozen=True, slots=True)
class Found:
    """A frame that a clause fills, and the words that fill it."""

    kind: str
    parts: int
    words: frozenset[int]
    written: str


@dataclass(frozen=True, slots=True)
class _Part:
    role: str
    phrases: tuple[str, ...]
    known: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Frame:
    kind: str
    parts: tuple[_Part, ...]
    barred: tuple[_Part, ...]
    written: str


class Frames:
    """All frames of a language; their parts are looked for together, in one walk over a sentence."""

    def __init__(self, written: Mapping[str, Sequence[str]], classes: Mapping[str, Sequence[str]]) -> None:
        self._frames = [_frame(kind, line) for kind, lines in written.items() for line in lines]
        phrases = {p for frame in self._frames for part in (*frame.parts, *frame.barred) for p in part.phrases}
        self._parts = Phrases(((phrase, phrase, 1.0) for phrase in sorted(phrases)), classes)
        self._by_first: dict[str, list[_Frame]] = {}
        self._last: tuple[object, list[tuple[str, frozenset[int]]]] = (None, [])
        for frame in self._frames:
            for phrase in frame.parts[0].phrases:
                self._by_first.setdefault(phrase, []).append(frame)

    def _matches(self, norms: tuple[str, ...], named: tuple[str, ...]) -> list[tuple[str, frozenset[int]]]:
        """The parts' phrases in a whole sentence, kept while its clauses are looked at one after the other."""
        kept = self._last  # one value, so that another thread never sees half of it
        if kept[0] == (norms, named):
            return kept[1]
        found = [
            (match.meaning, frozenset(range(match.start, match.end)))
            for at in range(len(norms))
            for match in self._parts.at(norms, at, named)
            if "@" in match.phrase or not _inside(match.start, match.end, named)
        ]
        self._last = ((norms, named), found)
        return found

    def find(
        self,
        norms: Sequence[str],
        named: Sequence[str],
        within: frozenset[int],
        predicate: int,
        whose: Mapping[str, frozenset[int]] | None,
    ) -> list[Found]:
        """The frames that are filled by words that lie `within`; `whose` are the words of doer and done, where told."""
        met: dict[str, list[frozenset[int]]] = {}
        for phrase, span in self._matches(tuple(norms), tuple(named)):
            if span <= within:
                met.setdefault(phrase, []).append(span)
        found = []
        for frame in {id(f): f for phrase in met for f in self._by_first.get(phrase, ())}.values():
            if any(part.known.isdisjoint(met) for part in frame.parts):
                continue
            if any(_fill(part, met, predicate, whose) for part in frame.barred):
                continue
            words: frozenset[int] = frozenset()
            for part in frame.parts:
                filled = _fill(part, met, predicate, whose, words)
                if not filled:
                    break
                words |= filled
            else:
                found.append(Found(frame.kind, len(frame.parts), words, frame.written))
        return found


def _inside(start: int, end: int, named: tuple[str, ...]) -> bool:
    """Whether words are only a part of a known name ("forces" in the name of a party)."""
    if not all(named[start:end]):
        return False
    return (start > 0 and named[start - 1] == named[start]) or (end < len(named) and named[end] == named[end - 1])


def _fill(
    part: _Part,
    met: Mapping[str, list[frozenset[int]]],
    predicate: int,
    whose: Mapping[str, frozenset[int]] | None,
    used: frozenset[int] = frozenset(),
) -> frozenset[int]:
    """Words that fill a part and no other, at the predicate before elsewhere; none where it is not filled."""
    if part.known.isdisjoint(met):
        return frozenset()
    here = whose[part.role] if whose is not None and part.role else None
    spans = [s for phrase in part.phrases for s in met.get(phrase, ()) if not s <= used and (here is None or s & here)]
    return max(spans, key=lambda span: predicate in span, default=frozenset())


def _frame(kind: str, line: str) -> _Frame:
    wanted, *barred = line.split(" ! ")
    return _Frame(kind, tuple(map(_part, wanted.split(" + "))), tuple(map(_part, barred)), line)


def _part(written: str) -> _Part:
    role = next((r for r in _ROLES if written.startswith(r + ":")), "")
    phrases = written.removeprefix(role + ":") if role else written
    each = tuple(phrase.strip() for phrase in phrases.split(" | "))
    return _Part(role, each, frozenset(each))
