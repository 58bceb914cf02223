"""How likely two tellings are of one event, from 0 to 1."""

from timeline_app.dates import FuzzyDate, Shape
from timeline_app.merge.features import STEM, Features
from timeline_app.model import Kind

SAME = 0.58
"""From here on two tellings are one event. Weights and bound were set by the tellings of tests/merge."""
NEAR_DAYS = 3
"""Days that two dates of one event may lie apart, by a slip or a night."""
RARE = 0.12
"""What it adds that both are coups: a country has few."""
MIDST = 0.2
"""Agreement of dates where one is a moment in the midst of what the other says lasted."""
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


WEIGHTS = {"when": 0.30, "words": 0.26, "parties": 0.16, "kind": 0.14, "site": 0.14}
"""How much each agreement counts; they add up to 1."""


def likeness(a: Features, b: Features) -> float:
    """0 where they cannot be one event; from `SAME` on they are. Little above 1 at most."""
    when, words = _dates(a.date, b.date), _overlap(a.stems, b.stems)
    kind = _kinds(a.kind, b.kind, same_day=when == 1.0)
    if not kind or _apart(a, b, when, words):
        return 0.0
    if kind == 1.0 and a.date == b.date and copies(a, b):
        return 1.0
    parties = _overlap(a.actors, b.actors) if a.actors and b.actors else 0.3
    if not when:
        # Another date altogether: only where all else is the same, and then it is a disagreement worth showing.
        sure = kind == 1.0 and parties >= 0.5 and words >= 0.5 and _days_apart(a.date, b.date) <= 800
        return SAME + 0.01 if sure and (a.known or b.known) else 0.0
    agreed = {"when": when, "words": min(1.0, 1.4 * words), "parties": parties, "kind": kind, "site": _sites(a, b)}
    rare = RARE * kind if Kind.COUP in (a.kind, b.kind) and a.date.overlaps(b.date) else 0.0
    return sum(WEIGHTS[name] * value for name, value in agreed.items()) + rare


def _apart(a: Features, b: Features, when: float, words: float) -> bool:
    """Whether something rules out that they are one event."""
    two_speakers = a.kind == b.kind == Kind.DIPLOMACY and a.persons and b.persons and not a.persons & b.persons
    two_regions = a.countries and b.countries and not a.countries & b.countries and not a.actors & b.actors
    two_places = a.place and b.place and a.place != b.place and (words < 0.5 or _two_targets(a, b))
    # One text tells an event again in nearly the same words, or tells another event.
    one_text = a.article and a.article == b.article and (when < 0.8 or words < 0.5)
    in_the_midst = when == MIDST and words < 0.6
    return bool((a.known and b.known) or two_speakers or two_regions or two_places or one_text or in_the_midst)


def _two_targets(a: Features, b: Features) -> bool:
    """Whether both are struck places of which neither telling names the other's: two attacks in the same words."""
    local = {Kind.ATTACK, Kind.REBELLION, Kind.HUMANITARIAN}
    return a.kind in local and b.kind in local and not (_names_place(a, b.place) or _names_place(b, a.place))


def _names_place(a: Features, place: str) -> bool:
    return all(word[:STEM] in a.stems for word in place.split() if len(word) > 3)


def _kinds(a: Kind, b: Kind, *, same_day: bool) -> float:
    if a == b:
        return 1.0
    return 0.5 if frozenset({a, b}) in _NEAR else 0.2 if same_day else 0.0


def _sites(a: Features, b: Features) -> float:
    if a.place and b.place:
        return 1.0 if a.place == b.place else 0.0
    if not (a.place or b.place):
        return 0.5
    return 0.8 if _names_place(*((b, a.place) if a.place else (a, b.place))) else 0.4


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
        return 0.55 if apart == 1 and tight else 0.4 if apart <= NEAR_DAYS and tight else 0.0
    if (a.shape is Shape.SPAN) != (b.shape is Shape.SPAN):
        span, point = (a, b) if a.shape is Shape.SPAN else (b, a)
        if _length(span) > 10:
            return 0.55 if _at_an_end(span, point) else MIDST
    short, long = sorted((_length(a), _length(b)))
    return 0.85 if long <= 10 else 0.75 if long <= 31 else 0.6 if short <= 31 else 0.7


def _at_an_end(span: FuzzyDate, point: FuzzyDate) -> bool:
    """Whether it is near the beginning or the end of what lasted; in its midst other things happen."""
    ends = [end for end in (span.earliest, span.latest) if end]
    days = [day for day in (point.earliest, point.latest) if day]
    return any(abs((end - day).days) <= 31 for end in ends for day in days)


def _days_apart(a: FuzzyDate, b: FuzzyDate) -> int:
    """Days between the nearest ends of two dates; 0 where they share a day."""
    if a.overlaps(b):
        return 0
    first, second = (a, b) if (a.latest and b.earliest and a.latest < b.earliest) else (b, a)
    return (second.earliest - first.latest).days if second.earliest and first.latest else 10_000


def _length(a: FuzzyDate) -> int:
    return (a.latest - a.earliest).days + 1 if a.earliest and a.latest else 10_000
