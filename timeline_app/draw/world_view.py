"""What part of the world a map shows, the outlines of countries in it, and where their names stand."""

import json
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import atan, degrees, exp, log, pi, radians, tan
from pathlib import Path

from timeline_app.draw.geometry import Rect
from timeline_app.draw.lanes import country_name
from timeline_app.draw.metrics import width as text_width
from timeline_app.model import Event

_MARGIN = 1.5
"""Degrees around the outermost places."""
_LEAST = 8.0
"""Least height of the view in degrees."""

Polygons = list[list[list[list[float]]]]


@dataclass(frozen=True, slots=True)
class View:
    """What the map shows, in degrees."""

    west: float
    south: float
    east: float
    north: float


@lru_cache
def outlines() -> Mapping[str, Polygons]:
    """Polygons of each country by its ISO code."""
    path = Path(__file__).parent / "world" / "countries.json"
    found: Mapping[str, Polygons] = json.loads(path.read_text(encoding="utf-8"))
    return found


@lru_cache
def box_of(code: str) -> View:
    """Around the largest part of a country: French Guiana does not move France."""
    rings = [polygon[0] for polygon in outlines()[code]]
    return _around(max(rings, key=_area))


def _area(ring: Sequence[Sequence[float]]) -> float:
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairs)) / 2


@lru_cache
def _spots(code: str) -> tuple[tuple[float, float], ...]:
    """Points of a grid over a country's largest part that lie in it: where its name could stand."""
    ring = max((polygon[0] for polygon in outlines()[code]), key=_area)
    box = box_of(code)
    grid = [(at + 0.5) / 9 for at in range(9)]
    points = [
        (box.west + x * (box.east - box.west), box.south + y * (box.north - box.south)) for x in grid for y in grid
    ]
    return tuple(point for point in points if _in_ring(point, ring)) or ((ring[0][0], ring[0][1]),)


def _in_ring(point: tuple[float, float], ring: Sequence[Sequence[float]]) -> bool:
    x, y = point
    crossed = False
    for (x0, y0), (x1, y1) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (y0 > y) != (y1 > y) and x < (x1 - x0) * (y - y0) / (y1 - y0) + x0:
            crossed = not crossed
    return crossed


def name_spots(
    counts: Mapping[str, int],
    seen: View,
    dots: Sequence[tuple[float, float]],
    pixel: float,
    names: Mapping[str, str] | None = None,
) -> dict[str, tuple[float, float]]:
    """Where names of countries stand, those with most events first: in the country, near its middle, away from dots.

    `pixel` is the size of one in degrees. A name that would touch another or the edge is left out: hover tells it.
    """
    found: dict[str, tuple[float, float]] = {}
    taken: list[Rect] = []
    for code in sorted(counts, key=lambda code: (-counts[code], code)):
        wide, high = pixel * (text_width(country_name(code, names), 12, bold=True) / 2 + 4), pixel * 18
        boxes = {
            spot: Rect(spot[0] - wide, spot[1] - high, spot[0] + wide, spot[1] + high)
            for spot in _spots(code)
            if seen.west + wide < spot[0] < seen.east - wide and seen.south + high < spot[1] < seen.north - high
        }
        free = [spot for spot, box in boxes.items() if not any(box.overlaps(one) for one in taken)]
        if free:
            x, y = (sum(one[at] for one in _spots(code)) / len(_spots(code)) for at in (0, 1))
            found[code] = min(free, key=lambda spot: (_unfit(spot, x, y, dots, 2 * wide), spot))
            taken.append(boxes[found[code]])
    return found


def _unfit(spot: tuple[float, float], x: float, y: float, dots: Sequence[tuple[float, float]], reach: float) -> float:
    """How badly a name stands: far from the middle, near to dots; names are wide, so what lies beside one is near."""
    near = min((max(abs(spot[0] - lon) / 1.6, abs(spot[1] - lat)) for lon, lat in dots), default=reach)
    return 2.5 * max(reach - near, 0.0) + ((spot[0] - x) ** 2 + (spot[1] - y) ** 2) ** 0.5


def ground(event: Event) -> str:
    """The country in which an event's place lies; empty where it has none or lies in no outline."""
    if event.lon is None or event.lat is None:
        return ""
    here = country_at(event.lon, event.lat)
    if here or not event.countries:
        return here
    # On a coast that the outlines cut short.
    point = event.lon, event.lat
    return next((code for code in event.countries if code in outlines() and within(point, _wider(box_of(code)))), "")


