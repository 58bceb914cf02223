"""Text from reports into HTML. Everything that is shown as HTML passes through here, so nothing in a report can act."""

from collections.abc import Iterable
from html import escape
from urllib.parse import urlsplit


def text(value: object) -> str:
    """The value as text: no tag, attribute or entity in it survives."""
    return escape(str(value), quote=True)


def link(url: str, label: str) -> str:
    """A link that opens beside the page; only to the web, anything else is left as plain text."""
    try:
        safe = urlsplit(url).scheme in ("http", "https") and bool(urlsplit(url).netloc)
    except ValueError:
        safe = False
    if not safe:
        return text(label)
    return f'<a href="{text(url)}" target="_blank" rel="noopener noreferrer">{text(label)}</a>'


def marked(whole: str, spans: Iterable[tuple[int, int, str]]) -> str:
    """The text with spans marked; each is start, end and the class of its mark. Where two meet, the first wins."""
    parts: list[str] = []
    at = 0
    for start, end, name in sorted(spans):
        if start < at or end > len(whole) or start >= end:
            continue
        parts += [text(whole[at:start]), f'<mark class="{text(name)}">{text(whole[start:end])}</mark>']
        at = end
    return "".join([*parts, text(whole[at:])])
