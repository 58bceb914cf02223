"""What in a sentence speaks of which kind of event, and from where: the words that `kinds` weighs.

Each piece of evidence is a phrase or a frame of the language's lexicon. Its signs name what its weight depends on: how
much the words say by themselves (weak, plain, strong; pair, triple for frames) and where they stand, seen from the
predicate (at it, above it, in its object, in a clause beside it, after a word like "despite").
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from timeline_app.extract.clauses.clause import Clause, is_predicate
from timeline_app.extract.words.frames import Found, Likely, filled
from timeline_app.extract.words.lexicon import Lexicon, Match
from timeline_app.extract.words.tokens import Sentence

_LEVELS = {3.0: "strong", 2.0: "plain", 1.0: "weak"}
_CARRYING = frozenset({"at predicate", "in object", "in subject", "near", "in clause", "near below", "below"})
"""Places of which the weight changes when the predicate only carries another event."""
_NEAR, _APART = 2, 4
"""Steps in the parse (words, without one)."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words that speak of a kind; the names of what they weigh; how the lexicon writes them."""

    kind: str
    signs: tuple[str, ...]
    written: str


def evidence(clause: Clause, classes: Sequence[str], lexicon: Lexicon) -> list[Evidence]:
    """All that the sentence says of kinds. `classes` are the kinds of known names, a token each."""
    clause = _under_verb(clause, classes, lexicon)
    norms = clause.sentence.norms()
    carrier = next((m.meaning for m in lexicon.carriers.at(norms, clause.predicate)), "")
    aside = _aside(clause, lexicon)
    steps = _steps(clause.sentence, clause.predicate)
    skip = _titles(clause, classes, lexicon) | clause.time
    found = []
    said: dict[str, set[int]] = {}
    matches, likely = _heard(tuple(norms), tuple(classes), lexicon)
    for match in matches:
        span = frozenset(range(match.start, match.end))
        words = said.setdefault(match.meaning, set())
        if span <= skip or span <= words or (span & clause.dates and clause.predicate not in span):
            continue
        words |= span
        signs = _signs_of_phrase(clause, match, span, classes, carrier, aside, steps)
        found.append(Evidence(match.meaning, signs, f"{' '.join(norms[match.start : match.end])!r} ({match.phrase})"))
    near, whose = clause.core - clause.time, _whose(clause)
    everywhere = frozenset(range(len(norms))) - clause.dates
    for frame in filled(likely, near, clause.predicate, whose):
        found.append(Evidence(frame.kind, _signs_of_frame(clause, frame, carrier, aside), frame.written))
    for frame in filled(likely, everywhere, clause.predicate, whose):
        if not frame.words <= near:
            signs = _signs_of_wide_frame(clause, frame, near, steps)
            found.append(Evidence(frame.kind, signs, f"{frame.written} in the sentence"))
    return found


@lru_cache(maxsize=4)
def _heard(norms: tuple[str, ...], classes: tuple[str, ...], lexicon: Lexicon) -> tuple[list[Match], Likely]:
    """The phrases and frames of a whole sentence, kept while its clauses are looked at one after the other: phrases the
    strongest and longest first, since a word speaks once for a kind, however many phrases it is part of."""
    matches = sorted(lexicon.kinds.find(norms, classes), key=lambda m: (-m.weight, m.start - m.end, m.phrase))
    return matches, lexicon.frames.likely(norms, classes)


def _signs_of_phrase(
    clause: Clause, match: Match, span: frozenset[int], classes: Sequence[str], carrier: str,
    aside: frozenset[int], steps: Sequence[int],
) -> tuple[str, ...]:  # fmt: skip
    place = _place(clause, span, aside, steps)
    signs = [_LEVELS[match.weight], place]
    if carrier and place in _CARRYING:
        signs.append(f"{place}, {carrier}")
    if len(span) > 1:
        signs.append("several words")
    if _within_name(match, classes):
        signs.append("within a name")
    if _describes(clause, span):
        signs.append("describing")
    return tuple(signs)


def _signs_of_frame(clause: Clause, frame: Found, carrier: str, aside: frozenset[int]) -> tuple[str, ...]:
    size = "pair" if frame.parts < 3 else "triple"
    if clause.predicate in frame.words:
        return size, "frame at predicate"
    if frame.words <= aside:
        return size, "frame aside"
    return (size, "frame in clause", f"frame in clause, {carrier}") if carrier else (size, "frame in clause")


def _signs_of_wide_frame(clause: Clause, frame: Found, near: frozenset[int], steps: Sequence[int]) -> tuple[str, ...]:
    size = "pair" if frame.parts < 3 else "triple"
    governed = bool(frame.words & set(clause.governors))
    if clause.predicate in frame.words:
        place = "frame over governor" if governed else "frame reaching out"
    elif governed:
        place = "frame at governor"
    elif frame.words <= clause.wide:
        place = "frame below"
    else:
        place = "frame half outside" if frame.words & clause.core else "frame outside"
    return (size, place, "far") if max(steps[i] for i in frame.words - near) > _APART else (size, place)


