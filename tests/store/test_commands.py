"""The commands that keep reports: what is added stays, can be listed, removed, saved and restored."""

import re
from pathlib import Path

import pytest

from timeline_app.cli import main
from timeline_app.store.check import check
from timeline_app.store.database import Store
from timeline_app.store.package import briefs, load

FRENCH = next(path for path in briefs() if path.stem == "barkhane-quitte-le-mali")


@pytest.fixture
def database(tmp_path: Path) -> str:
    return str(tmp_path / "timeline.sqlite")


def run(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    status = main(argv)
    said = capsys.readouterr()
    return status, said.out, said.err


def test_a_report_is_added_listed_and_removed(database: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "add", str(FRENCH), "--database", database)
    assert status == 0
    assert "2022-08-15" in out
    (id,) = re.findall(r"^(\w{16}): \d+ events of Le dernier convoi", out, re.MULTILINE)
    assert run(capsys, "add", str(FRENCH), "--database", database)[1] == out  # nothing changes
    _, listed, _ = run(capsys, "reports", "--database", database)
    assert re.fullmatch(rf"{id}  2022-08-16  +\d+ events  Le dernier convoi de Barkhane a quitté le Mali\n", listed)
    assert run(capsys, "remove", id, "--database", database)[0] == 0
    assert "nothing was added yet" in run(capsys, "reports", "--database", database)[1]


def test_a_timeline_is_saved_and_restored(database: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "add", str(FRENCH), "--database", database)
    folder, other = str(tmp_path / "saved"), str(tmp_path / "other.sqlite")
    status, out, _ = run(capsys, "save", folder, "--database", database)
    assert status == 0
    assert out.endswith(f"events and 1 reports are in {folder}.\n")
    assert [str(fault) for fault in check(folder)] == []
    assert len(load(folder).events) >= len(load().events)
    assert run(capsys, "restore", folder, "--database", other)[0] == 0
    with Store.open(database) as one, Store.open(other) as two:
        assert (two.articles(), two.mentions()) == (one.articles(), one.mentions())


@pytest.mark.parametrize(
    ("argv", "says"),
    [
        (("add",), "no report given"),
        (("add", "{empty}"), "no dated event"),
        (("add", "{folder}/none.txt"), "none.txt"),
        (("remove", "0123"), "there is no report '0123'"),
        (("restore", "{folder}"), "no datapackage.json"),
        (("reports", "--database", "mysql://x/y"), "no support for mysql://"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    database: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], argv: tuple[str, ...], says: str
) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("Nothing here has a date, and that is that.", "utf-8")
    given = [part.format(empty=empty, folder=tmp_path) for part in argv]
    more = [] if "--database" in given else ["--database", database]
    status, out, err = run(capsys, *given, *more)
    assert (status, out) == (2, "")
    assert err.startswith("timeline-app: ")
    assert says in err


def test_a_new_package_is_valid_and_can_be_filled(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "Lake District"
    assert run(capsys, "new", str(folder))[0] == 0
    assert run(capsys, "check", str(folder))[0] == 0
    assert (load(folder).name, load(folder).title, load(folder).events) == ("lake-district", "Lake district", ())
    header, *_ = (folder / "events.csv").read_text("utf-8").splitlines()
    columns = header.split(",")
    row = {"id": "flood", "date": "2015-12", "label": "Flood", "kind": "humanitarian", "status": "reported"}
    row |= {"salience": "2", "verified": "false"}
    (folder / "events.csv").write_text(f"{header}\n{','.join(row.get(c, '') for c in columns)}\n", "utf-8")
    assert [event.label for event in load(folder).events] == ["Flood"]
    status, _, err = run(capsys, "new", str(folder))
    assert (status, err) == (
        2,
        f"timeline-app: {folder} is there already: name a folder that is not, or an empty one\n",
    )
