"""No coverage is not calm: where in a lane no source tells of anything, the chart says so."""

from collections.abc import Mapping, Sequence
from datetime import date

from timeline_app.draw.geometry import Rect, Stretch
from timeline_app.draw.lanes import LANES
from timeline_app.draw.marks import times_of
from timeline_app.draw.scale import Scale
from timeline_app.model import Event

HORIZON = 365
"""Days around an event for which its sources count as watching the lane."""

Covered = Mapping[str, tuple[tuple[float, float], ...]]


def coverage(events: Sequence[Event], lanes: str, *, horizon: int = HORIZON) -> Covered:
    """The stretches, as days, in which some source tells of something in a lane, give or take `horizon` days.

    To be made from all events of the package, not from those that a filter left: a filter is no lack of sources. An
    event without any source covers nothing.
    """
    ends: dict[str, list[tuple[float, float]]] = {}
    for event in events:
        if not event.sources:
            continue
        times = times_of(event.date)
        known = [day for day in (times.first, times.last) if day is not None]
        for key in LANES[lanes](event):
            ends.setdefault(key, []).append((min(known) - horizon, max(known) + horizon))
    return {key: tuple(_joined(sorted(found))) for key, found in ends.items()}


def _joined(ordered: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    joined: list[tuple[float, float]] = []
    for first, last in ordered:
        if joined and first <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], last))
        else:
            joined.append((first, last))
    return joined


def uncovered(covered: Sequence[tuple[float, float]], scale: Scale, lane: int, rect: Rect, now: float) -> list[Stretch]:
    """The rest of the window up to now; what is thinner than three pixels is not drawn."""
    found = []
    start, end = scale.days[0], min(scale.days[-1], now)
    for first, last in zip((start, *(two for _, two in covered)), (*(one for one, _ in covered), end), strict=True):
        left, right = max(first, start), min(last, end)
        if left < right and scale.x(right) - scale.x(left) >= 3:
            found.append(
                Stretch(
                    lane=lane,
                    rect=Rect(scale.x(left), rect.top, scale.x(right), rect.bottom),
                    first=date.fromordinal(int(left)),
                    last=date.fromordinal(int(right) - 1),
                )
            )
    return found
