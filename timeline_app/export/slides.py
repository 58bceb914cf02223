"""PowerPoint: the timeline as shapes and text boxes that can be edited, its sources in the notes.

With `details` slides follow that tell each event in full, in the order of time.
"""

import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from timeline_app.draw.geometry import Rect
from timeline_app.draw.metrics import LINE, fold
from timeline_app.draw.theme import THEMES, Theme
from timeline_app.export.archive import restamped
from timeline_app.export.chronology import Chronology, Entry, Note, chronology
from timeline_app.export.clean import clean
from timeline_app.export.frame import picture_of
from timeline_app.export.order import Order, shareable, withheld
from timeline_app.export.shapes import Box, Ink, Picture, Words
from timeline_app.export.slide_shapes import EMU, draw, number_shapes
from timeline_app.export.slide_shapes import write as write_text
from timeline_app.model import Event

_MARGIN = 48.0
_SIZES = {"label": 20.0, "text": 16.0, "facts": 13.0}
_GAP = 16.0
"""Under each event of a slide of details."""
_TITLE_ONLY = 5
"""Index of the layout "Title Only" in the template of python-pptx."""


def write(order: Order) -> bytes:
    import pptx  # heavy: only when slides are made
    from pptx.util import Emu

    picture = picture_of(order)
    told = chronology(shareable(order.events))
    deck = pptx.Presentation()
    deck.slide_width, deck.slide_height = (Emu(side * EMU) for side in picture.pixels)
    about = deck.core_properties
    about.title, about.subject, about.author = clean(picture.title), clean(picture.summary), "timeline-app"
    day = order.caption.as_of
    about.created = about.modified = datetime(day.year, day.month, day.day)
    _timeline(deck, picture, order, told.notes)
    if order.details:
        for page in _pages(told, picture):
            _details(deck, page, picture, order, told)
    for slide in deck.slides:
        number_shapes(slide)
    out = io.BytesIO()
    deck.save(out)
    return restamped(out.getvalue())


def loses(events: tuple[Event, ...]) -> str:
    """The timeline shows every event; what may not be passed on is in neither details nor notes."""
    return withheld(events, where=" of details and notes")


def _slide(deck: Any, paper: str) -> Any:
    from pptx.dml.color import RGBColor

    slide = deck.slides.add_slide(deck.slide_layouts[_TITLE_ONLY])
    slide.background.fill.solid()
    slide.background.fill.fore_color.rgb = RGBColor.from_string(paper.lstrip("#"))
    return slide


def _timeline(deck: Any, picture: Picture, order: Order, notes: Iterable[Note]) -> None:
    """The picture itself; its title is the slide's, for the outline and for a screen reader."""
    slide = _slide(deck, picture.paper)
    scale = picture.pixels[0] / picture.width
    titles = [shape for shape in picture.shapes if isinstance(shape, Words) and shape.role == "title"]
    draw(
        slide,
        (shape for shape in picture.shapes if shape not in titles),
        scale=scale,
        told=picture.told,
        paper=picture.paper,
    )
    boxes = [title.box for title in titles if title.box]
    if boxes:
        box = Rect(boxes[0].left, boxes[0].top, boxes[0].right, boxes[-1].bottom)
        lines = [(title.text, title.size, title.bold, title.colour) for title in titles]
        write_text(slide, box, lines, scale=scale, into=slide.shapes.title)
    caption = order.caption
    said = [caption.subtitle, f"{caption.counted()}. {caption.dated()}.", order.lost, "Sources:"]
    _note(slide, [*filter(None, said), *map(_cited, notes)])


def _note(slide: Any, lines: Iterable[str]) -> None:
    slide.notes_slide.notes_text_frame.text = "\n".join(clean(line) for line in lines)


def _cited(note: Note) -> str:
    return f"[{note.number}] {note.text}" + (f" {note.url}" if note.url else "")


Written = tuple[str, float, bool, str]
"""A line: its text, size, boldness and the name of its colour in the theme."""


class Part(NamedTuple):
    """An event, or what of it goes on one slide: the how-manieth it is, its year, its lines."""

    number: int
    year: str
    entry: Entry
    lines: list[Written]

    @property
    def height(self) -> float:
        return sum(size * LINE for _, size, _, _ in self.lines) + _GAP


def _pages(told: Chronology, picture: Picture) -> Iterator[list[Part]]:
    """As many events on a slide as it has room for; one that is too long for a slide goes on on the next."""
    room = picture.pixels[1] - 2 * _MARGIN - 60
    page: list[Part] = []
    for part in _parts(told, picture, room):
        if page and sum(one.height for one in page) + part.height > room:
            yield page
            page = []
        page.append(part)
    if page:
        yield page


def _parts(told: Chronology, picture: Picture, room: float) -> Iterator[Part]:
    found = ((year, entry) for year, entries in told.years for entry in entries)
    for number, (year, entry) in enumerate(found, 1):
        lines: list[Written] = []
        for line in _lines(entry, told, picture.pixels[0]):
            if Part(number, year, entry, [*lines, line]).height > room:
                yield Part(number, year, entry, lines)
                lines = []
            lines.append(line)
        yield Part(number, year, entry, lines)


def _lines(entry: Entry, told: Chronology, wide: float) -> list[Written]:
    """What happened and who says so; the links to the sources are in the notes."""
    room = wide - 2 * _MARGIN
    cited = "; ".join(f"[{number}] {told.notes[number - 1].text}" for number in entry.notes)
    texts = [
        ("label", f"{entry.when}. {entry.label}", True, "ink"),
        ("text", " ".join(filter(None, (entry.summary, *entry.doubts))), False, "ink"),
        ("facts", entry.facts, False, "muted"),
        ("facts", cited, False, "muted"),
    ]
    return [
        (line, _SIZES[role], bold, colour)
        for role, text, bold, colour in texts
        if text
        for line in fold(text, room, _SIZES[role], bold=bold)
    ]


def _details(deck: Any, page: Sequence[Part], picture: Picture, order: Order, told: Chronology) -> None:
    theme: Theme = THEMES[order.theme]
    slide = _slide(deck, theme.paper)
    wide, high = picture.pixels
    years = " to ".join(dict.fromkeys((page[0].year, page[-1].year)))
    count = sum(len(entries) for _, entries in told.years)
    first, last = page[0].number, page[-1].number
    numbered = f"events {first:,} to {last:,}" if last > first else f"event {first:,}"
    head = Rect(_MARGIN, _MARGIN - 12, wide - _MARGIN, _MARGIN + 24)
    title = f"{years}: {numbered} of {count:,}"
    write_text(slide, head, [(title, 22, True, theme.ink)], into=slide.shapes.title)
    y = _MARGIN + 44
    for part in page:
        lines = [(text, size, bold, getattr(theme, colour)) for text, size, bold, colour in part.lines]
        write_text(slide, Rect(_MARGIN, y, wide - _MARGIN, y + part.height - _GAP), lines)
        y += part.height
    if marking := order.caption.marking:
        for top in (0.0, high - 26.0):
            banner = Rect(0, top, wide, top + 26)
            draw(slide, [Box(rect=banner, ink=Ink(fill=theme.ink))], scale=1.0, told={})
            text = Rect(0, top + 5, wide, top + 26)
            write_text(slide, text, [(marking, 12, True, theme.paper)], align="center")
    numbers = {number for part in page for number in part.entry.notes}
    _note(slide, ["Sources:", *(_cited(note) for note in told.notes if note.number in numbers)])
