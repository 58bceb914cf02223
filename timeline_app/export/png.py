"""PNG of a picture, drawn by resvg from the SVG with the bundled font: no browser.

Fonts of the system are looked at only where a text has letters that the bundled one lacks.
"""

from dataclasses import replace

from timeline_app.draw.geometry import Rect
from timeline_app.draw.metrics import FAMILY, FILES, covers
from timeline_app.errors import ExportError
from timeline_app.export import svg
from timeline_app.export.frame import picture_of
from timeline_app.export.letters import strange
from timeline_app.export.order import Order
from timeline_app.export.shapes import Box, Ink, Line, Picture, Shape, Words
from timeline_app.model import Event

SCALES = (1, 2, 3, 4)


def write(order: Order) -> bytes:
    return drawn(picture_of(order), order.scale)


def loses(events: tuple[Event, ...]) -> str:
    """Which fonts the machine has is not known here."""
    return strange(events, "they are drawn with a font of this machine, or as boxes where it has none")


def drawn(picture: Picture, scale: int) -> bytes:
    """The picture with `scale` pixels for each of CSS. Raises `ExportError` for a scale that is not offered."""
    import resvg_py  # a native library: only when a picture is made

    if scale not in SCALES:
        raise ExportError(f"no scale {scale}: use {SCALES[0]} to {SCALES[-1]}")
    unit = picture.width / (picture.pixels[0] * scale)
    picture = replace(picture, shapes=tuple(_on_pixels(shape, unit) for shape in picture.shapes))
    covered = all(covers(shape.text) for shape in picture.shapes if isinstance(shape, Words))
    data = resvg_py.svg_to_bytes(
        svg_string=svg.drawn(picture),
        width=picture.pixels[0] * scale,
        height=picture.pixels[1] * scale,
        skip_system_fonts=covered,  # a name in Arabic script needs a font that the machine may have
        font_files=[str(path) for path in FILES.values()],
        font_family=FAMILY,
        sans_serif_family=FAMILY,
    )
    return bytes(data)


def _on_pixels(shape: Shape, unit: float) -> Shape:
    """An upright or level line as a box of whole pixels, `unit` wide each: it is sharp, and drawn in less time."""
    match shape:
        case Line(points=((x0, y0), (x1, y1)), ink=Ink(line=str(colour), width=width, dash=())) if x0 == x1 or y0 == y1:
            thick = max(round(width / unit), 1) * unit
            left, top = min(x0, x1), min(y0, y1)
            if x0 == x1:
                left = _whole(x0 - thick / 2, unit)
                rect = Rect(left, _whole(top, unit), left + thick, _whole(max(y0, y1), unit))
            else:
                top = _whole(y0 - thick / 2, unit)
                rect = Rect(_whole(left, unit), top, _whole(max(x0, x1), unit), top + thick)
            return Box(rect=rect, ink=Ink(fill=colour, opacity=shape.ink.opacity), event=shape.event)
    return shape


def _whole(value: float, unit: float) -> float:
    return round(value / unit) * unit
