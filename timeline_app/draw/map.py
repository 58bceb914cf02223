"""Events on a map, without any request: countries by how many events they have, and the places of events.

The outlines are the project's own (`world/`). Plotly's `geo` would fetch a world of its own from a server even when it
shows none of it; `MAP_CONFIG` hands it an empty one.
"""

import json
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from html import escape
from typing import Any
from urllib.parse import quote

from timeline_app.draw.chart import count
from timeline_app.draw.figure import CONFIG, FONT
from timeline_app.draw.lanes import country_name
from timeline_app.draw.metrics import clean
from timeline_app.draw.theme import Theme, mix
from timeline_app.draw.world_view import View, box_of, ground, name_spots, outlines, overlap, view, within
from timeline_app.model import Event

_LAYERS = ("coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits")
_EMPTY = {
    "type": "Topology",
    "objects": {name: {"type": "GeometryCollection", "geometries": []} for name in _LAYERS},
    "arcs": [],
}
MAP_CONFIG: Mapping[str, Any] = CONFIG | {
    "topojsonURL": "data:application/json," + quote(json.dumps(_EMPTY)) + "#",
    "scrollZoom": False,
    "modeBarButtonsToRemove": [*CONFIG["modeBarButtonsToRemove"], "toImage"],  # a picture without its caption
}
"""For `st.plotly_chart(config=...)`: `CONFIG`, and a world without land in place of the one on a server."""

_SHADES = 6
_FOOT = 24.0
"""Room below the map for what lies outside of it."""


def map_figure(
    events: Sequence[Event],
    theme: Theme,
    *,
    width: float,
    height: float = 480.0,
    chosen: str = "",
    focus: Collection[str] = (),
    names: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """A plain Plotly dict. `customdata[0]` is `country:ML` on a country and `place:NAME` on a place.

    A country's shade is by rank of its count. Countries that have events and lie outside the view, or hold the place
    of one, are named below the map: nothing is left out silently. `chosen` is the id of an event whose place is ringed,
    `focus` the countries that the reader has chosen, `names` what the data package calls countries.
    """
    names = names or {}
    seen = view(events, width, height - _FOOT, focus)
    counts = Counter(code for one in events for code in set(one.countries))
    inside = [code for code in outlines() if overlap(box_of(code), seen)]
    dots = [(one.lon, one.lat) for one in events if one.lon is not None and one.lat is not None]
    shown = {code: counts[code] for code in inside if counts[code]}
    named = name_spots(shown, seen, sorted(set(dots)), (seen.east - seen.west) / width, names)
    traces = [
        _land([code for code in inside if not counts[code]], theme),
        _counted([code for code in inside if counts[code]], counts, theme, names),
        _names(named, counts, theme, names),
        *_places(events, seen, theme, chosen),
    ]
    outside = Counter(code for one in events for code in _beyond(one, seen, inside))
    cut = Counter({code: outside.pop(code) for code in inside if code in outside})
    return {
        "data": [trace for trace in traces if trace],
        "layout": {
            "width": width,
            "height": height,
            "autosize": False,
            "margin": {"l": 0, "r": 0, "t": 0, "b": _FOOT},
            "paper_bgcolor": theme.paper,
            "font": {"family": FONT, "size": 12, "color": theme.ink},
            "showlegend": False,
            "dragmode": "pan",
            "uirevision": "map",
            "hoverlabel": {
                "bgcolor": theme.paper,
                "bordercolor": theme.line,
                "align": "left",
                "font": {"family": FONT, "size": 12, "color": theme.ink},
            },
            "geo": {
                "visible": False,
                "bgcolor": theme.stripe,
                "projection": {"type": "mercator"},
                "lonaxis": {"range": [seen.west, seen.east]},
                "lataxis": {"range": [seen.south, seen.north]},
            },
            "annotations": [_elsewhere(outside, cut, theme, names)] if outside or cut else [],
        },
    }


def _collection(codes: Sequence[str]) -> dict[str, Any]:
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "id": code,
                "properties": {},
                "geometry": {"type": "MultiPolygon", "coordinates": outlines()[code]},
            }
            for code in codes
        ],
    }


def _choropleth(codes: Sequence[str], z: Sequence[float], scale: list[list[Any]], line: str) -> dict[str, Any] | None:
    if not codes:
        return None
    return {
        "type": "choropleth",
        "geojson": _collection(codes),
        "locations": list(codes),
        "z": list(z),
        "zmin": 0,
        "zmax": 1,
        "colorscale": scale,
        "showscale": False,
        "marker": {"line": {"color": line, "width": 0.8}},
    }


def _land(codes: Sequence[str], theme: Theme) -> dict[str, Any] | None:
    """Neighbours without an event: plain land."""
    trace = _choropleth(codes, [0.0] * len(codes), [[0, theme.band], [1, theme.band]], theme.paper)
    return trace and trace | {"hoverinfo": "skip"}


