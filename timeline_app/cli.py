"""Command line: parse, call pipeline or store, print.

Errors that are the input's fault are caught in `main`, printed as one sentence, and end with status 2.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from timeline_app import cli_files, cli_store, pipeline
from timeline_app.errors import ReadError, TimelineError

if TYPE_CHECKING:
    from timeline_app.model import Article, Mention, TimeExpression


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit status: 0 done, 2 the input is at fault."""
    args = _arguments().parse_args(argv)
    try:
        return int(args.run(args))
    except TimelineError as error:
        return _complain(str(error))
    except BrokenPipeError:  # the reader of our output has gone, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _arguments() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(prog="timeline-app", description="Dated events from news reports.")
    top.add_argument("--data", metavar="DIR", help="data package to use (default: the one that ships)")
    commands = top.add_subparsers(required=True, metavar="COMMAND")

    tag = _command(commands, "tag", _tag, "find the time expressions of a text")
    tag.add_argument("--format", choices=["table", "jsonl"], default="table")
    _add_input(tag)

    extract = _command(commands, "extract", _extract, "find the dated events of a text")
    extract.add_argument("--format", choices=["table", "csv", "jsonl"], default="table")
    extract.add_argument("--no-parser", action="store_true", help="rules only: faster, less exact")
    _add_input(extract)

    explain = _command(commands, "explain", _explain, "tell how each date and event of a sentence came about")
    explain.add_argument("text")
    explain.add_argument("--published", type=_day, metavar="DATE")
    explain.add_argument("--lang", metavar="CODE", help="language of the text (default: found out)")

    cli_store.add(commands, _command, _add_input)
    cli_files.add(commands, _command, _day)

    check = _command(commands, "check", _check, "validate a data package")
    check.add_argument("package", metavar="DIR")
    return top


def _command(commands: Any, name: str, run: Callable[[argparse.Namespace], int], what: str) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(name, help=what, description=f"{what.capitalize()}.")
    command.add_argument("--data", metavar="DIR", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    command.set_defaults(run=run)
    return command


def _add_input(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", nargs="?", metavar="FILE", help="text, HTML, PDF or DOCX; - is standard input")
    command.add_argument("--published", type=_day, metavar="DATE", help="day of publication, as 2021-09-26")
    command.add_argument("--lang", metavar="CODE", help="language of the text (default: found out)")
    command.add_argument("--jsonl", action="store_true", help="documents as JSON lines in, results as JSON lines out")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day: write it as 2021-09-26") from None


def _tag(args: argparse.Namespace) -> int:
    package = pipeline.load_package(args.data)
    if args.jsonl:
        for name, article in _documents(sys.stdin):
            _print_json({"id": name, "timexes": [_timex(t) for t in pipeline.time_expressions(article, package)]})
        return 0
    article = _read_input(args)
    times = pipeline.time_expressions(article, package)
    for time in times:
        _print_json(_timex(time)) if args.format == "jsonl" else _print_time(time)
    return _left_out(article, times)


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

    package = pipeline.load_package(args.data)
    if args.jsonl:
        for name, article in _documents(sys.stdin):
            found = pipeline.mentions(article, package, parser=not args.no_parser)
            _print_json({"id": name, "events": [as_json(mention) for mention in found]})
        return 0
    article = _read_input(args)
    times = pipeline.time_expressions(article, package)
    found = pipeline.mentions(article, package, times=times, parser=not args.no_parser)
    if args.format == "jsonl":
        for mention in found:
            _print_json(as_json(mention))
    elif found:
        {"csv": write_csv, "table": write_table}[args.format](found, sys.stdout)
    return _left_out(article, times, found)


def _left_out(article: Article, times: Sequence[TimeExpression], found: Sequence[Mention] | None = None) -> int:
    """Say what the text could not give, if anything; the exit status."""
    if not times:
        return _complain("no date in this text, so nothing for a timeline: try another text, or the whole of this one")
    undated = [t for t in times if t.date is None and t.type in ("DATE", "TIME") and not t.value.endswith("_REF")]
    if article.published is None and undated:
        return _complain(
            f"no publication date found, so {len(undated)} relative dates such as {undated[0].text!r} are left out: "
            "give it with --published 2021-09-26"
        )
    if found is not None and not found:
        return _complain(
            f"{len(times)} time expressions but no event that they date: "
            "see them with `timeline-app tag`, or try a text that tells what happened"
        )
    return 0


def _explain(args: argparse.Namespace) -> int:
    from timeline_app.read import read

    package = pipeline.load_package(args.data)
    article = read(args.text, lang=args.lang, published=args.published)
    times = pipeline.time_expressions(article, package)
    for time in times:
        _print_time(time)
    for mention in pipeline.mentions(article, package, times=times):
        print(f"event {mention.date}  {mention.label}")
        for field, why in mention.decided:
            print(f"    {field}: {why}")
    return _left_out(article, times)


def _check(args: argparse.Namespace) -> int:
    from timeline_app.store.check import check

    faults = check(Path(args.package))
    for fault in faults:
        print(fault)
    print(f"{args.package}: {len(faults)} faults" if faults else f"{args.package}: a valid data package")
    return 2 if faults else 0


def _read_input(args: argparse.Namespace) -> Article:
    from timeline_app.read import read, read_file

    if not args.file:
        raise ReadError("no text given: name a file, - for standard input, or --jsonl for many documents")
    if args.file == "-":
        return read(sys.stdin.buffer.read(), name="standard input", lang=args.lang, published=args.published)
    return read_file(Path(args.file), lang=args.lang, published=args.published)


def _documents(lines: TextIO) -> Iterator[tuple[str, Article]]:
    """Documents of the JSON lines protocol: `{"id","lang","published","outlet","title","text"}`, one a line."""
    from timeline_app.model import Article

    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            published = date.fromisoformat(row["published"]) if row.get("published") else None
            article = Article(
                text=row["text"],
                lang=row.get("lang") or "en",
                title=row.get("title") or "",
                outlet=row.get("outlet") or "",
                published=published,
                published_from="given" if published else "",
            )
            name = row["id"]
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise ReadError(
                f"line {number} is not a document ({error}): write "
                '{"id": "a", "lang": "en", "published": "2021-09-26", "text": "..."} on one line'
            ) from None
        yield name, article


def _print_json(value: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")


def _complain(sentence: str) -> int:
    print(f"timeline-app: {sentence}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
