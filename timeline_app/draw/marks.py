"""What is drawn for one event: marker, whisker or bar, and where along the axis.

Honest dates: an exact day is a point; a date known less exactly is a point somewhere on a whisker; only what lasted is
a bar, and the ends of a bar that are known to the month are soft for that month.
"""

from dataclasses import dataclass, replace
from functools import lru_cache

from timeline_app.dates import FuzzyDate, Shape
from timeline_app.draw.geometry import Form
from timeline_app.draw.scale import Scale

RADIUS = {1: 4.0, 2: 5.0, 3: 6.0}
"""Half the size of a marker by salience, in pixels."""
BAR, NAMED_BAR = 4.5, 7.5
"""Half the height of a bar, and of one that carries its label."""
THINNEST = 5.0
"""Least length of a bar: a few days stay an upright sliver, never a stretch of months."""
LEAST_OPEN = 13.0
"""Least length of a bar that goes on: room for its arrow."""
FADE = 26.0
"""Length over which an open end fades into an arrow."""
OPEN = 46.0
"""Length of a whisker whose other end nobody knows."""
GLYPH = 8.0
"""Room for the symbol of its kind in a bar."""
CUT = 6.0
"""Room at the edge of the window for the sign that something goes on beyond it."""
TILDE = 10.0
"""Room for the "~" of an approximate date: right of it, else left of it, else on its whisker."""


def glyph_at(left: float, right: float, solid_left: float, solid_right: float, *, cut: bool) -> float | None:
    """Where in a bar the symbol of its kind stands; `None`: it is too short."""
    begin = max(solid_left, left + 2 * CUT) if cut else solid_left
    return begin + 2 + GLYPH / 2 if min(solid_right, right) - begin >= GLYPH + 6 else None


@dataclass(frozen=True, slots=True)
class Times:
    """Moments of a date as days; `None` is an open end. `first_sure` to `last_sure` is the certain part of a span."""

    form: Form
    first: float | None
    last: float | None
    first_sure: float
    last_sure: float
    moment: float
    """Where a marker stands: the middle of the day or of the stretch, the start of a span, the end that is known."""


@lru_cache(maxsize=65536)
def times_of(when: FuzzyDate) -> Times:
    first = float(when.earliest.toordinal()) if when.earliest else None
    last = float(when.latest.toordinal()) + 1.0 if when.latest else None
    if when.shape is not Shape.SPAN:
        form = Form.EXACT if when.exact else Form.IMPRECISE
        known = first if first is not None else last
        assert known is not None, "a date has one end at least"
        moment = known if first is None or last is None else (first + last) / 2
        return Times(form, first, last, known, last if last is not None else known, moment)
    left, _, right = when.edtf.partition("/")
    begin = FuzzyDate.parse(left).latest if first is not None else None
    end = FuzzyDate.parse(right).earliest if last is not None else None
    # A day is solid from its beginning to its end; a month or year as an end is soft all through.
    sure_from = first if begin is None or begin == when.earliest else float(begin.toordinal()) + 1.0
    sure_to = last if end is None or end == when.latest else float(end.toordinal())
    inside = [day for day in (sure_from, sure_to, first, last) if day is not None]
    return Times(
        Form.SPAN,
        first,
        last,
        sure_from if sure_from is not None else inside[0],
        sure_to if sure_to is not None else inside[0],
        first if first is not None else inside[-1],
    )


@dataclass(frozen=True, slots=True)
class Extent:
    """An event along the axis, in pixels, cut to the window; see `Mark` for the words."""

    form: Form
    x: float
    left: float
    right: float
    solid_left: float
    solid_right: float
    open_left: bool = False
    open_right: bool = False
    cut_left: bool = False
    cut_right: bool = False
    tilde: float | None = None


def extent(times: Times, scale: Scale, *, now: float, radius: float, approximate: bool = False) -> Extent:
    """Where a date lies on the scale; `now` closes what still goes on."""
    found = _extent(times, scale, now, radius)
    if not approximate:
        return found
    left, right = found.left, found.right
    if found.form is not Form.SPAN:
        left, right = min(left, found.x - radius), max(right, found.x + radius)
    if right + TILDE <= scale.pixels[-1]:
        return replace(found, tilde=right + TILDE / 2)
    if left - TILDE >= scale.pixels[0]:
        return replace(found, tilde=left - TILDE / 2)
    return replace(found, tilde=min(found.x + radius + TILDE / 2, scale.pixels[-1] - TILDE / 2))


def _extent(times: Times, scale: Scale, now: float, radius: float) -> Extent:
    start, end = scale.days[0], scale.days[-1]
    left_edge, right_edge = scale.pixels[0], scale.pixels[-1]

    def at(day: float) -> float:
        return scale.x(min(max(day, start), end))

    open_left, open_right = times.first is None, times.last is None
    cut_left = times.first is not None and times.first < start
    cut_right = times.last is not None and times.last > end
    ends = (open_left, open_right, cut_left, cut_right)
    # A marker leaves room for the sign that its whisker is cut.
    lowest = left_edge + radius + (CUT if cut_left else 0.0)
    highest = right_edge - radius - (CUT if cut_right else 0.0)

    def marker(x: float) -> float:
        return min(max(x, lowest), highest) if lowest <= highest else (left_edge + right_edge) / 2

    if times.form is Form.EXACT:
        assert times.first is not None, "an exact day has both ends"
        x = min(max(at(times.first + 0.5), left_edge + radius), right_edge - radius)
        return Extent(Form.EXACT, x, x, x, x, x)
    if times.form is Form.IMPRECISE:
        if open_left or open_right:
            known = marker(at(times.first_sure))
            left = left_edge if cut_left else max(known - OPEN, left_edge) if open_left else known
            right = right_edge if cut_right else min(known + OPEN, right_edge) if open_right else known
            return Extent(Form.IMPRECISE, known, left, right, left, right, *ends)
        assert times.first is not None and times.last is not None, "both ends are known here"  # noqa: PT018
        left, right = at(times.first), at(times.last)
        return Extent(Form.IMPRECISE, marker((left + right) / 2), left, right, left, right, *ends)
    first = times.first if times.first is not None else start
    last = times.last if times.last is not None else max(now, first + 1)
    left, right = at(first), at(last)
    least = LEAST_OPEN if any(ends) else THINNEST
    if right - left < least:  # a bar never gets too short to see or to click
        half = least / 2
        middle = min(max((left + right) / 2, left_edge + half), right_edge - half)
        left, right = middle - half, middle + half
        return Extent(Form.SPAN, left, left, right, left, right, *ends)
    solid_left = min(max(at(times.first_sure), left), right) if not open_left else left
    solid_right = max(min(at(times.last_sure), right), left) if not open_right else right
    if solid_left > solid_right:
        solid_left = solid_right = (left + right) / 2
    return Extent(Form.SPAN, left, left, right, solid_left, solid_right, *ends)
