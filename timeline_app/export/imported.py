"""What a file gave: its events, and every row that is none with the reason why."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from timeline_app.errors import DateError, ExportError
from timeline_app.export.clean import many
from timeline_app.model import Event

T = TypeVar("T")

MOST_BYTES = 256 * 2**20
"""A file larger than this is refused before it is read."""

_FAULTS = (ValueError, DateError, LookupError, TypeError, AttributeError, ArithmeticError, OSError)
"""What reading a value of the wrong kind can raise; `OSError` is that of a time far from ours."""

csv.field_size_limit(2**27)  # a report can be one cell; the default stops at 128 KiB


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A row that became no event. Rows are counted as a reader of the file would, from 1."""

    row: int
    why: str

    def __str__(self) -> str:
        return f"row {self.row}: {self.why}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """`notes` are sentences about the file as a whole: its terms, what was taken for granted."""

    events: tuple[Event, ...]
    skipped: tuple[Skipped, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def report(self) -> str:
        """ "120 events, 3 rows skipped"."""
        told = many(len(self.events), "event")
        return f"{told}, {many(len(self.skipped), 'row')} skipped" if self.skipped else told


def gather(rows: Iterable[tuple[int, T]], read: Callable[[T], Event | None], *, notes: Iterable[str] = ()) -> Imported:
    """Read each numbered row; one that cannot be read, or whose identifier stands already, is skipped with the reason.

    `None` is no event and no fault: a header, a title slide.
    """
    events: dict[str, Event] = {}
    skipped = []
    for number, row in rows:
        try:
            event = read(row)
        except _FAULTS as error:
            why = f"no {error}" if isinstance(error, KeyError) else str(error)
            skipped.append(Skipped(row=number, why=why))
            continue
        if event is None:
            continue
        if event.id in events:
            skipped.append(Skipped(row=number, why=f"stands twice: {event.id} is already there"))
            continue
        events[event.id] = event
    return Imported(events=tuple(events.values()), skipped=tuple(skipped), notes=tuple(notes))


def decode(data: bytes) -> str:
    """The text of a file. Raises `ExportError` where it is none."""
    if len(data) > MOST_BYTES:
        raise ExportError(f"the file is larger than {MOST_BYTES // 2**20} MB: split it and import the parts")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise ExportError("the file is not text: choose the format that it has, or save it as UTF-8")


def read_json(data: bytes) -> Any:
    """The value of a JSON file. Raises `ExportError`."""
    try:
        return json.loads(decode(data))
    except (ValueError, RecursionError) as error:
        raise ExportError(f"the file is not JSON ({error}): export it again, or mend the line that it names") from None


def json_lines(data: bytes) -> Iterator[tuple[int, Any]]:
    """The number of each line and its value; a line that is not JSON comes as the error it gives."""
    for number, line in enumerate(decode(data).splitlines(), 1):
        if line.strip():
            try:
                yield number, json.loads(line)
            except (ValueError, RecursionError) as error:
                yield number, ValueError(f"not JSON ({error})")


def expect_object(value: Any) -> dict[str, Any]:
    """The value, where it is a JSON object. Raises `ValueError`."""
    if isinstance(value, ValueError):
        raise value
    if not isinstance(value, dict):
        raise ValueError("not a JSON object")
    return value


def csv_rows(data: bytes) -> Iterator[tuple[int, list[str]]]:
    """Rows of cells with their line in a spreadsheet, the header first as row 1; comma, semicolon or tab between."""
    text = decode(data)
    first = text.split("\n", 1)[0]
    mark = max(",;\t", key=first.count)
    try:
        for number, cells in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=mark), 1):
            if any(cell.strip() for cell in cells):
                yield number, cells
    except csv.Error as error:
        raise ExportError(f"the file is not CSV ({error}): look for a stray quote, or export it again") from None


def csv_records(data: bytes) -> tuple[list[str], Iterator[tuple[int, dict[str, str]]]]:
    """The header and the rows as name -> cell; a short row has empty cells."""
    rows = csv_rows(data)
    _, header = next(rows, (0, []))
    if not header:
        raise ExportError("the file is empty: it needs a header and rows")
    names = [name.strip() for name in header]
    return names, ((number, dict(zip(names, [*cells, *[""] * len(names)], strict=False))) for number, cells in rows)
