"""The store gives back what it got, from any thread or process, and shows no quote that its text does not hold."""

import contextlib
import multiprocessing
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import psycopg
import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.values import packages, told_articles
from timeline_app.dates import FuzzyDate
from timeline_app.errors import StoreError
from timeline_app.model import Article, Claim, DataPackage, Event, Fatalities, Kind, Mention, Source, Status
from timeline_app.store import migrations
from timeline_app.store.database import Import, Store

TEXT = "Le 12 mai 2019, des soldats sont arrivés à Gao.\nIls sont repartis trois jours plus tard."
ARTICLE = Article(
    text=TEXT, lang="fr", title="Gao", outlet="Le Fil", published=date(2019, 6, 1), published_from="given"
)


def mention(article: Article, quote: str, timex: str, **more: object) -> Mention:
    start, at = article.text.index(quote), article.text.index(timex)
    given = {
        "article": article.id, "source": article.source, "evidence": quote, "start": start, "end": start + len(quote),
        "date": FuzzyDate.of(2019, 5, 12), "timex": timex, "timex_start": at, "timex_end": at + len(timex),
        "resolution": "", "label": "Arrivée de soldats à Gao", "kind": Kind.DEPLOYMENT, "lang": "fr", **more,
    }  # fmt: skip
    return Mention(**given)  # type: ignore[arg-type]


ARRIVAL = mention(
    ARTICLE, "Le 12 mai 2019, des soldats sont arrivés à Gao.", "12 mai 2019",
    actors=("Mali",), countries=("ML",), place="Gao", fatalities=Fatalities(low=0, high=2),
    decided=(("kind", "sont arrivés"),),
)  # fmt: skip
DEPARTURE = mention(
    ARTICLE, "Ils sont repartis trois jours plus tard.", "trois jours plus tard",
    date=FuzzyDate.of(2019, 5, 15), label="Départ des soldats", kind=Kind.WITHDRAWAL, status=Status.CLAIMED,
)  # fmt: skip


ENGLISH = Article(text="On 3 May 2020 talks began.", lang="en")


def test_what_is_added_comes_back_after_a_restart(url: str) -> None:
    with Store.open(url) as store:
        store.add(ARTICLE, [ARRIVAL, DEPARTURE])
    with Store.open(url) as store:
        assert store.articles() == (ARTICLE,)
        assert store.mentions() == (ARRIVAL, DEPARTURE)


def test_adding_twice_changes_nothing(url: str) -> None:
    with Store.open(url) as store:
        store.add(ARTICLE, [ARRIVAL, DEPARTURE])
        before = store.version()
        store.add(ARTICLE, [DEPARTURE, ARRIVAL])
        assert store.version() == before
        assert store.mentions() == (ARRIVAL, DEPARTURE)


def test_a_correction_under_the_same_id_replaces_the_values(url: str) -> None:
    with Store.open(url) as store:
        store.add(ARTICLE, [ARRIVAL])
        before = store.version()
        store.add(replace(ARTICLE, published=date(2019, 6, 2)), [replace(ARRIVAL, kind=Kind.ATTACK)])
        assert store.version() > before
        assert [article.published for article in store.articles()] == [date(2019, 6, 2)]
        assert [m.kind for m in store.mentions()] == [Kind.ATTACK]


def test_only_the_kept_stand_on_the_timeline_and_what_is_taken_off_can_come_back(url: str) -> None:
    with Store.open(url) as store:
        store.add(ARTICLE, [ARRIVAL, DEPARTURE], kept={ARRIVAL.id})
        assert store.mentions() == (ARRIVAL,)
        assert store.mentions(kept=False) == (DEPARTURE,)
        store.remove_mention(ARRIVAL.id)
        store.keep_mention(DEPARTURE.id)
        assert store.mentions() == (DEPARTURE,)
        assert store.mentions(kept=None) == (ARRIVAL, DEPARTURE)


