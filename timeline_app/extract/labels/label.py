"""The line that a briefer would write: at most twelve words, headline style, no date.

Subject, verb, the rest: the words are the text's own, only the verb is put into the tense of headlines, asides and
dates are left out, and a pronoun is replaced where it is sure whom it means. Negation and modality are never dropped.
Where the result fails a gate, the clause stands verbatim, trimmed.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from timeline_app.extract.clauses.clause import Clause, disagrees
from timeline_app.extract.clauses.headline import VerbGroup, restrictive, verb_group
from timeline_app.extract.labels.wordchoice import (
    BRACKETS,
    QUOTES,
    ROOMY,
    before_dates,
    chosen,
    fitting,
    fronted,
    unfenced,
    up_to_comma,
)
from timeline_app.extract.names.name import Name
from timeline_app.extract.words.folding import fold
from timeline_app.extract.words.lexicon import Lexicon

LONGEST = 12
"""Words a label may have."""
_SHORT = 4
"""Up to this many words, a label that names no place is told its place."""
_WHOLE = 18
"""Up to this many words a unit without a subject that the parse shows is told whole."""


@dataclass(frozen=True, slots=True)
class Around:
    """What the clause itself does not say: the name behind its pronoun, where it happened, and for token indexes the
    words that name what a common noun means; all possibly empty."""

    subject: str = ""
    where: str = ""
    called: Mapping[int, str] = field(default_factory=dict)


def label(clause: Clause, named: dict[int, Name], around: Around, lexicon: Lexicon) -> tuple[str, str]:
    """The label, and how it was made: "headline" or "verbatim"."""
    made = _headline(clause, named, around, lexicon)
    if _passes(made, clause, lexicon):
        return made, "headline"
    return _verbatim(clause, around, lexicon), "verbatim"


def _headline(clause: Clause, named: dict[int, Name], around: Around, lexicon: Lexicon) -> str:
    if not clause.sentence.parsed or clause.nominal:
        words = _text(clause, chosen(clause, clause.core, named, lexicon), named, around.called)
        return _finish(words, around, lexicon, nominal=clause.nominal and clause.sentence.parsed)
    named_by = {around.subject, *(named[i].short for i in clause.subject if i in named)}
    plural = tuple(lexicon.words["verbs"]["plural_articles"])
    group = verb_group(clause, lexicon, many=any(name.startswith(plural) for name in named_by))
    kept = chosen(clause, clause.core, named, lexicon)
    subject = [i for i in chosen(clause, clause.subject, named, lexicon, subject=True) if i not in group.indexes]
    told = {named[i] for i in subject if i in named}
    rest = [i for i in kept if i not in clause.subject and i not in group.indexes and named.get(i) not in told]
    after = [i for i in rest if i > group.last]
    front = fronted(clause, [i for i in rest if i < group.first], named, lexicon)
    lead = [around.subject] if around.subject else _text(clause, unfenced(clause, subject), named, around.called)
    if (
        clause.passive
        and clause.agents
        and not around.subject
        and (active := _turned(clause, named, after, lead, group, around, lexicon))
    ):
        return _finish(active, around, lexicon)
    if not lead:
        return ""
    held = unfenced(clause, chosen(clause, clause.antecedent, named, lexicon, subject=True))
    held += [i for i in rest if i < group.first and i in clause.objects and i not in held]
    taken = _text(clause, held, named, around.called)
    after = up_to_comma(clause, after, len(subject) + len(taken))
    while after and clause.sentence.tokens[after[-1]].pos == "PUNCT":
        after.pop()
    before = [*lead, *_group_words(clause, group), *taken]
    room = LONGEST - len(" ".join(before).split())

    def fits(kept: list[int]) -> bool:
        return len(" ".join(_text(clause, kept, named, around.called)).split()) <= room

    after = fitting(clause, after, fits)
    words = [*before, *_shifted(clause, after, named, around, lexicon)]
    if front and len(words) + len(front) <= ROOMY:
        opens, *others = _text(clause, front, named, around.called)
        words += [opens[:1].lower() + opens[1:], *others]
    return _finish(words, around, lexicon)


def _turned(
    clause: Clause,
    named: dict[int, Name],
    after: list[int],
    lead: list[str],
    group: VerbGroup,
    around: Around,
    lexicon: Lexicon,
) -> list[str]:
    """A passive with its doer named, told actively, where the language's headlines do so."""
    if not group.active:
        return []
    by = lexicon.list("label", "passive_by")
    agent = [i for i in chosen(clause, clause.agents, named, lexicon) if clause.sentence.tokens[i].norm not in by]
    rest = [i for i in after if i not in clause.agents]
    articles = lexicon.list("label", "articles")
    lead = lead[1:] if lead and lead[0].lower() in articles | lexicon.list("label", "openers") else lead
    first = clause.sentence.tokens[min(clause.subject, default=0)]
    if lead and first.index == 0 and first.pos != "PROPN" and not clause.subject & named.keys() and "-" not in lead[0]:
        lead = [lead[0][:1].lower() + lead[0][1:], *lead[1:]]
    doer, others = _text(clause, agent, named, around.called), _text(clause, rest, named, around.called)
    return [*doer, group.active, *lead, *others] if agent else []


