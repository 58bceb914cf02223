"""The page *Add a report* in a real Chromium: a report in, its events on the timeline, there after a restart."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .conftest import Server, Visit

pytestmark = pytest.mark.browser

REPORT = """Minister visits the north of Mali

Sunday, 26 September 2021

On Saturday Mali's foreign minister met soldiers in Gao. The regional force was launched in February 2017.
"""
HOSTILE = """Report <img src=https://evil.test/t.png onerror="window.hacked=1">

Sunday, 26 September 2021

Soldiers attacked Gao on Saturday.

In March 2020 rebels seized Kidal <script>window.hacked=1</script> ![x](https://evil.test/x.png).

<style>body{background:url(https://evil.test/s.png)}</style> <a href="javascript:window.hacked=1">More</a>
"""


def paste(visit: Visit, server: Server, text: str) -> Page:
    page = visit.open(f"{server.url}/add-a-report")
    page.get_by_role("textbox", name="Text of the report").fill(text)
    page.get_by_role("button", name="Find the events").click()
    return page


def cards(visit: Visit) -> int:
    """How many events are offered, once all are."""
    page = visit.page
    expect(page.locator(".event.found").first).to_be_visible(timeout=60_000)
    visit.settle()
    return page.locator(".event.found").count()


def add(visit: Visit) -> None:
    visit.page.get_by_role("button", name=re.compile("to the timeline$")).click()
    expect(visit.page.locator(".note.done")).to_be_visible()
    visit.settle()


def test_a_pasted_report_reaches_the_timeline_and_stays(own_server: Server, visit: Visit) -> None:
    page = paste(visit, own_server, REPORT)
    found = cards(visit)
    assert found >= 2
    expect(page.locator(".report mark.date", has_text="Saturday")).to_be_visible()
    expect(page.locator(".event.found", has_text="25 September 2021")).to_be_visible()
    visit.shot("add-report")
    add(visit)
    page.get_by_role("button", name="Show on the timeline").click()
    expect(page.locator(".st-key-details")).to_be_visible()
    expect(page.locator(".event blockquote").first).to_be_visible()
    link = page.url
    assert "event=" in link

    own_server.restart()
    link = re.sub(r":\d+/", f":{own_server.port}/", link)
    visit.open(link)
    expect(page.locator(".event blockquote").first).to_be_visible()


def test_what_is_not_kept_is_not_added_and_a_removal_can_be_undone(own_server: Server, visit: Visit) -> None:
    page = paste(visit, own_server, REPORT)
    found = cards(visit)
    page.locator("[class*=st-key-card-]").first.locator("label").click()
    expect(page.get_by_role("button", name=re.compile(f"Add {found - 1} event"))).to_be_visible()
    visit.settle()
    add(visit)
    library = page.locator("[class*='st-key-report-']")
    expect(library).to_contain_text(f"{found - 1} event")
    page.get_by_role("button", name="Remove").click()
    expect(library).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    expect(library).to_contain_text(f"{found - 1} event")


def test_a_sample_report_can_be_tried(server: Server, visit: Visit) -> None:
    page = visit.open(f"{server.url}/add-a-report")
    page.get_by_text("Try a sample").click()
    page.get_by_role("combobox").click()
    page.get_by_role("option").first.click()
    assert cards(visit) > 2
    assert page.get_by_label("Title").input_value()


def test_hostile_text_is_shown_and_does_nothing(own_server: Server, visit: Visit) -> None:
    page = paste(visit, own_server, HOSTILE)
    cards(visit)
    expect(page.locator(".report")).to_contain_text("<script>window.hacked=1</script>")
    assert page.locator(".report :is(img, script, a, style)").count() == 0
    add(visit)
    page.get_by_role("button", name="Show on the timeline").click()
    expect(page.locator(".event blockquote").first).to_be_visible()
    assert page.locator(".st-key-details :is(img, script, [href^=javascript])").count() == 0
    assert page.evaluate("() => window.hacked") is None


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("empty.txt", b"", "empty"),
        ("picture.txt", bytes(range(256)) * 40, ""),
        ("broken.pdf", b"%PDF-1.7 nothing more", ""),
    ],
)
def test_a_file_that_cannot_be_read_gets_a_sentence(
    server: Server, visit: Visit, tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    page = visit.open(f"{server.url}/add-a-report")
    page.get_by_text("Upload a file").click()
    page.locator("input[type=file]").set_input_files(path)
    note = page.locator(".note.error")
    expect(note).to_contain_text(said)
    expect(note).to_contain_text(re.compile(r"\S: \w+"))  # what happened, then what to do


def test_nothing_typed_is_lost_on_the_way_to_the_timeline_and_back(server: Server, visit: Visit) -> None:
    page = visit.open(f"{server.url}/?country=NE")
    narrowed = page.locator(".title .count").inner_text()
    page.get_by_role("link", name="Add a report").click()
    page.get_by_role("button", name="Find the events").click()
    expect(page.locator(".note.error")).to_contain_text("There is no text yet")
    box = page.get_by_role("textbox", name="Text of the report")
    box.fill("A half-written report")
    box.press("Control+Enter")
    expect(page.get_by_text("3 words kept")).to_be_visible()
    page.get_by_role("link", name="Timeline").click()
    expect(page.locator(".title .count")).to_have_text(narrowed)
    expect(page).to_have_url(re.compile(r"\?country=NE&v=1$"))
    page.get_by_role("link", name="Add a report").click()
    expect(box).to_have_value("A half-written report")


def test_a_missing_day_of_publication_is_asked_for(server: Server, visit: Visit) -> None:
    page = paste(visit, server, "Soldiers attacked Gao in March 2020. On Saturday they left.")
    expect(page.locator(".note")).to_contain_text("No day of publication was found")
    assert cards(visit) == 1
    page.get_by_test_id("stDateInput").locator("input, [role=spinbutton]").first.click()
    page.keyboard.type("20210926")
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    expect(page.locator(".event.found", has_text="25 September 2021")).to_be_visible()


def test_a_text_without_dates_says_so(server: Server, visit: Visit) -> None:
    page = paste(visit, server, "The desert is wide and the river is long.")
    expect(page.locator(".note", has_text="No dated event was found")).to_be_visible()
    page.get_by_role("button", name="Another report").click()
    expect(page.get_by_role("textbox", name="Text of the report")).to_have_value(re.compile("desert"))
