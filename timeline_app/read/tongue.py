"""Which language a text is in, by its function words."""

import re
from functools import cache

from timeline_app.language import available, load

_WORD = re.compile(r"[^\W\d_]+")
SAMPLE = 20_000
"""Characters looked at; the share of function words settles within a few sentences."""
_FEW = 15
"""Words below which their share says nothing."""
_LEAST = 0.2
"""Share of function words that a text of a language has."""


def language_of(text: str) -> str:
    """The language, of those that have a folder, whose function words are the most frequent.

    A word that several languages share counts for none. Without a hit, or on a tie, the first by code.
    """
    counts = dict.fromkeys(available(), 0)
    owners = _owners()
    for word in _WORD.findall(text[:SAMPLE].lower()):
        if word in owners:
            counts[owners[word]] += 1
    return max(counts, key=lambda lang: counts[lang])


def reads_like(text: str, lang: str) -> bool:
    """Whether a text can be of a language: of too few words it always can.

    Of news reports in English and French, 25 % of the words and more are function words of their own language
    (measured on some 40), and under 2 % those of the other.
    """
    words = _WORD.findall(text[:SAMPLE].lower())
    if len(words) < _FEW or lang not in available():
        return lang in available()
    own = set(load(lang, "read")["function_words"])
    return sum(word in own for word in words) >= _LEAST * len(words)


@cache
def _owners() -> dict[str, str]:
    """Function word -> the one language that has it."""
    seen: dict[str, set[str]] = {}
    for lang in available():
        for word in load(lang, "read")["function_words"]:
            seen.setdefault(word, set()).add(lang)
    return {word: next(iter(langs)) for word, langs in seen.items() if len(langs) == 1}