def _shifted(clause: Clause, after: list[int], named: dict[int, Name], around: Around, lexicon: Lexicon) -> list[str]:
    """The words after the verb; what a saying reports in the tense of headlines too ("says it is leaving")."""
    says = any(lexicon.phrases("speech", how).has(clause.head.norm) for how in ("say", "announce", "deny"))
    words = _text(clause, after, named, around.called)
    table = lexicon.words["label"]["shift"]
    return [table.get(word, word) for word in words] if says else words


def _group_words(clause: Clause, group: VerbGroup) -> list[str]:
    words = list(group.words) if group.words else _text(clause, sorted(group.indexes), {})
    if words and 0 in group.indexes:
        words[0] = words[0][:1].lower() + words[0][1:]  # "Elected in 2020, he ...": it opened the sentence
    return words


def _text(
    clause: Clause, indexes: Sequence[int], named: dict[int, Name], called: Mapping[int, str] | None = None
) -> list[str]:
    """The words of these tokens, those that the text writes together kept together, names by their short form, nouns
    as they are `called`."""
    words: list[str] = []
    last = -9
    done: set[int] = set()
    for i in indexes:
        token = clause.sentence.tokens[i]
        name = named.get(i)
        if name and name.short:
            if words and name.kind == "person" and last >= 0 and clause.sentence.tokens[last].role == "determiner":
                words.pop()  # "le général X" is X
            if id(name) not in done and (not words or words[-1] != name.short):
                words.append(name.short)
                done.add(id(name))
            last = i
            continue
        glued = words and (
            (last == i - 1 and clause.sentence.tokens[last].end == token.start) or words[-1].endswith(("'", "’"))
        )
        text = called.get(i, token.text) if called else token.text
        if glued:
            words[-1] += text
        elif text:
            words.append(text)
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
        and parts
        and _bare(parts[-1]) not in lexicon.list("pronouns")
        and 0 < len(parts) <= room
        and not parts[-1].endswith((".", "!", "?"))
        and len(parts) + len(around.where.split()) <= LONGEST
    ):
        parts += around.where.split()
    text = re.sub(r"\s+([,;:.])", r"\1", " ".join(parts)).strip(" ,;:–—-")
    text = _elided(text, lexicon)
    text = re.sub(r"(?<=\b\w)(['’])\s+(?=\w)|(?<=\bqu)(['’])\s+(?=\w)", lambda m: m[1] or m[2], text)
    text = re.sub(r",\s*\d{2}(?=,|$)(?:,\s*)?", " ", text)
    text = re.sub(r"\b\w+-\s+(?=[^\W\d_a-z])", "", text)
    for old, new in lexicon.words["label"]["rewrites"]:
        text = re.sub(old, new, text)
    text = re.sub(r"\s+", " ", re.sub(r"(?:,\s*){2,}", ", ", text))
    text = re.sub(r"[.]+$", "", text) if not re.search(r"\b\w\.\w\.$", text) else text
    return text[:1].upper() + text[1:]


def _elided(text: str, lexicon: Lexicon) -> str:
    """Short words whole again where the vowel behind them is gone ("s'est vu" -> "se voit"), and the reverse."""
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


def _only_says(clause: Clause, lexicon: Lexicon) -> bool:
    """Whether nothing is left of a saying but that it was said: the quotation stands in front of its verb."""
    return lexicon.phrases("speech", "say").has(clause.head.norm) and not clause.nominal


def _bare(word: str) -> str:
    return fold(word.strip(' ,;:–—-."“”«»()'))


def _verbatim(clause: Clause, around: Around, lexicon: Lexicon) -> str:
    tokens = clause.sentence.tokens
    indexes = [i for i in sorted(clause.core) if i not in clause.time and tokens[i].text not in QUOTES | set(BRACKETS)]
    gone = clause.dates | clause.time | restrictive(clause, lexicon) | before_dates(clause, lexicon)
    indexes = [i for i in indexes if i not in gone]
    every = [t.index for t in tokens if t.index not in gone and t.text not in QUOTES]
    if clause.nominal and clause.sentence.parsed:
        every = [i for i in every if i in clause.wide]
    short = len(every) <= _WHOLE and (not clause.subject or disagrees(clause))
    words = _text(clause, every if short else indexes, {}) or _text(clause, every, {})
    return _finish(words, around, lexicon)


def _passes(text: str, clause: Clause, lexicon: Lexicon) -> bool:
    """Whether a label says as much as its clause: two words at least, what somebody says, and no negation lost."""
    if len(text.split()) < 2 or disagrees(clause) or (_only_says(clause, lexicon) and len(text.split()) < _SHORT):
        return False
    negative = lexicon.list("label", "negative")
    void = restrictive(clause, lexicon)
    lost = [t for t in clause.tokens(clause.core - void) if t.norm in negative and t.head == clause.predicate]
    said = {_bare(w) for w in re.split(r"\s+|(?<=['’])", text.lower())} | set(text.lower().split())
    return not lost or bool(said & negative) or any(w.endswith(("n't", "n’t")) for w in said)
