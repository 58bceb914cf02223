"""The lines of text around a chart: marking, title and filters above; below, few events in words, and what it shows."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from timeline_app.draw.geometry import Rect
from timeline_app.draw.metrics import LINE, fold
from timeline_app.draw.theme import Theme
from timeline_app.export.caption import Caption
from timeline_app.export.chronology import Chronology, Entry, chronology
from timeline_app.export.clean import clean
from timeline_app.export.marks import baseline
from timeline_app.export.order import Order, shareable
from timeline_app.export.shapes import Box, Ink, Shape, Words

MARGIN = 28.0
_BANNER = 26.0

MOST_TOLD = 6
"""Events up to which a picture tells each in words: more leave no room, and a slide is no report."""


class Row(NamedTuple):
    """A line of text and the height it takes; without text it is air. `role` is also where its colour comes from."""

    height: float
    text: str = ""
    size: float = 0.0
    bold: bool = False
    role: str = "caption"


def above(order: Order, width: float, grown: float) -> Iterator[Row]:
    """`grown` is by how much the picture is drawn larger than it is shown, so all sizes grow with it."""
    room, caption = width - 2 * MARGIN * grown, order.caption
    if caption.marking:
        yield _marking(caption, room, grown)
    yield Row(18 * grown)
    for line in cut(caption.title, room, 24 * grown, bold=True):
        yield Row(24 * LINE * grown, line, 24 * grown, True, "title")
    for line in cut(caption.subtitle, room, 15 * grown):
        yield Row(15 * 1.4 * grown, line, 15 * grown, False, "subtitle")
    yield Row(8 * grown)


def below(order: Order, width: float, grown: float, labelled: int) -> Iterator[Row]:
    room, caption, size = width - 2 * MARGIN * grown, order.caption, 11 * grown
    yield Row(8 * grown)
    made = f"{caption.counted(labelled)} · {caption.dated()}"
    lines = (*fold(made, room, size), *_sources(caption, room, size), *cut(order.lost, room, size, bold=False))
    for line in lines:
        yield Row(size * 1.45, line, size)
    yield Row((8 if caption.marking else 12) * grown)
    if caption.marking:
        yield _marking(caption, room, grown)


def telling(order: Order, width: float, grown: float, larger: float) -> tuple[Row, ...]:
    """Each of few events in words: when, what, how much is known, and who says so. Of many, nothing; of none, that.

    `larger` is how much larger than the caption's letters theirs are.
    """
    if not order.alone:
        return ()
    if not order.events:
        size = 16 * grown * larger
        return Row(14 * grown), Row(size * 1.4, "No event to show.", size, True, "entry")
    if len(order.events) > MOST_TOLD or shareable(order.events) != order.events:
        return ()
    told = chronology(order.events)
    entries = (entry for _, entries in told.years for entry in entries)
    rows = (row for entry in entries for row in _entry(entry, told, width - 2 * MARGIN * grown, grown * larger))
    return *rows, Row(12 * grown)


def _entry(entry: Entry, told: Chronology, room: float, unit: float) -> Iterator[Row]:
    text = entry.summary or next((f"“{quote}”" for quote, _ in entry.quotes), "")
    cited = "; ".join(told.notes[number - 1].text for number in entry.notes)
    yield Row(14 * unit)
    for said, size, bold, role in (
        (f"{entry.when}: {entry.label}", 16 * unit, True, "entry"),
        (" ".join(filter(None, (text, *entry.doubts))), 14 * unit, False, "entry"),
        (" · ".join(filter(None, (entry.facts, cited))), 12 * unit, False, "caption"),
    ):
        for line in fold(said, room, size, bold=bold) if said else ():
            yield Row(size * 1.4, line, size, bold, role)


def height(rows: Iterable[Row]) -> float:
    return sum(row.height for row in rows)


def written(rows: Iterable[Row], y: float, width: float, grown: float, theme: Theme) -> Iterator[Shape]:
    """The rows from `y` downwards; a marking as a banner from edge to edge."""
    for row in rows:
        rect = Rect(MARGIN * grown, y, width - MARGIN * grown, y + row.height)
        y = rect.bottom
        if not row.text:
            continue
        line = baseline(rect, row.size)
        if row.role == "marking":
            yield Box(rect=Rect(0, rect.top, width, rect.bottom), ink=Ink(fill=theme.ink))
            where = {"x": width / 2, "y": line, "size": row.size, "box": rect}
            yield Words(text=row.text, colour=theme.paper, bold=True, align="center", **where)  # type: ignore[arg-type]
            continue
        colour = theme.ink if row.role in ("title", "entry") else theme.muted
        yield Words(
            text=row.text, x=rect.left, y=line, size=row.size, colour=colour, bold=row.bold, box=rect, role=row.role
        )


def cut(text: str, room: float, size: float, *, lines: int = 2, bold: bool = True) -> list[str]:
    """The text in at most so many lines; an ellipsis where it goes on."""
    found = fold(clean(text), room - size, size, bold=bold) if text else ()
    return [*found] if len(found) <= lines else [*found[: lines - 1], f"{found[lines - 1].rstrip()}…"]


def _marking(caption: Caption, room: float, grown: float) -> Row:
    return Row(_BANNER * grown, cut(caption.marking, room, 12 * grown, lines=1)[0], 12 * grown, True, "marking")


def _sources(caption: Caption, room: float, size: float) -> list[str]:
    """The outlets in two lines: as many by name as have room, the others by number."""
    for most in range(10, 0, -1):
        found = fold(clean(caption.named_sources(most)), room, size)
        if len(found) <= 2:
            return [*found]
    return cut(caption.named_sources(1), room, size)
