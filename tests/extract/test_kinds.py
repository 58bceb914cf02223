"""What kind of event a sentence tells: several hundred of our own, in two languages, and the labels that ship."""

from collections.abc import Mapping, Sequence

import pytest

from tests.extract import kinds_en, kinds_fr
from tests.extract.telling import NEEDS_MODEL, tell
from timeline_app.errors import LanguageError
from timeline_app.extract.words.frames import Frames, filled
from timeline_app.extract.words.phrases import Phrases
from timeline_app.language import load_all
from timeline_app.model import Kind
from timeline_app.store.package import DEFAULT
from timeline_app.store.package import load as load_package

TABLES: Mapping[str, Mapping[str, Sequence[str]]] = {"en": kinds_en.CASES, "fr": kinds_fr.CASES}
GROUPS = [(lang, kind) for lang, table in TABLES.items() for kind in table]


def _wrong(lang: str, kind: str, *, parser: bool) -> list[tuple[str, list[str]]]:
    told = [(text, [m.kind.value for m in tell(text, lang, parser=parser)]) for text in TABLES[lang][kind]]
    return [(text, kinds) for text, kinds in told if set(kinds) != {kind}]


@pytest.mark.parametrize("lang", TABLES)
def test_every_kind_has_its_sentences(lang: str) -> None:
    assert set(TABLES[lang]) == set(Kind)
    assert sum(map(len, TABLES[lang].values())) >= 240


@pytest.mark.parametrize(("lang", "kind"), GROUPS)
def test_the_parse_shows_the_kind(lang: str, kind: str) -> None:
    if not NEEDS_MODEL[lang]:
        pytest.skip(f"the model for {lang} is not installed")
    assert _wrong(lang, kind, parser=True) == []


@pytest.mark.parametrize("lang", TABLES)
def test_without_a_parse_most_sentences_still_show_it(lang: str) -> None:
    wrong = [case for kind in TABLES[lang] for case in _wrong(lang, kind, parser=False)]
    assert len(wrong) <= 0.04 * sum(map(len, TABLES[lang].values())), wrong


def test_the_labels_that_ship_tell_their_kind() -> None:
    """0.87 when it was written: a label is shorter than a sentence, and some kinds are told by a summary alone."""
    events = load_package(DEFAULT).events
    told = [(event, tell(f"On 5 May 2020 {event.label}.")) for event in events]
    right = [event for event, mentions in told if mentions and mentions[0].kind is event.kind]
    assert len(right) >= 0.85 * len(events)


CLASSES = {"town": ["@place", "town*", "capital city"], "rebels": ["rebel*", "@armed_group"]}


@pytest.mark.parametrize(
    ("phrase", "words", "named", "found"),
    [
        ("take #town", "rebels take towns", "", True),
        ("take #town", "rebels take Kidal", "  place", True),
        ("take #town", "rebels take part", "", False),
        ("#town fell", "the capital city fell", "", True),
        ("take ~ #town", "take all of the town", "", True),
        ("take ~ #town", "take this and that and one more town", "", False),
        ("coup d'état", "un coup d' etat", "", True),
        ("cease-fire", "a cease - fire", "", True),
        ("cease-fire", "a cease-fire", "", True),
    ],
)
def test_a_phrase_finds_words_of_its_classes(phrase: str, words: str, named: str, found: bool) -> None:
    tokens = words.split()
    classes = (named.split(" ") + [""] * len(tokens))[: len(tokens)]
    assert bool(Phrases([(phrase, "x", 1.0)], CLASSES).find([t.lower() for t in tokens], classes)) is found


def test_an_unknown_class_is_refused() -> None:
    with pytest.raises(LanguageError, match="#river"):
        Phrases([("#river rises", "x", 1.0)], CLASSES)


@pytest.mark.parametrize(
    ("frame", "words", "doer", "found"),
    [
        ("take + #town", "rebels take town", {0}, True),
        ("take + doer:#rebels", "rebels take town", {0}, True),
        ("take + doer:#rebels", "soldiers take rebels", {0}, False),
        ("take + #town ! post", "rebels take town", {0}, True),
        ("take + #town ! post", "rebels take town post", {0}, False),
        ("take | seize + #town", "rebels seize town", {0}, True),
        ("town | take + #town", "rebels praise town", {0}, False),
    ],
)
def test_a_frame_wants_all_its_parts_in_their_roles(frame: str, words: str, doer: set[int], found: bool) -> None:
    tokens = words.split()
    whose = {"doer": frozenset(doer), "done": frozenset(range(len(tokens))) - frozenset(doer)}
    frames = Frames({"rebellion": [frame]}, CLASSES)
    likely = frames.likely(tokens, [""] * len(tokens))
    assert bool(filled(likely, frozenset(range(len(tokens))), 1, whose)) is found


@pytest.mark.parametrize("lang", TABLES)
def test_the_language_data_is_whole(lang: str) -> None:
    kinds = load_all(lang, "extract_kinds")
    assert set(kinds["kinds"]) == set(kinds["frames"]) == set(Kind)
    frames = [line for lines in kinds["frames"].values() for line in lines]
    assert len(frames) >= 150
    assert len(frames) == len(set(frames))
    used = {word for line in frames for word in line.replace(":", " ").split() if word.startswith("#")}
    assert {word[1:] for word in used} <= set(kinds["classes"])
