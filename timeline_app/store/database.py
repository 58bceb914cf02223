"""`Store`: the articles that a user added, what was kept of them, and imported events, in SQLite or PostgreSQL.

A mention is stored only with the article that it quotes, and what it quotes is looked up in the stored text on the way
in and on the way out.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Self

import sqlalchemy as sa

from timeline_app.errors import StoreError
from timeline_app.model import Article, Event, Mention
from timeline_app.store.connect import (
    connect,
    default_url,
    errors_of,
    let_readers_and_a_writer_work_at_once,
    name_of,
    read_url,
)
from timeline_app.store.migrations import ARTICLES, EVENTS, IMPORTS, MENTIONS, STATE, is_current, migrate
from timeline_app.store.quotes import check_quotes, check_storable
from timeline_app.store.rows import article_of, article_row, content_id, event_of, event_row, mention_of, mention_row


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """Events that came together from one file."""

    id: str
    name: str
    count: int


class Store:
    """An open database. May be used by several threads; several processes may have it open."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine

    @classmethod
    def open(cls, url: str | None = None) -> Self:
        """Open a database, made or brought up to date where need be.

        `None` is `TIMELINE_DATABASE_URL`, else a SQLite file in the user's data directory; a path is a SQLite file.
        Raises `StoreError` where it cannot be reached or written, is not ours, or is of a newer program.
        """
        address = read_url(url or default_url())
        store = cls(connect(address))
        try:
            with store._reading() as connection:
                current = is_current(connection)
            if not current:
                with store._writing() as connection:
                    migrate(connection)
                with errors_of(address):
                    let_readers_and_a_writer_work_at_once(store._engine)
        except StoreError as error:
            store.close()
            name, said = name_of(address), str(error)
            raise StoreError(said if said.startswith(f"{name}:") else f"{name}: {said}") from error
        return store

    def close(self) -> None:
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def version(self) -> int:
        """A number that grows whenever the content changes, by whichever process."""
        with self._reading() as connection:
            return int(connection.execute(sa.select(STATE.c.version)).scalar_one())

    def add(self, article: Article, mentions: Iterable[Mention], *, kept: Collection[str] | None = None) -> None:
        """Store an article and its mentions; adding them again changes nothing.

        `kept` are the ids of the mentions that go on the timeline (`None`: all). What is there already under the same
        id takes the values given now. Raises `StoreError`, and stores nothing, where a mention is not of this article
        or quotes what its text does not say.
        """
        told = {mention.id: mention for mention in mentions}
        check_storable(article)
        for mention in told.values():
            if mention.article != article.id:
                raise StoreError(f"mention {mention.id} is of article {mention.article}: add it with that article")
            check_quotes(mention, article.text)
        with self._writing() as connection:
            changed = _put(connection, ARTICLES, ARTICLES.c.id == article.id, {article.id: article_row(article)})
            rows = {id: {**mention_row(m), "kept": kept is None or id in kept} for id, m in told.items()}
            changed |= _put(connection, MENTIONS, MENTIONS.c.article == article.id, rows)
            _count(connection, changed)

    def articles(self) -> tuple[Article, ...]:
        """All articles, in the order in which they came in."""
        with self._reading() as connection:
            rows = connection.execute(sa.select(ARTICLES).order_by(ARTICLES.c.number)).mappings().all()
        return tuple(article_of(row) for row in rows)

    def mentions(self, *, kept: bool | None = True) -> tuple[Mention, ...]:
        """What stands on the timeline (`False`: what was taken off, `None`: both), in the order of coming in.

        Raises `StoreError` where a stored mention quotes what the stored text does not say.
        """
        query = sa.select(MENTIONS).order_by(MENTIONS.c.number)
        if kept is not None:
            query = query.where(MENTIONS.c.kept == kept)
        with self._reading() as connection:
            rows = connection.execute(query).mappings().all()
            rows_of_text = connection.execute(sa.select(ARTICLES.c.id, ARTICLES.c.text)).all()
        texts = {row.id: row.text for row in rows_of_text}
        mentions = tuple(mention_of(row) for row in rows)
        for mention in mentions:
            check_quotes(mention, texts[mention.article])
        return mentions

    def keep_mention(self, id: str, *, kept: bool = True) -> None:
        """Put a stored mention on the timeline, or take it off. An unknown id is no error."""
        with self._writing() as connection:
            wanted = sa.update(MENTIONS).where(MENTIONS.c.id == id, MENTIONS.c.kept != kept)
            _count(connection, connection.execute(wanted.values(kept=kept)).rowcount > 0)

    def remove_mention(self, id: str) -> None:
        """Take a mention off the timeline; `keep_mention` brings it back."""
        self.keep_mention(id, kept=False)

    def remove_article(self, id: str) -> None:
        """Delete an article and all its mentions, for good. An unknown id is no error."""
        with self._writing() as connection:
            _count(connection, connection.execute(sa.delete(ARTICLES).where(ARTICLES.c.id == id)).rowcount > 0)

    def add_import(self, name: str, events: Iterable[Event]) -> str:
        """Store events that came from a file, and give the identifier of the import.

        The same events are the same import: adding them again changes nothing but the name. Quotes are not stored, as
        the texts that they are from did not come along.
        """
        told = [event_row(event) for event in events]
        id = content_id(told)
        with self._writing() as connection:
            row = {"name": name.replace("\0", ""), "count": len(told)}
            changed = _put(connection, IMPORTS, IMPORTS.c.id == id, {id: row})
            there = connection.execute(sa.select(EVENTS.c.number).where(EVENTS.c["import"] == id).limit(1)).first()
            if told and there is None:
                connection.execute(sa.insert(EVENTS), [{"import": id, "event": row} for row in told])
            _count(connection, changed)
        return id

    def imports(self) -> tuple[Import, ...]:
        """What was imported, in the order of coming in."""
        with self._reading() as connection:
            rows = connection.execute(sa.select(IMPORTS).order_by(IMPORTS.c.number)).mappings().all()
        return tuple(Import(id=row["id"], name=row["name"], count=row["count"]) for row in rows)

    def events(self) -> tuple[Event, ...]:
        """The events of all imports; one that several files bring is there once, as the first of them has it."""
        query = sa.select(EVENTS.c.event).join(IMPORTS).order_by(IMPORTS.c.number, EVENTS.c.number)
        with self._reading() as connection:
            events = [event_of(row) for row in connection.execute(query).scalars()]
        return tuple({event.id: event for event in reversed(events)}.values())[::-1]

    def remove_import(self, id: str) -> None:
        """Delete an import and its events, for good. An unknown id is no error."""
        with self._writing() as connection:
            _count(connection, connection.execute(sa.delete(IMPORTS).where(IMPORTS.c.id == id)).rowcount > 0)

    @contextmanager
    def _reading(self) -> Iterator[sa.Connection]:
        # All queries see one state: a mention is read together with the article that it quotes.
        snapshot = {"isolation_level": "REPEATABLE READ"} if self._engine.dialect.name == "postgresql" else {}
        engine = self._engine.execution_options(**snapshot)
        with errors_of(self._engine.url), engine.begin() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[sa.Connection]:
        engine = self._engine.execution_options(writes=True)
        with errors_of(self._engine.url), engine.begin() as connection:
            if connection.dialect.name == "postgresql":  # SQLite has one writer anyway
                connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_LOCK)))
            yield connection


_LOCK = int.from_bytes(b"timeline")
"""Key of the lock that writers of one PostgreSQL database wait for."""


def _put(
    connection: sa.Connection, table: sa.Table, where: sa.ColumnElement[bool], rows: Mapping[str, dict[str, Any]]
) -> bool:
    """Insert or update rows by their ids, all of which `where` finds if they are there; whether anything changed."""
    there = {row["id"]: row for row in connection.execute(sa.select(table).where(where)).mappings()}
    new = [{"id": id, **row} for id, row in rows.items() if id not in there]
    if new:
        connection.execute(sa.insert(table), new)
    differing = {
        id: changes
        for id, row in rows.items()
        if id in there and (changes := {name: value for name, value in row.items() if there[id][name] != value})
    }
    for id, changes in differing.items():
        connection.execute(sa.update(table).where(table.c.id == id).values(**changes))
    return bool(new or differing)


def _count(connection: sa.Connection, changed: bool) -> None:
    if changed:
        connection.execute(sa.update(STATE).values(version=STATE.c.version + 1))
