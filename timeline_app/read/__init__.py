"""Bytes or text in, `Article` out. Knows no events.

read(data, name="report.pdf")      bytes of any kind that `READERS` lists, or pasted text
read_file(path)                    the same for a file
"""

from timeline_app.read.reading import MAX_BYTES, READERS, SUFFIXES, Reader, read, read_file

__all__ = ["MAX_BYTES", "READERS", "SUFFIXES", "Reader", "read", "read_file"]
