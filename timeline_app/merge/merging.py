"""Which tellings belong together: the likeliest pairs first, each group only as long as all in it agree.

The result depends on what is told, never on the order in which it comes: pairs are taken by likeness and identifier.
Nothing is thrown away, so a merge is undone by leaving a mention out and merging again.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from timeline_app.merge.combine import combine
from timeline_app.merge.features import Features, Names, of_event, of_mention
from timeline_app.merge.likeness import SAME, copies, likeness
from timeline_app.model import Actor, Event, Mention


def merge(mentions: Iterable[Mention], known: Sequence[Event] = (), *, actors: Sequence[Actor] = ()) -> list[Event]:
    """The events of the mentions, and the known ones with the mentions that tell them; sorted by date and identifier.

    Known events keep their own values; where a report differs, `Event.claims` holds what it says. `actors` bring the
    names that one party has in several languages together.
    """
    told = {m.id: m for m in sorted(mentions, key=lambda m: m.id)}
    base = {event.id: event for event in known}
    names = Names(actors)
    features = {i: of_mention(m, names) for i, m in told.items()}
    features.update({event.id: of_event(event, names) for event in known})
    groups = _groups(features)
    events = []
    for members in groups:
        anchor = next((base[i] for i in members if i in base), None)
        tellings = [told[i] for i in members if i in told]
        if anchor is not None and not tellings:
            events.append(anchor)
        else:
            events.append(combine(tellings, anchor, _distinct(tellings, features), base.values()))
    return sorted(events, key=lambda event: (event.date, event.id))


def _groups(features: dict[str, Features]) -> list[list[str]]:
    pairs = []
    for a, b in _candidates(features):
        score = 1.0 if copies(a, b) and a.date == b.date and a.kind == b.kind else likeness(a, b)
        if score >= SAME:
            pairs.append((-score, min(a.id, b.id), max(a.id, b.id)))
    group: dict[str, list[str]] = {i: [i] for i in features}
    for _, left, right in sorted(pairs):
        one, two = group[left], group[right]
        if one is two or not _agree(one, two, features):
            continue
        joined = sorted(one + two)
        for member in joined:
            group[member] = joined
    return [list(g) for g in sorted({tuple(g) for g in group.values()})]


def _candidates(features: dict[str, Features]) -> Iterable[tuple[Features, Features]]:
    """Pairs worth a look, each once: with some actor, place or name in common."""
    ordered = [features[i] for i in sorted(features)]
    by_key: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(ordered):
        for key in one.stems | one.actors:
            by_key[key].append(place)
    seen = set()
    for places in by_key.values():
        told = [p for p in places if not ordered[p].known]
        for left in told:
            for right in places:
                if left != right and (pair := (min(left, right), max(left, right))) not in seen:
                    seen.add(pair)
                    yield ordered[pair[0]], ordered[pair[1]]


def _agree(one: list[str], two: list[str], features: dict[str, Features]) -> bool:
    """Whether two groups may be one: at most one known event, and no pair that cannot be the same event."""
    if sum(features[i].known for i in one + two) > 1:
        return False
    scores = [likeness(features[a], features[b]) for a in one for b in two]
    return min(scores) > 0 and sum(scores) / len(scores) >= SAME - 0.08


def _distinct(tellings: Sequence[Mention], features: dict[str, Features]) -> list[Mention]:
    """One telling of each text: copies of one agency report count once, the earliest published standing for all."""
    ordered = sorted(tellings, key=lambda m: (m.source.published is None, m.source.published, m.id))
    kept: list[Mention] = []
    for mention in ordered:
        if not any(k.article == mention.article or copies(features[k.id], features[mention.id]) for k in kept):
            kept.append(mention)
    return kept