def test_removing_an_article_removes_its_mentions_alone(url: str) -> None:
    other = Article(text="On 3 May 2020 talks began.", lang="en")
    talks = mention(other, "On 3 May 2020 talks began.", "3 May 2020", label="Talks begin", kind=Kind.DIPLOMACY)
    with Store.open(url) as store:
        store.add(ARTICLE, [ARRIVAL])
        store.add(other, [talks])
        store.remove_article(ARTICLE.id)
        assert store.articles() == (other,)
        assert store.mentions(kept=None) == (talks,)


def test_the_version_grows_with_each_change_and_with_nothing_else(url: str) -> None:
    with Store.open(url) as store:
        seen = [store.version()]
        for change in (
            lambda: store.add(ARTICLE, [ARRIVAL]),
            lambda: store.remove_mention(ARRIVAL.id),
            lambda: store.keep_mention(ARRIVAL.id),
            lambda: store.remove_article(ARTICLE.id),
        ):
            change()
            seen.append(store.version())
        store.remove_mention("unknown")
        store.remove_article("unknown")
        store.mentions()
        assert seen == sorted(set(seen))
        assert store.version() == seen[-1]


@pytest.mark.parametrize(
    "wrong",
    [
        {"evidence": "Des soldats sont partis."},
        {"start": 1},
        {"end": len(TEXT) + 5},
        {"start": -3},
        {"timex": "13 mai 2019"},
        {"timex_start": 0, "timex_end": 0},
        {"article": "0" * 16},
    ],
)
def test_a_quote_that_the_text_does_not_hold_is_refused_and_nothing_is_stored(url: str, wrong: dict) -> None:
    with Store.open(url) as store:
        with pytest.raises(StoreError, match=r"quotes|is of article"):
            store.add(ARTICLE, [DEPARTURE, replace(ARRIVAL, **wrong)])
        assert store.articles() == store.mentions(kept=None) == ()


def test_a_quote_may_differ_from_the_text_in_white_space(url: str) -> None:
    article = Article(text="On 3 May\n  2020 talks\nbegan.", lang="en")
    talks = replace(
        mention(article, article.text, "3 May\n  2020"), evidence="On 3 May 2020 talks began.", timex="3 May 2020"
    )
    with Store.open(url) as store:
        store.add(article, [talks])
        assert store.mentions() == (talks,)


def test_a_quote_that_was_changed_in_the_database_is_never_shown(url: str) -> None:
    with Store.open(url) as store:
        store.add(ARTICLE, [ARRIVAL])
        with store._engine.begin() as connection:
            connection.execute(sa.update(migrations.MENTIONS).values(evidence="Le 12 mai 2019, rien ne s'est passé."))
        with pytest.raises(StoreError, match=r"quotes .* which the text of its article does not say"):
            store.mentions()
        store.remove_article(ARTICLE.id)
        assert store.mentions() == ()


@pytest.mark.parametrize("field", ["text", "title", "outlet"])
@pytest.mark.parametrize(("character", "says"), [("\0", "zero character"), ("\ud800", "half a character")])
def test_a_character_that_no_database_holds_is_refused(url: str, field: str, character: str, says: str) -> None:
    article = replace(ENGLISH, **{field: f"On 3 May{character} 2020 talks began."})
    with Store.open(url) as store:
        with pytest.raises(StoreError, match=f"the {field} holds .*{says}|the {field} holds a {says}"):
            store.add(article, [])
        assert store.articles() == ()


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_article_and_mention_comes_back(url: str, data: st.DataObject) -> None:
    article, mentions = data.draw(told_articles())
    with Store.open(url) as store:
        for old in store.articles():
            store.remove_article(old.id)
        store.add(article, mentions)
        store.add(article, mentions)
        assert store.articles() == (article,)
        assert store.mentions() == mentions


def test_threads_share_a_store(url: str) -> None:
    articles = [replace(ARTICLE, text=f"{TEXT} {n}") for n in range(24)]

    def work(n: int) -> int:
        article = articles[n % 12]  # each is added by two threads
        store.add(article, [replace(ARRIVAL, article=article.id)])
        return len(store.mentions())

    with Store.open(url) as store:
        with ThreadPoolExecutor(8) as pool:
            assert all(pool.map(work, range(24)))
        assert {article.id for article in store.articles()} == {article.id for article in articles[:12]}
        assert store.version() == 12


