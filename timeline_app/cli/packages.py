"""The commands that look after a data package: `new` and `check`."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import Any

from timeline_app.cli.arguments import command
from timeline_app.errors import DataPackageError


def add(commands: Any) -> None:
    """Add the commands to those of `timeline-app`."""
    new = command(commands, "new", _new, "begin the data package of another region")
    new.add_argument("package", metavar="DIR", help="a folder that is not there yet, or is empty")
    new.add_argument("--title", metavar="TEXT", help="what the page calls it (default: after the folder)")
    check = command(commands, "check", _check, "validate a data package")
    check.add_argument("package", metavar="DIR")


def _new(args: argparse.Namespace) -> int:
    from timeline_app.model import DataPackage
    from timeline_app.store.package import write

    folder = Path(args.package)
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        raise DataPackageError(f"{folder} is there already: name a folder that is not, or an empty one")
    name = "-".join(re.findall(r"[a-z0-9]+", folder.resolve().name.lower())) or "timeline"
    title = args.title or name.replace("-", " ").capitalize()
    write(DataPackage(name=name, title=title, version="0.1.0", events=(), actors=(), places=()), folder)
    print(
        f"{folder}: an empty data package. Fill in actors.csv first, then events.csv; datapackage.json says what each "
        f"column means. See faults with `timeline-app check {folder}`, use it with `--data {folder}`."
    )
    return 0


def _check(args: argparse.Namespace) -> int:
    from timeline_app.store.check import check

    faults = check(Path(args.package))
    for fault in faults:
        print(fault)
    print(f"{args.package}: {len(faults)} faults" if faults else f"{args.package}: a valid data package")
    return 2 if faults else 0
