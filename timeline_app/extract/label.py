"""The line that a briefer would write: at most twelve words, headline style, no date.

Subject, verb, the rest: the words are the text's own, only the verb is put into the tense of headlines, asides and
dates are left out, and a pronoun is replaced where it is sure whom it means. Negation and modality are never dropped.
Where the result fails a gate, the clause stands verbatim, trimmed.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline_app.extract.attach import Clause, is_predicate
from timeline_app.extract.headline import VerbGroup, finite_at, restrictive, verb_group
from timeline_app.extract.lexicon import Lexicon
from timeline_app.extract.names import Name

LONGEST = 12
"""Words a label may have."""
_ROOMY = 9
"""From this many words on, a label ends at its next comma."""
_SHORT = 4
"""Up to this many words, a label that names no place is told its place."""
_WHOLE = 18
"""Up to this many words a unit without a subject that the parse shows is told whole."""
_QUOTES = frozenset("\"“”«»‘’'")
_BRACKETS = {"(": 1, "[": 1, ")": -1, "]": -1}


@dataclass(frozen=True, slots=True)
class Around:
    """What the clause itself does not say: the name behind its pronoun, and where it happened, both possibly empty."""

    subject: str = ""
    where: str = ""


def label(clause: Clause, named: dict[int, Name], around: Around, lexicon: Lexicon) -> tuple[str, str]:
    """The label, and how it was made: "headline" or "verbatim"."""
    made = _headline(clause, named, around, lexicon)
    if _passes(made, clause, lexicon):
        return made, "headline"
    return _verbatim(clause, around, lexicon), "verbatim"


def _headline(clause: Clause, named: dict[int, Name], around: Around, lexicon: Lexicon) -> str:
    if not clause.sentence.parsed or clause.nominal:
        words = _text(clause, _chosen(clause, clause.core, named, lexicon), named)
        return _finish(words, around, lexicon, nominal=clause.nominal and clause.sentence.parsed)
    group = verb_group(clause, lexicon)
    kept = _chosen(clause, clause.core, named, lexicon)
    subject = [i for i in _chosen(clause, clause.subject, named, lexicon, subject=True) if i not in group.indexes]
    rest = [i for i in kept if i not in clause.subject and i not in group.indexes]
    after = [i for i in rest if i > group.last]
    front = _fronted(clause, [i for i in rest if i < group.first], named, lexicon)
    lead = [around.subject] if around.subject else _text(clause, _unfenced(clause, subject), named)
    if (
        clause.passive
        and clause.agents
        and not around.subject
        and (active := _turned(clause, named, after, lead, group, lexicon))
    ):
        return _finish(active, around, lexicon)
    if not lead:
        return ""
    taken = _text(clause, _chosen(clause, clause.antecedent, named, lexicon, subject=True), named)
    after = _up_to_comma(clause, after, len(subject) + len(taken))
    words = [*lead, *_group_words(clause, group), *taken, *_text(clause, after, named)]
    if len(words) + len(front) <= _ROOMY:
        words += _text(clause, front, named)
    return _finish(words, around, lexicon)


def _turned(
    clause: Clause, named: dict[int, Name], after: list[int], lead: list[str], group: VerbGroup, lexicon: Lexicon
) -> list[str]:
    """A passive with its doer named, told actively, where the language's headlines do so."""
    if not group.active:
        return []
    by = lexicon.list("label", "passive_by")
    agent = [i for i in _chosen(clause, clause.agents, named, lexicon) if clause.sentence.tokens[i].norm not in by]
    rest = [i for i in after if i not in clause.agents]
    articles = lexicon.list("label", "articles")
    lead = lead[1:] if lead and lead[0].lower() in articles else lead
    return [*_text(clause, agent, named), group.active, *lead, *_text(clause, rest, named)] if agent else []


