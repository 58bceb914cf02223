"""Dates in hard places: counted from another, told behind by "when", put before a clause that is not theirs."""
# ruff: noqa: E501 -- one case a line

import pytest

from tests.extract.telling import tell

CASES = [
    # language, text, (date, a word of the event's label) in the order of the text
    ("en", "Kourfa fell on 4 June 2024, two days after the garrison had left it.", [("2024-06-04", "falls"), ("2024-06-02", "leaves")]),
    ("en", "Niger flew troops north on 4 June 2024, a day after a drone hit a customs post at Assamaka.", [("2024-06-04", "flies"), ("2024-06-03", "drone")]),
    ("en", "He was in office until 12 May 2024, when soldiers arrested him.", [("2024-05-12", "arrest")]),
    ("en", "It was the worst raid since November 2021, when 53 gendarmes were killed at Inata.", [("2021-11", "gendarmes")]),
    ("en", "On 5 June 2024, the army said, raiders burned the market at Boni.", [("2024-06-05", "burn")]),
    ("en", "The minister, speaking in Geneva on 4 June 2024, said that Mali would leave the court.", [("2024-06-04", "says")]),
    ("en", "On 5 June 2024, after the convoy had left Gao, the army closed the road.", [("2024-06-05", "closes")]),
    ("en", "Meeting on 15 and 16 May 2024, the ministers adopted a plan.", [("2024-05-15/2024-05-16", "")]),
    ("en", "Clashes on 17 and 21 May 2014 emptied the town.", [("2014-05-17", ""), ("2014-05-21", "")]),
    ("en", "The army said on Sunday that its aircraft had bombed a camp near Boulikessi on Saturday.", [("2024-06-15", "bomb")]),
    ("en", "In July and August 2023 floods drove 3,000 people from Boni.", [("2023-07/2023-08", "floods")]),
    ("en", "On 24 May 2024, four days before the closing remarks, soldiers arrested the mayor of Boni.", [("2024-05-24", "arrest")]),
    ("fr", "Il a été élu le 5 juin 2024, un an après la chute de Boni.", [("2024-06-05", "élu"), ("2023", "chute")]),
    ("en", "The general has ruled since a coup in August 2020.", [("2020-08", "coup")]),
    ("fr", "Le général règne depuis le putsch d'août 2020.", [("2020-08", "putsch")]),
    ("fr", "Les ministres se sont réunis les 3 et 4 avril 2024 à Niamey.", [("2024-04-03/2024-04-04", "réunissent")]),
    ("fr", "Il est resté au palais jusqu'au 12 mai 2024, quand des soldats l'ont arrêté.", [("2024-05-12", "soldats")]),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "events"), CASES, ids=[case[1][:50] for case in CASES])
def test_the_date_goes_to_the_event_that_it_is_told_for(lang: str, text: str, events: list[tuple[str, str]]) -> None:
    found = tell(text, lang)
    assert sorted(str(m.date) for m in found) == sorted(date for date, _ in events), [m.label for m in found]
    for date, word in events:
        labels = [m.label for m in found if str(m.date) == date]
        assert any(word.lower() in label.lower() for label in labels), labels


NOTHING = [
    ("en", "My next report is due on 12 July 2024."),
    ("en", "Population figures come from the census of 2009."),
    ("en", "Thursday 20 June 2024 · 14 comments · Follow us"),
    ("en", "Saturday will mark two years of this."),
    ("en", "Why now, in 2024?"),
    ("en", "The march ends on the Boulevard du 22-Octobre-1946."),
    ("en", "It was the third raid on the town since March 2024."),
    ("fr", "C'est le quatrième accord depuis janvier 2024."),
    ("en", "Brief 32 is due on 14 July 2024."),
    ("en", "Reopen the road to Djibo by 30 July 2024."),
    ("en", "The second half of 2023 was marked by doubt."),
    ("fr", "Rouvrir la route de Djibo avant le 30 juillet 2024."),
    ("fr", "Le prochain bulletin paraîtra le 12 juillet 2024."),
    ("fr", "Jeudi 20 juin 2024 · 14 commentaires · Nous suivre"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), NOTHING, ids=[case[1][:40] for case in NOTHING])
def test_what_speaks_of_the_text_or_only_names_a_thing_is_no_event(lang: str, text: str) -> None:
    story = {
        "en": "Raiders burned Boni on 9 June 2024, killing ten people.",
        "fr": "Des assaillants ont brûlé Boni le 9 juin 2024, tuant dix personnes.",
    }[lang]
    assert [str(m.date) for m in tell(f"{story}\n\n{text}", lang)] == ["2024-06-09"]


def test_a_date_within_an_item_of_a_live_page_may_still_only_name_a_thing() -> None:
    found = tell("15:05 — Soldiers blocked the road to Kati with two 2011 Land Cruisers.")
    assert all(m.date.edtf != "2011" for m in found)


def test_the_heading_of_an_entry_on_a_live_page_is_not_told_beside_its_text() -> None:
    text = "18:45 – Market burns on\nThe cattle market of Boni was still on fire on 19 June 2024, a trader told us.\n"
    assert [m.evidence[:10] for m in tell(text + text.replace("18:45", "17:30"))] == ["The cattle"] * 2


def test_other_stories_end_where_the_text_begins() -> None:
    found = tell(
        "Most read\nChad votes in May 2024\nA year in pictures, 2023\n\nTroops left Tessalit on 3 June 2024, the UN said."
    )
    assert [str(m.date) for m in found] == ["2024-06-03"]
