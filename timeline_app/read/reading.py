"""Which reader reads what, and what is looked for in the text where the format does not tell."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from timeline_app.errors import ReadError
from timeline_app.language import available, load
from timeline_app.model import Article
from timeline_app.read.dateline import BY_CUSTOM, date_in_address
from timeline_app.read.docx import is_docx, read_docx
from timeline_app.read.draft import MAX_BYTES, MAX_CHARS, Draft
from timeline_app.read.front_matter import KEYS, date_of, split_front_matter
from timeline_app.read.header import Heading, read_heading
from timeline_app.read.html import is_html, read_html
from timeline_app.read.pdf import is_pdf, read_pdf
from timeline_app.read.text import clean, read_text
from timeline_app.read.tongue import language_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """One sort of input. `accepts` looks at the bytes; `suffixes` decide only where no content does."""

    name: str
    suffixes: tuple[str, ...]
    accepts: Callable[[bytes], bool]
    read: Callable[[bytes | str, str], Draft]


READERS = (
    Reader(name="PDF", suffixes=(".pdf",), accepts=is_pdf, read=read_pdf),
    Reader(name="Word", suffixes=(".docx",), accepts=is_docx, read=read_docx),
    Reader(name="web page", suffixes=(".html", ".htm", ".xhtml"), accepts=is_html, read=read_html),
    Reader(name="text", suffixes=(".txt", ".md", ".text"), accepts=lambda _: False, read=read_text),
)
"""In the order in which they are asked; the last takes what no other does."""

SUFFIXES = tuple(suffix for reader in READERS for suffix in reader.suffixes)


def read(
    data: bytes | str,
    *,
    name: str = "",
    lang: str | None = None,
    published: date | None = None,
    title: str | None = None,
    outlet: str | None = None,
    url: str = "",
) -> Article:
    """Read a report. What is given wins over front matter, that over the format's metadata, that over the header.

    The text is kept as `text.clean` says, front matter left out. `published` stays `None` where nothing tells it; it
    is never guessed from the report's sentences or a file's time stamp. Raises `ReadError` where there is no text.
    """
    if len(data) > MAX_BYTES:
        raise ReadError(f"the input is larger than {MAX_BYTES // 1_000_000} MB: give the report alone, or split it")
    draft = _reader_for(data, name).read(data, name)
    said, text = split_front_matter(clean(draft.text)) if draft.headed else ({}, clean(draft.text))
    if not text.strip():
        raise ReadError("the input is empty: give a report with some text in it")
    if len(text) > MAX_CHARS:
        raise ReadError(f"the text is longer than {MAX_CHARS:,} characters: split it into parts")
    heading = read_heading(text)
    address = url or said.get("url", "") or draft.url
    day, how = _published(published, said, draft, heading, address)
    tongue = lang or (said.get("lang") or draft.lang).lower().split("-")[0] or language_of(text)
    if tongue in available() and not load(tongue, "read")["numeric_order_varies"]:
        how = how.removesuffix(BY_CUSTOM)
    facts = {key: clean(said.get(key, "") or getattr(draft, key, "")) for key in KEYS if key != "published"}
    return Article(
        text=text,
        lang=tongue,
        title=title if title is not None else facts["title"] or heading.title or clean(draft.weak_title),
        outlet=outlet if outlet is not None else facts["outlet"] or heading.outlet,
        author=facts["author"] or heading.author,
        url=address,
        published=day,
        published_from=how,
    )


def read_file(
    path: Path | str,
    *,
    lang: str | None = None,
    published: date | None = None,
    title: str | None = None,
    outlet: str | None = None,
    url: str = "",
) -> Article:
    """Read a report from a file. Raises `ReadError` also where the file cannot be opened."""
    path = Path(path)
    try:
        if path.stat().st_size > MAX_BYTES:
            raise ReadError(
                f"{path.name!r} is larger than {MAX_BYTES // 1_000_000} MB: give the report alone, or split it"
            )
        data = path.read_bytes()
    except OSError as error:
        raise ReadError(f"cannot open {str(path)!r} ({error.strerror}): check the path") from None
    return read(data, name=path.name, lang=lang, published=published, title=title, outlet=outlet, url=url)


def _reader_for(data: bytes | str, name: str) -> Reader:
    if isinstance(data, str):
        is_page = is_html(data[:5000].encode("utf-8", "replace"))
        return next(reader for reader in READERS if reader.read is (read_html if is_page else read_text))
    by_content = (reader for reader in READERS if reader.accepts(data))
    suffix = Path(name).suffix.lower()
    by_name = (reader for reader in READERS if suffix in reader.suffixes and reader.read is read_html and b"<" in data)
    return next(by_content, None) or next(by_name, None) or READERS[-1]


def _published(
    given: date | None, said: dict[str, str], draft: Draft, heading: Heading, address: str
) -> tuple[date | None, str]:
    if given:
        return given, "given"
    if day := date_of(said):
        return day, "front matter"
    if draft.published:
        return draft.published, draft.published_from
    if heading.published:
        return heading.published, heading.published_from
    if day := date_in_address(address):
        return day, "address"
    return None, ""
