"""Reports for the benchmarks, made of our own texts by a plain rule.

Dense ones are the briefs that ship with the data package: some thirty dates in 450 words. Ordinary ones have six, as
news reports do: the first sentences that hold so many of each annotated report of ours, and behind each of them, until
the report has its 450 words, sentences without a date from all of those reports in turn.
"""

import json
from dataclasses import replace
from datetime import date, timedelta
from itertools import cycle
from pathlib import Path

from timeline_app.extract.words.lexicon import lexicon
from timeline_app.extract.words.units import sentence_spans
from timeline_app.model import Article, DataPackage
from timeline_app.pipeline import time_expressions
from timeline_app.read import read_file
from timeline_app.store.package import briefs

WORDS = 450
"""Length of a report."""
_DATES = 6
"""Dates of an ordinary report."""
_LONG = 9
"""Words of a sentence that carries a report on."""
_COPIES = 6
_OURS = Path(__file__).parents[1] / "tests" / "gold"


def dense(lang: str) -> list[Article]:
    """The briefs of a language, each under several days of publication, so that no cache of a whole text can help."""
    read = [article for article in map(read_file, briefs()) if article.lang == lang]
    return [replace(a, published=a.published + timedelta(7 * n)) for a in read if a.published for n in range(_COPIES)]


def ordinary(lang: str, package: DataPackage) -> list[Article]:
    """A report of six dates for each of our annotated reports in a language."""
    told = [(article, _sentences(article, package)) for article in _annotated(lang)]
    undated = cycle(
        [
            said
            for _, many in told
            for said, dates in many
            if not dates and len(said.split()) >= _LONG and said[-1] == "."
        ]
    )
    made = []
    for article, many in told:
        kept, dates = [], 0
        for said, count in many:
            if count and dates + count <= _DATES:
                kept.append(said)
                dates += count
        paragraphs, length = [], 0
        for place, paragraph in enumerate(kept, 1):
            while length + len(paragraph.split()) < WORDS * place / len(kept):
                paragraph = f"{paragraph} {next(undated)}"
            paragraphs.append(paragraph)
            length += len(paragraph.split())
        made.append(replace(article, text="\n\n".join(paragraphs)))
    return made


def _annotated(lang: str) -> list[Article]:
    rows = [json.loads(line) for line in (_OURS / f"own-fit-{lang}.jsonl").read_text("utf-8").splitlines()]
    return [Article(text=row["text"], lang=lang, published=date.fromisoformat(row["published"])) for row in rows]


def _sentences(article: Article, package: DataPackage) -> list[tuple[str, int]]:
    """The sentences of a report, and how many times each names."""
    starts = [time.start for time in time_expressions(article, package)]
    spans = sentence_spans(article.text, 0, len(article.text), lexicon(article.lang))
    return [(article.text[a:b], sum(a <= start < b for start in starts)) for a, b in spans]
