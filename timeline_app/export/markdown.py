"""Markdown: the chronology with footnotes, for a wiki or a repository."""

import re
from collections.abc import Iterator

from timeline_app.export.chronology import Entry, chronology
from timeline_app.export.clean import clean
from timeline_app.export.order import Order

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$!&^])")
_AT_START = re.compile(r"^(\d+)([.)])|^([-+=:])")


def write(order: Order) -> bytes:
    return ("\n".join(_lines(order)).strip("\n") + "\n").encode("utf-8", "replace")


def _lines(order: Order) -> Iterator[str]:
    caption, told = order.caption, chronology(order.events)
    if caption.marking:
        yield f"**{escape(caption.marking)}**\n"
    yield f"# {escape(caption.title)}\n"
    if caption.subtitle:
        yield f"{escape(caption.subtitle)}\n"
    yield f"{escape(caption.counted())}. {escape(caption.dated())}. {escape(caption.named_sources())}.\n"
    if order.lost:
        yield f"*{escape(order.lost)}*\n"
    for year, entries in told.years:
        yield f"## {year}\n"
        for entry in entries:
            yield from _entry(entry)
    for note in told.notes:
        link = f" <{note.url}>" if note.url and not re.search(r"[<>\s]", note.url) else ""
        yield f"[^{note.number}]: {escape(note.text)}{link}"
    if caption.marking:
        yield f"\n**{escape(caption.marking)}**"


def _entry(entry: Entry) -> Iterator[str]:
    marks = "".join(f"[^{number}]" for number in entry.notes)
    yield f"**{escape(entry.when)}. {escape(entry.label)}.**{marks}\n"
    if entry.summary:
        yield f"{escape(entry.summary)}\n"
    for doubt in entry.doubts:
        yield f"- {escape(doubt)}"
    if entry.doubts:
        yield ""
    for quote, number in entry.quotes:
        yield f"> {escape(quote)}[^{number}]\n"
    yield f"*{escape(entry.facts)}*\n"


def escape(text: str) -> str:
    """Text that Markdown shows as it is: no emphasis, link, heading, list or HTML comes of it."""
    shown = _SPECIAL.sub(r"\\\1", clean(text))
    shown = re.sub(r"(?i)\b(https?|ftp)://", r"\1\\://", shown)  # no bare address becomes a link
    return _AT_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", shown)
