"""PNG of a picture, drawn by resvg from the SVG with the bundled font: no browser.

Fonts of the system are looked at only where a text has letters that the bundled one lacks.
"""

from timeline_app.draw.metrics import FAMILY, FILES, covers
from timeline_app.errors import ExportError
from timeline_app.export import svg
from timeline_app.export.frame import picture_of
from timeline_app.export.order import Order
from timeline_app.export.shapes import Picture, Words

SCALES = (1, 2, 3, 4)


def write(order: Order) -> bytes:
    return drawn(picture_of(order), order.scale)


def drawn(picture: Picture, scale: int) -> bytes:
    """The picture with `scale` pixels for each of CSS. Raises `ExportError` for a scale that is not offered."""
    import resvg_py  # a native library: only when a picture is made

    if scale not in SCALES:
        raise ExportError(f"no scale {scale}: use {SCALES[0]} to {SCALES[-1]}")
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