def _place(clause: Clause, span: frozenset[int], aside: frozenset[int], steps: Sequence[int]) -> str:
    away = min(steps[i] for i in span)
    if clause.predicate in span:
        return "at predicate"
    if span & set(clause.governors):
        return "at governor"
    if span <= aside:
        return "aside"
    if span & clause.core:
        if span & clause.objects:
            return "in object"
        if span & clause.subject:
            return "in subject"
        return "near" if away <= _NEAR else "in clause"
    if span & clause.wide:
        return "near below" if away <= _NEAR else "below"
    if away <= _NEAR + 1:
        return "close outside"
    return "outside" if away <= _APART + 2 else "far outside"


def _steps(sentence: Sentence, start: int) -> list[int]:
    """For each word how many steps of the parse it is from the start; words in between, where there is no parse."""
    if not sentence.parsed:
        return [abs(i - start) for i in range(len(sentence.tokens))]
    away = [len(sentence.tokens)] * len(sentence.tokens)
    away[start], ring = 0, [start]
    while ring:
        following = []
        for i in ring:
            for j in (*sentence.children[i], sentence.tokens[i].head):
                if away[j] > away[i] + 1:
                    away[j] = away[i] + 1
                    following.append(j)
        ring = following
    return away


def _within_name(match: Match, classes: Sequence[str]) -> bool:
    """Whether a phrase is only a part of a known name ("Union", "Forces"), which says little of what happened."""
    if "@" in match.phrase or not all(classes[match.start : match.end]):
        return False
    around = classes[match.start - 1 : match.start] if match.start else ()
    return classes[match.start] in (*around, *classes[match.end : match.end + 1])


def _describes(clause: Clause, span: frozenset[int]) -> bool:
    """Whether a phrase is a mere participle beside its noun: it tells what was before ("the deposed president")."""
    if len(span) != 1 or clause.predicate in span:
        return False
    token = clause.sentence.tokens[min(span)]
    bare = token.role == "modifier" or (token.role == "participle" and not clause.sentence.children[token.index])
    return bare and (token.tag == "VBN" or "VerbForm=Part" in token.morph)


def _under_verb(clause: Clause, classes: Sequence[str], lexicon: Lexicon) -> Clause:
    """A date beside a mere name ("he met A in May and B in June"), or beside a speech in which something is said, is of
    what the verb above tells."""
    if not clause.nominal or not clause.sentence.parsed:
        return clause
    speech = any(m.meaning == "announcing" for m in lexicon.carriers.at(clause.sentence.norms(), clause.predicate))
    if not classes[clause.predicate] and not (speech and clause.head.role == "inner"):
        return clause
    here = clause.predicate
    for _ in clause.sentence.tokens:
        if clause.sentence.tokens[here].head == here or is_predicate(clause.sentence, here):
            break
        here = clause.sentence.tokens[here].head
    if not is_predicate(clause.sentence, here):
        return clause
    around = frozenset(clause.sentence.subtree(here)) if speech else clause.core
    return replace(clause, predicate=here, nominal=False, core=clause.core | {here} | around)


def _whose(clause: Clause) -> dict[str, frozenset[int]] | None:
    """The words of who does it and of what it is done to; none for an event noun, whose words show neither."""
    if clause.nominal:
        return None
    if clause.passive:
        return {"doer": clause.agents, "done": clause.subject}
    return {"doer": clause.subject, "done": clause.objects | (clause.wide - clause.subject)}


def _aside(clause: Clause, lexicon: Lexicon) -> frozenset[int]:
    """The words of the clause that only say after, before or despite what it happened."""
    sentence = clause.sentence
    found: set[int] = set()
    for i in clause.core:
        token = sentence.tokens[i]
        if token.norm in lexicon.aside and i != clause.predicate:
            top = token.head if token.role in {"case", "marker"} else i
            under = sentence.subtree(top) if sentence.parsed else frozenset()
            if clause.predicate not in under:
                found |= under
    return frozenset(found)


def _titles(clause: Clause, classes: Sequence[str], lexicon: Lexicon) -> frozenset[int]:
    """The words of titles before a person's name, which say nothing of what happened."""
    titles = lexicon.list("titles")
    tokens = clause.sentence.tokens
    found = set()
    for i, kind in enumerate(classes):
        if kind == "person" and (i == 0 or classes[i - 1] != "person"):
            for j in range(max(0, i - 4), i):
                if tokens[j].norm in titles or (j + 1 < i and f"{tokens[j].norm} {tokens[j + 1].norm}" in titles):
                    found.add(j)
    return frozenset(found)
