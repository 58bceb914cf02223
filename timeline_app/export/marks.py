"""Events as shapes: markers, whiskers, bars and their words, looking as `draw.look` has it for the screen too."""

from collections.abc import Iterator

from timeline_app.draw.chart import NOTE, TICK
from timeline_app.draw.figure_signs import size as plotly_size
from timeline_app.draw.geometry import Form, Key, Label, Mark, Rect
from timeline_app.draw.labels import INSET
from timeline_app.draw.legend import COUNTED, columns
from timeline_app.draw.legend import SIZE as KEY
from timeline_app.draw.look import CHEVRON, WHISKER, Look, arrows, chevron, chevrons, glyph, look, pieces
from timeline_app.draw.metrics import ASCENT, LINE
from timeline_app.draw.theme import SIZES, Theme
from timeline_app.draw.theme import symbol as symbol_of
from timeline_app.export.shapes import Box, Hatch, Ink, Line, Shape, Words, hatched, outline, symbol

_DASH = (3.0, 2.0)
_STOP = 3.5
_HATCH = 1.6
_WITHIN = 0.85
"""Share of a marker that is hatched: its rim stays whole, so that its shape can still be told."""
_DESCENT = 0.2415  # Inter's `hhea` descender in em


def baseline(rect: Rect, size: float, line: int = 0, lines: int = 1) -> float:
    """Where the letters of a line stand, all lines being centred in the box."""
    top = rect.middle - lines * LINE * size / 2
    return top + line * LINE * size + (LINE - ASCENT - _DESCENT) * size / 2 + ASCENT * size


def mark_shapes(mark: Mark, theme: Theme) -> Iterator[Shape]:
    """The marker, whisker or bar of one event."""
    seen = look(mark, theme)
    if mark.form is Form.SPAN:
        yield from _bar(mark, theme, seen)
    else:
        yield from _marker(mark, seen)
    if inside := glyph(mark, theme, seen):
        x, radius, colour = inside
        name = symbol_of(mark.kind)
        yield symbol(name, x, mark.y, radius * (SIZES[mark.kind] if mark.kind else 1.0), Ink(fill=colour), mark.event)
    for x, side in arrows(mark):
        ink = Ink(fill=seen.color)
        yield symbol(f"triangle-{side}", x, mark.y, 4.5, ink, mark.event)
    for x, side in chevrons(mark):
        yield bent(x, mark.y, side, chevron(mark, theme, seen), mark.event)
    if mark.tilde is not None:
        y = mark.y + 4.5
        yield Words(text="~", x=mark.tilde, y=y, size=13, colour=theme.ink, align="center", event=mark.event)
    if seen.struck:
        points = ((mark.left, mark.y), (mark.right, mark.y))
        if mark.form is not Form.SPAN:
            reach = mark.radius
            points = ((mark.x - reach - 2, mark.y + reach), (mark.x + reach + 2, mark.y - reach))
        yield Line(points=points, ink=Ink(line=theme.ink, width=WHISKER), event=mark.event)


def bent(x: float, y: float, side: str, colour: str, event: str = "") -> Line:
    """A chevron by its tip."""
    back = x - CHEVRON if side == "right" else x + CHEVRON
    points = ((back, y - CHEVRON), (x, y), (back, y + CHEVRON))
    return Line(points=points, ink=Ink(line=colour, width=WHISKER), event=event)


def _marker(mark: Mark, seen: Look) -> Iterator[Shape]:
    if mark.form is Form.IMPRECISE:
        yield from _whisker(mark, seen.color)
    radius = plotly_size(mark) / 2
    ink = Ink(fill=seen.fill, line=seen.line, width=seen.width)
    name = symbol_of(mark.kind)
    yield symbol(name, mark.x, mark.y, radius, ink, mark.event)
    if seen.hatched:
        inside = outline(name, mark.x, mark.y, radius * _WITHIN)
        for line in hatched(inside, 3.4):
            yield Line(points=line, ink=Ink(line=seen.color, width=1.1), event=mark.event)
    if seen.dotted:
        yield symbol("circle", mark.x, mark.y, 1.25, Ink(fill=seen.color), mark.event)


