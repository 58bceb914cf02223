"""A dated expression as the `TimeExpression` that other stages see, with how its date came about in words."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from timeline_app.model import TimeExpression
from timeline_app.tag.anchors.dated import Dated
from timeline_app.tag.anchors.place import SPEECH, TOLD


def write(one: Dated, text: str, say: Mapping[str, Any]) -> TimeExpression:
    """The expression and its explanation: `"on Saturday" + published Sunday 26 September 2021 -> 2021-09-25`."""
    said = text[one.found.start : one.found.end]
    return TimeExpression(
        start=one.found.start,
        end=one.found.end,
        text=said,
        type=one.type,
        value=one.value,
        rule=one.found.rule.name,
        date=one.date,
        resolution=_explain(one, " ".join(said.split()), say),
    )


def _explain(one: Dated, said: str, say: Mapping[str, Any]) -> str:
    if one.date is None and "unknown" in one.notes:
        return f'"{said}": {say.get("unknown", "no date to count from")}'
    if one.date is None and not one.value:
        return f'"{said}": {say.get("undated", "nothing dates it")}'
    reason = ""
    if one.base and one.source in (SPEECH, TOLD):
        reason = f" + {say.get(one.source, one.source)} {_day(one.base, say)}"
    if one.source == "event":
        reason = f" {one.base}"
    if "range" in one.notes:
        reason += f" + {say.get('range', 'range')}"
    return f'"{said}"{reason} -> {one.date or one.value}'


def _day(value: str, say: Mapping[str, Any]) -> str:
    """A day as a reader says it: Sunday 26 September 2021; anything coarser as it is written."""
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return value
    weekdays, months = say.get("weekdays", ()), say.get("months", ())
    if len(weekdays) != 7 or len(months) != 12:
        return value
    return f"{weekdays[day.weekday()]} {day.day} {months[day.month - 1]} {day.year}"
