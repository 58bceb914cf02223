"""The lanes one below the other, filled and fitted into the height there is."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from timeline_app.draw import bands, coverage
from timeline_app.draw.chart import EDGE, HEADING, NOTE, TIGHT, Chart, Drawn, count, title_box, title_height
from timeline_app.draw.density import Counts, columns, edges_of, tally, unit_of_columns
from timeline_app.draw.geometry import Heading, Label, Lane, Mark, Rect, Tick
from timeline_app.draw.labelling import label
from timeline_app.draw.labels import Budget
from timeline_app.draw.lanes import OTHERS
from timeline_app.draw.marks import NAMED_BAR
from timeline_app.draw.metrics import width
from timeline_app.draw.strip import BETWEEN, FOOT, Strip, fill, mark, pack
from timeline_app.draw.unnamed import count_unnamed

MOST_LEVELS, FREE_LEVELS = 8, 5
"""Levels of labels over one lane; where nothing limits the height, fewer, so that more lanes are seen at once."""
COLUMN, LEAST_COLUMN = 64.0, 12.0
"""Height of the tallest column of a crowded chart, and the room that even low columns have."""
_SIGN = 6.0
"""Width of the line that marks the lanes of a group."""
_SIZES = (1.0, 0.9, 0.8, 0.62)
"""Factors by which markers shrink, where there are many."""
_GAIN = 1.25
"""So many times the labels are worth smaller markers, where the height is given."""
_LOFTY, _TOWERING = 170.0, 240.0
"""Height of a lane's marks above which markers shrink, and above which the smallest give way to columns of counts."""


def fill_lanes(chart: Chart, asked: Sequence[int]) -> list[Strip] | None:
    """The lanes with their marks and the labels of those `asked`, in that order.

    `None`: they do not go into the height, however small the markers. Where the height is given, markers shrink if
    that leaves room for many more labels.
    """
    crowd = len(chart.moments)
    largest = 0.8 if chart.crowded or crowd > 400 else 0.9 if crowd > 150 else 1.0
    best: tuple[int, list[Strip]] | None = None
    for factor in [size for size in _SIZES if size <= (largest if crowd <= 600 or chart.crowded else _SIZES[-1])]:
        strips = _attempt(chart, factor, asked)
        if strips is None:
            continue
        written = len({index for strip in strips for index in (*strip.placed, *strip.inside)})
        if best is None or written > best[0] * _GAIN:
            best = written, strips
        if chart.room is None or chart.crowded or written == chart.options.most_labels:
            break
    return best and best[1]


def _towers(chart: Chart, strips: Sequence[Strip], factor: float) -> bool:
    """Whether a lane has too many rows of marks: it is rows that make a chart dense, and whiskers take many."""
    if chart.room is not None or chart.crowded:
        return False
    most = _TOWERING if factor == _SIZES[-1] else _LOFTY
    for strip in strips:
        pack(strip, chart)
        if strip.points + strip.bars > most:
            return True
    return False


def _attempt(chart: Chart, factor: float, asked: Sequence[int]) -> list[Strip] | None:
    """The lanes with markers of one size. Labelled marks go to the top, which may take more rows: then fewer labels."""
    less = 0.0
    while True:
        strips = [
            fill(chart, row, title, factor, asked if chart.crowded else None)
            for row, title in zip(chart.rows, chart.titles, strict=True)
        ]
        _ribbons(chart, strips)
        budget = _budget(chart, strips, less)
        if budget is None or _towers(chart, strips, factor):
            return None
        if budget.left > 0 or not less:
            label(chart, strips, asked, budget)
        for strip in strips:
            if chart.crowded:  # only what has a label keeps a mark of its own
                named = strip.placed.keys() | strip.inside.keys()
                strip.extents = {index: found for index, found in strip.extents.items() if index in named}
            pack(strip, chart)
            if not chart.crowded:
                count_unnamed(strip)
        if chart.room is None or chart.crowded:
            return strips
        over = sum(strip.height for strip in strips) + _headings(strips) - chart.room
        if over <= 1e-6:
            return strips
        less += over + 1.0


