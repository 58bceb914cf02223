"""Which event a date belongs to: the clause around it, by the parse or, without one, by punctuation and cue words."""

from dataclasses import dataclass, replace

from timeline_app.extract.lexicon import Lexicon
from timeline_app.extract.tokens import Sentence, Token

_DETACHED = {"relative", "adverbial", "parataxis", "conjunct"}
"""Roles under which a verb tells an event of its own."""


@dataclass(frozen=True, slots=True)
class Clause:
    """The words of one event in a sentence, as indexes of its tokens.

    `predicate` is the verb or event noun that the date hangs on; `core` the clause without its subordinate clauses,
    `wide` with them; `subject`, `objects` and `agents` (of a passive) are the parties' words; `governors` the verbs
    above it, nearest first; `antecedent` is what a relative clause takes as its object; `time` the words of the date,
    `dates` those of every date in the sentence; `identifies`: the date only tells which ("the 2017 plan"); `how` says for a reader what tied date and predicate.
    """

    sentence: Sentence
    predicate: int
    nominal: bool
    core: frozenset[int]
    wide: frozenset[int]
    subject: frozenset[int] = frozenset()
    objects: frozenset[int] = frozenset()
    agents: frozenset[int] = frozenset()
    passive: bool = False
    governors: tuple[int, ...] = ()
    relative: bool = False
    antecedent: frozenset[int] = frozenset()
    time: frozenset[int] = frozenset()
    dates: frozenset[int] = frozenset()
    identifies: bool = False
    how: str = ""

    @property
    def head(self) -> Token:
        return self.sentence.tokens[self.predicate]

    def tokens(self, indexes: frozenset[int]) -> list[Token]:
        return [self.sentence.tokens[i] for i in sorted(indexes)]


def attach(sentence: Sentence, span: tuple[int, int], others: list[tuple[int, int]], lexicon: Lexicon) -> Clause | None:
    """The clause that the time expression at `span` dates; `others` are the other expressions of the sentence.

    A span outside the sentence (the dated head of a list item) dates its first main clause.
    """
    if not sentence.tokens:
        return None
    clause = _by_parse(sentence, span, others, lexicon) if sentence.parsed else _by_cues(sentence, span, lexicon)
    if clause is None:
        return None
    every = frozenset(t.index for a, b in others for t in sentence.within(a, b)) | clause.time
    clause = replace(clause, dates=every - {clause.predicate})
    return replace(clause, identifies=sentence.parsed and _identifies(sentence, clause, lexicon))


def _identifies(sentence: Sentence, clause: Clause, lexicon: Lexicon) -> bool:
    """Whether a date stands before a noun that is no event and only tells which one is meant."""
    tokens = sentence.tokens
    start = next((i for i in sorted(clause.time, reverse=True) if tokens[i].head not in clause.time), None)
    if start is None or tokens[start].role not in {"compound", "number", "modifier", "possessor", "noun_modifier"}:
        return False
    head = tokens[start].head
    before = start < head and tokens[head].pos in {"NOUN", "PROPN"} and tokens[start].role != "noun_modifier"
    return before and head not in clause.dates | {clause.predicate} and not lexicon.nouns.has(tokens[head].norm)


def is_predicate(sentence: Sentence, index: int) -> bool:
    """Whether a word is the verb of a clause, or carries one (a noun or adjective with a copula)."""
    token = sentence.tokens[index]
    if token.pos == "VERB":
        return token.role not in {"modifier", "compound", "case", "marker", "oblique_marker"}
    if token.pos == "AUX":
        return token.role not in {"auxiliary", "passive_auxiliary", "copula"}
    return any(sentence.tokens[c].role in {"copula", "subject", "passive_subject"} for c in sentence.children[index])


