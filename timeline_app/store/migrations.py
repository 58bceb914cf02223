"""How the database came to be what it is: numbered steps, each run once and never edited afterwards.

The version of a database is the number of steps that it has been through.
"""

from collections.abc import Callable

import sqlalchemy as sa

from timeline_app.errors import StoreError

META = sa.MetaData()
"""The tables as they are after the last step."""

STATE = sa.Table(
    "timeline_state",
    META,
    sa.Column("schema", sa.Integer, nullable=False, comment="steps that the database has been through"),
    sa.Column("version", sa.BigInteger, nullable=False, comment="grows with each change of content"),
)

ARTICLES = sa.Table(
    "timeline_articles",
    META,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=True, comment="order of coming in"),
    sa.Column("id", sa.String(16), nullable=False, unique=True),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("lang", sa.Text, nullable=False),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("outlet", sa.Text, nullable=False),
    sa.Column("url", sa.Text, nullable=False),
    sa.Column("author", sa.Text, nullable=False),
    sa.Column("published", sa.Date),
    sa.Column("published_from", sa.Text, nullable=False),
)

MENTIONS = sa.Table(
    "timeline_mentions",
    META,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=True, comment="order of coming in"),
    sa.Column("id", sa.String(16), nullable=False, unique=True),
    sa.Column("kept", sa.Boolean, nullable=False, comment="whether it stands on the timeline"),
    sa.Column("article", sa.String(16), sa.ForeignKey(ARTICLES.c.id, ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("source", sa.JSON, nullable=False),
    sa.Column("evidence", sa.Text, nullable=False),
    sa.Column("start", sa.Integer, nullable=False, comment="characters of the text, as are the other offsets"),
    sa.Column("end", sa.Integer, nullable=False),
    sa.Column("date", sa.Text, nullable=False, comment="EDTF"),
    sa.Column("timex", sa.Text, nullable=False),
    sa.Column("timex_start", sa.Integer, nullable=False),
    sa.Column("timex_end", sa.Integer, nullable=False),
    sa.Column("resolution", sa.Text, nullable=False),
    sa.Column("label", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("status", sa.Text, nullable=False),
    sa.Column("actors", sa.JSON, nullable=False),
    sa.Column("agents", sa.JSON, nullable=False),
    sa.Column("patients", sa.JSON, nullable=False),
    sa.Column("countries", sa.JSON, nullable=False),
    sa.Column("place", sa.Text, nullable=False),
    sa.Column("claimant", sa.Text, nullable=False),
    sa.Column("fatalities", sa.JSON(none_as_null=True), comment="low and high"),
    sa.Column("lang", sa.Text, nullable=False),
    sa.Column("tier", sa.Text, nullable=False),
    sa.Column("confidence", sa.Double, nullable=False),
    sa.Column("decided", sa.JSON, nullable=False, comment="pairs of field and what decided it"),
)


IMPORTS = sa.Table(
    "timeline_imports",
    META,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=True, comment="order of coming in"),
    sa.Column("id", sa.String(16), nullable=False, unique=True, comment="from the content of the events"),
    sa.Column("name", sa.Text, nullable=False, comment="what a user knows it by, such as a file name"),
    sa.Column("count", sa.Integer, nullable=False),
)

EVENTS = sa.Table(
    "timeline_events",
    META,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=True, comment="order in the import"),
    sa.Column("import", sa.String(16), sa.ForeignKey(IMPORTS.c.id, ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("event", sa.JSON, nullable=False),
)


def _create_articles_and_mentions(connection: sa.Connection) -> None:
    META.create_all(connection, tables=[ARTICLES, MENTIONS])


def _create_imports_and_events(connection: sa.Connection) -> None:
    META.create_all(connection, tables=[IMPORTS, EVENTS])


STEPS: tuple[Callable[[sa.Connection], None], ...] = (
    _create_articles_and_mentions,
    _create_imports_and_events,
)
"""A step added later alters what the earlier ones made; a new database runs through all of them."""


def is_current(connection: sa.Connection) -> bool:
    """Whether there is nothing to do, which needs no lock to see."""
    if not sa.inspect(connection).has_table(STATE.name):
        return False
    return bool(connection.execute(sa.select(STATE.c.schema)).scalar_one_or_none() == len(STEPS))


def migrate(connection: sa.Connection) -> None:
    """Bring a database to the newest version, within the transaction of the connection.

    Raises `StoreError` where it is newer than this program, or is another program's SQLite file.
    """
    names = set(sa.inspect(connection).get_table_names())
    if STATE.name not in names:
        if names and connection.dialect.name == "sqlite":
            raise StoreError("the file is the database of another program: choose another one")
        STATE.create(connection)
        connection.execute(sa.insert(STATE).values(schema=0, version=0))
    done = connection.execute(sa.select(STATE.c.schema).with_for_update()).scalar_one()
    if done > len(STEPS):
        told = f"the database is of version {done}, this program knows {len(STEPS)}"
        raise StoreError(f"{told}: update the program, or choose another database")
    for step in STEPS[done:]:
        step(connection)
    if done < len(STEPS):
        connection.execute(sa.update(STATE).values(schema=len(STEPS)))
