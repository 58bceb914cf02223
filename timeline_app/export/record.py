"""An event as plain values (text, numbers, lists) and back: what JSON lines, GeoJSON, Parquet and others share."""

import hashlib
import math
import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from timeline_app.dates import FuzzyDate
from timeline_app.errors import DateError
from timeline_app.model import Claim, Event, Fatalities, Kind, Source, Status

UNSAID_KIND = Kind.POLITICS
"""Kind of an event from a file that names none."""


def as_record(event: Event) -> dict[str, Any]:
    """All of an event but its mentions; `earliest`, `latest` and `precision` are told for readers without EDTF."""
    return {
        "id": event.id,
        "date": event.date.edtf,
        "earliest": event.date.earliest.isoformat() if event.date.earliest else None,
        "latest": event.date.latest.isoformat() if event.date.latest else None,
        "precision": str(event.date.precision),
        "shape": str(event.date.shape),
        "approximate": event.date.approximate,
        "label": event.label,
        "summary": event.summary,
        "kind": str(event.kind),
        "status": str(event.status),
        "claimant": event.claimant,
        "actors": list(event.actors),
        "countries": list(event.countries),
        "place": event.place,
        "lat": event.lat,
        "lon": event.lon,
        "fatalities_low": event.fatalities.low if event.fatalities else None,
        "fatalities_high": event.fatalities.high if event.fatalities else None,
        "salience": event.salience,
        "verified": event.verified,
        "origin": event.origin,
        "sources": [source_record(source) for source in event.sources],
        "claims": [
            {"field": c.field, "value": c.value, "source": c.source, "note": c.note, "event": c.event}
            for c in event.claims
        ],
    }


def source_record(source: Source) -> dict[str, Any]:
    return {
        "outlet": source.outlet,
        "via": source.via,
        "title": source.title,
        "url": source.url,
        "published": source.published.isoformat() if source.published else None,
        "author": source.author,
        "id": source.id,
    }


def from_record(record: Mapping[str, Any]) -> Event:
    """The event that `as_record` was given; from another hand, every value is checked.

    Raises `ValueError` or `DateError` in words where the record is no event.
    """
    when = FuzzyDate.parse(_text(record, "date"))
    label = _text(record, "label")
    if not label:
        raise ValueError("no label: say what happened")
    lat, lon = read_number(record, "lat", 90), read_number(record, "lon", 180)
    return Event(
        id=_text(record, "id") or content_id(when, label),
        date=when,
        label=label,
        kind=read_kind(_text(record, "kind")),
        summary=_text(record, "summary"),
        status=_status(_text(record, "status")),
        claimant=_text(record, "claimant"),
        actors=_texts(record, "actors"),
        countries=read_countries(_texts(record, "countries")),
        place=_text(record, "place"),
        lat=lat if lon is not None else None,
        lon=lon if lat is not None else None,
        fatalities=read_fatalities(record.get("fatalities_low"), record.get("fatalities_high")),
        salience=min(max(_whole(record.get("salience")) or 1, 1), 3),
        verified=record.get("verified") is True or str(record.get("verified")).lower() in ("true", "yes", "1"),
        origin=_text(record, "origin") or "report",
        sources=tuple(from_source_record(source) for source in _objects(record, "sources")),
        claims=tuple(_claim(claim, _text(record, "id")) for claim in _objects(record, "claims")),
    )


def from_source_record(record: Mapping[str, Any]) -> Source:
    published = _text(record, "published")
    return Source(
        outlet=_text(record, "outlet"),
        via=_text(record, "via"),
        title=_text(record, "title"),
        url=_text(record, "url"),
        published=read_day(published) if published else None,
        author=_text(record, "author"),
        id=_text(record, "id"),
    )


def content_id(*parts: object) -> str:
    """Sixteen hexadecimal digits of what the thing says: the same file read again gives the same identifiers."""
    return hashlib.sha256("|".join(map(str, parts)).encode("utf-8", "replace")).hexdigest()[:16]


def read_day(text: str) -> date:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        raise ValueError(f"{text!r} is not a day: write 2021-09-25") from None


def read_kind(text: str) -> Kind:
    if text and text not in list(Kind):
        raise ValueError(f"kind {text!r} is not known: use one of {', '.join(Kind)}")
    return Kind(text) if text else UNSAID_KIND


def read_countries(codes: Iterable[str]) -> tuple[str, ...]:
    found = tuple(codes)
    if wrong := next((code for code in found if not re.fullmatch("[A-Z]{2}", code)), None):
        raise ValueError(f"{wrong!r} is not a country: use two capital letters (ISO 3166-1), as ML")
    return found


def read_fatalities(low: Any, high: Any) -> Fatalities | None:
    """Counts where one at least is given; the other is then the same."""
    first, last = _whole(low), _whole(high)
    if first is None and last is None:
        return None
    first, last = (last if first is None else first), (first if last is None else last)
    assert first is not None, "one is given"
    assert last is not None, "one is given"
    if first < 0 or first > last:
        raise ValueError(f"{first} to {last} deaths is no count: give the lower number first")
    return Fatalities(low=first, high=last)


def is_date(text: str) -> bool:
    try:
        FuzzyDate.parse(text)
    except DateError:
        return False
    return True


def _status(text: str) -> Status:
    if text and text not in list(Status):
        raise ValueError(f"status {text!r} is not known: use one of {', '.join(Status)}")
    return Status(text) if text else Status.REPORTED


def _claim(record: Mapping[str, Any], event: str) -> Claim:
    return Claim(
        event=_text(record, "event") or event,
        field=_text(record, "field"),
        value=_text(record, "value"),
        source=_text(record, "source"),
        note=_text(record, "note"),
    )


def _text(record: Mapping[str, Any], key: str) -> str:
    value = record.get(key)
    if value is None:
        return ""
    if not isinstance(value, str | int | float):
        raise ValueError(f"{key} is not a text")
    return str(value)


def _texts(record: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = record.get(key) or ()
    if not isinstance(value, list | tuple) or not all(isinstance(item, str) for item in value):
        raise ValueError(f"{key} is not a list of texts")
    return tuple(value)


def _objects(record: Mapping[str, Any], key: str) -> tuple[Mapping[str, Any], ...]:
    value = record.get(key) or ()
    if not isinstance(value, list | tuple) or not all(isinstance(item, Mapping) for item in value):
        raise ValueError(f"{key} is not a list of objects")
    return tuple(value)


def read_number(record: Mapping[str, Any], key: str, most: float) -> float | None:
    """The number of a field, `None` where it is empty; at most so large to either side. Raises `ValueError`."""
    value = record.get(key)
    if value is None or value == "":
        return None
    try:
        number = float(value)
    except (TypeError, ValueError):
        raise ValueError(f"{key} {value!r} is not a number: write 12.65") from None
    if not math.isfinite(number) or abs(number) > most:
        raise ValueError(f"{key} {number} is out of range: {-most} to {most}")
    return number


def _whole(value: Any) -> int | None:
    if value is None or value == "":
        return None
    try:
        number = float(value)
        if number != int(number):
            raise ValueError
    except (TypeError, ValueError, OverflowError):
        raise ValueError(f"{value!r} is not a whole number") from None
    return int(number)
