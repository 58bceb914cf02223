"""Days to pixels. All three scales are one thing: straight lines between knots, rising from left to right.

    linear      two knots
    compressed  a long stretch in which nothing begins or ends takes `GAP` pixels, however long it was
    steps       the moments of the events stand at even distances: order without duration

A day is a proleptic ordinal (`date.toordinal`) as a float; 0.5 more is its noon.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

GAP = 50.0
"""Pixels that a compressed stretch takes."""
_LONG = 1 / 16
"""A stretch without beginnings and ends is compressed when it takes more than this share of the window."""


@dataclass(frozen=True, slots=True)
class Scale:
    """A monotone map; `gaps` are the stretches (first and last day) that are drawn shorter than they were."""

    days: tuple[float, ...]
    pixels: tuple[float, ...]
    gaps: tuple[tuple[float, float], ...] = ()

    def x(self, day: float) -> float:
        return _interpolate(day, self.days, self.pixels)

    def day(self, x: float) -> float:
        """The day at a pixel: what a stretch chosen on the chart stands for."""
        return _interpolate(x, self.pixels, self.days)


def _interpolate(value: float, knots: tuple[float, ...], images: tuple[float, ...]) -> float:
    at = min(max(bisect_right(knots, value), 1), len(knots) - 1)
    low, high = knots[at - 1], knots[at]
    return images[at - 1] + (value - low) / (high - low) * (images[at] - images[at - 1])


def linear(first: float, last: float, left: float, right: float) -> Scale:
    return Scale((first, last), (left, right))


def compressed(moments: Sequence[float], first: float, last: float, left: float, right: float) -> Scale:
    """`moments` are the days on which something begins, happens or ends."""
    margin = (last - first) / 200
    inner = sorted({first, last, *(day for day in moments if first <= day <= last)})
    gaps = [
        (one + margin, two - margin) for one, two in pairwise(inner) if two - one - 2 * margin > (last - first) * _LONG
    ]
    free = (right - left) - GAP * len(gaps)
    length = (last - first) - sum(two - one for one, two in gaps)
    if not gaps or free < (right - left) / 3 or length <= 0:
        return linear(first, last, left, right)
    days, pixels = [first], [left]
    for one, two in gaps:
        at = pixels[-1] + (one - days[-1]) / length * free
        days += [one, two]
        pixels += [at, at + GAP]
    return Scale((*days, last), (*pixels, right), tuple(gaps))


def steps(moments: Sequence[float], first: float, last: float, left: float, right: float) -> Scale:
    """`moments` are the days on which something happens or begins."""
    inner = sorted({day for day in moments if first < day < last})
    if not inner:
        return linear(first, last, left, right)
    days = (first, *inner, last)
    apart = (right - left) / (len(days) - 1)
    return Scale(days, tuple(left + apart * at for at in range(len(days))))
