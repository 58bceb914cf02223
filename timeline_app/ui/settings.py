"""Where the data comes from: what follows `--` on the command line, else the environment, else what ships."""

import argparse
import os
import sys
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """`None`: the data package that ships, the database in the user's own folder."""

    data: str | None
    database: str | None


def settings() -> Settings:
    """What the command line and `TIMELINE_DATA`, `TIMELINE_DATABASE_URL` say; other arguments are not ours."""
    known = argparse.ArgumentParser(allow_abbrev=False, add_help=False)
    known.add_argument("--data", default=os.environ.get("TIMELINE_DATA") or None)
    known.add_argument("--database", default=os.environ.get("TIMELINE_DATABASE_URL") or None)
    given, _ = known.parse_known_args(sys.argv[1:])
    return Settings(given.data, given.database)
