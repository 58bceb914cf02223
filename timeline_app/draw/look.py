"""How a mark looks: filled, hollow, hatched, struck; the same on screen and in every export.

Filled is an exact day, hollow a moment that is not known exactly; a bar is paler where its beginning or end is only
known to the month or year, and fades where it goes on. Planned is an outline around a dot, claimed is hatched, denied
is struck through.
"""

from dataclasses import dataclass

from timeline_app.draw.geometry import Form, Mark
from timeline_app.draw.theme import Theme, mix
from timeline_app.model import Status

SOFT = 0.42
"""Share of the colour in the uncertain beginning or end of a bar."""
BODY = 0.88
"""Share of the colour in the certain part of a bar: a step behind the markers."""
FADE = 26.0
"""Pixels over which an open end fades into an arrow."""
STEPS = 5
DIM = 0.22
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


def look(mark: Mark, theme: Theme, *, dim: bool = False) -> Look:
    color = theme.of(mark.kind)
    if dim:
        color = mix(color, theme.paper, DIM)
    hatched, struck = mark.status is Status.CLAIMED, mark.status is Status.DENIED
    planned = mark.status is Status.PLANNED
    hollow = mark.form is Form.IMPRECISE or planned or struck
    if hollow:
        return Look(color, theme.paper, color, 1.3 if planned else 1.8, hatched, struck, planned)
    return Look(color, color, theme.paper, 0.8, hatched, struck, planned)


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
    fade = min(FADE, (mark.right - mark.left) / 2) if mark.open_right else 0.0
    right = mark.right - fade
    inner_left, inner_right = min(mark.solid_left, right), min(mark.solid_right, right)
    body, soft = mix(seen.color, theme.paper, BODY), mix(seen.color, theme.paper, SOFT)
    parts = [(mark.left, inner_left, soft), (inner_left, inner_right, body), (inner_right, right, soft)]
    step = fade / STEPS
    last = BODY if mark.solid_right >= right else SOFT
    for at in range(STEPS if fade else 0):
        shade = mix(seen.color, theme.paper, last * (1 - (at + 1) / (STEPS + 1)))
        parts.append((right + at * step, right + (at + 1) * step, shade))
    return [Piece(one, two, fill) for one, two, fill in parts if two - one > 0.05]


def arrows(mark: Mark) -> list[tuple[float, str]]:
    """Where an arrow head tells that time goes on, and to which side."""
    left = [(mark.left + 4, "left")] if mark.open_left else []
    return left + ([(mark.right - 4, "right")] if mark.open_right else [])
