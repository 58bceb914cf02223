"""vis-timeline: `items` and `groups` for its two data sets; all text escaped, since it shows HTML."""

import html
import json
import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

from timeline_app.dates import FuzzyDate, Shape
from timeline_app.errors import ExportError
from timeline_app.export.clean import clean, many, plain
from timeline_app.export.imported import Imported, expect_object, gather, read_json
from timeline_app.export.order import Order
from timeline_app.export.record import as_record, content_id, from_record, is_date
from timeline_app.model import Event, Kind
from timeline_app.wording import say_date

_DAY = 86_400_000
"""Milliseconds."""


def write(order: Order) -> bytes:
    kinds = sorted({str(event.kind) for event in order.events})
    document = {
        "title": order.caption.title,
        **({"note": order.lost} if order.lost else {}),
        "groups": [{"id": kind, "content": kind} for kind in kinds],
        "items": [_item(event) for event in order.events],
    }
    return json.dumps(document, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def _item(event: Event) -> dict[str, Any]:
    """A box on an exact day, a range for what lasted, a point with the date in words for all that is less exact.

    A range ends when its last day is over, so its end is the day after.
    """
    when, said = event.date, say_date(event.date)
    label = html.escape(clean(event.label))
    item: dict[str, Any] = {"id": event.id, "group": str(event.kind)}
    if when.shape is Shape.SPAN and when.earliest and when.latest:
        item |= {"type": "range", "content": label}
        item |= {"start": when.earliest.isoformat(), "end": _after(when)}
    else:
        start = when.earliest or when.latest
        assert start, "a date has one end at least"
        content = label if when.exact else f"{html.escape(said)}: {label}"
        item |= {"type": "box" if when.exact else "point", "content": content, "start": start.isoformat()}
    item["title"] = html.escape(f"{said}. {clean(event.summary)}".strip())
    item["className"] = f"kind-{event.kind} status-{event.status} shape-{when.shape} precision-{when.precision}"
    item["event"] = as_record(event)
    return item


def _after(when: FuzzyDate) -> str:
    assert when.latest, "a closed span has a last day"
    try:
        return (when.latest + timedelta(days=1)).isoformat()
    except OverflowError:
        return when.latest.isoformat()


def loses(events: tuple[Event, ...]) -> str:
    vague = sum(
        not (e.date.exact or (e.date.shape is Shape.SPAN and e.date.earliest and e.date.latest)) for e in events
    )
    mentions = sum(len(event.mentions) for event in events)
    told = []
    if vague:
        told.append(
            f"vis-timeline has no shape for an inexact date: {vague:,} of {many(len(events), 'event')} placed as "
            "points at the first possible day, with the date in words."
        )
    if mentions:
        told.append(f"Left out: {many(mentions, 'quote')}.")
    return " ".join(told)


def read(data: bytes) -> Imported:
    value = read_json(data)
    items = value.get("items") if isinstance(value, dict) else value
    if not isinstance(items, list):
        raise ExportError("the file has no list of items: give the JSON of a vis-timeline data set")
    return gather(enumerate(items, 1), _event)


def _event(value: Any) -> Event | None:
    item = expect_object(value)
    if item.get("type") == "background":
        return None
    if isinstance(item.get("event"), dict):
        return from_record(item["event"])
    start = _day(item["start"])
    last = _last_day(item["end"]) if item.get("end") else start
    when = f"{start}/{last}" if last != start and last != _day_before(start) else start
    said = [plain(str(item.get(name) or "")) for name in ("content", "title")]
    label = said[0] or said[1]
    group = str(item.get("group") or "")
    kind = group if group in list(Kind) else ""
    named = {"id": str(item.get("id") or content_id(when, label)), "date": when, "label": label, "kind": kind}
    return from_record(named | {"summary": said[1] if said[1] != label else ""})


def _day(value: Any) -> str:
    """The day of an ISO date or of milliseconds since 1970."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return datetime.fromtimestamp(value / 1000, UTC).date().isoformat()
    day = re.split("[T ]", str(value))[0]
    if not is_date(day):
        raise ValueError(f"{value!r} is not a date: write 2021-09-25")
    return day


def _last_day(end: Any) -> str:
    """The last day of a range: its end is the moment at which it is over, so midnight belongs to the day before."""
    day = _day(end)
    within = end % _DAY != 0 if isinstance(end, int | float) else bool(re.search("[T ].*[1-9]", str(end)))
    return day if within else _day_before(day)


def _day_before(day: str) -> str:
    first = FuzzyDate.parse(day).earliest
    return (first - timedelta(days=1)).isoformat() if first and len(day) == 10 and first > date.min else day
