"""Where the data comes from: what follows `--` on the command line, else the environment, else what ships."""

import argparse
import os
import sys
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Settings:
    """`None`: the data package that ships, the database in the user's own folder."""

    data: str | None
    database: str | None


def settings() -> Settings:
    """What the command line and `TIMELINE_DATA`, `TIMELINE_DATABASE_URL` say; other arguments are not ours."""
    said = _said(tuple(sys.argv[1:]))
    environ = os.environ
    return Settings(
        said.data or environ.get("TIMELINE_DATA") or None, said.database or environ.get("TIMELINE_DATABASE_URL") or None
    )


@lru_cache(maxsize=1)
def _said(arguments: tuple[str, ...]) -> Settings:
    known = argparse.ArgumentParser(allow_abbrev=False, add_help=False)
    known.add_argument("--data")
    known.add_argument("--database")
    given, _ = known.parse_known_args(arguments)
    return Settings(given.data, given.database)
