"""Whatever a file holds, an importer gives events, reasons, or an error in words: never a fault of its own."""

import json
import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.export.samples import DATED, FULL, caption
from timeline_app.errors import TimelineError
from timeline_app.export.formats import IMPORTERS, export, import_file
from timeline_app.export.imported import Imported

WORDS = st.sampled_from(
    re.findall(
        r"\w+",
        "date label id kind status actors countries lat lon sources claims mentions properties geometry coordinates "
        "type items start end content group event events features start_date end_date year month day text headline "
        "size unique_id enddate source recipient event_loc dead cite_info published url fatalities_low salience",
    )
)
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["2021", "2021-03", "attack"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=5),
    max_leaves=12,
)
quick = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)


def read(name: str, data: bytes) -> Imported:
    try:
        return import_file(name, data)
    except TimelineError:
        return Imported(events=())


@pytest.mark.parametrize("name", ["jsonl", "timelinejs", "vis", "geojson", "plover"])
@quick
@given(value=VALUES)
def test_any_json(name: str, value: Any) -> None:
    wrapped = {"timelinejs": {"events": [value]}, "vis": {"items": [value]}, "geojson": {"features": [value]}}
    found = read(name, json.dumps(wrapped.get(name, value)).encode())
    assert len(found.events) + len(found.skipped) <= 1
    assert all(skipped.why for skipped in found.skipped)


@pytest.mark.parametrize("name", ["csv", "timelinejs-csv", "acled", "ucdp", "ics"])
@quick
@given(rows=st.lists(st.text(max_size=30), max_size=6))
def test_any_text_under_the_right_header(name: str, rows: list[str]) -> None:
    headers = {
        "csv": "date,label,lat,lon,sources,fatalities_low",
        "timelinejs-csv": "Year,Month,Day,Headline,Text",
        "acled": "event_date,event_type,latitude,longitude,fatalities,time_precision",
        "ucdp": "id,date_start,date_end,date_prec,latitude,longitude,best",
        "ics": "BEGIN:VCALENDAR\nBEGIN:VEVENT",
    }
    read(name, "\n".join([headers[name], *rows]).encode("utf-8", "replace"))


@pytest.mark.parametrize("importer", IMPORTERS, ids=lambda importer: importer.name)
@quick
@given(data=st.data())
def test_a_damaged_file(importer: Any, data: st.DataObject) -> None:
    """A file of ours with some bytes changed, or cut off."""
    name = importer.name if importer.name not in ("acled", "ucdp") else "csv"
    whole = bytearray(_written(name))
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    read(importer.name, bytes(whole[: data.draw(st.integers(1, len(whole)))]))


_MADE: dict[str, bytes] = {}


def _written(name: str) -> bytes:
    if name not in _MADE:
        events = (FULL, *DATED)
        _MADE[name] = export(name, events, caption=caption(events))
    return _MADE[name]
