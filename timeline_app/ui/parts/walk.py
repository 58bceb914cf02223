"""What is laid over the chart: links between the rows of an event, a walk through the events by keyboard, zooming."""

from datetime import date
from pathlib import Path

import streamlit as st

from timeline_app.draw.figure_axis import day_at, to_axis
from timeline_app.draw.geometry import Layout
from timeline_app.ui import state
from timeline_app.ui.parts.strip import choose_range

_HERE = Path(__file__).parent
_walk = st.components.v2.component(
    "timeline.walk",
    html='<div class="walk" tabindex="0" role="application"><span class="how">← → within the row · ↑ ↓ rows · '
    'Enter opens</span></div><div class="said" aria-live="polite"></div>',
    css=(_HERE / "walk.css").read_text("utf-8"),
    js=(_HERE / "walk.js").read_text("utf-8"),
)


def walk(layout: Layout, chosen: str, *, drawn: str) -> None:
    """Lay it over the chart of a layout, in the container that they share.

    `drawn` tells one figure from the next. The event on which the reader presses Enter is chosen; a stretch that is
    drawn on the chart becomes the time range.
    """

    def entered() -> None:
        event = (state.get("walk") or {}).get("chosen")
        if event:
            state.show(event=str(event))

    def zoomed() -> None:
        ends = (state.get("walk") or {}).get("range")
        if ends is not None:
            choose_range(*(days_between(layout, *map(float, ends)) if ends else ("", "")))

    _walk(
        key="walk",
        data={
            "label": f"Events in the chart, {len(layout.marks):,} marks in {len(layout.lanes):,} rows",
            "lanes": [[lane.rect.top, lane.rect.bottom] for lane in layout.lanes],
            "chosen": chosen,
            "ends": [to_axis(layout, layout.plot.left), to_axis(layout, layout.plot.right)],
            "drawn": drawn,
        },
        on_chosen_change=entered,
        on_range_change=zoomed,
    )


def days_between(layout: Layout, left: float, right: float) -> tuple[str, str]:
    """First and last day between two values of the chart's x axis, within what the chart shows; one day at least."""
    low, high = layout.start.toordinal(), layout.end.toordinal()
    first = min(max(round(day_at(layout, left)), low), high)
    last = min(max(round(day_at(layout, right)) - 1, first), high)
    return date.fromordinal(first).isoformat(), date.fromordinal(last).isoformat()
