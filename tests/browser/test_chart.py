"""The chart in a real Chromium: pointed at, walked through by keyboard, zoomed, put in order, light and dark."""

import re

import pytest
from playwright.sync_api import Page, expect

from .conftest import Server, Visit

pytestmark = pytest.mark.browser

MARKS = """() => {
  const chart = document.querySelector('.js-plotly-plot'), { xaxis, yaxis } = chart._fullLayout;
  const box = chart.getBoundingClientRect(), found = {};
  for (const trace of chart.data) {
    if (trace.mode !== 'markers' || !trace.customdata) continue;
    trace.customdata.forEach(([id], n) => (found[id] ??= []).push(
      [box.left + xaxis._offset + xaxis.d2p(trace.x[n]), box.top + yaxis._offset + yaxis.d2p(trace.y[n])]));
  }
  return found;
}"""
"""Where the markers of each event stand on the screen."""


def rings(page: Page) -> int:
    return page.locator(".js-plotly-plot .cover .ring").count()


def test_an_event_that_is_pointed_at_is_linked_to_its_other_rows(server: Server, visit: Visit) -> None:
    page = visit.open(f"{server.url}/?kind=withdrawal")
    before = page.locator(".title .count").inner_text()
    page.locator(".st-key-facet-country label.row", has_text=re.compile("^Mali")).click()
    expect(page.locator(".title .count")).not_to_have_text(before)
    visit.settle()
    several = {event: marks for event, marks in page.evaluate(MARKS).items() if len(marks) > 1}
    event, marks = next((event, marks) for event, marks in several.items() if marks[0][1] < 700)
    assert event
    page.mouse.move(marks[0][0] - 2, marks[0][1])
    page.mouse.move(*marks[0])
    expect(page.locator(".js-plotly-plot .cover .ring")).to_have_count(len(marks))
    expect(page.locator(".js-plotly-plot .cover .thread")).to_have_count(1)
    visit.shot("timeline-linked")
    page.mouse.move(5, 5)
    expect(page.locator(".js-plotly-plot .cover .ring")).to_have_count(0)


def test_the_chart_is_walked_through_and_its_events_opened_without_a_mouse(server: Server, visit: Visit) -> None:
    page = visit.open(f"{server.url}/?country=ML&country=NE&kind=coup")
    page.keyboard.press("Tab")
    expect(page.locator("#skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".js-plotly-plot .cover .ring").first).to_be_attached()
    page.keyboard.press("ArrowRight")
    told = page.locator(".st-key-walk .said")
    expect(told).to_contain_text("2020")
    visit.shot("timeline-keyboard")
    page.keyboard.press("Enter")
    expect(page.locator(".event h3")).to_be_visible()
    visit.settle()
    first = page.locator(".event h3").inner_text()
    assert told.inner_text()[:20] == first[:20]
    page.keyboard.press("ArrowDown")
    expect(told).not_to_contain_text(first)
    page.keyboard.press("Enter")
    expect(page.locator(".event h3")).not_to_have_text(first)
    visit.settle()
    page.keyboard.press("Escape")
    expect(page.locator(".st-key-details")).to_have_count(0)


@pytest.mark.parametrize("scale", ["linear", "steps"])
def test_a_stretch_drawn_on_the_chart_is_the_time_range_and_there_is_a_way_back(
    server: Server, visit: Visit, scale: str
) -> None:
    page = visit.open(f"{server.url}/?scale={scale}&country=ML")
    total = page.locator(".title .count").inner_text()
    box = (
        page.locator(".js-plotly-plot .bglayer").first.bounding_box() or page.locator(".js-plotly-plot").bounding_box()
    )
    assert box
    y = page.locator(".js-plotly-plot").bounding_box()["y"] + 300
    page.mouse.move(box["x"] + box["width"] * 0.5, y)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.7, y, steps=5)
    page.mouse.up()
    expect(page).to_have_url(re.compile(r"from=20\d\d-\d\d-\d\d&to=20\d\d-\d\d-\d\d"))
    visit.settle()
    expect(page.locator(".title .count")).not_to_have_text(total)
    page.locator(".st-key-chips button").nth(1).click()
    expect(page.locator(".title .count")).to_have_text(total)


def test_a_year_is_one_click_on_its_name_and_one_back(server: Server, visit: Visit) -> None:
    page = visit.open(server.url)
    total = page.locator(".title .count").inner_text()
    year = page.locator(".st-key-strip text.year", has_text="2021")
    year.click()
    expect(page).to_have_url(re.compile(r"\?from=2021&to=2021&v=1$"))
    visit.settle()
    expect(page.get_by_role("combobox", name="Time range")).to_have_value("2021")
    page.locator(".st-key-strip text.year", has_text="2021").click()
    expect(page.locator(".title .count")).to_have_text(total)


def test_rows_are_put_in_order_by_hand(server: Server, visit: Visit) -> None:
    page = visit.open(f"{server.url}/?lanes=kind")
    page.get_by_role("button", name="Arrange").click()
    page.get_by_text("By hand").click()
    page.get_by_role("button", name="Move Politics up").click()
    expect(page).to_have_url(re.compile(r"\?lanes=kind&order=politics&v=1$"))
    visit.settle()
    first = page.locator(".js-plotly-plot .annotation-text").first
    expect(first).to_have_text("Politics")
    page.reload()
    visit.settle()
    expect(first).to_have_text("Politics")


GROUND = "() => getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor"
CHART_GROUND = "() => document.querySelector('.js-plotly-plot')?.layout?.paper_bgcolor"


def test_a_link_chooses_the_theme_and_the_reader_another(server: Server, visit: Visit) -> None:
    page = visit.page
    page.emulate_media(color_scheme="light")
    visit.open(f"{server.url}/?country=TD")
    light = page.evaluate(GROUND), page.evaluate(CHART_GROUND)
    visit.open(f"{server.url}/?country=TD&theme=dark")
    page.wait_for_function(f"light => ({GROUND})() !== light", arg=light[0])
    assert page.evaluate(CHART_GROUND) != light[1]
    visit.shot("timeline-theme-dark")
    page.get_by_role("button", name="Arrange").click()
    page.get_by_text("As the system").click()
    expect(page).to_have_url(re.compile(r"\?country=TD&v=1$"))
    page.wait_for_function(f"light => ({CHART_GROUND})() === light", arg=light[1])
    assert page.evaluate(GROUND) == light[0]
    page.emulate_media(color_scheme="dark")  # the system changes its mind while the page is open
    page.wait_for_function(f"light => ({CHART_GROUND})() !== light && ({GROUND})() !== {light[0]!r}", arg=light[1])
    page.emulate_media(color_scheme="light")
    page.wait_for_function(f"light => ({CHART_GROUND})() === light", arg=light[1])
