"""The laws of placement, for whatever events and options."""

from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.draw.samples import daily, event, some_events, some_options
from timeline_app.draw.chart import NOTE
from timeline_app.draw.geometry import Form, Layout, Mark, Rect
from timeline_app.draw.labels import AIR, Budget, Levels, forms
from timeline_app.draw.layout import Options, lay_out
from timeline_app.draw.metrics import width
from timeline_app.model import Event, Kind

LAW = settings(max_examples=25)


def words(layout: Layout) -> list[Rect]:
    """Everything that is text inside the chart and beside it."""
    found = [label.box for label in layout.labels]
    found += [tick.box for tick in layout.ticks if tick.box]
    found += [lane.title_box for lane in layout.lanes if lane.title] + [heading.box for heading in layout.headings]
    return found + [band.box for band in layout.bands if band.box]


def ground(mark: Mark) -> Rect:
    """A marker or a bar, with the whisker that it stands on and the "~" beside it."""
    box, sign = mark.box, [mark.tilde - 4, mark.tilde + 4] if mark.tilde is not None else []
    return Rect(min(box.left, mark.left, *sign), box.top, max(box.right, mark.right, *sign), box.bottom)


@LAW
@given(some_events(), some_options())
def test_no_text_touches_another(events: list[Event], options: Options) -> None:
    layout = lay_out(events, options)
    for one, two in combinations(words(layout), 2):
        assert not one.overlaps(two), (one, two)


@LAW
@given(some_events(), some_options())
def test_no_text_covers_a_mark(events: list[Event], options: Options) -> None:
    layout = lay_out(events, options)
    outside = [box for box in words(layout) if box not in {label.box for label in layout.labels if label.inside}]
    for mark in layout.marks:
        for box in outside:
            assert not box.overlaps(mark.box), (box, mark)


@LAW
@given(some_events(), some_options())
def test_no_mark_covers_another(events: list[Event], options: Options) -> None:
    layout = lay_out(events, options)
    for one, two in combinations(layout.marks, 2):
        assert not ground(one).overlaps(ground(two)), (one, two)


@LAW
@given(some_events(), some_options())
def test_everything_is_inside(events: list[Event], options: Options) -> None:
    layout = lay_out(events, options)
    page = Rect(0, 0, layout.width, layout.height)
    for box in words(layout):
        assert inside(box, page)
    for lane in layout.lanes:
        assert inside(lane.rect, layout.plot)
    for label in layout.labels:
        assert inside(label.box, layout.lanes[label.lane].rect)
    for mark in layout.marks:
        assert inside(ground(mark), layout.lanes[mark.lane].rect)
    for key in layout.legend:
        assert inside(key.box, page)
        assert inside(key.sample, page)
    for one in layout.uncovered:
        assert inside(one.rect, layout.lanes[one.lane].rect)
    for piece in layout.overview.bins if layout.overview else ():
        assert inside(piece.rect, layout.overview.rect)
    for piece in layout.bins:
        assert piece.lane is not None
        assert inside(piece.rect, layout.lanes[piece.lane].rect)


def inside(box: Rect, page: Rect) -> bool:
    slack = 1e-6
    return (
        box.left >= page.left - slack
        and box.top >= page.top - slack
        and box.right <= page.right + slack
        and box.bottom <= page.bottom + slack
    )


@LAW
@given(some_events(), some_options())
def test_lanes_follow_one_another_without_a_gap_but_for_headings(events: list[Event], options: Options) -> None:
    layout = lay_out(events, options)
    for above, below in pairwise(layout.lanes):
        gap = below.rect.top - above.rect.bottom
        assert abs(gap) < 1e-6 or any(
            above.rect.bottom <= one.box.top and one.box.bottom <= below.rect.top + 1e-6 for one in layout.headings
        )


@LAW
@given(some_events(), some_options())
def test_words_lie_over_their_own_mark(events: list[Event], options: Options) -> None:
    """Displacement is bounded: a leader ends under its own words, and the words above the mark."""
    layout = lay_out(events, options)
    marks = {(mark.event, mark.lane): mark for mark in layout.marks}
    for label in layout.labels:
        mark = marks[label.event, label.lane]
        if label.inside:
            assert inside(label.box, mark.box)
            continue
        assert label.x == mark.x
        assert label.box.left - 1e-6 <= label.x <= label.box.right + 1e-6
        assert label.box.bottom <= label.foot


