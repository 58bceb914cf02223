"""`Cues`: the words of a language that show tense, and those just before a date that say what it is to the text."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

PAST, FUTURE = "past", "future"


@dataclass(frozen=True, slots=True)
class Cues:
    """A language's words that show tense.

    `pairs` are two words ("going to"); `participles` are endings that show the past just before a date where no
    auxiliary says otherwise; `endings` show the past; where a word has an ending of both tenses, the longer decides.
    After a `passive` word a past form is none: "to be held" is still to come. A word that is `alike` in its plain form
    shows no tense after a `bare` one: "will hit", "to meet". `clauses` open a clause with a verb of its own. What is
    told with a `then` word was still to come at the time that is told: "were to leave".
    """

    words: Mapping[str, str]
    pairs: Mapping[tuple[str, str], str]
    endings: tuple[str, ...]
    not_past: frozenset[str]
    future_endings: tuple[str, ...] = ()
    participles: tuple[str, ...] = ()
    possessive: tuple[str, ...] = ()
    passive: frozenset[str] = frozenset()
    bare: frozenset[str] = frozenset()
    alike: frozenset[str] = frozenset()
    clauses: frozenset[str] = frozenset()
    then: frozenset[str] = frozenset()
    limit: tuple[str, ...] = ()
    since: tuple[str, ...] = ()
    still: tuple[str, ...] = ()
    put_off: frozenset[str] = frozenset()
    short: frozenset[str] = frozenset()

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> "Cues":
        tense = data.get("tense", {})
        words, pairs = {}, {}
        for name in (PAST, FUTURE):
            for cue in tense.get(name, ()):
                parts = cue.split()
                if len(parts) == 1:
                    words[cue] = name
                else:
                    pairs[parts[0], parts[1]] = name
        return cls(
            words=words,
            pairs=pairs,
            endings=tuple(tense.get("past_endings", ())),
            not_past=frozenset(tense.get("not_past", ())),
            future_endings=tuple(tense.get("future_endings", ())),
            participles=tuple(tense.get("participle_endings", ())),
            passive=frozenset(tense.get("passive", ())),
            bare=frozenset(tense.get("bare", ())),
            alike=frozenset(tense.get("alike", ())),
            clauses=frozenset(tense.get("clauses", ())),
            then=frozenset(tense.get("then", ())),
            still=tuple(data.get("context", {}).get("still", ())),
            put_off=frozenset(data.get("context", {}).get("put_off", ())),
            limit=tuple(data.get("context", {}).get("limit", ())),
            since=tuple(data.get("context", {}).get("since", ())),
            possessive=tuple(data.get("context", {}).get("possessive", ())),
            short=frozenset(_abbreviations(data)),
        )

    def tense_of(self, word: str, following: str) -> str:
        pair = self.pairs.get((word, following))
        if pair:
            return pair
        known = self.words.get(word)
        if known:
            return known
        if word in self.not_past or len(word) < 4:
            return ""
        past = max((len(end) for end in self.endings if word.endswith(end)), default=0)
        future = max((len(end) for end in self.future_endings if word.endswith(end)), default=0)
        return PAST if past > future else FUTURE if future else ""


def _abbreviations(data: Mapping[str, Any]) -> set[str]:
    """The words that are written with a full stop: those that name times, and titles."""
    named = (form for words in data.get("words", {}).values() for forms in words.values() for form in forms)
    found = {form.lower() for form in named if form.endswith(".")}
    return found | set(data.get("context", {}).get("titles", ()))