def _chosen(
    clause: Clause, indexes: Iterable[int], named: dict[int, Name], lexicon: Lexicon, *, subject: bool = False
) -> list[int]:
    """The words that a headline has room for: no date, no aside, no filler, no joining word at the front."""
    tokens, children = clause.sentence.tokens, clause.sentence.children
    drop, honorifics = lexicon.list("label", "drop"), lexicon.list("label", "honorifics")
    wanted = set(indexes)
    wanted |= {i for i, name in named.items() if any(k in wanted for k in (i - 1, i + 1) if named.get(k) is name)}
    pool = sorted(wanted - clause.time - clause.dates)
    out: set[int] = set(restrictive(clause, lexicon))
    if clause.sentence.parsed:
        own = clause.sentence.subtree(clause.predicate)
        top = finite_at(clause)
        for i in pool:
            token = tokens[i]
            if token.role == "apposition" and _set_off(clause, i) and not _named_by_apposition(clause, i):
                out |= clause.sentence.subtree(i) - own
            elif (
                token.role in {"participle", "relative"}
                and i not in (clause.predicate, *clause.governors)
                and is_predicate(clause.sentence, i)
                and (subject or i > clause.predicate)
            ):
                out |= clause.sentence.subtree(i) - own
            elif token.role in {"oblique", "case", "adverb"} and (
                set(children[i]) & clause.dates or token.head in clause.dates
            ):
                out.add(i)
            elif token.role == "marker" and token.head == top:
                out.add(i)
            elif token.role == "and" and not _joins(clause, i, pool):
                out.add(i)
            elif token.norm in honorifics:
                out.add(i)
            elif (
                token.pos in {"SCONJ", "PRON", "ADV"}
                and token.role != "expletive"
                and token.norm in lexicon.list("label", "openers")
                and token.head == clause.predicate
            ):
                out.add(i)
        for name in {named[i] for i in pool if i in named}:
            parts = [i for i in pool if named.get(i) is name]
            if parts[0] not in out:
                out -= set(parts)
    articles = lexicon.list("label", "articles")
    small = {i for i in pool if tokens[i].norm in articles and i not in named}
    depth, chosen = 0, []
    for i in pool:
        text = tokens[i].text
        if text in _BRACKETS:
            depth = max(0, depth + _BRACKETS[text])
        elif not depth and i not in out | small and tokens[i].norm not in drop and text not in _QUOTES:
            chosen.append(i)
    return chosen


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


def _fronted(clause: Clause, front: list[int], named: dict[int, Name], lexicon: Lexicon) -> list[int]:
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


def _up_to_comma(clause: Clause, indexes: list[int], before: int) -> list[int]:
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
            if len(kept) >= 3 or before + len(kept) >= _ROOMY - 3:
                break
            if alone:
                continue
        kept.append(i)
    return kept


def _unfenced(clause: Clause, indexes: list[int]) -> list[int]:
    """Without the commas that fenced off what has been left out."""
    tokens = clause.sentence.tokens
    kept = [
        i for p, i in enumerate(indexes)
        if tokens[i].text not in {",", "–", "—"} or (0 < p < len(indexes) - 1 and indexes[p - 1] == i - 1 and indexes[p + 1] == i + 1)
    ]  # fmt: skip
    while kept and tokens[kept[-1]].pos == "PUNCT":
        kept.pop()
    return kept


def _group_words(clause: Clause, group: VerbGroup) -> list[str]:
    return list(group.words) if group.words else _text(clause, sorted(group.indexes), {})


def _text(clause: Clause, indexes: Sequence[int], named: dict[int, Name]) -> list[str]:
    """The words of these tokens, those that the text writes together kept together, names by their short form."""
    words: list[str] = []
    last = -9
    done: set[int] = set()
    for i in indexes:
        token = clause.sentence.tokens[i]
        name = named.get(i)
        if name and name.short:
            if id(name) not in done:
                words.append(name.short)
                done.add(id(name))
            last = i
            continue
        glued = words and (
            (last == i - 1 and clause.sentence.tokens[last].end == token.start) or words[-1].endswith(("'", "’"))
        )
        if glued:
            words[-1] += token.text
        else:
            words.append(token.text)
        last = i
    return words


