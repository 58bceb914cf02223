"""What `timeline-app export` does with events and a filter, apart from reading and writing files."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from timeline_app.draw.coverage import coverage
from timeline_app.draw.options import Options
from timeline_app.errors import ExportError, QueryError
from timeline_app.export.caption import Caption
from timeline_app.export.formats import EXPORTERS, IMPORTERS, export, exporter
from timeline_app.export.subtitle import say_filter
from timeline_app.model import DataPackage, Event
from timeline_app.query import Filter, Names, select


def export_chosen(
    name: str,
    events: Sequence[Event],
    package: DataPackage,
    *,
    where: str,
    as_of: date,
    title: str = "",
    marking: str = "",
    lanes: str = "country",
    time: str = "linear",
    **choices: Any,
) -> tuple[bytes, str]:
    """The events that pass a filter as a file, and a sentence on what it holds and lacks.

    Raises `QueryError` for a filter that names what does not exist, `ExportError` where nothing is left.
    """
    format = exporter(name)
    names = Names.of(package.actors, events)
    wanted, notes = names.resolve(Filter.parse(where))
    if notes:
        raise QueryError(notes[0])
    chosen = select(events, wanted)
    if not chosen:
        raise ExportError(f"no event passes {where!r}: widen the filter")
    caption = Caption.of(
        chosen,
        title=title or package.title,
        subtitle=say_filter(wanted, names.country_names),
        total=len(events),
        as_of=as_of,
        marking=marking,
    )
    layout = Options(
        lanes=lanes,
        scale=time,
        start=wanted.start,
        end=wanted.end,
        today=as_of,
        countries=names.country_names,
        covered=coverage(events, lanes) if lanes in ("country", "actor") else {},
        overview=False,
    )
    data = export(name, chosen, caption=caption, package=package, layout=layout, **choices)
    return data, " ".join(filter(None, (f"{caption.counted()}.", format.loses(chosen))))


def formats() -> str:
    """All formats, one a line, as the command line tells them."""
    out = [f"  {format.name:<15} {format.title}: {format.about}" for format in EXPORTERS]
    into = [f"  {format.name:<15} {format.title}: {format.about}" for format in IMPORTERS]
    return "\n".join(["export writes:", *out, "import reads:", *into])
