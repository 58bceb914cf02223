"""JSON lines: an event a line with all there is of it, its quotes as W3C selectors (Web Annotation Data Model).

A `TextQuoteSelector` finds the quote by its words and those around it, a `TextPositionSelector` by its place; both
together survive an edit of the page.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from timeline_app.dates import FuzzyDate
from timeline_app.export.imported import Imported, expect_object, gather, json_lines
from timeline_app.export.mentions import as_json
from timeline_app.export.order import Order
from timeline_app.export.record import as_record, from_record, from_source_record, read_fatalities, source_record
from timeline_app.model import Article, Event, Kind, Mention, Status

CONTEXT = 32
"""Characters of the text before and after a quote, as the W3C note on selectors suggests."""


def write(order: Order) -> bytes:
    return json_lines_of(
        {**as_record(event), "mentions": [mention_record(m, order.articles.get(m.article)) for m in event.mentions]}
        for event in order.events
    )


def json_lines_of(records: Iterable[Mapping[str, Any]]) -> bytes:
    """UTF-8; no line but the one between records, whatever a text holds."""
    return (
        "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records).translate(_LINES).encode("utf-8", "replace")
    )


_LINES = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def mention_record(mention: Mention, article: Article | None = None) -> dict[str, Any]:
    return {
        **as_json(mention),
        "confidence": mention.confidence,
        "article": mention.article,
        "lang": mention.lang,
        "source": source_record(mention.source),
        "decided": [list(pair) for pair in mention.decided],
        "target": {
            "source": mention.source.url or f"urn:article:{mention.article}",
            "selector": selectors(mention, article.text if article else ""),
        },
    }


def selectors(mention: Mention, text: str = "") -> list[dict[str, Any]]:
    """Both selectors of a quote; without the text, its words and place alone."""
    quote: dict[str, Any] = {"type": "TextQuoteSelector", "exact": mention.evidence}
    if text:
        quote["prefix"] = text[max(0, mention.start - CONTEXT) : mention.start]
        quote["suffix"] = text[mention.end : mention.end + CONTEXT]
    return [quote, {"type": "TextPositionSelector", "start": mention.start, "end": mention.end}]


def read(data: bytes) -> Imported:
    return gather(json_lines(data), _event)


def _event(value: Any) -> Event:
    record = expect_object(value)
    event = from_record(record)
    mentions = tuple(_mention(expect_object(told)) for told in record.get("mentions") or ())
    return Event(**{name: getattr(event, name) for name in Event.__slots__} | {"mentions": mentions})


def _mention(record: dict[str, Any]) -> Mention:
    return Mention(
        article=record["article"],
        source=from_source_record(record.get("source") or {}),
        evidence=record["evidence"],
        start=int(record["start"]),
        end=int(record["end"]),
        date=FuzzyDate.parse(record["date"]),
        timex=record["timex"],
        timex_start=int(record["timex_start"]),
        timex_end=int(record["timex_end"]),
        resolution=record.get("resolution", ""),
        label=record["label"],
        kind=Kind(record["kind"]),
        status=Status(record.get("status", Status.REPORTED)),
        actors=tuple(record.get("actors", ())),
        agents=tuple(record.get("agents", ())),
        patients=tuple(record.get("patients", ())),
        countries=tuple(record.get("countries", ())),
        place=record.get("place", ""),
        claimant=record.get("claimant", ""),
        fatalities=read_fatalities(record.get("fatalities_low"), record.get("fatalities_high")),
        lang=record.get("lang", "en"),
        tier=record.get("tier", "rules"),
        confidence=float(record.get("confidence", 0.5)),
        decided=tuple((str(name), str(why)) for name, why in record.get("decided", ())),
    )
