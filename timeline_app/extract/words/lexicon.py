"""What a language knows about events: phrases and word lists from `languages/xx/extract*.toml`, ready to match."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from timeline_app.errors import LanguageError
from timeline_app.extract.words.folding import fold
from timeline_app.extract.words.frames import Frames
from timeline_app.extract.words.phrases import Match, Phrases
from timeline_app.language import load, load_all

__all__ = ["Lexicon", "Match", "Phrases", "lexicon"]


class Lexicon:
    """Everything that the stage knows of one language. Made once per language by `lexicon`."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        kinds = load_all(lang, "extract_kinds")
        forms = {f"={verb}": spelt for verb, spelt in kinds["forms"].items()}
        classes = {name: [s for word in many for s in _spelt(word, forms)] for name, many in kinds["classes"].items()}
        classes |= forms
        words = {**load(lang, "extract"), **load(lang, "extract_states"), **load(lang, "extract_parties")}
        self.words = words
        self.kinds = Phrases(
            (
                (phrase, kind, weight)
                for kind, levels in kinds["kinds"].items()
                for level, weight in (("strong", 3.0), ("plain", 2.0), ("weak", 1.0))
                for phrase in levels.get(level, ())
            ),
            classes,
        )
        self.frames = Frames(kinds["frames"], classes)
        self.nouns = Phrases((phrase, "noun", 1.0) for phrase in kinds["event_nouns"])
        self.carriers = Phrases((phrase, how, 1.0) for how, many in kinds["carriers"].items() for phrase in many)
        self.aside = frozenset(map(fold, kinds["aside"]))
        self._lists: dict[tuple[str, ...], frozenset[str]] = {}
        self._phrases: dict[tuple[str, ...], Phrases] = {}
        self._tables: dict[tuple[str, ...], dict[str, str]] = {}
        self._patterns: dict[tuple[str, ...], re.Pattern[str]] = {}

    def country_name(self, code: str) -> str:
        """The language's name of a country (ISO 3166-1 alpha-2), or ''."""
        return next((name for name, other in self.words["countries"].items() if other == code), "")

    def list(self, *path: str) -> frozenset[str]:
        """A list of single words, folded."""
        if path not in self._lists:
            self._lists[path] = frozenset(fold(word) for word in self._get(path))
        return self._lists[path]

    def phrases(self, *path: str) -> Phrases:
        """A list of phrases; or a table of lists, whose keys are the meanings."""
        if path not in self._phrases:
            value = self._get(path)
            pairs = value.items() if isinstance(value, dict) else [(".".join(path), value)]
            self._phrases[path] = Phrases((phrase, meaning, 1.0) for meaning, many in pairs for phrase in many)
        return self._phrases[path]

    def pattern(self, *path: str) -> re.Pattern[str]:
        """A regular expression, or several that stand for each other."""
        if path not in self._patterns:
            value = self._get(path)
            self._patterns[path] = _any_of(value) if isinstance(value, list) else re.compile(value)
        return self._patterns[path]

    def table(self, *path: str) -> dict[str, str]:
        """A table of words, keys folded."""
        if path not in self._tables:
            self._tables[path] = {fold(key): value for key, value in self._get(path).items()}
        return self._tables[path]

    def _get(self, path: tuple[str, ...]) -> Any:
        value: Any = self.words
        for name in path:
            if name not in value:
                raise LanguageError(f"{self.lang}/extract.toml has no {'.'.join(path)}: add it")
            value = value[name]
        return value


def _any_of(sources: Sequence[str]) -> re.Pattern[str]:
    """One expression for several; what opens a text, or a word, is tried there alone."""
    groups: dict[str, list[str]] = {"^": [], r"\b": [], "": []}
    for source in sources:
        mark = next(mark for mark in groups if source.startswith(mark))
        groups[mark].append(f"(?:{source.removeprefix(mark)})")
    return re.compile("|".join(f"{mark}(?:{'|'.join(many)})" for mark, many in groups.items() if many), re.IGNORECASE)


def _spelt(word: str, forms: Mapping[str, Sequence[str]]) -> list[str]:
    """A member of a class; of `=take over` every form."""
    verb, _, rest = word.partition(" ")
    return [f"{form} {rest}".strip() for form in forms[verb]] if verb in forms else [word]


@cache
def lexicon(lang: str) -> Lexicon:
    """The lexicon of a language, made once."""
    return Lexicon(lang)
