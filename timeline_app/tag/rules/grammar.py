"""A language's `tag.toml` as compiled rules, read once per process. How to write one is told in `tag/README.md`."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

from timeline_app.errors import LanguageError
from timeline_app.language import load_all
from timeline_app.tag.calendar.meaning import Meaning
from timeline_app.tag.rules.alphabet import CAPITAL, PLURAL, SMALL, Alphabet
from timeline_app.tag.rules.cues import Cues
from timeline_app.tag.rules.means import COUNTING, MEANS, Slots
from timeline_app.tag.rules.numerals import number_classes
from timeline_app.tag.rules.pattern import Compiled, Notation, Slot, WordClass, any_of, charset, compile_pattern


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A way of naming a time. `means` makes its meaning of the slots, `given` are slots that the rule fills itself."""

    name: str
    regex: str
    means: Callable[[Slots], Meaning | None]
    given: Mapping[str, object]
    slots: tuple[Slot, ...]
    brackets: tuple[str, ...]
    joins: str
    where: str
    rank: int
    second: frozenset[str] | None
    """The symbols of which one stands second in every match; `None`: any, or the end of the text."""

    @cached_property
    def match(self) -> Callable[..., re.Match[str] | None]:
        """Its regular expression, compiled when a text first has a word that it may begin with: one text needs few."""
        return re.compile(self.regex).match


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """What the engine knows of a language. `starts` maps a symbol to the rules that may begin with it, `pairs` two
    symbols to those that may begin with both: they are found when a text has them."""

    lang: str
    alphabet: Alphabet
    classes: Mapping[str, WordClass]
    starts: Mapping[str, tuple[Rule, ...]]
    triggers: tuple[str, ...]
    data: Mapping[str, Any]
    cues: Cues
    pairs: dict[str, tuple[Rule, ...]] = field(default_factory=dict, hash=False)

    def beginning(self, two: str) -> tuple[Rule, ...]:
        """The rules that may begin with these two symbols; with one alone at the end of a text."""
        found = self.pairs.get(two)
        if found is None:
            rules = self.starts.get(two[0], ())
            found = tuple(rule for rule in rules if rule.second is None or two[1:] in rule.second)
            self.pairs[two] = found
        return found


@cache
def grammar(lang: str) -> Grammar:
    """The compiled grammar of a language. Raises `LanguageError` where a rule has a fault; it names the rule."""
    data = load_all(lang, "tag")
    about = data.get("language", {})
    alphabet = Alphabet(plural=about.get("plural_endings", ()))
    classes = _classes(data, alphabet)
    common = {alphabet.add(word) for word in about.get("common_words", ())}
    words = {symbol: written for written, symbol in reversed(alphabet.items())}

    @cache
    def rarity(symbols: frozenset[str]) -> float:
        """Long words tell more than short ones; a number tells little, a word of the notation's own nothing."""
        return min((0.5 if symbol in common else _weight(symbol, words) for symbol in symbols), default=0)

    notation = Notation(alphabet, classes, data.get("parts", {}), rarity)
    starts: dict[str, list[Rule]] = {}
    needs: set[str] = set()
    for rank, entry in enumerate(data.get("rule", ())):
        patterns = entry["pattern"] if isinstance(entry["pattern"], list) else [entry["pattern"]]
        for pattern in patterns:
            where = f"{lang}/tag.toml, rule {entry.get('name', '?')!r}"
            compiled = compile_pattern(pattern, notation, where)
            rule = _rule(entry, compiled, notation, where, rank)
            needs |= compiled.piece.need
            for symbol in compiled.piece.first:
                starts.setdefault(symbol, []).append(rule)
    return Grammar(
        lang=lang,
        alphabet=alphabet,
        classes=classes,
        starts={symbol: tuple(rules) for symbol, rules in starts.items()},
        triggers=_triggers(needs, alphabet),
        data=data,
        cues=Cues.of(data),
    )


