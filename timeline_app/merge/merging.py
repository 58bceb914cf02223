"""Which tellings belong together: the likeliest pairs first, each group only as long as all in it agree.

The result depends on what is told, never on the order in which it comes: pairs are taken by likeness and identifier.
Nothing is thrown away, so a merge is undone by leaving a mention out and merging again.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache

from timeline_app.merge.combine import combine
from timeline_app.merge.features import Features, Names, of_event, of_mention
from timeline_app.merge.likeness import NEAR_DAYS, SAME, copies, likeness
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
    @cache
    def like(left: str, right: str) -> float:
        return likeness(features[left], features[right])

    likely = [(-score, *pair) for pair in _candidates(features) if (score := like(*pair)) >= SAME]
    group: dict[str, list[str]] = {i: [i] for i in features}
    for _, left, right in sorted(likely):
        one, two = group[left], group[right]
        if one is two or sum(features[i].known for i in one + two) > 1:
            continue
        scores = [like(min(a, b), max(a, b)) for a in one for b in two]
        if min(scores) > 0 and sum(scores) / len(scores) >= SAME - 0.08:
            joined = sorted(one + two)
            group.update(dict.fromkeys(joined, joined))
    return [list(g) for g in sorted({tuple(g) for g in group.values()})]


def _candidates(features: dict[str, Features]) -> set[tuple[str, str]]:
    """Pairs worth a look: of one time and with some name in common; a known event also from another time."""
    pairs = set()
    ordered = sorted(features.values(), key=lambda f: (f.date.earliest or date.min, f.id))
    for place, one in enumerate(ordered):
        for two in ordered[place + 1 :]:
            if one.date.latest and two.date.earliest and (two.date.earliest - one.date.latest).days > NEAR_DAYS:
                break
            if not (one.known and two.known) and (one.actors & two.actors or one.stems & two.stems):
                pairs.add((min(one.id, two.id), max(one.id, two.id)))
    known = defaultdict(list)
    for one in ordered:
        for actor in one.actors if one.known else ():
            known[one.kind, actor].append(one.id)
    for one in ordered:
        for actor in one.actors if not one.known else ():
            pairs |= {(min(one.id, other), max(one.id, other)) for other in known[one.kind, actor]}
    return pairs


def _distinct(tellings: Sequence[Mention], features: dict[str, Features]) -> list[Mention]:
    """One telling of each text: copies of one agency report count once, the earliest published standing for all."""
    ordered = sorted(tellings, key=lambda m: (m.source.published is None, m.source.published, m.id))
    kept: list[Mention] = []
    for mention in ordered:
        if not any(k.article == mention.article or copies(features[k.id], features[mention.id]) for k in kept):
            kept.append(mention)
    return kept
