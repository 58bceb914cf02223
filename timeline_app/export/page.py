"""One HTML file: the interactive chart and the chronology under it. It asks no network for anything.

The chart is the screen's own figure with plotly.js in the file. All text is escaped, no link leaves but those to the
sources, and a content policy forbids whatever else a text might try.
"""

import base64
import html
import json
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from timeline_app.draw.figure import CONFIG, figure
from timeline_app.draw.layout import lay_out
from timeline_app.draw.metrics import FONTS
from timeline_app.draw.options import Options
from timeline_app.draw.theme import THEMES, Theme
from timeline_app.errors import ExportError
from timeline_app.export.chronology import Entry, Note, chronology
from timeline_app.export.clean import many
from timeline_app.export.order import Order

_WIDE = 1200.0

_CONFIG = CONFIG | {"modeBarButtonsToRemove": [*CONFIG["modeBarButtonsToRemove"], "toImage"]}
"""Without the camera: it would make a picture that lacks caption and marking."""

_CSS = Path(__file__).with_name("page.css")

_SCRIPT = """document.getElementById("chart").on("plotly_click", (click) => {
  const told = document.getElementById("event-" + click.points[0].customdata?.[0]);
  if (told) { told.scrollIntoView({ behavior: "smooth", block: "center" }); told.focus({ preventScroll: true }); }
});
"""
"""A click on the chart leads to what the chronology tells of the event."""

POLICY = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; font-src data:; img-src data: blob:"
)
"""Content Security Policy: what is in the file works, nothing is fetched and nothing can be sent."""


def write(order: Order) -> bytes:
    if order.theme not in THEMES:
        raise ExportError(f"no theme {order.theme!r}: use one of {', '.join(THEMES)}")
    return "".join(_parts(order, THEMES[order.theme])).encode("utf-8", "replace")


def _parts(order: Order, theme: Theme) -> Iterator[str]:
    caption, told = order.caption, chronology(order.events)
    title = html.escape(caption.title)
    marking = f'<p class="marking">{html.escape(caption.marking)}</p>' if caption.marking else ""
    yield f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta name="viewport" content="width=device-width"><meta name="referrer" content="no-referrer">
<title>{title}</title>
<style>{_style(theme)}</style></head>
<body>{marking}<main>
<h1>{title}</h1>
"""
    if caption.subtitle:
        yield f'<p class="subtitle">{html.escape(caption.subtitle)}</p>\n'
    if order.events:
        drawn, labelled = _chart(order, theme)
        yield drawn
        counted = caption.counted(labelled)
    else:
        counted = caption.counted()
    for line in (f"{counted} · {caption.dated()}", caption.named_sources(10), order.lost):
        yield f'<p class="caption">{html.escape(line)}</p>\n' if line else ""
    for year, entries in told.years:
        yield f"<section><h2>{year}</h2>\n"
        for entry in entries:
            yield from _entry(entry)
        yield "</section>\n"
    if told.notes:
        yield "<section><h2>Sources</h2>\n<ol>\n"
        for note in told.notes:
            yield f'<li id="source-{note.number}">{_note(note)}</li>\n'
        yield "</ol></section>\n"
    yield f"</main>{marking}</body></html>\n"


def _chart(order: Order, theme: Theme) -> tuple[str, int]:
    """The figure with its script, and how many events it labels."""
    wished = order.layout or Options(today=order.caption.as_of)
    layout = lay_out(order.events, replace(wished, width=wished.width or _WIDE, height=None))
    drawn: dict[str, Any] = figure(layout, theme)
    data, look = (_script(drawn[part]) for part in ("data", "layout"))
    said = f"Timeline of {many(len(order.events), 'event')}; the text below tells them all"
    return (
        f'<div id="chart" role="img" aria-label="{said}"></div>\n<script>{_plotly()}</script>\n'
        f'<script>Plotly.newPlot("chart", {data}, {look}, {_script(_CONFIG)});\n{_SCRIPT}</script>\n',
        layout.labelled,
    )


def _script(value: Any) -> str:
    """JSON that can stand in a script: no text can end it."""
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


@cache
def _plotly() -> str:
    from plotly.offline import get_plotlyjs  # 5 MB: only when a page is made

    return str(get_plotlyjs()).replace("</script", "<\\/script")


def _entry(entry: Entry) -> Iterator[str]:
    marks = "".join(f'<sup><a href="#source-{number}">{number}</a></sup>' for number in entry.notes)
    yield f'<article id="event-{html.escape(entry.id)}" tabindex="-1">\n'
    yield f"<h3><span>{html.escape(entry.when)}</span> {html.escape(entry.label)}{marks}</h3>\n"
    if entry.summary:
        yield f"<p>{html.escape(entry.summary)}</p>\n"
    for doubt in entry.doubts:
        yield f'<p class="doubt">{html.escape(doubt)}</p>\n'
    for quote, number in entry.quotes:
        yield f'<blockquote>{html.escape(quote)}<sup><a href="#source-{number}">{number}</a></sup></blockquote>\n'
    yield f'<p class="facts">{html.escape(entry.facts)}</p></article>\n'


def _note(note: Note) -> str:
    text = html.escape(note.text)
    return f'<a href="{html.escape(note.url)}" rel="noopener noreferrer">{text}</a>' if note.url else text


def _style(theme: Theme) -> str:
    faces = "".join(
        f"@font-face{{font-family:Inter;font-weight:{weight};src:url(data:font/woff2;base64,{_font(name)})}}"
        for weight, name in ((400, "Regular"), (600, "SemiBold"))
    )
    colours = {name: getattr(theme, name) for name in ("paper", "ink", "muted", "accent")}
    names = "".join(f"--{name}:{colour};" for name, colour in colours.items())
    return f"{faces}:root{{{names}}}{_CSS.read_text('utf-8')}"


@cache
def _font(name: str) -> str:
    return base64.b64encode((FONTS / f"Inter-{name}.woff2").read_bytes()).decode()