def _wider(box: View) -> View:
    return View(box.west - _MARGIN, box.south - _MARGIN, box.east + _MARGIN, box.north + _MARGIN)


@lru_cache(maxsize=4096)
def country_at(lon: float, lat: float) -> str:
    """ISO code of the country whose outline holds a point; empty: none does."""
    point = lon, lat
    return next((code for code, box, ring in _rings() if within(point, box) and _in_ring(point, ring)), "")


@lru_cache
def _rings() -> tuple[tuple[str, View, Sequence[Sequence[float]]], ...]:
    """Each part of each country with the box around it."""
    return tuple(
        (code, _around(polygon[0]), polygon[0]) for code, polygons in outlines().items() for polygon in polygons
    )


def _around(ring: Sequence[Sequence[float]]) -> View:
    return View(min(x for x, _ in ring), min(y for _, y in ring), max(x for x, _ in ring), max(y for _, y in ring))


def view(events: Sequence[Event], width: float, height: float, focus: Collection[str] = ()) -> View:
    """The part of the world to show, in the shape of the picture.

    `focus` are the countries that a reader has chosen: then it is these. Else it is where nearly all of it happens:
    places in the fewest countries near each other that hold nine of ten, or the countries themselves where no event
    has a place. One embassy in a far capital does not make a map of the world.
    """
    chosen = [code for code in focus if code in outlines()]
    points = [corner for code in chosen for corner in _corners(code)]
    if not points:
        points = _places(events)
    if not points:
        counts = Counter(code for one in events for code in one.countries if code in outlines())
        points = [corner for code, count in counts.items() for corner in _corners(code) for _ in range(count)]
    if not points:
        return View(-180.0, -60.0, 180.0, 80.0)
    cut = 0 if chosen else len(points) // 20
    xs, ys = sorted(x for x, _ in points), sorted(_up(y) for _, y in points)
    west, east = xs[cut] - _MARGIN, xs[-1 - cut] + _MARGIN
    south, north = ys[cut] - _MARGIN, ys[-1 - cut] + _MARGIN
    high = min(max(north - south, _LEAST, (east - west) * height / width), 2 * _up(80.0))
    wide = min(max(east - west, high * width / height), 360.0)
    x = min(max((west + east) / 2, wide / 2 - 180.0), 180.0 - wide / 2)
    y = min(max((south + north) / 2, high / 2 - _up(80.0)), _up(80.0) - high / 2)
    return View(x - wide / 2, _down(y - high / 2), x + wide / 2, _down(y + high / 2))


def _corners(code: str) -> list[tuple[float, float]]:
    box = box_of(code)
    return [(box.west, box.south), (box.east, box.north)]


def _places(events: Sequence[Event]) -> list[tuple[float, float]]:
    """Where events happened, in the countries that hold most of them until nine of ten are there.

    A country far from those, beyond a strip as wide as they are themselves, counts only with a quarter of all places:
    half a map of sea for two ministries would make all the others small.
    """
    found: dict[str, list[tuple[float, float]]] = {}
    for one in events:
        if one.lon is not None and one.lat is not None:
            found.setdefault(ground(one), []).append((one.lon, one.lat))
    every = sum(map(len, found.values()))
    points: list[tuple[float, float]] = []
    for _, there in sorted(found.items(), key=lambda one: (-len(one[1]), one[0])):
        if len(points) >= 0.9 * every:
            break
        if not points or 4 * len(there) >= every or not _far(there, points):
            points += there
    return points


def _far(there: Sequence[tuple[float, float]], points: Sequence[tuple[float, float]]) -> bool:
    """Whether the gap between two groups of points is wider, along one axis, than the second group is itself."""
    for axis in (0, 1):
        low, high = min(p[axis] for p in points), max(p[axis] for p in points)
        gap = max(low - max(p[axis] for p in there), min(p[axis] for p in there) - high)
        if gap > max(high - low, _LEAST):
            return True
    return False


def _up(latitude: float) -> float:
    """Mercator's ordinate in degrees: the map is as wide as high at the equator."""
    return degrees(log(tan(radians(min(max(latitude, -80.0), 80.0)) / 2 + pi / 4)))


def _down(ordinate: float) -> float:
    return degrees(2 * atan(exp(radians(ordinate))) - pi / 2)


def overlap(one: View, two: View) -> bool:
    return one.west < two.east and two.west < one.east and one.south < two.north and two.south < one.north


def within(point: tuple[float, float], seen: View) -> bool:
    return seen.west < point[0] < seen.east and seen.south < point[1] < seen.north
