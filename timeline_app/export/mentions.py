"""The events found in one article, as JSON, CSV and a table to read in a terminal."""

import csv
import shutil
import textwrap
from collections.abc import Iterable
from typing import Any, TextIO

from timeline_app.export.cells import inert
from timeline_app.model import Mention

COLUMNS = (
    "date", "timex", "label", "kind", "actors", "countries", "place", "status", "claimant", "fatalities_low",
    "fatalities_high", "evidence", "start", "end", "resolution", "confidence", "tier",
)  # fmt: skip


def as_json(mention: Mention) -> dict[str, Any]:
    """A mention as the JSON lines protocol gives it: offsets count characters of the document's text."""
    return {
        "id": mention.id,
        "date": str(mention.date),
        "timex": mention.timex,
        "timex_start": mention.timex_start,
        "timex_end": mention.timex_end,
        "evidence": mention.evidence,
        "start": mention.start,
        "end": mention.end,
        "label": mention.label,
        "kind": str(mention.kind),
        "actors": list(mention.actors),
        "agents": list(mention.agents),
        "patients": list(mention.patients),
        "countries": list(mention.countries),
        "place": mention.place,
        "status": str(mention.status),
        "claimant": mention.claimant,
        "fatalities_low": mention.fatalities.low if mention.fatalities else None,
        "fatalities_high": mention.fatalities.high if mention.fatalities else None,
        "resolution": mention.resolution,
        "confidence": round(mention.confidence, 3),
        "tier": mention.tier,
    }


def write_csv(mentions: Iterable[Mention], out: TextIO) -> None:
    """Header and one row a mention; lists are joined by semicolons."""
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    for mention in mentions:
        values = as_json(mention)
        rows.writerow([_cell(values[column]) for column in COLUMNS])


def _cell(value: object) -> str | float:
    if isinstance(value, list):
        return inert(";".join(value))
    if isinstance(value, int | float):
        return value
    return inert(str(value)) if value is not None else ""


def write_table(mentions: Iterable[Mention], out: TextIO) -> None:
    """A block a mention: date, kind, status and label on a line; who, where and the evidence below."""
    found = list(mentions)
    margin = max((len(str(m.date)) for m in found), default=0) + 2
    width = max(shutil.get_terminal_size((100, 24)).columns, margin + 40)
    for mention in found:
        status = f"{mention.status} by {mention.claimant}" if mention.claimant else str(mention.status)
        out.write(f"{mention.date!s:<{margin}}{mention.label}\n")
        facts = [str(mention.kind), status, "; ".join(mention.actors), " ".join(mention.countries)]
        for text in (" · ".join(filter(None, facts)), f"“{mention.evidence}”"):
            out.write(textwrap.indent(textwrap.fill(text, width - margin), " " * margin) + "\n")
        out.write("\n")
