"""Verbs in the tense of headlines: "was killed" -> "killed", "has announced" -> "announces", "will go" -> "to go"."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from timeline_app.extract.clauses.clause import Clause, is_passive
from timeline_app.extract.words.lexicon import Lexicon
from timeline_app.extract.words.tokens import Token

_AUXILIARY = {"auxiliary", "passive_auxiliary"}
_BEFORE = _AUXILIARY | {"negation", "expletive", "copula", "object", "indirect"}
"""Roles of the small words that stand before a verb and cannot be parted from it."""


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """The verb with its helpers: token indexes, the words a headline has for them (empty: as they are), and for a
    passive the active form, where the language's headlines turn it round."""

    indexes: frozenset[int]
    words: tuple[str, ...] = ()
    active: str = ""

    @property
    def first(self) -> int:
        return min(self.indexes)

    @property
    def last(self) -> int:
        return max(self.indexes)


def verb_group(clause: Clause, lexicon: Lexicon, *, many: bool = False) -> VerbGroup:
    """The verb of a clause as a headline has it. Negated, modal and unknown forms are left as they stand. `many`: the
    headline names its subject in the plural, whatever the text calls it ("Washington": "les États-Unis")."""
    tokens, children = clause.sentence.tokens, clause.sentence.children
    place = finite_at(clause)
    verb = tokens[place]
    small = [c for c in children[place] if _small(tokens[c], place, lexicon)]
    first = min([place, *(c for c in small if c < place)])
    void = restrictive(clause, lexicon)
    inner = (*small, *range(first, place + 1))
    drop = lexicon.list("label", "drop")
    void |= {c for c in small if tokens[c].norm in lexicon.list("label", "pro_adverbs") and tokens[c].pos == "PRON"}
    indexes = frozenset(
        i for i in inner if i not in clause.subject | clause.dates | void and tokens[i].norm not in drop
    )
    helpers = [tokens[c] for c in small if tokens[c].role in _AUXILIARY | {"copula"}]
    norms = {h.norm for h in helpers}
    future = lexicon.list("status", "future")
    negative = lexicon.list("label", "negative")
    if any(tokens[i].norm in negative for i in indexes) or norms & lexicon.list("verbs", "modals") - future:
        return VerbGroup(indexes)
    kept = tuple(
        tokens[i].text for i in sorted(indexes) if i != place and tokens[i].role not in _AUXILIARY | {"copula"}
    )
    prefix, indexes = _prefix(tokens, place, indexes)
    if norms & future:
        rest = [h.text for h in helpers if h.norm not in future]
        return VerbGroup(indexes, (lexicon.words["label"]["future"], *rest, *kept, verb.text))
    if any("Mood=Cnd" in h.morph or "Tense=Fut" in h.morph for h in helpers) or any(
        h.role == "copula" for h in helpers
    ):
        return VerbGroup(indexes)
    if is_passive(clause.sentence, place):
        if len(clause.subject) == 1 and tokens[min(clause.subject)].pos == "PRON":
            return VerbGroup(indexes)  # "they arrested" would say the opposite of "they were arrested"
        turned = lexicon.words["label"]["turn_passive"] and place == clause.predicate
        active = finite(verb, _many(clause, clause.agents, lexicon), lexicon) if turned else ""
        return VerbGroup(indexes, (*kept, prefix + verb.text.lower()), active and prefix + active)
    if verb.tag == "VB" and any(h.tag == "TO" for h in helpers):
        return VerbGroup(indexes)
    if (
        (verb.tag == "VBG" and not helpers)
        or (verb.role == "participle" and not helpers)
        or verb.pos not in {"VERB", "AUX"}
    ):
        return VerbGroup(indexes)
    said = finite(verb, many or _many(clause, clause.subject, lexicon), lexicon)
    return VerbGroup(indexes, (*kept, prefix + said)) if said else VerbGroup(indexes)


@lru_cache(maxsize=2)
def restrictive(clause: Clause, lexicon: Lexicon) -> frozenset[int]:
    """Words that look like a negation and only restrict: "ne ... que"."""
    norms = clause.sentence.norms()
    full = lexicon.list("label", "full_negative")
    found: set[int] = set()
    for match in lexicon.phrases("label", "restrictive").find(norms):
        if not full & set(norms[match.start : match.end]):
            found |= {match.start, match.end - 1}
    return frozenset(found)


def _prefix(tokens: tuple[Token, ...], place: int, indexes: frozenset[int]) -> tuple[str, frozenset[int]]:
    """What a hyphen joins to the verb ("re-" in "re-elected"), and the group with it."""
    if place >= 2 and tokens[place - 1].text == "-" and tokens[place - 2].end == tokens[place - 1].start:
        return tokens[place - 2].text + "-", indexes | {place - 1, place - 2}
    return "", indexes