def _whisker(mark: Mark, colour: str) -> Iterator[Shape]:
    """Dashed from the first to the last possible moment, with a stop at an end that is known."""
    ink = Ink(line=colour, width=WHISKER, dash=_DASH)
    yield Line(points=((mark.left, mark.y), (mark.right, mark.y)), ink=ink, event=mark.event)
    ends = (mark.left, mark.open_left or mark.cut_left), (mark.right, mark.open_right or mark.cut_right)
    for x, goes_on in ends:
        if not goes_on and abs(x - mark.x) > mark.radius:
            points = ((x, mark.y - _STOP), (x, mark.y + _STOP))
            yield Line(points=points, ink=Ink(line=colour, width=WHISKER), event=mark.event)


def _bar(mark: Mark, theme: Theme, seen: Look) -> Iterator[Shape]:
    top, bottom = mark.y - mark.radius, mark.y + mark.radius
    hollow = seen.hollow
    right = mark.right
    for piece in pieces(mark, theme, seen):
        rect = Rect(piece.left, top, piece.right, bottom)
        ink = Ink(fill=piece.fill, line=seen.color, width=WHISKER) if hollow else Ink(fill=piece.fill)
        yield Box(rect=rect, ink=ink, event=mark.event)
        right = piece.right
    if seen.hatched:
        colour = seen.color if hollow else theme.paper
        area, ground = Rect(mark.left, top, right, bottom), theme.paper if hollow else seen.color
        yield Hatch(rect=area, colour=colour, ground=ground, width=_HATCH, apart=5.0, event=mark.event)


def label_shapes(label: Label, mark: Mark, size: float, theme: Theme, ground: str) -> Iterator[Shape]:
    """The words of a label: on the lane's ground beside its leader, or on a bar in the colour that is read there."""
    right = label.align == "right"
    x = label.box.right - INSET if right else label.box.left + (0 if label.inside else INSET)
    if label.inside:
        size, colour = NOTE, theme.on(mark.kind)
    else:
        colour = theme.ink
        inner = Rect(label.box.left + INSET - 1, label.box.top + 1, label.box.right - INSET + 1, label.box.bottom - 1)
        yield Box(rect=inner, ink=Ink(fill=ground), event=mark.event)
    for number, text in enumerate(label.lines):
        yield Words(
            text=text,
            x=x,
            y=baseline(label.box, size, number, len(label.lines)),
            size=size,
            colour=colour,
            align="right" if right else "left",
            box=label.box,
            event=mark.event,
        )


def key_shapes(key: Key, theme: Theme) -> Iterator[Shape]:
    """An entry of the legend: a sample and its words."""
    if key.mark:
        yield from mark_shapes(key.mark, theme)
    elif key.name == "uncovered":
        area = _inset(key.sample)
        yield Hatch(rect=area, colour=theme.faint, ground=theme.paper, width=0.75, apart=5.0)
    elif key.name in COUNTED:
        for rect in columns(key):
            yield Box(rect=rect, ink=Ink(fill=theme.counted(key.name)))
    elif key.name == "break":
        for x in (key.sample.left + 1, key.sample.right - 1):
            points = ((x, key.sample.middle + 6), (x, key.sample.middle - 6))
            yield Line(points=points, ink=Ink(line=theme.muted, width=1.2, dash=(2.0, 2.0)))
    elif key.name == "today":
        points = ((key.sample.left + 1, key.sample.middle + 6), (key.sample.left + 1, key.sample.middle - 6))
        yield Line(points=points, ink=Ink(line=theme.accent, width=1.2, dash=(2.0, 2.0)))
    elif key.name == "unnamed":
        y = baseline(key.sample, TICK)
        yield Words(text="+n", x=key.sample.left, y=y, size=TICK, colour=theme.muted, box=key.sample)
    y = baseline(key.box, KEY)
    yield Words(text=key.label, x=key.box.left, y=y, size=KEY, colour=theme.muted, box=key.box)


def _inset(rect: Rect) -> Rect:
    return Rect(rect.left, rect.top + 4, rect.right, rect.bottom - 4)
