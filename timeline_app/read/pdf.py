"""PDF files that hold text."""

import logging
import re
from collections import Counter
from collections.abc import Mapping

from timeline_app.errors import ReadError
from timeline_app.read.draft import MAX_CHARS, Draft
from timeline_app.read.text import called

_PAGE_NUMBER = re.compile(r"\W*(?:\w{1,5}\W+)?\d{1,4}(?:\s*(?:/|\w{1,3})\s*\d{1,4})?\W*")
_SENTENCE_END = re.compile(r"[.!?:»”\"]$")
_LEFT_OVER = re.compile(r"\.(?:docx?|pdf|indd|qxd|odt|rtf|tex)\b|^microsoft |^untitled|^\W*$", re.IGNORECASE)


def is_pdf(head: bytes) -> bool:
    return b"%PDF-" in head[:1024]


def read_pdf(data: bytes | str, name: str = "") -> Draft:
    """The text of all pages, lines joined to paragraphs, running heads and page numbers left out.

    The date at which the file was made is not the date of publication and is not taken for it.
    Raises `ReadError` for a password, for pages without text, and for what is broken.
    """
    from io import BytesIO

    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    assert isinstance(data, bytes)
    what = called(name)
    try:
        file = pypdf.PdfReader(BytesIO(data))
        if file.is_encrypted and not file.decrypt(""):
            raise ReadError(f"{what} is protected by a password: save it without one, or paste its text")
        pages, size = [], 0
        for page in file.pages:
            pages.append(page.extract_text() or "")
            size += len(pages[-1])
            if size > MAX_CHARS:
                raise ReadError(f"{what} holds more than {MAX_CHARS:,} characters: split it into parts")
        about: Mapping[str, object] = file.metadata or {}
        title, author = (str(about.get(key) or "").strip() for key in ("/Title", "/Author"))
    except ReadError:
        raise
    except Exception as error:
        # A parser of damaged files fails in many ways; each of them means that the file is damaged.
        raise ReadError(
            f"{what} cannot be read ({type(error).__name__}): open and save it anew, or paste its text"
        ) from None
    if not any(page.strip() for page in pages):
        raise ReadError(f"{what} holds images of pages, no text: run text recognition (OCR) on it, or paste its text")
    return Draft(text=reflow(pages), weak_title="" if _LEFT_OVER.search(title) else title, author=author)


def reflow(pages: list[str]) -> str:
    """Paragraphs from the lines of pages, a blank line between them.

    A line that is as long as most runs on into the next, the more surely where no sentence ends with it; a hyphen at
    its end is undone before a small letter.
    """
    lines = [line.strip() for page in _without_running_lines(pages) for line in (*page.splitlines(), "\f")]
    lengths = sorted(len(line) for line in lines if len(line) > 20)
    full = 0.8 * lengths[len(lengths) * 3 // 4] if lengths else 0
    paragraphs, now = [], ""
    for line in lines:
        if line == "\f":
            # A page ends in the middle of a paragraph unless the sentence does too.
            if now and _SENTENCE_END.search(now):
                paragraphs.append(now)
                now = ""
            continue
        if not line:
            paragraphs.append(now)
            now = ""
            continue
        if re.search(r"[^\W\d_][-‐]$", now) and line[:1].islower():
            now = now[:-1] + line
        else:
            now = f"{now} {line}" if now else line
        if len(line) < (0.95 * full / 0.8 if _SENTENCE_END.search(line) else full):
            paragraphs.append(now)
            now = ""
    return "\n\n".join(paragraph for paragraph in (*paragraphs, now) if paragraph)


def _without_running_lines(pages: list[str]) -> list[str]:
    """Pages without the first and last lines that most of them share, and without page numbers there."""
    split = [page.strip("\n").split("\n") for page in pages]
    edges = Counter(line for lines in split for line in {_unnumbered(lines[0]), _unnumbered(lines[-1])})
    running = {line for line, count in edges.items() if count >= 3 and count > len(pages) / 2 and line}
    kept = []
    for lines in split:
        while lines and (_unnumbered(lines[0]) in running or _PAGE_NUMBER.fullmatch(lines[0])):
            lines = lines[1:]
        while lines and (_unnumbered(lines[-1]) in running or _PAGE_NUMBER.fullmatch(lines[-1])):
            lines = lines[:-1]
        kept.append("\n".join(lines))
    return kept


def _unnumbered(line: str) -> str:
    return re.sub(r"\d+", "#", line.strip())
