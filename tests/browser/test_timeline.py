"""The page *Timeline* in a real Chromium, over the data package that ships."""

import re

import pytest
from playwright.sync_api import expect

from .conftest import Server, Visit
from .steps import choice, count

pytestmark = pytest.mark.browser


def click_event(visit: Visit, event: str) -> None:
    """Click on the mark of an event in the chart."""
    visit.page.locator(".js-plotly-plot").scroll_into_view_if_needed()
    at = visit.page.evaluate(
        """id => {
          const chart = document.querySelector('.js-plotly-plot');
          const { xaxis, yaxis } = chart._fullLayout;
          for (const trace of chart._fullData) {
            const at = (trace.customdata ?? []).findIndex((data) => [data].flat()[0] === id);
            if (at < 0 || trace.x?.[at] == null) continue;
            const x = xaxis.d2p(trace.x[at]) + xaxis._offset, y = yaxis.d2p(trace.y[at]) + yaxis._offset;
            const box = chart.getBoundingClientRect();
            return [box.left + x, box.top + y];
          }
        }""",
        event,
    )
    assert at, f"{event} has no mark"
    visit.page.mouse.move(*at)
    visit.page.mouse.click(*at)
    visit.settle()


def test_the_first_screen_shows_the_whole_timeline(server: Server, visit: Visit) -> None:
    page = visit.open(server.url)
    shown, total = count(page)
    assert shown == total > 200
    expect(page.locator(".js-plotly-plot")).to_be_visible()
    expect(page.locator("[data-testid=stDataFrame]")).to_be_attached()
    visit.shot("timeline-light-1440")


def test_filters_narrow_the_view_and_the_link(server: Server, visit: Visit) -> None:
    page = visit.open(server.url)
    _, total = count(page)
    choice(page, "actor", "JNIM")
    expect(page).to_have_url(re.compile(r"\?actor=JNIM&v=1$"))
    visit.settle()
    by_actor, _ = count(page)
    choice(page, "country", "Burkina Faso")
    expect(page).to_have_url(re.compile(r"actor=JNIM&country=BF"))
    visit.settle()
    by_both, _ = count(page)
    assert 0 < by_both < by_actor < total
    visit.shot("timeline-filtered")

    page.locator(".st-key-chips").get_by_role("button", name=re.compile("JNIM")).click()
    expect(page).to_have_url(re.compile(r"\?country=BF&v=1$"))
    visit.settle()
    page.locator(".st-key-chips").get_by_role("button", name=re.compile("Reset")).click()
    expect(page.locator(".title .count")).to_have_text(f"{total} events")
    assert page.url.rstrip("/?") == server.url


def test_a_clicked_event_tells_everything_and_its_link_gives_it_back(server: Server, visit: Visit) -> None:
    page = visit.open(f"{server.url}/?country=ML&kind=coup")
    click_event(visit, "mali-coup-2012")
    expect(page.locator(".event h3")).to_contain_text("Amadou Toumani Touré")
    expect(page.locator(".rivals")).to_contain_text("21 March 2012")
    expect(page.locator(".event .source a").first).to_have_attribute("href", re.compile("^https://"))
    expect(page).to_have_url(re.compile("event=mali-coup-2012"))
    visit.shot("timeline-details")

    before = page.url, count(page)
    page.reload()
    visit.settle()
    assert (page.url, count(page)) == before
    expect(page.locator(".event h3")).to_contain_text("Amadou Toumani Touré")


def test_the_details_open_in_sight_however_far_the_page_is_scrolled(server: Server, visit: Visit) -> None:
    page = visit.open(server.url)
    page.locator("[data-testid=stMain]").evaluate("main => main.scrollTo(0, 700)")
    mark = page.evaluate(
        """() => {
          const chart = document.querySelector('.js-plotly-plot');
          const { xaxis, yaxis } = chart._fullLayout, box = chart.getBoundingClientRect();
          const found = [];
          for (const trace of chart._fullData) {
            (trace.customdata ?? []).forEach((data, n) => {
              if (trace.x?.[n] == null || !/^[a-z]/.test([data].flat()[0])) return;
              const x = box.left + xaxis._offset + xaxis.d2p(trace.x[n]);
              const y = box.top + yaxis._offset + yaxis.d2p(trace.y[n]);
              if (y > 300 && y < 700 && trace.mode?.includes('markers')) found.push([x, y]);
            });
          }
          return found[0];
        }"""
    )
    assert mark, "no mark is in the window"
    page.mouse.move(*mark)
    page.mouse.click(*mark)
    visit.settle()
    expect(page.locator(".event h3")).to_be_in_viewport()
    expect(page.get_by_role("button", name="Close")).to_be_in_viewport()
    visit.shot("timeline-details-scrolled")


def test_arrow_keys_walk_through_the_events_and_escape_closes(server: Server, visit: Visit) -> None:
    page = visit.open(f"{server.url}/?country=ML&kind=coup&event=mali-coup-2012")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".place-in-list")).to_have_text("2 of 3")
    visit.settle()
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".place-in-list")).to_have_text("1 of 3")
    visit.settle()
    page.keyboard.press("Escape")
    expect(page.locator(".st-key-details")).to_have_count(0)
    assert "event=" not in page.url


def test_filters_can_be_used_without_a_mouse(server: Server, visit: Visit) -> None:
    page = visit.open(server.url)
    box = page.locator(".st-key-facet-kind input[type=checkbox]").first
    box.focus()
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile(r"\?kind=\w+&v=1$"))
    visit.settle()
    expect(page.locator(".st-key-facet-kind input[type=checkbox]").first).to_be_checked()


