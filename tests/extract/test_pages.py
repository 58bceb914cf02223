"""Whole pages: what is text and what furniture, a list item's evidence, the country that a section is about."""

from datetime import date

from tests.extract.telling import tell

PAGE = """This site uses cookies for its statistics. Accept | Settings

Gunmen raid northern towns
By Awa Tamboura in Gao
Published: Thursday 20 June 2024, 18:04 GMT · 3 min read

GAO, June 20 (Test Wire) — Gunmen raided two towns in northern Mali on Wednesday, the governor of Gao told reporters.

Read also: how the towns fell
The mayor of Ansongo, who was freed on 2 May, said that nobody had warned him.

© 2013-2024 Test Wire. All rights reserved.
"""

CHRONOLOGY = """Niger: the year of the generals

2023
- 26 July: The presidential guard detains President Mohamed Bazoum. That night ten officers speak on television.
- 30 July: ECOWAS shuts its borders with Niger; the next day Mali and Burkina Faso side with the officers.
2024
- 16 March: Niger scraps its military agreement with the United States.
"""

SECTIONS = """SITUATION REPORT

MALI
Three thousand people fled the town on 3 May 2024 after an attack.

NIGER
Rains killed 12 people on 5 May 2024.
"""


def test_header_dateline_and_footer_tell_no_event() -> None:
    found = tell(PAGE, title="Gunmen raid northern towns")
    assert [str(m.date) for m in found] == ["2024-06-19", "2024-05-02"]
    assert found[0].evidence.startswith("Gunmen raided")


def test_a_chronology_item_is_its_evidence_as_a_whole_without_its_bullet() -> None:
    found = tell(CHRONOLOGY, title="Niger: the year of the generals")
    first = [m for m in found if str(m.date) == "2023-07-26"]
    assert first
    assert all(m.evidence.startswith("26 July:") for m in first)
    assert all(m.evidence.endswith("on television.") for m in first)
    assert {str(m.date) for m in found} == {"2023-07-26", "2023-07-30", "2023-07-31", "2024-03-16"}


def test_a_sections_heading_says_where_its_events_are() -> None:
    found = tell(SECTIONS)
    assert [set(m.countries) for m in found] == [{"ML"}, {"NE"}]


def test_an_interviews_marks_are_no_words_of_the_answer() -> None:
    (mention,) = tell("Q: When did it begin?\nA: The army retook Kidal on 14 November 2023.")
    assert mention.label == "Malian army retakes Kidal"


def test_a_year_in_brackets_behind_a_resolution_is_its_number() -> None:
    assert tell("The council recalled its resolution 2374 (2017) and adjourned.", published=date(2024, 1, 5)) == []
