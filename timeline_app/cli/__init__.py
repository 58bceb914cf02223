"""Command line: parse, call pipeline or store, print. A file for each group of commands.

Errors that are the input's fault are caught in `main`, printed as one sentence, and end with status 2.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from timeline_app.cli import files, keeping, packages, texts
from timeline_app.cli.arguments import complain
from timeline_app.errors import TimelineError


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit status: 0 done, 2 the input is at fault."""
    args = _arguments().parse_args(argv)
    try:
        return int(args.run(args))
    except TimelineError as error:
        return complain(str(error))
    except BrokenPipeError:  # the reader of our output has gone, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _arguments() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(prog="timeline-app", description="Dated events from news reports.")
    top.add_argument("--data", metavar="DIR", help="data package to use (default: the one that ships)")
    commands = top.add_subparsers(required=True, metavar="COMMAND")
    for group in (texts, keeping, files, packages):
        group.add(commands)
    return top
