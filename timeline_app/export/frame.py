"""A picture for paper or slide: marking, title and filters above, the chart, and below what it is made of.

The chart is `lay_out`'s own for the room that is left, so what is printed stands where it stands on the screen.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from timeline_app.draw.chart import EDGE
from timeline_app.draw.geometry import Layout, Rect
from timeline_app.draw.layout import lay_out
from timeline_app.draw.metrics import LINE, fold
from timeline_app.draw.options import Options
from timeline_app.draw.theme import THEMES, Theme
from timeline_app.errors import ExportError
from timeline_app.export.caption import Caption
from timeline_app.export.clean import clean
from timeline_app.export.marks import baseline
from timeline_app.export.order import Order
from timeline_app.export.scene import shapes_of
from timeline_app.export.shapes import Box, Disc, Hatch, Ink, Line, Picture, Polygon, Shape, Words

SIZES: dict[str, tuple[int, int] | None] = {
    "16:9": (1280, 720),
    "a4": (1123, 794),
    "square": (1080, 1080),
    "screen": None,
}
"""Width and height in CSS pixels (96 to the inch); `screen`: as wide as on the screen, as high as it needs."""

_STEPS = ((1.0, 12), (1.2, 12), (1.35, 10), (1.5, 8), (1.5, 6), (1.5, 5), (1.75, 5), (2.0, 5), (2.4, 4))
"""How a crowded chart is made to fit: by how much more room it gets, drawn smaller, and lanes before "others"."""

_ENOUGH = 0.75
"""A picture is drawn larger as long as it keeps this share of the labels that a smaller drawing has room for."""

_MARGIN = 28.0
_BANNER = 26.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A chart in its frame. `left` and `top` say where the layout's origin lies, `grown` by how much room it took."""

    layout: Layout
    theme: Theme
    width: float
    height: float
    left: float
    top: float
    grown: float
    pixels: tuple[int, int]
    words: tuple[Shape, ...]


def picture_of(order: Order) -> Picture:
    """The whole picture of an order as shapes."""
    frame = framed(order)
    placed = (moved(shape, frame.left, frame.top) for shape in shapes_of(frame.layout, frame.theme))
    return Picture(
        width=frame.width,
        height=frame.height,
        pixels=frame.pixels,
        paper=frame.theme.paper,
        shapes=(*placed, *frame.words),
        title=order.caption.title,
        summary=" ".join(filter(None, (order.caption.subtitle, order.caption.counted(frame.layout.labelled) + "."))),
        told={event: ". ".join(lines) for event, lines in frame.layout.told.items()},
    )


def framed(order: Order) -> Frame:
    """The chart laid out for its size, with the caption's lines around it. Raises `ExportError` for an unknown size."""
    if order.size not in SIZES:
        raise ExportError(f"no size {order.size!r}: use one of {', '.join(SIZES)}")
    if order.theme not in THEMES:
        raise ExportError(f"no theme {order.theme!r}: use one of {', '.join(THEMES)}")
    theme, wished = THEMES[order.theme], order.layout or _usual(order)
    size = SIZES[order.size]
    if size is None:
        layout = lay_out(order.events, wished)
        return _put(order, theme, layout, grown=1.0, width=layout.width, height=None)
    found: list[Frame] = []
    for grown, lanes in _STEPS:
        wide, high = size[0] * grown, size[1] * grown
        above, below = _heights(order, wide, grown)
        room, fewer = high - above - below, min(lanes, wished.most_lanes)
        width = wide - 2 * (_MARGIN * grown - EDGE)  # so that titles of lanes stand under the title
        layout = lay_out(order.events, replace(wished, width=width, height=room, most_lanes=fewer))
        frame = _put(order, theme, layout, grown=grown, width=wide, height=high)
        if layout.height <= room + 0.5:
            found.append(frame)
            enough = _ENOUGH * min(wished.most_labels, layout.shown)
            if layout.labelled >= enough and not layout.bins:
                break  # no other could be better
    most = max((one.layout.labelled for one in found), default=0)
    good = [one for one in found if one.layout.labelled >= _ENOUGH * most]
    # Of two drawn as large, the one that shows each event goes before the one that counts them.
    return min(good, key=lambda one: (one.grown, bool(one.layout.bins)), default=frame)


def _usual(order: Order) -> Options:
    return Options(today=order.caption.as_of, overview=False)


def _heights(order: Order, width: float, grown: float) -> tuple[float, float]:
    """Room above and below the chart."""
    above = sum(high for high, _ in _above(order, width, grown))
    below = sum(high for high, _ in _below(order, width, grown, 0))
    return above, below


