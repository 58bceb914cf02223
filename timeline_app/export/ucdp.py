"""UCDP GED and Candidate events (Uppsala Conflict Data Program, CC BY 4.0): 49 columns, with a header or without."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from timeline_app.dates import FuzzyDate, week_of
from timeline_app.errors import ExportError
from timeline_app.export.clean import clean
from timeline_app.export.countries import code_of
from timeline_app.export.imported import Imported, gather
from timeline_app.export.record import read_day, read_fatalities, read_number
from timeline_app.export.rows import Cells, by_name, csv_rows, unread
from timeline_app.model import Claim, Event, Kind, Source

COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id",
    "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a",
    "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office", "source_date",
    "source_headline", "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2",
    "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region", "event_clarity",
    "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best",
    "high", "low", "gwnoa", "gwnob",
)  # fmt: skip

ORIGIN = "ucdp"

TERMS = "UCDP GED is licensed CC BY 4.0: name the Uppsala Conflict Data Program wherever you show these events."

_PRECISIONS = {
    "1": "the day is known",
    "2": "a stretch of two to six days is known",
    "3": "the week is known",
    "4": "the month is known",
    "5": "a stretch of more than a month, up to a year, is known",
}


def read(data: bytes) -> Imported:
    rows = list(csv_rows(data))
    first = next((cells for _, cells in rows if isinstance(cells, list)), [])
    header = [name.strip().lower() for name in first]
    if "date_start" in header:
        names, rows = header, [row for row in rows if row[1] is not first]
    elif len(first) == len(COLUMNS) and first[0].strip().isdigit():  # some Candidate releases come without a header
        names = list(COLUMNS)
    else:
        raise ExportError(f"the CSV is not of UCDP: it needs a header with date_start, or {len(COLUMNS)} columns")
    return gather(rows, partial(_row, names), notes=[TERMS, *unread(names, READ)])


READ = (
    "id", "type_of_violence", "conflict_name", "side_a", "side_b", "source_office", "source_date", "source_headline",
    "where_coordinates", "where_description", "latitude", "longitude", "country", "event_clarity", "date_prec",
    "date_start", "date_end", "best", "high", "low",
)  # fmt: skip
"""The columns that something is read from."""


def _row(names: Sequence[str], cells: Cells) -> Event:
    """No cell may be missing: a row that is cut off has lost its deaths, which stand at its end."""
    if isinstance(cells, list) and len(cells) < len(names):
        raise ValueError(f"has {len(cells)} cells, not {len(names)}")
    return by_name(names, _event)(cells)


def _event(cells: Mapping[str, str]) -> Event:
    row = {name: cell.strip() for name, cell in cells.items()}
    one_sided = row.get("type_of_violence") == "3"
    side_a, side_b = clean(row.get("side_a", "")), clean(row.get("side_b", ""))
    place = clean(row.get("where_coordinates", ""))
    country = code_of(row.get("country", ""))
    lat, lon = read_number(row, "latitude", 90), read_number(row, "longitude", 180)
    said = f"{side_a} against civilians" if one_sided else f"{side_a} – {side_b}"
    precision = row.get("date_prec") or "1"
    name = f"ucdp-{row['id']}"
    return Event(
        id=name,
        date=_date(read_day(row["date_start"]), read_day(row.get("date_end") or row["date_start"]), precision, row),
        label=f"{said}, {place}" if place else said,
        kind=Kind.ATTACK,
        summary=_summary(row, precision),
        actors=tuple(filter(None, (side_a,) if one_sided else (side_a, side_b))),
        countries=(country,) if country else (),
        place=place,
        lat=lat if lon is not None else None,
        lon=lon if lat is not None else None,
        fatalities=read_fatalities(row.get("low") or row.get("best"), row.get("high") or row.get("best")),
        origin=ORIGIN,
        sources=(Source(outlet="UCDP GED", title=f"event {row['id']}"), *_sources(row)),
        claims=_best(name, row),
    )


def _date(first: date, last: date, precision: str, row: Mapping[str, str]) -> FuzzyDate:
    """UCDP's date precision over the stretch it gives; an event of clarity 2 sums up a stretch, so it lasted."""
    if precision not in _PRECISIONS:
        raise ValueError(f"date_prec {precision!r} is not 1 to 5")
    if first > last:
        raise ValueError(f"it ends on {last}, before it begins on {first}")
    if first != last and (precision == "1" or row.get("event_clarity") == "2"):
        return FuzzyDate.span(FuzzyDate.on(first), FuzzyDate.on(last))
    if precision == "3" and first == last:
        return FuzzyDate.within(*week_of(first))
    if precision in "45":
        unit = FuzzyDate.of(first.year, first.month) if precision == "4" else FuzzyDate.of(first.year)
        if first == last or (unit.earliest, unit.latest) == (first, last):
            return unit
    return FuzzyDate.within(first, last)


def _summary(row: Mapping[str, str], precision: str) -> str:
    deaths = (
        f"Deaths: best estimate {row['best']}, from {row.get('low')} to {row.get('high')}" if row.get("best") else ""
    )
    said = [row.get("conflict_name", ""), row.get("where_description", ""), deaths]
    said.append(f"Date precision {precision} of 5: {_PRECISIONS[precision]}")
    return clean(" ".join(f"{part.rstrip('.')}." for part in said if part))


def _best(event: str, row: Mapping[str, str]) -> tuple[Claim, ...]:
    """The best estimate, where it is not all there is to say."""
    best, low, high = (row.get(name, "") for name in ("best", "low", "high"))
    if not best or low == best == high:
        return ()
    return (Claim(event=event, field="fatalities", value=best, source="UCDP GED", note="best estimate"),)


def _sources(row: Mapping[str, str]) -> list[Source]:
    """The reports, where office, headline and date are as many as each other; else the offices alone."""
    offices, headlines, days = (
        [clean(part) for part in row.get(f"source_{name}", "").split(";") if part.strip()]
        for name in ("office", "headline", "date")
    )
    if len(offices) == len(headlines) == len(days):
        return [
            Source(outlet=office, title=headline, published=_published(day))
            for office, headline, day in zip(offices, headlines, days, strict=True)
        ]
    return [Source(outlet=office) for office in dict.fromkeys(offices)]


def _published(text: str) -> date | None:
    return read_day(text) if re.match(r"\d{4}-\d{2}-\d{2}", text) else None
