"""ZIP containers (PPTX, DOCX, data packages) without the hour they were written: the same events, the same bytes."""

import io
import zipfile
from collections.abc import Iterable

_STAMP = (1980, 1, 1, 0, 0, 0)  # the earliest that ZIP knows


def packed(files: Iterable[tuple[str, bytes]]) -> bytes:
    """A ZIP file of these names and contents, in this order."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            info = zipfile.ZipInfo(name, _STAMP)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return out.getvalue()


def restamped(data: bytes) -> bytes:
    """The same ZIP file with that stamp on each of its parts."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return packed((info.filename, archive.read(info)) for info in archive.infolist())
