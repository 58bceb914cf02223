"""Make `countries.json` from the TopoJSON of the npm package `world-atlas` (Natural Earth, public domain).

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python timeline_app/draw/world/convert.py package/countries-50m.json

Lines that two countries share are simplified once, so that no gap opens between them.
"""

import json
import sys
from pathlib import Path

from babel.core import get_global

TOLERANCE = 0.04
"""Degrees by which a line may move (some 4 km)."""
NO_NUMBER = {"Kosovo": "XK"}
"""Countries for which Natural Earth gives no ISO number but people use a code."""

Point = tuple[float, float]


def decode(topology: dict) -> list[list[Point]]:
    """The arcs of a quantized TopoJSON as longitudes and latitudes."""
    (scale_x, scale_y), (shift_x, shift_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((x * scale_x + shift_x, y * scale_y + shift_y))
        arcs.append(line)
    return arcs


def simplify(line: list[Point]) -> list[Point]:
    """Douglas and Peucker's way of leaving out points; the ends stay."""
    keep = {0, len(line) - 1}
    parts = [(0, len(line) - 1)]
    while parts:
        first, last = parts.pop()
        (x0, y0), (x1, y1) = line[first], line[last]
        long = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
        farthest, where = 0.0, None
        for at in range(first + 1, last):
            x, y = line[at]
            away = (
                abs((x1 - x0) * (y0 - y) - (x0 - x) * (y1 - y0)) / long
                if long
                else ((x - x0) ** 2 + (y - y0) ** 2) ** 0.5
            )
            if away > farthest:
                farthest, where = away, at
        if where is not None and farthest > TOLERANCE:
            keep.add(where)
            parts += [(first, where), (where, last)]
    return [line[at] for at in sorted(keep)]


def ring(indices: list[int], arcs: list[list[Point]]) -> list[list[float]]:
    points: list[Point] = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += arc if not points else arc[1:]
    return [[round(x, 2), round(y, 2)] for x, y in points]


def main(path: str) -> None:
    topology = json.loads(Path(path).read_text(encoding="utf-8"))
    arcs = [simplify(arc) for arc in decode(topology)]
    codes = {number: found[0] for number, found in get_global("territory_aliases").items() if number.isdigit()}
    shapes: dict[str, list] = {}
    for country in topology["objects"]["countries"]["geometries"]:
        code = codes.get(country.get("id", ""), NO_NUMBER.get(country["properties"]["name"]))
        groups = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
        polygons = [[ring(part, arcs) for part in group] for group in groups]
        polygons = [[one for one in polygon if len(one) > 3] for polygon in polygons]
        if code and any(polygons):
            shapes.setdefault(code, []).extend(polygon for polygon in polygons if polygon)
    text = json.dumps(dict(sorted(shapes.items())), separators=(",", ":"))
    (Path(__file__).parent / "countries.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
