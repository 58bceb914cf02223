"""Which events are labelled, and where: the most salient first, spread over the window, each once."""

from collections import Counter
from collections.abc import Sequence

from timeline_app.draw.chart import NOTE, Chart
from timeline_app.draw.geometry import Form
from timeline_app.draw.labels import Budget, Words, forms
from timeline_app.draw.lanes import LANES, NONE, OTHERS
from timeline_app.draw.marks import CUT, FADE, GLYPH
from timeline_app.draw.metrics import clean, width
from timeline_app.draw.strip import Strip
from timeline_app.model import Event, Status

_ASKED = 8
"""How many events are asked for each label wanted: some find no room."""


def candidates(chart: Chart) -> list[int]:
    """Who is asked first: the salient, and among equals one from each part of the window before a second from any."""
    wanted = chart.options.most_labels
    if not wanted:
        return []
    of_salience = Counter([one.event.salience for one in chart.moments])
    least = 3
    while least > 1 and sum(n for salience, n in of_salience.items() if salience >= least) < _ASKED * wanted:
        least -= 1
    left, right = chart.scale.pixels[0], chart.scale.pixels[-1]
    seen: Counter[tuple[int, int]] = Counter()
    order = []
    asked = [(index, one) for index, one in enumerate(chart.moments) if one.event.salience >= least]
    asked.sort(key=lambda one: (-len(one[1].event.sources), -len(one[1].event.actors), one[0]))
    for index, one in asked:
        part = one.event.salience, int((chart.scale.x(one.times.moment) - left) / (right - left) * wanted)
        seen[part] += 1
        order.append((-one.event.salience, seen[part], index))
    order.sort()
    return [index for _, _, index in order[: _ASKED * wanted]]


def label(chart: Chart, strips: Sequence[Strip], asked: Sequence[int], budget: Budget) -> None:
    """Place labels until there are as many as wanted: each in the first of its event's own lanes that has room."""
    options = chart.options
    lane_of = {key: at for at, row in enumerate(chart.rows) for key in row.keys}
    rest = next((at for at, row in enumerate(chart.rows) if row.key == OTHERS), None)
    done = 0
    for index in asked:
        if done == options.most_labels:
            break
        event = chart.moments[index].event
        lanes = dict.fromkeys(lane_of.get(key, rest) for key in LANES[options.lanes](event) or (NONE,))
        into = [strips[at] for at in lanes if at is not None and index in strips[at].extents]
        if not into:
            continue
        ways = forms(event.label, options.font)
        # A bar carries its name in every lane that it crosses: no lane shows a bar that nobody named.
        carried = [strip for strip in into if _inside(strip, index, event)]
        if carried or any(_above(strip, index, ways, budget) for strip in into):
            done += 1
        else:
            into[0].refused.append(index)


def _inside(strip: Strip, index: int, event: Event) -> bool:
    """A bar that is long enough carries its label; on a hatched, struck or hollow one words would not be clear."""
    found = strip.extents[index]
    if found.form is not Form.SPAN or event.status is not Status.REPORTED:
        return False
    text = clean(event.label)
    left = max(found.solid_left, found.left + (FADE if found.open_left else 2 * CUT if found.cut_left else 0.0)) + 7
    left += GLYPH
    right = min(found.solid_right, found.right - (FADE if found.open_right else CUT if found.cut_right else 0.0)) - 6
    if not text or width(text, NOTE) > right - left:
        return False
    strip.inside[index] = text, left
    return True


def _above(strip: Strip, index: int, ways: Sequence[Words], budget: Budget) -> bool:
    return strip.levels.place(index, strip.extents[index].x, ways, budget)
