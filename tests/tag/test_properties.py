"""Laws of tagging that hold for every text, language and day of publication."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tag.examples import LANGUAGES, examples
from timeline_app.tag import tag
from timeline_app.tag.rules.grammar import grammar

TOLD = sorted({example.text for example in examples()} | {example.text for example in examples("near")})
DAYS = st.one_of(st.none(), st.dates(date(1990, 1, 1), date(2030, 12, 31)))
PIECES = st.lists(
    st.one_of(
        st.sampled_from(TOLD),
        st.text(max_size=12),
        st.sampled_from([" ", "\n", "\n\n", "\n- ", ". ", ", ", "31", "2021", "-", "/", "’", "\x00", "İ", "\u2029"]),
    ),
    max_size=6,
)


@given(PIECES, st.sampled_from(LANGUAGES), DAYS)
def test_spans_lie_in_the_text_in_order_and_never_overlap(pieces: list[str], lang: str, day: date | None) -> None:
    text = "".join(pieces)
    behind = 0
    for found in tag(text, lang, day):
        assert behind <= found.start < found.end <= len(text)
        assert found.text == text[found.start : found.end]
        assert found.text.strip(" \n") == found.text
        assert found.type in ("DATE", "TIME", "DURATION", "SET")
        assert found.rule
        assert found.resolution
        behind = found.end


@given(PIECES, st.sampled_from(LANGUAGES), DAYS)
def test_tagging_again_gives_the_same(pieces: list[str], lang: str, day: date | None) -> None:
    text = "".join(pieces)
    assert tag(text, lang, day) == tag(text, lang, day)


ABSOLUTE = {
    "en": ("It was signed on 20 June 2015 in Algiers.", "They left in March 2019.", "The town fell in 2012."),
    "fr": ("Il a été signé le 20 juin 2015 à Alger.", "Ils sont partis en mars 2019.", "La ville est tombée en 2012."),
}


@pytest.mark.parametrize(("lang", "text"), [(lang, text) for lang, texts in ABSOLUTE.items() for text in texts])
@given(DAYS)
def test_the_day_of_publication_never_moves_a_date_that_is_written_out(lang: str, text: str, day: date | None) -> None:
    assert [(t.value, str(t.date)) for t in tag(text, lang, day)] == [
        (t.value, str(t.date)) for t in tag(text, lang, date(2020, 1, 1))
    ]


@given(st.dates(date(1990, 1, 1), date(2030, 12, 31)), st.integers(-400, 400))
def test_yesterday_moves_with_the_day_of_publication(day: date, by: int) -> None:
    before, after = (tag("The bridge burned yesterday.", "en", d)[0].date for d in (day, day + timedelta(days=by)))
    assert before
    assert after
    assert before.earliest
    assert before.earliest == day - timedelta(days=1)
    assert after.earliest == before.earliest + timedelta(days=by)


@pytest.mark.parametrize(
    "text", ["He spoke on Saturday.", "They left last week.", "He fled yesterday.", "It fell in May."]
)
def test_without_a_day_of_publication_nothing_relative_gets_a_date(text: str) -> None:
    (found,) = tag(text, "en", None)
    assert found.date is None
    assert "no publication date" in found.resolution


def test_the_resolution_tells_where_a_date_came_from() -> None:
    (found,) = tag("Lavrov spoke on Saturday.", "en", date(2021, 9, 26))
    assert found.resolution == '"Saturday" + published Sunday 26 September 2021 -> 2021-09-25'


def test_an_event_of_the_data_package_can_be_counted_from() -> None:
    from timeline_app.dates import FuzzyDate

    known = [("Mutineers oust President Keita", FuzzyDate.of(2020, 8, 18)), ("Floods in Ségou", FuzzyDate.of(2019))]
    (found,) = tag("One year after mutineers oust Keita, prices doubled.", "en", date(2022, 1, 1), known=known)
    assert str(found.date) == "2021"
    assert "Mutineers oust President Keita" in found.resolution


def test_a_language_without_a_folder_still_gives_dates_that_are_written_out() -> None:
    found = tag("El acuerdo se firmó el 20 de junio de 2015 en Argel.", "es", date(2020, 1, 1))
    assert [str(t.date) for t in found] == ["2015-06-20"]


HOSTILE = [
    "9" * 400_000,
    "1.1" * 100_000,
    "1," * 150_000,
    "12/" * 100_000,
    "the " * 100_000,
    "monday " * 20_000,
    "2021-" * 50_000,
    "of the " * 60_000 + "year",
    "\n" * 300_000,
    "'" * 300_000,
    "a" * 400_000,
    "twenty " * 30_000,
    "1 January - " * 10_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:8]))
def test_hostile_text_is_read_in_a_time_that_grows_with_its_length(text: str) -> None:
    """No clock: a pattern that backtracked without end would never come back."""
    for found in tag(text, "en", date(2021, 9, 26)):
        assert found.text == text[found.start : found.end]


UNITS = [
    "second",
    "minute",
    "hour",
    "day",
    "weekend",
    "week",
    "fortnight",
    "month",
    "quarter",
    "year",
    "decade",
    "century",
]
FRAMES = [
    "It fell on 3 June 2020, two {} after the raid.",
    "Two {} after the raid of 3 June 2020 it fell.",
    "Two {} ago it fell. Three {} later it rose.",
    "In the past two {}s it rose; over the next ten {}s it may fall.",
    "In the {}s before the raid, and the {}s after it. That {} was long. The next {} too. By the end of the {}.",
    "The raid took place in 1200 BC. A {} later, two {}s earlier, it was forgotten.",
]


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("frame", FRAMES)
def test_every_unit_can_be_counted_in_every_way(frame: str, unit: str) -> None:
    for day in (None, date(2021, 9, 26), date.min, date.max):
        for found in tag(frame.replace("{}", unit), "en", day):
            assert found.value or found.type


def test_the_hour_at_the_head_of_an_entry_is_of_the_day_of_publication() -> None:
    text = "18:30 — The major promised elections by 1 July 2024.\n\n17:05 — Shots rang out.\n"
    assert [str(t.date) for t in tag(text, "en", date(2022, 10, 1))] == ["2022-10-01", "2024-07-01", "2022-10-01"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_two_words_leave_out_no_rule_that_matches(lang: str) -> None:
    rules = grammar(lang)
    for text in TOLD:
        symbols = rules.alphabet.spell(text).symbols
        for at, symbol in enumerate(symbols):
            asked = {id(rule) for rule in rules.beginning(symbols[at : at + 2])}
            left_out = [rule for rule in rules.starts.get(symbol, ()) if id(rule) not in asked]
            assert not [rule.name for rule in left_out if rule.match(symbols, at)], text[:80]