def test_a_reader_sees_no_half_of_a_change(url: str) -> None:
    with Store.open(url) as store, ThreadPoolExecutor(4) as pool:

        def change(n: int) -> None:
            article = replace(ARTICLE, text=f"{TEXT} {n}")
            store.add(article, [replace(ARRIVAL, article=article.id)])
            store.remove_article(article.id)

        changes = [pool.submit(change, n) for n in range(20)]
        reads = [pool.submit(store.mentions) for _ in range(40)]
        assert all(len(read.result()) <= 4 for read in reads)
        assert [done.result() for done in changes] == [None] * 20


def _add_in_process(url: str, n: int) -> None:
    with Store.open(url) as store:
        for m in range(5):
            article = replace(ARTICLE, text=f"{TEXT} {n}.{m}")
            store.add(article, [replace(ARRIVAL, article=article.id)])


def test_processes_open_a_new_database_and_write_to_it_at_once(url: str) -> None:
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=_add_in_process, args=(url, n)) for n in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert [worker.exitcode for worker in workers] == [0, 0, 0]
    with Store.open(url) as store:
        assert (len(store.articles()), store.version()) == (15, 15)


def test_a_database_of_an_earlier_version_is_brought_up_to_date(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store.open(url) as store:
        store.add(ARTICLE, [ARRIVAL])

    def add_a_note(connection: sa.Connection) -> None:
        connection.exec_driver_sql("ALTER TABLE timeline_articles ADD COLUMN note TEXT")

    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, add_a_note))
    for _ in range(2):  # the second time there is nothing to do
        with Store.open(url) as store:
            assert store.mentions() == (ARRIVAL,)
            names = {column["name"] for column in sa.inspect(store._engine).get_columns("timeline_articles")}
            assert "note" in names


def test_a_database_of_a_newer_version_is_left_alone(url: str) -> None:
    with Store.open(url) as store, store._engine.begin() as connection:
        connection.execute(sa.update(migrations.STATE).values(schema=99))
    with pytest.raises(StoreError, match=r"is of version 99, this program knows 2: update the program"):
        Store.open(url)


def test_a_failed_step_leaves_the_database_as_it_was(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store.open(url) as store:
        store.add(ARTICLE, [ARRIVAL])

    def fail(connection: sa.Connection) -> None:
        connection.exec_driver_sql("ALTER TABLE timeline_articles ADD COLUMN note TEXT")
        connection.exec_driver_sql("ALTER TABLE no_such_table ADD COLUMN note TEXT")

    with monkeypatch.context() as patch:
        patch.setattr(migrations, "STEPS", (*migrations.STEPS, fail))
        with pytest.raises(StoreError):
            Store.open(url)
    with Store.open(url) as store:
        assert store.mentions() == (ARRIVAL,)
        assert "note" not in {c["name"] for c in sa.inspect(store._engine).get_columns("timeline_articles")}


def test_a_database_of_another_program_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "mail.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE mail (subject TEXT)")
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"mail\.sqlite: the file is the database of another program: choose another"):
        Store.open(str(path))
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("to be or not to be, " * 200)
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"notes\.txt: the file is not a database: choose another one"):
        Store.open(str(path))
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("mysql://root@127.0.0.1/x", "there is no support for mysql:// databases: write sqlite:///FILE"),
        ("postgresql://u@127.0.0.1:x/y", "is not a database URL"),
        ("sqlite://", "in memory would be lost"),
        ("postgresql://u:secret@127.0.0.1:1/x", "the server cannot be reached"),
        ("{file}/x/timeline.sqlite", "cannot be made"),
        ("{folder}", "cannot be opened"),
    ],
)
def test_what_cannot_be_opened_says_why_and_keeps_the_password(tmp_path: Path, url: str, says: str) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreError) as told:
        Store.open(url.format(file=tmp_path / "file", folder=tmp_path))
    assert says in str(told.value)
    assert "secret" not in str(told.value)


