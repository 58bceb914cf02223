"""Take the pictures of the README: both pages at two sizes, light and dark, into benchmarks/pictures/.

    python benchmarks/screenshots.py [--only NAME]

Starts the app on a free port with a database of its own and looks at it with the Chromium of the browser tests.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.browser.conftest import Server, Visit
from tests.chromium import started

PICTURES = Path(__file__).parent / "pictures"

VIEWS: tuple[tuple[str, str, tuple[int, int], str], ...] = (
    ("timeline-light", "?from=2020&to=2023", (1440, 900), "light"),
    ("timeline-dark", "?from=2020&to=2023", (1920, 1080), "dark"),
    ("actors-light", "?lanes=actor&from=2021-06&to=2022-06", (1920, 1080), "light"),
    ("details-light", "?country=ML&from=2021&to=2022&event=mali-coup-2021", (1440, 900), "light"),
    ("details-dark", "?country=ML&from=2021&to=2022&event=mali-coup-2021", (1440, 900), "dark"),
    ("present-light", "?country=ML&from=2020&to=2023&present=1", (1920, 1080), "light"),
    ("map-light", "?tab=map&from=2020", (1440, 900), "light"),
    ("report-light", "add-a-report", (1440, 900), "light"),
)
"""Name of the picture, what to open, size, theme."""


def read_sample(page: Page) -> None:
    """Choose the first sample report and wait for its events."""
    page.get_by_text("Try a sample").click()
    page.get_by_role("combobox").click()
    page.get_by_role("option").last.click()
    page.locator(".event.found").first.wait_for(timeout=60_000)


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--only", metavar="NAME", help="take this picture alone")
    only = arguments.parse_args().only
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, started() as browser:
        server = Server(Path(folder) / "timeline.sqlite")
        server.start()
        try:
            for name, where, (width, height), scheme in VIEWS:
                if only in (None, name):
                    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
                    visit = Visit(page)
                    visit.open(f"{server.url}/{where}")
                    if where == "add-a-report":
                        read_sample(page)
                        visit.settle()
                    page.screenshot(path=PICTURES / f"{name}.png")
                    page.close()
                    print(PICTURES / f"{name}.png")
        finally:
            server.stop()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
