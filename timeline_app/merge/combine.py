"""One event from its tellings: the values most told, and every other value kept beside them as a claim."""

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from timeline_app.dates import FuzzyDate, Shape
from timeline_app.model import Claim, Event, Fatalities, Mention, Source, Status

_T = TypeVar("_T", bound=Hashable)
_RANK = {Status.REPORTED: 0, Status.CLAIMED: 1, Status.PLANNED: 2, Status.DENIED: 3}


def combine(
    tellings: Sequence[Mention], anchor: Event | None, distinct: Sequence[Mention], known: Collection[Event]
) -> Event:
    """`distinct` are the tellings that count as sources of their own; `anchor` is the known event they tell, if any."""
    sources = _sources(distinct)
    if anchor is not None:
        return replace(
            anchor,
            mentions=(*anchor.mentions, *(m for m in tellings if m.id not in {x.id for x in anchor.mentions})),
            sources=(*anchor.sources, *(s for s in sources if s not in anchor.sources)),
            claims=(*anchor.claims, *(c for c in _claims(anchor, distinct) if c not in anchor.claims)),
        )
    best = min(distinct, key=lambda m: (_RANK[m.status], -m.confidence, m.id))
    date = _date(distinct)
    place = _commonest([m.place for m in distinct if m.place], "")
    lat, lon = next(((e.lat, e.lon) for e in known if place and e.place == place and e.lat is not None), (None, None))
    event = Event(
        id="r-" + min(m.id for m in tellings),
        date=date,
        label=best.label,
        kind=_commonest([m.kind for m in distinct], best.kind),
        summary=best.evidence,
        status=_status(distinct),
        claimant=best.claimant,
        actors=_union(m.actors for m in distinct),
        countries=_union(m.countries for m in distinct),
        place=place,
        lat=lat,
        lon=lon,
        fatalities=_toll(distinct),
        salience=min(3, len(distinct)),
        origin="report",
        sources=sources,
        mentions=tuple(sorted(tellings, key=lambda m: (m.source.outlet, m.start, m.id))),
    )
    return replace(event, claims=_claims(event, distinct))


def _sources(distinct: Sequence[Mention]) -> tuple[Source, ...]:
    return tuple(
        dict.fromkeys(m.source for m in sorted(distinct, key=lambda m: (m.source.outlet, m.source.title, m.id)))
    )


def _date(distinct: Sequence[Mention]) -> FuzzyDate:
    """The date that most tellings allow, the tightest of those."""
    dates = sorted({m.date for m in distinct}, key=lambda d: (_days(d), d.edtf))
    return min(dates, key=lambda d: (-sum(d.overlaps(m.date) for m in distinct), _days(d), d.edtf))


def _days(date: FuzzyDate) -> int:
    return (date.latest - date.earliest).days if date.earliest and date.latest else 99_999


def _status(distinct: Sequence[Mention]) -> Status:
    """Asserted by one and denied by another is a claim; otherwise the firmest standing."""
    said = {m.status for m in distinct}
    if Status.DENIED in said and len(said) > 1:
        return Status.CLAIMED
    return min(said, key=_RANK.__getitem__)


def _toll(distinct: Sequence[Mention]) -> Fatalities | None:
    """From the lowest to the highest number told."""
    told = [m.fatalities for m in distinct if m.fatalities]
    return Fatalities(low=min(f.low for f in told), high=max(f.high for f in told)) if told else None


def _claims(event: Event, distinct: Sequence[Mention]) -> tuple[Claim, ...]:
    """What tellings say otherwise than the event, and, where they differ among themselves, what each says."""
    found: list[Claim] = []
    tolls = {m.fatalities for m in distinct if m.fatalities} | ({event.fatalities} if event.fatalities else set())
    blamed = {tuple(sorted(m.agents)) for m in distinct if m.agents}
    for mention in sorted(distinct, key=lambda m: (m.source.outlet, m.id)):
        source = mention.source.outlet or mention.source.title or "unnamed report"
        if not _holds(mention.date, event.date):
            found.append(Claim(event=event.id, field="date", value=mention.date.edtf, source=source))
        if (
            mention.fatalities
            and len(tolls) > 1
            and (event.origin == "report" or mention.fatalities != event.fatalities)
        ):
            low, high = mention.fatalities.low, mention.fatalities.high
            found.append(
                Claim(
                    event=event.id,
                    field="fatalities",
                    value=str(high) if low == high else f"{low}-{high}",
                    source=source,
                )
            )
        if mention.agents and _blames_other(mention, event, blamed):
            found.append(Claim(event=event.id, field="perpetrator", value="; ".join(mention.agents), source=source))
        if mention.status != event.status and Status.DENIED in {mention.status, event.status}:
            found.append(Claim(event=event.id, field="status", value=mention.status.value, source=source))
    return tuple(dict.fromkeys(found))


def _holds(said: FuzzyDate, taken: FuzzyDate) -> bool:
    """Whether two dates do not contradict each other: they share a day, or one lies in the open span of the other."""
    return said.overlaps(taken) and not (
        said.shape is taken.shape is Shape.POINT and said.exact and taken.exact and said != taken
    )


def _blames_other(mention: Mention, event: Event, blamed: set[tuple[str, ...]]) -> bool:
    if event.kind.value not in {"attack", "coup", "rebellion"}:
        return False
    if event.origin == "report":
        return len(blamed) > 1 and any(not set(mention.agents) & set(other) for other in blamed)
    return not set(mention.agents) & set(event.actors)


def _union(many: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """All values, those told most often first."""
    counts = Counter(value for values in many for value in dict.fromkeys(values))
    return tuple(sorted(counts, key=lambda v: (-counts[v], v)))


def _commonest(values: Sequence[_T], otherwise: _T) -> _T:
    counts = Counter(values)
    return min(counts, key=lambda v: (-counts[v], str(v))) if counts else otherwise