def _finish(words: Sequence[str], around: Around, lexicon: Lexicon, *, nominal: bool = False) -> str:
    """Joined, trimmed to length, without an article at the front or a dangling end."""
    parts = " ".join(words).split()
    front = (
        lexicon.list("label", "noun_articles" if nominal else "articles")
        | lexicon.list("joins")
        | lexicon.list("label", "openers")
    )
    front |= lexicon.list("label", "possessives")
    while parts and (_bare(parts[0]) in front or not _bare(parts[0])):
        parts = parts[1:]
    if nominal and parts and (elided := re.match(r"[ld]['’](?=\w)", parts[0], re.IGNORECASE)):
        parts[0] = parts[0][elided.end() :]
    parts = _trim(parts[:LONGEST], lexicon)
    if parts:
        parts[-1] = re.sub(r"(?<=\w{3})[.!?]+$", "", parts[-1])
    room = _SHORT if nominal else _SHORT - 1
    if (
        around.where
        and 0 < len(parts) <= room
        and not parts[-1].endswith((".", "!", "?"))
        and len(parts) + len(around.where.split()) <= LONGEST
    ):
        parts += around.where.split()
    text = re.sub(r"\s+([,;:.])", r"\1", " ".join(parts)).strip(" ,;:–—-")
    text = _elided(text, lexicon)
    text = re.sub(r"(?<=\b\w)(['’])\s+(?=\w)|(?<=\bqu)(['’])\s+(?=\w)", lambda m: m[1] or m[2], text)
    text = re.sub(r",\s*\d{2}(?=,|\s|$)(?:,\s*)?", " ", text)
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r"[.]+$", "", text) if not re.search(r"\b\w\.\w\.$", text) else text
    return text[:1].upper() + text[1:]


def _elided(text: str, lexicon: Lexicon) -> str:
    """Short words whole again where the word that took their vowel is gone ("s'est vu" -> "se voit"), and the reverse."""
    for whole, short in lexicon.words["label"]["short_words"].items():
        text = re.sub(rf"(?<!\w){whole}\s+(?=[aeiouéèêàâîôû])", short, text)
    for short, whole in lexicon.words["label"]["whole_words"].items():
        text = re.sub(rf"(?<!\w){re.escape(short)}\s*(?=[bcdfgjklmnpqrstvwxz])", f"{whole} ", text)
    return text


def _trim(parts: list[str], lexicon: Lexicon) -> list[str]:
    dangling = lexicon.list("label", "dangling")
    while parts and (_bare(parts[-1]) in dangling or not _bare(parts[-1]) or parts[-1].endswith(("'", "’"))):
        parts = parts[:-1]
    return parts


def _bare(word: str) -> str:
    return word.strip(' ,;:–—-."“”«»()').lower()


def _verbatim(clause: Clause, around: Around, lexicon: Lexicon) -> str:
    tokens = clause.sentence.tokens
    indexes = [
        i for i in sorted(clause.core) if i not in clause.time and tokens[i].text not in _QUOTES | set(_BRACKETS)
    ]
    every = [t.index for t in tokens if t.index not in clause.dates | clause.time and t.text not in _QUOTES]
    short = len(every) <= _WHOLE and not clause.subject
    words = _text(clause, every if short else indexes, {}) or _text(clause, every, {})
    return _finish(words, around, lexicon)


def _passes(text: str, clause: Clause, lexicon: Lexicon) -> bool:
    """Whether a label says as much as its clause: two words at least, and no negation lost."""
    if len(text.split()) < 2:
        return False
    negative = lexicon.list("label", "negative")
    lost = [t for t in clause.tokens(clause.core) if t.norm in negative and t.head == clause.predicate]
    said = {_bare(w) for w in re.split(r"\s+|(?<=['’])", text.lower())} | set(text.lower().split())
    return not lost or bool(said & negative) or any(w.endswith(("n't", "n’t")) for w in said)
