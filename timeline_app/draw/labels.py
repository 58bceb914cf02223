"""Labels that never collide.

A label is a flag: it stands above its mark on a leader that runs straight down, at the left edge of the words, at the
right edge, or where the words had to be pushed aside, somewhere under them. Above each lane there are levels, one
line of text high. A label takes the lowest level (or two, for two lines) in which the stretch around its leader is
free; it never covers a label, nor a leader of a higher one. The most salient come first. One that comes later and
finds labels in its way may ask them to go up: if all of them find a new place, they do, else all stays as it was. What
finds no room is not drawn here: it becomes a tick with a count.

Displacement is bounded by construction: a leader always ends under its own words.
"""

from bisect import bisect_right, insort
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from timeline_app.draw.metrics import clean, width, wrap

AIR = 3.0
"""Least distance between two labels of one level, of leaders, and of a label from the leader of another.

The insets come on top of it: words of two labels are 13 pixels apart at least.
"""
_MOVED = 6
"""How many labels may be asked to go up for one."""
INSET = 5.0
"""From the leader to the first letter."""


@dataclass(frozen=True, slots=True)
class Words:
    """A label's text, wrapped, and how wide that is with the inset on both sides."""

    lines: tuple[str, ...]
    width: float


@dataclass(frozen=True, slots=True)
class Place:
    level: int
    words: Words
    left: float
    align: str


@dataclass(slots=True)
class Budget:
    """Height that levels may still take, in all lanes together, and how many of them one lane may have.

    `moves` is how often labels may still be asked to go up: a picture full of labels stays quick to lay out.
    """

    left: float
    a_lane: int
    moves: int = 120


@lru_cache(maxsize=16384)  # sizes of markers are tried with the same labels
def forms(text: str, size: float, *, widest: float = 250.0, lines: int = 2) -> tuple[Words, ...]:
    """The ways in which a label can be written: on one line, on two. Empty: it fits in none."""
    text = clean(text)
    found: list[Words] = []
    for limit in (widest, widest * 0.62):
        wrapped = wrap(text, limit - 2 * INSET, size, lines=lines)
        if wrapped is None or any(wrapped == words.lines for words in found):
            continue
        found.append(Words(wrapped, max(width(line, size) for line in wrapped) + 2 * INSET))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Wish:
    """A label that asks for a place: its leader's x and the ways to write it."""

    x: float
    ways: Sequence[Words]


