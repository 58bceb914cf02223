"""The formats to read, likewise one table."""

from collections.abc import Callable
from dataclasses import dataclass

from timeline_app.export import acled, datapackage, geojson, ics, jsonl, parquet, plover, table, timelinejs, ucdp, vis
from timeline_app.export.imported import Imported


@dataclass(frozen=True, slots=True, kw_only=True)
class Importer:
    """A format to read; `binary` is one that is no text, so its letters are in no doubt."""

    name: str
    title: str
    extensions: tuple[str, ...]
    about: str
    read: Callable[[bytes], Imported]
    binary: bool = False


IMPORTERS: tuple[Importer, ...] = (
    Importer(name="csv", title="Table (CSV)", extensions=("csv",), about="the table that csv writes", read=table.read),
    Importer(
        name="jsonl", title="JSON lines", extensions=("jsonl",), about="the lines that jsonl writes", read=jsonl.read
    ),
    Importer(
        name="datapackage",
        title="Data package (Frictionless, ZIP)",
        extensions=("zip",),
        about="a ZIP file of a folder like events/",
        read=datapackage.read,
        binary=True,
    ),
    Importer(
        name="timelinejs",
        title="TimelineJS (JSON)",
        extensions=("json",),
        about="the JSON that TimelineJS reads",
        read=timelinejs.read,
    ),
    Importer(
        name="timelinejs-csv",
        title="TimelineJS (spreadsheet)",
        extensions=("csv",),
        about="the spreadsheet template of TimelineJS",
        read=timelinejs.read_csv,
    ),
    Importer(
        name="vis", title="vis-timeline (JSON)", extensions=("json",), about="items of vis-timeline", read=vis.read
    ),
    Importer(
        name="geojson",
        title="GeoJSON",
        extensions=("geojson", "json"),
        about="features with a date and a title",
        read=geojson.read,
    ),
    Importer(name="ics", title="Calendar (iCalendar)", extensions=("ics",), about="a calendar", read=ics.read),
    Importer(
        name="plover", title="PLOVER (JSON lines)", extensions=("jsonl",), about="event records", read=plover.read
    ),
    Importer(
        name="parquet",
        title="Parquet",
        extensions=("parquet",),
        about="what parquet writes",
        read=parquet.read,
        binary=True,
    ),
    Importer(
        name="acled",
        title="ACLED export (CSV)",
        extensions=("csv",),
        about="your own export from ACLED, shown on this machine and never passed on",
        read=acled.read,
    ),
    Importer(
        name="ucdp",
        title="UCDP GED or Candidate (CSV)",
        extensions=("csv",),
        about="events of the Uppsala Conflict Data Program, with a header or without",
        read=ucdp.read,
    ),
)
