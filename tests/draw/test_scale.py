"""Scales, ticks, coverage and the measures of text."""

from datetime import date
from itertools import pairwise

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from tests.draw.samples import event
from timeline_app.dates import FuzzyDate
from timeline_app.draw import axis
from timeline_app.draw.coverage import coverage, uncovered
from timeline_app.draw.geometry import Form, Rect
from timeline_app.draw.marks import times_of
from timeline_app.draw.metrics import FILES, FONTS, clean, fold, width, wrap
from timeline_app.draw.scale import GAP, Scale, compressed, linear, steps

moments = st.lists(st.floats(730_000, 740_000), max_size=40)
SCALES = st.sampled_from([compressed, steps])


@given(moments, SCALES, st.lists(st.floats(730_000, 740_000), min_size=2, max_size=2, unique=True))
def test_a_scale_keeps_order_and_can_be_read_backwards(moments, make, two) -> None:
    scale: Scale = make(moments, 730_000.0, 740_000.0, 100.0, 900.0)
    first, last = sorted(two)
    assert scale.x(first) <= scale.x(last)
    assert scale.x(730_000.0) == pytest.approx(100)
    assert scale.x(740_000.0) == pytest.approx(900)
    assert scale.day(scale.x(first)) == pytest.approx(first, abs=0.05)


def test_an_empty_stretch_is_compressed_to_the_same_width_however_long() -> None:
    scale = compressed([0, 10, 20, 1000, 1010, 3000], 0.0, 3000.0, 0.0, 1000.0)
    assert len(scale.gaps) == 2
    assert [scale.x(last) - scale.x(first) for first, last in scale.gaps] == pytest.approx([GAP, GAP])
    assert not any(first < day < last for first, last in scale.gaps for day in (10, 20, 1000, 1010))


def test_nothing_is_compressed_where_something_happens_all_the_time() -> None:
    assert compressed(range(0, 3000, 50), 0.0, 3000.0, 0.0, 1000.0) == linear(0.0, 3000.0, 0.0, 1000.0)


def test_steps_are_even() -> None:
    scale = steps([5.0, 6.0, 2000.0], 0.0, 3000.0, 0.0, 800.0)
    assert [scale.x(day) for day in (0.0, 5.0, 6.0, 2000.0, 3000.0)] == [0, 200, 400, 600, 800]


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        ("2010-01-01", "2020-12-31", ["2010/", "2011/", "2012/"]),
        ("2020-11-01", "2021-05-31", ["Nov/2020", "Dec/", "Jan/2021", "Feb/"]),
        ("2021-09-20", "2021-09-29", ["20 Sep/2021", "21 Sep/", "22 Sep/"]),
        ("1700-01-01", "1999-12-31", ["1700/", "1720/", "1740/"]),
    ],
)
def test_ticks_name_what_one_would_name(first: str, last: str, labels: list[str]) -> None:
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    ticks, _ = axis.even_ticks(linear(start.toordinal(), end.toordinal() + 1, 0, 900), start, end)
    assert [f"{tick.label}/{tick.below}" for tick in ticks][: len(labels)] == labels


@given(st.dates(date(1, 1, 1), date(9998, 1, 1)), st.integers(1, 1_000_000), st.integers(200, 2000))
def test_ticks_never_touch_and_lie_inside(start: date, days: int, pixels: int) -> None:
    end = date.fromordinal(min(start.toordinal() + days, date.max.toordinal()))
    scale = linear(start.toordinal(), end.toordinal() + 1, 0, pixels)
    ticks, _ = axis.even_ticks(scale, start, end)
    assert all(0 <= tick.x <= pixels for tick in ticks)
    for one, two in pairwise(ticks):
        half = (width(one.label, axis.SIZE) + width(two.label, axis.SIZE)) / 2
        assert two.x - one.x >= half + 4


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (12, "12 days"),
        (100, "3 months"),
        (590, "19 months"),
        (3 * 365.25, "3 years"),
        (366, "1 year"),
        (1000, "33 months"),
        (5500, "15 years"),
    ],
)
def test_a_length_is_said_as_one_would(days: float, words: str) -> None:
    assert axis.length_of(days) == words


