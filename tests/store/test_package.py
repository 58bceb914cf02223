"""A data package reads as values, and what is written reads back the same."""

import csv
import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.store.values import packages
from timeline_app.dates import FuzzyDate
from timeline_app.errors import DataPackageError
from timeline_app.model import DataPackage, Event, Fatalities, Kind, Source, Status
from timeline_app.store.package import DEFAULT, load, write
from timeline_app.store.tables import REPORTS, SCHEMAS

SMALL = Path(__file__).parent / "data" / "divided-germany"


def test_the_package_of_the_app_reads_as_events_with_actors_sources_and_rival_values() -> None:
    package = load()
    events = {event.id: event for event in package.events}
    coup = events["mali-coup-2012"]
    assert coup.date == FuzzyDate.parse("[2012-03-21..2012-03-22]")
    assert (coup.kind, coup.status, coup.countries, coup.salience, coup.verified) == (
        Kind.COUP, Status.REPORTED, ("ML",), 3, True,
    )  # fmt: skip
    assert coup.sources[0].credit == "Reuters via Zonebourse"
    assert {claim.value for claim in coup.claims} == {"2012-03-21", "2012-03-22"}
    assert events["moura-2022"].fatalities == Fatalities(low=500, high=500)
    assert {actor.name: actor for actor in package.actors}["JNIM"].aliases["fr"][0] == "GSIM"


def test_events_of_the_package_are_told_by_known_actors_and_each_claim_differs_from_the_event() -> None:
    package = load()
    names = {actor.name for actor in package.actors}
    assert {name for event in package.events for name in event.actors} <= names
    same = [
        (claim.event, claim.value)
        for event in package.events
        for claim in event.claims
        if claim.value in (str(event.date), str(event.fatalities and event.fatalities.low))
    ]
    assert same == []
    assert Counter(event.status for event in package.events if not event.claimant) == {Status.REPORTED: 223}


def test_the_schemas_in_the_package_are_those_that_the_app_reads_by() -> None:
    descriptor = json.loads((DEFAULT / "datapackage.json").read_text("utf-8"))
    told = {resource["name"]: dict(resource["schema"]) for resource in descriptor["resources"]}
    for schema in told.values():
        del schema["$schema"]
    assert told == {table: schema for table, schema in SCHEMAS.items() if table not in REPORTS}


def test_another_folder_is_another_region_with_its_own_language() -> None:
    package = load(SMALL)
    assert (package.name, len(package.events), package.periods) == ("divided-germany", 10, ())
    assert package.licences == ("CC-BY-4.0",)
    assert {actor.id: actor for actor in package.actors}["soviet-union"].aliases["de"][0] == "Sowjetunion"


def test_optional_tables_may_be_left_out(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(SMALL, tmp_path / "package"))
    descriptor = json.loads((folder / "datapackage.json").read_text("utf-8"))
    descriptor["resources"] = [r for r in descriptor["resources"] if r["name"] in ("events", "actors")]
    (folder / "datapackage.json").write_text(json.dumps(descriptor), "utf-8")
    with pytest.raises(DataPackageError, match="there is no source 'wikipedia-berlin-blockade'"):
        load(folder)  # the events name sources that are gone
    lines = (folder / "events.csv").read_text("utf-8").replace("wikipedia", "").splitlines()
    (folder / "events.csv").write_text(lines[0] + "\n", "utf-8")
    assert load(folder).events == ()


def test_an_identifier_that_stands_twice_is_named(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(SMALL, tmp_path / "package"))
    text = (folder / "events.csv").read_text("utf-8").replace("kennedy-1963", "wall-1961")
    (folder / "events.csv").write_text(text, "utf-8")
    with pytest.raises(DataPackageError, match=r"events\.csv, row 5, column id: 'wall-1961' stands in row 4 too"):
        load(folder)


def test_a_path_to_the_descriptor_does_as_well() -> None:
    assert load(SMALL / "datapackage.json") == load(SMALL)


@pytest.mark.parametrize("folder", [DEFAULT, SMALL], ids=["events", "small"])
def test_what_is_written_is_the_same_text_and_reads_back_the_same(tmp_path: Path, folder: Path) -> None:
    package = load(folder)
    write(package, tmp_path)
    assert load(tmp_path) == package
    if folder == DEFAULT:
        for table in set(SCHEMAS) - set(REPORTS):
            assert (tmp_path / f"{table}.csv").read_bytes() == (folder / f"{table}.csv").read_bytes()


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(package=packages())
def test_any_package_comes_back_as_it_was_written(tmp_path: Path, package: DataPackage) -> None:
    write(package, tmp_path)
    assert load(tmp_path) == package


def test_a_source_without_id_is_named_after_its_content(tmp_path: Path) -> None:
    source = Source(outlet="Le Fil du Désert", title="Été à Kidal", url="https://example.org/1")
    event = Event(id="e", date=FuzzyDate.of(2021), label="Summer", kind=Kind.POLITICS, sources=(source,))
    package = DataPackage(name="x", title="X", events=(event,), actors=(), places=())
    write(package, tmp_path / "a")
    write(package, tmp_path / "b")
    read = load(tmp_path / "a")
    assert read == load(tmp_path / "b")
    assert read.events[0].sources[0].id.startswith("le-fil-du-desert-ete-a-kidal-")
    assert read.events[0].sources[0].title == source.title


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(DataPackageError, match="cannot be written"):
        write(load(SMALL), tmp_path / "file" / "folder")


def test_reading_a_package_imports_no_heavy_library() -> None:
    code = (
        "import sys; from timeline_app.store.package import load; load(); "
        "print(sorted({'pandas', 'frictionless', 'sqlalchemy', 'numpy'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("label", ["=1+1", "+1", "-1", "@SUM(A1)", "'=1+1", "''-1", "'quoted'"])
def test_no_text_starts_a_formula_in_a_spreadsheet_and_all_read_back(tmp_path: Path, label: str) -> None:
    event = Event(id="e", date=FuzzyDate.of(2021), label=label, kind=Kind.POLITICS, actors=(label, "Mali"))
    package = DataPackage(name="x", title="X", events=(event,), actors=(), places=())
    write(package, tmp_path)
    (row,) = list(csv.reader((tmp_path / "events.csv").open(encoding="utf-8", newline="")))[1:]
    assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@"))]
    assert load(tmp_path) == package


def test_the_readme_counts_the_rows_that_there_are() -> None:
    told = re.findall(r"^\| `(\w+)\.csv` \|.*\| (\d+) \|$", (DEFAULT / "README.md").read_text("utf-8"), re.MULTILINE)
    assert [table for table, _ in told] == ["events", "actors", "places", "sources", "claims", "periods", "presets"]
    for table, count in told:
        rows = csv.reader((DEFAULT / f"{table}.csv").open(encoding="utf-8", newline=""))
        assert len(list(rows)) - 1 == int(count), table
