"""When a picture counts instead of showing each event, and that it counts honestly."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.draw.samples import daily, event
from timeline_app.draw.figure import figure
from timeline_app.draw.layout import Options, lay_out
from timeline_app.draw.theme import THEMES
from timeline_app.model import Kind

COUNT = Options(lanes="none", bins_over=0, start=date(2021, 1, 1), end=date(2021, 12, 31), legend=False)


def test_whiskers_that_tower_make_a_chart_dense_and_scattered_days_do_not() -> None:
    years = [event(f"e{at}", "2021") for at in range(80)]
    assert lay_out(years, Options(lanes="none")).bins
    days = [event(f"e{at}", f"{date(2015, 1, 1) + timedelta(days=30 * at)}") for at in range(80)]
    assert not lay_out(days, Options(lanes="none")).bins


def test_markers_shrink_before_events_are_counted() -> None:
    one, many = ([event(f"e{at}", "2021-05-05") for at in range(count)] for count in (5, 25))
    small, large = (lay_out(events, Options(lanes="none")) for events in (many, one))
    assert not small.bins
    assert small.marks[0].radius < large.marks[0].radius


def test_an_event_known_to_the_year_is_not_counted_in_july() -> None:
    layout = lay_out([event(f"e{at}", "2021", kind=Kind.COUP) for at in range(12)], COUNT)
    assert all(piece.vague for piece in layout.bins)
    assert sum(piece.count for piece in layout.bins) == pytest.approx(12)
    a_day = [piece.count / ((piece.last - piece.first).days + 1) for piece in layout.bins]
    assert max(a_day) == pytest.approx(min(a_day))


def test_a_month_within_one_column_is_counted_in_it_and_one_across_two_is_shared() -> None:
    within = lay_out([event("a", "2021-02")], replace(COUNT, start=date(2012, 1, 1), end=date(2026, 12, 31)))
    (piece,) = within.bins
    assert (piece.vague, piece.count) == (False, 1)
    across = lay_out([event("a", "[2021-01-30..2021-02-02]")], COUNT)
    assert [piece.vague for piece in across.bins] == [True] * len(across.bins)
    assert len(across.bins) > 1


def test_only_the_part_within_the_window_is_counted() -> None:
    layout = lay_out([event("a", "2020/2021"), event("b", "[2020-07-02..2021-06-30]")], COUNT)
    assert sum(piece.count for piece in layout.bins if piece.vague) == pytest.approx(181 / 364)


def test_pale_pieces_are_paler_and_the_legend_tells_of_them() -> None:
    events = [*daily(20), event("y", "2021", kind=Kind.COUP)]
    layout = lay_out(events, replace(COUNT, legend=True))
    assert {"events in 7 days", "known less exactly"} <= {key.label for key in layout.legend}
    colours = {piece.vague: THEMES["light"].column(piece.kind, vague=piece.vague) for piece in layout.bins}
    drawn = {
        color for trace in figure(layout, THEMES["light"])["data"] for color in trace.get("marker", {}).get("color", ())
    }
    assert set(colours.values()) <= drawn
    sure = lay_out(daily(20), replace(COUNT, legend=True, start=date(2020, 1, 1)))
    assert "known less exactly" not in {key.label for key in sure.legend}
    each = lay_out(daily(20), Options(lanes="none"))
    assert not {key.name for key in each.legend} & {"columns", "vague"}


def test_the_legend_of_a_dense_chart_explains_the_marks_that_are_left() -> None:
    events = [*daily(60), event("salient", "2021-03~", salience=3)]
    layout = lay_out(events, replace(COUNT, legend=True, most_labels=1))
    assert [mark.event for mark in layout.marks] == ["salient"]
    assert "approximate" in {key.label for key in layout.legend}
    assert "exact day" not in {key.label for key in layout.legend}


def test_a_scale_that_found_nothing_to_cut_says_so() -> None:
    close, far = [event("a", "2021-01-01"), event("b", "2021-01-20")], [event("a", "2001-01-01"), event("b", "2021")]
    options = Options(lanes="none", scale="compressed", start=date(2020, 12, 31), end=date(2021, 1, 21))
    close += [event(f"c{day}", f"2021-01-{day:02}") for day in range(2, 20)]
    assert lay_out(close, options).note
    assert not lay_out(close, replace(options, scale="linear")).note
    cut = lay_out(far, replace(options, start=None, end=None))
    assert cut.breaks
    assert not cut.note


def test_the_overview_names_years_and_within_two_of_them_months_too() -> None:
    def names(*days: str) -> list[str]:
        layout = lay_out([event(f"e{at}", day) for at, day in enumerate(days)], Options(width=900))
        assert layout.overview
        return [tick.label for tick in layout.overview.ticks]

    assert names("2015-03-01", "2020-03-01") == ["2016", "2017", "2018", "2019", "2020"]
    assert {"2020", "Apr", "Jul"} <= set(names("2019-09-01", "2020-09-01"))
