"""Rows of a CSV file from anybody's hand: which mark stands between cells, what is damaged, and how cells get names."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TypeVar

from timeline_app.errors import ExportError
from timeline_app.export.clean import many
from timeline_app.export.imported import decode

T = TypeVar("T")
Cells = list[str] | ValueError
"""The cells of a row, or why there are none."""

csv.field_size_limit(2**27)  # a report can be one cell; the default stops at 128 KiB

_END = "end of file"
_MOST_OPEN = 100
"""After so many quotes that are never closed, the file is no CSV."""


def csv_rows(data: bytes) -> Iterator[tuple[int, Cells]]:
    """Rows with their number in a spreadsheet, the header first as row 1; comma, semicolon or tab between cells.

    A quote that is never closed would take all that follows into its cell: that row is given up, the others are not.
    """
    lines = [*io.StringIO(decode(data), newline="").readlines(), _END]
    mark, start, number = _mark(lines), 0, 0
    try:
        for _ in range(_MOST_OPEN):
            reader, begin = csv.reader(lines[start:], delimiter=mark), 0
            for cells in reader:
                if cells == [_END]:
                    return
                number += 1
                if start + reader.line_num == len(lines):
                    yield number, ValueError("a quote in it is never closed: is it astray, or is the file cut off?")
                    start += begin + 1
                    break
                if any(cell.strip() for cell in cells):
                    yield number, cells
                begin = reader.line_num
    except csv.Error as error:
        raise ExportError(f"the file is not CSV ({error}): look for a stray quote, or export it again") from None
    raise ExportError(f"the file is not CSV (over {_MOST_OPEN} quotes are never closed): export it again")


def _mark(lines: Sequence[str]) -> str:
    """What cuts the first rows into cells that are many, and as many in each."""

    def even(mark: str) -> tuple[int, int]:
        widths = [len(cells) for cells in islice(csv.reader(lines[:-1], delimiter=mark), 6) if cells]
        return (widths.count(widths[0]), widths[0]) if widths and widths[0] > 1 else (0, 0)

    return max(",;\t", key=even)


def csv_records(data: bytes) -> tuple[list[str], list[tuple[int, Cells]], list[str]]:
    """The header, the rows under it, and notes on rows that are short. Raises `ExportError` for a bad header."""
    rows = list(csv_rows(data))
    if not rows or isinstance(rows[0][1], ValueError):
        raise ExportError("the file is empty: it needs a header and rows")
    names = [name.strip() for name in rows[0][1]]
    if twice := next((name for name in names if name and names.count(name) > 1), ""):
        raise ExportError(f"two columns are called {twice!r}: rename one of them")
    short = [number for number, cells in rows if isinstance(cells, list) and len(cells) < len(names)]
    return names, rows[1:], [_short(short)] if short else []


def _short(numbers: Sequence[int]) -> str:
    told = ", ".join(map(str, numbers[:5])) + (" and others" if len(numbers) > 5 else "")
    return f"{many(len(numbers), 'row')} with fewer cells than the header, read as if the rest were empty: {told}."


def by_name(names: Sequence[str], read: Callable[[dict[str, str]], T]) -> Callable[[Cells], T]:
    """Reads a row by the names of its columns. Raises `ValueError` for a row that is damaged or longer than them."""

    def row(cells: Cells) -> T:
        if isinstance(cells, ValueError):
            raise cells
        if any(cell.strip() for cell in cells[len(names) :]):
            raise ValueError(f"has {len(cells)} cells, the header {len(names)}: is a comma or quote astray?")
        return read(dict(zip(names, [*cells, *[""] * len(names)], strict=False)))

    return row


def unread(names: Iterable[str], known: Iterable[str] | Mapping[str, object]) -> list[str]:
    """A note on the columns that nothing is read from; no note where there are none."""
    left = [name for name in names if name and name not in set(known)]
    return [f"{many(len(left), 'column')} not read: {', '.join(left)}."] if left else []
