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


_Words = tuple[tuple[str, tuple[frozenset[int], ...]], ...]
"""For each part of a frame its role and the words of a sentence that it may be."""
Likely = tuple[tuple[frozenset[int], tuple[tuple[_Frame, _Words, _Words], ...]], ...]
"""Words of a sentence in their order, with the frames that they may open: those that the sentence has words for in
every part; with each of them the words of its parts and of its barred parts."""


class Frames:
    """All frames of a language; their parts are looked for together, in one walk over a sentence."""

    def __init__(self, written: Mapping[str, Sequence[str]], classes: Mapping[str, Sequence[str]]) -> None:
        frames = [_frame(kind, line) for kind, lines in written.items() for line in lines]
        phrases = {p for frame in frames for part in (*frame.parts, *frame.barred) for p in part.phrases}
        self._parts = Phrases(((phrase, phrase, 1.0) for phrase in sorted(phrases)), classes)
        self._by_first: dict[str, list[_Frame]] = {}
        for frame in frames:
            for phrase in frame.parts[0].phrases:
                self._by_first.setdefault(phrase, []).append(frame)

    def likely(self, norms: Sequence[str], named: Sequence[str]) -> Likely:
        """The frames that clauses of a sentence may fill. `named` are the kinds of known names, a word each."""
        matches = [
            (match.meaning, frozenset(range(match.start, match.end)))
            for at in range(len(norms))
            for match in self._parts.at(norms, at, named)
            if "@" in match.phrase or not _inside(match.start, match.end, named)
        ]
        met: dict[str, list[frozenset[int]]] = {}
        for phrase, words in matches:
            met.setdefault(phrase, []).append(words)
        frames = {
            phrase: tuple(
                (frame, _words(frame.parts, met), _words(frame.barred, met))
                for frame in self._by_first.get(phrase, ())
                if not any(part.known.isdisjoint(met) for part in frame.parts[1:])
            )
            for phrase in met
        }
        return tuple((words, frames[phrase]) for phrase, words in matches if frames[phrase])


def filled(
    likely: Likely, within: frozenset[int], predicate: int, whose: Mapping[str, frozenset[int]] | None
) -> list[Found]:
    """The frames that are filled by words that lie `within`; `whose` are the words of doer and done, where told."""
    found, seen = [], set()
    for first, frames in likely:
        if not first <= within:
            continue
        for frame, wanted, barred in frames:
            if id(frame) in seen:
                continue
            seen.add(id(frame))
            if any(_fill(part, within, predicate, whose) for part in barred):
                continue
            words: frozenset[int] = frozenset()
            for part in wanted:
                more = _fill(part, within, predicate, whose, words)
                if not more:
                    break
                words |= more
            else:
                found.append(Found(frame.kind, len(frame.parts), words, frame.written))
    return found


def _words(parts: Sequence[_Part], met: Mapping[str, list[frozenset[int]]]) -> _Words:
    return tuple((part.role, tuple(s for phrase in part.phrases for s in met.get(phrase, ()))) for part in parts)


def _inside(start: int, end: int, named: Sequence[str]) -> bool:
    """Whether words are only a part of a known name ("forces" in the name of a party)."""
    if not all(named[start:end]):
        return False
    return (start > 0 and named[start - 1] == named[start]) or (end < len(named) and named[end] == named[end - 1])


def _fill(
    part: tuple[str, tuple[frozenset[int], ...]], within: frozenset[int], predicate: int,
    whose: Mapping[str, frozenset[int]] | None, used: frozenset[int] = frozenset(),
) -> frozenset[int]:  # fmt: skip
    """Words that fill a part and no other, at the predicate before elsewhere; none where it is not filled."""
    role, spans = part
    here = whose[role] if whose is not None and role else None
    fitting = [s for s in spans if s <= within and not s <= used and (here is None or s & here)]
    return max(fitting, key=lambda span: predicate in span, default=frozenset())


def _frame(kind: str, line: str) -> _Frame:
    wanted, *barred = line.split(" ! ")
    return _Frame(kind, tuple(map(_part, wanted.split(" + "))), tuple(map(_part, barred)), line)


def _part(written: str) -> _Part:
    role = next((r for r in _ROLES if written.startswith(r + ":")), "")
    phrases = written.removeprefix(role + ":") if role else written
    each = tuple(phrase.strip() for phrase in phrases.split(" | "))
    return _Part(role, each, frozenset(each))
