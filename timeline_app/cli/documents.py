"""The JSON lines protocol: `{"id", "lang", "published", "outlet", "title", "text"}` a line in, an answer a line out."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from timeline_app.cli.arguments import complain
from timeline_app.errors import ReadError, TimelineError

if TYPE_CHECKING:
    from timeline_app.model import Article


def answer_each(lines: Iterable[str], answer: Callable[[Article], dict[str, Any]]) -> int:
    """Print `{"id": ...}` with what `answer` gives for each document, as it comes; the exit status.

    A line that cannot be answered is named with its fault and costs no other line its answer; the status is then 2.
    """
    status = 0
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            name, article = _document(line)
            print_json({"id": name, **answer(article)})
        except TimelineError as error:
            status = complain(f"line {number}: {error}")
    return status


def print_json(value: dict[str, Any]) -> None:
    """One line of JSON on standard output."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")


def _document(line: str) -> tuple[Any, Article]:
    from timeline_app.model import Article
    from timeline_app.read import language_of

    try:
        row = json.loads(line)
        text, said = row["text"], {key: row.get(key) or "" for key in ("lang", "published", "outlet", "title")}
        if wrong := [key for key, value in {"text": text, **said}.items() if not isinstance(value, str)]:
            raise TypeError(f"{wrong[0]} is no text")
        published = date.fromisoformat(said["published"]) if said["published"] else None
        article = Article(
            text=text,
            lang=said["lang"].lower().partition("-")[0] or language_of(text),
            title=said["title"],
            outlet=said["outlet"],
            published=published,
            published_from="given" if published else "",
        )
        return row["id"], article
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ReadError(
            f"not a document ({error}): write "
            '{"id": "a", "lang": "en", "published": "2021-09-26", "text": "..."} on one line'
        ) from None
