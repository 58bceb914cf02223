"""Time to read a data package and to keep reports, beside what one would use without this project, in the same run.

    python benchmarks/store.py [--runs 5]

The peers: pandas reading the same CSV files without any check, frictionless reading and checking them; for reports,
the least that Python's own sqlite3 can do, without a look at the quotes.
"""

import argparse
import json
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pandas
from frictionless import Package

from timeline_app.dates import FuzzyDate
from timeline_app.model import Article, Kind, Mention
from timeline_app.store.check import check
from timeline_app.store.database import Store
from timeline_app.store.package import DEFAULT, load

REPORTS, SENTENCES = 100, 50


def reports() -> list[tuple[Article, list[Mention]]]:
    """Articles of fifty sentences, each of which tells one event."""
    made = []
    for n in range(REPORTS):
        sentences = [f"On {1 + m % 28} May 2020 convoy {m} of report {n} reached Gao." for m in range(SENTENCES)]
        article = Article(text=" ".join(sentences), lang="en", title=f"Report {n}")
        mentions, at = [], 0
        for m, sentence in enumerate(sentences):
            start = article.text.index(sentence, at)
            at = start + len(sentence)
            timex = article.text.index("May 2020", start)
            mentions.append(
                Mention(
                    article=article.id,
                    source=article.source,
                    evidence=sentence,
                    start=start,
                    end=at,
                    date=FuzzyDate.of(2020, 5, 1 + m % 28),
                    timex="May 2020",
                    timex_start=timex,
                    timex_end=timex + 8,
                    resolution="",
                    label=f"Convoy {m} reaches Gao",
                    kind=Kind.DEPLOYMENT,
                    actors=("Mali",),
                )
            )
        made.append((article, mentions))
    return made


def median(run: Callable[[], object], runs: int) -> float:
    """Median milliseconds, after one run to warm up."""
    run()
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1000


def plain_sqlite(path: Path, told: list[tuple[Article, list[Mention]]]) -> None:
    """The bare minimum: a table without types, nothing looked up, one transaction a report as `Store.add` has it."""
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = wal")
    connection.execute("CREATE TABLE mentions (id TEXT PRIMARY KEY, row TEXT)")
    for _, mentions in told:
        rows = [(m.id, json.dumps({"label": m.label, "date": str(m.date), "evidence": m.evidence})) for m in mentions]
        with connection:
            connection.executemany("INSERT INTO mentions VALUES (?, ?)", rows)
    connection.close()


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--runs", type=int, default=5)
    runs = arguments.parse_args().runs

    def line(what: str, ours: float, peer: str, theirs: float) -> None:
        print(f"{what:<44} {ours:>9.1f} ms   {peer:<34} {theirs:>9.1f} ms   {theirs / ours:>6.2f} x")

    csvs = sorted(DEFAULT.glob("*.csv"))
    loaded = median(lambda: load(DEFAULT), runs)
    line("load(events/), read and checked", loaded, "pandas.read_csv, unchecked", median(
        lambda: [pandas.read_csv(path) for path in csvs], runs))  # fmt: skip
    line("load(events/), read and checked", loaded, "frictionless", median(
        lambda: Package(str(DEFAULT / "datapackage.json")).validate(), runs))  # fmt: skip
    line("check(events/), every fault", median(lambda: check(DEFAULT), runs), "frictionless", median(
        lambda: Package(str(DEFAULT / "datapackage.json")).validate(), runs))  # fmt: skip

    told = reports()
    with tempfile.TemporaryDirectory() as folder, Store.open(f"{folder}/store.sqlite") as store:
        start = time.perf_counter()
        for article, mentions in told:
            store.add(article, mentions)
        added = (time.perf_counter() - start) * 1000
        start = time.perf_counter()
        plain_sqlite(Path(folder) / "plain.sqlite", told)
        plain = (time.perf_counter() - start) * 1000
        line(
            f"add {REPORTS} reports, {REPORTS * SENTENCES} events, quotes checked",
            added,
            "sqlite3, unchecked, three fields",
            plain,
        )
        print(f"{'read them back, quotes checked':<44} {median(store.mentions, runs):>9.1f} ms")


if __name__ == "__main__":
    main()
