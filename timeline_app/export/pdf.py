"""PDF of a picture: vectors and text that can be selected and searched, the font embedded as a subset."""

import logging
from datetime import UTC, datetime
from typing import Any

from timeline_app.draw.metrics import FAMILY, FILES, width
from timeline_app.export.clean import clean
from timeline_app.export.frame import picture_of
from timeline_app.export.letters import strange
from timeline_app.export.order import Order
from timeline_app.export.shapes import Box, Disc, Hatch, Ink, Line, Picture, Polygon, Shape, Words
from timeline_app.model import Event

_POINTS = 0.75
"""Points of a CSS pixel: 72 to 96 in an inch."""


def write(order: Order) -> bytes:
    day = order.caption.as_of
    return drawn(picture_of(order), made=datetime(day.year, day.month, day.day, tzinfo=UTC))


def loses(events: tuple[Event, ...]) -> str:
    """Only the bundled font is in the file, so that it looks the same everywhere."""
    return strange(events, "they are drawn as boxes")


def drawn(picture: Picture, *, made: datetime) -> bytes:
    """One page as large as the picture; `made` is the date that the file says of itself."""
    import fpdf  # heavy: only when a page is made

    logging.getLogger("fpdf").setLevel(logging.ERROR)  # a letter that the font lacks is drawn as a box, not told
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    wide, high = (side * _POINTS for side in picture.pixels)
    page = fpdf.FPDF(unit="pt", format=(wide, high))
    page.set_auto_page_break(False)
    page.set_margin(0)
    page.set_title(clean(picture.title))
    page.set_subject(clean(picture.summary))
    page.set_creator("timeline-app")
    page.set_lang("en")
    page.set_creation_date(made)
    for bold, path in FILES.items():
        page.add_font(FAMILY, "B" if bold else "", path)
    page.add_page()
    page.set_fill_color(picture.paper)
    page.rect(0, 0, wide, high, style="F")
    scale = wide / picture.width
    for shape in picture.shapes:
        _draw(page, shape, scale)
    return bytes(page.output())


def _draw(page: Any, shape: Shape, scale: float) -> None:
    if isinstance(shape, Words):
        _write(page, shape, scale)
        return
    if isinstance(shape, Hatch):
        page.set_draw_color(shape.colour)
        page.set_line_width(shape.width * scale)
        page.set_dash_pattern(0, 0)
        for (x0, y0), (x1, y1) in shape.lines:
            page.line(x0 * scale, y0 * scale, x1 * scale, y1 * scale)
        return
    ink = shape.ink
    if ink.opacity < 1:
        with page.local_context(fill_opacity=ink.opacity, stroke_opacity=ink.opacity):
            _trace(page, shape, ink, scale)
    else:
        _trace(page, shape, ink, scale)


def _trace(page: Any, shape: Box | Line | Polygon | Disc, ink: Ink, scale: float) -> None:
    style = ("D" if ink.line else "") + ("F" if ink.fill else "")
    if not style:
        return
    if ink.fill:
        page.set_fill_color(ink.fill)
    if ink.line:
        page.set_draw_color(ink.line)
        page.set_line_width(ink.width * scale)
        dash = ink.dash or (0, 0)
        page.set_dash_pattern(dash[0] * scale, dash[1] * scale)
    match shape:
        case Box(rect=rect, radius=radius):
            room = (rect.left * scale, rect.top * scale, rect.width * scale, rect.height * scale)
            page.rect(*room, style=style, round_corners=bool(radius), corner_radius=radius * scale)
        case Line(points=points):
            page.polyline([(x * scale, y * scale) for x, y in points])
        case Polygon(points=points):
            page.polygon([(x * scale, y * scale) for x, y in points], style=style)
        case Disc(x=x, y=y, radius=radius):
            page.circle(x * scale, y * scale, radius * scale, style=style)


def _write(page: Any, words: Words, scale: float) -> None:
    text = clean(words.text)
    if not text:
        return
    page.set_font(FAMILY, "B" if words.bold else "", words.size * scale)
    page.set_text_color(words.colour)
    room = width(text, words.size, bold=words.bold)
    left = words.x - {"left": 0.0, "center": room / 2, "right": room}[words.align]
    page.text(left * scale, words.y * scale, text)
