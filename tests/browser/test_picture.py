"""What Chromium paints is what the layout says: labels, ticks and marks stand where they were computed.

The figures are drawn by Plotly alone, without the app, in the font that the page serves.
"""

import base64
from collections.abc import Iterator
from itertools import combinations
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from plotly.offline import get_plotlyjs

from tests.draw.samples import TODAY, daily, event
from timeline_app.draw.figure import CONFIG, figure
from timeline_app.draw.labels import INSET
from timeline_app.draw.layout import Options, lay_out
from timeline_app.draw.map import MAP_CONFIG, map_figure
from timeline_app.draw.metrics import FONTS
from timeline_app.draw.theme import THEMES

pytestmark = pytest.mark.browser

FACES = {400: "Inter-Regular.woff2", 700: "Inter-SemiBold.woff2"}
BOXES = """(words) => [...document.querySelectorAll(words)].map((one) => {
  const box = one.getBoundingClientRect();
  return [one.textContent, box.left, box.top, box.right, box.bottom];
})"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    faces = "".join(
        f"@font-face{{font-family:Inter;font-weight:{weight};src:url(data:font/woff2;base64,"
        f"{base64.b64encode((FONTS / name).read_bytes()).decode()})}}"
        for weight, name in FACES.items()
    )
    page = browser.new_page(viewport={"width": 1300, "height": 1200})
    page.set_content(
        f"<meta charset=utf-8><style>{faces} body{{margin:0}}</style>"
        f"<script>{get_plotlyjs()}</script><div id=chart></div>"
    )
    page.evaluate("Promise.all(['400 12px Inter', '700 12px Inter'].map((font) => document.fonts.load(font)))")
    yield page
    page.close()


def paint(page: Page, found: dict[str, Any], config: Any = CONFIG) -> None:
    page.evaluate(
        "([one, config]) => Plotly.newPlot('chart', one.data, one.layout, config)",
        [found, {**config, "displayModeBar": False}],
    )


def test_labels_fill_the_boxes_that_were_measured_for_them(page: Page) -> None:
    layout = lay_out(daily(150), Options(width=1200, today=TODAY))
    paint(page, figure(layout, THEMES["light"]))
    painted = {text: box for text, *box in page.evaluate(BOXES, ".annotation-text")}
    assert layout.labels
    for label in layout.labels:
        left, top, right, bottom = painted["".join(label.lines)]
        # Where letters stand on whole pixels a text may be some percent wider: the inset on its right takes that.
        assert abs(left - label.box.left - (0 if label.inside else INSET)) < 1.5 or label.align == "right"
        assert right <= label.box.right + (INSET if label.inside else 1)
        assert top >= label.box.top - 1
        assert bottom <= label.box.bottom + 1
    for lane in layout.lanes:
        left, top, right, bottom = painted["".join(lane.title)]
        assert lane.title_box.left - 1 <= left
        assert right <= lane.title_box.right + 3
        assert lane.title_box.top - 1 <= top


@pytest.mark.parametrize(("apart", "count"), [(9, 150), (2, 60), (1, 9)])
def test_plotly_shows_the_ticks_of_the_layout(page: Page, apart: int, count: int) -> None:
    layout = lay_out(daily(count, apart=apart), Options(width=1200, today=None))
    paint(page, figure(layout, THEMES["light"]))
    painted = [(text, (left + right) / 2) for text, left, _, right, _ in page.evaluate(BOXES, ".xtick text")]
    assert [text.strip() for text, _ in painted] == [tick.label + tick.below for tick in layout.axis]
    for (_, x), tick in zip(painted, layout.axis, strict=True):
        assert abs(x - tick.x) < 1.5


def test_marks_stand_where_the_layout_puts_them(page: Page) -> None:
    layout = lay_out(daily(80), Options(width=1200, today=TODAY, legend=False, overview=False))
    paint(page, figure(layout, THEMES["light"]))
    painted = [
        ((left + right) / 2, (top + bottom) / 2)
        for _, left, top, right, bottom in page.evaluate(BOXES, ".xy .scatterlayer .points path.point")
    ]
    assert len(painted) >= len(layout.marks)
    for mark in layout.marks:
        assert min(abs(x - mark.x) + abs(y - mark.y) for x, y in painted) < 4


def test_labels_do_not_collide_after_zooming_in(page: Page) -> None:
    layout = lay_out(daily(150), Options(width=1200, today=TODAY))
    paint(page, figure(layout, THEMES["light"]))
    page.evaluate("""() => { const chart = document.getElementById('chart'), [first, last] = chart.layout.xaxis.range;
      const left = +new Date(first), right = +new Date(last);
      return Plotly.relayout(chart, {'xaxis.range': [left + (right - left) * 0.3, left + (right - left) * 0.6]}); }""")
    names = {"".join(label.lines) for label in layout.labels}
    boxes = [box for text, *box in page.evaluate(BOXES, ".annotation-text") if text in names]
    assert 1 < len(boxes) < len(layout.labels)
    for one, two in combinations(boxes, 2):
        assert one[2] <= two[0] + 1 or two[2] <= one[0] + 1 or one[3] <= two[1] + 1 or two[3] <= one[1] + 1


def test_neither_chart_nor_map_asks_anybody_for_anything(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    nasty = event(
        "a",
        "2021-09-25",
        '<img src="https://x.example/1">',
        place='<a href="https://x.example">x</a>',
        lat=12.0,
        lon=-8.0,
    )
    paint(page, figure(lay_out([nasty, *daily(20)], Options(width=1200, today=TODAY)), THEMES["dark"]))
    paint(page, map_figure([nasty], THEMES["dark"], width=900), MAP_CONFIG)
    page.wait_for_selector(".choroplethlayer path")
    assert page.locator("a[href]").count() == 0
    assert [url for url in asked if not url.startswith("data:")] == []