def _by_parse(
    sentence: Sentence, span: tuple[int, int], others: list[tuple[int, int]], lexicon: Lexicon
) -> Clause | None:
    tokens = sentence.tokens
    inside = frozenset(t.index for t in sentence.within(*span))
    if not inside:
        root = next((t.index for t in tokens if t.role == "root" and is_predicate(sentence, t.index)), None)
        if root is None:
            root = next((t.index for t in tokens if is_predicate(sentence, t.index)), None)
        if root is None:
            root = next(
                (t.index for t in tokens if lexicon.nouns.has(t.norm)),
                next(t.index for t in tokens if t.head == t.index),
            )
        if is_predicate(sentence, root) and lexicon.phrases("speech", "say").has(tokens[root].norm):
            # "..., the army said": what is said happened on the day, not the saying.
            told = [c for c in sentence.children[root] if tokens[c].role in {"content", "parataxis"} and c < root]
            root = next((c for c in told if is_predicate(sentence, c)), root)
        return _clause(sentence, root, not is_predicate(sentence, root), inside, others, "head of the list item")
    start = next((i for i in sorted(inside, reverse=True) if tokens[i].head not in inside), max(inside))
    here, how, nominal = start, "", -1
    for _ in range(len(tokens)):
        if here not in inside and is_predicate(sentence, here):
            break
        if here not in inside and nominal < 0 and lexicon.nouns.has(tokens[here].norm):
            nominal = here
            if _genitive(sentence, start, here, lexicon):
                return _clause(sentence, here, True, inside, others, f"date within the phrase of {tokens[here].text!r}")
        if tokens[here].head == here:
            break
        here = tokens[here].head
    if not is_predicate(sentence, here) or here in inside:
        here = nominal if nominal >= 0 else here
        if here in inside:
            return _nearest(sentence, inside, others, lexicon)
        return _clause(sentence, here, True, inside, others, f"date hangs on {tokens[here].text!r}")
    if nominal >= 0 and tokens[nominal].role not in {"subject", "passive_subject", "object", "attribute"}:
        between = tokens[nominal].head
        if between != here or tokens[nominal].role in {"inner", "oblique"}:
            how = f"date near {tokens[nominal].text!r}, told by {tokens[here].text!r}"
    return _clause(sentence, here, False, inside, others, how or f"date hangs on {tokens[here].text!r}")


def _genitive(sentence: Sentence, start: int, noun: int, lexicon: Lexicon) -> bool:
    """Whether the date is part of the noun's own phrase: before it, or joined by "of"."""
    if start < noun:
        return True
    markers = {sentence.tokens[c].norm for c in sentence.children[start] if sentence.tokens[c].role == "case"}
    here = start
    while here != noun and sentence.tokens[here].head != here:
        here = sentence.tokens[here].head
        if here != noun and sentence.tokens[here].role == "oblique":
            markers.add(sentence.tokens[here].norm)
    return bool(markers & lexicon.list("genitives"))


def _nearest(
    sentence: Sentence, inside: frozenset[int], others: list[tuple[int, int]], lexicon: Lexicon
) -> Clause | None:
    """For a date that the parse made the root: the nearest predicate, else the nearest event noun, after it first."""
    tokens = sentence.tokens
    order = sorted((t.index for t in tokens if t.index not in inside), key=lambda i: (abs(i - min(inside)), -i))
    for test in (lambda i: is_predicate(sentence, i), lambda i: lexicon.nouns.has(tokens[i].norm)):
        found = next((i for i in order if test(i)), None)
        if found is not None:
            return _clause(
                sentence, found, not is_predicate(sentence, found), inside, others, f"nearest to {tokens[found].text!r}"
            )
    every = frozenset(t.index for t in tokens) - inside
    return (
        Clause(sentence, order[0], True, every, every, time=inside, how="only words beside the date") if order else None
    )


