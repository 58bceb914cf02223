"""How far the text stands behind an event, and who says so."""

from dataclasses import dataclass
from datetime import date

from timeline_app.dates import FuzzyDate, Shape
from timeline_app.extract.clauses.clause import Clause, is_predicate
from timeline_app.extract.clauses.headline import finite_at
from timeline_app.extract.words.lexicon import Lexicon
from timeline_app.extract.words.tokens import Token
from timeline_app.model import Status


@dataclass(frozen=True, slots=True)
class Standing:
    """A status, what decided it, and the words (as token indexes) of whoever says so, if anybody."""

    status: Status
    why: str
    claimant: frozenset[int] = frozenset()


def standing(clause: Clause, when: FuzzyDate, published: date | None, lexicon: Lexicon) -> Standing:
    """Denied before planned before claimed before reported: the strongest sign around the predicate decides."""
    tokens = clause.sentence.tokens
    speech = {name: lexicon.phrases("speech", name) for name in ("say", "announce", "deny")}
    governors = [tokens[i] for i in clause.governors]
    own = [t.norm for t in clause.tokens(clause.core) if t.index not in clause.time]
    denier = next((g for g in governors if speech["deny"].has(g.norm) and not _negated(clause, g.index, lexicon)), None)
    if denier:
        return Standing(Status.DENIED, f"{denier.text!r} governs it", _subject_words(clause, denier))
    if (noun := _rumour(clause, lexicon)) is not None:
        untrue = lexicon.list("status", "untrue") & set(clause.sentence.norms())
        return Standing(Status.DENIED if untrue else Status.CLAIMED, f"told as {noun!r}")
    ahead = bool(published and when.earliest and when.earliest > published) or bool(
        published
        and when.latest
        and when.earliest == published
        and when.latest > published
        and when.shape is Shape.WITHIN
    )
    below = clause.sentence.parsed and clause.head.role in {"inner", "oblique"}  # "a week after the coup"
    beside = clause.sentence.norms() if clause.relative or (clause.nominal and not below) else own
    if (failed := lexicon.phrases("status", "failed").any(beside)) and not ahead:
        return Standing(Status.DENIED, f"{failed.phrase!r}")
    if not ahead and not clause.nominal and (word := _negation(clause, lexicon)):
        return Standing(Status.DENIED, f"{word!r} negates it")
    if ahead:
        return Standing(Status.PLANNED, "dated after publication")
    told_as_done = bool(published and when.latest and when.latest < published and clause.head.tag == "VBD")
    if not told_as_done and (planned := _planned(clause, lexicon)):
        return Standing(Status.PLANNED, f"{planned!r}")
    said = [t.norm for t in clause.sentence.tokens]
    if hearsay := next((m for m in lexicon.phrases("status", "hearsay").find(said) if _governs(clause, m.start)), None):
        return Standing(Status.CLAIMED, f"{hearsay.phrase!r}", _named_after(tokens, hearsay.end))
    if _conditional(clause):
        return Standing(Status.CLAIMED, "hearsay conditional")
    sayer = next((g for g in governors if speech["say"].has(g.norm) and not speech["announce"].has(g.norm)), None)
    if sayer:
        return Standing(Status.CLAIMED, f"{sayer.text!r} governs it", _subject_words(clause, sayer))
    if not clause.sentence.parsed and (outside := _attribution(clause, lexicon)):
        return Standing(Status.CLAIMED, f"{outside!r} stands beside it")
    return Standing(Status.REPORTED, "the text asserts it")


def _named_after(tokens: tuple[Token, ...], start: int) -> frozenset[int]:
    """The words after "according to" up to the next mark or verb."""
    words: list[int] = []
    for token in tokens[start : start + 8]:
        if (not token.text[0].isalnum() and token.text not in {"'", "’", "-"}) or token.pos == "VERB":
            break
        words.append(token.index)
    return frozenset(words)


def _rumour(clause: Clause, lexicon: Lexicon) -> str | None:
    """The noun ("reports that ...") whose content the clause is, if it is one."""
    tokens = clause.sentence.tokens
    if not clause.sentence.parsed:
        return None
    top = tokens[finite_at(clause)]
    head = tokens[top.head]
    content = top.role in {"content", "participle", "relative", "clause_inner"} and head.index < top.index
    marked = any(tokens[c].role == "marker" for c in clause.sentence.children[top.index])
    return head.text if content and marked and head.norm in lexicon.list("status", "rumours") else None


