"""PNG of a picture, drawn by resvg from the SVG with the bundled font: no browser, no font of the system."""

from timeline_app.draw.metrics import FAMILY, FILES
from timeline_app.errors import ExportError
from timeline_app.export import svg
from timeline_app.export.frame import picture_of
from timeline_app.export.order import Order
from timeline_app.export.shapes import Picture

SCALES = (1, 2, 3, 4)


def write(order: Order) -> bytes:
    return drawn(picture_of(order), order.scale)


def drawn(picture: Picture, scale: int) -> bytes:
    """The picture with `scale` pixels for each of CSS. Raises `ExportError` for a scale that is not offered."""
    import resvg_py  # a native library: only when a picture is made

    if scale not in SCALES:
        raise ExportError(f"no scale {scale}: use {SCALES[0]} to {SCALES[-1]}")
    data = resvg_py.svg_to_bytes(
        svg_string=svg.drawn(picture),
        width=picture.pixels[0] * scale,
        height=picture.pixels[1] * scale,
        skip_system_fonts=True,
        font_files=[str(path) for path in FILES.values()],
        font_family=FAMILY,
        sans_serif_family=FAMILY,
    )
    return bytes(data)
