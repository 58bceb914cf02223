"""What may be wished of a picture."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from timeline_app.draw.coverage import Covered
from timeline_app.model import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What may be wished of a picture. Sizes are CSS pixels.

    `height`: labels and lanes are fitted into it as far as that goes without cutting; `None`: as high as it needs.
    `lanes` is country, actor, kind, source or none; `order` is "count", "first" or lane keys by hand; `groups` names
    the group of a key (actors by what they are), `names` its title where that is not the key itself, `countries` what
    the data package calls a country, by ISO code. `scale` is linear, compressed or steps. `start` and `end` are the
    first and last day shown, `None`: as the events have it. `today` closes what still goes on; without it the last day
    that any event knows does. `most_labels` 0 draws none.
    `covered` is what `coverage` makes of all events, before any filter: the rest is hatched as not covered.
    Above `bins_over` events the picture counts instead of showing each.
    """

    width: float = 1200.0
    height: float | None = None
    lanes: str = "country"
    order: str | tuple[str, ...] = "count"
    most_lanes: int = 12
    names: Mapping[str, str] = field(default_factory=dict, hash=False)
    countries: Mapping[str, str] = field(default_factory=dict, hash=False)
    groups: Mapping[str, str] = field(default_factory=dict, hash=False)
    scale: str = "linear"
    start: date | None = None
    end: date | None = None
    today: date | None = None
    periods: tuple[Period, ...] = ()
    covered: Covered = field(default_factory=dict, hash=False)
    most_labels: int = 25
    font: float = 12.0
    bins_over: int = 3000
    overview: bool = True
    legend: bool = True
