"""Events counted by period and kind: the columns of a dense chart, and the overview under it."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

import numpy as np

from timeline_app.draw.axis import UNITS, Unit, starts
from timeline_app.draw.geometry import Bin, Rect
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


def edges_of(unit: Unit, first: date, last: date) -> list[int]:
    """Ordinals at which periods begin, from `first` to the day after `last`."""
    inner = [start.toordinal() for start in starts(unit, first, last)]
    return sorted({first.toordinal(), *inner, last.toordinal() + 1})


def tally(days: Sequence[float], kinds: Sequence[Kind], edges: Sequence[int]) -> np.ndarray:
    """Counts by period (rows) and kind (columns, in the order of `Kind`); days outside the edges are left out."""
    at = np.searchsorted(np.asarray(edges, dtype=float), np.asarray(days, dtype=float), side="right") - 1
    kind = np.fromiter((_INDEX[kind] for kind in kinds), dtype=np.int64, count=len(kinds))
    inside = (at >= 0) & (at < len(edges) - 1)
    flat = np.bincount(at[inside] * len(KINDS) + kind[inside], minlength=(len(edges) - 1) * len(KINDS))
    return flat.reshape(len(edges) - 1, len(KINDS))


def columns(
    counts: np.ndarray, edges: Sequence[int], scale: Scale, *, lane: int | None, bottom: float, a_event: float
) -> list[Bin]:
    """The counts as stacked columns on `bottom`, `a_event` pixels for each event and no piece thinner than a pixel."""
    found = []
    for (start, end), row in zip(pairwise(edges), counts, strict=True):
        base = bottom
        left, right = scale.x(start), scale.x(end)
        gap = min(1.0, (right - left) / 4)
        for at in row.nonzero()[0]:
            high = max(float(row[at]) * a_event, 1.0)
            found.append(
                Bin(
                    lane=lane,
                    rect=Rect(left, base - high, right - gap, base),
                    kind=KINDS[at],
                    count=int(row[at]),
                    first=date.fromordinal(start),
                    last=date.fromordinal(end - 1),
                )
            )
            base -= high
    return found
