"""Which language a text is in, by its function words."""

import re
from functools import cache

from timeline_app.language import available, load

_WORD = re.compile(r"[^\W\d_]+")
SAMPLE = 20_000
"""Characters looked at; the share of function words settles within a few sentences."""


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


@cache
def _owners() -> dict[str, str]:
    """Function word -> the one language that has it."""
    seen: dict[str, set[str]] = {}
    for lang in available():
        for word in load(lang, "read")["function_words"]:
            seen.setdefault(word, set()).add(lang)
    return {word: next(iter(langs)) for word, langs in seen.items() if len(langs) == 1}
