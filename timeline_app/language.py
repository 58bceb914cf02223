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


@cache
def load_all(lang: str, name: str) -> dict[str, Any]:
    """What `<name>.toml` says together with the files beside it that its list `files` names, in their order.

    Tables are joined, and so are lists: long data can be told in several files, each about one thing. Treat it as
    frozen. Raises `LanguageError` as `load` does.
    """
    whole: dict[str, Any] = {}
    for part in (name, *load(lang, name).get("files", ())):
        _join(whole, load(lang, part))
    return whole


def _join(whole: dict[str, Any], part: dict[str, Any]) -> None:
    """Add what a file says to what others said; where both give a plain value, the later one stands."""
    for key, value in part.items():
        if isinstance(value, dict):
            _join(whole.setdefault(key, {}), value)
        elif isinstance(value, list):
            whole[key] = [*whole.get(key, ()), *value]
        else:
            whole[key] = value