def _counted(
    codes: Sequence[str], counts: Mapping[str, int], theme: Theme, names: Mapping[str, str]
) -> dict[str, Any] | None:
    """Shades of one colour by rank of the count, so that one large count does not wash out the rest."""
    ranks = sorted({counts[code] for code in codes})
    share = {count: (at + 1) / len(ranks) for at, count in enumerate(ranks)}
    ramp = [mix(theme.accent, theme.band, 0.12 + 0.5 * at / (_SHADES - 1)) for at in range(_SHADES)]
    scale: list[list[Any]] = [[at / (_SHADES - 1), color] for at, color in enumerate(ramp)]
    trace = _choropleth(codes, [share[counts[code]] for code in codes], scale, theme.paper)
    return trace and trace | {
        "customdata": [[f"country:{code}"] for code in codes],
        "hovertext": [f"<b>{_called(code, names)}</b><br>{count(counts[code])}" for code in codes],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "unselected": {"marker": {"opacity": 1}},
    }


def _names(
    spots: Mapping[str, tuple[float, float]], counts: Mapping[str, int], theme: Theme, names: Mapping[str, str]
) -> dict[str, Any] | None:
    if not spots:
        return None
    return {
        "type": "scattergeo",
        "mode": "text",
        "lon": [lon for lon, _ in spots.values()],
        "lat": [lat for _, lat in spots.values()],
        "text": [f"<b>{_called(code, names)}</b><br>{counts[code]}" for code in spots],
        "textfont": {"size": 12, "color": theme.ink, "family": FONT},
        "hoverinfo": "skip",
    }


def _places(events: Sequence[Event], seen: View, theme: Theme, chosen: str) -> list[dict[str, Any]]:
    """One dot for each place, its area by the number of events."""
    at: dict[tuple[str, float, float], list[str]] = {}
    for one in events:
        if one.lon is not None and one.lat is not None and within((one.lon, one.lat), seen):
            at.setdefault((one.place, one.lon, one.lat), []).append(one.id)
    if not at:
        return []
    spots = sorted(at.items(), key=lambda spot: (-len(spot[1]), spot[0]))
    rings = [theme.ink if chosen in ids else theme.paper for _, ids in spots]
    return [
        {
            "type": "scattergeo",
            "mode": "markers",
            "lon": [lon for (_, lon, _), _ in spots],
            "lat": [lat for (_, _, lat), _ in spots],
            "marker": {
                "size": [round(5 + 3.2 * (len(ids) - 1) ** 0.5, 1) for _, ids in spots],
                "color": theme.accent,
                "opacity": 1,
                "line": {"color": rings, "width": [2.0 if ring == theme.ink else 1.0 for ring in rings]},
            },
            "customdata": [[f"place:{escape(place, quote=False)}"] for (place, _, _), _ in spots],
            "hovertext": [
                f"<b>{escape(clean(place), quote=False) or 'Unnamed place'}</b><br>{count(len(ids))}"
                for (place, _, _), ids in spots
            ],
            "hovertemplate": "%{hovertext}<extra></extra>",
            "unselected": {"marker": {"opacity": 1}},
        }
    ]


def _listed(counts: Counter[str], names: Mapping[str, str], most: int = 7) -> str:
    """Countries with their numbers, those with most events first."""
    codes = sorted(counts, key=lambda code: (-counts[code], code))
    if len(codes) == most + 1:  # "and 1 more" takes the room of a name
        most += 1
    said = ", ".join(f"{_called(code, names)} {counts[code]:,}" for code in codes[:most])
    return f"{said} and {len(codes) - most} more countries" if len(codes) > most else said


def _called(code: str, names: Mapping[str, str]) -> str:
    return escape(country_name(code, names), quote=False)


def _beyond(event: Event, seen: View, inside: Sequence[str]) -> set[str]:
    """Countries of an event that the map does not show, and the one that holds its place where that lies outside."""
    codes = {code for code in event.countries if code not in inside}
    if event.lon is None or event.lat is None or within((event.lon, event.lat), seen):
        return codes
    return codes | ({ground(event)} - {""})


def _elsewhere(counts: Counter[str], cut: Counter[str], theme: Theme, names: Mapping[str, str]) -> dict[str, Any]:
    """Countries that are not shown, and those of which the map shows a part and cuts off places."""
    parts = [_listed(counts, names), f"places in {_listed(cut, names)}" if cut else ""]
    return {
        "text": f"Outside the map: {' · '.join(filter(None, parts))}",
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 0,
        "yshift": -6,
        "xshift": 8,
        "xanchor": "left",
        "yanchor": "top",
        "showarrow": False,
        "font": {"size": 11, "color": theme.muted},
    }
