"""What holds for any text: spans, lengths, order, and that running again changes nothing."""
# ruff: noqa: E501 -- one case a line

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extract.telling import PUBLISHED, gazetteer, tell
from timeline_app.extract import extract
from timeline_app.model import Article, Kind, Status
from timeline_app.tag import tag

PIECES = {
    "en": [
        "Gunmen killed nine soldiers near Tessit on 12 June 2024.", "BAMAKO, June 19 (Test Wire) —", "ECOWAS met on Monday", ";", "\n",
        "• 3 May 2024: Niger expelled the envoy.", "The minister (who left in 2019) said that", "no accord was signed in March 2023", "«", "”", "he", "2024",
        "JNIM", "Paris", "was", "by", "According to", "a year later,", "— 17 and 21 May —", "...",
    ],
    "fr": [
        "Des hommes armés ont tué neuf soldats près de Tessit le 12 juin 2024.", "La Cédéao s'est réunie lundi", ";", "\n", "• 3 mai 2024 : le Niger expulse l'émissaire.",
        "selon l'armée", "aucun accord n'a été signé en mars 2023", "«", "»", "il", "qu'", "l'", "2024", "JNIM", "Paris", "aurait été", "par", "un an plus tard,", "- 17 et 21 mai -", "…",
    ],
}  # fmt: skip


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, str]:
    lang = draw(st.sampled_from(["en", "fr"]))
    return lang, " ".join(draw(st.lists(st.sampled_from(PIECES[lang]), min_size=1, max_size=9)))


@settings(max_examples=60, deadline=None)
@given(texts(), st.booleans())
def test_every_mention_can_be_checked_against_its_text(case: tuple[str, str], parser: bool) -> None:
    lang, text = case
    article = Article(text=text, lang=lang, published=PUBLISHED)
    times = tag(text, lang, PUBLISHED)
    found = extract(article, times, gazetteer(), parser=parser)
    for mention in found:
        assert text[mention.start : mention.end] == mention.evidence
        assert text[mention.timex_start : mention.timex_end] == mention.timex
        assert mention.start <= mention.timex_start < mention.end
        assert mention.label
        assert len(mention.label.split()) <= 12
        assert 0 < mention.confidence < 1
        assert mention.kind in list(Kind)
        assert mention.status in list(Status)
        assert set(mention.agents) | set(mention.patients) <= set(mention.actors)
        assert {"date", "event", "kind", "status", "label"} <= set(dict(mention.decided))
    assert [m.timex_start for m in found] == sorted(m.timex_start for m in found)
    assert extract(article, times, gazetteer(), parser=parser) == found


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=200))
def test_no_text_is_too_odd(text: str) -> None:
    for parser in (True, False):
        for mention in tell(f"{text} On 3 May 2024 it ended. {text}", parser=parser):
            assert mention.evidence


def test_a_text_without_dates_or_publication_tells_nothing() -> None:
    assert tell("The army attacked the village, a resident said.") == []
    assert tell("") == []
    assert tell("The army attacked the village on Monday.", published=None) == []
