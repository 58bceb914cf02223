"""Text from reports on a page: shown as it is, never acting."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.dates import FuzzyDate
from timeline_app.model import Kind, Mention, Source
from timeline_app.ui.parts.evidence import marked_report
from timeline_app.ui.parts.markup import link, marked, text
from timeline_app.ui.parts.plain import plain

HOSTILE = "<img src=https://evil.test/x onerror=alert(1)> & <script>alert(2)</script> \"'"


def without_tags(html: str) -> str:
    return unescape(re.sub(r"<sup[^>]*>\d+</sup>|<[^>]*>", "", html))


def test_no_tag_survives() -> None:
    assert "<" not in text(HOSTILE)
    assert unescape(text(HOSTILE)) == HOSTILE


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//evil.test", "file:///etc/passwd", "", "http://[x"]
)
def test_only_the_web_is_linked(url: str) -> None:
    assert link(url, "a <b> page") == "a &lt;b&gt; page"


def test_a_link_cannot_leave_its_attribute() -> None:
    assert link('https://a.test/"onclick="x', "page").count('"') == 6


@given(st.text(), st.lists(st.tuples(st.integers(-3, 30), st.integers(-3, 30), st.just("date"))))
def test_marking_changes_no_character(whole: str, spans: list[tuple[int, int, str]]) -> None:
    assert without_tags(marked(whole, spans)) == whole.replace("\r\n", "\r\n")


def mention(start: int, end: int, date_start: int, date_end: int, label: str = "it happened") -> Mention:
    return Mention(
        article="a", source=Source(outlet="Herald"), evidence="", start=start, end=end, date=FuzzyDate.of(2020),
        timex="", timex_start=date_start, timex_end=date_end, resolution="", label=label, kind=Kind.ATTACK,
    )  # fmt: skip


spans = st.lists(st.tuples(*[st.integers(-2, 40)] * 4), max_size=5)


@given(st.text(max_size=40), spans)
def test_a_report_is_shown_whole_whatever_is_marked(whole: str, spans: list[tuple[int, int, int, int]]) -> None:
    told = [mention(*span, label=str(n)) for n, span in enumerate(spans)]
    assert without_tags(marked_report(whole, told, [])) == whole


def test_sentences_are_numbered_and_their_dates_marked() -> None:
    whole = "In 2020 it burned. It rained."
    told = mention(0, 18, 3, 7)
    html = marked_report(whole, [told], [told.id])
    assert '<sup class="number">1</sup><mark class="sentence">In </mark><mark class="date">2020</mark>' in html
    assert html.index("It rained.") > html.rindex("</mark>")
    assert "pale" in marked_report(whole, [told], [])


@pytest.mark.parametrize(
    "label", ["![x](https://evil.test/x.png)", "[a](javascript:x)", ":material/x: $y$ `z` **b**", "<b>"]
)
def test_labels_of_controls_hold_no_markdown(label: str) -> None:
    special = re.findall(r"(?<!\\)(?:\\\\)*[`*_\[\]<>$:!]", plain(label))
    assert special == []
