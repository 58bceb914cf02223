"""What a stretch that is drawn on the chart means, and what the page says of the chart's scale."""

from datetime import date

import pytest

from timeline_app.dates import FuzzyDate
from timeline_app.draw.figure_axis import to_axis
from timeline_app.draw.layout import Layout, Options, lay_out
from timeline_app.model import Event, Kind
from timeline_app.ui.parts.head import say_drawn
from timeline_app.ui.parts.walk import days_between

TODAY = date(2021, 1, 1)


def drawn(scale: str) -> Layout:
    events = [
        Event(
            id=str(n),
            date=FuzzyDate.on(date(2020, 1, 1 + n)),
            label="x",
            kind=Kind.ATTACK,
            countries=("ML",),
        )
        for n in (0, 4, 9, 30)
    ]
    return lay_out(events, Options(width=900, scale=scale, today=TODAY))


@pytest.mark.parametrize("scale", ["linear", "steps", "compressed"])
def test_a_stretch_gives_its_first_and_last_day(scale: str) -> None:
    layout = drawn(scale)
    left, right = (to_axis(layout, layout.scale.x(day.toordinal())) for day in (date(2020, 1, 5), date(2020, 1, 11)))
    assert days_between(layout, left, right) == ("2020-01-05", "2020-01-10")


def test_a_stretch_is_one_day_at_least_and_ends_with_the_chart() -> None:
    layout = drawn("linear")
    left = to_axis(layout, layout.scale.x(date(2020, 1, 5).toordinal()))
    assert days_between(layout, left, left + 1000) == ("2020-01-05", "2020-01-05")
    assert days_between(layout, left - 10**12, left + 10**12) == (layout.start.isoformat(), layout.end.isoformat())


@pytest.mark.parametrize(
    ("scale", "said"),
    [
        ("linear", ", 9 labelled"),
        ("compressed", ", 9 labelled · no gap to cut"),
        ("steps", ", 9 labelled · even steps"),
    ],
)
def test_a_scale_that_is_not_true_or_changes_nothing_is_told(scale: str, said: str) -> None:
    events = [
        Event(id=str(n), date=FuzzyDate.on(date(2020, 1 + n // 2, 1 + n % 2 * 15)), label="x", kind=Kind.ATTACK)
        for n in range(24)
    ]
    layout = lay_out(events, Options(width=900, scale=scale, most_labels=9))
    assert say_drawn(layout, scale) == said
