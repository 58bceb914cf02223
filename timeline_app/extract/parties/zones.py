"""Where a name stands in a sentence, seen from one event of it: in which part, how deep, behind which words."""

from collections.abc import Sequence

from timeline_app.extract.clauses.clause import Clause, is_predicate
from timeline_app.extract.names.name import Name
from timeline_app.extract.words.lexicon import Lexicon
from timeline_app.extract.words.tokens import Token
from timeline_app.model import ActorKind

INSIDE = frozenset(
    {"agent", "passive subject", "subject", "object", "clause", "antecedent", "attached", "of the verb above"}
)
"""Zones that belong to the event; names in the others are only in its sentence."""


def zone(clause: Clause, indexes: Sequence[int], attached: set[int], above: set[int]) -> str:
    """The part of the sentence that a name's words are in."""
    here = set(indexes)
    for words, said in (
        (clause.time, "in the date"),
        (clause.agents, "agent"),
        (clause.subject, "passive subject" if clause.passive else "subject"),
        (clause.objects, "object"),
        (clause.core, "clause"),
        (clause.antecedent, "antecedent"),
        (attached, "attached"),
        (above, "of the verb above"),
        (clause.wide, "wide"),
        (clause.dates, "in a date"),
    ):
        if here & words:
            return said
    return "before" if indexes[-1] < min(clause.core) else "after" if indexes[0] > max(clause.core) else "between"


def depth(clause: Clause, indexes: Sequence[int]) -> str:
    """The role of a name, through apposition and coordination: what its phrase is to the verb or noun above."""
    tokens = clause.sentence.tokens
    top = _top(tokens, indexes)
    for _ in range(4):
        if tokens[top].role not in {"conjunct", "apposition"} or tokens[top].head == top:
            break
        top = tokens[top].head
    return tokens[top].role


def path(clause: Clause, indexes: Sequence[int]) -> str:
    """How the verb that a name belongs to stands to the event's."""
    sentence, tokens = clause.sentence, clause.sentence.tokens
    here, crossed = _top(tokens, indexes), 0
    for _ in tokens:
        if here == clause.predicate:
            return f"{min(crossed, 2)} below"
        if tokens[here].head == here:
            break
        here = tokens[here].head
        if is_predicate(sentence, here) and here != clause.predicate:
            if here in clause.governors:
                return "governor's"
            if clause.predicate in sentence.subtree(here):
                return "beside" if crossed else "above"
            crossed += 1
    return "apart"


def distance(clause: Clause, indexes: Sequence[int]) -> str:
    """Without a parse: how far a name is from the event's word, and on which side."""
    after = indexes[0] > clause.predicate
    gap = indexes[0] - clause.predicate if after else clause.predicate - indexes[-1]
    return f"{'close' if gap <= 3 else 'near' if gap <= 8 else 'far'} {'after' if after else 'before'}"


def subject_of(clause: Clause, named: dict[int, Name], lexicon: Lexicon) -> str:
    """What stands where the event's subject would: a name, a pronoun, a noun."""
    if not clause.sentence.parsed:
        return "unparsed" if any(i in clause.core for i in named) else "unparsed, nobody named"
    if clause.nominal:
        return "noun" if any(named[i].kind != "place" for i in named if i in clause.core) else "bare noun"
    words = [clause.sentence.tokens[i] for i in sorted(clause.subject)]
    if not words:
        return "no subject"
    if any(t.index in named for t in words):
        return "named subject"
    if len(words) == 1 and words[0].norm in lexicon.list("person_pronouns"):
        return "he"
    if len(words) <= 2 and words[-1].norm in lexicon.list("pronouns"):
        return "pronoun"
    if words[0].norm in lexicon.list("his") | lexicon.list("its"):
        return "his noun"
    return "the noun" if words[0].norm in lexicon.list("definite") else "other noun"


def surroundings(clause: Clause, name: Name, indexes: Sequence[int], where: str, lexicon: Lexicon) -> set[str]:
    """What the words beside a name make of it."""
    tokens, first, last = clause.sentence.tokens, indexes[0], indexes[-1]
    before = _word_before(tokens, first, lexicon)
    behind = next(
        (said for said, words in lexicon.words["behind"].items() if before in words),
        "located" if before in lexicon.list("locatives") else "bare",
    )
    beside = {tokens[i].norm for i in (last + 1, last + 2, first - 1) if 0 <= i < len(tokens)}
    as_what = "capital" if name.metonym else "name"
    if name.demonym:
        people = last + 1 < len(tokens) and describes_people(tokens, first, last, lexicon)
        as_what = "people" if people else "officials" if beside & lexicon.list("state_nouns") else "demonym"
    marks = {f"{as_what}, {where}", f"{behind}, {where}", f"{as_what}, {behind}, {where}"}
    if first == 0 or (first == 1 and tokens[0].norm in lexicon.list("label", "articles")):
        marks.add("opens the sentence")
    if name.kind == ActorKind.STATE.value and is_near(tokens, name, first, lexicon):
        marks.add("near it")
    return marks


def is_near(tokens: Sequence[Token], name: Name, first: int, lexicon: Lexicon) -> bool:
    """Whether a state's name only says what something is close to: "near the Malian border" is not in Mali."""
    beside = tokens[max(0, first - (4 if name.demonym else 2)) : first]
    return any(t.norm in lexicon.list("nearness") for t in beside)


def describes_people(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether a demonym stands beside a noun for people or things that are no state."""
    near = [tokens[i] for i in (last + 1, last + 2, first - 1) if 0 <= i < len(tokens)]
    return any(t.norm in lexicon.list("people_nouns") for t in near)


def names_an_accord(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether a place stands beside "accord" or the like and only says which one."""
    around = {tokens[i].norm for i in (first - 2, first - 1, last + 1, last + 2) if 0 <= i < len(tokens)}
    return bool(lexicon.list("named_after") & around)


def located(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> bool:
    """Whether a preposition of place, or an article after one, stands before a name."""
    return _word_before(tokens, first, lexicon) in lexicon.list("locatives")


def _word_before(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> str:
    """The word before a name and its article."""
    at = first - 1
    articles = lexicon.list("label", "articles") - lexicon.list("locatives")
    if at >= 0 and tokens[at].norm in articles:
        at -= 1
    return tokens[at].norm if at >= 0 else ""


def _top(tokens: Sequence[Token], indexes: Sequence[int]) -> int:
    """The word by which a name hangs on the rest of the sentence."""
    return next((i for i in indexes if tokens[i].head not in indexes or tokens[i].head == i), indexes[0])
