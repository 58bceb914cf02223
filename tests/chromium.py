"""The Chromium that tests and pictures use, started so that it asks nothing of the network by itself."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Playwright, sync_playwright

_QUIET = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@contextmanager
def started() -> Iterator[Browser]:
    """A browser until the block ends; Playwright allows one at a time. `LookupError`: there is no Chromium."""
    with sync_playwright() as playwright:
        path = _executable(playwright)
        if not path:
            raise LookupError("no Chromium: run sh tests/browser/get_chromium.sh")
        browser = playwright.chromium.launch(executable_path=path, args=_QUIET)
        try:
            yield browser
        finally:
            browser.close()


def _executable(playwright: Playwright) -> str | None:
    """The Chromium to start: $CHROMIUM, the system's, Playwright's own."""
    own = playwright.chromium.executable_path
    return os.environ.get("CHROMIUM") or next(
        filter(None, map(shutil.which, _NAMES)), own if Path(own).exists() else None
    )
