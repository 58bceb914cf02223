"""A picture in one paragraph, for those who cannot see it."""

from collections.abc import Sequence

from timeline_app.draw.layout import Layout
from timeline_app.model import Event
from timeline_app.ui.parts.words import plural, say_day

_LARGEST = 3
"""Rows that are named: those with the most events."""


def describe(shown: Sequence[Event], filtered: str, layout: Layout | None, lanes: str) -> str:
    """How many events, which filter, first and last day, the fullest rows of a chart, and where to read the same."""
    said = [plural(len(shown), "event") + (f" ({filtered})" if filtered else "")]
    if days := [day for event in shown for day in (event.date.earliest, event.date.latest) if day]:
        said.append(f"from {say_day(min(days))} to {say_day(max(days))}")
    if layout and layout.lanes:
        largest = sorted(layout.lanes, key=lambda lane: -lane.count)[:_LARGEST]
        named = ", ".join(f"{' '.join(lane.title)} {lane.count:,}" for lane in largest)
        said.append(f"{plural(len(layout.lanes), 'row')} by {lanes}, most events in {named}")
    said.append("the table below says the same")
    return "; ".join(said)
