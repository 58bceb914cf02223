"""The data package, as Frictionless and our own check see it."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from frictionless import Package

from tests.export.samples import DATED, FULL, NASTY, caption
from timeline_app.errors import ExportError
from timeline_app.export.formats import export, import_file
from timeline_app.store.check import check
from timeline_app.store.package import load

PACKAGE = load()


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("package")
    events = (*PACKAGE.events[:20], FULL, *DATED, *NASTY)
    data = export("datapackage", events, caption=caption(events), package=PACKAGE)
    zipfile.ZipFile(io.BytesIO(data)).extractall(folder)
    return folder


def test_frictionless_finds_it_valid(unpacked: Path) -> None:
    report = Package(str(unpacked / "datapackage.json")).validate()
    assert report.flatten(["type", "note"]) == []


def test_it_holds_the_actors_and_places_of_its_events_alone(unpacked: Path) -> None:
    told = load(unpacked)
    named = {name for event in PACKAGE.events[:20] for name in event.actors}
    assert named <= {actor.name for actor in told.actors} < {actor.name for actor in PACKAGE.actors}
    assert {place.name for place in told.places} == {
        e.place for e in PACKAGE.events[:20] if e.place and e.place in {p.name for p in PACKAGE.places}
    }


def test_its_description_says_what_it_shows(unpacked: Path) -> None:
    described = json.loads((unpacked / "datapackage.json").read_text())["description"]
    assert described.startswith("56 of 66 events. As of 1 May 2024.")
    assert "1 quote left out" in described


def test_its_cells_start_no_formula(unpacked: Path) -> None:
    import csv

    for path in unpacked.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.reader(file):
                assert not [c for c in row if c.startswith(("=", "+", "@", "\t"))]
                assert not [c for c in row if c.startswith("-") and not c[1:].replace(".", "").isdigit()]


def test_our_own_check_finds_only_the_names_that_no_package_knows(unpacked: Path) -> None:
    faults = check(unpacked)
    assert {fault.file for fault in faults} <= {"events.csv"}
    assert all(fault.column in ("actors", "place", "label") for fault in faults), [str(fault) for fault in faults]


def test_a_zip_that_leaves_its_folder_writes_nothing_outside(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("../escaped.csv", "id\n")
        archive.writestr("datapackage.json", "{}")
    with pytest.raises(ExportError):
        import_file("datapackage", out.getvalue())
    assert not (tmp_path.parent / "escaped.csv").exists()
