"""A data package in and out: a folder with `datapackage.json` and CSV files <-> `DataPackage`.

`load` stops at the first fault; `timeline_app.store.check` finds them all.
"""

import hashlib
import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from timeline_app.dates import FuzzyDate
from timeline_app.errors import DataPackageError, DateError
from timeline_app.model import (
    Actor,
    ActorKind,
    Claim,
    DataPackage,
    Event,
    Fatalities,
    Kind,
    Period,
    Place,
    Preset,
    Source,
    Status,
)
from timeline_app.store.descriptor import DESCRIPTOR, describe, folder_of, read_descriptor, resources_of
from timeline_app.store.tables import NEEDED, SCHEMAS, Fault, Row, read_table, write_table

DEFAULT = Path(__file__).parents[2] / "events"
"""The data package that comes with the app."""

_Made = TypeVar("_Made")


def load(path: str | Path = DEFAULT) -> DataPackage:
    """Read a folder (or its `datapackage.json`). Raises `DataPackageError` with file, row and column of a fault."""
    faults: list[Fault] = []
    descriptor, tables = read_tables(path, faults)
    package = None if faults else assemble(descriptor, tables, faults)
    if package is None or faults:
        more = f" ({len(faults) - 1} more: run `timeline-app check {path}`)" if len(faults) > 1 else ""
        raise DataPackageError(f"{faults[0]}{more}")
    return package


def briefs(path: str | Path = DEFAULT) -> tuple[Path, ...]:
    """The sample reports that come with a package, sorted by name: `briefs/*.md` with front matter."""
    return tuple(sorted((folder_of(path) / "briefs").glob("*.md")))


def read_tables(path: str | Path, faults: list[Fault]) -> tuple[dict[str, Any], dict[str, list[Row]]]:
    """The descriptor and the rows of each table that can be read; what is wrong is appended to `faults`."""
    descriptor = read_descriptor(path, faults)
    folder = folder_of(path)
    paths = {r["name"]: r["path"] for r in resources_of(descriptor)}
    tables: dict[str, list[Row]] = {}
    for table in SCHEMAS:
        if table in paths:
            rows = read_table(folder, paths[table], table, faults)
            if rows is not None:
                tables[table] = rows
        elif descriptor and table in NEEDED:
            told = f"there is no resource {table!r}: add it with the path of its CSV file"
            faults.append(Fault(file=DESCRIPTOR, column="resources", message=told))
    return descriptor, tables