@pytest.mark.parametrize(
    ("when", "form", "sure"),
    [
        ("2021-09-25", Form.EXACT, None),
        ("2021-09-25~", Form.IMPRECISE, None),
        ("2021-09", Form.IMPRECISE, None),
        ("2021-03-05/2021-11-20", Form.SPAN, ("2021-03-05", "2021-11-21")),
        ("2021-03/2021-11", Form.SPAN, ("2021-04-01", "2021-11-01")),
        ("2021/..", Form.SPAN, ("2022-01-01", None)),
    ],
)
def test_times_of_a_date(when: str, form: Form, sure: tuple[str, str | None] | None) -> None:
    times = times_of(FuzzyDate.parse(when))
    assert times.form is form
    if sure:
        assert times.first_sure == date.fromisoformat(sure[0]).toordinal()
        assert sure[1] is None or times.last_sure == date.fromisoformat(sure[1]).toordinal()


def test_what_no_source_tells_of_is_not_covered() -> None:
    events = [event("a", "2015-06-15"), event("b", "2021-06-15"), event("c", "2018-01-01", sources=())]
    covered = coverage(events, "country", horizon=100)
    scale = linear(date(2015, 1, 1).toordinal(), date(2022, 1, 1).toordinal(), 0, 2000)
    found = uncovered(covered["ML"], scale, 0, Rect(0, 10, 2000, 50), now=date(2022, 1, 1).toordinal())
    assert [(one.first, one.last) for one in found] == [
        (date(2015, 1, 1), date(2015, 3, 6)),
        (date(2015, 9, 24), date(2021, 3, 6)),
        (date(2021, 9, 24), date(2021, 12, 31)),
    ]


def test_the_future_is_not_called_uncovered() -> None:
    covered = coverage([event("a", "2020-01-15")], "country", horizon=30)
    scale = linear(date(2020, 1, 1).toordinal(), date(2030, 1, 1).toordinal(), 0, 2000)
    now = float(date(2020, 2, 1).toordinal())
    assert uncovered(covered["ML"], scale, 0, Rect(0, 0, 2000, 9), now) == []


texts = st.text(st.sampled_from("ab Wwil.é—"), min_size=1, max_size=80).map(clean).filter(bool)


@given(texts, st.floats(20, 400), st.integers(1, 3), st.booleans())
def test_wrapped_lines_fit_and_lose_nothing(text: str, limit: float, lines: int, bold: bool) -> None:
    found = wrap(text, limit, 12, lines=lines, bold=bold)
    if found is not None:
        assert " ".join(found) == text
        assert len(found) <= lines
        assert all(width(line, 12, bold=bold) <= limit for line in found)
    elif lines == 1:
        assert width(text, 12, bold=bold) > limit


@given(texts, st.floats(20, 400))
def test_folded_lines_fit_and_lose_no_letter(text: str, limit: float) -> None:
    found = fold(text, limit, 12)
    assert "".join(found).replace(" ", "") == text.replace(" ", "")
    assert all(width(line, 12) <= limit for line in found)


@pytest.mark.parametrize("weight", ["Regular", "SemiBold"])
def test_the_measured_font_is_the_one_the_page_serves(weight: str) -> None:
    measured = TTFont(FILES[weight == "SemiBold"])
    served = TTFont(FONTS / f"Inter-{weight}.woff2")
    widths = [
        {char: font["hmtx"].metrics[glyph][0] for char, glyph in font.getBestCmap().items()}
        for font in (measured, served)
    ]
    assert widths[0] == widths[1]
    assert measured["head"].unitsPerEm == served["head"].unitsPerEm
