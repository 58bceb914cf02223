"""Cells of a spreadsheet: text that a spreadsheet would take for a formula is made inert."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def inert(text: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet would run it as a formula (OWASP, CSV injection)."""
    return "'" + text if text.startswith(_FORMULA) else text