def _governs(clause: Clause, index: int) -> bool:
    """Whether the clause that a word stands in is the event's own or one above it, not one below."""
    sentence = clause.sentence
    if not sentence.parsed or index in clause.time:
        return True
    above, here = {clause.predicate}, clause.predicate
    while sentence.tokens[here].head != here:
        here = sentence.tokens[here].head
        above.add(here)
    if is_predicate(sentence, index) and sentence.tokens[index].role in {"oblique", "case", "marker", "adverbial"}:
        index = sentence.tokens[index].head  # "according to" is a preposition, whatever its form
    while not is_predicate(sentence, index) and sentence.tokens[index].head != index:
        index = sentence.tokens[index].head
    return index in above or not is_predicate(sentence, index)


def _subject_words(clause: Clause, verb: Token) -> frozenset[int]:
    sentence = clause.sentence
    for child in sentence.children[verb.index]:
        if sentence.tokens[child].role in {"subject", "passive_subject"}:
            return frozenset(sentence.subtree(child))
    return frozenset()


def _negated(clause: Clause, index: int, lexicon: Lexicon) -> bool:
    negations = lexicon.list("status", "negation")
    return any(clause.sentence.tokens[c].norm in negations for c in clause.sentence.children[index])


def _negation(clause: Clause, lexicon: Lexicon) -> str:
    """The word that negates the predicate, or ''."""
    tokens, children = clause.sentence.tokens, clause.sentence.children
    negations = lexicon.list("status", "negation")
    determiners = lexicon.list("status", "negative_determiners")
    spoken = [t.norm for t in tokens]
    excused = {i for m in lexicon.phrases("status", "not_negation").find(spoken) for i in range(m.start, m.end)}
    if clause.sentence.parsed:
        near = {c for p in _verbs(clause) for c in children[p]}
        parties = clause.subject | clause.objects
        at = [i for i in sorted(near) if tokens[i].norm in negations]
        at += [
            i
            for i in sorted(parties)
            if tokens[i].norm in determiners
            and tokens[i].head in parties
            and tokens[tokens[i].head].head in _verbs(clause)
        ]
    else:
        low = min(clause.core, default=0)
        at = [
            i
            for i in sorted(clause.core)
            if tokens[i].norm in negations and low <= i and abs(i - clause.predicate) <= 4
        ]
    at = [i for i in at if i not in excused and i not in clause.time]
    return tokens[at[0]].text if at else ""


def _verbs(clause: Clause) -> set[int]:
    """The predicate, and the verbs that it is the open complement of."""
    found = {clause.predicate}
    here = clause.predicate
    tokens = clause.sentence.tokens
    while tokens[here].role in {"open", "attribute"} and tokens[here].head != here:
        here = tokens[here].head
        found.add(here)
    return found


def _planned(clause: Clause, lexicon: Lexicon) -> str:
    tokens, children = clause.sentence.tokens, clause.sentence.children
    phrases = lexicon.phrases("status", "planned")
    if not clause.sentence.parsed:
        near = [t.norm for t in clause.tokens(clause.core)]
        found = phrases.any(near)
        return found.phrase if found else ""
    verbs = _verbs(clause) | {g for g in clause.governors[:1] if tokens[clause.predicate].role == "open"}
    if any(
        "Tense=Fut" in tokens[i].morph
        for v in verbs
        for i in (v, *children[v])
        if i == v or "auxiliary" in tokens[i].role
    ):
        return "future tense"
    spoken = [t.norm for t in tokens]
    announces = not clause.passive and lexicon.phrases("speech", "announce").has(clause.head.norm)
    for match in phrases.find(spoken):
        span = set(range(match.start, match.end))
        if announces and span == {clause.predicate}:
            continue  # a promise given is an act; what was promised is planned
        around = {i for v in verbs for i in (v, *children[v])}
        if span & around and span <= clause.wide | around:
            return match.phrase
    return ""


def _conditional(clause: Clause) -> bool:
    """The French hearsay conditional: "aurait été tué"."""
    tokens, children = clause.sentence.tokens, clause.sentence.children
    if not clause.sentence.parsed:
        return False
    return any(
        "Mood=Cnd" in tokens[i].morph and "auxiliary" in tokens[i].role for v in _verbs(clause) for i in children[v]
    )


def _attribution(clause: Clause, lexicon: Lexicon) -> str:
    """Without a parse: a verb of saying after the last comma, outside the clause."""
    tokens = clause.sentence.tokens
    commas = [t.index for t in tokens if t.norm == ","]
    if commas and commas[-1] > max(clause.core, default=0) - 1:
        found = lexicon.phrases("speech", "say").any([t.norm for t in tokens[commas[-1] :]])
        return found.phrase if found else ""
    return ""
