"""Every fault of a data package, for `timeline-app check`: what the schema says, and what a schema cannot say."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from timeline_app.store.descriptor import DESCRIPTOR, folder_of, resources_of
from timeline_app.store.package import assemble, read_tables
from timeline_app.store.portable import told_reports
from timeline_app.store.tables import SCHEMAS, Fault, Row

MOST_WORDS = 12
"""Words of a label: more does not fit beside a marker."""

_SCHEMA_KEYS = ("fields", "fieldsMatch", "missingValues", "primaryKey", "uniqueKeys", "foreignKeys")


def check(path: str | Path) -> list[Fault]:
    """Everything that is wrong with a folder, file by file and row by row; empty where `load` reads all of it.

    Any folder may be given. Only files in it are read: a descriptor that points elsewhere is a fault.
    """
    faults: list[Fault] = []
    descriptor, tables = read_tables(path, faults)
    if not descriptor:
        return faults
    assemble(descriptor, tables, faults)
    told_reports(folder_of(path), descriptor, tables, faults)
    files = {r["name"]: r["path"] for r in resources_of(descriptor) if r["name"] in SCHEMAS}
    for table, row, column, message in _rules(tables):
        faults.append(Fault(file=files[table], row=row.number, column=column, message=message))
    known = {(fault.file, fault.row) for fault in faults} | {(f.file, None) for f in faults if f.row <= 1}
    faults += [
        fault
        for fault in _frictionless(descriptor, folder_of(path))
        if (fault.file, fault.row) not in known and (fault.file, None) not in known
    ]
    order = [DESCRIPTOR, *files.values()]
    return sorted(faults, key=lambda fault: (order.index(fault.file) if fault.file in order else 0, fault.row))


@cache
def countries() -> frozenset[str]:
    """ISO 3166-1 alpha-2 codes."""
    lines = Path(__file__).with_name("countries.txt").read_text("utf-8").splitlines()
    return frozenset(code for line in lines if not line.startswith("#") for code in line.split())


def _rules(tables: Mapping[str, list[Row]]) -> Iterator[tuple[str, Row, str, str]]:
    """Table, row, column and message of each fault that a table schema cannot express."""
    # Faulty rows still count for the rows that name them: one mistake is one fault.
    # The timeline of a user names whom its reports name, known or not.
    closed = "actors" in tables and "mentions" not in tables
    names, ids = ({row.values.get(column) for row in tables.get("actors", [])} for column in ("name", "id"))
    sound = {table: [row for row in rows if row.sound] for table, rows in tables.items()}
    for row in sound.get("events", []):
        if (words := len(row.values["label"].split())) > MOST_WORDS:
            yield "events", row, "label", f"has {words} words: use at most {MOST_WORDS}"
        for name in row.values["actors"]:
            if closed and name not in names:
                yield "events", row, "actors", f"there is no actor {name!r}: add it to the actors or mend the name"
    for row in sound.get("actors", []):
        first, last = row.values["active_from"], row.values["active_to"]
        if first and last and last < first:
            yield "actors", row, "active_to", f"{last} is before {first}: turn them around"
        if (parent := row.values["parent"]) and parent not in ids:
            yield "actors", row, "parent", f"there is no actor with id {parent!r}: add it or mend the name"
    for table, column in (("events", "countries"), ("actors", "countries"), ("places", "country")):
        for row in sound.get(table, []):
            value = row.values[column]
            for code in [value] if isinstance(value, str) else value:
                if code not in countries():
                    yield table, row, column, f"{code!r} is not a country: use its ISO 3166-1 code, such as ML"
    for table, columns in _UNIQUE:
        yield from _twice(table, columns, sound.get(table, []))


_UNIQUE = (
    ("events", ("date", "label")),
    ("actors", ("name",)),
    ("places", ("name", "country")),
    ("presets", ("label",)),
    ("articles", ("id",)),
    ("mentions", ("id",)),
)


def _twice(table: str, columns: tuple[str, ...], rows: list[Row]) -> Iterator[tuple[str, Row, str, str]]:
    first: dict[tuple[Any, ...], int] = {}
    for row in rows:
        key = tuple(row.values[column] for column in columns)
        if key in first:
            said = ", ".join(map(str, key))
            yield table, row, columns[-1], f"{said!r} stands in row {first[key]} too: each may be there once"
        first.setdefault(key, row.number)


def _frictionless(descriptor: Mapping[str, Any], folder: Path) -> Iterator[Fault]:
    """What `frictionless` finds by the schemas that the package itself gives."""
    from frictionless import FrictionlessException, Package  # a quarter of a second, and nothing else needs it

    resources = []
    for n, resource in enumerate(resources_of(descriptor)):
        if resource["name"] not in SCHEMAS:
            continue
        schema = resource.get("schema")
        if not isinstance(schema, dict):
            told = "there is no table schema: copy it from events/datapackage.json"
            yield Fault(file=DESCRIPTOR, column=f"resources[{n}].schema", message=told)
            continue
        # Nothing but names, paths and inline schemas is handed on: a link in a descriptor would be fetched.
        inline = {key: schema[key] for key in _SCHEMA_KEYS if key in schema}
        resources.append({"name": resource["name"], "path": resource["path"], "type": "table", "schema": inline})
    if not resources:
        return
    try:
        report = Package.from_descriptor({"name": "package", "resources": resources}, basepath=str(folder)).validate()
    except FrictionlessException as error:
        for one in error.reasons or [error.error]:
            yield Fault(file=DESCRIPTOR, message=f"{one.note}: see events/datapackage.json for the form")
        return
    except Exception as error:  # a descriptor of any shape comes in here, and the library meets some with a traceback
        told = f"the schemas cannot be used ({type(error).__name__}): copy them from events/datapackage.json"
        yield Fault(file=DESCRIPTOR, message=told)
        return
    for one in report.errors:
        yield Fault(file=DESCRIPTOR, message=one.note)
    for task in report.tasks:
        for one in task.errors:
            column = getattr(one, "field_name", "") or ", ".join(getattr(one, "field_names", ()))
            row = getattr(one, "row_number", 1 if column else 0)
            yield Fault(file=str(task.place), row=row, column=column, message=one.note)
