"""What a reader hands back: the text, and what the file itself says about it."""

from dataclasses import dataclass
from datetime import date

MAX_BYTES = 20_000_000
"""Largest file that is read. A report of a thousand pages is far below."""

MAX_CHARS = 5_000_000
"""Longest text that is kept; a small file can unpack to a large one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Text with the facts that its format declares. Empty or `None`: the format does not tell.

    `headed` says that the text begins with its title and dateline, so that they may be looked for there.
    `weak_title` is used where the text shows none: the title field of a PDF is often a left-over.
    """

    text: str
    title: str = ""
    weak_title: str = ""
    outlet: str = ""
    author: str = ""
    url: str = ""
    lang: str = ""
    published: date | None = None
    published_from: str = ""
    headed: bool = True
