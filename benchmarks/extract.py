"""How fast events are found in reports, with the parser and without, beside the tagger alone in the same run.

    python benchmarks/extract.py

A report here is 450 words. Times are processor time of this process, best of three, so that other work on the machine
matters little; models are loaded before. Prints reports a second of each way, their ratios, what loading a model costs
and the peak memory with both languages loaded. The reports are the briefs that ship with the data package, repeated
under other dates of publication so that no cache of a whole text can help.
"""

import resource
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from timeline_app.extract import extract
from timeline_app.extract.words.parser import available
from timeline_app.model import Article, TimeExpression
from timeline_app.pipeline import gazetteer, load_package, time_expressions
from timeline_app.read import read_file
from timeline_app.store.package import briefs

WORDS = 450
COPIES = 6
RUNS = 3


def reports(lang: str) -> list[Article]:
    """The briefs of a language, each under several dates of publication."""
    read = [read_file(path) for path in briefs()]
    return [
        replace(article, published=article.published + timedelta(days=7 * copy))
        for article in read
        if article.lang == lang and article.published
        for copy in range(COPIES)
    ]


def seconds(work: Callable[[], object]) -> float:
    """Processor time of the best of a few runs."""
    best = float("inf")
    for _ in range(RUNS):
        began = time.process_time()
        work()
        best = min(best, time.process_time() - began)
    return best


def measure(lang: str) -> None:
    package = load_package()
    names = gazetteer(package)
    began = time.process_time()
    loaded = available(lang)
    print(f"{lang}: model {'loaded' if loaded else 'not installed'} in {time.process_time() - began:.1f} s")
    articles = reports(lang)
    times: list[list[TimeExpression]] = [time_expressions(article, package) for article in articles]
    size = sum(len(article.text.split()) for article in articles) / WORDS

    def read(*, parser: bool) -> Callable[[], object]:
        return lambda: [extract(a, t, names, parser=parser) for a, t in zip(articles, times, strict=True)]

    extract(articles[0], times[0], names)
    with_parser, without = seconds(read(parser=True)), seconds(read(parser=False))
    tagging = seconds(lambda: [time_expressions(article, package) for article in articles])
    print(f"    with the parser      {size / with_parser:7.1f} reports/s")
    print(f"    without              {size / without:7.1f} reports/s   {with_parser / without:.1f} times as fast")
    share = without / tagging
    print(f"    the tagger alone     {size / tagging:7.1f} reports/s   without parser: {share:.1f} times its time")


def main() -> None:
    for lang in ("en", "fr"):
        measure(lang)
    unit = 1 if sys.platform == "darwin" else 1024
    print(
        f"peak memory with both languages: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 2**20:.0f} MB"
    )


if __name__ == "__main__":
    main()