def _clause(
    sentence: Sentence, predicate: int, nominal: bool, inside: frozenset[int], others: list[tuple[int, int]], how: str
) -> Clause:
    tokens, children = sentence.tokens, sentence.children
    # An open complement ("was forced to leave") is told with the verb above it; a copula's noun keeps its verb.
    top = predicate
    for _ in range(len(tokens)):
        if tokens[top].role == "open" and tokens[top].head != top and not nominal:
            top = tokens[top].head
        else:
            break
    wide = _span_of(sentence, top, inside, others, loose=True)
    core = _span_of(sentence, top, inside, others, loose=False)
    subject_at, relative = _subject(sentence, top)
    passive = is_passive(sentence, predicate)
    subject = frozenset(_phrase(sentence, subject_at, without=top)) if subject_at is not None else frozenset()
    objects: set[int] = set()
    agents: set[int] = set()
    for place in {top, predicate}:
        for child in children[place]:
            if tokens[child].role in {"object", "indirect", "attribute"}:
                objects |= _phrase(sentence, child)
            elif tokens[child].role == "agent":
                agents |= _phrase(sentence, child)
    governors, here = [], top
    while tokens[here].head != here and len(governors) < 6:
        role = tokens[here].role
        here = tokens[here].head
        if is_predicate(sentence, here) and role in {
            "content",
            "open",
            "clause_inner",
            "adverbial",
            "conjunct",
            "parataxis",
        }:
            if role in {"content", "open", "clause_inner"}:
                governors.append(here)
            elif role in {"adverbial", "parataxis"}:
                break
        elif role not in {"content", "open", "clause_inner", "conjunct"}:
            break
    return Clause(
        sentence, predicate, nominal, core | subject, wide | subject, subject, frozenset(objects), frozenset(agents),
        passive, tuple(governors), relative, _antecedent(sentence, top, subject_at), inside, how=how,
    )  # fmt: skip


def _span_of(
    sentence: Sentence, top: int, inside: frozenset[int], others: list[tuple[int, int]], *, loose: bool
) -> frozenset[int]:
    """The words below a predicate that belong to its event: not those of other verbs beside it."""
    tokens = sentence.tokens
    dated = {t.index for a, b in others for t in sentence.within(a, b)} - inside
    found, todo = {top}, [top]
    while todo:
        place = todo.pop()
        for child in sentence.children[place]:
            token = tokens[child]
            verbal = is_predicate(sentence, child)
            if child in found:
                continue
            if verbal and token.role in {"conjunct", "parataxis"} and is_predicate(sentence, place):
                continue
            if verbal and token.role in _DETACHED | {"participle"}:
                if not loose or sentence.subtree(child) & dated:
                    continue
            elif verbal and token.role == "clause_inner" and sentence.subtree(child) & dated and not loose:
                continue
            found.add(child)
            todo.append(child)
    return frozenset(found)


def _phrase(sentence: Sentence, head: int, without: int = -1) -> set[int]:
    """A noun and what belongs to it, without clauses that hang on it."""
    tokens = sentence.tokens
    found, todo = {head}, [head]
    while todo:
        for child in sentence.children[todo.pop()]:
            if (
                child == without
                or child in found
                or (tokens[child].role in {"relative", "participle", "parataxis"} and is_predicate(sentence, child))
            ):
                continue
            found.add(child)
            todo.append(child)
    return found


def _subject(sentence: Sentence, top: int) -> tuple[int | None, bool]:
    """The word that is the subject of a verb, its own or the one it shares; and whether through a relative clause."""
    tokens, here = sentence.tokens, top
    for _ in range(len(tokens)):
        own = next((c for c in sentence.children[here] if tokens[c].role in {"subject", "passive_subject"}), None)
        role = tokens[here].role
        if own is not None and not (role == "relative" and _is_relative(tokens[own])):
            return own, False
        if role in {"participle", "relative"}:
            return _behind(sentence, tokens[here].head), True
        if role in {"conjunct", "open", "adverbial", "clause_inner"} and tokens[here].head != here:
            here = tokens[here].head
            continue
        return None, False
    return None, False


def _is_relative(token: Token) -> bool:
    return token.tag in {"WDT", "WP", "WP$"} or "PronType=Rel" in token.morph


