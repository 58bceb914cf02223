"""TimelineJS 3: its JSON and its spreadsheet of 18 columns.

A month or day that is not known is left out, as its documentation asks, and the date is told in words. All text is
escaped, since it shows HTML, and links are our own alone (`autolink` off).
"""

import csv
import html
import io
import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from timeline_app.dates import FuzzyDate, Precision, Shape
from timeline_app.errors import ExportError
from timeline_app.export.cells import active, inert
from timeline_app.export.chronology import doubts, facts
from timeline_app.export.clean import clean, many, plain, safe_url
from timeline_app.export.imported import Imported, expect_object, gather, read_json
from timeline_app.export.order import Order
from timeline_app.export.record import content_id, from_record
from timeline_app.export.rows import by_name, csv_records
from timeline_app.model import Event, Kind
from timeline_app.wording import say_date

COLUMNS = (
    "Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date", "Headline", "Text",
    "Media", "Media Credit", "Media Caption", "Media Thumbnail", "Type", "Group", "Background",
)  # fmt: skip
"""The header of the spreadsheet template that TimelineJS reads."""

Parts = dict[str, int]
"""`{"year": 2021, "month": 9, "day": 25}`; what is not known is not there."""

_UNITS = ("year", "month", "day")


def write(order: Order) -> bytes:
    return json.dumps(slides(order), ensure_ascii=False, indent=1).encode("utf-8", "replace")


def slides(order: Order) -> dict[str, Any]:
    caption = order.caption
    about = [caption.subtitle, caption.counted(), caption.dated(), caption.named_sources(), caption.marking, order.lost]
    told = "".join(f"<p>{html.escape(line)}</p>" for line in about if line)
    return {
        "scale": "human",
        "title": {
            "unique_id": "title",
            "text": {"headline": html.escape(caption.title), "text": told},
            "autolink": False,
        },
        "events": [_slide(event) for event in order.events],
    }


def _slide(event: Event) -> dict[str, Any]:
    start, end = ends(event.date)
    return {
        "unique_id": event.id,
        "start_date": start,
        **({"end_date": end} if end else {}),
        "display_date": say_date(event.date),
        "text": {"headline": html.escape(clean(event.label)), "text": _text(event)},
        "group": str(event.kind),
        "autolink": False,
    }


def _text(event: Event) -> str:
    """Summary, doubts, facts and sources, a paragraph each, so that a claim is never shown as a fact."""
    parts = [f"<p>{html.escape(clean(event.summary))}</p>"] if event.summary else []
    parts += [f'<p class="doubt">{html.escape(doubt)}</p>' for doubt in doubts(event)]
    parts.append(f'<p class="facts">{html.escape(facts(event))}</p>')
    names = []
    for source in event.sources:
        name = html.escape(clean(": ".join(filter(None, (source.credit, source.title)))))
        url = safe_url(source.url)
        names.append(f'<a href="{html.escape(url)}" rel="noopener">{name or html.escape(url)}</a>' if url else name)
    if names:
        parts.append(f'<p class="sources">{"; ".join(names)}</p>')
    return "".join(parts)


def ends(when: FuzzyDate) -> tuple[Parts, Parts | None]:
    """First and last moment as the units that are known; a last one only where it lasted.

    A moment somewhere in a stretch is given by the units that its first and last day share.
    """
    if when.shape is Shape.SPAN:
        first, last = (FuzzyDate.parse(end) if end.strip(".") else None for end in when.edtf.split("/"))
        if first and last:
            return _parts(first), _parts(last)
        one = first or last
        assert one, "a span has one end at least"
        return _parts(one), None
    return _parts(when), None


def _parts(when: FuzzyDate) -> Parts:
    first, last = when.earliest, when.latest
    if not first or not last:
        known = first or last
        assert known, "a date has one end at least"
        return {"year": known.year}
    parts: Parts = {}
    if when.precision in (Precision.DECADE, Precision.CENTURY):
        return {"year": first.year}
    for unit in _UNITS:
        if getattr(first, unit) != getattr(last, unit):
            break
        parts[unit] = getattr(first, unit)
    return parts or {"year": first.year}


def holds(when: FuzzyDate) -> bool:
    """Whether the date comes back from start, end and their units as it was."""
    start, end = ends(when)
    return _edtf(start, end) == when.edtf


def loses(events: tuple[Event, ...]) -> str:
    vague = sum(not holds(event.date) for event in events)
    mentions = sum(len(event.mentions) for event in events)
    told = []
    if vague:
        told.append(
            f"TimelineJS knows years, months and days alone: {vague:,} of {many(len(events), 'date')} placed by the "
            "part that is certain, and told in words."
        )
    if events:
        told.append("Who, where and how many died is told in words alone, without coordinates.")
    if mentions:
        told.append(f"Left out: {many(mentions, 'quote')}.")
    return " ".join(told)


