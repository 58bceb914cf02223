"""A user's own export from ACLED (Armed Conflict Location & Event Data), 31 columns, read for the screen.

Its terms allow a picture of the events with attribution, but no copy of the rows: the events are of origin "acled",
which the exports of data leave out.
"""

import re
from collections.abc import Mapping
from datetime import date

from timeline_app.dates import FuzzyDate, week_of
from timeline_app.errors import ExportError
from timeline_app.export.clean import clean
from timeline_app.export.countries import code_of
from timeline_app.export.imported import Imported, gather
from timeline_app.export.record import content_id, read_day, read_fatalities, read_number
from timeline_app.export.rows import by_name, csv_records, unread
from timeline_app.model import Event, Kind, Source

ORIGIN = "acled"

TERMS = (
    "ACLED's terms of use allow you to show these events with attribution, not to pass on its rows: "
    "they are kept out of exports of data."
)

_KINDS = {
    "battles": Kind.ATTACK,
    "explosions/remote violence": Kind.ATTACK,
    "violence against civilians": Kind.ATTACK,
    "protests": Kind.PROTEST,
    "riots": Kind.PROTEST,
    "strategic developments": Kind.POLITICS,
}
_SUB_KINDS = {
    "agreement": Kind.AGREEMENT,
    "headquarters or base established": Kind.DEPLOYMENT,
    "non-violent transfer of territory": Kind.WITHDRAWAL,
    "looting/property destruction": Kind.ATTACK,
    "disrupted weapons use": Kind.ATTACK,
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WRITTEN = re.compile(r"(\d{1,2})[ -]([A-Za-z]{3})[a-z]*[ -](\d{4})", re.ASCII)


def read(data: bytes) -> Imported:
    header, rows, notes = csv_records(data)
    names = [name.lower() for name in header]
    if not {"event_date", "event_type"} <= set(names):
        raise ExportError("the CSV has no columns event_date and event_type: give an export of ACLED with its header")
    return gather(rows, by_name(names, _event), notes=[TERMS, *notes, *unread(names, READ)])


READ = (
    "event_id_cnty", "event_date", "time_precision", "event_type", "sub_event_type", "actor1", "actor2", "iso",
    "country", "location", "latitude", "longitude", "source", "notes", "fatalities",
)  # fmt: skip
"""The columns that something is read from."""


def _event(cells: Mapping[str, str]) -> Event:
    row = {name: cell.strip() for name, cell in cells.items()}
    when = _date(_day(row["event_date"]), (row.get("time_precision") or "1").removesuffix(".0"))
    event_type, sub_type = row["event_type"], row.get("sub_event_type", "")
    sides = tuple(filter(None, (_actor(row.get("actor1", "")), _actor(row.get("actor2", "")))))
    place = clean(row.get("location", ""))
    country = code_of(row.get("iso", "")) or code_of(row.get("country", ""))
    lat, lon = read_number(row, "latitude", 90), read_number(row, "longitude", 180)
    outlets = [clean(name) for name in row.get("source", "").split(";")]
    said = f"{sub_type or event_type}: {' – '.join(sides)}" if sides else sub_type or event_type
    number = row.get("event_id_cnty") or content_id(*row.values())
    return Event(
        id=f"acled-{re.sub('[^a-z0-9]+', '-', number.lower())}",
        date=when,
        label=clean(f"{said}, {place}" if place else said),
        kind=_SUB_KINDS.get(sub_type.lower()) or _kind(event_type),
        summary=clean(row.get("notes", "")),
        actors=tuple(dict.fromkeys(sides)),
        countries=(country,) if country else (),
        place=place,
        lat=lat if lon is not None else None,
        lon=lon if lat is not None else None,
        fatalities=read_fatalities(row.get("fatalities"), None),
        origin=ORIGIN,
        sources=(Source(outlet="ACLED", title=number), *(Source(outlet=name) for name in outlets if name)),
    )


def _kind(event_type: str) -> Kind:
    kind = _KINDS.get(event_type.lower())
    if not kind:
        raise ValueError(f"event type {event_type!r} is not one of ACLED's")
    return kind


def _date(day: date, precision: str) -> FuzzyDate:
    """ACLED's time precision: 1 the day, 2 the week around it, 3 the month."""
    if precision == "1":
        return FuzzyDate.on(day)
    if precision == "2":
        return FuzzyDate.within(*week_of(day))
    if precision == "3":
        return FuzzyDate.of(day.year, day.month)
    raise ValueError(f"time precision {precision!r} is not 1, 2 or 3")


def _day(text: str) -> date:
    """ "2021-09-25" as the API gives it, "25 September 2021" as the export tool does."""
    if m := _WRITTEN.fullmatch(text):
        if m[2].lower() not in _MONTHS:
            raise ValueError(f"{text!r} is not a day: write 25 September 2021 or 2021-09-25")
        return date(int(m[3]), _MONTHS.index(m[2].lower()) + 1, int(m[1]))
    return read_day(text)


def _actor(name: str) -> str:
    """The short name where there is one ("JNIM: Group for ..."), without the years of a government."""
    bare = re.sub(r"\s*\(\d{4}-(\d{4})?\)", "", clean(name))
    short = bare.split(":")[0]
    return short if re.fullmatch(r"[A-Z][\w-]{1,11}", short) and short.upper() == short else bare