def test_an_actor_is_found_by_another_name(server: Server, visit: Visit) -> None:
    page = visit.open(server.url)
    actors = page.locator(".st-key-facet-actor")
    actors.get_by_role("searchbox").fill("GSIM")
    expect(actors.locator("label.row")).to_have_count(1)
    expect(actors.locator("label.row")).to_contain_text("JNIM")


def test_text_search_is_part_of_the_view(server: Server, visit: Visit) -> None:
    page = visit.open(server.url)
    search = page.get_by_role("searchbox").first
    search.fill("Wagner")
    search.press("Enter")
    expect(page).to_have_url(re.compile(r"\?q=Wagner&v=1$"))
    visit.settle()
    assert 0 < count(page)[0] < count(page)[1]


def test_back_and_forward_move_through_the_views(server: Server, visit: Visit) -> None:
    page = visit.open(server.url)
    choice(page, "country", "Niger")
    expect(page).to_have_url(re.compile(r"\?country=NE&v=1$"))
    visit.settle()
    narrowed = count(page)
    page.go_back()
    expect(page.locator(".title .count")).to_have_text(f"{narrowed[1]} events")
    page.go_forward()
    expect(page.locator(".title .count")).to_contain_text(f"{narrowed[0]} of")


def test_a_damaged_link_is_told_and_the_rest_of_the_view_stays(server: Server, visit: Visit) -> None:
    page = visit.open(f"{server.url}/?actor=Nobody+at+all&country=ML&from=soon&colour=red")
    notes = page.locator(".note")
    expect(notes).to_have_count(1)
    expect(notes.locator("p")).to_have_count(3)
    expect(notes.filter(has_text="knows no actor 'Nobody at all'")).to_be_visible()
    assert 0 < count(page)[0] < count(page)[1]


def test_an_empty_view_says_which_filter_emptied_it(server: Server, visit: Visit) -> None:
    page = visit.open(f"{server.url}/?country=ML&to=2001")
    empty = page.locator(".st-key-empty")
    expect(empty).to_contain_text("No event passes these filters")
    visit.shot("timeline-empty")
    empty.get_by_role("button", name=re.compile("Time range")).click()
    expect(page).to_have_url(re.compile(r"\?country=ML&v=1$"))
    visit.settle()
    assert count(page)[0] > 0


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1920, 1080)])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_cut_at_the_sizes_that_people_use(
    server: Server, visit: Visit, width: int, height: int, scheme: str
) -> None:
    visit.page.set_viewport_size({"width": width, "height": height})
    visit.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page = visit.open(f"{server.url}/?country=ML&event=mali-coup-2012")
    assert page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")
    chart, panel = page.locator(".js-plotly-plot").bounding_box(), page.locator(".st-key-details").bounding_box()
    assert chart
    assert panel
    assert chart["x"] + chart["width"] <= panel["x"]
    assert panel["x"] + panel["width"] <= width
    visit.shot(f"timeline-{scheme}-{width}")


def test_a_range_is_drawn_on_the_overview(server: Server, visit: Visit) -> None:
    page = visit.open(server.url)
    box = page.locator(".st-key-strip svg").bounding_box()
    assert box
    y = box["y"] + 20
    page.mouse.move(box["x"] + box["width"] * 0.5, y)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.6, y, steps=4)
    page.mouse.up()
    expect(page).to_have_url(re.compile(r"\?from=20\d\d-\d\d-\d\d&to=20\d\d-\d\d-\d\d&v=1$"))
    visit.settle()
    shown, total = count(page)
    assert 0 < shown < total
    visit.shot("timeline-range")

    last = page.get_by_role("slider", name="Last day shown")
    last.focus()
    page.keyboard.press("ArrowRight")
    expect(page).not_to_have_url(page.url)
    visit.settle()
    assert "event=" not in page.url
    page.locator(".st-key-strip svg").dblclick()
    expect(page.locator(".title .count")).to_have_text(f"{total} events")


def test_a_first_filter_leaves_the_chart_painted(server: Server, visit: Visit) -> None:
    page = visit.open(server.url)
    page.evaluate("""() => {
      window.gone = 0;
      const look = () => {
        if (!document.querySelector('.js-plotly-plot .main-svg')) window.gone += 1;
        requestAnimationFrame(look);
      };
      look();
    }""")
    choice(page, "country", "Niger")
    expect(page.locator(".st-key-chips button")).to_have_count(2)
    visit.settle()
    assert page.evaluate("() => window.gone") == 0


def test_quick_ticks_all_count(server: Server, visit: Visit) -> None:
    page = visit.open(server.url)
    for label in ("Mali", "Niger", "Chad"):
        choice(page, "country", label)
    expect(page).to_have_url(re.compile(r"\?country=ML&country=NE&country=TD&v=1$"))
    visit.settle()
    expect(page.locator(".st-key-chips button")).to_have_count(4)


def test_on_a_narrow_screen_the_details_stand_above_the_chart(server: Server, visit: Visit) -> None:
    visit.page.set_viewport_size({"width": 820, "height": 1100})
    page = visit.open(f"{server.url}/?country=ML&kind=coup&event=mali-coup-2012")
    assert page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")
    panel, chart = page.locator(".st-key-details").bounding_box(), page.locator(".js-plotly-plot").bounding_box()
    assert panel
    assert chart
    assert panel["y"] + panel["height"] <= chart["y"]
    assert chart["x"] + chart["width"] <= 820
