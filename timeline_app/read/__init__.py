"""Bytes or text in, `Article` out. Knows no events.

read(data, name="report.pdf")      bytes of any kind that `READERS` lists, or pasted text
read_file(path)                    the same for a file
language_of(text)                  which of the languages there are it is written in
reads_like(text, lang)             whether it can be in that language at all
"""

from timeline_app.read.reading import MAX_BYTES, READERS, SUFFIXES, Reader, read, read_file
from timeline_app.read.tongue import language_of, reads_like

__all__ = ["MAX_BYTES", "READERS", "SUFFIXES", "Reader", "language_of", "read", "read_file", "reads_like"]
