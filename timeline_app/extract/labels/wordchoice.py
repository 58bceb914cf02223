"""Which words of a clause a headline has room for: no date, no aside, no filler; where it stops."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from timeline_app.extract.clauses.clause import Clause, is_predicate, opening
from timeline_app.extract.clauses.headline import finite_at, restrictive
from timeline_app.extract.names.name import Name
from timeline_app.extract.words.lexicon import Lexicon

ROOMY = 9
"""From this many words on, a label ends at its next comma."""
QUOTES = frozenset("\"“”«»‘’'|")
_NAMING = {"NOUN", "PROPN", "NUM"}
_LEADING = {"modifier", "compound", "determiner", "possessor", "number", "noun_modifier", "case", "marker"}
"""Roles of words that stand before what they belong to."""
BRACKETS = {"(": 1, "[": 1, ")": -1, "]": -1}


def chosen(
    clause: Clause, indexes: Iterable[int], named: dict[int, Name], lexicon: Lexicon, *, subject: bool = False
) -> list[int]:
    """The words that a headline has room for: no date, no aside, no filler, no joining word at the front."""
    tokens = clause.sentence.tokens
    drop = lexicon.list("label", "drop")
    wanted = set(indexes)
    wanted |= {i for i, name in named.items() if any(k in wanted for k in (i - 1, i + 1) if named.get(k) is name)}
    pool = sorted(wanted - clause.time - clause.dates)
    out: set[int] = set(restrictive(clause, lexicon))
    if clause.sentence.parsed:
        out |= _asides(clause, pool, subject) | _small_words(clause, pool, lexicon)
        out |= _dated_apart(clause) | (set() if subject else _counted_from(clause, pool, lexicon))
        for name in {named[i] for i in pool if i in named}:
            parts = [i for i in pool if named.get(i) is name]
            if parts[0] not in out:
                out -= set(parts)
    kept = _markers(clause, lexicon)
    articles = lexicon.list("label", "articles")
    small = {i for i in pool if tokens[i].norm in articles and i not in named}
    depth, chosen = 0, []
    for i in pool:
        text = tokens[i].text
        if text in BRACKETS:
            depth = max(0, depth + BRACKETS[text])
        elif not depth and i not in out | small and (tokens[i].norm not in drop or i in kept) and text not in QUOTES:
            chosen.append(i)
    return _whole_words(clause, chosen, lexicon)


def _whole_words(clause: Clause, indexes: list[int], lexicon: Lexicon) -> list[int]:
    """With what a hyphen joins to a word that is kept ("Croix-Rouge"), which the parse may have hung elsewhere."""
    tokens, kept = clause.sentence.tokens, list(indexes)
    for place, i in enumerate(kept):  # grows while it is walked: what is joined may be joined again
        behind = tokens[i + 1] if i + 1 < len(tokens) else None
        left_out = behind is None or behind.index in clause.dates or behind.norm in lexicon.list("label", "honorifics")
        if (
            behind
            and not left_out
            and i + 1 not in kept
            and tokens[i].text[-1] == "-"
            and tokens[i].end == behind.start
        ):
            kept.insert(place + 1, i + 1)
    return kept


def _markers(clause: Clause, lexicon: Lexicon) -> set[int]:
    """Joining words that must stay: "declare that war would ..." is not "declare war"."""
    keep = lexicon.phrases("label", "keep_marker")
    if not keep.has(clause.head.norm):
        return set()
    return {t.index for t in clause.sentence.tokens if t.role == "marker" and t.index > clause.predicate}


def _joins(clause: Clause, index: int, pool: Sequence[int]) -> bool:
    """Whether an "and" still has something behind it to join: its own head, or a later conjunct of its head."""
    tokens = clause.sentence.tokens
    head = tokens[index].head
    if head > index:
        return head in pool
    return any(c > index and c in pool and tokens[c].role == "conjunct" for c in clause.sentence.children[head])


def _set_off(clause: Clause, index: int) -> bool:
    """Whether a comma, dash or bracket parts an apposition from its noun."""
    first = min(clause.sentence.subtree(index))
    return first > 0 and clause.sentence.tokens[first - 1].pos == "PUNCT"


def _named_by_apposition(clause: Clause, index: int) -> bool:
    """Whether an apposition is the name of what stands before it ("its spokesman, X") and short."""
    token = clause.sentence.tokens[index]
    head = clause.sentence.tokens[token.head]
    return token.pos == "PROPN" and head.pos != "PROPN" and index > token.head


def fronted(clause: Clause, front: list[int], named: dict[int, Name], lexicon: Lexicon) -> list[int]:
    """The part of what stands before the subject that says where, if it is short."""
    tokens, places = clause.sentence.tokens, lexicon.list("locatives")
    part: list[int] = []
    for i in [*front, -1]:
        if i >= 0 and tokens[i].pos != "PUNCT":
            part.append(i)
            continue
        sited = any(named[k].kind in {"place", "state"} for k in part if k in named)
        if part and len(part) <= 5 and sited and tokens[part[0]].norm in places:
            return part
        part = []
    return []


def up_to_comma(clause: Clause, indexes: list[int], before: int) -> list[int]:
    """The words after the verb up to the comma at which enough has been said; an aside right after the verb skipped."""
    tokens = clause.sentence.tokens
    marks = {",", ":", "—", "–"}
    if indexes and tokens[indexes[0]].text in marks:
        close = next((p for p, i in enumerate(indexes[1:], 1) if tokens[i].text in marks), None)
        indexes = indexes[close + 1 :] if close is not None and close <= 7 else indexes[1:]
    kept: list[int] = []
    for place, i in enumerate(indexes):
        if tokens[i].text in marks:
            alone = (place and indexes[place - 1] != i - 1) or place + 1 >= len(indexes) or indexes[place + 1] != i + 1
            if len(kept) >= 3 or before + len(kept) >= ROOMY - 3:
                break
            if alone:
                continue
        kept.append(i)
    return kept


def fitting(clause: Clause, indexes: list[int], fits: Callable[[list[int]], bool]) -> list[int]:
    """As many of the words as fit, and of those none that only leads up to one that does not ("the potential")."""
    tokens, kept = clause.sentence.tokens, list(indexes)
    if fits(kept):
        return kept
    while kept and not fits(kept):
        kept.pop()
    while kept:
        last = tokens[kept[-1]]
        if last.head <= last.index or last.head in kept or last.role not in _LEADING:
            break
        kept.pop()
    return kept


def unfenced(clause: Clause, indexes: list[int]) -> list[int]:
    """Without the commas that fenced off what has been left out."""
    tokens = clause.sentence.tokens
    kept = []
    for place, i in enumerate(indexes):
        beside = 0 < place < len(indexes) - 1 and indexes[place - 1] == i - 1 and indexes[place + 1] == i + 1
        if beside or tokens[i].text not in {",", "–", "—"}:
            kept.append(i)
    while kept and tokens[kept[-1]].pos == "PUNCT":
        kept.pop()
    if any(tokens[i].role == "conjunct" for i in kept):
        return kept
    return [i for i in kept if tokens[i].text != ","]  # "the minister, X," without a list needs none


def _asides(clause: Clause, pool: Sequence[int], subject: bool) -> set[int]:
    """Appositions, participles and relative clauses that only say more about a word."""
    sentence = clause.sentence
    own = sentence.subtree(clause.predicate)
    main = (clause.predicate, *clause.governors)
    out: set[int] = set()
    for i in pool:
        role = sentence.tokens[i].role
        if role == "apposition":
            aside = _set_off(clause, i) and not _named_by_apposition(clause, i)
        elif role in {"participle", "relative"} and (subject or i > clause.predicate) and i not in main:
            long = role == "relative" or _set_off(clause, i) or len(sentence.subtree(i)) > 2
            aside = long and is_predicate(sentence, i)
        else:
            aside = False
        if aside:
            out |= sentence.subtree(i) - own
    return out


@lru_cache(maxsize=2)
def _dated_apart(clause: Clause) -> frozenset[int]:
    """What a list tells for another date: "left Kidal on 31 October and Gao on 21 December" are two events."""
    tokens, sentence = clause.sentence.tokens, clause.sentence
    for i in sorted(clause.core):
        if tokens[i].role != "and" or i - 1 not in clause.dates:
            continue
        ahead = min((d for d in clause.dates if d > i), default=-1)
        if ahead < 0:
            continue
        second = list(range(i + 1, ahead))
        while second and tokens[second[-1]].pos in {"ADP", "DET", "PUNCT"}:
            second.pop()
        kinds = {tokens[k].pos for k in second}
        if not kinds & _NAMING or kinds & {"VERB", "AUX"} or tokens[second[0]].pos == "ADP":
            continue
        if i - 1 in clause.time:
            return frozenset({i, *second})
        objects = [c for c in sentence.children[clause.predicate] if tokens[c].role == "object" and c < i]
        if ahead in clause.time and objects:
            return frozenset({i, *(sentence.subtree(objects[0]) - set(second))})
    return frozenset()


def _counted_from(clause: Clause, pool: Sequence[int], lexicon: Lexicon) -> set[int]:
    """What a date counts from: without "a day after" the rest, "the coup", would hang in the air."""
    tokens, words = clause.sentence.tokens, lexicon.list("counted_from")
    gone = {i for i in clause.dates | clause.time if tokens[i].norm in words}
    out: set[int] = set()
    for i in pool:
        below = tokens[i].head in gone and tokens[i].head < i
        marked = any(c in gone and c < i and tokens[c].role in {"case", "marker"} for c in clause.sentence.children[i])
        if (below or marked) and clause.predicate not in (own := clause.sentence.subtree(i)):
            out |= own
    return out


def _small_words(clause: Clause, pool: Sequence[int], lexicon: Lexicon) -> set[int]:
    """Prepositions of dates, joining words that have nothing left to join, forms of address."""
    tokens = clause.sentence.tokens
    openers, honorifics = lexicon.list("label", "openers"), lexicon.list("label", "honorifics")
    top, dated = finite_at(clause), before_dates(clause, lexicon)
    out: set[int] = set()
    for i in pool:
        token = tokens[i]
        opens = token.norm in openers and token.head == clause.predicate and token.role != "expletive"
        if (
            i in dated
            or (token.role == "marker" and token.head == top)
            or (token.role == "and" and not _joins(clause, i, pool))
            or token.norm in honorifics
            or (token.pos == "PRON" and token.norm in lexicon.list("label", "pro_adverbs"))
            or (token.pos in {"SCONJ", "PRON", "ADV"} and opens)
        ):
            out.add(i)
    return out


@lru_cache(maxsize=2)
def before_dates(clause: Clause, lexicon: Lexicon) -> frozenset[int]:
    """The prepositions and adverbs that belong to dates and go with them, and phrases like "as from"."""
    tokens, children = clause.sentence.tokens, clause.sentence.children
    hung = {
        t.index
        for t in tokens
        if t.role in {"oblique", "case", "adverb"}
        and t.pos in {"ADP", "ADV", "SCONJ", "PART"}
        and (set(children[t.index]) & clause.dates or (t.head in clause.dates and t.index < t.head))
    }
    # Whatever the parse says, the preposition right before a date is the date's.
    starts = (i for i in clause.dates if i and i - 1 not in clause.dates and tokens[i - 1].pos == "ADP")
    return frozenset(
        hung | {i - 1 for i in starts if not _modifies(clause, i)} | opening(clause.sentence, clause.dates, lexicon)
    )


def _modifies(clause: Clause, first: int) -> bool:
    """Whether a date says which of the noun right behind it: "in March elections"."""
    last = first
    while last + 1 in clause.dates:
        last += 1
    token = clause.sentence.tokens[last]
    return token.head == last + 1 and token.role in {"compound", "number", "modifier", "possessor", "noun_modifier"}
