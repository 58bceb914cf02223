"""TimelineJS itself draws the JSON, where a copy of it is at hand.

    npm install --prefix DIR @knight-lab/timelinejs
    TIMELINEJS=DIR/node_modules/@knight-lab/timelinejs/dist pytest tests/export/test_timelinejs_drawn.py

It is no dependency of ours; without it the rules of its documentation on dates are held by the laws below alone.
"""

import json
import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from playwright.sync_api import Browser

from tests.export.samples import DATED, FULL, NASTY, caption
from tests.export.strategies import some_events
from timeline_app.export.formats import export
from timeline_app.model import Event
from timeline_app.wording import say_date

HOME = os.environ.get("TIMELINEJS", "")
PAGE = """<!DOCTYPE html><meta charset="utf-8"><link rel="stylesheet" href="{home}/css/timeline.css">
<script src="{home}/js/timeline.js"></script><div id="here" style="width:1200px;height:640px"></div>
<script>var timeline = new TL.Timeline("here", {document}, {{script_path: "{home}/js/"}});</script>"""


@settings(max_examples=60, deadline=None)
@given(some_events())
def test_dates_keep_to_the_rules_that_it_parses_by(events: tuple[Event, ...]) -> None:
    """Numbers alone; no month without a year, no day without a month; a day that there is; no end before a start."""
    for slide in json.loads(export("timelinejs", events, caption=caption(events)))["events"]:
        days = []
        for parts in filter(None, (slide["start_date"], slide.get("end_date"))):
            assert list(parts) == ["year", "month", "day"][: len(parts)]
            assert all(type(number) is int for number in parts.values())
            days.append(date(*[*parts.values(), 1, 1][:3]))
        assert days == sorted(days)
        assert slide["display_date"]
        assert slide["text"]["headline"]
        assert slide["unique_id"]


@pytest.mark.browser
@pytest.mark.skipif(not HOME, reason="TIMELINEJS names no folder with a built TimelineJS: the docstring says how")
@pytest.mark.parametrize("events", [(FULL, *DATED), NASTY], ids=["dates", "hostile"])
def test_it_draws_every_event_with_its_date_in_words(
    events: tuple[Event, ...], browser: Browser, tmp_path: Path
) -> None:
    document = export("timelinejs", events, caption=caption(events)).decode().replace("</", "<\\/")
    (tmp_path / "a.html").write_text(PAGE.format(home=Path(HOME).resolve().as_uri(), document=document), "utf-8")
    with browser.new_page() as page:
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("dialog", lambda dialog: faults.append(dialog.message))
        page.route("http*://**", lambda route: route.abort())  # its style sheet asks for icons and fonts
        page.goto((tmp_path / "a.html").as_uri())
        page.wait_for_function("timeline.ready")
        drawn = page.evaluate("timeline.config.events.map(slide => [slide.unique_id, slide.display_date])")
        headlines = page.eval_on_selector_all(".tl-slide h2.tl-headline", "found => found.map(one => one.textContent)")
        marked = page.locator(".tl-timemarker").count()
        links = page.eval_on_selector_all(".tl-slide a", "found => found.map(one => one.href)")
    assert faults == []
    assert sorted(drawn) == sorted([event.id, say_date(event.date)] for event in events)
    assert len(headlines) == len(events) + 1
    assert marked == len(events)
    assert [link for link in links if link and not link.startswith("http")] == []  # it takes some addresses out
    if events is NASTY:
        assert '<script>alert("x")</script>' in headlines
