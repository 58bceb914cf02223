"""CSV files of a data package as rows of values, by the table schemas of `schema.json`.

Row numbers are those of a spreadsheet: the header is row 1. A fault never stops the reading of the other rows.
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from timeline_app.dates import FuzzyDate
from timeline_app.errors import DateError

SCHEMAS: dict[str, dict[str, Any]] = json.loads(Path(__file__).with_name("schema.json").read_text("utf-8"))
"""Name of a table -> its Frictionless Table Schema: what the app reads and `write` writes."""

EDTF = "https://id.loc.gov/datatypes/edtf/EDTF"
"""The `rdfType` that marks a field whose text is an EDTF date."""

NEEDED = ("events", "actors")
"""Tables that no package may leave out."""

REPORTS = ("articles", "mentions")
"""Tables that only the timeline of a user has."""

_FORMULA = re.compile(r"'*[=+\-@]")
_ACTIVE = re.compile(r"^'('*[=+\-@])")

_ALIASES = re.compile(r"aliases_[a-z]{2,3}")

csv.field_size_limit(2**27)  # the text of a long report is one cell; the default stops at 128 KiB


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What is wrong, and where. `row` 0 is the file as a whole, `column` is empty where the whole row is meant."""

    file: str
    row: int = 0
    column: str = ""
    message: str

    def __str__(self) -> str:
        where = [self.file, f"row {self.row}" if self.row else "", f"column {self.column}" if self.column else ""]
        return f"{', '.join(filter(None, where))}: {self.message}"


@dataclass(frozen=True, slots=True)
class Row:
    """A row whose cells are read. `values` has every field of the schema, without the faulty cells if not `sound`."""

    number: int
    values: dict[str, Any]
    sound: bool = True


def read_cell(field: Mapping[str, Any], text: str) -> Any:
    """The value of a cell: `None` (lists: `()`, a string: `""`) where it is empty. Raises `ValueError` in words."""
    text, rules, kind = text.strip(), field.get("constraints", {}), field["type"]
    if text.startswith("'"):
        text = _ACTIVE.sub(r"\1", text)
    if not text:
        if rules.get("required"):
            raise ValueError("is empty: fill it in")
        return () if kind in ("list", "array") else "" if kind == "string" and field.get("rdfType") != EDTF else None
    if field.get("rdfType") == EDTF:
        try:
            return FuzzyDate.parse(text)
        except DateError as error:
            raise ValueError(str(error)) from None
    value = _READ[kind](field, text)
    if value not in rules.get("enum", [value]):
        raise ValueError(f"{text!r} is not known: use one of {', '.join(map(str, rules['enum']))}")
    if kind == "string" and "pattern" in rules and not re.fullmatch(rules["pattern"], text):
        raise ValueError(f"{text!r} has the wrong form: it must match {rules['pattern']}")
    if not rules.get("minimum", value) <= value <= rules.get("maximum", value):
        raise ValueError(f"{text} is out of range: {rules.get('minimum', '..')} to {rules.get('maximum', '..')}")
    return value


