"""What tests of several pages read and do."""

import re

from playwright.sync_api import Page


def count(page: Page) -> tuple[int, int]:
    """Events in view and events in all, as the page says."""
    said = page.locator(".title .count").inner_text()
    numbers = [int(number.replace(",", "")) for number in re.findall(r"[\d,]+", said)]
    return numbers[0], numbers[-1]


def choice(page: Page, name: str, label: str) -> None:
    """Tick a choice of a filter's list."""
    page.locator(f".st-key-facet-{name}").locator("label.row", has_text=re.compile(f"^{label}")).click()
