"""GeoJSON (RFC 7946): a feature an event, its geometry `null` where the place has no coordinates."""

import json
from typing import Any

from timeline_app.errors import ExportError
from timeline_app.export.clean import many
from timeline_app.export.imported import Imported, expect_object, gather, read_json
from timeline_app.export.order import Order
from timeline_app.export.record import as_record, content_id, from_record
from timeline_app.export.table import LABELS
from timeline_app.model import Event

_DATES = ("date", "edtf", "start", "begin", "datetime", "time", "event_date")


def write(order: Order) -> bytes:
    collection = {
        "type": "FeatureCollection",
        "title": order.caption.title,
        **({"note": order.lost} if order.lost else {}),
        "features": [_feature(event) for event in order.events],
    }
    return json.dumps(collection, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def _feature(event: Event) -> dict[str, Any]:
    properties = as_record(event)
    lat, lon = properties.pop("lat"), properties.pop("lon")
    placed = lat is not None and lon is not None
    return {
        "type": "Feature",
        "id": event.id,
        "geometry": {"type": "Point", "coordinates": [lon, lat]} if placed else None,
        "properties": properties,
    }


def loses(events: tuple[Event, ...]) -> str:
    mentions = sum(len(event.mentions) for event in events)
    return f"GeoJSON leaves out {many(mentions, 'quote')}." if mentions else ""


def read(data: bytes) -> Imported:
    value = read_json(data)
    if isinstance(value, dict) and value.get("type") == "Feature":
        value = {"type": "FeatureCollection", "features": [value]}
    if not isinstance(value, dict) or not isinstance(value.get("features"), list):
        raise ExportError("the file is no GeoJSON collection of features: choose the format that it has")
    return gather(enumerate(value["features"], 1), _event)


def _event(value: Any) -> Event:
    feature = expect_object(value)
    record = dict(expect_object(feature.get("properties") or {}))
    record["date"] = next((record[name] for name in _DATES if record.get(name)), None)
    if not record["date"]:
        raise ValueError(f"no date among its properties: name one of them {_DATES[0]}")
    record["date"] = _day_of(str(record["date"]))
    record["label"] = next((record[name] for name in LABELS if record.get(name)), "")
    record["lat"] = record["lon"] = None
    geometry = feature.get("geometry") or {}
    if geometry.get("type") == "Point":
        record["lon"], record["lat"] = geometry["coordinates"][:2]
    record["id"] = str(feature.get("id") or record.get("id") or content_id(record["date"], record["label"]))
    return from_record(record)


def _day_of(text: str) -> str:
    """The day of a point in time; EDTF as it stands."""
    return text.split("T")[0] if len(text) > 10 and text[10:11] == "T" and "/" not in text else text
