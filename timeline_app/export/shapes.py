"""A picture as a flat list of shapes: what SVG, PDF and slides have in common, and nothing of any of them.

Units are CSS pixels from the top left corner. Later shapes lie on earlier ones. `event` names the event that a shape
belongs to, so that a picture can be pointed at and checked.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from timeline_app.draw.geometry import Rect

Point = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink:
    """Colours as #RRGGBB; `None` draws no fill or no line."""

    fill: str | None = None
    line: str | None = None
    width: float = 1.0
    dash: tuple[float, ...] = ()
    opacity: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    rect: Rect
    ink: Ink
    radius: float = 0.0
    event: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """From point to point, not closed."""

    points: tuple[Point, ...]
    ink: Ink
    event: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Polygon:
    points: tuple[Point, ...]
    ink: Ink
    event: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disc:
    x: float
    y: float
    radius: float
    ink: Ink
    event: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One line of text; `y` is its baseline, `x` its left end, middle or right end by `align`. `box` is its room.

    `role` is title for the lines that name the whole picture.
    """

    text: str
    x: float
    y: float
    size: float
    colour: str
    bold: bool = False
    align: str = "left"
    box: Rect | None = None
    event: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hatch:
    """Slanting lines over a rectangle, `apart` pixels along x; `ground` is the colour that they lie on."""

    rect: Rect
    colour: str
    ground: str
    width: float
    apart: float
    event: str = ""

    @property
    def lines(self) -> list[tuple[Point, Point]]:
        return hatched(_corners(self.rect), self.apart)


Shape = Box | Line | Polygon | Disc | Hatch | Words


def hatched(corners: Sequence[Point], apart: float) -> list[tuple[Point, Point]]:
    """Lines that rise to the right inside an outline, none outside of it."""
    sums = [x + y for x, y in corners]  # such a line has one sum of x and y
    found = []
    at = min(sums) + apart / 2
    while at < max(sums):
        found += [((start, at - start), (end, at - end)) for start, end in _inside(corners, at)]
        at += apart
    return found


def _inside(corners: Sequence[Point], total: float) -> Iterator[tuple[float, float]]:
    """The stretches along x in which the line x + y = total runs inside the outline."""
    crossed = []
    for (x0, y0), (x1, y1) in zip(corners, [*corners[1:], corners[0]], strict=True):
        one, two = x0 + y0 - total, x1 + y1 - total
        if (one < 0) != (two < 0):
            crossed.append(x0 + (x1 - x0) * one / (one - two))
    crossed.sort()
    yield from zip(crossed[::2], crossed[1::2], strict=False)


def _corners(rect: Rect) -> tuple[Point, ...]:
    return (rect.left, rect.top), (rect.right, rect.top), (rect.right, rect.bottom), (rect.left, rect.bottom)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """Shapes on a paper; `width` and `height` are the room they are drawn in, `pixels` the size it is shown at.

    `told` says of each event what a pointer shows. `title` and `summary` are for those who cannot see it.
    """

    width: float
    height: float
    pixels: tuple[int, int]
    paper: str
    shapes: tuple[Shape, ...]
    title: str
    summary: str
    told: Mapping[str, str] = field(default_factory=dict, hash=False)


def _star() -> tuple[Point, ...]:
    radii = (1.4, 1.4 * 0.381966)  # a pentagram: inner to outer radius is 1 to the square of the golden ratio
    return tuple(
        (radii[n % 2] * math.sin(n * math.pi / 5), -radii[n % 2] * math.cos(n * math.pi / 5)) for n in range(10)
    )


def _regular(corners: int) -> tuple[Point, ...]:
    turn = 2 * math.pi / corners
    return tuple((math.sin(n * turn), -math.cos(n * turn)) for n in range(corners))


_CIRCLE = _regular(36)
_SIDE = 2 / math.sqrt(3)
_ARM = 0.8 / math.sqrt(2)

OUTLINES: Mapping[str, tuple[Point, ...]] = {
    "diamond": ((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)),
    "square": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
    "triangle-up": ((-_SIDE, 0.5), (_SIDE, 0.5), (0, -1)),
    "triangle-right": ((-0.5, -_SIDE), (-0.5, _SIDE), (1, 0)),
    "triangle-left": ((0.5, -_SIDE), (0.5, _SIDE), (-1, 0)),
    "bowtie": ((1, 1), (1, -1), (-1, 1), (-1, -1)),
    "pentagon": _regular(5),
    "star": _star(),
    "cross": (
        (1.2, 0.4), (0.4, 0.4), (0.4, 1.2), (-0.4, 1.2), (-0.4, 0.4), (-1.2, 0.4),
        (-1.2, -0.4), (-0.4, -0.4), (-0.4, -1.2), (0.4, -1.2), (0.4, -0.4), (1.2, -0.4),
    ),
    "x": tuple(
        (x * _ARM, y * _ARM)
        for x, y in (
            (0, 1), (1, 2), (2, 1), (1, 0), (2, -1), (1, -2), (0, -1), (-1, -2), (-2, -1), (-1, 0), (-2, 1), (-1, 2),
        )
    ),
}  # fmt: skip
"""Corners of each symbol of the theme for radius 1, in the proportions in which Plotly draws it; a circle has none."""


def symbol(name: str, x: float, y: float, radius: float, ink: Ink, event: str = "") -> Shape:
    """The symbol around a point."""
    if name not in OUTLINES:
        return Disc(x=x, y=y, radius=radius, ink=ink, event=event)
    return Polygon(points=outline(name, x, y, radius), ink=ink, event=event)


def outline(name: str, x: float, y: float, radius: float) -> tuple[Point, ...]:
    """Corners of the symbol around a point; many for a circle."""
    return tuple((x + dx * radius, y + dy * radius) for dx, dy in OUTLINES.get(name, _CIRCLE))
