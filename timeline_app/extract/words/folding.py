"""Text made comparable without moving any offset: case and accents away, one character for one character."""

import re
import unicodedata
from functools import lru_cache

_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


@lru_cache(maxsize=4096)
def _fold_char(char: str) -> str:
    if char in "’ʼ`´":
        return "'"
    base = unicodedata.normalize("NFKD", char)[0] if char.isalpha() else char
    low = base.casefold()
    return low if len(low) == 1 else base


def fold(text: str) -> str:
    """The text in lower case without accents, of the same length: an offset in one is an offset in the other."""
    plain = text if text.isascii() else _NOT_ASCII.sub(lambda found: _fold_char(found[0]), text)
    return plain.lower()
