"""How a mark looks: filled, hollow, hatched, struck; the same on screen and in every export.

Filled is an exact day, hollow a moment that is not known exactly; a bar is paler where its beginning or end is only
known to the month or year, and fades where it goes on. Planned is an outline around a dot, claimed is hatched, denied
is struck through.
"""

from dataclasses import dataclass

from timeline_app.draw.geometry import Form, Mark
from timeline_app.draw.marks import FADE, glyph_at
from timeline_app.draw.theme import BODY, SOFT, Theme, mix
from timeline_app.model import Status

CHEVRON = 3.4
"""How far a chevron reaches up, down and back from its tip."""
PALE = 0.25
"""Share of the colour between the stripes of a claimed marker."""
STEPS = 5
"""Pieces in which an open end fades."""
DIM = 0.3
"""Share of its colour that a mark keeps when another is chosen."""
GROUPS: tuple[tuple[float, ...], ...] = ((), (7.0, 3.0), (2.0, 2.0), (14.0, 3.0), (3.0, 7.0), (1.0, 3.0))
"""Dashes, on and off, of the line beside the lanes of a group: a group is told by them without colours."""
GROUP = 4.0
"""Width of that line."""
WHISKER = 1.4
"""Width of a whisker; its dashes are 3 pixels on, 2 off."""


@dataclass(frozen=True, slots=True)
class Look:
    """`color` is that of whisker, hatching of markers, and dot; `width` that of the outline in pixels."""

    color: str
    fill: str
    line: str
    width: float
    hollow: bool
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
        return Look(color, theme.paper, color, width, True, hatched, struck, planned, sign)
    if hatched and mark.form is Form.EXACT:  # its rim stays whole: the shape tells the kind
        return Look(color, mix(color, theme.paper, PALE), color, 1.2, False, True, struck, planned, sign)
    return Look(color, color, theme.paper, 0.8, False, hatched, struck, planned, sign)


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


def glyph(mark: Mark, theme: Theme, seen: Look) -> tuple[float, float, str] | None:
    """Middle, radius and colour of the kind's symbol where what is certain of a bar begins; `None`: no room for it."""
    if mark.form is not Form.SPAN or mark.kind is None or seen.hatched:
        return None
    x = glyph_at(mark.left, mark.right, mark.solid_left, mark.solid_right, cut=mark.open_left or mark.cut_left)
    return None if x is None else (x, min(mark.radius * 0.6, 3.2), seen.color if seen.hollow else theme.paper)


def stripes(mark: Mark) -> list[float]:
    """Offsets of the slanted stripes across a hatched marker, in pixels from its middle."""
    return [-1.9, 1.9] if mark.radius >= 4 else [0.0]


def arrows(mark: Mark) -> list[tuple[float, str]]:
    """Where an arrow head tells that what lasted goes on, and to which side."""
    if mark.form is not Form.SPAN:
        return []
    left = [(mark.left + 4, "left")] if mark.open_left else []
    return left + ([(mark.right - 4, "right")] if mark.open_right else [])


def chevrons(mark: Mark) -> list[tuple[float, str]]:
    """The tip of a chevron where the window cuts a bar, or where a whisker has no end or is cut; and to which side."""
    bar = mark.form is Form.SPAN
    inset = 3.0 if bar else 0.5
    left = [(mark.left + inset, "left")] if mark.cut_left or (mark.open_left and not bar) else []
    return left + ([(mark.right - inset, "right")] if mark.cut_right or (mark.open_right and not bar) else [])


def chevron(mark: Mark, theme: Theme, seen: Look) -> str:
    """Colour of that chevron: what stands out from the bar, or the whisker's own."""
    if mark.form is not Form.SPAN or seen.hollow:
        return seen.color
    soft = mark.solid_right - mark.solid_left < mark.right - mark.left
    return seen.sign if soft or seen.hatched else theme.paper
