"""Text without what people leave out when they search: accents, case, kinds of apostrophe and dash."""

import unicodedata
from functools import lru_cache

_SAME = str.maketrans({"\u2019": "'", "\u2018": "'", "\u02bc": "'", "\u2010": "-", "\u2011": "-", "\u2013": "-"})


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """Lower case without accents: "Ménaka" and "menaka" are the same."""
    spread = unicodedata.normalize("NFKD", text.translate(_SAME))
    return "".join(c for c in spread if not unicodedata.combining(c)).casefold()