def write(package: DataPackage, path: str | Path, **more: Iterable[Mapping[str, Any]]) -> None:
    """Write the folder that `load` reads back as the same package; files of the same names are replaced.

    A source without id gets one from its content. The mentions of events are left out: `store.portable` writes them
    as rows of further tables (`more`). Raises `DataPackageError` where the folder cannot be written.
    """
    folder = Path(path)
    sources = source_ids(package)
    languages = sorted({f"aliases_{lang}" for actor in package.actors for lang in actor.aliases})
    rows: dict[str, Iterable[Mapping[str, Any]]] = {
        "events": [_event_row(event, sources) for event in package.events],
        "actors": [_actor_row(actor) for actor in package.actors],
        "places": [values_of(place, "places") for place in package.places],
        "sources": [{**values_of(source, "sources"), "id": id} for source, id in sources.items()],
        "claims": list(_once(claim for event in package.events for claim in event.claims)),
        "periods": [values_of(period, "periods") for period in package.periods],
        "presets": [values_of(preset, "presets") for preset in package.presets],
        **more,
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for table, values in rows.items():
            write_table(folder / f"{table}.csv", table, values, languages)
        text = json.dumps(describe(package, rows, languages), indent=2, ensure_ascii=False)
        (folder / DESCRIPTOR).write_text(text + "\n", "utf-8")
    except OSError as error:
        told = f"{folder} cannot be written ({error.strerror or error}): choose another folder"
        raise DataPackageError(told) from error


def assemble(descriptor: Mapping[str, Any], tables: Mapping[str, list[Row]], faults: list[Fault]) -> DataPackage:
    """Rows as a package, without those whose cells contradict each other or name what is not there: new faults."""
    paths = {r["name"]: r["path"] for r in resources_of(descriptor)}

    def build(table: str, make: Callable[[dict[str, Any]], _Made]) -> tuple[_Made, ...]:
        made: list[_Made] = []
        first: dict[str, int] = {}
        for row in (row for row in tables.get(table, ()) if row.sound):
            try:
                if (id := row.values.get("id", "")) in first:
                    raise CellError("id", f"{id!r} stands in row {first[id]} too: each may be there once")
                made.append(make(row.values))
                if id:
                    first[id] = row.number
            except CellError as wrong:
                told = Fault(file=paths[table], row=row.number, column=wrong.column, message=wrong.message)
                faults.append(told)
        return tuple(made)

    def ids(table: str) -> Container[str] | None:
        """What rows may refer to, faulty ones included, as one mistake is one fault; `None`: there is no telling."""
        if table in paths and table not in tables:
            return None
        return {row.values.get("id", "") for row in tables.get(table, ())}

    named = ids("sources")
    sources = {source.id: source for source in build("sources", lambda values: Source(**values))}
    claims: dict[str, list[Claim]] = defaultdict(list)
    events = build("events", lambda values: _event(values, sources, named))
    told = ids("events")
    for claim in build("claims", lambda values: _claim(values, told)):
        claims[claim.event].append(claim)
    return DataPackage(
        name=descriptor.get("name", ""),
        title=descriptor.get("title", "") or descriptor.get("name", ""),
        version=descriptor.get("version", ""),
        description=descriptor.get("description", ""),
        licences=tuple(str(licence.get("name") or licence.get("path")) for licence in descriptor.get("licenses", ())),
        events=tuple(
            replace(event, claims=tuple(claims[event.id])) if event.id in claims else event for event in events
        ),
        actors=build("actors", _actor),
        places=build("places", _place),
        sources=tuple(sources.values()),
        periods=build("periods", lambda values: Period(**values)),
        presets=build("presets", lambda values: Preset(**values)),
    )


class CellError(Exception):
    def __init__(self, column: str, message: str) -> None:
        self.column, self.message = column, message


def _event(values: dict[str, Any], sources: Mapping[str, Source], named: Container[str] | None) -> Event:
    given = dict(values)
    low, high = given.pop("fatalities_low"), given.pop("fatalities_high")
    if (low is None) != (high is None) or (low is not None and low > high):
        raise CellError("fatalities_high", "give both counts, the lower one first, or none")
    _needs_both_degrees(given)
    main, others = given.pop("source"), given.pop("other_sources")
    told = []
    for column, id in [("source", main), *(("other_sources", id) for id in others)]:
        if id and named is not None and id not in named:
            raise CellError(column, f"there is no source {id!r}: add it to the sources or mend the name")
        if id in sources:
            told.append(sources[id])
    given["kind"], given["status"] = Kind(given["kind"]), Status(given["status"])
    fatalities = None if low is None else Fatalities(low=low, high=high)
    return Event(**given, fatalities=fatalities, sources=tuple(told))


def _claim(values: dict[str, Any], events: Container[str] | None) -> Claim:
    if events is not None and values["event"] not in events:
        raise CellError("event", f"there is no event {values['event']!r}: add it to the events or mend the name")
    if values["field"] == "date":
        try:
            FuzzyDate.parse(values["value"])
        except DateError as error:
            raise CellError("value", str(error)) from None
    return Claim(**values)


def _place(values: dict[str, Any]) -> Place:
    _needs_both_degrees(values)
    return Place(**values)


def _needs_both_degrees(values: Mapping[str, Any]) -> None:
    if (values["lat"] is None) != (values["lon"] is None):
        raise CellError("lat", "give latitude and longitude, or neither")


def _actor(values: dict[str, Any]) -> Actor:
    given = {key: value for key, value in values.items() if not key.startswith("aliases_")}
    aliases = {key.removeprefix("aliases_"): value for key, value in values.items() if key.startswith("aliases_")}
    for end in ("active_from", "active_to"):
        given[end] = str(given[end] or "")
    given["kind"] = ActorKind(given["kind"])
    return Actor(**given, aliases={lang: names for lang, names in aliases.items() if names})


def values_of(thing: object, table: str) -> dict[str, Any]:
    """The fields of a table that are attributes of the same name."""
    return {field["name"]: getattr(thing, field["name"], None) for field in SCHEMAS[table]["fields"]}


def _once(claims: Iterable[Claim]) -> Iterator[dict[str, Any]]:
    """Rows of the claims, each value of a source once."""
    told = {(claim.event, claim.field, claim.value, claim.source): claim for claim in claims}
    yield from (values_of(claim, "claims") for claim in told.values())


def _event_row(event: Event, sources: Mapping[Source, str]) -> dict[str, Any]:
    ids = list(dict.fromkeys(sources[source] for source in event.sources))
    deaths = event.fatalities
    return {
        **values_of(event, "events"),
        "fatalities_low": deaths.low if deaths else None,
        "fatalities_high": deaths.high if deaths else None,
        "source": ids[0] if ids else "",
        "other_sources": ids[1:],
    }


def _actor_row(actor: Actor) -> dict[str, Any]:
    return {**values_of(actor, "actors"), **{f"aliases_{lang}": names for lang, names in actor.aliases.items()}}


def source_ids(package: DataPackage) -> dict[Source, str]:
    """Every source of the package and its events -> its id; a source without one is named after its content."""
    told = [*package.sources]
    for event in package.events:
        told += [*event.sources, *(mention.source for mention in event.mentions)]
    return {source: source.id or id_of(source) for source in told}


def id_of(source: Source) -> str:
    content = f"{source.outlet}|{source.title}|{source.url}|{source.published}|{source.author}|{source.via}"
    plain = unicodedata.normalize("NFKD", f"{source.outlet} {source.title}").encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain)[:8]
    return "-".join([*words, hashlib.sha256(content.encode()).hexdigest()[:8]])
