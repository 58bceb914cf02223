"""The line that a briefer would write: at most twelve words, headline style, no date.

Words are taken from the clause in the order of the text; the verb is put into the tense of headlines. Negation and
modality are never dropped. Where the result fails a gate, the clause stands verbatim, trimmed.
"""

import re

from timeline_app.extract.attach import Clause, is_predicate
from timeline_app.extract.headline import present
from timeline_app.extract.lexicon import Lexicon
from timeline_app.extract.names import Name
from timeline_app.extract.tokens import Token
from timeline_app.model import Status

LONGEST = 12
_QUOTES = {'"', "“", "”", "«", "»", "'", "‘", "’"}


def label(clause: Clause, named: dict[int, Name], status: Status, subject: str, lexicon: Lexicon) -> tuple[str, str]:
    """The label and how it was made ("headline" or "verbatim"). `subject` is written for a pronoun, "" keeps it."""
    made = _headline(clause, named, status, subject, lexicon)
    if made and _passes(made, clause, lexicon):
        return made, "headline"
    return _verbatim(clause, lexicon), "verbatim"


def _headline(clause: Clause, named: dict[int, Name], status: Status, subject: str, lexicon: Lexicon) -> str:
    sentence = clause.sentence
    keep = _chosen(clause, lexicon)
    if not keep:
        return ""
    before = [i for i in keep if i in clause.subject]
    after = [i for i in keep if i not in clause.subject]
    lead = _words(clause, before, named, lexicon)
    if subject:
        lead = subject.split()
    verb: list[str] = []
    used: set[int] = set()
    if not clause.nominal and sentence.parsed:
        verb, used = present(clause, status, lexicon)
    body: list[str] = []
    placed = False
    for index in after:
        if index in used:
            if not placed:
                body += verb
                placed = True
            continue
        body += _words(clause, [index], named, lexicon)
    if verb and not placed:
        body = verb + body
    return _finish([*lead, *body], lexicon)


def _chosen(clause: Clause, lexicon: Lexicon) -> list[int]:
    """The words of the clause that a headline has room for: no date, no aside, no filler."""
    tokens, children = clause.sentence.tokens, clause.sentence.children
    drop = lexicon.list("label", "drop")
    kept = [
        i
        for i in sorted(clause.core | (clause.wide if clause.nominal and len(clause.core) < 3 else frozenset()))
        if i not in clause.time
    ]
    out: set[int] = set()
    if clause.sentence.parsed:
        for i in kept:
            token = tokens[i]
            role = token.role
            if role == "apposition" and (token.pos != "PROPN" or i > clause.predicate):
                out |= clause.sentence.subtree(i)
            if (
                role in {"participle", "relative"}
                and i != clause.predicate
                and not set(clause.governors) & {i}
                and is_predicate(clause.sentence, i)
            ):
                out |= clause.sentence.subtree(i) - {clause.predicate}
            if role == "oblique" and any(c in clause.time for c in children[i]):
                out.add(i)
            if role == "case" and token.head in clause.time:
                out.add(i)
            if token.pos == "SPACE":
                out.add(i)
    kept = [i for i in kept if i not in out]
    bracket = 0
    chosen = []
    for i in kept:
        text = tokens[i].text
        if text in "([":
            bracket += 1
        elif text in ")]":
            bracket = max(0, bracket - 1)
        elif not bracket and tokens[i].norm not in drop and text not in _QUOTES:
            chosen.append(i)
    return chosen


def _words(clause: Clause, indexes: list[int], named: dict[int, Name], lexicon: Lexicon) -> list[str]:
    return [clause.sentence.tokens[i].text for i in indexes]


def _finish(words: list[str], lexicon: Lexicon) -> str:
    """Joined, trimmed to length, without leading article or dangling end."""
    text = _join(words)
    parts = text.split()
    dangling = lexicon.list("label", "dangling")
    articles = lexicon.list("label", "articles")
    joins = lexicon.list("joins")
    while parts and (parts[0].strip(",;:–—-").lower() in articles | joins or not parts[0].strip(",;:–—-.")):
        parts = parts[1:]
    parts = parts[:LONGEST] if len(parts) > LONGEST else parts
    while parts and (_bare(parts[-1]) in dangling or not _bare(parts[-1])):
        parts = parts[:-1]
    text = " ".join(parts).rstrip(" ,;:–—-.")
    return text[:1].upper() + text[1:]


def _bare(word: str) -> str:
    return word.strip(' ,;:–—-."“”«»()').lower()


def _join(words: list[str]) -> str:
    text = " ".join(words)
    text = re.sub(r"\s+([,.;:!?%)\]]|'s\b|’s\b|n't\b)", r"\1", text)
    text = re.sub(r"([\[(«“])\s+", r"\1", text)
    text = re.sub(r"(\b[^\W\d_]{1,6}['’])\s+(?=\w)", r"\1", text)
    text = re.sub(r"(\w)\s+-\s+(\w)", r"\1-\2", text)
    text = re.sub(r"(?:,\s*)+,", ",", text)
    return re.sub(r"\s+", " ", text).strip(" ,")


def _verbatim(clause: Clause, lexicon: Lexicon) -> str:
    words = [t.text for t in clause.tokens(clause.core) if t.index not in clause.time and t.text not in _QUOTES]
    return _finish(words or [t.text for t in clause.sentence.tokens if t.index not in clause.time], lexicon)


def _passes(text: str, clause: Clause, lexicon: Lexicon) -> bool:
    """Whether a label keeps what the clause says: its predicate, its negation, its end."""
    words = text.split()
    if len(words) < 2:
        return False
    negative = lexicon.list("label", "negative")
    lost = [t for t in clause.tokens(clause.core) if t.norm in negative and t.head == clause.predicate]
    return not lost or any(_bare(w) in negative or w.lower().endswith("n't") or "n'" in w.lower() for w in words)


def plain(token: Token) -> str:
    return token.text
