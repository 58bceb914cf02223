"""Word files (.docx): paragraphs and tables in their order."""

from typing import Any

from timeline_app.errors import ReadError
from timeline_app.read.draft import MAX_CHARS, Draft
from timeline_app.read.text import called

_UNPACKED = 200_000_000
"""Most bytes that a file may unpack to."""


def is_docx(data: bytes) -> bool:
    return data.startswith(b"PK\x03\x04") and b"word/document.xml" in data


def read_docx(data: bytes | str, name: str = "") -> Draft:
    """A line per paragraph, a blank line between them; cells of a table row are parted by tabs.

    Inserted text counts, deleted text does not. Raises `ReadError` for what is broken, empty or too large.
    """
    from io import BytesIO
    from zipfile import ZipFile

    import docx

    assert isinstance(data, bytes)
    what = called(name)
    try:
        with ZipFile(BytesIO(data)) as archive:
            if sum(part.file_size for part in archive.infolist()) > _UNPACKED:
                raise ReadError(f"{what} unpacks to more than {_UNPACKED // 1_000_000} MB: save its text alone")
        document = docx.Document(BytesIO(data))
        lines = [line for block in document.iter_inner_content() if (line := _text_of(block))]
        about = document.core_properties
        title, author = (about.title or "").strip(), (about.author or "").strip()
    except ReadError:
        raise
    except Exception as error:
        # Damaged archives and XML fail in many ways; each of them means that the file is damaged.
        raise ReadError(
            f"{what} cannot be read ({type(error).__name__}): open and save it anew, or paste its text"
        ) from None
    text = "\n\n".join(lines)
    if not text.strip():
        raise ReadError(f"{what} holds no text: if it shows a picture of a page, paste the text instead")
    if len(text) > MAX_CHARS:
        raise ReadError(f"{what} holds more than {MAX_CHARS:,} characters: split it into parts")
    return Draft(text=text, weak_title=title, author="" if author == "python-docx" else author)


def _text_of(block: Any) -> str:
    """Text of a paragraph or of a table."""
    if hasattr(block, "rows"):
        return "\n".join(
            "\t".join(" ".join(_text_of(paragraph) for paragraph in cell.paragraphs) for cell in row.cells)
            for row in block.rows
        ).strip()
    text = "".join(
        {"t": node.text or "", "tab": "\t"}.get(node.tag.rpartition("}")[2], "\n")
        for node in block._p.xpath(".//w:r/w:t|.//w:r/w:tab|.//w:r/w:br|.//w:r/w:cr")
    ).strip()
    listed = text and block.style is not None and block.style.name.startswith("List")
    return f"• {text}" if listed else text
