"""A `Layout` in the colours of a theme, as shapes: what the screen draws, from the same numbers."""

from collections.abc import Iterator

from timeline_app.draw.axis import SIZE as AXIS
from timeline_app.draw.bands import SIZE as BAND
from timeline_app.draw.bands import tips
from timeline_app.draw.chart import HEADING, NOTE, TITLE
from timeline_app.draw.geometry import Layout, Overview, Rect
from timeline_app.draw.look import GROUP, GROUPS
from timeline_app.draw.metrics import LINE
from timeline_app.draw.theme import Theme
from timeline_app.export.marks import baseline, bent, key_shapes, label_shapes, mark_shapes
from timeline_app.export.shapes import Box, Hatch, Ink, Line, Shape, Words


def shapes_of(layout: Layout, theme: Theme) -> Iterator[Shape]:
    """From back to front: ground, time, lanes, events, words."""
    for number, lane in enumerate(layout.lanes):
        if theme.ground(number) != theme.paper:
            stripe = Rect(0, lane.rect.top, layout.width, lane.rect.bottom)
            yield Box(rect=stripe, ink=Ink(fill=theme.ground(number)))
    yield from _time(layout, theme)
    yield from _periods(layout, theme)
    yield from _lanes(layout, theme)
    for piece in layout.bins:
        yield Box(rect=piece.rect, ink=Ink(fill=theme.column(piece.kind, vague=piece.vague)))
    yield from _events(layout, theme)
    for key in layout.legend:
        yield from key_shapes(key, theme)
    if layout.overview:
        yield from _overview(layout.overview, theme)


def _periods(layout: Layout, theme: Theme) -> Iterator[Shape]:
    for stretch in layout.uncovered:
        ground = theme.ground(stretch.lane)
        yield Hatch(rect=stretch.rect, colour=theme.line, ground=ground, width=0.75, apart=7.0)
    for band in layout.bands:
        yield Box(rect=band.rect, ink=Ink(fill=theme.band))
        yield from (bent(x, band.rect.middle, side, theme.muted) for x, side in tips(band))
        if box := band.box:
            y = baseline(box, BAND)
            yield Words(text=band.label, x=box.left, y=y, size=BAND, colour=theme.muted, box=box)


def _time(layout: Layout, theme: Theme) -> Iterator[Shape]:
    plot = layout.plot
    two_rows = any(tick.below for tick in layout.axis)
    for tick in layout.axis:
        yield Line(points=((tick.x, plot.top), (tick.x, plot.bottom)), ink=Ink(line=theme.line))
        y = plot.top - 8 - (AXIS * LINE if two_rows else 0)
        yield Words(text=tick.label, x=tick.x, y=y, size=AXIS, colour=theme.muted, align="center")
        if tick.below:
            yield Words(text=tick.below, x=tick.x, y=plot.top - 8, size=AXIS, colour=theme.muted, align="center")
    for gap in layout.breaks:
        middle = (gap.left + gap.right) / 2
        yield Box(rect=Rect(gap.left, plot.top, gap.right, plot.bottom), ink=Ink(fill=theme.band))
        for x in (gap.left, gap.right):
            yield Line(points=((x, plot.top), (x, plot.bottom)), ink=Ink(line=theme.faint, dash=(2, 3)))
        for number, text in enumerate(reversed(gap.lines)):
            y = plot.top - 8 - number * NOTE * LINE
            yield Words(text=text, x=middle, y=y, size=NOTE, colour=theme.muted, align="center")
    if layout.today is not None:
        points = ((layout.today, plot.top), (layout.today, plot.bottom))
        yield Line(points=points, ink=Ink(line=theme.accent, dash=(1.5, 2.5)))


def _lanes(layout: Layout, theme: Theme) -> Iterator[Shape]:
    edges = [layout.lanes[0].rect.top] if layout.lanes else []
    for y in (*edges, *(lane.rect.bottom for lane in layout.lanes)):
        yield Line(points=((0, y), (layout.width, y)), ink=Ink(line=theme.line))
    for lane in layout.lanes:
        box, y = lane.title_box, lane.title_box.top
        for text in lane.title:
            row = Rect(box.left, y, box.right, y + TITLE * LINE)
            yield Words(text=text, x=box.left, y=baseline(row, TITLE), size=TITLE, colour=theme.ink, bold=True, box=row)
            y = row.bottom
        for note in lane.notes:
            row = Rect(box.left, y, box.right, y + NOTE * LINE)
            yield Words(text=note, x=box.left, y=baseline(row, NOTE), size=NOTE, colour=theme.muted, box=row)
            y = row.bottom
    for heading in layout.headings:
        row, edge = heading.box, heading.rect
        yield Box(rect=Rect(0, edge.top, layout.width, edge.top + HEADING), ink=Ink(fill=theme.band))
        y = baseline(row, NOTE)
        yield Words(text=heading.text, x=row.left, y=y, size=NOTE, colour=theme.ink, bold=True, box=row)
        x, dash = (edge.left + edge.right) / 2 - 0.5, GROUPS[heading.number % len(GROUPS)]
        ink = Ink(line=theme.muted, width=GROUP, dash=dash)
        yield Line(points=((x, edge.top), (x, edge.bottom)), ink=ink)


def _events(layout: Layout, theme: Theme) -> Iterator[Shape]:
    """Leaders lie under all marks, so that none is crossed out."""
    for label in layout.labels:
        if not label.inside:
            top = label.box.bottom if label.align == "center" else label.box.top + 2
            points = ((label.x, top), (label.x, label.foot))
            yield Line(points=points, ink=Ink(line=theme.faint), event=label.event)
    labels = {(label.event, label.lane): label for label in layout.labels}
    for mark in layout.marks:
        yield from mark_shapes(mark, theme)
        if (mark.event, mark.lane) in labels:
            label = labels.pop((mark.event, mark.lane))
            yield from label_shapes(label, mark, layout.font, theme, theme.ground(mark.lane))
    for tick in layout.ticks:
        yield Line(points=((tick.x, tick.top), (tick.x, tick.bottom)), ink=Ink(line=theme.faint))
        if tick.box:
            x, y, said = (tick.box.left + tick.box.right) / 2, baseline(tick.box, 10), f"+{tick.count}"
            yield Words(text=said, x=x, y=y, size=10, colour=theme.muted, align="center", box=tick.box)


def _overview(strip: Overview, theme: Theme) -> Iterator[Shape]:
    rect = strip.rect
    for piece in strip.bins:
        yield Box(rect=piece.rect, ink=Ink(fill=theme.column(piece.kind, vague=piece.vague)))
    yield Line(points=((rect.left, rect.bottom), (rect.right, rect.bottom)), ink=Ink(line=theme.line))
    if strip.window:
        yield Box(rect=strip.window, ink=Ink(fill=theme.accent, opacity=0.14))
    for tick in strip.ticks:
        row = Rect(tick.x, rect.bottom + 3, tick.x, rect.bottom + 3 + 11 * LINE)
        yield Words(text=tick.label, x=tick.x, y=baseline(row, 11), size=11, colour=theme.muted, align="center")
