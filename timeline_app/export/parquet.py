"""Parquet: typed columns for pandas, DuckDB, R; what is lost stands in the metadata of the schema."""

import io
from datetime import date
from typing import Any

from timeline_app.errors import ExportError
from timeline_app.export.clean import many
from timeline_app.export.imported import Imported, gather
from timeline_app.export.order import Order
from timeline_app.export.record import as_record, from_record
from timeline_app.model import Event


def write(order: Order) -> bytes:
    import pyarrow as pa  # heavy: only when a file is written
    import pyarrow.parquet as pq

    caption = order.caption
    told = {
        "title": caption.title,
        "subtitle": caption.subtitle,
        "as_of": caption.as_of.isoformat(),
        "note": order.lost,
    }
    schema = _schema(pa).with_metadata({name: text.encode("utf-8", "replace") for name, text in told.items() if text})
    table = pa.Table.from_pylist([_row(event) for event in order.events], schema=schema)
    out = io.BytesIO()
    pq.write_table(table, out, compression="zstd")
    return out.getvalue()


def _schema(pa: Any) -> Any:
    text, texts = pa.string(), pa.list_(pa.string())
    source = pa.struct(
        [(n, text) for n in ("outlet", "title", "url")]
        + [("published", pa.date32()), ("author", text), ("id", text), ("via", text)]
    )
    claim = pa.struct([(name, text) for name in ("field", "value", "source", "note", "event")])
    return pa.schema(
        [("id", text), ("date", text), ("earliest", pa.date32()), ("latest", pa.date32())]
        + [("precision", text), ("shape", text), ("approximate", pa.bool_())]
        + [(name, text) for name in ("label", "summary", "kind", "status", "claimant")]
        + [("actors", texts), ("countries", texts), ("place", text), ("lat", pa.float64()), ("lon", pa.float64())]
        + [("fatalities_low", pa.int64()), ("fatalities_high", pa.int64()), ("salience", pa.int8())]
        + [("verified", pa.bool_()), ("origin", text), ("sources", pa.list_(source)), ("claims", pa.list_(claim))]
        + [("quotes", texts)]
    )


def _row(event: Event) -> dict[str, Any]:
    record = as_record(event) | {"earliest": event.date.earliest, "latest": event.date.latest}
    for told, source in zip(record["sources"], event.sources, strict=True):
        told["published"] = source.published
    return record | {"quotes": [mention.evidence for mention in event.mentions]}


def loses(events: tuple[Event, ...]) -> str:
    mentions = sum(len(event.mentions) for event in events)
    return f"Parquet keeps the words of {many(mentions, 'quote')}, not the place in the text." if mentions else ""


def read(data: bytes) -> Imported:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        rows = pq.read_table(io.BytesIO(data), use_threads=False).to_pylist()
    except (pa.ArrowException, OSError) as error:
        raise ExportError(f"the file is not Parquet ({str(error).splitlines()[0]}): choose the format it has") from None
    return gather(enumerate(rows, 1), _event)


def _event(row: dict[str, Any]) -> Event:
    plain = {name: value.isoformat() if isinstance(value, date) else value for name, value in row.items()}
    plain["sources"] = [
        {name: value.isoformat() if isinstance(value, date) else value for name, value in source.items()}
        for source in row.get("sources") or ()
    ]
    return from_record(plain)
