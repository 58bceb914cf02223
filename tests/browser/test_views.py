"""The other ways to look at a selection, in a real Chromium: slide and picture, map, presentation, table."""

import re

import pytest
from playwright.sync_api import expect

from .conftest import Server, Visit
from .steps import count

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("name", "start"), [("Slides (PowerPoint)", b"PK"), ("Picture (PNG)", b"\x89PNG")])
def test_a_slide_and_a_picture_are_two_clicks_away(server: Server, visit: Visit, name: str, start: bytes) -> None:
    page = visit.open(f"{server.url}/?country=ML&from=2021&to=2022")
    page.evaluate("() => { window.clicks = 0; addEventListener('click', () => { window.clicks += 1; }, true); }")
    page.get_by_role("button", name="Share").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name=name).click()
    assert waiting.value.path().read_bytes().startswith(start)
    assert page.evaluate("() => window.clicks") == 2
    visit.shot("timeline-share")


def test_the_table_offers_no_file_without_a_caption(server: Server, visit: Visit) -> None:
    page = visit.open(f"{server.url}/?country=TD")
    page.locator(".st-key-table").hover()
    expect(page.get_by_role("button", name=re.compile("^Search"))).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("CSV"))).to_have_count(0)


def test_the_map_filters_and_fetches_nothing(server: Server, visit: Visit) -> None:
    page = visit.open(f"{server.url}/?tab=map&kind=coup")
    expect(page.locator(".st-key-map .main-svg").first).to_be_visible()
    expect(page.locator(".st-key-strip svg")).to_be_visible()
    visit.shot("timeline-map")
    name = page.locator(".st-key-map text", has_text="Mali").bounding_box()
    assert name
    page.mouse.click(name["x"] + name["width"] + 15, name["y"] - 10)
    expect(page).to_have_url(re.compile("country=ML"))
    visit.settle()
    assert count(page)[0] == 3


def test_the_presentation_shows_the_chart_alone(server: Server, visit: Visit) -> None:
    page = visit.open(f"{server.url}/?country=ML&kind=coup&present=1")
    expect(page.locator("[data-testid=stSidebar]")).to_be_hidden()
    expect(page.locator(".title")).to_contain_text("Mali · Coup")
    expect(page.get_by_role("button", name="Next")).to_be_enabled()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".told")).to_contain_text("2012")
    visit.settle()
    assert page.evaluate("() => document.querySelector('[data-testid=stMain]').scrollHeight <= window.innerHeight + 40")
    visit.shot("timeline-present")
    page.keyboard.press("Escape")
    expect(page.locator("[data-testid=stSidebar]")).to_be_visible()


def test_a_row_of_the_table_chooses_its_event(server: Server, visit: Visit) -> None:
    page = visit.open(f"{server.url}/?country=ML&kind=coup")
    table = page.locator("[data-testid=stDataFrame]")
    table.scroll_into_view_if_needed()
    box = table.bounding_box()
    assert box
    page.mouse.click(box["x"] + 18, box["y"] + 35 + 17)
    expect(page).to_have_url(re.compile("event=mali-coup-2012"))
    expect(page.locator(".event h3")).to_contain_text("Amadou Toumani Touré")


def test_a_row_of_the_table_is_opened_without_a_mouse(server: Server, visit: Visit) -> None:
    page = visit.open(f"{server.url}/?country=ML&kind=coup")
    page.locator(".st-key-table canvas").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Shift+Space")
    expect(page).to_have_url(re.compile("event="))
    expect(page.locator(".event h3")).to_be_visible()
