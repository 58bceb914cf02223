"""From a click on a filter to the redrawn chart in the whole app, as a reader feels it: Streamlit, socket, browser.

    python benchmarks/page.py [--runs 6] [--sizes 231,5000]

Beside it the smallest Streamlit page that does something like it: the same events as a cached data frame, a box to
tick for each kind, `plotly.express.timeline` without labels, lanes, facets, table or link. Milliseconds from the click
to the frame in which the new chart is painted; the kinds are ticked one after the other, then unticked.
"""

import argparse
import statistics
import sys
import tempfile
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from playwright.sync_api import Browser, Page

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parent))

from chart import crowd, frame

from tests.browser.conftest import Server, Visit
from tests.chromium import started
from timeline_app.model import Kind
from timeline_app.store.database import Store
from timeline_app.store.package import DEFAULT, load

PEER = """
import pandas as pd, plotly.express as px, streamlit as st
st.set_page_config(layout="wide")
@st.cache_data
def table():
    return pd.read_parquet({path!r})
events = table()
chosen = [kind for kind in sorted(events["kind"].unique()) if st.checkbox(kind.capitalize(), key=kind)]
shown = events[events["kind"].isin(chosen)] if chosen else events
drawn = px.timeline(shown, x_start="start", x_end="end", y="country", color="kind", hover_name="label", height=800)
st.plotly_chart(drawn, key="chart")
"""
CLICK = """async (box) => {
  const drawn = () => {
    const chart = document.querySelector('.js-plotly-plot');
    const told = (chart?.data ?? []).map((one) => [one.x?.length ?? one.x?.bdata?.length, one.y?.length]);
    return JSON.stringify([chart?.layout?.height, told]);
  };
  const before = drawn(), begin = performance.now();
  box.click();
  while (drawn() === before || !document.querySelector('.js-plotly-plot .main-svg')) {
    if (performance.now() - begin > 60000) throw new Error('nothing was redrawn');
    await new Promise(requestAnimationFrame);
  }
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return performance.now() - begin;
}"""
KINDS = tuple(kind.value.capitalize() for kind in (Kind.ATTACK, Kind.POLITICS, Kind.WITHDRAWAL, Kind.AGREEMENT))
BETWEEN = 600
"""Milliseconds from a redrawn chart to the next click, so that the page is at rest."""


def timed(browser: Browser, url: str, boxes: str, runs: int) -> list[float]:
    """Milliseconds of each click; kinds are ticked one after the other, then unticked."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.set_default_timeout(120_000)
    page.goto(url)
    page.wait_for_selector(".js-plotly-plot .main-svg")
    Visit(page).settle()
    found = [click(page, boxes, kind) for kind in islice(KINDS * runs, runs)]
    page.close()
    return found


def click(page: Page, boxes: str, kind: str) -> float:
    page.wait_for_timeout(BETWEEN)
    taken: float = page.locator(boxes.format(kind=kind)).first.evaluate(CLICK)
    return taken


def said(found: Sequence[float]) -> str:
    return f"{min(found):>9.0f} {statistics.median(found):>9.0f} "


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--runs", type=int, default=6)
    options.add_argument("--sizes", default="231,5000")
    given = options.parse_args()
    package = load(DEFAULT).events
    print(f"{'':>8}    {'the app':<22}   {'st + px.timeline':<22}  times as long")
    print(f"{'events':>8}    {'quickest':>9} {'median':>9}      {'quickest':>9} {'median':>9}")
    with started() as browser:
        for count in map(int, given.sizes.split(",")):
            with tempfile.TemporaryDirectory() as folder:
                events = crowd(package, count)
                database = Path(folder) / "timeline.sqlite"
                if count > len(package):
                    with Store.open(f"sqlite:///{database}") as store:
                        store.add_import("crowd", events[: count - len(package)])
                frame(events).to_parquet(Path(folder) / "events.parquet")
                peer = Path(folder) / "peer.py"
                peer.write_text(PEER.format(path=str(Path(folder) / "events.parquet")), "utf-8")
                found = []
                for server, boxes in (
                    (Server(database), ".st-key-facet-kind label.row:has-text('{kind}') input"),
                    (Server(database, script=str(peer)), ".stCheckbox:has-text('{kind}') input"),
                ):
                    server.start()
                    try:
                        found.append(timed(browser, server.url, boxes, given.runs))
                    finally:
                        server.stop()
                mine, theirs = found
                ratio = statistics.median(mine) / statistics.median(theirs)
                print(f"{count:>8,}    {said(mine)}     {said(theirs)}  {ratio:.2f}", flush=True)


if __name__ == "__main__":
    main()
