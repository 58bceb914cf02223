"""The legend: what the picture uses, and nothing else, in rows from the left."""

from collections.abc import Iterable, Sequence

from timeline_app.draw.chart import Moment
from timeline_app.draw.geometry import Form, Key, Rect
from timeline_app.draw.metrics import width
from timeline_app.model import Kind, Status

SIZE = 12.0
ROW = 20.0
_GLYPH, _GAP, _APART = 16.0, 6.0, 18.0

WORDS = {
    "exact": "exact day",
    "imprecise": "some time within",
    "span": "lasted",
    "open": "still going on",
    "approximate": "approximate",
    "planned": "planned",
    "claimed": "claimed",
    "denied": "denied",
    "uncovered": "no coverage",
    "break": "shortened",
}


def entries(moments: Sequence[Moment], *, signs: bool, extra: Iterable[str] = ()) -> list[tuple[str, str, str]]:
    """Group, name and words of each entry: kinds in their own order, then forms and status that differ from the usual.

    `signs` is false for a picture that counts: it has no marks to explain.
    """
    used = {one.event.kind for one in moments}
    found = [("kind", str(kind), str(kind).capitalize()) for kind in Kind if kind in used]
    return found + [("sign", name, WORDS[name]) for name in (*(_signs(moments) if signs else ()), *extra)]


def _signs(moments: Sequence[Moment]) -> list[str]:
    forms = {one.times.form for one in moments}
    found = ["exact"] if Form.EXACT in forms and len(forms) > 1 else []
    found += [str(form) for form in (Form.IMPRECISE, Form.SPAN) if form in forms]
    if any(one.times.form is Form.SPAN and one.times.last is None for one in moments):
        found.append("open")
    if any(one.event.date.approximate for one in moments):
        found.append("approximate")
    status = {one.event.status for one in moments}
    return found + [str(one) for one in (Status.PLANNED, Status.CLAIMED, Status.DENIED) if one in status]


def set_in_rows(
    found: Sequence[tuple[str, str, str]], left: float, right: float, top: float
) -> tuple[list[Key], float]:
    """The entries with their places, and where they end below. The groups do not share a row, if both need one."""
    keys: list[Key] = []
    x, y, before = left, top, ""
    for group, name, label in found:
        wide = _GLYPH + _GAP + width(label, SIZE)
        if keys and (x + wide > right or group != before):
            x, y = left, y + ROW
        keys.append(
            Key(
                group=group,
                name=name,
                label=label,
                x=x + _GLYPH / 2,
                y=y + ROW / 2,
                box=Rect(x + _GLYPH + _GAP, y, x + wide, y + ROW),
            )
        )
        x, before = x + wide + _APART, group
    return keys, y + ROW if keys else top
