"""The commands that keep reports: `add`, `reports`, `remove`, and the whole timeline out and in: `save`, `restore`."""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timeline_app import pipeline
from timeline_app.cli.arguments import add_input, command
from timeline_app.errors import ReadError, StoreError

if TYPE_CHECKING:
    from timeline_app.store.database import Store


def add(commands: Any) -> None:
    """Add the commands to those of `timeline-app`."""
    keep = command(commands, "add", _add, "put a report's events on the timeline")
    add_input(keep)
    remove = command(commands, "remove", _remove, "delete a report or an import, and its events")
    remove.add_argument("id", metavar="ID", help="as `timeline-app reports` lists it")
    save = command(commands, "save", _save, "write the whole timeline into a folder of CSV and text files")
    restore = command(commands, "restore", _restore, "put the reports of such a folder back")
    for one in (save, restore):
        one.add_argument("folder", metavar="DIR")
    for one in (keep, remove, save, restore, command(commands, "reports", _reports, "list what was added")):
        one.add_argument("--database", metavar="URL", help="database to use (default: the app's)")


def _open(args: argparse.Namespace) -> Store:
    from timeline_app.store.database import Store

    return Store.open(args.database)


def _add(args: argparse.Namespace) -> int:
    from timeline_app.read import read_file

    if not args.file:
        raise ReadError("no report given: name a file")
    package = pipeline.load_package(args.data)
    article = read_file(Path(args.file), lang=args.lang, published=args.published)
    found = pipeline.mentions(article, package)
    if not found:
        raise ReadError(f"no dated event in {args.file}, so nothing was added: see why with `timeline-app extract`")
    with _open(args) as store:
        store.add(article, found)
    for mention in found:
        print(f"{mention.date}  {mention.label}")
    print(f"{article.id}: {len(found)} events of {article.title or args.file} are on the timeline")
    return 0


def _reports(args: argparse.Namespace) -> int:
    with _open(args) as store:
        articles, imports = store.articles(), store.imports()
        told = Counter(mention.article for mention in store.mentions())
    for article in articles:
        day = article.published or "no date"
        print(f"{article.id}  {day}  {told[article.id]:>4} events  {article.title or article.outlet or 'no title'}")
    for one in imports:
        print(f"{one.id}  imported    {one.count:>4} events  {one.name}")
    if not articles and not imports:
        print("nothing was added yet: add a report with `timeline-app add FILE`")
    return 0


def _remove(args: argparse.Namespace) -> int:
    with _open(args) as store:
        if args.id in {article.id for article in store.articles()}:
            store.remove_article(args.id)
        elif args.id in {one.id for one in store.imports()}:
            store.remove_import(args.id)
        else:
            raise StoreError(f"there is no report {args.id!r}: list what there is with `timeline-app reports`")
    print(f"{args.id} and its events are removed")
    return 0


def _save(args: argparse.Namespace) -> int:
    from timeline_app.export.order import shareable, withheld
    from timeline_app.store.portable import save

    package = pipeline.load_package(args.data)
    with _open(args) as store:
        events = pipeline.timeline(package, store.mentions(), further=store.events())
        save(replace(package, events=shareable(events)), store, args.folder)
        articles = len(store.articles())
    counted = f"{len(shareable(events))} events and {articles} reports are in {args.folder}."
    print(" ".join(filter(None, (counted, withheld(events)))))
    return 0


def _restore(args: argparse.Namespace) -> int:
    from timeline_app.store.portable import restore

    with _open(args) as store:
        count = restore(args.folder, store)
    print(f"{count} reports of {args.folder} are on the timeline")
    return 0
