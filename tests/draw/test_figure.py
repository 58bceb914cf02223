"""What the figure's data says of each kind of date and status, and that nothing in it is alive."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from tests.draw.samples import TODAY, daily, event
from timeline_app.dates import FuzzyDate
from timeline_app.draw.figure import CONFIG, figure
from timeline_app.draw.geometry import Form, Layout
from timeline_app.draw.layout import Options, lay_out
from timeline_app.draw.look import GROUP
from timeline_app.draw.theme import SYMBOLS, THEMES
from timeline_app.model import Event, Kind, Period, Source, Status

LIGHT = THEMES["light"]
PLAIN = Options(width=1000, lanes="none", today=TODAY, legend=False, overview=False)


def drawn(*events: Event, options: Options = PLAIN, **rest: Any) -> tuple[Layout, dict[str, Any]]:
    layout = lay_out(events, options)
    return layout, figure(layout, LIGHT, **rest)


def of(found: dict[str, Any], id: str, type: str = "scatter") -> tuple[dict[str, Any], list[int]]:
    """The trace that carries an event, and which of its points do. Grounds of labels are bars too: not those."""
    for trace in found["data"]:
        at = [n for n, data in enumerate(trace.get("customdata", ())) if data[0] == id]
        if trace["type"] == type and at and trace["marker"]["color"] != "rgba(0,0,0,0)":
            return trace, at
    raise AssertionError(f"no {type} trace has {id}")


def to_day(ms: float) -> datetime:
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=ms)


def lines_of(found: dict[str, Any], dash: str) -> list[dict[str, Any]]:
    return [one for one in found["data"] if one.get("mode") == "lines" and one["line"].get("dash") == dash]


def test_an_exact_day_is_a_filled_marker_at_noon() -> None:
    _, found = drawn(event("a", "2021-09-25"), event("b", "2021-12-25"))
    trace, (at, *more) = of(found, "a")
    assert not more
    assert to_day(trace["x"][at]) == datetime(2021, 9, 25, 12, tzinfo=UTC)
    assert trace["marker"]["color"][at] == LIGHT.kinds[Kind.DIPLOMACY]
    assert trace["marker"]["symbol"][at] == SYMBOLS[Kind.DIPLOMACY]
    assert not lines_of(found, "3px,2px")


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        ("2021-03", "2021-03-01", "2021-04-01"),
        ("2021", "2021-01-01", "2022-01-01"),
        ("2021-22", "2021-06-01", "2021-09-01"),
        ("[2021-03-05..2021-03-20]", "2021-03-05", "2021-03-21"),
    ],
)
def test_a_date_known_less_exactly_is_hollow_on_a_dashed_whisker(when: str, first: str, last: str) -> None:
    _, found = drawn(event("a", when), event("b", "2019-01-01"), event("c", "2023-01-01"))
    trace, (at,) = of(found, "a")
    assert trace["marker"]["color"][at] == LIGHT.paper
    assert trace["marker"]["line"]["color"][at] == LIGHT.kinds[Kind.DIPLOMACY]
    (whisker,) = lines_of(found, "3px,2px")
    assert [f"{to_day(x):%Y-%m-%d}" for x in whisker["x"][:2]] == [first, last]
    assert whisker["x"][0] < trace["x"][at] < whisker["x"][1]


def test_what_lasted_is_a_bar_from_its_first_to_its_last_day() -> None:
    _, found = drawn(event("a", "2021-03-05/2021-11-20"), event("b", "2020-01-01"))
    trace, (at,) = of(found, "a", "bar")
    assert f"{to_day(trace['base'][at]):%Y-%m-%d}" == "2021-03-05"
    assert f"{to_day(trace['base'][at] + trace['x'][at]):%Y-%m-%d}" == "2021-11-21"


def test_an_end_known_to_the_month_is_pale_for_that_month() -> None:
    _, found = drawn(event("a", "2021-03/2021-11-20"), event("b", "2020-01-01"))
    trace, (soft, solid) = of(found, "a", "bar")
    assert f"{to_day(trace['base'][solid]):%Y-%m-%d}" == "2021-04-01"
    assert trace["marker"]["color"][solid] == LIGHT.body(Kind.DIPLOMACY) != trace["marker"]["color"][soft]


def test_what_goes_on_fades_into_an_arrow_at_today() -> None:
    layout, found = drawn(event("a", "2021-03-05/.."), event("b", "2020-01-01"))
    trace, at = of(found, "a", "bar")
    assert len(at) > 3
    ends = [trace["base"][n] + trace["x"][n] for n in at]
    assert abs((to_day(max(ends)).date() - TODAY).days) <= 2
    (mark,) = [mark for mark in layout.marks if mark.event == "a"]
    assert mark.open_right
    assert not mark.open_left
    arrows = [one for one in found["data"] if "triangle-right" in one.get("marker", {}).get("symbol", ())]
    assert len(arrows) == 1


def chevrons(found: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        one
        for one in found["data"]
        if one.get("marker", {}).get("symbol") == "line-ns-open" and "angle" in one["marker"]
    ]


def test_a_window_cuts_a_bar_and_says_that_it_went_on() -> None:
    options = replace(PLAIN, start=date(2021, 1, 1), end=date(2021, 12, 31))
    layout, found = drawn(event("a", "2020-03-05/2022-11-20"), event("b", "2021-06-01"), options=options)
    (mark,) = [mark for mark in layout.marks if mark.event == "a"]
    assert mark.cut_left
    assert mark.cut_right
    assert not mark.open_left
    assert not mark.open_right
    (signs,) = chevrons(found)
    assert signs["marker"]["angle"] == [225, 315, 45, 135]
    assert (mark.left, mark.right) == (layout.plot.left, layout.plot.right)
    assert layout.shown == 2


@pytest.mark.parametrize(
    ("when", "left", "right"),
    [
        ("2020", False, False),
        ("2020-12", False, False),
        ("[2020-12-20..2021-01-02]", True, False),
        ("[2021-03-20..2022-01-02]", False, True),
        ("202X", True, True),
        ("[2020-12-20..]", True, False),
        ("[..2022-12-20]", False, True),
        ("2020-12-31/2021-01-01", True, False),
        ("2021-12-31/..", False, False),
    ],
)
def test_what_the_window_cuts_has_a_chevron_and_no_stop(when: str, left: bool, right: bool) -> None:
    options = replace(PLAIN, start=date(2021, 1, 1), end=date(2021, 12, 31))
    layout, found = drawn(event("a", when), event("b", "2021-06-01"), options=options)
    for mark in (mark for mark in layout.marks if mark.event == "a"):
        assert (mark.cut_left, mark.cut_right) == (left, right)
        assert layout.plot.left <= mark.left < mark.right <= layout.plot.right
        if mark.form is Form.IMPRECISE:  # the marker does not stand on the chevron
            assert mark.x - mark.radius - mark.left >= (5 if left else -10)
            assert mark.right - mark.x - mark.radius >= (5 if right else -10)
    assert len(chevrons(found)) == (left or right)
    stops = [one for one in found["data"] if one.get("marker", {}).get("symbol") == "line-ns-open"]
    shown = [to_day(x).date() for one in stops if "angle" not in one["marker"] for x in one["x"]]
    assert date(2021, 1, 1) not in shown or not left
    assert date(2022, 1, 1) not in shown or not right


def test_only_what_the_window_touches_is_shown() -> None:
    options = replace(PLAIN, start=date(2021, 1, 1), end=date(2021, 12, 31))
    layout, _ = drawn(event("in", "2021"), event("before", "2020-12-31"), event("after", "2022-01-01"), options=options)
    assert {mark.event for mark in layout.marks} == {"in"}
    assert (layout.shown, layout.total) == (1, 3)


def test_approximate_carries_a_tilde() -> None:
    _, found = drawn(event("a", "2021-09-25~"), event("b", "2021-12-25"))
    (text,) = [one for one in found["data"] if "text" in one.get("mode", "")]
    assert text["text"] == ["~"]
    trace, (at,) = of(found, "a")
    assert trace["marker"]["color"][at] == LIGHT.paper


def test_planned_is_an_outline_around_a_dot() -> None:
    _, found = drawn(event("a", "2021-09-25", status=Status.PLANNED), event("b", "2021-12-25"))
    trace, (at,) = of(found, "a")
    assert trace["marker"]["color"][at] == LIGHT.paper
    dots = [one for one in found["data"] if one.get("marker", {}).get("size") == [2.5]]
    assert len(dots) == 1


def test_claimed_is_hatched() -> None:
    claimed = Status.CLAIMED
    _, found = drawn(event("a", "2021-09-25", status=claimed), event("b", "2021-01-01/2021-03-01", status=claimed))
    bar, (at,) = of(found, "b", "bar")
    assert bar["marker"]["pattern"]["shape"][at] == "/"
    stripes = [one for one in found["data"] if one.get("marker", {}).get("symbol") == "line-ew-open"]
    assert [one["marker"]["angle"] for one in stripes] == [[315, 135]]


def test_denied_is_struck_through() -> None:
    _, found = drawn(event("a", "2021-09-25", status=Status.DENIED), event("b", "2021-12-25"))
    (stroke,) = [one for one in found["data"] if one.get("marker", {}).get("angle") == 315]
    assert stroke["marker"]["color"] == [LIGHT.ink]
    trace, (at,) = of(found, "a")
    assert stroke["x"] == [trace["x"][at]]
    assert trace["marker"]["color"][at] == LIGHT.paper


def test_the_legend_shows_only_what_is_used() -> None:
    options = replace(PLAIN, legend=True)
    layout, _ = drawn(event("a", "2021-09-25"), event("b", "2021-12-25", kind=Kind.COUP), options=options)
    assert [key.label for key in layout.legend] == ["Coup", "Diplomacy"]
    layout, _ = drawn(event("a", "2021-09"), event("b", "2021-01/2022", status=Status.DENIED), options=options)
    assert [key.label for key in layout.legend] == ["Diplomacy", "some time within", "lasted", "denied"]


@pytest.mark.parametrize("scale", ["linear", "compressed", "steps"])
def test_no_event_one_event_and_all_on_one_day(scale: str) -> None:
    options = replace(PLAIN, scale=scale, overview=True, legend=True, lanes="country")
    layout, found = drawn(options=options)
    assert (layout.shown, layout.marks, layout.lanes) == (0, (), ())
    assert layout.plot.height > 0
    json.dumps(found)
    layout, _ = drawn(event("a", "2021-09-25"), options=options)
    assert layout.labelled == 1
    layout, _ = drawn(*(event(f"e{at}", "2021-09-25") for at in range(30)), options=options)
    assert len(layout.marks) == 30
    assert len({(mark.x, mark.y) for mark in layout.marks}) == 30


def test_dates_before_1900_and_far_ahead_are_drawn() -> None:
    layout, found = drawn(event("a", "0650-05-01"), event("b", "1899-12-31"), event("c", "2100"))
    assert [mark.event for mark in sorted(layout.marks, key=lambda mark: mark.x)] == ["a", "b", "c"]
    trace, (at,) = of(found, "a")
    assert to_day(trace["x"][at]).year == 650


def test_only_open_ends_do_not_break_the_window() -> None:
    layout, _ = drawn(event("a", "../2021-05-01"), event("b", "[..2021-04-01]"), event("c", "2021-03-01/.."))
    assert len(layout.marks) == 3


HOSTILE = (
    '<img src=x onerror=alert(1)><a href="https://x.example">x</a><span style="background:url(https://x.example)">&'
)


def test_hostile_text_is_shown_as_it_is_written() -> None:
    nasty = event(
        "a",
        "2021-09-25",
        HOSTILE,
        place=HOSTILE,
        actors=(HOSTILE,),
        claimant=HOSTILE,
        sources=(Source(outlet=HOSTILE),),
        countries=("ML",),
    )
    for lanes in ("actor", "source"):
        _, found = drawn(nasty, options=replace(PLAIN, lanes=lanes, legend=True, overview=True))
        text = json.dumps(found)
        assert "<img" not in text
        assert "<a" not in text
        assert "<span" not in text
        assert "&lt;img" in text


def test_a_label_is_one_line_of_printable_text() -> None:
    layout, _ = drawn(event("a", "2021-09-25", "Accord\n\u202esigned\x00  by   ministers"), event("b", "2021-12-25"))
    (label,) = [label for label in layout.labels if label.event == "a"]
    assert " ".join(label.lines) == "Accord signed by ministers"


def test_every_mark_and_label_leads_to_its_event() -> None:
    _, found = drawn(*daily(60), options=replace(PLAIN, lanes="country"))
    ids = {one[0] for trace in found["data"] for one in trace.get("customdata", ())}
    assert ids == {f"e{at:06}" for at in range(60)}
    for trace in found["data"]:
        assert len(trace.get("customdata", ())) == len(trace.get("hovertext", ()))


def test_the_chosen_event_is_ringed_and_threaded_through_its_lanes() -> None:
    both = event("both", "2021-09-25", countries=("ML", "NE"))
    options = replace(PLAIN, lanes="country")
    layout, found = drawn(both, event("other", "2021-12-25"), options=options, chosen="both")
    assert {mark.lane for mark in layout.marks if mark.event == "both"} == {0, 1}
    assert (layout.shown, layout.labelled) == (2, 2)
    (ring,) = [one for one in found["data"] if one.get("marker", {}).get("symbol") == "circle-open"]
    assert len(ring["x"]) == 2
    trace, (at,) = of(found, "other")
    assert trace["marker"]["color"][at] != LIGHT.kinds[Kind.DIPLOMACY]
    assert figure(layout, LIGHT, chosen="nobody") == figure(layout, LIGHT)


def test_many_events_are_counted_and_the_salient_keep_their_marks() -> None:
    layout, found = drawn(*daily(4000), options=replace(PLAIN, lanes="country", overview=True))
    assert 0 < len(layout.marks) <= 25
    assert sum(piece.count for piece in layout.bins) == 4000
    assert layout.overview
    assert sum(piece.count for piece in layout.overview.bins) == 4000
    ids = [one[0] for trace in found["data"] for one in trace.get("customdata", ()) if one[0].startswith("bin:ML:")]
    assert ids
    assert all(date.fromisoformat(one.split(":")[2]) <= date.fromisoformat(one.split(":")[3]) for one in ids)


def test_nothing_is_sent_to_a_cloud() -> None:
    assert CONFIG["showSendToCloud"] is False


def test_what_lies_in_others_is_counted_once() -> None:
    events = [event(f"e{at}", "2021-09-25", countries=(code,)) for at, code in enumerate("ABCDEFG")]
    layout, _ = drawn(*events, options=replace(PLAIN, lanes="country", most_lanes=3))
    assert [lane.count for lane in layout.lanes] == [1, 1, 5]
    assert layout.lanes[-1].title == ("Others (5)",)
    assert len(layout.lanes[-1].keys) == 5


def test_groups_stand_together_under_their_heading() -> None:
    reds = [event(f"r{at}", "2021-09-25", actors=("Reds",)) for at in range(3)]
    blues = [event(f"b{at}", "2021-09-25", actors=("Blues", "Greens")) for at in range(2)]
    groups = {"Reds": "Armed groups", "Blues": "States", "Greens": "Armed groups"}
    layout, _ = drawn(*reds, *blues, options=replace(PLAIN, lanes="actor", groups=groups))
    assert [lane.key for lane in layout.lanes] == ["Reds", "Greens", "Blues"]
    assert [heading.text for heading in layout.headings] == ["Armed groups", "States"]


def test_a_line_of_its_own_pattern_runs_beside_the_lanes_of_each_group() -> None:
    events = [event("r", "2021-09-25", actors=("Reds",)), event("b", "2021-09-25", actors=("Blues", "Greys"))]
    groups = {"Reds": "Armed groups", "Blues": "States"}
    layout, found = drawn(*events, options=replace(PLAIN, lanes="actor", groups=groups))
    lanes = {lane.key: lane.rect for lane in layout.lanes}
    reds, states = layout.headings
    assert (reds.rect.bottom, states.rect.bottom) == (lanes["Reds"].bottom, lanes["Blues"].bottom)
    dashes = [one["line"].get("dash") for one in found["layout"]["shapes"] if one["line"]["width"] == GROUP]
    assert len(set(dashes)) == len(dashes) == 2


def test_a_bar_shows_the_symbol_of_its_kind_where_it_has_room() -> None:
    _, found = drawn(
        event("long", "2021-01-01/2021-11-30", kind=Kind.COUP),
        event("short", "2020-02-01/2020-02-03", kind=Kind.PROTEST),
    )
    (glyphs,) = [one for one in found["data"] if one.get("marker", {}).get("symbol") == [SYMBOLS[Kind.COUP]]]
    assert to_day(glyphs["x"][0]).date() < date(2021, 1, 15)


def test_forms_are_all_there_is() -> None:
    layout, _ = drawn(event("a", "2021-09-25"), event("b", "2021-09"), event("c", "2021/2022"))
    assert {mark.event: mark.form for mark in layout.marks} == {"a": Form.EXACT, "b": Form.IMPRECISE, "c": Form.SPAN}


def test_pointing_at_a_number_tells_the_names_of_the_events_without_words() -> None:
    crowd = [event(f"e{at}", f"2021-05-{at + 1:02}", f"Meeting number {at} of the ministers") for at in range(28)]
    layout, found = drawn(*crowd, event("far", "2012-01-01"), options=replace(PLAIN, most_labels=100))
    (tick, *_) = layout.ticks
    names = {one.id: one.label for one in crowd}
    told = [text for trace in found["data"] for text in trace.get("hovertext", ()) if "No room" in text]
    assert len(told) == len(layout.ticks)
    assert all(names[one] in told[0] for one in tick.events[:6])
    assert {text["text"] for text in found["layout"]["annotations"]} >= {f"+{one.count}" for one in layout.ticks}


def test_today_is_a_line_that_the_legend_names() -> None:
    options = replace(PLAIN, legend=True, end=date(TODAY.year + 1, 1, 1))
    layout, _ = drawn(event("a", "2021-09-25"), event("b", "2024-09-25"), options=options)
    assert layout.today is not None
    assert [key.label for key in layout.legend][-1] == "today"


def test_zoom_makes_letters_and_marks_larger_and_moves_nothing() -> None:
    layout, small = drawn(event("a", "2021-09-25"), event("b", "2021-01/2021-03"), event("c", "2021-05"))
    large = figure(layout, LIGHT, zoom=2)
    assert (large["layout"]["width"], large["layout"]["height"]) == (2 * layout.width, 2 * layout.height)
    assert large["layout"]["xaxis"]["range"] == small["layout"]["xaxis"]["range"]
    for one, two in zip(small["data"], large["data"], strict=True):
        assert (one["x"], one["y"], one.get("base"), one.get("width")) == (
            two["x"],
            two["y"],
            two.get("base"),
            two.get("width"),
        )
    for one, two in zip(small["layout"]["annotations"], large["layout"]["annotations"], strict=True):
        assert two["font"]["size"] == 2 * one["font"]["size"]
        assert two.get("xshift", 0) == pytest.approx(2 * one.get("xshift", 0), abs=0.01)
    trace, (at,) = of(small, "a")
    assert of(large, "a")[0]["marker"]["size"][at] == 2 * trace["marker"]["size"][at]
    assert lines_of(large, "6px,4px")


def test_every_period_is_named_in_its_ribbon_or_beside_it() -> None:
    periods = (
        Period(label="Lake Mission", date=FuzzyDate.parse("2015/2022")),
        Period(label="Interim President Amber", date=FuzzyDate.parse("2018-03/2018-05")),
        Period(label="Pact of the Rivers", date=FuzzyDate.parse("2023-12-01/..")),
    )
    layout, _ = drawn(event("a", "2015-01-01"), event("b", "2024-05-01"), options=replace(PLAIN, periods=periods))
    boxes = {band.label: (band.rect, band.box) for band in layout.bands}
    inside, behind, before = (boxes[period.label] for period in periods)
    assert inside[1]
    assert inside[0].left < inside[1].left < inside[1].right < inside[0].right
    assert behind[1]
    assert behind[1].left > behind[0].right
    assert before[1]
    assert before[1].right < before[0].left


def test_two_days_do_not_look_like_months() -> None:
    layout, _ = drawn(event("start", "2012-01-01"), event("siege", "2016-01-15/2016-01-16"), event("end", "2026-01-01"))
    siege = next(mark for mark in layout.marks if mark.event == "siege")
    a_month = layout.plot.width / 120
    assert siege.right - siege.left < a_month
    assert siege.right - siege.left >= 4, "too thin to see or to click"
