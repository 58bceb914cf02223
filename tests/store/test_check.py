"""`check` finds every fault of a folder and says where, whatever the folder holds; `load` reads just what it passes."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline_app.errors import DataPackageError
from timeline_app.store.check import check, countries
from timeline_app.store.package import DEFAULT, load

SMALL = Path(__file__).parent / "data" / "divided-germany"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "package"))


@pytest.mark.parametrize("package", [DEFAULT, SMALL], ids=["events", "small"])
def test_the_packages_here_are_without_fault(package: Path) -> None:
    assert [str(fault) for fault in check(package)] == []


def test_there_are_249_countries_and_kosovo() -> None:
    assert len(countries()) == 250
    assert {"ML", "FR", "EH", "XK"} <= countries()


def edit(file: str, old: str, new: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        text = (folder / file).read_text("utf-8")
        assert old in text
        (folder / file).write_text(text.replace(old, new, 1), "utf-8")

    return change


def put(file: str, data: bytes) -> Callable[[Path], None]:
    return lambda folder: (folder / file).write_bytes(data) and None


def descriptor(change: Callable[[dict], object]) -> Callable[[Path], None]:
    def rewrite(folder: Path) -> None:
        told = json.loads((folder / "datapackage.json").read_text("utf-8"))
        change(told)
        (folder / "datapackage.json").write_text(json.dumps(told), "utf-8")

    return rewrite


ONE_FAULT = [
    # what is done to the folder; file, row, column of the fault; what its message says
    (put("datapackage.json", b"{"), "datapackage.json", 1, "", "not JSON"),
    (put("datapackage.json", b""), "datapackage.json", 1, "", "not JSON"),
    (put("datapackage.json", b"[" * 100_000), "datapackage.json", 0, "", "nested too deeply"),
    (put("datapackage.json", b"[1]"), "datapackage.json", 0, "", "not a JSON object"),
    (put("datapackage.json", b"\xff\xfe{\x00}\x00"), "datapackage.json", 0, "", "not UTF-8"),
    (put("datapackage.json", b'{"name": "x"}'), "datapackage.json", 0, "resources", "no list of resources"),
    (descriptor(lambda d: d.update(title=7)), "datapackage.json", 0, "title", "text in quotes"),
    (descriptor(lambda d: d["resources"].append(3)), "datapackage.json", 0, "resources[6]", "object with a name"),
    (
        descriptor(lambda d: d["resources"][0].update(path="../events.csv")),
        "datapackage.json",
        0,
        "resources[0].path",
        "stay in this folder",
    ),
    (
        descriptor(lambda d: d["resources"][0].update(path="http://127.0.0.1:9/events.csv")),
        "datapackage.json",
        0,
        "resources[0].path",
        "one CSV file in this folder",
    ),
    (
        descriptor(lambda d: d["resources"][1].update(schema="http://127.0.0.1:9/schema.json")),
        "datapackage.json",
        0,
        "resources[1].schema",
        "no table schema",
    ),
    (descriptor(lambda d: d["resources"].pop(1)), "datapackage.json", 0, "resources", "no resource 'actors'"),
    (lambda folder: (folder / "actors.csv").unlink(), "actors.csv", 0, "", "the file is missing"),
    (put("presets.csv", b""), "presets.csv", 0, "", "the file is empty"),
    (put("presets.csv", b"\x00\x01\x02"), "presets.csv", 0, "", "not text"),
    (put("presets.csv", b"label,where\nna\xefve,kind=coup\n"), "presets.csv", 2, "", "not UTF-8"),
    (put("presets.csv", b'label,where\n"open,kind=coup\n'), "presets.csv", 2, "", "stray quote"),
    (put("presets.csv", b"label;where\nTreaties;kind=coup\n"), "presets.csv", 1, "", "separated by semicolons"),
    (put("presets.csv", b"label\twhere\nTreaties\tkind=coup\n"), "presets.csv", 1, "", "separated by tabs"),
    (put("presets.csv", b"label\nTreaties\n"), "presets.csv", 1, "where", "column is missing"),
    (put("presets.csv", b"label,where,label\na,b,c\n"), "presets.csv", 1, "label", "stands twice"),
    (put("presets.csv", b"label,where\nTreaties\n"), "presets.csv", 2, "", "has 1 cells"),
    (edit("events.csv", "1961-08-13", "1961-08-32"), "events.csv", 4, "date", "no such day"),
    (edit("events.csv", "1961-08-13", "August 1961"), "events.csv", 4, "date", "not an EDTF date"),
    (edit("events.csv", "1961-08-13", ""), "events.csv", 4, "date", "is empty"),
    (edit("events.csv", ",attack,", ",battle,"), "events.csv", 2, "kind", "'battle' is not known: use one of attack"),
    (edit("events.csv", "reported", "rumoured"), "events.csv", 2, "status", "'rumoured' is not known"),
    (edit("events.csv", ",3,true,", ",4,true,"), "events.csv", 2, "salience", "'4' is not known"),
    (edit("events.csv", ",true,", ",yes,"), "events.csv", 2, "verified", "neither true nor false"),
    (edit("events.csv", "52.52", "x"), "events.csv", 2, "lat", "not a number"),
    (edit("events.csv", "52.52", "152.52"), "events.csv", 2, "lat", "out of range"),
    (edit("events.csv", "52.52,", ","), "events.csv", 2, "lat", "give latitude and longitude"),
    (edit("events.csv", "55,125", "55,5"), "events.csv", 3, "fatalities_high", "the lower one first"),
    (edit("events.csv", "DE;PL", "DE;DD"), "events.csv", 6, "countries", "'DD' is not a country"),
    (
        edit("events.csv", "Soviet Union;United States;", "USSR;United States;"),
        "events.csv",
        2,
        "actors",
        "no actor 'USSR'",
    ),
    (
        edit("events.csv", "wikipedia-berlin-blockade", "wikipedia-airlift"),
        "events.csv",
        2,
        "source",
        "no source 'wikipedia-airlift'",
    ),
    (
        edit("events.csv", "Kennedy speaks", "In a speech of many words on a hot day Kennedy speaks"),
        "events.csv",
        5,
        "label",
        "words",
    ),
    (edit("events.csv", "wall-1961", "Wall 1961"), "events.csv", 4, "id", "wrong form"),
    (edit("events.csv", "wall-1961", "kennedy-1963"), "events.csv", 5, "id", "stands in row 4 too"),
    (edit("actors.csv", "person", "human"), "actors.csv", 9, "kind", "'human' is not known"),
    (
        edit("actors.csv", "1913-12-18,1992-10-08", "1992-10-08,1913-12-18"),
        "actors.csv",
        9,
        "active_to",
        "turn them around",
    ),
    (
        edit("actors.csv", ",united-states,1917", ",america,1917"),
        "actors.csv",
        10,
        "parent",
        "no actor with id 'america'",
    ),
    (edit("claims.csv", "wall-opens-1989", "wall-falls"), "claims.csv", 2, "event", "no event 'wall-falls'"),
    (edit("claims.csv", "1989-11-10", "10 November"), "claims.csv", 2, "value", "not an EDTF date"),
]


@pytest.mark.parametrize(
    ("spoil", "file", "row", "column", "says"), ONE_FAULT, ids=lambda v: v if isinstance(v, str) else ""
)
def test_a_fault_is_named_with_file_row_and_column(
    folder: Path, spoil: Callable[[Path], None], file: str, row: int, column: str, says: str
) -> None:
    spoil(folder)
    faults = check(folder)
    assert [(fault.file, fault.row, fault.column) for fault in faults] == [(file, row, column)], faults
    assert says in faults[0].message


@pytest.mark.parametrize("place", ["nowhere", "datapackage.json/x", ""])
def test_a_folder_that_is_none_is_one_fault(tmp_path: Path, place: str) -> None:
    (fault,) = check(tmp_path / place)
    assert "give the folder of a data package" in fault.message


def test_all_faults_are_told_at_once_in_the_order_of_the_files(folder: Path) -> None:
    edit("presets.csv", "kind=", "")(folder)
    edit("events.csv", "1961-08-13", "soon")(folder)
    edit("events.csv", "DE;PL", "DE;DD")(folder)
    edit("actors.csv", "person", "human")(folder)
    told = [(fault.file, fault.row) for fault in check(folder)]
    assert told == [("events.csv", 4), ("events.csv", 6), ("actors.csv", 9)]


def test_load_says_the_first_fault_and_how_many_more(folder: Path) -> None:
    edit("events.csv", "1961-08-13", "soon")(folder)
    edit("actors.csv", "person", "human")(folder)
    with pytest.raises(
        DataPackageError, match=re.escape("events.csv, row 4, column date: 'soon' is not an EDTF")
    ) as told:
        load(folder)
    assert "(1 more: run `timeline-app check" in str(told.value)


def test_a_column_of_the_packages_own_schema_is_checked_too(folder: Path) -> None:
    def own(told: dict) -> None:
        told["resources"][0]["schema"]["fields"].append({"name": "crew", "type": "integer"})

    descriptor(own)(folder)
    lines = (folder / "events.csv").read_text("utf-8").splitlines()
    lines = [f"{lines[0]},crew", *(f"{line},3" for line in lines[1:-1]), f"{lines[-1]},many"]
    (folder / "events.csv").write_text("\n".join(lines), "utf-8")
    assert [(fault.file, fault.row, fault.column) for fault in check(folder)] == [("events.csv", len(lines), "crew")]


FILES = ["datapackage.json", "events.csv", "actors.csv", "claims.csv", "presets.csv"]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(file=st.sampled_from(FILES), data=st.data())
def test_no_file_can_break_check_or_load(tmp_path: Path, file: str, data: st.DataObject) -> None:
    """A slice of a file is replaced by anything: faults or none, never a traceback, and `load` agrees with `check`."""
    folder = Path(shutil.copytree(SMALL, tmp_path / "package", dirs_exist_ok=True))
    whole = (SMALL / file).read_bytes()
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(len(whole), start + 40)))
    (folder / file).write_bytes(whole[:start] + data.draw(st.binary(max_size=40)) + whole[end:])
    faults = check(folder)
    try:
        load(folder)
    except DataPackageError:
        assert faults


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["name", "fields", "type", "path"]), inner)
    ),
    max_leaves=6,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    key=st.sampled_from(
        ["schema", "path", "name", "fields", "primaryKey", "foreignKeys", "missingValues", "type", "constraints"]
    ),
    value=json_values,
)
def test_no_descriptor_can_break_check(tmp_path: Path, key: str, value: object) -> None:
    folder = Path(shutil.copytree(SMALL, tmp_path / "package", dirs_exist_ok=True))
    told = json.loads((SMALL / "datapackage.json").read_text("utf-8"))
    resource = told["resources"][1]
    place = {"type": resource["schema"]["fields"][0], "constraints": resource["schema"]["fields"][0]}.get(key)
    if place is None:
        place = resource if key in ("schema", "path", "name") else resource["schema"]
    place[key] = value
    (folder / "datapackage.json").write_text(json.dumps(told), "utf-8")
    check(folder)
