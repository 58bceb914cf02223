"""What a click on the chart asks for."""

from datetime import date

import pytest

from timeline_app.dates import FuzzyDate
from timeline_app.draw.layout import Options, lay_out
from timeline_app.model import Event, Kind
from timeline_app.query import Filter
from timeline_app.ui.parts.chart import within_bin
from timeline_app.ui.parts.figure import first_mark


@pytest.mark.parametrize(
    ("points", "mark"),
    [
        ([], ""),
        ([{"customdata": ["raid"]}], "raid"),
        ([{"customdata": "raid"}], "raid"),
        ([{}, {"customdata": [None]}, {"customdata": ["coup"]}], "coup"),
    ],
)
def test_a_click_stands_for_the_first_mark_it_hits(points: list[dict[str, object]], mark: str) -> None:
    assert first_mark(points) == mark


def test_a_column_narrows_to_its_time_and_lane() -> None:
    events = [
        Event(id=str(n), date=FuzzyDate.of(2020, 1 + n % 12), label="x", kind=Kind.ATTACK, actors=(f"A & {n % 15}:b",))
        for n in range(60)
    ]
    layout = lay_out(events, Options(width=900, lanes="actor", bins_over=5, most_lanes=4, today=date(2021, 1, 1)))
    lane = layout.lanes[0]
    narrowed = within_bin(Filter(text="x"), "bin:A &amp; 0:b:2020-01-01:2020-03-31", layout, "actor")
    assert narrowed == Filter.parse("q=x;actor=A & 0:b;from=2020-01;to=2020-03")
    others = layout.lanes[-1]
    assert len(others.keys) > 1
    assert within_bin(Filter(), f"bin:{others.key}:2020-01-01:2020-01-31", layout, "actor").actors == others.keys
    assert lane.keys == (lane.key,)
    assert within_bin(Filter(), "bin::2020-01-01:2020-01-31", layout, "actor") == Filter.parse("from=2020;to=2020-01")
