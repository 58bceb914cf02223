"""The command that looks after a data package: `check`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from timeline_app.cli.arguments import command


def add(commands: Any) -> None:
    """Add the command to those of `timeline-app`."""
    check = command(commands, "check", _check, "validate a data package")
    check.add_argument("package", metavar="DIR")


def _check(args: argparse.Namespace) -> int:
    from timeline_app.store.check import check

    faults = check(Path(args.package))
    for fault in faults:
        print(fault)
    print(f"{args.package}: {len(faults)} faults" if faults else f"{args.package}: a valid data package")
    return 2 if faults else 0