def write_csv(order: Order) -> bytes:
    out = io.StringIO(newline="")
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    document = slides(order)
    for slide in (document["title"], *document["events"]):
        rows.writerow([inert(cell) if isinstance(cell, str) else cell for cell in _cells(slide)])
    return out.getvalue().encode("utf-8", "replace")


def _cells(slide: Mapping[str, Any]) -> list[str | int]:
    start, end = slide.get("start_date", {}), slide.get("end_date", {})
    row: dict[str, str | int] = dict.fromkeys(COLUMNS, "")
    for unit in _UNITS:
        row[unit.title()], row[f"End {unit.title()}"] = start.get(unit, ""), end.get(unit, "")
    row |= {"Display Date": slide.get("display_date", ""), "Headline": slide["text"]["headline"]}
    row |= {"Text": slide["text"]["text"], "Group": slide.get("group", ""), "Type": "" if start else "title"}
    return [row[column] for column in COLUMNS]


def read(data: bytes) -> Imported:
    value = read_json(data)
    if not isinstance(value, dict) or not isinstance(value.get("events"), list):
        raise ExportError("the file has no list of events: give the JSON that TimelineJS reads")
    return gather(enumerate(value["events"], 1), _event)


def read_csv(data: bytes) -> Imported:
    header, rows, notes = csv_records(data)
    if not {"Year", "Headline"} <= set(header):
        raise ExportError("the CSV has no columns Year and Headline: use the spreadsheet template of TimelineJS")
    return gather(rows, by_name(header, _row_event), notes=notes)


def _event(value: Any) -> Event:
    slide = expect_object(value)
    text = expect_object(slide.get("text") or {})
    return _make(
        expect_object(slide.get("start_date") or {}),
        slide.get("end_date") or {},
        headline=str(text.get("headline") or ""),
        text=str(text.get("text") or ""),
        group=str(slide.get("group") or ""),
        name=str(slide.get("unique_id") or ""),
    )


def _row_event(row: Mapping[str, str]) -> Event | None:
    if row.get("Type", "").strip().lower() in ("title", "era"):
        return None
    cells = {name: active(cell.strip()) for name, cell in row.items()}
    start = {unit: cells.get(unit.title(), "") for unit in _UNITS}
    end = {unit: cells.get(f"End {unit.title()}", "") for unit in _UNITS}
    return _make(start, end, headline=cells["Headline"], text=cells.get("Text", ""), group=cells.get("Group", ""))


def _make(
    start: Mapping[str, Any], end: Mapping[str, Any], *, headline: str, text: str, group: str, name: str = ""
) -> Event:
    when, label = _edtf(start, end), plain(headline)
    kind = group if group in list(Kind) else ""
    if _OURS.search(text):
        summary, sources = _OURS.sub("", text), text
    else:
        summary, _, sources = text.partition("</p><p>") if "</p><p>" in text else (text, "", "")
    links = [{"outlet": plain(found[2]), "url": html.unescape(found[1])} for found in _LINK.finditer(sources or text)]
    about = "" if links and not sources else plain(summary)
    named = {"id": name or content_id(when, label), "date": when, "label": label, "summary": about, "kind": kind}
    return from_record(named | {"sources": links})


_OURS = re.compile(r'<p class="(?:doubt|facts|sources)">.*?</p>', re.DOTALL)
"""What our own text says beyond the summary."""

_LINK = re.compile(r"<a\s[^>]*?href=[\"']([^\"']+)[\"'][^>]*>(.*?)</a>", re.IGNORECASE | re.DOTALL)


def _edtf(start: Mapping[str, Any], end: Mapping[str, Any] | None) -> str:
    first, last = _unit(start), _unit(end or {})
    if not first:
        raise ValueError("no start date: give a year at least")
    return f"{first}/{last}" if last and last != first else first


def _unit(parts: Mapping[str, Any]) -> str:
    """EDTF of the parts; empty without a year."""
    numbers = []
    for unit in _UNITS:
        cell = str(parts.get(unit) or "").strip()
        if not cell:
            break
        if not re.fullmatch(r"\d{1,4}", cell, re.ASCII):
            raise ValueError(f"{unit} {cell!r} is not a number between 1 and 9999")
        numbers.append(int(cell))
    if not numbers:
        return ""
    try:
        date(*[*numbers, 1, 1][:3])
    except ValueError:
        raise ValueError(f"there is no day {'-'.join(map(str, numbers))}") from None
    return "-".join(f"{number:0{width}d}" for number, width in zip(numbers, (4, 2, 2), strict=False))
