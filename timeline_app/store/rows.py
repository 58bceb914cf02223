"""Values as rows of the database, and back."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, fields
from datetime import date
from typing import Any

import sqlalchemy as sa

from timeline_app.dates import FuzzyDate
from timeline_app.model import Article, Claim, Event, Fatalities, Kind, Mention, Source, Status
from timeline_app.store.migrations import MENTIONS

_LISTS = ("actors", "agents", "patients", "countries")


def article_row(article: Article) -> dict[str, Any]:
    return {field: getattr(article, field) for field in _ARTICLE_FIELDS}


_ARTICLE_FIELDS = ("text", "lang", "title", "outlet", "url", "author", "published", "published_from")


def article_of(row: sa.RowMapping) -> Article:
    return Article(**{field: row[field] for field in _ARTICLE_FIELDS})


def mention_row(mention: Mention) -> dict[str, Any]:
    row = {column.name: getattr(mention, column.name) for column in MENTIONS.c if column.name not in _OWN}
    return {
        **row,
        **{name: list(row[name]) for name in _LISTS},
        "source": _source_row(mention.source),
        "date": mention.date.edtf,
        "kind": mention.kind.value,
        "status": mention.status.value,
        "fatalities": mention.fatalities and [mention.fatalities.low, mention.fatalities.high],
        "decided": [list(pair) for pair in mention.decided],
    }


_OWN = ("number", "id", "kept")
"""Columns of the mentions that are no field of `Mention`."""


def mention_of(row: sa.RowMapping) -> Mention:
    given = {column.name: row[column.name] for column in MENTIONS.c if column.name not in _OWN}
    deaths = given["fatalities"]
    return Mention(
        **{
            **given,
            **{name: tuple(given[name]) for name in _LISTS},
            "source": _source_of(given["source"]),
            "date": FuzzyDate.parse(given["date"]),
            "kind": Kind(given["kind"]),
            "status": Status(given["status"]),
            "fatalities": deaths and Fatalities(low=deaths[0], high=deaths[1]),
            "decided": tuple((field, by) for field, by in given["decided"]),
        }
    )


def event_row(event: Event) -> dict[str, Any]:
    """An event as JSON, without its mentions."""
    return {
        **{field.name: getattr(event, field.name) for field in fields(Event) if field.name != "mentions"},
        "date": event.date.edtf,
        "actors": list(event.actors),
        "countries": list(event.countries),
        "fatalities": event.fatalities and asdict(event.fatalities),
        "sources": [_source_row(source) for source in event.sources],
        "claims": [asdict(claim) for claim in event.claims],
    }


def event_of(row: Mapping[str, Any]) -> Event:
    deaths = row["fatalities"]
    return Event(
        **{
            **row,
            "date": FuzzyDate.parse(row["date"]),
            "kind": Kind(row["kind"]),
            "status": Status(row["status"]),
            "actors": tuple(row["actors"]),
            "countries": tuple(row["countries"]),
            "fatalities": deaths and Fatalities(**deaths),
            "sources": tuple(_source_of(source) for source in row["sources"]),
            "claims": tuple(Claim(**claim) for claim in row["claims"]),
        }
    )


def content_id(rows: list[dict[str, Any]]) -> str:
    """Sixteen hexadecimal digits that stand for the rows."""
    return hashlib.sha256(json.dumps(rows, sort_keys=True).encode()).hexdigest()[:16]


def _source_row(source: Source) -> dict[str, Any]:
    return {**asdict(source), "published": source.published and source.published.isoformat()}


def _source_of(row: Mapping[str, Any]) -> Source:
    return Source(**{**row, "published": row["published"] and date.fromisoformat(row["published"])})