Row = tuple[float, tuple[str, float, bool, str] | None]
"""Height of a row, and its text, size, boldness and role; `None`: air."""


def _above(order: Order, width: float, grown: float) -> Iterator[Row]:
    room, caption = width - 2 * _MARGIN * grown, order.caption
    if caption.marking:
        yield _BANNER * grown, (_cut(caption.marking, room, 12 * grown, lines=1)[0], 12 * grown, True, "marking")
    yield 18 * grown, None
    for line in _cut(caption.title, room, 24 * grown, bold=True):
        yield 24 * LINE * grown, (line, 24 * grown, True, "title")
    for line in _cut(caption.subtitle, room, 14 * grown):
        yield 14 * 1.4 * grown, (line, 14 * grown, False, "subtitle")
    yield 8 * grown, None


def _below(order: Order, width: float, grown: float, labelled: int) -> Iterator[Row]:
    room, caption, size = width - 2 * _MARGIN * grown, order.caption, 11 * grown
    yield 10 * grown, None
    made = f"{caption.counted(labelled)} · {caption.dated()}"
    for line in (*fold(made, room, size), *_sources(caption, room, size)):
        yield size * 1.45, (line, size, False, "caption")
    yield (8 if caption.marking else 14) * grown, None
    if caption.marking:
        yield _BANNER * grown, (_cut(caption.marking, room, 12 * grown, lines=1)[0], 12 * grown, True, "marking")


def _cut(text: str, room: float, size: float, *, lines: int = 2, bold: bool = True) -> list[str]:
    """The text in at most so many lines; an ellipsis where it goes on."""
    found = fold(clean(text), room - size, size, bold=bold) if text else ()
    return [*found] if len(found) <= lines else [*found[: lines - 1], f"{found[lines - 1].rstrip()}…"]


def _sources(caption: Caption, room: float, size: float) -> list[str]:
    """The outlets in two lines: as many by name as have room, the others by number."""
    for most in range(10, 0, -1):
        found = fold(clean(caption.named_sources(most)), room, size)
        if len(found) <= 2:
            return [*found]
    return _cut(caption.named_sources(1), room, size)


def _put(order: Order, theme: Theme, layout: Layout, *, grown: float, width: float, height: float | None) -> Frame:
    above, below = _heights(order, width, grown)
    high = height if height is not None else above + layout.height + below
    words: list[Shape] = []
    y = 0.0
    for row in _above(order, width, grown):
        words += _row(row, y, width, grown, theme)
        y += row[0]
    y = high - below
    for row in _below(order, width, grown, layout.labelled):
        words += _row(row, y, width, grown, theme)
        y += row[0]
    return Frame(
        layout=layout,
        theme=theme,
        width=width,
        height=high,
        left=(width - layout.width) / 2,
        top=above,
        grown=grown,
        pixels=SIZES[order.size] or (round(width), round(high)),
        words=tuple(words),
    )


def _row(row: Row, y: float, width: float, grown: float, theme: Theme) -> list[Shape]:
    high, written = row
    if written is None:
        return []
    text, size, bold, role = written
    rect = Rect(_MARGIN * grown, y, width - _MARGIN * grown, y + high)
    if role == "marking":
        banner = Box(rect=Rect(0, y, width, y + high), ink=Ink(fill=theme.ink))
        line = baseline(rect, size)
        said = Words(text=text, x=width / 2, y=line, size=size, colour=theme.paper, bold=True, align="center", box=rect)
        return [banner, said]
    colour = theme.ink if role == "title" else theme.muted
    y = baseline(rect, size)
    return [Words(text=text, x=rect.left, y=y, size=size, colour=colour, bold=bold, box=rect, role=role)]


def moved(shape: Shape, dx: float, dy: float) -> Shape:
    """The shape elsewhere."""
    match shape:
        case Box(rect=rect) | Hatch(rect=rect):
            return replace(shape, rect=_moved(rect, dx, dy))
        case Line(points=points) | Polygon(points=points):
            return replace(shape, points=tuple((x + dx, y + dy) for x, y in points))
        case Disc(x=x, y=y):
            return replace(shape, x=x + dx, y=y + dy)
        case Words(x=x, y=y, box=box):
            return replace(shape, x=x + dx, y=y + dy, box=_moved(box, dx, dy) if box else None)


def _moved(rect: Rect, dx: float, dy: float) -> Rect:
    return Rect(rect.left + dx, rect.top + dy, rect.right + dx, rect.bottom + dy)
