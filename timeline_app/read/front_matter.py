"""A block of `key: value` lines between two lines of `---` at the head of a text."""

import re
from datetime import date

from timeline_app.errors import ReadError
from timeline_app.read.dateline import find_dates

KEYS = ("outlet", "title", "published", "lang", "url", "author")

_BLOCK = re.compile(r"\s*---[ \t]*\n((?:[ \t]*(?:#[^\n]*|[A-Za-z_][\w-]*[ \t]*:[^\n]*)?\n)+?)---[ \t]*(?:\n\s*|$)")


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """What the block says, keys in lower case, and the text after it.

    A text that merely begins with a rule of dashes has no known key there and is left whole.
    """
    block = _BLOCK.match(text)
    if not block:
        return {}, text
    pairs = (line.split(":", 1) for line in block[1].splitlines() if ":" in line and not line.lstrip().startswith("#"))
    said = {key.strip().lower(): _unquoted(value.strip()) for key, value in pairs}
    if not said.keys() & set(KEYS):
        return {}, text
    return said, text[block.end() :]


def date_of(said: dict[str, str]) -> date | None:
    """The date under `published`. Raises `ReadError` where something stands there that is no date."""
    value = said.get("published", "")
    if not value:
        return None
    found = next(find_dates(value), None)
    if not found:
        raise ReadError(f"the front matter says published: {value!r}, which is no date: write it as 2021-09-26")
    return found.date


def _unquoted(value: str) -> str:
    return value[1:-1].strip() if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value
