"""schema.org Claim as JSON-LD: who says what, where it appeared; a claim for each telling and each rival value."""

import json
from typing import Any

from timeline_app.dates import Shape
from timeline_app.draw.lanes import country_name
from timeline_app.export.clean import many, safe_url
from timeline_app.export.order import Order
from timeline_app.model import Event, Mention, Source

_NAMES = {"date": "date", "fatalities": "deaths"}


def write(order: Order) -> bytes:
    graph = [claim for event in order.events for claim in claims_of(event)]
    document = {
        "@context": "https://schema.org",
        **({"description": order.lost} if order.lost else {}),
        "@graph": graph,
    }
    return json.dumps(document, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def claims_of(event: Event) -> list[dict[str, Any]]:
    """The claims that an event is made of; without tellings, its label as its sources give it."""
    found = [_telling(event, mention) for mention in event.mentions]
    if not found:
        claim = _claim(event, f"urn:event:{event.id}#claim", event.label, event.claimant)
        claim["appearance"] = [_article(source) for source in event.sources]
        found = [claim]
    for number, rival in enumerate(event.claims, 1):
        text = f"{_NAMES.get(rival.field, rival.field)}: {rival.value}"
        claim = _claim(event, f"urn:event:{event.id}#rival-{number}", text, rival.source)
        found.append(claim | ({"disambiguatingDescription": rival.note} if rival.note else {}))
    return found


def _telling(event: Event, mention: Mention) -> dict[str, Any]:
    claim = _claim(event, f"urn:mention:{mention.id}", mention.evidence, mention.claimant)
    return claim | {"appearance": [_article(mention.source)], "inLanguage": mention.lang}


def _claim(event: Event, name: str, text: str, author: str) -> dict[str, Any]:
    return {
        "@type": "Claim",
        "@id": name,
        "text": text,
        **({"author": {"@type": "Organization", "name": author}} if author else {}),
        "creativeWorkStatus": str(event.status),
        "about": _about(event),
    }


def _about(event: Event) -> dict[str, Any]:
    """The event: `startDate` where ISO 8601 can say it, EDTF always."""
    when = event.date
    about: dict[str, Any] = {"@type": "Event", "@id": f"urn:event:{event.id}", "name": event.label}
    about |= {"description": event.summary} if event.summary else {}
    about["keywords"] = str(event.kind)
    if when.shape is Shape.SPAN:
        start, end = when.edtf.split("/")
        about |= {"startDate": start} if _plain(start) else {}
        about |= {"endDate": end} if _plain(end) else {}
    elif _plain(when.edtf):
        about["startDate"] = when.edtf
    about["identifier"] = {"@type": "PropertyValue", "propertyID": "EDTF", "value": when.edtf}
    if places := [*_place(event), *map(_country, event.countries)]:
        about["location"] = places
    if event.actors:
        about["about"] = [{"@type": "Thing", "name": name} for name in event.actors]  # who did it is not always told
    return about


def _place(event: Event) -> list[dict[str, Any]]:
    placed = event.lat is not None and event.lon is not None
    if not event.place and not placed:
        return []
    point = {"@type": "GeoCoordinates", "latitude": event.lat, "longitude": event.lon}
    named = {"name": event.place} if event.place else {}
    return [{"@type": "Place", **named, **({"geo": point} if placed else {})}]


def _country(code: str) -> dict[str, str]:
    return {"@type": "Country", "name": country_name(code), "identifier": code}


def _plain(edtf: str) -> bool:
    """Whether it is a year, month or day of ISO 8601 without any mark."""
    return bool(edtf) and edtf.replace("-", "").isdigit() and edtf[5:7] <= "12"


def _article(source: Source) -> dict[str, Any]:
    url = safe_url(source.url)
    return {
        "@type": "NewsArticle",
        **({"headline": source.title} if source.title else {}),
        **({"url": url} if url else {}),
        **({"datePublished": source.published.isoformat()} if source.published else {}),
        **({"author": {"@type": "Person", "name": source.author}} if source.author else {}),
        "publisher": {"@type": "Organization", "name": source.outlet},
        **({"provider": {"@type": "Organization", "name": source.via}} if source.via else {}),
    }


def loses(events: tuple[Event, ...]) -> str:
    tolls = sum(event.fatalities is not None for event in events)
    return f"A claim has no place for counts: {many(tolls, 'death toll')} left out." if tolls else ""
