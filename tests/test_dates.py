"""EDTF in and out: tables of examples, laws by hypothesis, and the `edtf` package as a second opinion."""

from datetime import date, timedelta

import edtf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.dates import FuzzyDate, Precision, Shape, week_of
from timeline_app.errors import DateError

READ = [
    ("2012", Shape.POINT, Precision.YEAR, "2012-01-01", "2012-12-31"),
    ("2013-02", Shape.POINT, Precision.MONTH, "2013-02-01", "2013-02-28"),
    ("2016-02", Shape.POINT, Precision.MONTH, "2016-02-01", "2016-02-29"),
    ("2021-09-25", Shape.POINT, Precision.DAY, "2021-09-25", "2021-09-25"),
    ("199X", Shape.POINT, Precision.DECADE, "1990-01-01", "1999-12-31"),
    ("19XX", Shape.POINT, Precision.CENTURY, "1900-01-01", "1999-12-31"),
    ("2021-21", Shape.POINT, Precision.SEASON, "2021-03-01", "2021-05-31"),
    ("2021-24", Shape.POINT, Precision.SEASON, "2021-12-01", "2022-02-28"),
    ("[1990..1999]", Shape.WITHIN, Precision.YEAR, "1990-01-01", "1999-12-31"),
    ("[2021-09-20..2021-09-26]", Shape.WITHIN, Precision.DAY, "2021-09-20", "2021-09-26"),
    ("[2021-05-17,2021-05-21]", Shape.WITHIN, Precision.DAY, "2021-05-17", "2021-05-21"),
    ("[..2021-09-26]", Shape.WITHIN, Precision.DAY, None, "2021-09-26"),
    ("2013-01/2014-08-01", Shape.SPAN, Precision.MONTH, "2013-01-01", "2014-08-01"),
    ("2013-01/..", Shape.SPAN, Precision.MONTH, "2013-01-01", None),
    ("2013/", Shape.SPAN, Precision.YEAR, "2013-01-01", None),
    ("../2014", Shape.SPAN, Precision.YEAR, None, "2014-12-31"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "shape", "precision", "first", "last"), READ)
def test_reads_edtf(text: str, shape: Shape, precision: Precision, first: str | None, last: str | None) -> None:
    read = FuzzyDate.parse(text)
    bounds = tuple(day and day.isoformat() for day in (read.earliest, read.latest))
    assert (read.shape, read.precision, *bounds) == (shape, precision, first, last)
    assert str(read) == text


@pytest.mark.parametrize("text", [
    "", "yesterday", "2021-13", "2021-02-30", "2014/2013", "[2014..2013]", "2013/2014/2015", "../..", "21", "2021-9-5",
    "[2021", "0000", "2021~~", "[,]", "２０２１",
])  # fmt: skip
def test_bad_edtf_is_told_with_a_form_that_would_do(text: str) -> None:
    with pytest.raises(DateError, match="write 2012, 2013-02"):
        FuzzyDate.parse(text)


@pytest.mark.parametrize(("text", "about"), [
    ("2012", "2012~"), ("2012~", "2012~"), ("2013/2014-02", "2013~/2014-02~"), ("[2013..2014]", "[2013~..2014~]"),
    ("2013/..", "2013~/.."), ("199X", "199X~"), ("[2012,2014]", "[2012~,2014~]"),
])  # fmt: skip
def test_about_marks_every_end(text: str, about: str) -> None:
    marked = FuzzyDate.parse(text).about()
    assert (marked.edtf, marked.approximate) == (about, True)
    assert marked.earliest == FuzzyDate.parse(text).earliest


def test_a_list_of_dates_always_sorts_the_same_way() -> None:
    told = ["2013-02-01", "2012", "2013/..", "2013", "../2011", "2013-02", "[2013-01-01..2013-02-01]"]
    in_order = ["../2011", "2012", "[2013-01-01..2013-02-01]", "2013", "2013/..", "2013-02-01", "2013-02"]
    assert [d.edtf for d in sorted(map(FuzzyDate.parse, told))] == in_order


days = st.dates(min_value=date(1, 1, 1), max_value=date(9990, 12, 31))
points = st.one_of(
    days.map(FuzzyDate.on),
    days.map(lambda d: FuzzyDate.of(d.year, d.month)),
    days.map(lambda d: FuzzyDate.of(d.year)),
)
spans = st.tuples(points, points).map(sorted).filter(lambda p: p[0].earliest <= p[1].latest)
fuzzy = st.one_of(
    points,
    spans.map(lambda p: FuzzyDate.span(*p)),
    spans.map(lambda p: FuzzyDate.span(p[0], None)),
    st.tuples(days, days).map(sorted).map(lambda p: FuzzyDate.within(*p)),
    points.map(FuzzyDate.about),
)


@given(fuzzy)
def test_parse_and_print_are_inverse(value: FuzzyDate) -> None:
    assert FuzzyDate.parse(str(value)) == value
    if value.earliest and value.latest:
        assert value.earliest <= value.latest


@given(points)
def test_points_agree_with_the_edtf_package(value: FuzzyDate) -> None:
    theirs = edtf.parse_edtf(value.edtf)
    assert tuple(theirs.lower_strict()[:3]) == value.earliest.timetuple()[:3]
    assert tuple(theirs.upper_strict()[:3]) == value.latest.timetuple()[:3]


@given(spans)
def test_spans_agree_with_the_edtf_package(ends: list[FuzzyDate]) -> None:
    value = FuzzyDate.span(*ends)
    theirs = edtf.parse_edtf(value.edtf)
    assert tuple(theirs.lower_strict()[:3]) == value.earliest.timetuple()[:3]
    assert tuple(theirs.upper_strict()[:3]) == value.latest.timetuple()[:3]


@given(fuzzy, fuzzy)
def test_overlap_is_mutual_and_order_is_total(a: FuzzyDate, b: FuzzyDate) -> None:
    assert a.overlaps(b) == b.overlaps(a)
    assert (a < b) + (b < a) + (a == b) == 1


@given(days)
def test_a_week_runs_from_monday_to_sunday(day: date) -> None:
    monday, sunday = week_of(day)
    assert (monday.weekday(), sunday - monday) == (0, timedelta(days=6))
    assert monday <= day <= sunday


def test_open_ends_are_closed_at_the_day_given() -> None:
    assert FuzzyDate.parse("2013-01/..").days(date(2021, 9, 26)) == (date(2013, 1, 1), date(2021, 9, 26))
    assert FuzzyDate.parse("2013-01/..").days(date(2012, 1, 1)) == (date(2013, 1, 1), date(2013, 1, 1))
