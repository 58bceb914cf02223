"""Web pages. A page is hostile: what is kept is text, never markup, and nothing is fetched or run."""

import logging
import re
from datetime import date

from timeline_app.errors import ReadError
from timeline_app.language import available
from timeline_app.read.dateline import publication_date
from timeline_app.read.draft import Draft
from timeline_app.read.text import called, decode

_START = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*"
    rb"<(?:!doctype\s+html|(?:html|head|body|article|main|section|div|p|h1|meta|title)\b)",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
_LANG = re.compile(r"<html\b[^>]{0,500}?\blang\s*=\s*[\"']?([a-zA-Z]{2})", re.IGNORECASE)
_LATEST = "2200-01-01"
"""htmldate would ask the clock for the latest date that it believes."""


def is_html(head: bytes) -> bool:
    return bool(_START.match(head.removeprefix(b"\xef\xbb\xbf")))


def read_html(data: bytes | str, name: str = "") -> Draft:
    """Main text by trafilatura, date by htmldate, the rest from the page's metadata.

    Raises `ReadError` where the page holds no text.
    """
    import trafilatura

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    what = called(name)
    if isinstance(data, bytes):
        charset = _CHARSET.search(data[:4096])
        data = decode(data, declared=charset[1].decode() if charset else "", name=name)
    page = f"<html><body>{data}</body></html>" if "<html" not in data[:5000].lower() else data
    dates = {"original_date": True, "extensive_search": False, "max_date": _LATEST, "outputformat": "%Y-%m-%d"}
    try:
        found = trafilatura.bare_extraction(
            page, with_metadata=True, include_comments=False, favor_recall=True, date_extraction_params=dates
        )
        found = None if isinstance(found, dict) else found
        text = ((found.text or "") if found else "") or trafilatura.html2txt(page)
    except Exception as error:
        # A parser of hostile pages: whatever it trips over is the page's fault.
        raise ReadError(
            f"{what} cannot be read as a web page ({type(error).__name__}): paste its text instead"
        ) from None
    if not text.strip():
        raise ReadError(f"{what} is a web page without text, a script may write it: paste the text as you see it")
    lang = declared[1].lower() if (declared := _LANG.search(page[:5000])) else ""
    lang = lang if lang in available() else ""
    if not found:
        return Draft(text=text, lang=lang)
    title = (found.title or "").strip()
    published, how = (date.fromisoformat(found.date), "page metadata") if found.date else _beside_title(page, title)
    return Draft(
        text=text,
        title=title,
        outlet=(found.sitename or "").strip(),
        author=(found.author or "").strip(),
        url=found.url or "",
        lang=lang,
        published=published,
        published_from=how,
    )


def _beside_title(page: str, title: str) -> tuple[date | None, str]:
    """The date that a reader sees just above or below the title; other dates of a page are those of other articles."""
    import trafilatura

    lines = [line.strip() for line in trafilatura.html2txt(page).splitlines() if line.strip()]
    if not title or title not in lines:
        return None, ""
    at = lines.index(title)
    return publication_date([line for line in lines[max(at - 3, 0) : at + 7] if len(line) <= 120], "", ())
