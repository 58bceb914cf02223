"""How wide a text is: measured from the font files that the page itself serves, so that a box computed here fits there.

Advances only, without kerning: in Inter kerning pulls letters together, so a text is never wider than said here.
"""

import unicodedata
from functools import lru_cache
from pathlib import Path

from fontTools.ttLib import TTFont

FAMILY = "Inter"
FONTS = Path(__file__).parent.parent / "static" / "fonts"
FILES = {False: FONTS / "Inter-Regular.ttf", True: FONTS / "Inter-SemiBold.ttf"}
"""The same outlines as the .woff2 files beside them; keyed by `bold`."""

LINE = 1.3
"""Height of a line in em: what Plotly puts between lines of one text."""

ASCENT = 0.96875
"""From the baseline to the top of a line, in em (Inter's `hhea` ascender, 1984 of 2048)."""


@lru_cache
def _advances(bold: bool) -> tuple[dict[int, float], float]:
    """Advance of each character in em, and the one of a character that the font lacks (a full em: wide fallback)."""
    font = TTFont(FILES[bold], lazy=True)
    unit = font["head"].unitsPerEm
    widths = font["hmtx"].metrics
    return {char: widths[glyph][0] / unit for char, glyph in font.getBestCmap().items()}, 1.0


def covers(text: str) -> bool:
    """Whether the bundled font has every letter."""
    advances, _ = _advances(False)
    return all(ord(char) in advances for char in text)


@lru_cache(maxsize=65536)
def _em(text: str, bold: bool) -> float:
    advances, missing = _advances(bold)
    return sum(
        0.0 if char > "\u02ff" and unicodedata.combining(char) else advances.get(ord(char), missing) for char in text
    )


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Width of one line in pixels at a font size in pixels."""
    return _em(text, bold) * size


def clean(text: str) -> str:
    """One line of printable text: white space is one space, control and direction characters are gone."""
    if text.isprintable() and "  " not in text:
        return text.strip()
    kept = (char if not unicodedata.category(char).startswith("C") or char.isspace() else "" for char in text)
    return " ".join("".join(kept).split())


def wrap(text: str, limit: float, size: float, *, lines: int = 2, bold: bool = False) -> tuple[str, ...] | None:
    """The text in at most `lines` lines of `limit` pixels, broken at spaces and as even as can be; `None`: no room."""
    words = text.split(" ")
    gap = width(" ", size, bold=bold)
    widths = [width(word, size, bold=bold) for word in words]
    if not text or max(widths) > limit:
        return None
    for count in range(1, lines + 1):
        if (found := _even(words, widths, gap, limit, count)) is not None:
            return found
    return None


def fold(text: str, limit: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """The text in as many lines as it takes; a word wider than `limit` is broken inside. Nothing is left out."""
    if width(text, size, bold=bold) <= limit:
        return (text,)
    rows: list[str] = []
    row = ""
    for word in text.split(" "):
        rest = word
        if row and width(f"{row} {rest}", size, bold=bold) <= limit:
            row = f"{row} {rest}"
            continue
        if row:
            rows.append(row)
        while width(rest, size, bold=bold) > limit and len(rest) > 1:
            cut = next((n for n in range(len(rest) - 1, 1, -1) if width(rest[:n], size, bold=bold) <= limit), 1)
            rows.append(rest[:cut])
            rest = rest[cut:]
        row = rest
    return (*rows, row) if row or not rows else tuple(rows)


def _even(words: list[str], widths: list[float], gap: float, limit: float, count: int) -> tuple[str, ...] | None:
    """In exactly `count` lines with the widest of them as narrow as possible."""
    total = sum(widths) + gap * (len(words) - 1)
    if count == 1:
        return (" ".join(words),) if total <= limit else None
    if total > limit * count or len(words) < count:
        return None
    best, where = float("inf"), 0
    head = -gap
    for at in range(1, len(words) - count + 2):
        head += widths[at - 1] + gap
        rest = (total - head - gap) / (count - 1)
        if head <= limit and max(head, rest) < best:
            best, where = max(head, rest), at
    if not where:
        return None
    tail = _even(words[where:], widths[where:], gap, limit, count - 1)
    return (" ".join(words[:where]), *tail) if tail else None
