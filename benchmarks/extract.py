"""How fast texts become events: tagged and extracted, with the parser and without, in one process and in two.

    python benchmarks/extract.py

A report here is 450 words, ordinary (six dates) or dense (some thirty), made by `reports.py` of our own texts. Times
are processor time of this process, best of three, so that other work on the machine matters little; models are loaded
before. Prints reports a second from text to events, what each stage costs, what loading a model costs and the peak
memory with both languages loaded. The command with one job and with two is timed by the clock, start-up included.
"""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence

from reports import WORDS, dense, ordinary

from timeline_app.extract import Gazetteer, extract
from timeline_app.extract.words.parser import available
from timeline_app.model import Article, DataPackage
from timeline_app.pipeline import gazetteer, load_package, time_expressions

RUNS = 3
REPEATED = 12
"""Times that the command reads each ordinary report."""


def seconds(work: Callable[[], object]) -> float:
    """Processor time of the best of a few runs."""
    best = float("inf")
    for _ in range(RUNS):
        began = time.process_time()
        work()
        best = min(best, time.process_time() - began)
    return best


def measure(sort: str, articles: Sequence[Article], package: DataPackage, names: Gazetteer) -> None:
    times = [time_expressions(article, package) for article in articles]

    def read(*, parser: bool) -> Callable[[], list[int]]:
        return lambda: [len(extract(a, t, names, parser=parser)) for a, t in zip(articles, times, strict=True)]

    size = sum(len(article.text.split()) for article in articles) / WORDS
    events = sum(read(parser=True)()) / size
    tagging = seconds(lambda: [time_expressions(article, package) for article in articles]) / size
    parsed, plain = seconds(read(parser=True)) / size, seconds(read(parser=False)) / size
    print(
        f"    {sort:8} {sum(map(len, times)) / size:4.0f} dates {events:4.0f} events: "
        f"{1 / (tagging + parsed):6.1f} reports/s with the parser, {1 / (tagging + plain):6.1f} without; "
        f"of a report tagging takes {tagging * 1e3:4.1f} ms, events {parsed * 1e3:5.1f} or {plain * 1e3:5.1f} ms"
    )


def measure_jobs(articles: Sequence[Article]) -> None:
    """The command over many documents, by the clock."""
    lines = "".join(
        json.dumps({"id": n, "lang": a.lang, "published": str(a.published), "text": a.text}) + "\n"
        for n, a in enumerate([*articles] * REPEATED)
    )
    for options in ([], ["--no-parser"]):
        speeds = []
        for jobs in (1, 2):
            command = [sys.executable, "-m", "timeline_app.cli", "extract", "--jsonl", "--jobs", str(jobs), *options]
            began = time.perf_counter()
            subprocess.run(command, input=lines, text=True, stdout=subprocess.DEVNULL, check=True)
            speeds.append(lines.count("\n") / (time.perf_counter() - began))
        one, two = speeds
        said = " ".join(["extract --jsonl", *options])
        print(f"{said}: {one:.0f} reports/s with one job, {two:.0f} with two ({two / one:.2f} times as fast)")


def main() -> None:
    package = load_package()
    names = gazetteer(package)
    everyday = []
    for lang in ("en", "fr"):
        began = time.process_time()
        loaded = available(lang)
        print(f"{lang}: model {'loaded' if loaded else 'not installed'} in {time.process_time() - began:.1f} s")
        everyday += ordinary(lang, package)
        measure("ordinary", ordinary(lang, package), package, names)
        measure("dense", dense(lang), package, names)
    unit = 1 if sys.platform == "darwin" else 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 2**20
    print(f"peak memory with both languages: {peak:.0f} MB")
    measure_jobs(everyday)


if __name__ == "__main__":
    main()
