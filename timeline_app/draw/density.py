"""Events counted by period and kind: the columns of a dense chart, and the overview under it.

A date that is known less exactly than a column is wide belongs to none of them: such an event is shared out among the
columns between its earliest and its latest day, and drawn pale.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import numpy as np

from timeline_app.draw.axis import UNITS, Unit, starts
from timeline_app.draw.chart import Moment
from timeline_app.draw.geometry import Bin, Form, Rect
from timeline_app.draw.scale import Scale
from timeline_app.model import Kind

KINDS = tuple(Kind)
_INDEX = {kind: at for at, kind in enumerate(KINDS)}


def unit_of_bins(scale: Scale, least: float) -> Unit:
    """The finest unit that is at least `least` pixels wide."""
    days = scale.days[-1] - scale.days[0]
    pixels = scale.pixels[-1] - scale.pixels[0]
    usual = [unit for unit in UNITS if (unit.unit, unit.count) not in {("day", 2), ("day", 14), ("month", 6)}]
    return next((unit for unit in usual if unit.length / days * pixels >= least), usual[-1])


def unit_of_columns(scale: Scale) -> Unit:
    """The period of the columns of a crowded chart."""
    return unit_of_bins(scale, 10.0)


def edges_of(unit: Unit, first: date, last: date) -> list[int]:
    """Ordinals at which periods begin, from `first` to the day after `last`."""
    inner = [start.toordinal() for start in starts(unit, first, last)]
    return sorted({first.toordinal(), *inner, last.toordinal() + 1})


@dataclass(frozen=True, slots=True, eq=False)
class Counts:
    """Events by period (rows) and kind (columns, in the order of `Kind`); days outside the edges are left out.

    `sure` are those of which the period is known, `vague` the shares of the others.
    """

    edges: Sequence[int]
    sure: np.ndarray
    vague: np.ndarray

    @property
    def tallest(self) -> float:
        """Events in the fullest period."""
        return float((self.sure + self.vague).sum(axis=1).max())


def tally(found: Sequence[Moment], edges: Sequence[int]) -> Counts:
    """What lasted counts where it began, "by" and "after" a day at that day."""
    at = np.fromiter((one.times.moment for one in found), dtype=float, count=len(found))
    kind = np.fromiter((_INDEX[one.event.kind] for one in found), dtype=np.int64, count=len(found))
    imprecise = Form.IMPRECISE  # looked up once: there may be a hundred thousand events
    ends = [
        (index, times.first, times.last)
        for index, (_, times) in enumerate(found)
        if times.form is imprecise and times.first is not None and times.last is not None
    ]
    table = np.array(ends, dtype=float).reshape(-1, 3)
    grid = np.asarray(edges, dtype=float)
    # In one period from the first to the last day?
    wide = np.searchsorted(grid, table[:, 1], side="right") != np.searchsorted(grid, table[:, 2], side="left")
    sure = np.ones(len(found), dtype=bool)
    sure[table[wide, 0].astype(np.int64)] = False
    vague = np.zeros((len(edges) - 1, len(KINDS)))
    for number in np.unique(kind[~sure]):
        mine = table[wide][kind[table[wide, 0].astype(np.int64)] == number]
        vague[:, number] = _shares(mine[:, 1], mine[:, 2], grid)
    period = np.searchsorted(grid, at, side="right") - 1
    inside = sure & (period >= 0) & (period < len(edges) - 1)
    flat = np.bincount(period[inside] * len(KINDS) + kind[inside], minlength=(len(edges) - 1) * len(KINDS))
    return Counts(edges, flat.reshape(len(edges) - 1, len(KINDS)), vague)


def _shares(first: np.ndarray, last: np.ndarray, edges: np.ndarray) -> np.ndarray:
    """Events spread evenly from `first` to `last`, summed by period."""
    rate = 1 / (last - first)

    def passed(starts: np.ndarray) -> np.ndarray:
        """At each edge, the sum of `rate` times the days since each of the starts before it."""
        order = np.argsort(starts)
        at = np.searchsorted(starts[order], edges)
        rates = np.concatenate(([0.0], np.cumsum(rate[order])))
        days = np.concatenate(([0.0], np.cumsum((rate * (starts - edges[0]))[order])))
        return np.asarray((edges - edges[0]) * rates[at] - days[at])

    return np.diff(passed(first) - passed(last)).clip(0)


def columns(counts: Counts, scale: Scale, *, lane: int | None, bottom: float, a_event: float) -> list[Bin]:
    """The counts as stacked columns on `bottom`, `a_event` pixels for each event.

    No piece of what is sure is thinner than a pixel; the pale ones stand on top of them, as thin as they come.
    """
    found = []
    for (start, end), sure, vague in zip(pairwise(counts.edges), counts.sure, counts.vague, strict=True):
        base = bottom
        left, right = scale.x(start), scale.x(end)
        gap = min(1.0, (right - left) / 4)
        pieces = [(at, float(sure[at]), False) for at in sure.nonzero()[0]]
        pieces += [(at, float(vague[at]), True) for at in (vague > 1e-6).nonzero()[0]]
        for at, number, pale in pieces:
            high = number * a_event if pale else max(number * a_event, 1.0)
            found.append(
                Bin(
                    lane=lane,
                    rect=Rect(left, base - high, right - gap, base),
                    kind=KINDS[at],
                    count=number,
                    first=date.fromordinal(start),
                    last=date.fromordinal(end - 1),
                    vague=pale,
                )
            )
            base -= high
    return found
