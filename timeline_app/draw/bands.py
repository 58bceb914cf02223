"""Periods as context: thin ribbons with a name, over the whole chart or at the foot of the lane they belong to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timeline_app.draw.geometry import Band, Rect
from timeline_app.draw.marks import times_of
from timeline_app.draw.metrics import clean, width
from timeline_app.draw.rows import Rows
from timeline_app.draw.scale import Scale
from timeline_app.model import Period
from timeline_app.wording import say_date

ROW = 17.0
"""Height of a row of ribbons; the ribbon itself leaves two pixels of it free."""
SIZE = 11.0
SIGN = 6.0
"""Room for the sign that a period goes on beyond its ribbon."""
_INSET = 6.0


@dataclass(frozen=True, slots=True)
class Ribbon:
    """A period along the axis and the row it is in; `name_left` is where its name begins, `None`: there is no room."""

    period: Period
    left: float
    right: float
    name_left: float | None
    row: int
    open_left: bool
    open_right: bool


def ribbons(periods: Sequence[Period], scale: Scale, now: float) -> list[Ribbon]:
    """Those that the window shows, in rows that keep them and their names apart, the earliest and longest on top."""
    start, end = scale.days[0], scale.days[-1]
    found = []
    for period in periods:
        times = times_of(period.date)
        first = times.first if times.first is not None else start
        last = times.last if times.last is not None else max(now, first + 1)
        if first < end and last > start:
            cut = (scale.x(max(first, start)), scale.x(min(last, end)))
            found.append((period, *cut, times.first is None or first < start, times.last is None or last > end))
    rows = Rows()
    found.sort(key=lambda one: (one[1], -one[2], one[0].label))
    drawn = []
    for period, left, right, open_left, open_right in found:
        wide = width(clean(period.label), SIZE)
        name = _beside(left, right, wide, scale.pixels[0], scale.pixels[-1], before=SIGN if open_left else 0.0)
        reach = (left, right) if name is None else (min(left, name - _INSET), max(right, name + wide + _INSET))
        drawn.append(Ribbon(period, left, right, name, rows.put(reach[0], reach[1] + 1), open_left, open_right))
    return drawn


def _beside(left: float, right: float, wide: float, first: float, last: float, *, before: float) -> float | None:
    """Where a name begins: in the ribbon and `before` it room for a sign, else behind it, else before it."""
    if before + wide + 2 * _INSET + SIGN <= right - left:
        return left + _INSET + before
    if right + _INSET + wide <= last:
        return right + _INSET
    return left - _INSET - wide if left - _INSET - wide >= first else None


def by_lane(periods: Sequence[Period], lane_of: Mapping[str, int]) -> dict[int | None, list[Period]]:
    """Periods of the whole chart (`None`) and of each lane; those of a lane that is not drawn are left out."""
    found: dict[int | None, list[Period]] = {None: [one for one in periods if not one.lane]}
    for period in periods:
        if period.lane in lane_of and period.lane:
            found.setdefault(lane_of[period.lane], []).append(period)
    return found


def draw(found: Sequence[Ribbon], top: float, lane: int | None) -> list[Band]:
    """The ribbons below `top`, with their names where those fit."""
    drawn = []
    for one in found:
        label = clean(one.period.label)
        rect = Rect(one.left, top + one.row * ROW + 1, one.right, top + (one.row + 1) * ROW - 1)
        box = None
        if one.name_left is not None:
            box = Rect(one.name_left, rect.top, one.name_left + width(label, SIZE), rect.bottom)
        drawn.append(
            Band(
                label=label,
                told=f"{label}: {say_date(one.period.date)}",
                lane=lane,
                rect=rect,
                box=box,
                open_left=one.open_left,
                open_right=one.open_right,
            )
        )
    return drawn


def tips(band: Band) -> list[tuple[float, str]]:
    """Where a chevron tells that a period goes on beyond its ribbon, and to which side."""
    left = [(band.rect.left + 3.0, "left")] if band.open_left else []
    return left + ([(band.rect.right - 3.0, "right")] if band.open_right else [])


def height(found: Sequence[Ribbon]) -> float:
    """Height of all the rows."""
    return (max((one.row for one in found), default=-1) + 1) * ROW
