"""A real server on a free port with a database of its own, and a real Chromium that looks at it."""

import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

expect.set_options(timeout=20_000)  # a busy machine is slow, not wrong

ROOT = Path(__file__).parents[2]
SHOTS = Path(__file__).parent / "shots"
READY = "[data-testid=stApp][data-test-script-state=notRunning]"
DRAWN = """() => location.pathname.endsWith('/add-a-report')
  || (document.querySelector('.st-key-empty, .main-svg') && !document.querySelector('[data-testid=stSkeleton]'))"""
"""Whether the chart, whose scripts come after the page, is there wherever one belongs."""


@dataclass
class Server:
    """An app with a database of its own. `restart` ends it and starts it again on the same database."""

    database: Path
    script: str = "timeline_app/app.py"
    port: int = 0
    process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        command = [sys.executable, "-m", "streamlit", "run", self.script, "--server.headless", "true"]
        where = ["--server.address", "127.0.0.1", "--server.port", str(self.port)]
        self.process = subprocess.Popen([*command, *where, "--", "--database", f"sqlite:///{self.database}"], cwd=ROOT)
        for _ in range(600):
            try:
                with urllib.request.urlopen(f"{self.url}/_stcore/health", timeout=1):
                    return
            except (URLError, OSError):
                try:
                    self.process.wait(0.1)
                except subprocess.TimeoutExpired:
                    continue
                break
        pytest.fail("the app did not start")

    def stop(self) -> None:
        if self.process:
            self.process.terminate()
            try:
                self.process.wait(15)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
            self.process = None

    def restart(self) -> None:
        self.stop()
        self.start()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for the tests that add nothing."""
    server = Server(tmp_path_factory.mktemp("reading") / "timeline.sqlite")
    server.start()
    yield server
    server.stop()


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[Server]:
    """A server of its own for a test that adds reports."""
    server = Server(tmp_path / "timeline.sqlite")
    server.start()
    yield server
    server.stop()


@dataclass
class Visit:
    """A page in the browser, and what left the machine while it was looked at."""

    page: Page
    foreign: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def open(self, url: str) -> Page:
        self.page.goto(url)
        self.settle()
        return self.page

    def settle(self) -> None:
        """Wait until the server has run the page and the browser has drawn it."""
        self.page.wait_for_selector(READY, timeout=30_000)
        self.page.wait_for_function(DRAWN, timeout=30_000)
        self.page.wait_for_selector(READY, timeout=30_000)

    def shot(self, name: str) -> None:
        SHOTS.mkdir(exist_ok=True)
        self.page.screenshot(path=SHOTS / f"{name}.png")


@pytest.fixture(scope="session")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """One for all tests, so that the page's scripts are fetched once."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.set_default_timeout(15_000)
    yield context
    context.close()


@pytest.fixture
def visit(context: BrowserContext) -> Iterator[Visit]:
    """A fresh page; ends with a check that nothing but this machine was asked for anything."""
    visit = Visit(context.new_page())
    visit.page.on("request", lambda r: visit.foreign.append(r.url) if is_foreign(r.url) else None)
    visit.page.on("pageerror", lambda error: visit.faults.append(str(error)))
    yield visit
    visit.page.close()
    assert visit.foreign == []
    assert visit.faults == []


def is_foreign(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme not in ("data", "blob", "about") and parts.hostname not in ("127.0.0.1", "localhost")
