"""A picture for paper or slide: marking, title and filters above, the chart, and below what it is made of.

The chart is `lay_out`'s own for the room that is left, so what is printed stands where it stands on the screen.
"""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, replace
from statistics import median

from timeline_app.draw.chart import EDGE
from timeline_app.draw.geometry import Form, Layout, Rect
from timeline_app.draw.layout import lay_out
from timeline_app.draw.options import Options
from timeline_app.draw.theme import THEMES, Theme
from timeline_app.errors import ExportError
from timeline_app.export.order import Order
from timeline_app.export.scene import shapes_of
from timeline_app.export.shapes import Box, Disc, Hatch, Line, Picture, Polygon, Shape, Words
from timeline_app.export.surround import MARGIN, Row, above, below, height, telling, written

SIZES: dict[str, tuple[int, int] | None] = {
    "16:9": (1280, 720),
    "a4": (1123, 794),
    "square": (1080, 1080),
    "report": (880, 700),
    "screen": None,
}
"""Width and height in CSS pixels (96 to the inch); `report`: on an upright page among text, where a wide picture would
shrink; `screen`: as wide as on the screen, as high as it needs."""

_STEPS = ((0.75, 12), (0.85, 10), (1.0, 8), (1.1, 7), (1.2, 6), (1.35, 5), (1.5, 5), (1.75, 5), (2.0, 5), (2.4, 4))
"""How a chart is made to fit, from the largest drawing to the smallest: how much more room it gets, and how many lanes
there are before "others"."""

_ENOUGH = 0.6, 0.85
"""A picture is drawn no smaller than it takes to label this share of the labels wished for, or of few events."""
_PLAIN = 2.9
"""Nor smaller than it takes for the usual marker to be shown with this radius in pixels."""
_NEARLY = 0.6
"""Where none labels enough: the share that a larger drawing keeps of the labels that the best has."""

_TOLD = (1.4, 1.2, 1.0)
"""How large few events are told under the chart, the largest first."""
_CHART = 0.4
"""Share of the room that stays with the chart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A chart in its frame. `left` and `top` say where the layout's origin lies, `grown` by how much room it took.

    `bottom` is where the lines below the chart begin.
    """

    layout: Layout
    theme: Theme
    width: float
    height: float
    left: float
    top: float
    bottom: float
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
    wished, size = order.layout or Options(today=order.caption.as_of, overview=False), SIZES[order.size]
    if size is None:
        layout = lay_out(order.events, wished)
        return _put(order, layout, grown=1.0, width=layout.width)
    tried: dict[int, Frame] = {}

    def attempt(number: int) -> Frame:
        if number not in tried:
            tried[number] = _fitted(order, wished, size, *_STEPS[number])
        return tried[number]

    return _largest(attempt, tried, wished)


def _largest(attempt: Callable[[int], Frame], tried: dict[int, Frame], wished: Options) -> Frame:
    """The largest drawing that says enough, found by halving: a smaller one has room for more."""

    def fits(number: int) -> bool:
        frame = attempt(number)
        return frame.top + frame.layout.height <= frame.bottom + 0.5

    def enough(number: int) -> bool:
        layout = attempt(number).layout
        labels = min(wished.most_labels * _ENOUGH[0], layout.shown * _ENOUGH[1])
        radii = [mark.radius for mark in layout.marks if mark.form is not Form.SPAN]
        plain = not radii or median(radii) >= _PLAIN * _STEPS[number][0]
        return fits(number) and not layout.bins and layout.labelled >= int(labels) and plain

    steps = range(len(_STEPS))
    found = bisect_left(steps, True, key=enough)
    if found < len(steps):
        return attempt(found)
    bisect_left(steps, True, key=fits)
    good = [frame for number, frame in tried.items() if fits(number)]
    most = max((frame.layout.labelled for frame in good), default=0)
    good = [frame for frame in good if frame.layout.labelled >= _NEARLY * most]
    # Of two drawn as large, the one that shows each event goes before the one that counts them.
    return min(good, key=lambda one: (one.grown, bool(one.layout.bins)), default=attempt(steps[-1]))


def _fitted(order: Order, wished: Options, size: tuple[int, int], grown: float, lanes: int) -> Frame:
    """The chart in the room that the lines around it leave; few events are told under it where that fits too."""
    wide, high = size[0] * grown, size[1] * grown
    room = high - height(above(order, wide, grown)) - height(below(order, wide, grown, 0))
    width = wide - 2 * (MARGIN * grown - EDGE)  # so that titles of lanes stand under the title
    wished = replace(wished, width=width, most_lanes=min(lanes, wished.most_lanes))
    for larger in _TOLD:
        told = telling(order, wide, grown, larger)
        left = room - height(told)
        if told and left > room * _CHART:
            layout = lay_out(order.events, replace(wished, height=left))
            if layout.height <= left + 0.5 and not layout.bins:
                return _put(order, layout, grown=grown, width=wide, high=high, told=told)
    layout = lay_out(order.events, replace(wished, height=room))
    return _put(order, layout, grown=grown, width=wide, high=high)


def _put(
    order: Order, layout: Layout, *, grown: float, width: float, high: float | None = None, told: tuple[Row, ...] = ()
) -> Frame:
    """`high` is the height of the whole, where the layout does not decide it; `told` are lines under the chart."""
    theme = THEMES[order.theme]
    head, foot = (*above(order, width, grown),), (*below(order, width, grown, layout.labelled),)
    top = height(head)
    whole = top + layout.height + height(foot) if high is None else high
    bottom = whole - height(foot) - height(told)
    return Frame(
        layout=layout,
        theme=theme,
        width=width,
        height=whole,
        left=(width - layout.width) / 2,
        top=top,
        bottom=bottom,
        grown=grown,
        pixels=SIZES[order.size] or (round(width), round(whole)),
        words=(*written(head, 0.0, width, grown, theme), *written((*told, *foot), bottom, width, grown, theme)),
    )


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