def _ribbons(chart: Chart, strips: Sequence[Strip]) -> None:
    of_lane = bands.by_lane(chart.options.periods, {row.key: at for at, row in enumerate(chart.rows)})
    for at, strip in enumerate(strips):
        strip.ribbons = bands.ribbons(of_lane.get(at, ()), chart.scale, chart.now)


def _budget(chart: Chart, strips: Sequence[Strip], less: float) -> Budget | None:
    """The height there is for labels; `None`: not even the marks fit."""
    most = MOST_LEVELS if len(strips) > 2 else 2 * MOST_LEVELS
    if chart.room is None:
        return Budget(float("inf"), most if len(strips) <= 4 else FREE_LEVELS)
    if chart.crowded:
        # Half of what low columns leave is for labels.
        used = sum(strip.height + LEAST_COLUMN for strip in strips)
        used += max(chart.room - used - _headings(strips), 0.0) / 2
    else:
        for strip in strips:
            pack(strip, chart)
            strip.levels.slack = max(strip.height - 2 * strip.pad - strip.inner, 0.0)
        used = sum(strip.height for strip in strips)
        if used + _headings(strips) > chart.room:
            return None
    return Budget(max(chart.room - used - less - _headings(strips), 0.0), most)


def count_lanes(chart: Chart) -> list[Counts]:
    """How many events each lane has in each period."""
    edges = edges_of(unit_of_columns(chart.scale), *chart.window)
    return [tally([chart.moments[at] for at in row.events], edges) for row in chart.rows]


def _worth(chart: Chart, strips: Sequence[Strip], counts: Sequence[Counts]) -> float:
    """The pixels an event is worth in a column: the same in every lane."""
    tallest = [one.tallest for one in counts]
    worth = COLUMN / max(*tallest, 1.0, 1.0)
    for _ in range(12 if chart.room is not None else 1):
        for strip, most in zip(strips, tallest, strict=True):
            strip.columns = max(most * worth, LEAST_COLUMN)
        if chart.room is None or sum(strip.height for strip in strips) + _headings(strips) <= chart.room:
            break
        worth *= 0.8
    return worth


def _headings(strips: Sequence[Strip]) -> float:
    """Height of the names of the groups."""
    before = ["", *(strip.row.group for strip in strips)]
    return HEADING * sum(
        bool(strip.row.group) and strip.row.group != one for one, strip in zip(before, strips, strict=False)
    )


def draw_lanes(chart: Chart, strips: Sequence[Strip], counts: Sequence[Counts], top: float) -> Drawn:
    """Everything at its place, from `top` down; height that is left over is shared among the lanes."""
    drawn = Drawn(bottom=top)
    worth = _worth(chart, strips, counts) if chart.crowded and strips else 0.0
    spare = 0.0
    if chart.room is not None and strips:
        spare = max(chart.room - _headings(strips) - sum(strip.height for strip in strips), 0.0) / len(strips)
    group = ""
    for lane, strip in enumerate(strips):
        if strip.row.group and strip.row.group != group:
            _head(drawn, strip.row.group)
        group = strip.row.group
        rect = Rect(chart.scale.pixels[0], drawn.bottom, chart.scale.pixels[-1], drawn.bottom + strip.height + spare)
        floor = _draw_strip(chart, lane, strip, rect, drawn)
        if chart.crowded:
            drawn.bins += columns(counts[lane], chart.scale, lane=lane, bottom=floor, a_event=worth)
        drawn.bottom = rect.bottom
        if group:
            drawn.headings[-1] = replace(drawn.headings[-1], rect=_down_to(drawn.headings[-1].rect, rect.bottom))
    return drawn


