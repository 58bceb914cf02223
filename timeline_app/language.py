"""The languages there are, and what is known of each: `languages/xx/*.toml`, read once.

A language is a folder of data. Adding one adds no code.
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from timeline_app.errors import LanguageError

FOLDER = Path(__file__).parent / "languages"


@cache
def available() -> tuple[str, ...]:
    """ISO 639-1 codes of the languages that have a folder, sorted."""
    return tuple(sorted(p.name for p in FOLDER.iterdir() if p.is_dir() and not p.name.startswith((".", "_"))))


@cache
def load(lang: str, name: str) -> dict[str, Any]:
    """What `languages/<lang>/<name>.toml` says. The result is shared: treat it as frozen.

    Raises `LanguageError` where the language or the file is missing, or the file is not TOML.
    """
    if lang not in available():
        raise LanguageError(f"no language {lang!r}: use one of {', '.join(available())}")
    path = FOLDER / lang / f"{name}.toml"
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise LanguageError(f"language {lang!r} has no {name}.toml: add it beside the other files of {lang}/") from None
    except tomllib.TOMLDecodeError as error:
        raise LanguageError(f"{lang}/{name}.toml is not TOML ({error}): mend the line it names") from None
