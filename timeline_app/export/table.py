"""CSV: one row an event, for spreadsheets; read back as it was but for the tellings."""

import csv
import io
from typing import Any

from timeline_app.errors import ExportError
from timeline_app.export.cells import active, inert, joined, separated
from timeline_app.export.clean import many, printable
from timeline_app.export.imported import Imported, gather
from timeline_app.export.order import Order
from timeline_app.export.record import as_record, from_record
from timeline_app.export.rows import by_name, csv_records, unread
from timeline_app.model import Event
from timeline_app.wording import say_date

COLUMNS = (
    "id", "date", "when", "earliest", "latest", "precision", "label", "summary", "kind", "status", "claimant",
    "actors", "countries", "place", "lat", "lon", "fatalities_low", "fatalities_high", "salience", "verified",
    "origin", "sources", "quotes",
)  # fmt: skip
"""`when` is the date in words; `sources` holds outlet|title|url|day|author|id|via of each, `quotes` the evidence."""

LABELS = ("label", "title", "headline", "name")
"""What tables of other hands call the label."""

_SOURCE = ("outlet", "title", "url", "published", "author", "id", "via")
_LISTS = ("actors", "countries")
_DERIVED = ("when", "earliest", "latest", "precision", "quotes")


def write(order: Order) -> bytes:
    """UTF-8 with a byte order mark, which Excel needs to read accents."""
    out = io.StringIO(newline="")
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for event in order.events:
        values = as_row(event)
        rows.writerow([values[column] for column in COLUMNS])
    return out.getvalue().encode("utf-8-sig", "surrogatepass")


def as_row(event: Event) -> dict[str, Any]:
    record = as_record(event)
    record["when"] = say_date(event.date)
    record["quotes"] = joined(dict.fromkeys(mention.evidence for mention in event.mentions))
    record["sources"] = joined(_pack(source) for source in record["sources"])
    for name in _LISTS:
        record[name] = joined(record[name])
    record["verified"] = "true" if event.verified else "false"
    return {name: inert(printable(value)) if isinstance(value, str) else value for name, value in record.items()}


def loses(events: tuple[Event, ...]) -> str:
    claims, mentions = sum(len(e.claims) for e in events), sum(len(e.mentions) for e in events)
    lost = [many(claims, "rival value")] * bool(claims)
    lost += [f"the place of {many(mentions, 'quote')} in the text"] * bool(mentions)
    return f"CSV holds one row an event: {' and '.join(lost)} left out." if lost else ""


def read(data: bytes) -> Imported:
    header, rows, notes = csv_records(data)
    if "date" not in header or not set(LABELS) & set(header):
        raise ExportError(
            "the CSV has no columns date and label: export one to see the form, or choose the format that it is "
            "(timelinejs-csv, acled, ucdp)"
        )
    return gather(rows, by_name(header, _event), notes=[*notes, *unread(header, (*COLUMNS, *LABELS))])


def _event(cells: dict[str, str]) -> Event:
    record: dict[str, Any] = {name: active(cell.strip()) for name, cell in cells.items() if name not in _DERIVED}
    record["label"] = next((record[name] for name in LABELS if record.get(name)), "")
    for name in _LISTS:
        record[name] = separated(record.get(name, ""))
    record["sources"] = [_unpack(packed) for packed in separated(record.get("sources", ""))]
    return from_record(record)


def _pack(source: dict[str, Any]) -> str:
    cells = [(source[name] or "").replace("\\", "\\\\").replace("|", "\\p") for name in _SOURCE]
    return "|".join(cells).rstrip("|")


def _unpack(packed: str) -> dict[str, str]:
    cells = [cell.replace("\\\\", "\0").replace("\\p", "|").replace("\0", "\\") for cell in packed.split("|")]
    return dict(zip(_SOURCE, cells, strict=False))
