"""Events out in any format and in from many: the two tables, and what is done with them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from timeline_app.errors import ExportError
from timeline_app.export.caption import Caption
from timeline_app.export.exporters import EXPORTERS, Exporter
from timeline_app.export.imported import Imported, doubts_of_letters
from timeline_app.export.importers import IMPORTERS, Importer
from timeline_app.export.order import Order, check_quotes, shareable
from timeline_app.model import Article, Event

__all__ = ["EXPORTERS", "IMPORTERS", "Exporter", "Importer", "export", "exporter", "import_file", "importer"]


def exporter(name: str) -> Exporter:
    """The format of this name. Raises `ExportError` that names them all."""
    found = next((format for format in EXPORTERS if format.name == name), None)
    if found is None:
        raise ExportError(f"no format {name!r}: use one of {', '.join(format.name for format in EXPORTERS)}")
    return found


def importer(name: str) -> Importer:
    """Likewise for reading."""
    found = next((format for format in IMPORTERS if format.name == name), None)
    if found is None:
        raise ExportError(f"no format {name!r} to read: use one of {', '.join(format.name for format in IMPORTERS)}")
    return found


def export(
    name: str,
    events: Iterable[Event],
    *,
    caption: Caption,
    articles: Mapping[str, Article] | None = None,
    **choices: Any,
) -> bytes:
    """The events as a file of this format. `choices` are the further fields of `Order`: theme, size, scale, layout.

    Raises `ExportError` where the format is not known or a quote is not in its stored text.
    """
    format, given, texts = exporter(name), tuple(events), dict(articles or {})
    check_quotes(given, texts)
    kept = given if format.picture else shareable(given)
    return format.write(Order(events=kept, caption=caption, lost=format.loses(given), articles=texts, **choices))


def import_file(name: str, data: bytes) -> Imported:
    """The events of a file of this format, and what was skipped. Raises `ExportError` where it is of another."""
    format = importer(name)
    found = format.read(data)
    return found if format.binary else replace(found, notes=(*found.notes, *doubts_of_letters(data)))
