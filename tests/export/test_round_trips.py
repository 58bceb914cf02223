"""What a format can hold comes back from it as it was; hostile text does not change that."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.export.samples import ARTICLE, DATED, FULL, HOSTILE, NASTY, caption
from tests.export.strategies import some_events
from timeline_app.export.clean import clean, printable
from timeline_app.export.formats import export, import_file
from timeline_app.export.timelinejs import holds
from timeline_app.model import Event

quick = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def through(name: str, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The events after a way out and in; nothing may be skipped."""
    found = import_file(name, export(name, events, caption=caption(events)))
    assert found.skipped == ()
    return found.events


@pytest.mark.parametrize("name", ["jsonl", "geojson", "vis", "parquet"])
@quick
@given(some_events())
def test_events_come_back_whole(name: str, events: tuple[Event, ...]) -> None:
    assert through(name, events) == events


@quick
@given(some_events())
def test_a_table_gives_back_all_but_rival_values(events: tuple[Event, ...]) -> None:
    assert through("csv", events) == tuple(replace(event, claims=()) for event in events)


@quick
@given(some_events())
def test_plover_gives_back_all_but_rival_values_and_further_sources(events: tuple[Event, ...]) -> None:
    expected = [
        replace(e, claims=(), sources=tuple(replace(s, author="", id="", via="") for s in e.sources[:1]))
        for e in events
    ]
    assert through("plover", events) == tuple(expected)


@quick
@given(some_events(2))
def test_a_calendar_gives_back_the_exact_days(events: tuple[Event, ...]) -> None:
    found = through("ics", events)
    assert set(found) <= set(events)
    assert {e.id for e in events if e.date.exact} <= {e.id for e in found}


def test_json_lines_keep_the_tellings() -> None:
    assert through("jsonl", (FULL,)) == (FULL,)


def test_a_data_package_keeps_all_but_the_tellings() -> None:
    found = through("datapackage", (FULL, *DATED))
    bare = replace(FULL, mentions=(), sources=())
    assert [replace(event, sources=()) for event in found] == [bare, *DATED]
    assert [source.outlet for source in found[0].sources] == ["River Post", "Wire"]
    assert found[0].sources[0].title == FULL.sources[0].title


@pytest.mark.parametrize("name", ["timelinejs", "timelinejs-csv"])
def test_timelinejs_gives_back_dates_of_years_months_and_days(name: str) -> None:
    found = {event.label: event for event in through(name, (FULL, *DATED))}
    assert {event.label for event in DATED} <= set(found)
    for event in (FULL, *DATED):
        if holds(event.date):
            assert found[event.label].date == event.date
        assert found[event.label].kind == event.kind
    assert found[FULL.label].summary == FULL.summary
    assert [source.url for source in found[FULL.label].sources] == [source.url for source in FULL.sources]


@pytest.mark.parametrize("name", ["jsonl", "geojson", "vis", "parquet", "plover"])
def test_hostile_text_comes_back_as_it_was(name: str) -> None:
    assert [event.label for event in through(name, NASTY)] == list(HOSTILE)


@pytest.mark.parametrize("name", ["csv", "datapackage"])
def test_tables_drop_control_characters_alone(name: str) -> None:
    assert [e.label for e in through(name, NASTY)] == [printable(text) for text in HOSTILE]


def test_timelinejs_shows_hostile_text_as_text() -> None:
    assert [event.label for event in through("timelinejs", NASTY)] == [clean(text) for text in HOSTILE]


def test_an_unpacked_data_package_is_one(tmp_path: Path) -> None:
    import io
    import zipfile

    from timeline_app.store.package import load

    data = export("datapackage", (FULL, *DATED), caption=caption((FULL, *DATED)), articles={ARTICLE.id: ARTICLE})
    zipfile.ZipFile(io.BytesIO(data)).extractall(tmp_path)
    assert len(load(tmp_path).events) == 1 + len(DATED)
