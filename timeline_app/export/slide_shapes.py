"""Shapes of a picture as native ones of a slide: rectangles, lines, freeforms and text boxes that can be edited."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from timeline_app.draw.geometry import Rect
from timeline_app.draw.metrics import LINE, width
from timeline_app.export.clean import clean
from timeline_app.export.shapes import Box, Disc, Hatch, Ink, Line, Polygon, Shape, Words

EMU = 9525
"""English metric units of a CSS pixel."""

FONT = "Arial"
"""On every machine, and narrower than Inter, in which the room of each text was measured."""

_DASHES = ((1.0, "sysDot"), (2.0, "sysDash"), (99.0, "dash"))


def draw(slide: Any, shapes: Iterable[Shape], *, scale: float, told: Mapping[str, str], paper: str = "") -> None:
    """Put the shapes on a slide. `scale` is slide pixels a picture pixel, `told` the alternative text of each event.

    A rim in the colour of the `paper` is left away: a programme that draws no line thinner than a pixel would let it
    eat up a small marker.
    """
    slide.shapes.turbo_add_enabled = True  # else each new shape looks at all that are there
    for group in _texts_together(shapes):
        first = group[0]
        if isinstance(first, Words):
            _text_box(slide, [one for one in group if isinstance(one, Words)], scale)
            continue
        if isinstance(first, Hatch):
            _pattern(slide, first, scale)
            continue
        drawn = _native(slide, first, scale)
        if drawn is not None:
            rim = first.ink.fill and first.ink.line == paper
            _colour(drawn, replace(first.ink, line=None) if rim else first.ink, scale)
            if first.event:
                _name(drawn, first.event, told.get(first.event, ""))


def number_shapes(slide: Any) -> None:
    """Give each shape a number of its own: python-pptx repeats some when it is told to add fast."""
    for number, properties in enumerate(slide.shapes._spTree.xpath(".//p:cNvPr"), 1):
        properties.set("id", str(number))


def _texts_together(shapes: Iterable[Shape]) -> Iterator[Sequence[Shape]]:
    """The lines of one label as one group, so that they become one text box; every other shape alone."""

    def key(numbered: tuple[int, Shape]) -> object:
        number, shape = numbered
        return (shape.event, shape.box) if isinstance(shape, Words) and shape.box and shape.event else number

    for _, group in groupby(enumerate(shapes), key):
        yield [shape for _, shape in group]


def _native(slide: Any, shape: Box | Line | Polygon | Disc, scale: float) -> Any:
    from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE

    unit = scale * EMU
    match shape:
        case Box(rect=rect):
            return _placed(slide, MSO_SHAPE.RECTANGLE, rect, unit)
        case Disc(x=x, y=y, radius=r):
            return _placed(slide, MSO_SHAPE.OVAL, Rect(x - r, y - r, x + r, y + r), unit)
        case Line(points=((x0, y0), (x1, y1))):
            ends = (round(value * unit) for value in (x0, y0, x1, y1))
            return slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *ends)
        case Line(points=points) | Polygon(points=points):
            corners = [(round(x * unit), round(y * unit)) for x, y in points]
            builder = slide.shapes.build_freeform(*corners[0], scale=1.0)
            builder.add_line_segments(corners[1:], close=isinstance(shape, Polygon))
            return builder.convert_to_shape()


def _pattern(slide: Any, hatch: Hatch, scale: float) -> None:
    """One rectangle with a pattern, not a hundred lines."""
    from pptx.dml.color import RGBColor
    from pptx.enum.dml import MSO_PATTERN
    from pptx.enum.shapes import MSO_SHAPE

    shape = _placed(slide, MSO_SHAPE.RECTANGLE, hatch.rect, scale * EMU)
    _colour(shape, Ink(), scale)
    shape.fill.patterned()
    shape.fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL if hatch.width > 1 else MSO_PATTERN.LIGHT_UPWARD_DIAGONAL
    shape.fill.fore_color.rgb = RGBColor.from_string(hatch.colour.lstrip("#"))
    shape.fill.back_color.rgb = RGBColor.from_string(hatch.ground.lstrip("#"))
    if hatch.event:
        _name(shape, hatch.event, "")


def _placed(slide: Any, kind: Any, rect: Rect, unit: float) -> Any:
    sides = (rect.left, rect.top, rect.width, rect.height)
    return slide.shapes.add_shape(kind, *(max(round(side * unit), 0) for side in sides))


def _colour(shape: Any, ink: Ink, scale: float) -> None:
    from pptx.dml.color import RGBColor
    from pptx.oxml.ns import qn

    style = shape._element.find(qn("p:style"))  # the theme's own shadow and line
    if style is not None:
        shape._element.remove(style)
    if hasattr(shape, "fill"):
        if ink.fill:
            shape.fill.solid()
            shape.fill.fore_color.rgb = RGBColor.from_string(ink.fill.lstrip("#"))
            if ink.opacity < 1:
                colour = shape.fill._xPr.find(qn("a:solidFill"))[0]
                colour.append(colour.makeelement(qn("a:alpha"), {"val": str(round(ink.opacity * 100_000))}))
        else:
            shape.fill.background()
    if not ink.line:
        shape.line.fill.background()
        return
    shape.line.color.rgb = RGBColor.from_string(ink.line.lstrip("#"))
    shape.line.width = round(ink.width * scale * EMU)
    if ink.dash:
        line = shape.line._get_or_add_ln()
        name = next(name for most, name in _DASHES if ink.dash[0] / ink.width <= most)
        dash = line.makeelement(qn("a:prstDash"), {"val": name})
        line.append(dash)


def _name(shape: Any, event: str, told: str) -> None:
    """What a screen reader says, and what the selection pane lists."""
    properties = shape._element.xpath(".//p:cNvPr")[0]
    properties.set("name", clean(event)[:200] or "event")
    properties.set("descr", clean(told))


def _text_box(slide: Any, lines: Sequence[Words], scale: float) -> None:
    """A box that fits its lines exactly: no margin, no wrapping, so that it stands where the picture has it."""
    first = lines[0]
    room = max(width(line.text, line.size, bold=line.bold) for line in lines) + 2
    left = first.x - {"left": 0.0, "center": room / 2, "right": room}[first.align]
    high = first.size * LINE
    top = first.y - first.size * 0.97 - (high - 1.2 * first.size) / 2
    box = Rect(left, top, left + room, top + high * len(lines))
    write(
        slide, box, [(line.text, line.size, line.bold, line.colour) for line in lines], scale=scale, align=first.align
    )


def write(
    slide: Any,
    box: Rect,
    lines: Iterable[tuple[str, float, bool, str]],
    *,
    scale: float = 1.0,
    align: str = "left",
    wrap: bool = False,
    into: Any = None,
) -> Any:
    """A text box with a paragraph for each text, size in pixels, boldness and colour; `into` fills a placeholder."""
    from pptx.dml.color import RGBColor
    from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
    from pptx.util import Pt

    sides = [round(side * scale * EMU) for side in (box.left, box.top, box.width, box.height)]
    if into is None:
        shape = slide.shapes.add_textbox(*sides)
    else:
        shape = into
        shape.left, shape.top, shape.width, shape.height = sides
    frame = shape.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap, frame.auto_size, frame.vertical_anchor = wrap, MSO_AUTO_SIZE.NONE, MSO_ANCHOR.TOP
    places = {"left": PP_ALIGN.LEFT, "center": PP_ALIGN.CENTER, "right": PP_ALIGN.RIGHT}
    for number, (text, size, bold, colour) in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.alignment = places[align]
        paragraph.line_spacing = Pt(size * scale * LINE * 0.75)
        run = paragraph.add_run()
        run.text = clean(text)
        run.font.name, run.font.size, run.font.bold = FONT, Pt(max(round(size * scale * 0.75, 1), 1)), bold
        run.font.color.rgb = RGBColor.from_string(colour.lstrip("#"))
    return shape