def _head(drawn: Drawn, text: str) -> None:
    """The name of a group, before its first lane."""
    box = Rect(EDGE, drawn.bottom + 3, EDGE + width(text, NOTE, bold=True), drawn.bottom + HEADING - 3)
    edge = Rect(0, drawn.bottom, _SIGN, drawn.bottom + HEADING)
    drawn.headings.append(Heading(text=text, box=box, number=len(drawn.headings), rect=edge))
    drawn.bottom += HEADING


def _down_to(rect: Rect, bottom: float) -> Rect:
    return Rect(rect.left, rect.top, rect.right, bottom)


def _draw_strip(chart: Chart, lane: int, strip: Strip, rect: Rect, drawn: Drawn) -> float:
    """Put a filled lane at its place; gives back the floor of its columns."""
    foot = rect.top + (rect.height - strip.inner) / 2 + strip.label_height
    marks = {index: mark(strip, chart, lane, index, foot) for index in strip.extents}
    drawn.marks += marks.values()
    drawn.told |= marks.keys()
    _draw_ticks(lane, strip, foot, marks, drawn)
    for index, place in sorted(strip.placed.items()):
        bottom = foot - FOOT - strip.numbers - place.level * strip.level
        one = marks[index]
        drawn.labels.append(
            Label(
                event=one.event,
                lane=lane,
                lines=place.words.lines,
                box=Rect(
                    place.left,
                    bottom - len(place.words.lines) * strip.level,
                    place.left + place.words.width,
                    bottom,
                ),
                x=one.x,
                foot=one.y - one.radius,
                align=place.align,
            )
        )
    for index, (text, left) in sorted(strip.inside.items()):
        one = marks[index]
        box = Rect(left, one.y - NAMED_BAR, left + width(text, NOTE), one.y + NAMED_BAR)
        drawn.labels.append(Label(event=one.event, lane=lane, lines=(text,), box=box, x=left, foot=one.y, inside=True))
    below = rect.top + (rect.height + strip.inner) / 2 - strip.bands
    drawn.bands += bands.draw(strip.ribbons, below, lane)
    covered = chart.options.covered.get(strip.row.key)
    if covered is not None:
        drawn.uncovered += coverage.uncovered(covered, chart.scale, lane, rect, chart.now)
    notes = _notes(strip, rect)
    drawn.lanes.append(
        Lane(
            key=strip.row.key,
            title=tuple(strip.title),
            notes=notes,
            group=strip.row.group,
            rect=rect,
            title_box=title_box(rect, strip.title, len(notes)),
            count=len(strip.row.events),
            labelled=strip.labelled,
            keys=strip.row.keys,
        )
    )
    return below - (BETWEEN if strip.bands else 0.0)


def _draw_ticks(lane: int, strip: Strip, foot: float, marks: Mapping[int, Mark], drawn: Drawn) -> None:
    """What found no room for its words, as ticks with their number."""
    for one in strip.unnamed:
        bottom = foot - FOOT
        drawn.ticks.append(
            Tick(
                lane=lane,
                x=one.x,
                top=foot - FOOT,
                bottom=foot - 1,
                count=len(one.events),
                events=tuple(marks[index].event for index in one.events),
                box=Rect(one.left, bottom - (strip.numbers or strip.level), one.left + one.wide, bottom),
            )
        )


def _notes(strip: Strip, rect: Rect) -> tuple[str, ...]:
    """How many events the lane holds, and how many of them bear their words, where that is less and has room.

    Of the others it says that these are the ones that no lane above tells.
    """
    if not strip.title:
        return ()
    held = len(strip.row.events)
    told = f"{count(held)} more" if strip.row.key == OTHERS else count(held)
    wanted = strip.labelled or (strip.refused and not strip.columns)
    if wanted and strip.labelled < held and title_height(strip.title, 2) + 2 * TIGHT <= rect.height:
        return told, f"{strip.labelled:,} labelled" if strip.labelled else "none labelled"
    return (told,)