def _small(token: Token, place: int, lexicon: Lexicon) -> bool:
    if token.role in _AUXILIARY | {"copula", "negation"} or token.norm in lexicon.list("label", "negative"):
        return True
    opens = token.norm in lexicon.list("label", "openers")
    return token.index < place and token.role in _BEFORE and token.pos == "PRON" and not opens


def finite_at(clause: Clause) -> int:
    """The finite verb: the one above an open complement ("was forced to leave")."""
    tokens, here = clause.sentence.tokens, clause.predicate
    while tokens[here].role == "open" and tokens[here].head != here:
        here = tokens[here].head
    return here


def _many(clause: Clause, who: frozenset[int], lexicon: Lexicon) -> bool:
    """Whether the words of a party stand in the plural."""
    marks, many = lexicon.words["verbs"]["plural"], lexicon.list("verbs", "plural_words")
    tokens, by = clause.sentence.tokens, lexicon.list("label", "passive_by")
    party = frozenset(i for i in who - clause.time if tokens[i].norm not in by)
    heads = [i for i in party if tokens[i].head not in party or tokens[i].head == i]
    single = lexicon.list("verbs", "singular_words")
    if any(_counts_many(clause, i, party, lexicon) for i in heads):
        return True
    if len(heads) == 1 and (
        tokens[heads[0]].norm in single or (tokens[heads[0]].text.isupper() and len(tokens[heads[0]].text) > 2)
    ):
        # An acronym and a state are one party, whatever letter they end in.
        return any(tokens[i].role == "conjunct" and tokens[i].head == heads[0] for i in party)
    ending = lexicon.words["verbs"]["plural_suffix"]
    titled = lexicon.list("titles")
    if any(tokens[i].norm.endswith(ending) and tokens[i].norm.removesuffix(ending) in titled for i in heads):
        return True
    joined = any(tokens[i].role == "conjunct" and tokens[i].head in heads for i in party)
    if len(heads) == 1 and tokens[heads[0]].tag == "NNPS":
        return tokens[heads[0]].text in lexicon.words["demonyms"]  # "Guterres" is one, "Malians" are many
    return joined or any(
        tokens[i].tag in marks or any(m in tokens[i].morph for m in marks) or tokens[i].norm in many for i in heads
    )


def _counts_many(clause: Clause, head: int, party: frozenset[int], lexicon: Lexicon) -> bool:
    """Whether a number other than one stands for or before the head of a party: "150 of its men", "five states"."""
    tokens = clause.sentence.tokens
    near = [
        head,
        *(c for c in clause.sentence.children[head] if c in party and tokens[c].role == "number" and c < head),
    ]
    ones = lexicon.list("verbs", "ones")
    return any(tokens[i].pos == "NUM" and tokens[i].norm not in ones and not _is_name(tokens[i]) for i in near)


def _is_name(token: Token) -> bool:
    """Whether a number is part of a name ("G5", "the 444th")."""
    return not (token.text.isalpha() or re.fullmatch(r"[\d.,\u00a0\u202f ]+", token.text))


def finite(verb: Token, plural: bool, lexicon: Lexicon) -> str:
    """The present of a past form or participle in the third person, or '' where the language's table cannot say."""
    table = lexicon.words["verbs"]
    low = verb.text.lower()
    if sure := table["always"].get(low, ""):
        return _plural_form(str(sure), verb, table) if plural else str(sure)
    past = verb.tag in {"VBD", "VBN", "VBG"} or "Tense=Past" in verb.morph or "Tense=Imp" in verb.morph
    past = past or re.search(table["past_endings"], low) is not None
    known = table["irregular"].get(low, "")
    if not past and not (known and not known.startswith(low) and verb.tag in {"VB", "VBP", "NN", "NNP", "JJ"}):
        return verb.text
    bare = re.sub(r"(?<=[^e])e?s?$", "", low)
    known = table["irregular"].get(low) or table["irregular"].get(bare) or table["by_lemma"].get(verb.lemma.lower(), "")
    if not known:
        known = _regular(low, verb, table)
    return _plural_form(str(known), verb, table) if plural and known else str(known)


def _regular(low: str, verb: Token, table: dict[str, Any]) -> str:
    """By the endings of the language: from the lemma, or from the participle where the lemma has another ending."""
    lemma = verb.lemma.lower()
    base = re.sub(table["lemma_ending"][0], table["lemma_ending"][1], lemma)
    if base == lemma and table["lemma_ending"][0] != "$":
        base = low if "Part" in verb.morph else ""
    found = next(((e, n) for e, n in table["third_person"] if re.search(e, base)), None) if base else None
    return re.sub(found[0], found[1], base, count=1) if found else ""


def _plural_form(singular: str, verb: Token, table: dict[str, Any]) -> str:
    if singular in table["irregular_plural"]:
        return str(table["irregular_plural"][singular])
    if "plural_person" not in table:
        return verb.lemma.lower()
    found = next(((e, n) for e, n in table["plural_person"] if re.search(e, singular)), None)
    return re.sub(found[0], found[1], singular, count=1) if found else ""
