"""Text without what people leave out when they search: accents, case, kinds of apostrophe and dash."""

import re
import unicodedata

_SAME = str.maketrans({"\u2019": "'", "\u2018": "'", "\u02bc": "'", "\u2010": "-", "\u2011": "-", "\u2013": "-"})
_ACCENTS = re.compile("[\u0300-\u036f]")


def fold(text: str) -> str:
    """Lower case without accents: "Ménaka" and "menaka" are the same."""
    if text.isascii():
        return text.lower()
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", text.translate(_SAME))).casefold()
