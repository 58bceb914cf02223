"""Plain text and Markdown: bytes to characters, and which characters are kept."""

import re
import unicodedata

from timeline_app.errors import ReadError
from timeline_app.read.draft import Draft

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)

_KNOWN_BINARIES = (
    (b"\xd0\xcf\x11\xe0", "an old or a password-protected Office file: save it as .docx without a password"),
    (b"{\\rtf", "an RTF file: save it as .docx or plain text"),
    (b"PK\x03\x04", "an archive or an office format that is not read: save the report as .docx, .pdf or plain text"),
    (b"\x89PNG", "an image: paste the text that it shows"),
    (b"\xff\xd8\xff", "an image: paste the text that it shows"),
    (b"GIF8", "an image: paste the text that it shows"),
)

# Characters that carry no text: controls, soft hyphens, zero-width marks, and the bidirectional overrides
# that can make a sentence read unlike what is stored. Joiners (U+200C, U+200D) belong to the spelling of some scripts.
_NO_TEXT = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]"
)
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def read_text(data: bytes | str, name: str = "") -> Draft:
    return Draft(text=data if isinstance(data, str) else decode(data, name=name))


def decode(data: bytes, *, declared: str = "", name: str = "") -> str:
    """Characters of bytes: by byte-order mark, then as declared, then UTF-8, then by what fits the text best.

    Raises `ReadError` where the bytes are no text.
    """
    for magic, what in _KNOWN_BINARIES:
        if data.startswith(magic):
            raise ReadError(f"{called(name)} is {what}")
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), "")
    for encoding in filter(None, (marked, declared, "utf-8")):
        try:
            text = data.decode(encoding)
        except (UnicodeError, LookupError):
            continue
        if _is_text(text):
            return text
    text = _guess(data)
    if not _is_text(text):
        raise ReadError(f"{called(name)} is not a text: give plain text, HTML, PDF or DOCX")
    return text


def _guess(data: bytes) -> str:
    """Text in an encoding of one byte a character, or UTF-16 without a mark.

    Western European ones look alike to a statistical guess on a short text. Windows-1252 is by far the most frequent
    of them and is taken unless another kind of alphabet fits clearly better.
    """
    from charset_normalizer import from_bytes

    best = from_bytes(data[:200_000], threshold=0.3).best()
    western = data.decode("cp1252", "replace")
    if best is None or (best.encoding not in ("utf_16", "utf_16_le", "utf_16_be") and _mostly_latin(str(best))):
        return western
    return data.decode(best.encoding, "replace")


def _mostly_latin(text: str) -> bool:
    letters = [ch for ch in text if ch.isalpha()]
    return sum(ch < "\u0250" for ch in letters) >= 0.7 * len(letters)


def _is_text(text: str) -> bool:
    """Whether controls and replacement characters are rare. Whole pages of NULs are a binary's mark."""
    sample = text[:100_000]
    bad = len(_NO_TEXT.findall(sample)) - sample.count("\u00ad") - sample.count("\ufeff") + sample.count("\ufffd")
    return bad <= max(1, len(sample) // 100)


def clean(text: str) -> str:
    """The text as the project keeps it. All offsets count characters of what this returns.

    Line ends become "\\n"; control, zero-width and direction characters and soft hyphens go; lone surrogates become
    U+FFFD; letters with separate accents are composed (NFC), because the words of a language are stored so. All else,
    white space at the ends included, stays.
    """
    text = _SURROGATE.sub("\ufffd", _NO_TEXT.sub("", _LINE_END.sub("\n", text)))
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def called(name: str) -> str:
    """How an error names the input."""
    return repr(name) if name else "the input"
