"""Where tellings differ, every value stays beside the event with the one who says so; copies of a text count once."""

from dataclasses import replace
from datetime import date

import pytest

from timeline_app.dates import FuzzyDate
from timeline_app.merge import merge
from timeline_app.model import Article, Claim, Event, Fatalities, Kind, Mention, Source, Status

SENTENCE = "Gunmen attacked the village of Tamourt on 3 May 2020 and killed twelve people."


def told(outlet: str, sentence: str = SENTENCE, **more: object) -> Mention:
    article = Article(text=sentence, lang="en", outlet=outlet, title=f"{outlet} on Tamourt", published=date(2020, 5, 4))
    given = {
        "article": article.id, "source": article.source, "evidence": sentence, "start": 0, "end": len(sentence),
        "date": FuzzyDate.of(2020, 5, 3), "timex": "3 May 2020", "timex_start": 0, "timex_end": 10, "resolution": "",
        "label": "Gunmen attack village of Tamourt", "kind": Kind.ATTACK, "countries": ("ML",), "place": "Tamourt",
        **more,
    }  # fmt: skip
    return Mention(**given)  # type: ignore[arg-type]


HERALD = told("Herald", fatalities=Fatalities(low=12, high=12))
COURIER = told(
    "Courier", "Twenty people died at Tamourt when armed men raided the village on Sunday.",
    label="Armed men raid village of Tamourt", fatalities=Fatalities(low=20, high=20),
)  # fmt: skip
POST = told(
    "Post", "On 4 May 2020 raiders struck the village of Tamourt, its mayor said.",
    label="Raiders strike village of Tamourt", date=FuzzyDate.of(2020, 5, 4),
)  # fmt: skip


def only(events: list[Event]) -> Event:
    (event,) = events
    return event


def test_two_tolls_stand_side_by_side() -> None:
    event = only(merge([HERALD, COURIER]))
    assert event.fatalities == Fatalities(low=12, high=20)
    assert {(c.field, c.value, c.source) for c in event.claims} == {
        ("fatalities", "12", "Herald"),
        ("fatalities", "20", "Courier"),
    }
    assert {source.outlet for source in event.sources} == {"Herald", "Courier"}


def test_another_day_is_a_claim_and_the_day_most_told_is_taken() -> None:
    event = only(merge([HERALD, COURIER, POST]))
    assert event.date == FuzzyDate.of(2020, 5, 3)
    assert Claim(event=event.id, field="date", value="2020-05-04", source="Post") in event.claims


def test_a_coarser_date_is_no_contradiction() -> None:
    event = only(merge([HERALD, replace(COURIER, date=FuzzyDate.of(2020, 5), fatalities=None)]))
    assert event.date == FuzzyDate.of(2020, 5, 3)
    assert [claim for claim in event.claims if claim.field == "date"] == []


def test_what_one_asserts_and_another_denies_is_claimed() -> None:
    event = only(merge([HERALD, replace(COURIER, status=Status.DENIED)]))
    assert event.status is Status.CLAIMED
    assert ("status", "denied", "Courier") in {(c.field, c.value, c.source) for c in event.claims}


@pytest.mark.parametrize("change", [" (Agency)", " Updated.", ""])
def test_copies_of_one_text_count_as_one_source(change: str) -> None:
    copy = told("Mirror", SENTENCE.replace("people.", "people" + change + "."), fatalities=Fatalities(low=12, high=12))
    event = only(merge([HERALD, copy, COURIER]))
    assert len(event.mentions) == 3 if change else 2  # the same text is the same article
    assert len(event.sources) == 2


def test_a_known_event_keeps_its_values_and_shows_what_a_report_says() -> None:
    known = Event(
        id="tamourt-2020", date=FuzzyDate.of(2020, 5, 3), label="Massacre at Tamourt", kind=Kind.ATTACK,
        countries=("ML",), place="Tamourt", fatalities=Fatalities(low=15, high=15), sources=(Source(outlet="Gazette"),),
    )  # fmt: skip
    event = only(merge([COURIER, POST], [known]))
    assert (event.id, event.date, event.label, event.fatalities) == (
        known.id,
        known.date,
        known.label,
        known.fatalities,
    )
    assert {(c.field, c.value) for c in event.claims} == {("fatalities", "20"), ("date", "2020-05-04")}
    assert [source.outlet for source in event.sources] == ["Gazette", "Courier", "Post"]
    assert merge([], [known]) == [known]


def test_another_village_on_the_same_day_is_another_event() -> None:
    other = told("Post", SENTENCE.replace("Tamourt", "Adjora"), label="Gunmen attack village of Adjora", place="Adjora")
    assert len(merge([HERALD, other])) == 2
