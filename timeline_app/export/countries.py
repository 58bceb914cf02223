"""ISO 3166-1 alpha-2 of a country as data sets write it: a name, a number, three letters. Names are Unicode CLDR's."""

import re
import unicodedata
from functools import cache, lru_cache

_OTHER_NAMES = {
    "Bosnia-Herzegovina": "BA", "Congo": "CG", "Czech Republic": "CZ", "Democratic Republic of Congo": "CD",
    "DR Congo": "CD", "East Timor": "TL", "Ivory Coast": "CI", "Kingdom of eSwatini": "SZ", "Macedonia, FYR": "MK",
    "Palestine": "PS", "Republic of Congo": "CG", "Republic of the Congo": "CG", "Sao Tome and Principe": "ST",
    "Swaziland": "SZ", "Turkey": "TR", "United States of America": "US",
}  # fmt: skip
"""Names in UCDP and ACLED files that CLDR does not have."""


@lru_cache(maxsize=4096)
def code_of(text: str) -> str:
    """The code, or an empty text where the country is not known."""
    bare = text.strip()
    if re.fullmatch("[A-Z]{2}", bare):
        return bare
    if bare.isdigit() or re.fullmatch("[A-Z]{3}", bare):
        return _codes().get(bare.zfill(3), "")
    return _names().get(_fold(bare)) or _names().get(_fold(re.sub(r"\(.*?\)", "", bare)), "")


@cache
def _codes() -> dict[str, str]:
    """Numbers and alpha-3 codes."""
    from babel.core import get_global

    return {code: to[0] for code, to in get_global("territory_aliases").items() if len(to) == 1 and len(to[0]) == 2}


@cache
def _names() -> dict[str, str]:
    from babel import Locale

    found: dict[str, str] = {}
    for lang in ("en", "fr"):
        for code, name in Locale(lang).territories.items():
            if re.fullmatch("[A-Z]{2}", code):
                found.setdefault(_fold(name), code)
                found.setdefault(_fold(re.sub(r"\(.*?\)", "", name)), code)
    return found | {_fold(name): code for name, code in _OTHER_NAMES.items()}


def _fold(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(c for c in plain if not unicodedata.combining(c)).replace("&", " and ")
    return " ".join(word for word in re.findall(r"\w+", letters) if word != "and")
