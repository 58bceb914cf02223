"""The JSON lines protocol: `{"id", "lang", "published", "outlet", "title", "text"}` a line in, an answer a line out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from timeline_app.cli.arguments import complain
from timeline_app.errors import ReadError, TimelineError

if TYPE_CHECKING:
    from timeline_app.model import Article


def answer_each(lines: Iterable[str], answer: Callable[[Article], dict[str, Any]], *, jobs: int = 1) -> int:
    """Print `{"id": ...}` with what `answer` gives for each document, in the order of the lines; the exit status.

    A line that cannot be answered is named with its fault and costs no other line its answer; the status is then 2.
    With several jobs as many processes work on the documents, and `answer` must be such as can be pickled.
    """
    from timeline_app.jobs import Lost, in_order

    status = 0
    numbered = ((number, line) for number, line in enumerate(lines, 1) if line.strip())
    for (number, _), said in in_order(partial(_answer_line, answer), numbered, jobs=jobs):
        if isinstance(said, Lost):
            status = complain(f"line {number}: the process that read it ended: see whether the document is too long")
        elif said[1]:
            status = complain(f"line {number}: {said[1]}")
        else:
            print(said[0])
    return status


def _answer_line(answer: Callable[[Article], dict[str, Any]], numbered: tuple[int, str]) -> tuple[str, str]:
    """The answer to a line as JSON, or else its fault."""
    try:
        name, article = _document(numbered[1])
    except TimelineError as error:
        return "", str(error)
    try:
        return _json({"id": name, **answer(article)}), ""
    except TimelineError as error:
        return "", f"document {name!r}: {error}"
    except Exception as error:  # a fault of ours in one document shall not cost a million others their answers
        return "", f"document {name!r}: an error of the program ({error!r}): please report it with this document"


def print_json(value: dict[str, Any]) -> None:
    """One line of JSON on standard output."""
    print(_json(value))


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False)


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
