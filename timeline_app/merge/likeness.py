"""How likely two tellings are of one event, from 0 to 1."""

from timeline_app.dates import FuzzyDate, Shape
from timeline_app.merge.features import Features
from timeline_app.model import Kind

SAME = 0.58
"""From here on two tellings are one event; measured on the pairs of tests/merge."""
COPY = 0.6
"""Share of common shingles from which two sentences are copies of one text."""

_NEAR = frozenset(
    map(
        frozenset,
        (
            (Kind.ATTACK, Kind.REBELLION),
            (Kind.ATTACK, Kind.HUMANITARIAN),
            (Kind.ATTACK, Kind.COUP),
            (Kind.ATTACK, Kind.DEPLOYMENT),
            (Kind.ATTACK, Kind.PROTEST),
            (Kind.COUP, Kind.REBELLION),
            (Kind.COUP, Kind.POLITICS),
            (Kind.DIPLOMACY, Kind.AGREEMENT),
            (Kind.DIPLOMACY, Kind.SANCTION),
            (Kind.DIPLOMACY, Kind.WITHDRAWAL),
            (Kind.DIPLOMACY, Kind.POLITICS),
            (Kind.WITHDRAWAL, Kind.DEPLOYMENT),
            (Kind.WITHDRAWAL, Kind.AGREEMENT),
            (Kind.PROTEST, Kind.POLITICS),
        ),
    )
)
"""Kinds that reports give to one and the same event."""


def likeness(a: Features, b: Features) -> float:
    """0 where they cannot be one event; from `SAME` on they are."""
    when = _dates(a.date, b.date)
    kind = 1.0 if a.kind == b.kind else 0.5 if frozenset({a.kind, b.kind}) in _NEAR else 0.0
    if (a.known and b.known) or not kind:
        return 0.0
    if a.article and a.article == b.article and not when:
        return 0.0
    if a.countries and b.countries and not a.countries & b.countries:
        return 0.0
    words = _overlap(a.stems, b.stems)
    parties = _overlap(a.actors, b.actors) if a.actors and b.actors else 0.3
    site = 0.5
    if a.place and b.place:
        site = 1.0 if a.place == b.place else 0.0
    elif a.place or b.place:
        named = (a.place or b.place).split()
        other = b.stems if a.place else a.stems
        site = 0.8 if named and all(w[:5] in other for w in named if len(w) > 3) else 0.4
    score = 0.30 * when + 0.14 * kind + 0.16 * parties + 0.14 * site + 0.26 * min(1.0, 1.4 * words)
    if not when:
        # Another date altogether: only where all else is the same, and then it is a disagreement worth showing.
        far = _days_apart(a.date, b.date)
        sure = kind == 1.0 and parties >= 0.5 and words >= 0.5 and far <= 800
        return SAME + 0.01 if sure and (a.known or b.known) else 0.0
    if a.place and b.place and a.place != b.place and words < 0.5:
        return 0.0
    if a.article and a.article == b.article:
        # One text tells an event again in nearly the same words, or tells another event.
        return score if when >= 0.8 and words >= 0.5 else 0.0
    return score


def copies(a: Features, b: Features) -> bool:
    """Whether two sentences are the same text, lightly changed."""
    small = min(len(a.shingles), len(b.shingles))
    return small >= 4 and len(a.shingles & b.shingles) / small >= COPY


def _overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """Share of the smaller set that is in the other, held back where that is very small."""
    if not a or not b:
        return 0.0
    shared = len(a & b)
    return 0.5 * shared / min(len(a), len(b)) + 0.5 * 2 * shared / (len(a) + len(b))


def _dates(a: FuzzyDate, b: FuzzyDate) -> float:
    """1 for the same days, less where one only holds the other, 0 where they are more than days apart."""
    if a.edtf == b.edtf:
        return 1.0
    apart = _days_apart(a, b)
    if apart:
        tight = _length(a) <= 3 and _length(b) <= 3
        return 0.55 if apart == 1 and tight else 0.4 if apart <= 3 and tight else 0.0
    if (a.shape is Shape.SPAN) != (b.shape is Shape.SPAN):
        return 0.55
    short, long = sorted((_length(a), _length(b)))
    return 0.85 if long <= 10 else 0.75 if long <= 31 else 0.6 if short <= 31 else 0.7


def _days_apart(a: FuzzyDate, b: FuzzyDate) -> int:
    """Days between the nearest ends of two dates; 0 where they share a day."""
    if a.overlaps(b):
        return 0
    first, second = (a, b) if (a.latest and b.earliest and a.latest < b.earliest) else (b, a)
    return (second.earliest - first.latest).days if second.earliest and first.latest else 10_000


def _length(a: FuzzyDate) -> int:
    return (a.latest - a.earliest).days + 1 if a.earliest and a.latest else 10_000
