"""Cells of a spreadsheet: text that a spreadsheet would take for a formula is made inert, and can be read back."""

import re
from collections.abc import Iterable

_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")  # OWASP, CSV injection; an apostrophe before one is doubled
_ITEM = re.compile(r"(?:\\.|\\$|[^;\\])+", re.DOTALL)


def inert(text: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet would run it as a formula."""
    return "'" + text if _FORMULA.match(text) else text


def active(text: str) -> str:
    """What `inert` was given."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def joined(items: Iterable[str]) -> str:
    """A list in one cell: semicolons between, a semicolon or backslash of an item after a backslash. No empty items."""
    return ";".join(re.sub(r"[;\\]", r"\\\g<0>", item) for item in items if item)


def separated(text: str) -> tuple[str, ...]:
    """What `joined` was given."""
    return tuple(re.sub(r"\\(.)", r"\1", part, flags=re.DOTALL) for part in _ITEM.findall(text))
