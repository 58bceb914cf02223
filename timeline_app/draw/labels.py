"""Labels that never collide.

A label is a flag: it stands above its mark on a leader that runs straight down, at the left edge of the words, at the
right edge, or where the words had to be pushed aside, somewhere under them. Above each lane there are levels, one
line of text high. A label takes the lowest level (or two, for two lines) in which the stretch around its leader is
free; it never covers a label, nor a leader of a higher one. The most salient come first, so they stand lowest and
straightest. What finds no room is not drawn here: it becomes a tick with a count.

Displacement is bounded by construction: a leader always ends under its own words.
"""

from bisect import bisect_right, insort
from collections.abc import Sequence
from dataclasses import dataclass

from timeline_app.draw.metrics import clean, width, wrap

AIR = 7.0
"""Least distance between two labels of one level, and of a label from the leader of another."""
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
    """How many levels may still be opened, in all lanes together, and how many one lane may have."""

    left: int
    a_lane: int


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


class Levels:
    """The levels over one lane, from `left` to `right`; level 0 is the lowest."""

    def __init__(self, left: float, right: float) -> None:
        self.left, self.right = left, right
        self._taken: list[list[tuple[float, float]]] = []

    def __len__(self) -> int:
        return len(self._taken)

    def place(self, x: float, ways: Sequence[Words], budget: Budget) -> Place | None:
        """Take the best free place for a leader at `x`, and the levels it needs from the budget."""
        best: tuple[float, Place] | None = None
        top = min(budget.a_lane, len(self._taken) + budget.left)
        free: list[tuple[float, float]] = []
        for level in range(top):
            stretch = self._free(level, x)
            if stretch is None:  # a label lies on the way up
                break
            free.append(stretch)
        for words in ways:
            high = len(words.lines)
            for level in range(len(free) - high + 1):
                left = max(free[at][0] for at in range(level, level + high))
                right = min(free[at][1] for at in range(level, level + high))
                if right - left < words.width:
                    continue
                start, align, cost = _beside(x, words.width, left, right)
                cost += level + 0.9 * (high - 1) + 1.2 * max(level + high - len(self._taken), 0)
                if best is None or cost < best[0]:
                    best = cost, Place(level, words, start, align)
                break
        if best is None:
            return None
        place = best[1]
        high = len(place.words.lines)
        opened = max(place.level + high - len(self._taken), 0)
        budget.left -= opened
        self._taken += [[] for _ in range(opened)]
        for level in range(place.level):
            insort(self._taken[level], (x - AIR, x + AIR))
        for level in range(place.level, place.level + high):
            insort(self._taken[level], (place.left - AIR, place.left + place.words.width + AIR))
        return place

    def _free(self, level: int, x: float) -> tuple[float, float] | None:
        """The free stretch around `x`; `None` where something stands there. Leaders may stand close to each other."""
        if level >= len(self._taken):
            return self.left, self.right
        taken = self._taken[level]
        at = bisect_right(taken, (x, float("inf")))
        left = max((end for _, end in taken[max(at - 4, 0) : at]), default=self.left)
        right = taken[at][0] if at < len(taken) else self.right
        return None if left > x or right < x else (max(left, self.left), min(right, self.right))


def _beside(x: float, wide: float, left: float, right: float) -> tuple[float, str, float]:
    """Left edge of the words, their alignment, and what a departure from the plain flag costs."""
    if x + wide <= right:
        return x, "left", 0.0
    if x - wide >= left:
        return x - wide, "right", 0.35
    start = min(max(x, left), right - wide)
    return start, "center", 0.9
