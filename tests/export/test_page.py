"""The HTML file in a real browser: it draws, asks no network, and runs nothing that a text holds."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.export.samples import DATED, FULL, NASTY, caption
from timeline_app.export.formats import export
from timeline_app.store.package import load

EVENTS = load().events[:40]


def test_it_holds_all_that_it_needs() -> None:
    text = export("html", NASTY, caption=caption(NASTY)).decode()
    assert "Content-Security-Policy" in text
    assert '"showSendToCloud":false' in text
    assert '"toImage"]' in text.split('"modeBarButtonsToRemove":')[-1]  # no picture without caption and marking
    for tag in ("<script src", "<link", "<img", "<iframe", "@import"):
        assert tag not in text.replace("\\u003c", "<").split("<script>")[0]
        assert tag not in text.split("</script>")[-1]


def test_no_text_ends_the_script() -> None:
    text = export("html", NASTY, caption=caption(NASTY)).decode()
    assert text.count("</script") == 2
    assert "<img src=x" not in text


@pytest.mark.browser
@pytest.mark.parametrize("events", [EVENTS, (FULL, *DATED), NASTY], ids=["package", "plain", "hostile"])
def test_a_browser_draws_it_without_a_network(events: tuple, browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(export("html", events, caption=caption(events, marking="For internal use")))
    with browser.new_page() as page:
        requests: list[str] = []
        faults: list[str] = []
        page.on("request", lambda request: requests.append(request.url))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("dialog", lambda dialog: faults.append(dialog.message))
        page.goto((tmp_path / "a.html").as_uri())
        page.wait_for_selector("#chart .main-svg")
        assert page.locator("#chart .point").count() > 0
        assert page.locator("article").count() == len(events)
        assert page.get_by_text("For internal use").count() == 2
        hrefs = page.eval_on_selector_all("a", "links => links.map(link => link.getAttribute('href'))")
        page.locator("#chart .points .point").first.click(force=True)
        page.wait_for_function("document.activeElement.id.startsWith('event-')", timeout=10_000)
    assert [url for url in requests if not url.startswith(("file:", "data:", "blob:"))] == []
    assert faults == []
    assert all(href.startswith(("#source-", "http://", "https://")) for href in hrefs)
