"""What a file gave: its events, and every row that is none with the reason why."""

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
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
    return _decoded(data)[0]


def doubts_of_letters(data: bytes) -> tuple[str, ...]:
    """What a reader should know of how the letters of a text were read; nothing where it is sound UTF-8 or UTF-16."""
    note = _decoded(data)[1]
    return (note,) if note else ()


def _decoded(data: bytes) -> tuple[str, str]:
    if len(data) > MOST_BYTES:
        raise ExportError(f"the file is larger than {MOST_BYTES // 2**20} MB: split it and import the parts")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        with suppress(UnicodeDecodeError):
            return data.decode("utf-16"), ""
    elif b"\0" not in data:
        with suppress(UnicodeDecodeError):
            return data.decode("utf-8-sig"), ""
        text = data.decode("utf-8-sig", "replace")
        damaged = text.count("\ufffd") - data.count("\ufffd".encode())
        if damaged < sum(letter > "\x7f" for letter in text) - text.count("\ufffd"):
            return (
                text,
                f"{many(damaged, 'letter')} could not be read (\ufffd): save the file as UTF-8 again.",
            )
        with suppress(UnicodeDecodeError):
            return data.decode("cp1252"), "The file is not UTF-8: it was read as Western European (Windows-1252)."
    raise ExportError("the file is not text: choose the format that it has, or save it as UTF-8")


def read_json(data: bytes) -> Any:
    """The value of a JSON file. Raises `ExportError`."""
    try:
        return json.loads(decode(data))
    except (ValueError, RecursionError) as error:
        raise ExportError(f"the file is not JSON ({error}): export it again, or mend the line that it names") from None


def json_lines(data: bytes) -> Iterator[tuple[int, Any]]:
    """The number of each line and its value; a line that is not JSON comes as the error it gives."""
    for number, line in enumerate(decode(data).split("\n"), 1):
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
