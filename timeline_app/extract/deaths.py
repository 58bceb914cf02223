"""How many died, as a clause gives it: a number beside a word of killing."""

from timeline_app.extract.clauses.clause import Clause
from timeline_app.extract.words.folding import fold
from timeline_app.extract.words.lexicon import Lexicon
from timeline_app.extract.words.tokens import Token
from timeline_app.model import Fatalities

_FAR = 6


def deaths(clause: Clause, lexicon: Lexicon) -> Fatalities | None:
    """The toll within the clause: low and high as UCDP keeps them, or none where the text names no number.

    A sentence with a single date is looked through as a whole: "overran the camp and killed 23 soldiers".
    """
    sentence = clause.sentence
    inside = clause.wide if clause.dates != clause.time else frozenset(range(len(sentence.tokens)))
    tokens = [t for t in clause.tokens(inside) if t.index not in clause.dates | clause.time]
    norms = [t.norm for t in tokens]
    verbs = [match.start for match in lexicon.phrases("deaths", "verbs").find(norms)]
    if not verbs:
        return None
    numbers = [i for i in range(len(tokens)) if _number_at(tokens, i, lexicon) and not _other(tokens, i, lexicon)]
    near = [(abs(i - k), i) for i in numbers for k in verbs if abs(i - k) <= _FAR]
    if not near:
        return None
    at = min(near)[1]
    joined = [i for i in numbers if i != at and _between(norms, min(i, at), max(i, at), lexicon)]
    counts = [_number_at(tokens, i, lexicon) for i in (at, *joined)]
    low, high = min(counts), max(counts)
    if not joined and lexicon.phrases("deaths", "at_most").any(norms[max(0, at - 3) : at]):
        low = 0
    return Fatalities(low=low, high=high) if 0 < high < 100_000 else None


def _number_at(tokens: list[Token], at: int, lexicon: Lexicon) -> int:
    """The number that ends at this word: "thirty-seven" may be three words to a parser."""
    said = number(tokens[at], lexicon)
    if said and at >= 2 and tokens[at - 1].text == "-" and tokens[at - 2].end == tokens[at - 1].start:
        said += number(tokens[at - 2], lexicon)
    elif said and at + 1 < len(tokens) and tokens[at + 1].text == "-" and tokens[at].end == tokens[at + 1].start:
        return 0
    return said


def _between(norms: list[str], first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether two numbers are the ends of one toll: "12 or 13", "at least 15 and up to 40"."""
    words = set(norms[first + 1 : last])
    small = lexicon.list("deaths", "between")
    allowed = small | {
        w for key in ("at_least", "at_most") for phrase in lexicon.words["deaths"][key] for w in fold(phrase).split()
    }
    return bool(words) and bool(words & small) and words <= allowed


def number(token: Token, lexicon: Lexicon) -> int:
    """The whole number that a word says, or 0."""
    digits = "".join(c for c in token.text if c not in " \u00a0\u202f,.")
    if digits.isdigit() and not (len(digits) == 4 and digits[:2] in {"19", "20"} and digits == token.text):
        return int(digits) if "," not in token.text or len(token.text.split(",")[-1]) == 3 else 0
    table = lexicon.words["deaths"]["numbers"]
    return (
        sum(int(table[part]) for part in token.norm.split("-"))
        if all(part in table for part in token.norm.split("-"))
        else 0
    )


def _other(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether the number counts the wounded or a duration, not the dead."""
    after = [t.norm for t in tokens[at + 1 : at + 3]]
    return lexicon.phrases("deaths", "not_deaths").any(after) is not None