def _behind(sentence: Sentence, index: int) -> int:
    """The name that a noun in apposition explains ("X, a coalition that ..."), or the noun."""
    token = sentence.tokens[index]
    head = sentence.tokens[token.head]
    return token.head if token.role == "apposition" and head.pos == "PROPN" else index


def _antecedent(sentence: Sentence, top: int, subject: int | None) -> frozenset[int]:
    """The words that a relative clause has as its object ("the minister whom they asked"), or none."""
    tokens = sentence.tokens
    if tokens[top].role != "relative" or subject is None or tokens[top].head == subject:
        return frozenset()
    has_object = any(
        tokens[c].role in {"object", "attribute"} and not _is_relative(tokens[c]) for c in sentence.children[top]
    )
    pronoun = any(_is_relative(tokens[c]) and tokens[c].role == "object" for c in sentence.subtree(top))
    return (
        frozenset(_phrase(sentence, _behind(sentence, tokens[top].head), without=top))
        if pronoun and not has_object
        else frozenset()
    )


def is_passive(sentence: Sentence, index: int) -> bool:
    """Whether a verb is in the passive: by its helpers, as a past participle after a noun, or beside a passive verb."""
    tokens = sentence.tokens
    token = tokens[index]
    roles = {tokens[c].role for c in sentence.children[index]}
    if roles & {"passive_auxiliary", "passive_subject"}:
        return True
    past = token.tag == "VBN" or ("Tense=Past" in token.morph and "Part" in token.morph)
    if token.role in {"participle", "adverbial"} and past and not roles & {"auxiliary", "subject"}:
        return True
    if token.role == "conjunct" and token.head != index and not roles & {"subject", "auxiliary", "object"}:
        return past and is_passive(sentence, token.head)
    return False


def _by_cues(sentence: Sentence, span: tuple[int, int], lexicon: Lexicon) -> Clause | None:
    """Without a parse: the stretch between commas, dashes and joining words that holds the date and something told."""
    tokens = sentence.tokens
    inside = frozenset(t.index for t in sentence.within(*span))
    norms = [t.norm for t in tokens]
    joins = lexicon.list("joins")
    cuts = (
        [0]
        + [
            i
            for i, n in enumerate(norms)
            if i and i not in inside and (n in {",", ";", ":", "(", ")", "—", "–"} or n in joins)
        ]
        + [len(tokens)]
    )
    chunks = [range(a, b) for a, b in zip(cuts, cuts[1:], strict=False) if b > a]
    told = [
        [i for i in chunk if i not in inside and (lexicon.kinds.at(norms, i) or lexicon.nouns.at(norms, i))]
        for chunk in chunks
    ]
    at = next((k for k, chunk in enumerate(chunks) if inside & set(chunk)), 0)
    order = [
        at,
        *[
            k
            for step in range(1, len(chunks))
            for k in ((at + step, at - step) if at == 0 else (at - step, at + step))
            if 0 <= k < len(chunks)
        ],
    ]
    chosen = next((k for k in order if told[k]), None)
    if chosen is None:
        every = frozenset(range(len(tokens))) - inside
        return Clause(sentence, min(every), True, every, every, time=inside, how="the only sentence") if every else None
    low, high = min(at, chosen), max(at, chosen)
    core = frozenset(i for k in range(low, high + 1) for i in chunks[k])
    anchor = min(inside, default=0)
    predicate = min(told[chosen], key=lambda i: (abs(i - anchor), i))
    wide = frozenset(range(len(tokens)))
    nominal = lexicon.nouns.has(norms[predicate])
    subject = frozenset(i for i in core if i < predicate and i not in inside and norms[i] not in {",", ":"})
    return Clause(
        sentence, predicate, nominal, core, wide, subject, frozenset(i for i in core if i > predicate and i not in inside),
        time=inside, how=f"in one stretch with {tokens[predicate].text!r}",
    )  # fmt: skip