def test_an_unknown_database_of_a_server_says_so(server: str) -> None:
    with pytest.raises(StoreError, match="the server has no such database or user"):
        Store.open(server.format(name="nowhere"))


def test_without_url_it_is_the_variable_or_a_file_in_the_users_data_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TIMELINE_DATABASE_URL", f"sqlite:///{tmp_path / 'team.sqlite'}")
    Store.open().close()
    assert (tmp_path / "team.sqlite").exists()
    monkeypatch.delenv("TIMELINE_DATABASE_URL")
    monkeypatch.setattr("timeline_app.store.connect.user_data_path", lambda name, appauthor: tmp_path / "data" / name)
    Store.open().close()
    assert (tmp_path / "data" / "timeline-app" / "timeline.sqlite").exists()


FOUND = tuple(
    Event(
        id=f"e{n}", date=FuzzyDate.of(2021, n), label=f"Event {n}", kind=Kind.ATTACK, origin="acled", lat=1.5, lon=-2.0,
        fatalities=Fatalities(low=n, high=n + 1), actors=("Mali",), countries=("ML",), verified=True,
        sources=(Source(outlet="Le Fil", published=date(2021, n, 3)),),
        claims=(Claim(event=f"e{n}", field="date", value="2020", source="some"),),
    )
    for n in (1, 2, 3)
)  # fmt: skip


def test_imported_events_stay_and_the_same_events_are_the_same_import(url: str) -> None:
    with Store.open(url) as store:
        first = store.add_import("conflicts.csv", FOUND[:2])
        before = store.version()
        assert store.add_import("conflicts.csv", FOUND[:2]) == first
        assert store.version() == before
        second = store.add_import("more.csv", FOUND[1:])
    with Store.open(url) as store:
        assert store.imports() == (
            Import(id=first, name="conflicts.csv", count=2),
            Import(id=second, name="more.csv", count=2),
        )
        assert store.events() == FOUND
        store.remove_import(first)
        assert store.events() == FOUND[1:]
        store.remove_import("unknown")
        assert [told.id for told in store.imports()] == [second]


def test_an_import_leaves_out_quotes_whose_text_did_not_come_along(url: str) -> None:
    with Store.open(url) as store:
        store.add_import("x.jsonl", [replace(FOUND[0], mentions=(ARRIVAL,))])
        assert store.events() == FOUND[:1]


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(package=packages())
def test_any_imported_event_comes_back(url: str, package: DataPackage) -> None:
    with Store.open(url) as store:
        for old in store.imports():
            store.remove_import(old.id)
        store.add_import("any", package.events)
        assert store.events() == package.events


def test_a_database_of_the_first_version_gets_a_place_for_imports(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(migrations, "STEPS", migrations.STEPS[:1])
        with Store.open(url) as store:
            store.add(ARTICLE, [ARRIVAL])
    with Store.open(url) as store:
        store.add_import("x", FOUND)
        assert (store.mentions(), store.events()) == ((ARRIVAL,), FOUND)


def test_a_writer_that_holds_the_file_is_named_and_nothing_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("timeline_app.store.connect.WAIT", 0.1)
    path = tmp_path / "timeline.sqlite"
    with Store.open(str(path)) as store:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        assert store.mentions() == ()  # readers go on
        with pytest.raises(StoreError, match=r"timeline\.sqlite: another program is writing"):
            store.add(ARTICLE, [ARRIVAL])
        other.execute("ROLLBACK")
        other.close()
        store.add(ARTICLE, [ARRIVAL])
        assert store.mentions() == (ARRIVAL,)


def test_a_store_outlives_a_restart_of_the_server(server: str) -> None:
    with Store.open(server.format(name="postgres")) as store:
        store.add(ARTICLE, [ARRIVAL])
        with contextlib.closing(psycopg.connect(server.format(name="postgres"), autocommit=True)) as other:
            ended = other.execute(
                "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
                "WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'"
            ).fetchone()
        assert ended
        assert ended[0] >= 1
        assert store.mentions() == (ARRIVAL,)
