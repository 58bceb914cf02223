"""What the commands share: how one is made, the arguments of a text, a day, the sentence of a fault."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import date
from typing import Any


def command(commands: Any, name: str, run: Callable[[argparse.Namespace], int], what: str) -> argparse.ArgumentParser:
    """A new command that calls `run`, whose result is the exit status."""
    made: argparse.ArgumentParser = commands.add_parser(name, help=what, description=f"{what.capitalize()}.")
    made.add_argument("--data", metavar="DIR", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    made.set_defaults(run=run)
    return made


def add_input(one: argparse.ArgumentParser) -> None:
    """The arguments of a command that reads a text."""
    one.add_argument("file", nargs="?", metavar="FILE", help="text, HTML, PDF or DOCX; - is standard input")
    one.add_argument("--published", type=day, metavar="DATE", help="day of publication, as 2021-09-26")
    one.add_argument("--lang", metavar="CODE", help="language of the text (default: found out)")


def day(text: str) -> date:
    """The day that an argument names; argparse tells the user of any other text."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day: write it as 2021-09-26") from None


def count(text: str) -> int:
    """The number of one or more that an argument names."""
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"{text!r} is no number of one or more")
    return int(text)


def complain(sentence: str) -> int:
    """Tell a fault of the input; the exit status that goes with it."""
    print(f"timeline-app: {sentence}", file=sys.stderr)
    return 2
