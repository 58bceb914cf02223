"""What every picture and document says of itself: what it shows, how much of it, as of when, and from whom."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from timeline_app.dates import FuzzyDate
from timeline_app.export.clean import clean, many
from timeline_app.model import Event
from timeline_app.wording import say_date


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """The words of a picture. `as_of` is given by whoever reads the clock; `sources` are outlets, most used first.

    `subtitle` tells the filters in words, `total` counts the events before filtering, `marking` is a handling
    marking such as "For internal use" that stands at the top and the bottom; empty: none.
    """

    title: str
    as_of: date
    shown: int
    total: int
    subtitle: str = ""
    sources: tuple[str, ...] = ()
    marking: str = ""

    @classmethod
    def of(
        cls,
        events: Iterable[Event],
        *,
        title: str,
        as_of: date,
        total: int | None = None,
        subtitle: str = "",
        marking: str = "",
    ) -> "Caption":
        """The caption of these events: their number and outlets counted."""
        shown = list(events)
        return cls(
            title=clean(title),
            subtitle=clean(subtitle),
            as_of=as_of,
            shown=len(shown),
            total=len(shown) if total is None else total,
            sources=outlets(shown),
            marking=clean(marking),
        )

    def counted(self, labelled: int | None = None) -> str:
        """ "120 of 231 events, 45 labelled"; without a number of labels that part is left out."""
        told = f"{self.shown:,} of {many(self.total, 'event')}"
        return told if labelled is None else f"{told}, {labelled:,} labelled"

    def dated(self) -> str:
        return f"As of {say_date(FuzzyDate.on(self.as_of))}"

    def named_sources(self, most: int = 6) -> str:
        """ "Sources: Reuters, AFP and 12 others"."""
        if not self.sources:
            return "Sources: none given"
        named, others = self.sources[:most], len(self.sources) - most
        if others == 1:
            named, others = self.sources, 0
        if others > 0:
            return f"Sources: {', '.join(named)} and {others} others"
        return "Sources: " + (f"{', '.join(named[:-1])} and {named[-1]}" if len(named) > 1 else named[0])


def outlets(events: Iterable[Event]) -> tuple[str, ...]:
    """Names of the outlets, each event counted once for each, most used first, then by name."""
    found: Counter[str] = Counter()
    for event in events:
        told = {clean(s.outlet or s.via) for s in (*event.sources, *(m.source for m in event.mentions))}
        found.update(told - {""})
    return tuple(sorted(found, key=lambda name: (-found[name], name)))
