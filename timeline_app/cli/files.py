"""The commands `export` and `import`: events to files and back."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timeline_app import pipeline
from timeline_app.cli.arguments import command, day
from timeline_app.errors import ExportError, ReadError

if TYPE_CHECKING:
    from timeline_app.model import DataPackage, Event


def add(commands: Any) -> None:
    """Add both commands to those of `timeline-app`."""
    export = command(commands, "export", _export, "write events as a picture, a document or data")
    export.add_argument("--format", metavar="NAME", help="one of the names that --formats lists")
    export.add_argument("--formats", action="store_true", help="list the formats there are, out and in")
    export.add_argument("--output", metavar="FILE", default="-", help="file to write (default: standard output)")
    export.add_argument("--where", metavar="FILTER", default="", help="as 'actor=JNIM;country=ML;from=2021;to=2022'")
    export.add_argument("--title", default="", help="title of the picture (default: the data package's)")
    export.add_argument("--marking", default="", help="handling marking, as 'For internal use'")
    export.add_argument("--lanes", choices=["country", "actor", "kind", "source", "none"], default="country")
    export.add_argument("--time", choices=["linear", "compressed", "steps"], default="linear", help="scale of the axis")
    export.add_argument("--theme", choices=["light", "dark"], default="light")
    export.add_argument("--size", choices=["16:9", "a4", "square", "screen"], default="16:9")
    export.add_argument("--scale", type=int, choices=[1, 2, 3, 4], default=2, help="pixels of a PNG for each of CSS")
    export.add_argument("--details", action="store_true", help="slides that tell each event (pptx)")
    export.add_argument("--as-of", type=day, metavar="DATE", help="day of the caption (default: today)")
    export.add_argument("--database", metavar="URL", help="database whose reports and imports are written too")

    bring = command(commands, "import", _import, "read events of another format")
    bring.add_argument("--format", metavar="NAME", required=True, help="one that `export --formats` lists")
    bring.add_argument("file", metavar="FILE")
    bring.add_argument("--database", metavar="URL", help="database to keep them in (default: the app's)")
    bring.add_argument("--print", action="store_true", help="print the events as JSON lines and keep nothing")


def _export(args: argparse.Namespace) -> int:
    from timeline_app.export.commands import export_chosen, formats

    if args.formats:
        print(formats())
        return 0
    if not args.format:
        raise ExportError("no format given: name one with --format, see them with --formats")
    package = pipeline.load_package(args.data)
    data, sentence = export_chosen(
        args.format,
        _timeline(package, args.database),
        package,
        where=args.where,
        as_of=args.as_of or datetime.now(UTC).date(),
        title=args.title,
        marking=args.marking,
        lanes=args.lanes,
        time=args.time,
        theme=args.theme,
        size=args.size,
        scale=args.scale,
        details=args.details,
    )
    if args.output == "-":
        sys.stdout.buffer.write(data)
    else:
        _write(Path(args.output), data)
    print(sentence, file=sys.stderr)
    return 0


def _timeline(package: DataPackage, database: str | None) -> tuple[Event, ...]:
    """The package's events; with a database, those of its reports and imports too."""
    if not database:
        return pipeline.timeline(package)
    from timeline_app.store.database import Store

    with Store.open(database) as store:
        return pipeline.timeline(package, store.mentions(), further=store.events())


def _write(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        raise ExportError(f"{path} cannot be written ({error.strerror or error}): choose another file") from None


def _import(args: argparse.Namespace) -> int:
    from timeline_app.export.formats import import_file

    path = Path(args.file)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ReadError(f"{path} cannot be read ({error.strerror or error}): name another file") from None
    found = import_file(args.format, data)
    for line in (*found.skipped, *found.notes):
        print(line, file=sys.stderr)
    if not found.events:
        raise ExportError(f"no event in {path.name}: choose the format that it has")
    if args.print:
        _print_events(found.events)
    else:
        _keep(path.name, found.events, args.database)
    print(f"{path.name}: {found.report}", file=sys.stderr if args.print else sys.stdout)
    return 0


def _print_events(events: tuple[Event, ...]) -> None:
    from timeline_app.export.record import as_record

    for event in events:
        sys.stdout.write(json.dumps(as_record(event), ensure_ascii=False) + "\n")


def _keep(name: str, events: tuple[Event, ...], database: str | None) -> None:
    from timeline_app.store.database import Store

    with Store.open(database) as store:
        store.add_import(name, events)
