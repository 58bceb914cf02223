"""SVG of a picture: text stays text, and the font is in the file, so it looks the same anywhere."""

import base64
from collections.abc import Iterator
from functools import cache
from html import escape

from timeline_app.draw.metrics import FAMILY, FONTS
from timeline_app.export.clean import clean
from timeline_app.export.frame import picture_of
from timeline_app.export.letters import strange
from timeline_app.export.order import Order
from timeline_app.export.shapes import Box, Disc, Hatch, Ink, Line, Picture, Point, Polygon, Shape, Words
from timeline_app.model import Event

_ANCHORS = {"left": "start", "center": "middle", "right": "end"}
_WEIGHTS = {False: 400, True: 600}
_FILES = {False: "Inter-Regular.woff2", True: "Inter-SemiBold.woff2"}


def write(order: Order) -> bytes:
    return drawn(picture_of(order), fonts=True).encode("utf-8", "replace")


def loses(events: tuple[Event, ...]) -> str:
    return strange(events, "they are shown with a font of the reader's machine")


def drawn(picture: Picture, *, fonts: bool = False) -> str:
    """The picture as SVG; `fonts` puts the font into the file."""
    return "".join(_lines(picture, fonts))


def _lines(picture: Picture, fonts: bool) -> Iterator[str]:
    wide, high = picture.pixels
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" '
    yield f'viewBox="0 0 {_n(picture.width)} {_n(picture.height)}" role="img" '
    yield 'aria-labelledby="title summary" font-family="Inter, Helvetica, Arial, sans-serif" font-kerning="none">\n'
    yield f'<title id="title">{escape(clean(picture.title))}</title>\n'
    yield f'<desc id="summary">{escape(clean(picture.summary))}</desc>\n'
    if fonts:
        yield f"<style>{_font_faces()}</style>\n"
    yield f'<rect width="{_n(picture.width)}" height="{_n(picture.height)}" fill="{picture.paper}"/>\n'
    event = ""
    for shape in picture.shapes:
        if shape.event != event:
            yield "</g>\n" if event else ""
            event = shape.event
            if event:
                told = picture.told.get(event, "")
                yield f'<g data-event="{escape(clean(event))}">'
                yield f"<title>{escape(clean(told))}</title>\n" if told else "\n"
        yield _tag(shape) + "\n"
    yield "</g>\n" if event else ""
    yield "</svg>\n"


def _tag(shape: Shape) -> str:
    match shape:
        case Box(rect=rect, ink=ink, radius=radius):
            rounded = f' rx="{_n(radius)}"' if radius else ""
            place = f'x="{_n(rect.left)}" y="{_n(rect.top)}" width="{_n(rect.width)}" height="{_n(rect.height)}"'
            return f"<rect {place}{rounded}{_ink(ink)}/>"
        case Line(points=points, ink=ink):
            return f'<polyline points="{_points(points)}"{_ink(ink)}/>'
        case Polygon(points=points, ink=ink):
            return f'<polygon points="{_points(points)}"{_ink(ink)}/>'
        case Disc(x=x, y=y, radius=radius, ink=ink):
            return f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}"{_ink(ink)}/>'
        case Hatch(lines=lines):
            path = " ".join(f"M{_n(x0)} {_n(y0)}L{_n(x1)} {_n(y1)}" for (x0, y0), (x1, y1) in lines)
            return f'<path d="{path}" stroke="{shape.colour}" stroke-width="{_n(shape.width)}"/>'
        case Words():
            anchor = "" if shape.align == "left" else f' text-anchor="{_ANCHORS[shape.align]}"'
            weight = f' font-weight="{_WEIGHTS[shape.bold]}"' if shape.bold else ""
            place = f'x="{_n(shape.x)}" y="{_n(shape.y)}" font-size="{_n(shape.size)}"{weight}{anchor}'
            return f'<text {place} fill="{shape.colour}">{escape(clean(shape.text))}</text>'


def _ink(ink: Ink) -> str:
    said = f' fill="{ink.fill or "none"}"'
    if ink.line:
        said += f' stroke="{ink.line}" stroke-width="{_n(ink.width)}"'
        if ink.dash:
            said += f' stroke-dasharray="{" ".join(map(_n, ink.dash))}"'
    return said + (f' opacity="{_n(ink.opacity)}"' if ink.opacity < 1 else "")


def _points(points: tuple[Point, ...]) -> str:
    return " ".join(f"{_n(x)},{_n(y)}" for x, y in points)


def _n(value: float) -> str:
    """A hundredth of a pixel is fine enough."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


@cache
def _font_faces() -> str:
    faces = []
    for bold, file in _FILES.items():
        data = base64.b64encode((FONTS / file).read_bytes()).decode()
        source = f"url(data:font/woff2;base64,{data}) format('woff2')"
        faces.append(f"@font-face{{font-family:'{FAMILY}';font-weight:{_WEIGHTS[bold]};src:{source}}}")
    return "".join(faces)