class Levels:
    """The levels over one lane, from `left` to `right`; level 0 is the lowest. `places` holds who stands where.

    A level is `high`, the lowest has `foot` below it. `slack` is height that the lane has anyway, beside a high title:
    levels in it cost nothing.
    """

    def __init__(self, left: float, right: float, *, high: float = 1.0, foot: float = 0.0) -> None:
        self.left, self.right = left, right
        self.high, self.foot, self.slack = high, foot, 0.0
        self.places: dict[int, Place] = {}
        self._wishes: dict[int, _Wish] = {}
        self._taken: list[list[tuple[float, float]]] = []

    def __len__(self) -> int:
        return len(self._taken)

    def place(self, key: int, x: float, ways: Sequence[Words], budget: Budget) -> bool:
        """Take the best free place for a leader at `x`, and the levels it needs from the budget."""
        self._wishes[key] = _Wish(x, ways)
        if self._settle(key, budget) or self._make_way(key, budget):
            return True
        del self._wishes[key]
        return False

    def taken(self, level: int) -> list[tuple[float, float]] | None:
        """The stretches of a level on which something stands; `None`: there is no such level."""
        return list(self._taken[level]) if level < len(self._taken) else None

    def _settle(self, key: int, budget: Budget) -> bool:
        """Take a place without moving anybody."""
        wish = self._wishes[key]
        free: list[tuple[float, float]] = []
        for level in range(self._affordable(budget)):
            stretch = self._free(level, wish.x)
            if stretch is None:  # a label lies on the way up
                break
            free.append(stretch)
        best: tuple[float, Place] | None = None
        for words in wish.ways:
            high = len(words.lines)
            for level in range(len(free) - high + 1):
                left = max(free[at][0] for at in range(level, level + high))
                right = min(free[at][1] for at in range(level, level + high))
                if right - left < words.width:
                    continue
                start, align, cost = _beside(wish.x, words.width, left, right)
                cost += level + 0.9 * (high - 1) + 1.2 * max(level + high - len(self._taken), 0)
                if best is None or cost < best[0]:
                    best = cost, Place(level, words, start, align)
                break
        if best is None:
            return False
        place = self.places[key] = best[1]
        opened = max(place.level + len(place.words.lines) - len(self._taken), 0)
        budget.left -= self._price(len(self._taken) + opened)
        self._taken += [[] for _ in range(opened)]
        self._take(place, wish.x)
        return True

    def _height(self, levels: int) -> float:
        """What so many levels add to the height of the lane."""
        return max(levels * self.high + self.foot - self.slack, 0.0) if levels else 0.0

    def _price(self, levels: int) -> float:
        """What it costs to have so many levels instead of those there are."""
        return self._height(levels) - self._height(len(self._taken))

    def _affordable(self, budget: Budget) -> int:
        """How many levels the lane may have."""
        levels = len(self._taken)
        while levels < budget.a_lane and self._price(levels + 1) <= budget.left:
            levels += 1
        return min(levels, budget.a_lane)

    def _make_way(self, key: int, budget: Budget) -> bool:
        """Place it first and then, from right to left, those that stood over its mark; or leave all as it was."""
        x = self._wishes[key].x
        over = [
            other
            for other, place in self.places.items()
            if place.left - AIR <= x <= place.left + place.words.width + AIR or abs(self._wishes[other].x - x) < AIR
        ]
        if not over or len(over) > _MOVED or not budget.moves:
            return False
        budget.moves -= 1
        before = dict(self.places), [list(level) for level in self._taken], budget.left
        for other in over:
            del self.places[other]
        self._taken = [[] for _ in self._taken]
        for other, place in self.places.items():
            self._take(place, self._wishes[other].x)
        if all(self._settle(one, budget) for one in (key, *sorted(over, key=lambda at: (-self._wishes[at].x, at)))):
            return True
        self.places, self._taken, budget.left = before
        return False

    def _take(self, place: Place, x: float) -> None:
        for level in range(place.level):
            insort(self._taken[level], (x - AIR, x + AIR))
        for level in range(place.level, place.level + len(place.words.lines)):
            insort(self._taken[level], (place.left - AIR, place.left + place.words.width + AIR))

    def _free(self, level: int, x: float) -> tuple[float, float] | None:
        """The free stretch around `x`; `None` where something stands there."""
        if level >= len(self._taken):
            return self.left, self.right
        taken = self._taken[level]
        at = bisect_right(taken, (x, float("inf")))
        left = max((end for _, end in taken[max(at - 4, 0) : at]), default=self.left)
        right = taken[at][0] if at < len(taken) else self.right
        return None if left > x or right < x else (max(left, self.left), min(right, self.right))


def room_near(
    taken: Sequence[tuple[float, float]], left: float, right: float, x: float, wide: float, reach: float
) -> float | None:
    """Left edge of the free `wide` pixels nearest to `x` and not further from it than `reach`; `None`: there are none.

    `taken` are stretches in order; it may begin at `x`, end there or have it within.
    """
    best: tuple[float, float] | None = None
    free = left
    for start, end in [*taken, (right, right)]:
        if start - free >= wide:
            at = min(max(x, free), start - wide)
            away = max(at - x, x - at - wide, 0.0)
            if away <= reach and (best is None or (away, at) < best):
                best = away, at
        free = max(free, end)
    return best and best[1]


def _beside(x: float, wide: float, left: float, right: float) -> tuple[float, str, float]:
    """Left edge of the words, their alignment, and what a departure from the plain flag costs."""
    if x + wide <= right:
        return x, "left", 0.0
    if x - wide >= left:
        return x - wide, "right", 0.35
    start = min(max(x, left), right - wide)
    return start, "center", 0.9
