"""What a user has added leaves the store as files and comes back the same: nothing is locked in."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.test_database import ARRIVAL, ARTICLE, DEPARTURE, mention
from tests.store.values import told_articles
from timeline_app.errors import DataPackageError
from timeline_app.model import Article, Event, Kind
from timeline_app.store.check import check
from timeline_app.store.database import Store
from timeline_app.store.package import load
from timeline_app.store.portable import restore, save

SMALL = Path(__file__).parent / "data" / "divided-germany"
ENGLISH = Article(text="\ufeffOn 3 May 2020\r\ntalks began. ", lang="en", title="Talks", published=date(2020, 5, 4))
TALKS = mention(ENGLISH, "On 3 May 2020\r\ntalks began. ", "3 May 2020", label="Talks begin", kind=Kind.DIPLOMACY)


def open_store(folder: Path, name: str) -> Store:
    return Store.open(str(folder / f"{name}.sqlite"))


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    package = load(SMALL)
    event = Event(
        id="r-arrival", date=ARRIVAL.date, label=ARRIVAL.label, kind=ARRIVAL.kind, origin="report",
        sources=(ARTICLE.source,), mentions=(ARRIVAL,),
    )  # fmt: skip
    with open_store(tmp_path, "one") as store:
        store.add(ARTICLE, [ARRIVAL, DEPARTURE], kept={ARRIVAL.id})
        store.add(ENGLISH, [TALKS])
        save(replace(package, events=(*package.events, event)), store, tmp_path / "saved")
    return tmp_path / "saved"


def test_a_saved_timeline_comes_back_in_another_store(saved: Path, tmp_path: Path) -> None:
    with open_store(tmp_path, "two") as store:
        assert restore(saved, store) == 2
        assert store.articles() == (ARTICLE, ENGLISH)
        assert store.mentions() == (ARRIVAL, TALKS)
        assert store.mentions(kept=False) == (DEPARTURE,)
        before = store.version()
        restore(saved, store)
        assert store.version() == before


def test_a_saved_timeline_is_a_data_package_without_fault(saved: Path) -> None:
    assert [str(fault) for fault in check(saved)] == []
    package = load(saved)
    assert [event.label for event in package.events][-1] == "Arrivée de soldats à Gao"
    assert package.events[-1].sources[0].outlet == "Le Fil"
    rows = (saved / "mentions.csv").read_text("utf-8").splitlines()
    assert rows[1].startswith(f"{ARRIVAL.id},r-arrival,true,{ARTICLE.id},le-fil-gao-")
    assert (saved / "articles" / f"{ENGLISH.id}.txt").read_bytes() == ENGLISH.text.encode()


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_article_and_mention_comes_back(tmp_path: Path, data: st.DataObject) -> None:
    article, mentions = data.draw(told_articles())
    kept = {told.id for told in mentions[::2]}
    shutil.rmtree(tmp_path / "any", ignore_errors=True)
    (tmp_path / "any").mkdir()
    with open_store(tmp_path / "any", "one") as one, open_store(tmp_path / "any", "two") as two:
        one.add(article, mentions, kept=kept)
        save(load(SMALL), one, tmp_path / "any" / "saved")
        restore(tmp_path / "any" / "saved", two)
        assert two.articles() == one.articles()
        assert two.mentions(kept=None) == one.mentions(kept=None)
        assert {told.id for told in two.mentions()} == kept


def change(file: str, old: str, new: str):
    def spoil(folder: Path) -> None:
        text = (folder / file).read_bytes().decode()
        assert old in text
        (folder / file).write_bytes(text.replace(old, new, 1).encode())

    return spoil


SPOILT = [
    (lambda folder: (folder / "articles" / f"{ARTICLE.id}.txt").unlink(), "articles.csv", 2, "cannot be read"),
    (change(f"articles/{ARTICLE.id}.txt", "12 mai", "13 mai"), "articles.csv", 2, "not the text that was saved"),
    (change("mentions.csv", "12 mai 2019, des", "12 mai 2019, dix"), "mentions.csv", 2, "does not say"),
    (change("mentions.csv", f",{ENGLISH.id},", f",{'0' * 16},"), "mentions.csv", 4, "no article '0000000000000000'"),
    (change("mentions.csv", "2019-05-12", "12 mai"), "mentions.csv", 2, "not an EDTF date"),
    (change("mentions.csv", "sont arrivés\"\"]]", "sont arrivés\"\"], 3]"), "mentions.csv", 2, "list of pairs"),
    (change("mentions.csv", "sont arrivés\"\"]]", "sont arrivés\"\"]"), "mentions.csv", 2, "not JSON"),
]  # fmt: skip


@pytest.mark.parametrize(("spoil", "file", "row", "says"), SPOILT, ids=[says for *_, says in SPOILT])
def test_what_was_spoilt_is_named_and_nothing_is_restored(
    saved: Path, tmp_path: Path, spoil, file: str, row: int, says: str
) -> None:
    spoil(saved)
    faults = check(saved)
    assert [(fault.file, fault.row) for fault in faults] == [(file, row)], faults
    assert says in faults[0].message
    with open_store(tmp_path, "two") as store:
        with pytest.raises(DataPackageError, match=f"^{file}, row {row}"):
            restore(saved, store)
        assert store.articles() == ()


def test_a_corrected_label_is_taken_over(saved: Path, tmp_path: Path) -> None:
    change("mentions.csv", "Talks begin", "Talks open")(saved)
    with open_store(tmp_path, "two") as store:
        restore(saved, store)
        assert [told.label for told in store.mentions()] == [ARRIVAL.label, "Talks open"]


def test_a_package_without_articles_cannot_be_restored(tmp_path: Path) -> None:
    with open_store(tmp_path, "two") as store, pytest.raises(DataPackageError, match="holds no articles"):
        restore(SMALL, store)


def test_saving_where_nothing_can_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with open_store(tmp_path, "one") as store, pytest.raises(DataPackageError, match="cannot be written"):
        save(load(SMALL), store, tmp_path / "file" / "saved")
