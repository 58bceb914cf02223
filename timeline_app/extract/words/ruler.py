"""The rules that give a word its part of speech after the parse, asked once for every sort of word.

The model compares each word with all of its rules, which costs as much as the parse itself. Nearly all of them look at
one word alone, so what they say depends on the word's spelling, tag, part of speech and role: that is kept. Rules over
several words in a row are asked every time.
"""

from typing import Any

_SEEN_BY_RULES = ("ORTH", "TAG", "POS", "DEP")
"""What tells the words apart for a rule: the spelling stands for all that a lexicon knows of a word."""
_ALSO_KNOWN = frozenset({"LOWER", "NORM", "SHAPE", "IS_SPACE", "IS_PUNCT", "LIKE_NUM", *_SEEN_BY_RULES})
_KEPT = 50_000
"""Sorts of words whose rules are kept; English text has some 20,000."""


class Remembering:
    """Stands in for the matcher of an attribute ruler and gives the same matches."""

    def __init__(self, matcher: Any, patterns: list[list[list[dict[str, Any]]]]) -> None:
        """`patterns` are the matcher's, under the keys "0", "1" and so on."""
        vocab = matcher.vocab
        self._alone, self._rows = type(matcher)(vocab), type(matcher)(vocab)
        self._known: dict[tuple[int, ...], tuple[int, ...]] = {}
        for number, several in enumerate(patterns):
            for pattern in several:
                alone = len(pattern) == 1 and pattern[0].keys() <= _ALSO_KNOWN
                (self._alone if alone else self._rows).add(str(number), [pattern])

    def __call__(self, doc: Any, *, allow_missing: bool = True, as_spans: bool = False) -> list[tuple[int, int, int]]:
        """The matches as (rule, first token, token behind the last)."""
        found = list(self._rows(doc, allow_missing=allow_missing, as_spans=as_spans)) if len(self._rows) else []
        for place, sort in enumerate(map(tuple, doc.to_array(_SEEN_BY_RULES).tolist())):
            rules = self._known.get(sort)
            if rules is None:
                rules = tuple(rule for rule, _, _ in self._alone(doc[place : place + 1], allow_missing=allow_missing))
                if len(self._known) >= _KEPT:
                    self._known.clear()
                self._known[sort] = rules
            found += [(rule, place, place + 1) for rule in rules]
        return found
