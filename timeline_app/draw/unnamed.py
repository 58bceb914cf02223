"""Events that wanted a label and found no room: neighbours share one number, "+3", which is always seen.

The numbers stand on the lowest level of labels where all of them find a place close by, else in a low row of their
own between labels and marks, where only leaders pass.
"""

from collections.abc import Sequence

from timeline_app.draw.chart import TICK
from timeline_app.draw.labels import AIR, room_near
from timeline_app.draw.metrics import LINE, width
from timeline_app.draw.strip import Strip, Unnamed

ROW = TICK * LINE
"""Height of the row of numbers."""
_NEAR, _BESIDE = 40.0, 12.0
"""Marks closer than this share a number, and no number stands further from its first mark; among labels it stands
nearer, so that it does not read as the end of one."""


def count_unnamed(strip: Strip) -> None:
    """Find a place for every number of the lane, and the height it takes."""
    strip.unnamed, strip.numbers = (), 0.0
    groups = _neighbours(strip)
    if not groups or not strip.labelled:  # a lane without any words says so under its title
        return
    taken = strip.levels.taken(0)
    if taken is not None and (found := _placed(strip, groups, taken, _BESIDE)):
        strip.unnamed = found
        return
    leaders = [strip.extents[index].x for index in strip.placed]
    between = sorted((x - AIR, x + AIR) for x in leaders)
    while not (found := _placed(strip, groups, between, _reach(groups))) and len(groups) > 1:
        at = min(range(1, len(groups)), key=lambda n: _x(strip, groups[n]) - _x(strip, groups[n - 1]))
        groups[at - 1 : at + 1] = [groups[at - 1] + groups[at]]  # the two that are closest share a number
    strip.unnamed, strip.numbers = found or (), ROW if found else 0.0


def _reach(groups: Sequence[Sequence[int]]) -> float:
    return _NEAR if len(groups) > 1 else float("inf")


def _x(strip: Strip, group: Sequence[int]) -> float:
    return strip.extents[group[0]].x


def _neighbours(strip: Strip) -> list[list[int]]:
    near: list[list[int]] = []
    for index in sorted(strip.refused, key=lambda at: (strip.extents[at].x, at)):
        if near and strip.extents[index].x - _x(strip, near[-1]) < _NEAR:
            near[-1].append(index)
        else:
            near.append([index])
    return near


def _placed(
    strip: Strip, groups: Sequence[Sequence[int]], taken: Sequence[tuple[float, float]], reach: float
) -> tuple[Unnamed, ...] | None:
    """All of them, none far from its mark; `None`: one has no place."""
    busy, found = list(taken), []
    for group in groups:
        x, wide = _x(strip, group), width(f"+{len(group)}", TICK) + 6
        left = room_near(busy, strip.levels.left, strip.levels.right, x, wide, reach)
        if left is None:
            return None
        busy = sorted([*busy, (left, left + wide)])
        found.append(Unnamed(tuple(group), x, left, wide))
    return tuple(found)
