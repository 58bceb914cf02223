"""Towns of the world, for texts that go beyond the places of their data package.

The list is `towns.tsv`, largest first, made by `benchmarks/towns.py` from GeoNames (CC BY 4.0, see `towns.md`). A name
alone proves little: there is a Tripoli in Lebanon, and Bouna, Say and Man are words and people too. So a town is
believed where the text tells of its country, or where everybody knows it.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from timeline_app.extract.words.folding import fold
from timeline_app.model import Place

_KNOWN_TO_ALL = 1_000
"""Thousands of people with which a town needs no country named beside it."""
_SHORT = 3
"""Letters up to which a name is believed only behind a word like "in"."""


@dataclass(frozen=True, slots=True)
class Town:
    """A place and its people in thousands."""

    place: Place
    people: int


@cache
def towns() -> dict[str, tuple[Town, ...]]:
    """All towns by their folded name, the largest of a name first."""
    found: dict[str, tuple[Town, ...]] = {}
    for line in files("timeline_app.extract.names").joinpath("towns.tsv").read_text("utf-8").splitlines():
        name, country, lat, lon, people = line.split("\t")
        town = Town(Place(name=name, country=country, lat=float(lat), lon=float(lon)), int(people))
        found[fold(name)] = (*found.get(fold(name), ()), town)
    return found


def believed(named: Sequence[Town], told: Collection[str], *, located: bool) -> Place | None:
    """The town that a name means in a text that tells of these countries, or none; `located` behind "in" and such."""
    if not located and len(named[0].place.name) <= _SHORT:
        return None
    there = next((town for town in named if town.place.country in told), None)
    if there is None and named[0].people >= _KNOWN_TO_ALL:
        there = named[0]
    return there.place if there else None
