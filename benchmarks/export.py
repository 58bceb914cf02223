"""Time and size of every export, for the data package and for a crowd, with Kaleido as the peer where it is installed.

    python benchmarks/export.py [--runs 5]

Kaleido draws the same Plotly figure at the same size through a browser: one-shot as `write_image` does it, and through
a server that is already running. It is no dependency: `pip install --target DIR kaleido` and
`PYTHONPATH=DIR` bring it for the comparison.
"""

import argparse
import importlib.util
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from timeline_app.dates import FuzzyDate
from timeline_app.draw.figure import figure
from timeline_app.draw.theme import THEMES
from timeline_app.export.caption import Caption
from timeline_app.export.formats import EXPORTERS, export
from timeline_app.export.frame import framed
from timeline_app.export.order import Order
from timeline_app.model import Event
from timeline_app.store.package import load

AS_OF = date(2024, 5, 1)


def crowd(events: tuple[Event, ...], count: int) -> tuple[Event, ...]:
    """The events over and over, each copy a day later than the one before."""
    made = []
    for n in range(count):
        event = events[n % len(events)]
        day = event.date.earliest or AS_OF
        later = date.fromordinal(day.toordinal() + n // len(events))
        made.append(replace(event, id=f"{event.id}-{n}", date=FuzzyDate.on(later), claims=()))
    return tuple(made)


def median(run: Callable[[], bytes], runs: int) -> tuple[float, int]:
    """Median seconds of `runs` runs after one to warm up, and the size of what came out."""
    size, times = len(run()), []
    for _ in range(runs):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return statistics.median(times), size


def cold(name: str) -> float:
    """Seconds of a whole process that writes one file of the data package, imports and all."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "timeline_app.cli", "export", "--format", name, "--as-of", str(AS_OF)]
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def beside_kaleido(order: Order, runs: int) -> None:
    """Our PNG and Kaleido's of the same figure, run by run in turn, so that both meet the same load."""
    if importlib.util.find_spec("kaleido") is None:
        print("Kaleido is not installed here: no peer in this run")
        return
    import kaleido as peer

    drawn = figure(framed(order).layout, THEMES[order.theme])
    options = {"format": "png", "width": 1280, "height": 720, "scale": 2}
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    started = {"path": browser} if browser else {}
    ways: dict[str, Callable[[], bytes]] = {
        "ours": lambda: export("png", order.events, caption=order.caption),
        "Kaleido, one-shot": lambda: peer.calc_fig_sync(drawn, opts=options, kopts={**started, "mathjax": False}),
    }
    peer.start_sync_server(mathjax=False, silence_warnings=True, **started)
    try:
        ways["Kaleido, server running"] = lambda: peer.calc_fig_sync(drawn, opts=options)
        told = in_turn({name: ways[name] for name in ("ours", "Kaleido, server running")}, runs)
    finally:
        peer.stop_sync_server(silence_warnings=True)
    for how, seconds in (in_turn({n: ways[n] for n in ("ours", "Kaleido, one-shot")}, runs), told):
        print(f"{how}: {seconds}")


def in_turn(ways: dict[str, Callable[[], bytes]], runs: int) -> tuple[str, str]:
    """Medians of two ways that take turns, and how many times the second takes as long."""
    (ours, one), (theirs, two) = ways.items()
    one(), two()
    times: dict[str, list[float]] = {ours: [], theirs: []}
    for _ in range(runs):
        for name, run in ways.items():
            time.sleep(2)  # the browser of the run before takes a while to go
            start = time.perf_counter()
            run()
            times[name].append(time.perf_counter() - start)
    first, second = (statistics.median(found) for found in times.values())
    return theirs, f"{second * 1000:,.0f} ms beside our {first * 1000:,.0f} ms: {second / first:.1f} times as long"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    package = load()
    sets = {len(events): events for events in (package.events, crowd(package.events, 5000))}
    print("| format | " + " | ".join(f"{n:,} events | size" for n in sets) + " |")
    print("| --- | " + " | ".join("---: | ---:" for _ in sets) + " |")
    for format in EXPORTERS:
        cells = []
        for events in sets.values():
            caption = Caption.of(events, title=package.title, as_of=AS_OF)
            seconds, size = median(lambda: export(format.name, events, caption=caption, package=package), runs)  # noqa: B023
            cells.append(f"{seconds * 1000:,.0f} ms | {size / 1024:,.0f} kB")
        print(f"| {format.name} | {' | '.join(cells)} |", flush=True)
    print(f"\nA process of its own, PNG of {len(package.events)} events: {cold('png'):.2f} s")
    caption = Caption.of(package.events, title=package.title, as_of=AS_OF)
    beside_kaleido(Order(events=package.events, caption=caption), runs)
    return 0


if __name__ == "__main__":
    sys.exit(main())
