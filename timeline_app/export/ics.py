"""iCalendar (RFC 5545): all-day events on exact days, for a calendar programme.

A calendar holds days and nothing vaguer, so an event whose date is not exact is left out and counted, never put on
a day that nobody named. `X-TIMELINE-EVENT` carries the event as JSON, so that our own files come back whole.
"""

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from timeline_app.dates import FuzzyDate, Shape
from timeline_app.draw.lanes import country_name
from timeline_app.errors import ExportError
from timeline_app.export.clean import clean, many, safe_url
from timeline_app.export.imported import Imported, decode, gather
from timeline_app.export.order import Order
from timeline_app.export.record import as_record, content_id, from_record, read_day
from timeline_app.model import Event, Kind, Status
from timeline_app.wording import say_date

_OCTETS = 75
_OWN = "X-TIMELINE-EVENT"
_LINE = re.compile(r"(?P<name>[A-Za-z0-9-]+)(?P<params>(?:;(?:\"[^\"]*\"|[^\":])*)?):(?P<value>.*)", re.DOTALL)


def write(order: Order) -> bytes:
    caption = order.caption
    about = " ".join(filter(None, (caption.subtitle, caption.counted() + ".", order.lost, caption.marking)))
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//timeline-app//timeline-app//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{_escape(caption.title)}",
        f"X-WR-CALNAME:{_escape(caption.title)}",
        f"DESCRIPTION:{_escape(about)}",
        f"X-WR-CALDESC:{_escape(about)}",
    ]
    for event in order.events:
        if days := exact_days(event.date):
            lines += _entry(event, *days, stamp=caption.as_of)
    lines.append("END:VCALENDAR")
    return b"".join(_fold(line) + b"\r\n" for line in lines)


def exact_days(when: FuzzyDate) -> tuple[date, date] | None:
    """First and last day where each is one named day without doubt; else `None`."""
    if when.exact and when.earliest:
        return when.earliest, when.earliest
    if when.shape is Shape.SPAN and when.earliest and when.latest:
        ends = [FuzzyDate.parse(end) for end in when.edtf.split("/")]
        if all(end.exact for end in ends):
            return when.earliest, when.latest
    return None


def _entry(event: Event, first: date, last: date, *, stamp: date) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_escape(event.id)}@timeline-app"
    yield f"DTSTAMP:{stamp:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{first:%Y%m%d}"
    if last < date.max:
        yield f"DTEND;VALUE=DATE:{last + timedelta(days=1):%Y%m%d}"  # exclusive: the day after the last
    yield f"SUMMARY:{_escape(event.label)}"
    yield f"DESCRIPTION:{_escape(_described(event))}"
    yield f"CATEGORIES:{event.kind}"
    yield "TRANSP:TRANSPARENT"  # it does not make the reader busy
    if where := location(event):
        yield f"LOCATION:{_escape(where)}"
    if event.lat is not None and event.lon is not None:
        yield f"GEO:{event.lat};{event.lon}"
    if event.status is Status.PLANNED:
        yield "STATUS:TENTATIVE"
    if url := next(filter(None, (safe_url(source.url) for source in event.sources)), ""):
        yield f"URL:{url}"
    yield f"{_OWN}:{_escape(json.dumps(as_record(event), ensure_ascii=True))}"
    yield "END:VEVENT"


def location(event: Event) -> str:
    """ "Gao, Mali"; a country alone where no place is known."""
    return ", ".join(dict.fromkeys(filter(None, (event.place, *map(country_name, event.countries)))))


def _described(event: Event) -> str:
    told = {Status.CLAIMED: "Claimed", Status.PLANNED: "Planned", Status.DENIED: "Denied"}.get(event.status, "")
    if told and event.claimant:
        told += f" by {event.claimant}"
    sources = "; ".join(filter(None, (": ".join(filter(None, (s.credit, s.title))) for s in event.sources)))
    who = ", ".join(event.actors)
    parts = (say_date(event.date), event.summary, who and f"Actors: {who}", told, sources and f"Sources: {sources}")
    return " | ".join(clean(part) for part in parts if part)


