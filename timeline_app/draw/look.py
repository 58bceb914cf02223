"""How a mark looks: filled, hollow, hatched, struck; the same on screen and in every export.

Filled is an exact day, hollow a moment that is not known exactly; a bar is paler where its beginning or end is only
known to the month or year, and fades where it goes on. Planned is an outline around a dot, claimed is hatched, denied
is struck through.
"""

from dataclasses import dataclass

from timeline_app.draw.geometry import Form, Mark
from timeline_app.draw.marks import FADE
from timeline_app.draw.theme import BODY, Theme, mix
from timeline_app.model import Status

SOFT = 0.42
"""Share of the colour in the uncertain beginning or end of a bar."""
STEPS = 5
"""Pieces in which an open end fades."""
DIM = 0.3
"""Share of its colour that a mark keeps when another is chosen."""
WHISKER = 1.4
"""Width of a whisker; its dashes are 3 pixels on, 2 off."""


@dataclass(frozen=True, slots=True)
class Look:
    """`color` is that of whisker, hatching of hollow marks, and dot; `width` that of the outline in pixels."""

    color: str
    fill: str
    line: str
    width: float
    hatched: bool
    struck: bool
    dotted: bool
    sign: str
    """Colour of the stroke through it and of the "~" beside it."""


def look(mark: Mark, theme: Theme, *, dim: bool = False) -> Look:
    color, sign = theme.of(mark.kind), theme.ink
    if dim:
        color, sign = (mix(one, theme.paper, DIM) for one in (color, sign))
    hatched, struck = mark.status is Status.CLAIMED, mark.status is Status.DENIED
    planned = mark.status is Status.PLANNED
    hollow = mark.form is Form.IMPRECISE or planned or struck
    if hollow:
        width = 1.3 if planned or mark.radius < 4 else 1.8
        return Look(color, theme.paper, color, width, hatched, struck, planned, sign)
    return Look(color, color, theme.paper, 0.8, hatched, struck, planned, sign)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a bar with one ground; `outlined` where the bar is hollow."""

    left: float
    right: float
    fill: str


def pieces(mark: Mark, theme: Theme, seen: Look) -> list[Piece]:
    """A bar from left to right: soft beginning, certain part, soft end, fading end (the arrow is drawn over that)."""
    if mark.status in (Status.PLANNED, Status.DENIED):
        return [Piece(mark.left, mark.right, theme.paper)]
    step = min(FADE, (mark.right - mark.left) / 3) / STEPS
    left = mark.left + STEPS * step if mark.open_left else mark.left
    right = mark.right - STEPS * step if mark.open_right else mark.right
    sure_left, sure_right = (min(max(x, left), right) for x in (mark.solid_left, mark.solid_right))
    parts = [(left, sure_left, SOFT), (sure_left, sure_right, BODY), (sure_right, right, SOFT)]
    for at in range(1, STEPS + 1):
        share = 1 - at / (STEPS + 1)
        if mark.open_left:
            parts.insert(0, (left - at * step, left - (at - 1) * step, share * (BODY if sure_left == left else SOFT)))
        if mark.open_right:
            parts.append((right + (at - 1) * step, right + at * step, share * (BODY if sure_right == right else SOFT)))
    return [Piece(one, two, mix(seen.color, theme.paper, share)) for one, two, share in parts if two - one > 0.05]


def stripes(mark: Mark) -> list[float]:
    """Offsets of the slanted stripes across a hatched marker, in pixels from its middle."""
    return [-1.9, 1.9] if mark.radius >= 4 else [0.0]


def tilde(mark: Mark) -> float:
    """Middle of the "~" of an approximate date: behind the marker, or behind the stop of its whisker."""
    return (mark.x + mark.radius if mark.open_right else max(mark.x + mark.radius, mark.right)) + 5.0


def arrows(mark: Mark) -> list[tuple[float, str]]:
    """Where an arrow head tells that time goes on, and to which side."""
    left = [(mark.left + 4, "left")] if mark.open_left else []
    return left + ([(mark.right - 4, "right")] if mark.open_right else [])
