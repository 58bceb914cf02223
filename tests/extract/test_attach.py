"""Which event a date belongs to, by the parse: one event per predicate, and the right words in its label."""

import pytest

from tests.extract.telling import tell

CASES = [
    # language, sentence, (date, a word of the event's label) for each event in the order of the text
    ("en", "On 3 May 2024 Niger expelled the envoy and closed its airspace.", [("2024-05-03", "expels")]),
    (
        "en",
        "The brigade, raised in 2013 and disbanded in 2022, trained gendarmes.",
        [("2013", "raised"), ("2022", "disbanded")],
    ),
    ("en", "The ambassador, who left Niamey on 4 April 2024, said he had been insulted.", [("2024-04-04", "leaves")]),
    ("en", "The May 2024 withdrawal announcement surprised nobody.", [("2024-05", "Withdrawal")]),
    ("en", "The peace accord of 15 May 2015 was signed in Bamako.", [("2015-05-15", "signed")]),
    (
        "en",
        "12 March 2019: JNIM fighters overran the camp at Dioura and killed 23 soldiers.",
        [("2019-03-12", "overrun")],
    ),
    ("en", "Reports that JNIM had taken Djibo on 3 June 2024 were false.", [("2024-06-03", "takes")]),
    ("en", "Talks between Niger and the United States opened in Washington on 8 May 2024.", [("2024-05-08", "open")]),
    (
        "en",
        "Mali left the bloc on 29 January 2025 after it had announced the move on 28 January 2024.",
        [("2025-01-29", "leaves"), ("2024-01-28", "announces")],
    ),
    (
        "en",
        "Gunmen raided Tessit on 7 August 2022; two days later the army bombed their camp near Ansongo.",
        [("2022-08-07", "raid"), ("2022-08-09", "bombs")],
    ),
    ("fr", "Le 3 mai 2024, le Niger a expulsé l'émissaire et fermé son espace aérien.", [("2024-05-03", "expulse")]),
    ("fr", "Le sommet prévu le 2 juin 2024 n'a pas eu lieu.", [("2024-06-02", "sommet")]),
    ("fr", "Annoncé par Paris, le retrait a commencé le 9 juin 2023.", [("2023-06-09", "retrait")]),
    ("fr", "L'attaque du 14 novembre 2021 a tué 53 gendarmes à Inata.", [("2021-11-14", "tue")]),
    (
        "fr",
        "Le 12 juin 2024, des hommes armés ont attaqué Tessit ; le lendemain, l'armée a bombardé leur camp.",
        [("2024-06-12", "attaquent"), ("2024-06-13", "bombarde")],
    ),
    ("fr", "22 mars 2012 : des mutins renversent le président du Mali.", [("2012-03-22", "renversent")]),
]


@pytest.mark.parametrize(("lang", "text", "events"), CASES, ids=[case[1][:50] for case in CASES])
def test_each_date_tells_its_own_event(lang: str, text: str, events: list[tuple[str, str]]) -> None:
    found = tell(text, lang)
    assert [str(m.date) for m in found] == [date for date, _ in events]
    for mention, (_, word) in zip(found, events, strict=True):
        assert word.lower() in mention.label.lower(), mention.label
        assert mention.tier == "parser"


NOT_EVENTS = [
    ("en", "Seats are still shared out by the 1998 census."),
    ("en", "The 2017 plan asks for money that nobody has."),
    ("en", "Nobody may be out between 10 p.m. and 4 a.m. in the town."),
    ("en", "Had the two armies merged by 2016, the rebels would have had no case."),
    ("en", "If he had resigned in 2019, there would have been no coup."),
    ("en", "The market is held on Mondays."),
    ("en", "Photo: a patrol near Gao, 7 August 2019."),
    ("en", "Last updated: 22 January 2024, 18:40 GMT"),
    ("en", "© 2013-2024 The Test Wire. All rights reserved."),
    ("en", "Read also: Our ten best pictures of 2021"),
    ("fr", "Publié le : 03/05/2021 - 08:12 | Modifié le : 04/05/2021 - 17:40"),
    ("fr", "© 2012-2020 Radio d'essai. Tous droits réservés."),
    ("fr", "À lire aussi : ce que 2021 a changé"),
]


@pytest.mark.parametrize(("lang", "text"), NOT_EVENTS, ids=[text[:40] for _, text in NOT_EVENTS])
def test_a_date_that_tells_no_event_gives_none(lang: str, text: str) -> None:
    story = {
        "en": "The army attacked the village of Boni on 9 June 2024, a resident told this newspaper.",
        "fr": "L'armée a attaqué le village de Boni le 9 juin 2024, a dit un habitant à ce journal.",
    }
    found = tell(f"{story[lang]}\n\n{text}\n", lang)
    assert [str(m.date) for m in found] == ["2024-06-09"], [(str(m.date), m.label) for m in found]


ONE_DATE = [
    ("en", "The ceasefire held from 14 to 24 July 2014.", ["2014-07-14/2014-07-24"]),
    ("en", "He was killed on 15 October 1987, a Thursday.", ["1987-10-15"]),
    ("en", "Clashes on 17 and 21 May 2014 drove the army out of Kidal.", ["2014-05-17", "2014-05-21"]),
    ("fr", "La trêve a duré du 14 au 24 juillet 2014.", ["2014-07-14/2014-07-24"]),
]


@pytest.mark.parametrize(("lang", "text", "dates"), ONE_DATE, ids=[case[1][:40] for case in ONE_DATE])
def test_words_that_name_one_date_together_give_one_event(lang: str, text: str, dates: list[str]) -> None:
    assert [str(m.date) for m in tell(text, lang)] == dates


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_without_the_parser_the_rules_go_on_alone_and_say_so(lang: str) -> None:
    text = {
        "en": "On 3 May 2024, Niger expelled the French envoy.",
        "fr": "Le 3 mai 2024, le Niger a expulsé l'émissaire français.",
    }[lang]
    (mention,) = tell(text, lang, parser=False)
    assert (str(mention.date), mention.tier, mention.kind.value) == ("2024-05-03", "rules", "diplomacy")
    assert "NE" in mention.countries