def loses(events: tuple[Event, ...]) -> str:
    inexact = sum(exact_days(event.date) is None for event in events)
    mentions = sum(len(event.mentions) for event in events)
    told = []
    if inexact:
        told.append(f"iCalendar holds exact days only: {inexact:,} of {many(len(events), 'event')} left out.")
    if mentions:
        told.append(f"Left out: {many(mentions, 'quote')}.")
    return " ".join(told)


def _escape(text: str) -> str:
    return re.sub(r"([\\;,])", r"\\\1", clean(text))


def _unescape(text: str) -> str:
    return re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], text)


def _fold(line: str) -> bytes:
    """The line in pieces of at most 75 octets, no letter cut in two."""
    data, start, room = line.encode("utf-8", "replace"), 0, _OCTETS
    pieces = []
    while len(data) - start > room:
        end = start + room
        while data[end] & 0xC0 == 0x80:  # inside a letter of several octets
            end -= 1
        pieces.append(data[start:end])
        start, room = end, _OCTETS - 1  # the space that begins a continued line counts
    return b"\r\n ".join([*pieces, data[start:]])


def read(data: bytes) -> Imported:
    text = re.sub(r"\r?\n[ \t]", "", decode(data))
    if "BEGIN:VCALENDAR" not in text.upper():
        raise ExportError("the file is no iCalendar: it must begin with BEGIN:VCALENDAR")
    entries = list(_entries(text))
    repeated = sum("RRULE" in entry for _, entry in entries)
    notes = [f"{many(repeated, 'repeating event')} taken once, on the first day."] if repeated else []
    return gather(entries, _event, notes=notes)


def _entries(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Number and properties of each VEVENT; parts inside it (alarms) are passed over."""
    entry: dict[str, str] | None = None
    number, depth = 0, 0
    for line in re.split(r"\r\n?|\n", text):
        if not (m := _LINE.fullmatch(line.strip())):
            continue
        name, value = m["name"].upper(), m["value"]
        if name == "BEGIN":
            depth += entry is not None
            if value.strip().upper() == "VEVENT":
                number, entry, depth = number + 1, {}, 0
        elif name == "END" and value.strip().upper() == "VEVENT" and entry is not None:
            yield number, entry
            entry = None
        elif name == "END":
            depth -= entry is not None
        elif entry is not None and depth == 0:
            entry.setdefault(name, value)


def _event(entry: dict[str, str]) -> Event:
    if own := entry.get(_OWN):
        return from_record(json.loads(_unescape(own)))
    first = _day(entry.get("DTSTART", ""))
    last = _last_day(entry, first)
    label = clean(_unescape(entry.get("SUMMARY", "")))
    when = first.isoformat() if last <= first else f"{first.isoformat()}/{last.isoformat()}"
    lat, _, lon = entry.get("GEO", "").partition(";")
    kind = entry.get("CATEGORIES", "").split(",")[0].strip().lower()
    record: dict[str, Any] = {
        "id": content_id(entry["UID"], when) if "UID" in entry else "",
        "date": when,
        "label": label,
        "summary": clean(_unescape(entry.get("DESCRIPTION", ""))),
        "place": clean(_unescape(entry.get("LOCATION", ""))),
        "lat": lat or None,
        "lon": lon or None,
        "kind": kind if kind in list(Kind) else "",
        "status": "planned" if entry.get("STATUS", "").upper() == "TENTATIVE" else "",
    }
    if url := safe_url(entry.get("URL", "")):
        record["sources"] = [{"outlet": url.split("/")[2], "url": url}]
    return from_record(record)


def _day(value: str) -> date:
    digits = value.strip()[:8]
    if not re.fullmatch(r"\d{8}", digits, re.ASCII):
        raise ValueError("no day in DTSTART" if not value else f"{value!r} is not a day of iCalendar")
    return read_day(f"{digits[:4]}-{digits[4:6]}-{digits[6:]}")


def _last_day(entry: dict[str, str], first: date) -> date:
    """The last day: the one before an all-day DTEND, which is exclusive, or the day of a DTEND with a time."""
    if "DTEND" not in entry:
        return first
    end = entry["DTEND"].strip()
    return _day(end) if "T" in end else max(first, _day(end) - timedelta(days=1))