def _rule(entry: Mapping[str, Any], compiled: Compiled, notation: Notation, where: str, rank: int) -> Rule:
    regex = compiled.piece.regex
    if entry.get("not_after"):
        regex = f"(?<!{_one_symbol(entry['not_after'], notation)}){regex}"
    if entry.get("after"):
        regex = f"(?<={_one_symbol(entry['after'], notation)}){regex}"
    for key, look in (("not_before", "(?!"), ("before", "(?=")):
        if entry.get(key):
            inside = compile_pattern(entry[key], notation, where).piece.regex
            regex += f"{look}{re.sub('[?]P<[^>]+>', '?:', inside)})"
    try:
        means = MEANS[entry["means"]]
    except KeyError:
        known = ", ".join(sorted(MEANS))
        raise LanguageError(f"{where}: means must be one of {known}, not {entry.get('means')!r}") from None
    if entry["means"] in COUNTING and "unit" not in {*entry.get("with", {}), *(slot.name for slot in compiled.slots)}:
        raise LanguageError(f"{where}: {entry['means']} counts units: name one, as <unit>, or give it in with")
    return Rule(
        name=entry["name"],
        regex=regex,
        means=means,
        given=entry.get("with", {}),
        slots=tuple(compiled.slots),
        brackets=tuple(compiled.brackets),
        joins=entry.get("joins", ""),
        where=entry.get("where", ""),
        rank=rank,
        second=None if compiled.piece.single else compiled.piece.second,
    )


def _one_symbol(pattern: str, notation: Notation) -> str:
    """A character set for what may stand just before a rule: words, classes and marks, one symbol each."""
    symbols = ""
    for option in pattern.split("|"):
        option = option.strip()
        if option.startswith("<"):
            symbols += "".join(notation.classes[option[1:-1]].first)
        else:
            symbols += notation.alphabet.add(option)
    return charset(symbols)


def _classes(data: Mapping[str, Any], alphabet: Alphabet) -> dict[str, WordClass]:
    about, words = data.get("language", {}), data.get("words", {})
    classes = {
        name: _word_class({alphabet.add(word): atom(key) for key, forms in entries.items() for word in forms})
        for name, entries in words.items()
    }
    classes |= number_classes(
        alphabet,
        {alphabet.add(word): float(key) for key, forms in words.get("number", {}).items() for word in forms},
        about.get("number_joins", ()),
        {alphabet.add(word): int(key) for key, forms in words.get("ordinal", {}).items() for word in forms},
        about.get("ordinal_suffixes", ()),
        about.get("decimal", "."),
    )
    plain = frozenset(symbol for name in about.get("plain", ()) for symbol in classes[name].first)
    for name, symbols in (("other", plain | {SMALL}), ("others", {PLURAL}), ("name", {CAPITAL})):
        of = frozenset(symbols)
        classes[name] = WordClass(charset("".join(symbols)), lambda _, t: " ".join(t), of, single=True)
    return classes


def _word_class(entries: Mapping[str, object]) -> WordClass:
    return WordClass(
        any_of(entries), lambda s, _: entries.get(s), frozenset(entry[0] for entry in entries), tuple(entries)
    )


def atom(key: str) -> object:
    """What a word means, as the data names it: a number where it looks like one, else a name."""
    return int(key) if re.fullmatch(r"-?\d+", key) else float(key) if re.fullmatch(r"\d+\.\d+", key) else key


def _weight(symbol: str, words: Mapping[str, str]) -> float:
    if symbol in (SMALL, CAPITAL, PLURAL):
        return 0
    written = words.get(symbol, "0")
    return len(written) if written[0].isalpha() else 2.5 if written[0].isdigit() else 0


def _triggers(needs: set[str], alphabet: Alphabet) -> tuple[str, ...]:
    """The words and digits of which a text must hold one for any rule to match, in small letters."""
    found = {written.lower() for written, symbol in alphabet.items() if symbol in needs and written[0].isalpha()}
    return tuple(sorted(found | set("0123456789")))