def write_cell(field: Mapping[str, Any], value: Any) -> str:
    """What `read_cell` reads back as the value; a delimiter inside the item of a list becomes a comma.

    A text that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    text = _write(field, value)
    return f"'{text}" if field["type"] in ("string", "list") and _FORMULA.match(text) else text


def _write(field: Mapping[str, Any], value: Any) -> str:
    if value is None:
        return ""
    if field["type"] == "list":
        mark = str(field["delimiter"])
        return mark.join(item.replace(mark, ",") for item in value)
    if field["type"] == "array":
        return json.dumps(value, ensure_ascii=False) if value else ""
    if field["type"] == "boolean":
        return "true" if value else "false"
    if field["type"] == "number":
        return f"{value!r}".removesuffix(".0")
    return str(value).replace("\0", "")  # CSV cannot hold it


def fields_of(table: str, columns: Iterable[str] = ()) -> list[dict[str, Any]]:
    """The fields of a table, and one for each further `aliases_xx` among the columns: languages are data."""
    fields: list[dict[str, Any]] = list(SCHEMAS[table]["fields"])
    known = {field["name"] for field in fields}
    model = next((field for field in fields if _ALIASES.fullmatch(field["name"])), None)
    if model:
        further = [name for name in columns if name not in known and _ALIASES.fullmatch(name)]
        at = max(n for n, field in enumerate(fields) if _ALIASES.fullmatch(field["name"])) + 1
        language = [{**model, "name": n, "description": f"Other names in texts of language {n[8:]}."} for n in further]
        fields[at:at] = language
    return fields


def read_table(folder: Path, name: str, table: str, faults: list[Fault]) -> list[Row] | None:
    """Rows of a file in the folder, `None` where there is no telling; what is wrong is appended to `faults`."""
    rows, before = [], len(faults)
    lines = _lines(folder, name, faults)
    header = next(lines, None)
    if header is None:
        return None
    columns = [column.strip() for column in header]
    for mark, said in ((";", "semicolons"), ("\t", "tabs")):
        if len(columns) == 1 and mark in columns[0]:
            told = f"the cells are separated by {said}: save the file with commas between them"
            faults.append(Fault(file=name, row=1, message=told))
            return None
    for column in sorted({c for c in columns if columns.count(c) > 1}):
        faults.append(Fault(file=name, row=1, column=column, message="the column stands twice: keep one"))
    fields = fields_of(table, columns)
    missing = [f["name"] for f in fields if f["name"] not in columns and f.get("constraints", {}).get("required")]
    for column in missing:
        faults.append(Fault(file=name, row=1, column=column, message="the column is missing: add it to the header"))
    if len(faults) > before:
        return None
    for number, cells in enumerate(lines, start=2):
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(columns):
            told = f"has {len(cells)} cells, the header has {len(columns)}: quote cells that hold a comma"
            faults.append(Fault(file=name, row=number, message=told))
            continue
        given, values, sound = dict(zip(columns, cells, strict=True)), {}, True
        for field in fields:
            try:
                values[field["name"]] = read_cell(field, given.get(field["name"], ""))
            except ValueError as error:
                faults.append(Fault(file=name, row=number, column=field["name"], message=str(error)))
                sound = False
        rows.append(Row(number, values, sound))
    return rows


def write_table(path: Path, table: str, rows: Iterable[Mapping[str, Any]], columns: Iterable[str] = ()) -> None:
    fields = fields_of(table, columns)
    lines = [_line(field["name"] for field in fields)]
    lines += [_line(write_cell(field, row.get(field["name"])) for field in fields) for row in rows]
    path.write_bytes("".join(lines).encode("utf-8", "replace"))


def _line(cells: Iterable[str]) -> str:
    """One line of CSV. The writer quotes a lone carriage return only where that is part of its line end."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue().removesuffix("\r\n") + "\n"


def _lines(folder: Path, name: str, faults: list[Fault]) -> Iterator[list[str]]:
    """Rows of cells, header first; stops with a fault where the file is no CSV in UTF-8."""
    number = 0
    try:
        text = (folder / name).read_bytes().decode("utf-8-sig")
        if not text.strip():
            faults.append(Fault(file=name, message="the file is empty: it needs at least a header"))
            return
        if "\0" in text:
            faults.append(Fault(file=name, message="the file is not text: save it as CSV in UTF-8"))
            return
        for cells in csv.reader(io.StringIO(text, newline=""), strict=True):
            number += 1
            yield cells
    except FileNotFoundError:
        faults.append(Fault(file=name, message="the file is missing: add it, or take it out of datapackage.json"))
    except OSError as error:
        faults.append(Fault(file=name, message=f"the file cannot be read: {error.strerror or error}"))
    except UnicodeDecodeError as error:
        row = error.object[: error.start].count(b"\n") + 1
        told = f"byte {error.object[error.start]:#x} is not UTF-8: save the file as CSV in UTF-8"
        faults.append(Fault(file=name, row=row, message=told))
    except csv.Error as error:
        faults.append(Fault(file=name, row=number + 1, message=f"not CSV ({error}): look for a stray quote"))


def _integer(_: Mapping[str, Any], text: str) -> int:
    if not re.fullmatch(r"[+-]?\d{1,15}", text, re.ASCII):
        raise ValueError(f"{text!r} is not a whole number")
    return int(text)


def _number(_: Mapping[str, Any], text: str) -> float:
    if not re.fullmatch(r"[+-]?\d{1,15}(\.\d+)?([eE][+-]?\d{1,3})?", text, re.ASCII):
        raise ValueError(f"{text!r} is not a number: write 12.65")
    return float(text)


def _boolean(field: Mapping[str, Any], text: str) -> bool:
    true, false = field["trueValues"], field["falseValues"]
    if text not in {*true, *false}:
        raise ValueError(f"{text!r} is neither {true[0]} nor {false[0]}")
    return text in true


def _date(_: Mapping[str, Any], text: str) -> date:
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
            raise ValueError
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{text!r} is not a day: write 2021-09-25") from None


def _list(field: Mapping[str, Any], text: str) -> tuple[str, ...]:
    return tuple(part for item in text.split(field["delimiter"]) if (part := item.strip()))


def _array(_: Mapping[str, Any], text: str) -> tuple[Any, ...]:
    try:
        value = json.loads(text)
    except (json.JSONDecodeError, RecursionError):
        raise ValueError(f"{text[:40]!r} is not JSON") from None
    if not isinstance(value, list):
        raise ValueError(f"{text[:40]!r} is not a list in JSON")
    return tuple(value)


_READ = {
    "array": _array,
    "string": lambda _, text: text,
    "integer": _integer,
    "number": _number,
    "boolean": _boolean,
    "date": _date,
    "list": _list,
}
