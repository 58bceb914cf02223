"""What a text has said so far: the country that it is about, whom it is about, and whom it named last."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from timeline_app.extract.names.name import Name, Names
from timeline_app.extract.words.units import Unit
from timeline_app.model import Article

_REACH = 600
"""Characters before a sentence in which a name is still in the reader's ear."""
_HALF = 300
"""Characters over which a name's say in where things happen is halved."""
_MAIN = 2.0
"""What the text's main country weighs beside the names near by."""
_OPENS = 30
"""Characters from its start in which a sentence opens with a name."""


@dataclass(slots=True)
class Context:
    """What the text has said before one of its sentences, and what all of it is about."""

    main: str = ""
    second: str = ""
    """The country named next to it, where it is named half as often at least; only with it do two states treat."""
    country: str = ""
    about: Name | None = None
    """The person whom the title names, where it is one."""
    last: str = ""
    """The sentence before."""
    person: Name | None = None
    group: Name | None = None
    before: tuple[Name, ...] = ()
    """Names of the last few sentences, the latest first."""
    latest: tuple[Name, ...] = ()
    """Names of the sentence before, in its order."""
    beside: tuple[Name, ...] = ()
    """Names that stand in the same evidence but outside the part of it that is parsed."""
    headed: tuple[Name, ...] = ()
    """Names of the heading that the sentence stands under."""
    called: dict[str, Name] = field(default_factory=dict)
    """Common nouns ("the court") and the name told before that each can mean."""
    known_for: dict[str, Name] = field(default_factory=dict)
    """The one actor of each kind that the whole text is about, where there is one."""
    titled: tuple[Name, ...] = ()
    """Names of the title."""
    told: dict[str, int] = field(default_factory=dict)
    """How often the whole text names each actor."""
    names: tuple[Name, ...] = ()
    """One name of each actor of the text, the most told first."""


def opening(names: Names, article: Article) -> Context:
    """What all of the text is about, before its first sentence."""
    at = article.text.find(article.title) if article.title else -1
    titled = tuple(names.within(at, at + len(article.title))) if at >= 0 else ()
    main, second = _main_countries(names, titled)
    told = Counter(n.canonical for n in names.all if n.kind != "place")
    first: dict[str, Name] = {}
    for name in names.all:
        if name.kind != "place":
            first.setdefault(name.canonical, name)
    return Context(
        main=main, second=second, known_for=_known_for(names), about=_told_of(titled), titled=titled, told=dict(told),
        names=tuple(sorted(first.values(), key=lambda n: (-told[n.canonical], n.start))),
    )  # fmt: skip


def remember(context: Context, unit: Unit, names: Names, article: Article) -> None:
    """Whom pronouns may mean: the one person, or the one party, that the sentence before names, or opens with."""
    low = max(0, unit.start - _REACH)
    before = names.within(low, unit.start)
    context.before = tuple(reversed(before))
    context.called = names.called(unit.start)
    breaks = [m.end() for m in re.finditer(r"[.!?;]\s+|\n+", article.text[low : unit.start].rstrip())]
    begun = low + (breaks[-1] if breaks else 0)
    last = [n for n in before if n.start >= begun]
    context.latest = tuple(last)
    context.last = article.text[begun : unit.start]
    context.person = _only([n for n in last if n.kind == "person"], begun)
    context.group = _only([n for n in last if n.kind not in {"person", "place"} and not n.demonym], begun)
    if context.person is None and not any(n.kind == "person" for n in last):
        context.person = context.known_for.get("person")
    told = names.within(*unit.evidence)
    context.beside = tuple(n for n in told if n.end <= unit.start or n.start >= unit.end)
    near = _weigh((n for n in before if n.start >= unit.start - 3 * _HALF), unit.start)
    if context.main:
        near[context.main] += _MAIN
    context.country = min(near, key=lambda c: (-near[c], c)) if near else ""
    at = article.text.rfind(unit.heading, 0, unit.start) if unit.heading else -1
    context.headed = tuple(names.within(at, at + len(unit.heading))) if at >= 0 else ()
    states = (n.actor.countries[0] for n in context.headed if n.kind == "state" and n.actor and n.actor.countries)
    context.country = next(states, context.country)


def _weigh(names: Iterable[Name], at: int) -> dict[str, float]:
    """How much the names speak for each country, seen from an offset of the text: near ones more, places most."""
    counts: dict[str, float] = defaultdict(float)
    for name in names:
        near = 2.0 ** (-abs(at - name.end) / _HALF) if at >= 0 else 1.0
        if name.place:
            counts[name.place.country] += 1.5 * near
        elif name.kind == "state" and name.actor and name.actor.countries:
            counts[name.actor.countries[0]] += (0.6 if name.demonym else 1.0) * near
    return counts


def _main_countries(names: Names, titled: Iterable[Name]) -> tuple[str, str]:
    """The country that the text names most, by itself, its people or its places, and the next if it is named half as
    often; the title counts double."""
    counts = _weigh(names.all, -1)
    for country, weight in _weigh(titled, -1).items():
        counts[country] += weight
    ranked = sorted(counts, key=lambda c: (-counts[c], c))
    second = ranked[1] if len(ranked) > 1 and 2 * counts[ranked[1]] >= counts[ranked[0]] else ""
    return (ranked[0] if ranked else "", second)


def _known_for(names: Names) -> dict[str, Name]:
    """For each kind of actor the one that the text is about: far more often named than any other."""
    found = {}
    for kind in ("person", "mission", "organisation", "armed_group"):
        told = [n for n in names.all if n.kind == kind]
        top = Counter(n.canonical for n in told).most_common(2)
        if top and top[0][1] >= 3 and (len(top) == 1 or top[0][1] >= 2 * top[1][1]):
            found[kind] = next(n for n in told if n.canonical == top[0][0])
    return found


def _told_of(titled: Iterable[Name]) -> Name | None:
    """The one person whom the title names."""
    people = [n for n in titled if n.kind == "person"]
    return people[0] if len({n.canonical for n in people}) == 1 else None


def _only(names: list[Name], begun: int) -> Name | None:
    """The one that is meant: the only one named, or the one with which the sentence opens."""
    if len({n.canonical for n in names}) == 1 or (names and names[0].start - begun <= _OPENS):
        return names[0]
    return None
