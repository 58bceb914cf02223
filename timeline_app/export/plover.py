"""PLOVER JSON lines (Open Event Data Alliance, manual 0.7): a record an event, fields of the manual by their names.

PLOVER's date is a day, so the first and last possible day stand there and the date as it is in `date_edtf`: the
manual leaves providers free to add named fields. The text of a report is left out, as the manual asks of those who
hold no right in it.
"""

from typing import Any

from timeline_app.dates import Shape
from timeline_app.export.clean import many
from timeline_app.export.imported import Imported, expect_object, gather, json_lines
from timeline_app.export.jsonl import json_lines_of
from timeline_app.export.order import Order
from timeline_app.export.record import from_record, read_fatalities
from timeline_app.model import PLOVER, Event, Kind, Source, Status

_QUADS = {
    1: ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
    2: ("COOPERATE", "AID", "RETREAT", "INVESTIGATE"),
    3: ("DEMAND", "ACCUSE", "REJECT", "SANCTION", "THREATEN"),
    4: ("PROTEST", "MOBILIZE", "COERCE", "ASSAULT"),
}
"""PLOVER's quad categories: verbal and material cooperation, verbal and material conflict."""

_KINDS: dict[str, Kind] = {category: kind for kind, category in reversed(PLOVER.items())}
"""A category of PLOVER -> the first of our kinds that maps to it."""

_CONTEXTS = {Status.PLANNED: "future", Status.DENIED: "negation"}


def write(order: Order) -> bytes:
    return json_lines_of(_record(event, order.lost) for event in order.events)


def _record(event: Event, lost: str) -> dict[str, Any]:
    category = PLOVER[event.kind]
    when = event.date
    first = when.earliest or when.latest
    assert first, "a date has one end at least"
    agents = tuple(dict.fromkeys(name for mention in event.mentions for name in mention.agents))
    patients = tuple(dict.fromkeys(name for mention in event.mentions for name in mention.patients))
    record: dict[str, Any] = {
        "id": event.id,
        "date": first.isoformat(),
        "source": _actors(agents or tuple(name for name in event.actors if name not in patients)),
        "recipient": _actors(patients),
        "event": [category],
        "quad_code": next((quad for quad, categories in _QUADS.items() if category in categories), None),
        "mode": [],
        "context": [_CONTEXTS[event.status]] if event.status in _CONTEXTS else [],
        "event_text": [event.label],
        "event_loc": _location(event),
        "size": _size(event),
        "cite_info": _citation(event.sources[0]) if event.sources else None,
        "coder": "timeline-app",
        "comment": " ".join(filter(None, (event.summary, lost))),
        "date_edtf": when.edtf,
        "date_shape": str(when.shape),
        "kind": str(event.kind),
        "status": str(event.status),
        "claimant": event.claimant,
        "actors": list(event.actors),
        "countries": list(event.countries),
        "summary": event.summary,
        "salience": event.salience,
        "verified": event.verified,
        "origin": event.origin,
    }
    if when.latest and when.latest != first:
        record["enddate"] = when.latest.isoformat()
    return record


def _actors(names: tuple[str, ...]) -> list[dict[str, str]]:
    return [{"actor_text": name, "identifier_text": name} for name in names]


def _location(event: Event) -> dict[str, Any] | None:
    if not event.place and not event.countries and event.lat is None:
        return None
    country = event.countries[0] if event.countries else ""
    return {"name": event.place, "latitude": event.lat, "longitude": event.lon, "country code": country}


def _size(event: Event) -> dict[str, int | str] | None:
    deaths = event.fatalities
    if deaths is None:
        return None
    return {"dead": deaths.low if deaths.low == deaths.high else f"{deaths.low}-{deaths.high}"}


def _citation(source: Source) -> dict[str, str]:
    cited = {"publication": source.outlet, "title": source.title, "url": source.url}
    return cited | ({"date": source.published.isoformat()} if source.published else {})


def loses(events: tuple[Event, ...]) -> str:
    vague = sum(not e.date.exact and e.date.shape is not Shape.SPAN for e in events)
    further = sum(max(len(e.sources) - 1, 0) for e in events)
    claims = sum(len(e.claims) for e in events)
    told = []
    if vague:
        told.append(
            f"PLOVER dates are days: {vague:,} of {many(len(events), 'date')} given by the first and last possible "
            "day, with the date as it is in date_edtf."
        )
    lost = [many(further, "further source")] * bool(further) + [many(claims, "rival value")] * bool(claims)
    if lost:
        told.append(f"A record names one source and one value: {' and '.join(lost)} left out.")
    return " ".join(told)


def read(data: bytes) -> Imported:
    return gather(json_lines(data), _event)


def _event(value: Any) -> Event:
    record = expect_object(value)
    categories = record["event"] if isinstance(record["event"], list) else [record["event"]]
    category = str(categories[0]).upper() if categories else ""
    kind = record.get("kind") or _KINDS.get(category)
    if not kind:
        raise ValueError(f"event category {category!r} has no kind of ours")
    first, last = str(record["date"]), record.get("enddate")
    names = [_name(actor) for role in ("source", "recipient") for actor in record.get(role) or ()]
    place = record.get("event_loc") or {}
    cited = record.get("cite_info") or {}
    texts = record.get("event_text") or record.get("text") or ""
    label = texts[0] if isinstance(texts, list) else texts
    contexts = record.get("context") or []
    status = record.get("status") or next((s for s, told in _CONTEXTS.items() if told in contexts), "")
    deaths = _deaths((record.get("size") or {}).get("dead"))
    country = place.get("country code") or ""
    return from_record(
        {
            **record,
            "date": record.get("date_edtf") or (f"{first}/{last}" if last and last != first else first),
            "label": label or f"{category.capitalize()}: {', '.join(filter(None, names))}",
            "kind": str(kind),
            "status": str(status),
            "actors": record.get("actors") or list(dict.fromkeys(filter(None, names))),
            "countries": record.get("countries") or [country] * bool(country),
            "place": place.get("name") or "",
            "lat": place.get("latitude"),
            "lon": place.get("longitude"),
            "fatalities_low": deaths[0],
            "fatalities_high": deaths[1],
            "summary": record.get("summary", record.get("comment", "")),
            "sources": [
                {
                    "outlet": cited.get("publication") or "",
                    "title": cited.get("title") or "",
                    "url": cited.get("url") or "",
                    "published": cited.get("date"),
                }
            ]
            if cited
            else [],
        }
    )


def _name(actor: Any) -> str:
    """The name of an actor object, else its codes ("MLI MIL")."""
    found = expect_object(actor)
    codes = " ".join(str(found[key]) for key in ("code", "sector") if found.get(key))
    return str(found.get("identifier_text") or found.get("actor_text") or codes)


def _deaths(dead: Any) -> tuple[Any, Any]:
    low, _, high = str(dead if dead is not None else "").partition("-")
    try:
        found = read_fatalities(low, high)
    except ValueError:  # the manual allows a category here, which is no count
        return None, None
    return (found.low, found.high) if found else (None, None)
