"""What is to be written, as every writer gets it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from timeline_app.errors import ExportError
from timeline_app.export.caption import Caption
from timeline_app.export.clean import many
from timeline_app.model import Article, DataPackage, Event

if TYPE_CHECKING:
    from timeline_app.draw.layout import Options

NOT_TO_BE_PASSED_ON = frozenset({"acled"})
"""Origins of events whose terms allow a picture of them but no copy of their rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One export. `lost` is the sentence that says what the format leaves out; a writer puts it in the file.

    `articles` maps the identifier of an article to it, for the words around a quote. `package` gives the actors,
    places and periods that a data package or a picture shows beside the events. `layout` holds the choices of the
    screen (lanes, scale, range); `size` is a name of `SIZES`, `scale` multiplies the pixels of a PNG. A
    picture that stands `alone` tells few events in words; in a document the text does.
    """

    events: tuple[Event, ...]
    caption: Caption
    lost: str = ""
    articles: Mapping[str, Article] = field(default_factory=lambda: MappingProxyType({}))
    package: DataPackage | None = None
    layout: "Options | None" = None
    theme: str = "light"
    size: str = "16:9"
    scale: int = 2
    details: bool = False
    alone: bool = True


def check_quotes(events: Iterable[Event], articles: Mapping[str, Article]) -> None:
    """Raise `ExportError` where a quote does not stand in the text that is stored for it."""
    for event in events:
        for mention in event.mentions:
            article = articles.get(mention.article)
            if article and article.text[mention.start : mention.end] != mention.evidence:
                raise ExportError(
                    f"the quote of event {event.id!r} is not in the stored text of "
                    f"{mention.source.outlet or 'its source'!r}: read that report again, then export"
                )


def shareable(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events whose rows may be passed on."""
    return tuple(event for event in events if event.origin not in NOT_TO_BE_PASSED_ON)


def withheld(events: Iterable[Event], *, where: str = "") -> str:
    """What `shareable` leaves out, and where if not everywhere, as a sentence; empty where it is nothing."""
    kept_back = sorted({e.origin for e in events if e.origin in NOT_TO_BE_PASSED_ON})
    number = sum(e.origin in NOT_TO_BE_PASSED_ON for e in events)
    if not number:
        return ""
    names = " and ".join(name.upper() for name in kept_back)
    return f"The terms of {names} allow no copy of its rows: {many(number, 'event')} left out{where}."
