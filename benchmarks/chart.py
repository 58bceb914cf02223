"""From a filter to the redrawn chart in Chromium, for few events and for many, beside plain `plotly.express.timeline`.

    python benchmarks/chart.py [--runs 5] [--sizes 50,500,5000]

Each run chooses a different half of the events, draws it and waits until the browser has painted: selection, layout,
figure, JSON, transfer, Plotly. The peer gets the same events as a data frame that is ready, one bar each, without
labels, lanes or precision. Streamlit is left out on both sides. Times are milliseconds; on a busy machine the quickest
of the runs says more than the median.
"""

import argparse
import base64
import json
import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pandas as pd
import plotly.express as px
from playwright.sync_api import Page
from plotly.offline import get_plotlyjs

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.chromium import started
from timeline_app.dates import FuzzyDate
from timeline_app.draw.figure import CONFIG, figure
from timeline_app.draw.layout import Options, lay_out
from timeline_app.draw.metrics import FONTS
from timeline_app.draw.theme import THEMES
from timeline_app.model import Event
from timeline_app.store.package import DEFAULT, load

SIZES = (50, 231, 500, 2000, 5000, 20_000, 100_000)
TODAY = date(2026, 11, 1)
PAINT = """async ([text, config]) => {
  const one = JSON.parse(text);
  await Plotly.react('chart', one.data, one.layout, config);
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}"""


def crowd(events: Sequence[Event], count: int) -> list[Event]:
    """The package itself, or as many events as asked for, spread over its years with few that are salient."""
    if count <= len(events):
        return list(events[:count])
    chance = random.Random(count)
    start = date(2012, 1, 1)
    made = []
    for at in range(count):
        day = start + timedelta(days=int(5300 * chance.random() ** 0.7))
        when = FuzzyDate.of(day.year, day.month) if chance.random() < 0.1 else FuzzyDate.on(day)
        salience = chance.choices((1, 2, 3), (80, 18, 2))[0]
        made.append(replace(chance.choice(events), id=f"e{at}", date=when, salience=salience))
    return sorted(made, key=lambda one: one.date)


def ours(events: Sequence[Event]) -> str:
    layout = lay_out(events, Options(width=1140, today=TODAY, most_lanes=8))
    return json.dumps(figure(layout, THEMES["light"]))


def frame(events: Sequence[Event]) -> pd.DataFrame:
    rows = [
        (one.label, *one.date.days(TODAY), str(one.kind), one.countries[0] if one.countries else "") for one in events
    ]
    table = pd.DataFrame(rows, columns=["label", "start", "end", "kind", "country"])
    table["start"], table["end"] = pd.to_datetime(table["start"]), pd.to_datetime(table["end"]) + pd.Timedelta(days=1)
    return table


def theirs(table: pd.DataFrame) -> str:
    drawn = px.timeline(
        table, x_start="start", x_end="end", y="country", color="kind", hover_name="label", width=1140, height=800
    )
    text: str = drawn.to_json()
    return text


def timed(page: Page, make: Callable[[int], str], runs: int) -> tuple[list[float], int]:
    """Milliseconds of each run after a first one that is not counted, and the size of the figure."""
    found = []
    size = 0
    for run in range(runs + 1):
        begin = time.perf_counter()
        text = make(run)
        page.evaluate(PAINT, [text, {**CONFIG, "displayModeBar": False}])
        found.append((time.perf_counter() - begin) * 1000)
        size = len(text)
    return found[1:], size


def said(found: Sequence[float], size: int) -> str:
    return f"{min(found):>9.0f} {statistics.median(found):>9.0f} {size / 1000:>7.0f} kB    "


def open_page(page: Page) -> None:
    faces = "".join(
        f"@font-face{{font-family:Inter;font-weight:{weight};src:url(data:font/woff2;base64,"
        f"{base64.b64encode((FONTS / name).read_bytes()).decode()})}}"
        for weight, name in ((400, "Inter-Regular.woff2"), (700, "Inter-SemiBold.woff2"))
    )
    page.set_content(f"<meta charset=utf-8><style>{faces}</style><script>{get_plotlyjs()}</script><div id=chart></div>")
    page.evaluate("Promise.all(['12px Inter', '700 12px Inter'].map((font) => document.fonts.load(font)))")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--sizes", default=",".join(map(str, SIZES)))
    given = options.parse_args()
    package = load(DEFAULT).events
    labelled = crowd(package, 1000)
    spent = []
    for _ in range(given.runs + 1):
        begin = time.perf_counter()
        lay_out(labelled, Options(width=1140, today=TODAY))
        spent.append((time.perf_counter() - begin) * 1000)
    print(f"layout of 1,000 events, 25 labelled: {min(spent[1:]):.0f} ms (quickest of {given.runs})")
    print(f"{'':>8} {'':>9} {'from filter to redrawn chart':<35}   {'px.timeline':<35}")
    columns = f"{'quickest':>9} {'median':>9} {'figure':>10}   "
    print(f"{'events':>8} {'layout':>9} {columns}    {columns} {'theirs / ours':>13}")
    with started() as browser:
        for count in map(int, given.sizes.split(",")):
            events = crowd(package, count * 2) if count > len(package) else crowd(package, count)
            halves = [events[::2], events[1::2]] if count > len(package) else [events, events[: count * 4 // 5]]
            tables = [frame(half) for half in halves]
            runs = given.runs if count <= 5000 else min(given.runs, 3)
            spent = []
            for run in range(runs):
                begin = time.perf_counter()
                lay_out(halves[run % 2], Options(width=1140, today=TODAY, most_lanes=8))
                spent.append((time.perf_counter() - begin) * 1000)
            page = browser.new_page(viewport={"width": 1200, "height": 1000})
            open_page(page)
            mine, size = timed(page, lambda run, halves=halves: ours(halves[run % 2]), runs)
            page.close()
            page = browser.new_page(viewport={"width": 1200, "height": 1000})
            open_page(page)
            page.set_default_timeout(120_000)
            few = runs if count <= 5000 else 1
            peer, weight = timed(page, lambda run, tables=tables: theirs(tables[run % 2]), few)
            page.close()
            print(
                f"{count:>8,} {min(spent):>6.0f} ms {said(mine, size)}   {said(peer, weight)}"
                f" {min(peer) / min(mine):>13.1f}",
                flush=True,
            )


if __name__ == "__main__":
    main()
