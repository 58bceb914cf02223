"""From a URL to an engine: SQLite that several threads and processes share, or PostgreSQL."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa
from platformdirs import user_data_path

from timeline_app.errors import StoreError

VARIABLE = "TIMELINE_DATABASE_URL"

WAIT = 15
"""Seconds to wait for a writer to finish, or for a server to answer."""

_FORMS = "write sqlite:///FILE or postgresql://USER@HOST/NAME"


def default_url() -> str:
    """`TIMELINE_DATABASE_URL`, or a SQLite file in the user's data directory."""
    return (
        os.environ.get(VARIABLE) or f"sqlite:///{user_data_path('timeline-app', appauthor=False) / 'timeline.sqlite'}"
    )


def read_url(text: str) -> sa.URL:
    """The URL in the form that SQLAlchemy wants; a path without scheme is a SQLite file. Raises `StoreError`."""
    if "://" not in text:
        return sa.URL.create("sqlite", database=text)
    try:
        url = sa.make_url(text)
    except (sa.exc.ArgumentError, ValueError):
        raise StoreError(f"{text.split('://')[0]}://... is not a database URL: {_FORMS}") from None
    backend = url.drivername.split("+")[0]
    if backend in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    if backend != "sqlite":
        raise StoreError(f"there is no support for {backend}:// databases: {_FORMS}")
    if not url.database or url.database == ":memory:":
        raise StoreError("a database in memory would be lost at the end: write sqlite:///FILE")
    return url


def connect(url: sa.URL) -> sa.Engine:
    """An engine whose connections are set up. Opens none yet; makes the folder of a SQLite file."""
    if url.get_backend_name() == "postgresql":
        return sa.create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": WAIT})
    folder = Path(url.database or "").parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        told = f"the folder {folder} cannot be made ({error.strerror or error})"
        raise StoreError(f"{told}: choose another database") from None
    engine = sa.create_engine(url, connect_args={"timeout": WAIT})
    sa.event.listen(engine, "connect", _set_up)
    sa.event.listen(engine, "begin", _begin)
    return engine


def let_readers_and_a_writer_work_at_once(engine: sa.Engine) -> None:
    """Write-ahead logging, which stays with a SQLite file; done once it is known to be ours."""
    if engine.dialect.name == "sqlite":
        connection = engine.raw_connection()
        try:
            connection.cursor().execute("PRAGMA journal_mode = wal")
        finally:
            connection.close()


@contextmanager
def errors_of(url: sa.URL) -> Iterator[None]:
    """Turns errors of the database into `StoreError`s that name it, without its password."""
    try:
        yield
    except (sa.exc.DBAPIError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, sa.exc.DBAPIError) else error
        said = next(iter(str(cause).strip().splitlines()), type(cause).__name__)
        raise StoreError(f"{name_of(url)}: {_in_words(said)}") from error


def name_of(url: sa.URL) -> str:
    """What a message calls the database: its file, or its URL without the password."""
    is_file = url.get_backend_name() == "sqlite"
    return str(url.database) if is_file else url.render_as_string(hide_password=True)


def _in_words(said: str) -> str:
    for mark, words in _SAYINGS:
        if mark in said:
            return words
    return f"the database says: {said}"


_SAYINGS = (
    ("not a database", "the file is not a database: choose another one"),
    ("malformed", "the file is damaged: restore it from a copy, or choose another one"),
    ("unable to open", "the file cannot be opened: see that its folder may be written, or choose another one"),
    ("readonly", "the file may not be written: change its permissions, or choose another one"),
    ("locked", f"another program is writing and has not finished in {WAIT} seconds: try again"),
    ("disk is full", "the disk is full: make room and try again"),
    ("password authentication failed", "the server refuses the user or password: mend the URL"),
    ("does not exist", "the server has no such database or user: create it, or mend the URL"),
    ("connection failed", "the server cannot be reached: see that it runs, or mend the URL"),
    ("connection timeout", "the server does not answer: see that it runs, or mend the URL"),
    ("failed to resolve host", "there is no such host: mend the URL"),
)


def _set_up(connection: sa.engine.interfaces.DBAPIConnection, _: object) -> None:
    # Transactions begin when we say so (`_begin`), not when the driver sees a first INSERT.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = on")
    cursor.execute("PRAGMA synchronous = normal")
    cursor.close()


def _begin(connection: sa.Connection) -> None:
    # A writer takes its lock at once: two that read first and write then would both fail.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
