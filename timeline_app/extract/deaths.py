"""How many died, as a clause gives it: a number beside a word of killing."""

from timeline_app.extract.clause import Clause
from timeline_app.extract.lexicon import Lexicon
from timeline_app.extract.tokens import Token
from timeline_app.model import Fatalities

_FAR = 6


def deaths(clause: Clause, lexicon: Lexicon) -> Fatalities | None:
    """The toll within the clause: low and high as UCDP keeps them, or none where the text names no number."""
    tokens = [t for t in clause.tokens(clause.wide) if t.index not in clause.time]
    verbs = lexicon.phrases("deaths", "verbs")
    norms = [t.norm for t in tokens]
    found = [
        (i, abs(i - k))
        for i, t in enumerate(tokens)
        if number(t, lexicon)
        for k in range(len(tokens))
        if verbs.at(norms, k)
    ]
    found = [(i, d) for i, d in found if d <= _FAR and not _other(tokens, i, lexicon)]
    if not found:
        return None
    at = min(found, key=lambda pair: (pair[1], pair[0]))[0]
    low = high = number(tokens[at], lexicon)
    before = norms[max(0, at - 3) : at]
    if lexicon.phrases("deaths", "at_most").any(before):
        low = 0
    if (
        at + 2 < len(tokens)
        and norms[at + 1] in lexicon.list("deaths", "between")
        and (other := number(tokens[at + 2], lexicon))
    ):
        low, high = min(low, other), max(high, other)
    return Fatalities(low=low, high=high) if 0 < high < 100_000 else None


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
