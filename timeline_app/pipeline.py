"""The order of the stages, on one page; the only module that knows it.

    bytes --read--> Article --tag--> [TimeExpression] --extract--> [Mention] --merge--> [Event]

Each stage is imported when it is first needed, so that a command pays only for what it does.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from timeline_app.model import Article, DataPackage, Event, Mention, TimeExpression

if TYPE_CHECKING:
    from timeline_app.extract import Gazetteer


def load_package(path: Path | str | None = None) -> DataPackage:
    """The data package in a folder; without a path the one that ships. Raises `DataPackageError`."""
    from timeline_app.store.package import DEFAULT, load

    return load(Path(path) if path else DEFAULT)


def gazetteer(package: DataPackage) -> Gazetteer:
    """The names of a data package, ready to be looked for. Built once per package and process."""
    return _gazetteers(_Same(package))


def time_expressions(article: Article, package: DataPackage | None = None) -> list[TimeExpression]:
    """Every time the text names, in its order. A package lets it date "a year after the coup"."""
    from timeline_app.tag import tag

    known = [(event.label, event.date) for event in package.events] if package else []
    return tag(article.text, article.lang, article.published, known=known)


def mentions(
    article: Article,
    package: DataPackage,
    *,
    times: list[TimeExpression] | None = None,
    parser: bool = True,
) -> list[Mention]:
    """The events that an article dates, in the order of the text. `parser=False` does without the dependency parse."""
    from timeline_app.extract import extract

    found = time_expressions(article, package) if times is None else times
    return extract(article, found, gazetteer(package), parser=parser)


def timeline(package: DataPackage, told: Iterable[Mention] = (), *, further: Iterable[Event] = ()) -> tuple[Event, ...]:
    """The package's events, further ones (imported files) and those of the mentions, merged, by their dates."""
    from timeline_app.merge import merge

    # What was exported and imported again is the event that it was.
    tellings, known = list(told), {event.id: event for event in (*further, *package.events)}.values()
    events = merge(tellings, tuple(known), actors=package.actors) if tellings else tuple(known)
    return tuple(sorted(events, key=lambda event: (event.date, event.id)))


class _Same:
    """A cache key that is equal to itself alone: a package is compared by identity, never by its thousand values."""

    __slots__ = ("package",)

    def __init__(self, package: DataPackage) -> None:
        self.package = package

    def __hash__(self) -> int:
        return id(self.package)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.package is self.package


@lru_cache(maxsize=4)
def _gazetteers(key: _Same) -> Gazetteer:
    from timeline_app.extract import Gazetteer

    return Gazetteer.of(key.package)
