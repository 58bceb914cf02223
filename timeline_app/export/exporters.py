"""The formats to write, in the order of a menu: one table for the command line, the page, documentation and tests."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from timeline_app.export import (
    chronology,
    claims,
    datapackage,
    document,
    geojson,
    ics,
    jsonl,
    markdown,
    page,
    parquet,
    pdf,
    plover,
    png,
    slides,
    svg,
    table,
    timelinejs,
    vis,
)
from timeline_app.export.order import Order, shareable, withheld
from timeline_app.model import Event


def _nothing(_: tuple[Event, ...]) -> str:
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exporter:
    """A format to write. `title` names it in a menu, `about` says in a line what it is for.

    A picture may show events whose rows may not be passed on; any other format leaves them out.
    """

    name: str
    title: str
    extension: str
    mime: str
    about: str
    write: Callable[[Order], bytes]
    losing: Callable[[tuple[Event, ...]], str] = _nothing
    picture: bool = False

    def loses(self, events: Iterable[Event]) -> str:
        """What a file of these events leaves out, in a sentence or two; empty where it is nothing."""
        given = tuple(events)
        kept = given if self.picture else shareable(given)
        return " ".join(filter(None, (self.losing(kept), "" if self.picture else withheld(given))))


EXPORTERS: tuple[Exporter, ...] = (
    Exporter(
        name="png",
        title="Picture (PNG)",
        extension="png",
        mime="image/png",
        about="a picture for a briefing or a message",
        write=png.write,
        losing=png.loses,
        picture=True,
    ),
    Exporter(
        name="svg",
        title="Drawing (SVG)",
        extension="svg",
        mime="image/svg+xml",
        about="a drawing that stays sharp at any size and can be edited",
        write=svg.write,
        losing=svg.loses,
        picture=True,
    ),
    Exporter(
        name="pdf",
        title="Page (PDF)",
        extension="pdf",
        mime="application/pdf",
        about="a page to print, with text that can be selected",
        write=pdf.write,
        losing=pdf.loses,
        picture=True,
    ),
    Exporter(
        name="pptx",
        title="Slides (PowerPoint)",
        extension="pptx",
        mime="application/vnd.openxmlformats-officedocument.presentationml.presentation",
        about="a slide of shapes and text that can be edited, the sources in its notes",
        write=slides.write,
        losing=slides.loses,
        picture=True,
    ),
    Exporter(
        name="docx",
        title="Report (Word)",
        extension="docx",
        mime="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        about="a chronology with footnoted sources",
        write=document.write,
        losing=chronology.loses,
    ),
    Exporter(
        name="md",
        title="Report (Markdown)",
        extension="md",
        mime="text/markdown",
        about="a chronology with footnoted sources",
        write=markdown.write,
        losing=chronology.loses,
    ),
    Exporter(
        name="html",
        title="Interactive page (HTML)",
        extension="html",
        mime="text/html",
        about="the interactive chart and its chronology in one file that needs no network",
        write=page.write,
        losing=chronology.loses,
    ),
    Exporter(
        name="csv",
        title="Table (CSV)",
        extension="csv",
        mime="text/csv",
        about="one row an event, for a spreadsheet",
        write=table.write,
        losing=table.loses,
    ),
    Exporter(
        name="jsonl",
        title="JSON lines",
        extension="jsonl",
        mime="application/jsonl",
        about="everything there is, quotes as W3C selectors",
        write=jsonl.write,
    ),
    Exporter(
        name="datapackage",
        title="Data package (Frictionless, ZIP)",
        extension="zip",
        mime="application/zip",
        about="another team's timeline: tables with their schema",
        write=datapackage.write,
        losing=datapackage.loses,
    ),
    Exporter(
        name="timelinejs",
        title="TimelineJS (JSON)",
        extension="json",
        mime="application/json",
        about="a narrative timeline for a web page",
        write=timelinejs.write,
        losing=timelinejs.loses,
    ),
    Exporter(
        name="timelinejs-csv",
        title="TimelineJS (spreadsheet)",
        extension="csv",
        mime="text/csv",
        about="the spreadsheet template of TimelineJS",
        write=timelinejs.write_csv,
        losing=timelinejs.loses,
    ),
    Exporter(
        name="vis",
        title="vis-timeline (JSON)",
        extension="json",
        mime="application/json",
        about="items and groups for the vis-timeline component",
        write=vis.write,
        losing=vis.loses,
    ),
    Exporter(
        name="geojson",
        title="GeoJSON",
        extension="geojson",
        mime="application/geo+json",
        about="points for a map, events without coordinates too",
        write=geojson.write,
        losing=geojson.loses,
    ),
    Exporter(
        name="ics",
        title="Calendar (iCalendar)",
        extension="ics",
        mime="text/calendar",
        about="the events of exact days, for a calendar programme",
        write=ics.write,
        losing=ics.loses,
    ),
    Exporter(
        name="plover",
        title="PLOVER (JSON lines)",
        extension="jsonl",
        mime="application/jsonl",
        about="event records of political science",
        write=plover.write,
        losing=plover.loses,
    ),
    Exporter(
        name="claims",
        title="Claims (schema.org, JSON-LD)",
        extension="jsonld",
        mime="application/ld+json",
        about="who says what, for fact checking",
        write=claims.write,
        losing=claims.loses,
    ),
    Exporter(
        name="parquet",
        title="Parquet",
        extension="parquet",
        mime="application/vnd.apache.parquet",
        about="typed columns for pandas, DuckDB or R",
        write=parquet.write,
        losing=parquet.loses,
    ),
)