@LAW
@given(some_events(), some_options())
def test_no_leader_crosses_words(events: list[Event], options: Options) -> None:
    layout = lay_out(events, options)
    for label in layout.labels:
        if label.inside:
            continue
        leader = Rect(label.x, label.box.bottom, label.x, label.foot)
        for other in layout.labels:
            if other.event == label.event or other.inside:
                continue
            crosses = other.box.left < leader.left < other.box.right
            assert not (crosses and other.box.top < leader.bottom and leader.top < other.box.bottom), (label, other)
        for tick in layout.ticks:
            assert tick.box
            crosses = tick.box.left < leader.left < tick.box.right
            assert not (crosses and tick.box.top < leader.bottom and leader.top < tick.box.bottom), (label, tick)


@LAW
@given(some_events(), some_options())
def test_labels_are_whole_and_measured(events: list[Event], options: Options) -> None:
    layout = lay_out(events, options)
    label_of = {one.id: one.label for one in events}
    for label in layout.labels:
        assert " ".join(label.lines) == label_of[label.event]
        size = 11.0 if label.inside else options.font
        assert max(width(line, size) for line in label.lines) <= label.box.width + 1e-6


@LAW
@given(some_events(), some_options())
def test_each_event_is_labelled_once_and_no_more_than_wished(events: list[Event], options: Options) -> None:
    layout = lay_out(events, options)
    assert len({label.event for label in layout.labels}) == layout.labelled <= options.most_labels
    carried = {label.event for label in layout.labels if label.inside}
    above = [label.event for label in layout.labels if not label.inside]
    assert len(above) == len(set(above))
    assert not carried & set(above)
    inside = [(label.event, label.lane) for label in layout.labels if label.inside]
    assert len(inside) == len(set(inside))


def test_a_bar_carries_its_name_in_every_lane_and_counts_once() -> None:
    mission = event("m", "2014-08/2022-11", "Operation Crescent", kind=Kind.DEPLOYMENT, countries=("ML", "NE", "TD"))
    short = event("s", "2021-03-01/2021-03-04", "Siege of the fort", countries=("ML", "NE"))
    layout = lay_out([mission, short], Options())
    assert [label.lane for label in layout.labels if label.event == "m"] == [0, 1, 2]
    assert len([label for label in layout.labels if label.event == "s"]) == 1
    assert layout.labelled == 2


@LAW
@given(some_events(), some_options())
def test_what_found_no_room_is_numbered_once_near_its_mark(events: list[Event], options: Options) -> None:
    layout = lay_out(events, options)
    labelled = {label.event for label in layout.labels}
    unnamed = [event for tick in layout.ticks for event in tick.events]
    assert len(unnamed) == len(set(unnamed))
    assert not labelled & set(unnamed)
    at = {(mark.event, mark.lane): mark.x for mark in layout.marks}
    for tick in layout.ticks:
        assert tick.box, "a number is always seen"
        assert tick.count == len(tick.events)
        assert tick.x == min(at[event, tick.lane] for event in tick.events)
        assert layout.lanes[tick.lane].rect.top <= tick.box.top
        assert layout.lanes[tick.lane].labelled


@LAW
@given(some_events(), some_options())
def test_lanes_say_how_many_events_they_hold_and_how_many_bear_their_words(events, options) -> None:
    layout = lay_out(events, options)
    for at, lane in enumerate(layout.lanes):
        assert lane.labelled == len({label.event for label in layout.labels if label.lane == at})
        if lane.title:
            assert lane.notes[0].startswith(f"{lane.count} event")
        if len(lane.notes) > 1:
            assert lane.notes[1] == f"{lane.labelled or 'none'} labelled"
            assert lane.labelled < lane.count


