"""The legend: what the picture uses, and nothing else, in rows from the left."""

from collections.abc import Collection, Sequence

from timeline_app.draw import coverage
from timeline_app.draw.chart import EDGE, Chart, Moment
from timeline_app.draw.density import unit_of_columns
from timeline_app.draw.geometry import Form, Key, Mark, Rect
from timeline_app.draw.metrics import width
from timeline_app.model import Kind, Status

SIZE = 12.0
ROW = 18.0
_WIDE = {
    "imprecise": 30.0,
    "span": 30.0,
    "open": 30.0,
    "cut": 30.0,
    "half": 30.0,
    "uncovered": 30.0,
    "approximate": 22.0,
    "columns": 14.0,
    "vague": 4.0,
    "unnamed": 14.0,
    "today": 3.0,
}
"""Widths of samples that are no single marker."""
_GAP, _APART = 5.0, 16.0

WORDS = {
    "exact": "exact day",
    "imprecise": "some time within",
    "span": "lasted",
    "open": "goes on",
    "half": "by or after a day",
    "cut": "goes beyond the view",
    "approximate": "approximate",
    "planned": "planned",
    "claimed": "claimed",
    "denied": "denied",
    "vague": "known less exactly",
    "unnamed": "not labelled",
    "uncovered": "no coverage",
    "break": "shortened",
    "today": "today",
}


_FORMS = {"open": Form.SPAN, "half": Form.IMPRECISE, "cut": Form.IMPRECISE, "approximate": Form.IMPRECISE}
"""Form of the sample, where the name of an entry is none itself."""


def draw(chart: Chart, marked: Sequence[Moment], right: float, also: Collection[str]) -> tuple[list[Key], float]:
    """What the chart uses, and where the legend ends below; `marked` have a mark of their own.

    `also` are the entries "vague" (columns of events known less exactly), "unnamed" (numbers of events without words).
    """
    if not chart.options.legend or not chart.moments:
        return [], EDGE / 2
    found = [("kind", str(kind), str(kind).capitalize()) for kind in chart.kinds]
    if chart.crowded:
        unit = unit_of_columns(chart.scale)
        each = f"events in {unit.count} {unit.unit}s" if unit.count > 1 else f"events a {unit.unit}"
        found.append(("sign", "columns", each))
    names = [*(["vague"] if "vague" in also else []), *_signs(marked, _window(chart))]
    names += ["unnamed"] if "unnamed" in also else []
    names += [*(["uncovered"] if _has_gaps(chart) else []), *(["break"] if chart.scale.gaps else [])]
    names += ["today"] if has_today(chart) else []
    return set_in_rows(found + [("sign", name, WORDS[name]) for name in names], EDGE, right, EDGE / 2)


def has_today(chart: Chart) -> bool:
    """Whether today lies within the window."""
    return chart.options.today is not None and chart.scale.days[0] < chart.now < chart.scale.days[-1]


def _window(chart: Chart) -> tuple[float, float]:
    return chart.scale.days[0], chart.scale.days[-1]


def _has_gaps(chart: Chart) -> bool:
    """Whether some lane has a stretch without coverage in the window."""
    covered, nowhere = chart.options.covered, Rect(0, 0, 0, 0)
    return any(
        row.key in covered and coverage.uncovered(covered[row.key], chart.scale, 0, nowhere, chart.now)
        for row in chart.rows
    )


def _signs(moments: Sequence[Moment], window: tuple[float, float]) -> list[str]:
    def open_ended(one: Moment, form: Form) -> bool:
        return one.times.form is form and (one.times.first is None or one.times.last is None)

    def cut(one: Moment) -> bool:
        first, last = one.times.first, one.times.last
        return (first is not None and first < window[0]) or (last is not None and last > window[1])

    forms = {one.times.form for one in moments}
    found = ["exact"] if Form.EXACT in forms and len(forms) > 1 else []
    found += [str(form) for form in (Form.IMPRECISE, Form.SPAN) if form in forms]
    found += ["open"] if any(open_ended(one, Form.SPAN) for one in moments) else []
    found += ["half"] if any(open_ended(one, Form.IMPRECISE) for one in moments) else []
    found += ["cut"] if any(map(cut, moments)) else []
    if any(one.event.date.approximate for one in moments):
        found.append("approximate")
    status = {one.event.status for one in moments}
    return found + [str(one) for one in (Status.PLANNED, Status.CLAIMED, Status.DENIED) if one in status]


def set_in_rows(
    found: Sequence[tuple[str, str, str]], left: float, right: float, top: float
) -> tuple[list[Key], float]:
    """The entries with their places, and where they end below. Kinds and signs share no row, if both need one."""
    keys: list[Key] = []
    x, y, before = left, top, ""
    for group, name, label in found:
        sampled = _WIDE.get(name, 13.0)
        wide = sampled + _GAP + width(label, SIZE)
        if keys and (x + wide > right or group != before):
            x, y = left, y + ROW
        sample = Rect(x, y, x + sampled, y + ROW)
        box = Rect(sample.right + _GAP, y, x + wide, y + ROW)
        keys.append(Key(name=name, label=label, sample=sample, box=box, mark=_sample(group, name, sample)))
        x, before = x + wide + _APART, group
    return keys, y + ROW if keys else top


COUNTED = ("columns", "vague")
"""Entries that `columns` draws."""


def columns(key: Key) -> list[Rect]:
    """The sample of what is counted: three columns, or one where they are pale."""
    sample, high = key.sample, (5.0, 9.0, 7.0) if key.name == "columns" else (8.0,)
    floor = sample.middle + 4.5
    return [Rect(sample.left + 5 * at, floor - one, sample.left + 5 * at + 4, floor) for at, one in enumerate(high)]


def _sample(group: str, name: str, at: Rect) -> Mark | None:
    """A mark that shows what an entry means, drawn like those of the chart."""
    if name in ("uncovered", "break", "today", "unnamed", *COUNTED):
        return None
    middle = (at.left + at.right) / 2
    kind = Kind(name) if group == "kind" else None
    form = Form(name) if name in set(Form) else _FORMS.get(name, Form.EXACT)
    points = form is Form.EXACT or name == "approximate"
    left, right = (middle, middle) if points else (at.left + (6.0 if name == "half" else 0.0), at.right)
    x = left if form is Form.SPAN else left if name == "half" else middle - (5.0 if name == "approximate" else 0.0)
    return Mark(
        event="",
        lane=0,
        form=form,
        kind=kind,
        status=Status(name) if name in set(Status) else Status.REPORTED,
        approximate=name == "approximate",
        salience=2,
        x=x,
        y=at.middle,
        radius=5.5 if group == "kind" else 5.0,
        left=left,
        right=right,
        solid_left=left,
        solid_right=right,
        open_right=name in ("open", "half"),
        cut_right=name == "cut",
        tilde=x + 10.0 if name == "approximate" else None,
    )
