"""A Frictionless data package as one ZIP file: what `events/` is, for another team's timeline."""

import io
import json
import re
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path, PurePosixPath

from timeline_app.errors import DataPackageError, ExportError
from timeline_app.export.archive import packed
from timeline_app.export.cells import active, inert
from timeline_app.export.clean import many, printable
from timeline_app.export.imported import MOST_BYTES, Imported
from timeline_app.export.order import Order
from timeline_app.export.record import content_id
from timeline_app.model import Actor, Claim, DataPackage, Event, Source
from timeline_app.store.package import DESCRIPTOR, load
from timeline_app.store.package import write as write_folder

_DAMAGE = (zipfile.BadZipFile, zlib.error, struct.error, RuntimeError, EOFError, OSError, ValueError, OverflowError)
"""What `zipfile` raises at damaged or encrypted files."""

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def write(order: Order) -> bytes:
    given = order.package
    named = {name for event in order.events for name in event.actors}
    placed = {event.place for event in order.events}
    package = DataPackage(
        name=_slug(given.name if given else order.caption.title),
        title=order.caption.title,
        events=tuple(_told(_identified(event), _safe) for event in order.events),
        actors=tuple(_actor(a, _safe) for a in _with_parents(given, named)) if given else (),
        places=tuple(place for place in given.places if place.name in placed) if given else (),
        periods=given.periods if given else (),
    )
    with tempfile.TemporaryDirectory() as folder:
        try:
            write_folder(package, folder)
        except DataPackageError as error:
            raise ExportError(str(error)) from error
        return _zipped(Path(folder), order)


def _zipped(folder: Path, order: Order) -> bytes:
    descriptor = json.loads((folder / DESCRIPTOR).read_text("utf-8"))
    caption = order.caption
    about = (caption.subtitle, caption.counted() + ".", caption.dated() + ".", order.lost, caption.marking)
    descriptor["description"] = " ".join(filter(None, about))
    files = {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
    files[DESCRIPTOR] = (json.dumps(descriptor, indent=2, ensure_ascii=False) + "\n").encode()
    return packed(files.items())


def _with_parents(package: DataPackage, named: set[str]) -> list[Actor]:
    """The actors of these names and those that they belong to."""
    by_id = {actor.id: actor for actor in package.actors}
    wanted = {actor.id for actor in package.actors if actor.name in named}
    for actor in [by_id[name] for name in wanted]:
        while actor.parent in by_id and actor.parent not in wanted:
            wanted.add(actor.parent)
            actor = by_id[actor.parent]
    return [actor for actor in package.actors if actor.id in wanted]


def _safe(text: str) -> str:
    return inert(printable(text))


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") or "timeline"


def _identified(event: Event) -> Event:
    """The event with an identifier that a data package allows."""
    if _ID.fullmatch(event.id):
        return event
    name = content_id(event.id)
    return replace(event, id=name, claims=tuple(replace(claim, event=name) for claim in event.claims))


def _told(event: Event, change: Callable[[str], str]) -> Event:
    """The event with each of its free texts changed: a cell must not begin a formula."""
    return replace(
        event,
        label=change(event.label),
        summary=change(event.summary),
        claimant=change(event.claimant),
        place=change(event.place),
        actors=tuple(map(change, event.actors)),
        sources=tuple(_source(source, change) for source in event.sources),
        claims=tuple(_claim(claim, event.id, change) for claim in event.claims),
    )


def _source(source: Source, change: Callable[[str], str]) -> Source:
    told = {name: change(getattr(source, name)) for name in ("outlet", "title", "url", "author", "via")}
    return replace(source, **told)  # type: ignore[arg-type]  # a dict of texts, none of them `published`


def _claim(claim: Claim, event: str, change: Callable[[str], str]) -> Claim:
    told = {name: change(getattr(claim, name)) for name in ("value", "source", "note")}
    return replace(claim, event=event, **told)


def _actor(actor: Actor, change: Callable[[str], str]) -> Actor:
    return replace(actor, name=change(actor.name), note=change(actor.note))


def loses(events: tuple[Event, ...]) -> str:
    mentions = sum(len(event.mentions) for event in events)
    return (
        f"A data package holds what happened, not the tellings: {many(mentions, 'quote')} left out." if mentions else ""
    )


def read(data: bytes) -> Imported:
    """The events of a ZIP file with a `datapackage.json`, at its top or in one folder. Raises `ExportError`."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, tempfile.TemporaryDirectory() as folder:
            if sum(info.file_size for info in archive.infolist()) > MOST_BYTES:
                raise ExportError(f"the ZIP file holds more than {MOST_BYTES // 2**20} MB: split it")
            for info in archive.infolist():
                path = PurePosixPath(info.filename)
                if info.is_dir() or len(path.parts) > 2 or path.suffix not in (".json", ".csv") or ".." in path.parts:
                    continue
                (Path(folder) / path.name).write_bytes(
                    archive.read(info)
                )  # by its name alone: nothing leaves the folder
            package = load(folder)
    except DataPackageError as error:
        first = re.sub(r" \(\d+ more:.*", "", str(error))
        raise ExportError(f"{first} (unpack the ZIP file and run `timeline-app check` on it to see all)") from None
    except _DAMAGE as error:
        raise ExportError(f"the file is no ZIP of a data package ({error}): pack the folder and try again") from None
    return Imported(events=tuple(_told(event, active) for event in package.events))