@LAW
@given(some_events(), some_options())
def test_a_mark_says_where_it_is_cut_and_where_it_is_open(events: list[Event], options: Options) -> None:
    layout = lay_out(events, options)
    dates = {one.id: one.date for one in events}
    for mark in layout.marks:
        when = dates[mark.event]
        assert mark.open_left == (when.earliest is None)
        assert mark.open_right == (when.latest is None)
        assert mark.cut_left == (when.earliest is not None and when.earliest < layout.start)
        assert mark.cut_right == (when.latest is not None and when.latest > layout.end)
        assert (mark.tilde is None) != when.approximate


@LAW
@given(some_events(), some_options())
def test_no_two_names_of_the_axis_or_entries_of_the_legend_touch(events: list[Event], options: Options) -> None:
    layout = lay_out(events, options)
    for one, two in pairwise(layout.axis):
        for upper, lower in ((one.label, two.label), (one.below, two.below)):
            assert one.x + width(upper, 12.0) / 2 < two.x - width(lower, 12.0) / 2
    for gap in layout.breaks:
        middle, half = (gap.left + gap.right) / 2, max(width(line, NOTE) for line in gap.lines) / 2
        for tick in layout.axis:
            assert abs(tick.x - middle) > half + max(width(word, 12.0) for word in (tick.label, tick.below)) / 2
    for key, other in combinations(layout.legend, 2):
        assert not key.box.overlaps(other.box)
        assert not key.box.overlaps(other.sample)
    for key in layout.legend:
        assert key.box.bottom <= layout.plot.top


@LAW
@given(some_events(), st.sampled_from(["none", "country"]))
def test_counting_neither_loses_nor_doubles_an_event(events: list[Event], lanes: str) -> None:
    layout = lay_out(events, Options(lanes=lanes, bins_over=0, most_lanes=12))
    counted = sum(piece.count for piece in layout.bins)
    assert abs(counted - sum(lane.count for lane in layout.lanes)) < 1e-3
    assert all(piece.count == round(piece.count) for piece in layout.bins if not piece.vague)


@LAW
@given(some_events(), some_options(), st.randoms(use_true_random=False))
def test_the_picture_does_not_depend_on_the_order_of_the_events(events, options, random) -> None:
    shuffled = list(events)
    random.shuffle(shuffled)
    assert lay_out(shuffled, options) == lay_out(events, options)


@LAW
@given(some_events(), some_options())
def test_marks_keep_the_order_of_time(events: list[Event], options: Options) -> None:
    layout = lay_out(events, options)
    when = {one.id: one.date.earliest for one in events}
    exact = sorted((mark for mark in layout.marks if mark.form is Form.EXACT), key=lambda mark: mark.x)
    for one, two in pairwise(exact):
        assert when[one.event] <= when[two.event] or two.x - one.x < 14  # clamped at an edge, by less than a marker


@LAW
@given(some_events(), some_options())
def test_a_height_is_kept_where_it_can_be(events: list[Event], options: Options) -> None:
    layout = lay_out(events, options)
    if options.height is not None and not layout.bins and events:
        assert layout.height <= max(options.height, 0) + 1e-6


@given(
    st.lists(st.tuples(st.floats(0, 800), st.integers(1, 6)), max_size=60),
    st.integers(0, 30),
    st.integers(1, 8),
)
def test_levels_hold_the_laws_on_their_own(wishes, left, a_lane) -> None:
    budget = Budget(left, a_lane)
    levels = Levels(0, 800)
    for key, (x, count) in enumerate(wishes):
        levels.place(key, x, forms(" ".join(["Assembly"] * count), 12.0), budget)
    assert len(levels) <= min(left, a_lane)
    assert budget.left == left - len(levels)
    places = levels.places.items()
    for (key, one), (other, two) in combinations(places, 2):
        apart = one.left + one.words.width + AIR <= two.left or two.left + two.words.width + AIR <= one.left
        stacked = one.level + len(one.words.lines) <= two.level or two.level + len(two.words.lines) <= one.level
        assert apart or stacked
        for low, high, x in ((one, two, wishes[other][0]), (two, one, wishes[key][0])):
            if low.level < high.level:
                assert not low.left < x < low.left + low.words.width


def test_a_salient_event_is_labelled_before_others() -> None:
    layout = lay_out(daily(200, apart=2), Options(most_labels=4))
    labelled = {label.event for label in layout.labels}
    assert labelled == {"e000000", "e000050", "e000100", "e000150"}
