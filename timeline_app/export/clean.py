"""Text for a reader's eyes: what could break a file or turn its direction is taken out, no letter is lost."""

import html
import re

_BIDI = "\u202a-\u202e\u2066-\u2069"  # embeddings, overrides and isolates: they can make a text read backwards
_DROPPED = re.compile(rf"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff{_BIDI}]")
_BREAKS = re.compile(r"[ \t\r\n\v\f\x85\u2028\u2029]+")


def clean(text: str) -> str:
    """The text on one line: no control characters, no turning of direction, single spaces.

    What it returns may stand in XML 1.0, so no writer of SVG, PPTX or DOCX has to look again.
    """
    return _BREAKS.sub(" ", _DROPPED.sub("", text)).strip()


def printable(text: str) -> str:
    """The text with its line breaks, without what `clean` takes out: for cells, which may have several lines."""
    return _DROPPED.sub("", text)


def safe_url(url: str) -> str:
    """The link, where it is one of the web; a `javascript:` or `data:` address becomes empty."""
    bare = clean(url)
    return bare.replace(" ", "%20") if re.match(r"https?://", bare, re.IGNORECASE) else ""


def plain(text: str) -> str:
    """HTML as the words that it shows, on one line."""
    return clean(html.unescape(re.sub(r"<[^>]*>", " ", text)))


def many(number: int, one: str, more: str = "") -> str:
    """ "1 quote", "1,204 quotes"; `more` where the plural is not made by an s."""
    return f"{number:,} {one if number == 1 else more or one + 's'}"
