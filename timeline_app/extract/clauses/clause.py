"""A clause: the words of one event in a sentence, and how the parse tells which they are."""

from dataclasses import dataclass

from timeline_app.extract.words.lexicon import Lexicon
from timeline_app.extract.words.tokens import Sentence, Token

_CLOSING = frozenset("\"”»’')]")
_DETACHED = {"relative", "adverbial", "parataxis", "conjunct"}
"""Roles under which a verb tells an event of its own."""


@dataclass(frozen=True, slots=True, eq=False)
class Clause:
    """The words of one event in a sentence, as indexes of its tokens.

    `predicate` is the verb or event noun that the date hangs on; `core` the clause without its subordinate clauses,
    `wide` with them; `subject`, `objects` and `agents` (of a passive) are the parties' words; `governors` the verbs
    above it, nearest first; `antecedent` is what a relative clause takes as its object; `time` the words of the date,
    `dates` those of every date in the sentence; `identifies`: the date only tells which ("the 2017 plan"); `how` says
    for a reader what tied date and predicate.
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


def is_predicate(sentence: Sentence, index: int) -> bool:
    """Whether a word is the verb of a clause, or carries one (a noun or adjective with a copula)."""
    token = sentence.tokens[index]
    if token.pos == "VERB":
        return token.role not in {"modifier", "compound", "case", "marker", "oblique_marker"}
    if token.pos == "AUX":
        return token.role not in {"auxiliary", "passive_auxiliary", "copula"}
    return any(sentence.tokens[c].role in {"copula", "subject", "passive_subject"} for c in sentence.children[index])


def clause_at(
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
    subject = frozenset(phrase_of(sentence, subject_at, without=top)) if subject_at is not None else frozenset()
    objects: set[int] = set()
    agents: set[int] = set()
    for place in {top, predicate}:
        for child in children[place]:
            if tokens[child].role in {"object", "indirect", "attribute"}:
                objects |= phrase_of(sentence, child)
            elif tokens[child].role == "agent":
                agents |= phrase_of(sentence, child)
    governors: list[int] = []
    here = top
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


def phrase_of(sentence: Sentence, head: int, without: int = -1) -> set[int]:
    """A noun and what belongs to it, without clauses that hang on it."""
    tokens = sentence.tokens
    found, todo = {head}, [head]
    while todo:
        for child in sentence.children[todo.pop()]:
            if (
                child == without
                or child in found
                or (tokens[child].role in {"relative", "parataxis"} and is_predicate(sentence, child))
                or (tokens[child].role == "participle" and sentence.children[child] and is_predicate(sentence, child))
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
        if own is None:
            own = next((s for c in sentence.children[here] if (s := _set_between(sentence, c)) is not None), None)
        if own is not None and not (role == "relative" and _is_relative(tokens[own])):
            return own, False
        if role in {"participle", "relative"}:
            return _behind(sentence, tokens[here].head), True
        if role in {"conjunct", "open", "adverbial", "clause_inner"} and tokens[here].head != here:
            here = tokens[here].head
            continue
        return None, False
    return None, False


def _set_between(sentence: Sentence, index: int) -> int | None:
    """The noun behind which a participle is set between commas ("Guinea, readmitted in May, will vote"), where the
    parse took it for the participle's own subject."""
    tokens = sentence.tokens
    token = tokens[index]
    if token.tag not in {"VBD", "VBN"} or tokens[index - 1].text != ",":
        return None
    ahead = token.role in {"parataxis", "adverbial"} and token.head > index
    if not (ahead or _goes_before_main(sentence, index)) or any(
        "auxiliary" in tokens[c].role for c in sentence.children[index]
    ):
        return None
    return next((c for c in sentence.children[index] if c < index and "subject" in tokens[c].role), None)


def _goes_before_main(sentence: Sentence, index: int) -> bool:
    """Whether the verb at the root is only beside another behind a comma: "X, led away in May, has not reappeared"."""
    tokens = sentence.tokens
    if tokens[index].role != "root":
        return False
    for child in sentence.children[index]:
        first = min(sentence.subtree(child))
        small = {tokens[c].role for c in sentence.children[child]}
        alone = tokens[child].role == "conjunct" and child > index and not small & {"subject", "passive_subject"}
        joined = any(tokens[c].role == "and" for c in sentence.children[index] if index < c < child)
        if alone and not joined and "auxiliary" in small and tokens[first - 1].text == ",":
            return True
    return False


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
        frozenset(phrase_of(sentence, _behind(sentence, tokens[top].head), without=top))
        if pronoun and not has_object
        else frozenset()
    )


def _is_fragment(sentence: Sentence) -> bool:
    """Whether no mark ends it: a line of a list, a heading."""
    last = next((t.text for t in reversed(sentence.tokens) if t.text not in _CLOSING), "")
    return last not in {".", "!", "?", "…", ":"} and not last.endswith(".")


def is_passive(sentence: Sentence, index: int) -> bool:
    """Whether a verb is in the passive: by its helpers, as a past participle after a noun, or beside a passive verb."""
    tokens = sentence.tokens
    token = tokens[index]
    roles = {tokens[c].role for c in sentence.children[index]}
    if "passive_auxiliary" in roles or "agent" in roles or ("passive_subject" in roles and "auxiliary" not in roles):
        return True
    if _set_between(sentence, index) is not None:
        return True
    past = token.tag == "VBN" or ("Tense=Past" in token.morph and "Part" in token.morph)
    fragment = _is_fragment(sentence) and not roles & {"auxiliary", "object", "open", "content"}
    if fragment and token.tag in {"VBN", "VBD"} and "subject" in roles:
        return True  # a line of a list: "second well destroyed"
    # No finite verb stands there without a subject or a joining word.
    bare = past or (token.tag == "VBD" and "marker" not in roles)
    if token.role in {"participle", "adverbial"} and bare and not roles & {"auxiliary", "subject"}:
        return True
    if token.role == "conjunct" and token.head != index and not roles & {"subject", "auxiliary", "object"}:
        return past and is_passive(sentence, token.head)
    return False


def disagrees(clause: Clause) -> bool:
    """Whether verb and subject differ in number: then the parse took the wrong word for the subject. A line of a list
    that has two subjects is no sentence at all: "attack near Boni, seven killed"."""
    tokens, verb = clause.sentence.tokens, clause.predicate
    said = [c for c in clause.sentence.children[verb] if "subject" in tokens[c].role] if clause.sentence.parsed else []
    if len(said) > 1 and _is_fragment(clause.sentence):
        return True
    heads = [i for i in clause.subject if tokens[i].head not in clause.subject or tokens[i].head == i]
    if (
        not clause.sentence.parsed
        or len(heads) != 1
        or any(tokens[i].role == "conjunct" for i in clause.subject)
        or clause.relative
    ):
        return False
    finite = [
        t for t in (tokens[verb], *(tokens[c] for c in clause.sentence.children[verb])) if "VerbForm=Fin" in t.morph
    ]
    subject = tokens[heads[0]]
    return (
        subject.pos == "PROPN" and "Number=Plur" not in subject.morph and any("Number=Plur" in t.morph for t in finite)
    )


def opening(sentence: Sentence, dates: frozenset[int], lexicon: Lexicon) -> frozenset[int]:
    """The words of phrases that open a date ("as from", "à compter de"), whatever the parse makes of them."""
    found: set[int] = set()
    for match in lexicon.phrases("date_openers").find(sentence.norms()):
        if match.end in dates or match.end - 1 in dates:
            found |= set(range(match.start, match.end))
    return frozenset(found - dates)
