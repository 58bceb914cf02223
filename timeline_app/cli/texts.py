"""The commands that read texts: `tag`, `extract`, `explain`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timeline_app import pipeline
from timeline_app.cli.arguments import add_input, command, complain, count, day
from timeline_app.cli.documents import answer_each, print_json
from timeline_app.errors import ReadError

if TYPE_CHECKING:
    from timeline_app.model import Article, DataPackage, Mention, TimeExpression


def add(commands: Any) -> None:
    """Add the commands to those of `timeline-app`."""
    tag = command(commands, "tag", _tag, "find the time expressions of a text")
    tag.add_argument("--format", choices=["table", "jsonl"], default="table")
    extract = command(commands, "extract", _extract, "find the dated events of a text")
    extract.add_argument("--format", choices=["table", "csv", "jsonl"], default="table")
    for one in (tag, extract):
        add_input(one)
        one.add_argument("--jsonl", action="store_true", help="documents as JSON lines in, results as JSON lines out")
        one.add_argument("--jobs", type=count, default=1, metavar="N", help="processes that share the work of --jsonl")

    explain = command(commands, "explain", _explain, "tell how each date and event of a sentence came about")
    explain.add_argument("text")
    explain.add_argument("--published", type=day, metavar="DATE")
    explain.add_argument("--lang", metavar="CODE", help="language of the text (default: found out)")
    for one in (extract, explain):
        one.add_argument("--no-parser", action="store_true", help="rules only: faster, less exact")


def _tag(args: argparse.Namespace) -> int:
    package = _package(args.data)
    if args.jsonl:
        return answer_each(sys.stdin, partial(_timexes, args.data), jobs=args.jobs)
    article = _read_input(args)
    times = pipeline.time_expressions(article, package)
    for time in times:
        print_json(_timex(time)) if args.format == "jsonl" else _print_time(time)
    return _left_out(article, times)


@cache
def _package(data: str | None) -> DataPackage:
    """The data package, loaded once in each process."""
    return pipeline.load_package(data)


def _timexes(data: str | None, article: Article) -> dict[str, Any]:
    return {"timexes": [_timex(time) for time in pipeline.time_expressions(article, _package(data))]}


def _events(data: str | None, parser: bool, article: Article) -> dict[str, Any]:
    from timeline_app.export.mentions import as_json

    return {"events": [as_json(mention) for mention in pipeline.mentions(article, _package(data), parser=parser)]}


def _timex(time: TimeExpression) -> dict[str, Any]:
    return {
        "start": time.start,
        "end": time.end,
        "text": time.text,
        "type": time.type,
        "value": time.value,
        "date": str(time.date) if time.date else None,
        "rule": time.rule,
        "resolution": time.resolution,
    }


def _print_time(time: TimeExpression) -> None:
    print(f"{time.text!r:<32} {time.type:<8} {time.value:<14} {time.date or '-'}")
    print(f"    rule {time.rule}" + (f": {time.resolution}" if time.resolution else ""))


def _extract(args: argparse.Namespace) -> int:
    from timeline_app.export.mentions import as_json, write_csv, write_table

    package = _package(args.data)
    if args.jsonl:
        return answer_each(sys.stdin, partial(_events, args.data, not args.no_parser), jobs=args.jobs)
    article = _read_input(args)
    times = pipeline.time_expressions(article, package)
    found = pipeline.mentions(article, package, times=times, parser=not args.no_parser)
    if args.format == "jsonl":
        for mention in found:
            print_json(as_json(mention))
    elif found:
        {"csv": write_csv, "table": write_table}[args.format](found, sys.stdout)
    return _left_out(article, times, found)


def _left_out(article: Article, times: Sequence[TimeExpression], found: Sequence[Mention] | None = None) -> int:
    """Say what the text could not give, if anything; the exit status."""
    if not times:
        return complain("no date in this text, so nothing for a timeline: try another text, or the whole of this one")
    undated = [t for t in times if t.date is None and t.type in ("DATE", "TIME") and not t.value.endswith("_REF")]
    if article.published is None and undated:
        return complain(
            f"no publication date found, so {len(undated)} relative dates such as {undated[0].text!r} are left out: "
            "give it with --published 2021-09-26"
        )
    if found is not None and not found:
        return complain(
            f"{len(times)} time expressions but no event that they date: "
            "see them with `timeline-app tag`, or try a text that tells what happened"
        )
    return 0


def _explain(args: argparse.Namespace) -> int:
    from timeline_app.read import read

    package = _package(args.data)
    article = read(args.text, lang=args.lang, published=args.published)
    times = pipeline.time_expressions(article, package)
    for time in times:
        _print_time(time)
    for mention in pipeline.mentions(article, package, times=times, parser=not args.no_parser):
        print(f"event {mention.date}  {mention.label}")
        for field, why in mention.decided:
            print(f"    {field}: {why}")
    return _left_out(article, times)


def _read_input(args: argparse.Namespace) -> Article:
    from timeline_app.read import read, read_file

    if not args.file:
        raise ReadError("no text given: name a file, - for standard input, or --jsonl for many documents")
    if args.file == "-":
        return read(sys.stdin.buffer.read(), name="standard input", lang=args.lang, published=args.published)
    return read_file(Path(args.file), lang=args.lang, published=args.published)
