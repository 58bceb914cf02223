"""`timeline-app export` and `import`, run as a user runs them."""

import io
import json
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from timeline_app.cli import main
from timeline_app.dates import FuzzyDate
from timeline_app.export.formats import EXPORTERS, IMPORTERS
from timeline_app.export.subtitle import say_filter
from timeline_app.query import Filter

WHERE = "actor=JNIM;country=ML;from=2021;to=2022"


def test_the_filtered_events_go_into_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "a.jsonl"
    assert main(["export", "--format", "jsonl", "--output", str(out), "--where", WHERE]) == 0
    events = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert events
    for event in events:
        assert "JNIM" in event["actors"]
        assert "ML" in event["countries"]
        assert FuzzyDate.parse(event["date"]).overlaps(FuzzyDate.parse("2021/2022"))
    assert f"{len(events)} of 2" in capsys.readouterr().err


def test_a_lossy_export_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--format", "ics", "--output", str(tmp_path / "a.ics")]) == 0
    assert "iCalendar holds exact days only" in capsys.readouterr().err


def test_standard_output_gets_the_bytes_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", SimpleNamespace(buffer=out))
    assert main(["export", "--format", "png", "--where", WHERE, "--scale", "1", "--as-of", "2024-05-01"]) == 0
    assert out.getvalue().startswith(b"\x89PNG")


def test_all_formats_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--formats"]) == 0
    told = capsys.readouterr().out
    for format in (*EXPORTERS, *IMPORTERS):
        assert f"  {format.name} " in told


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["export"], "no format given"),
        (["export", "--format", "gif"], "no format 'gif': use one of png, svg"),
        (["export", "--format", "csv", "--where", "actor=Nobody At All"], "knows no actor"),
        (["export", "--format", "csv", "--where", "colour=red"], "no filter 'colour'"),
        (["export", "--format", "csv", "--where", "from=1700;to=1701"], "no event passes"),
        (["export", "--format", "csv", "--where", WHERE, "--output", "/no/such/folder/a.csv"], "cannot be written"),
        (["import", "--format", "csv", "/no/such/file.csv"], "cannot be read"),
        (["import", "--format", "gif", __file__], "no format 'gif' to read"),
        (["import", "--format", "ics", __file__], "no iCalendar"),
    ],
)
def test_a_fault_is_one_sentence_and_status_2(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    said = capsys.readouterr().err
    assert told in said
    assert said.count("\n") == 1


def test_imported_events_are_kept_and_exported_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table, database = tmp_path / "mine.csv", f"sqlite:///{tmp_path / 'a.sqlite'}"
    table.write_text("date,label,kind\n2021-03,Bridge reopens,politics\nsoon,Never,politics\n", "utf-8")
    assert main(["import", "--format", "csv", str(table), "--database", database]) == 0
    said = capsys.readouterr()
    assert said.out == "mine.csv: 1 event, 1 row skipped\n"
    assert "row 3: 'soon' is not an EDTF date" in said.err
    out = tmp_path / "all.jsonl"
    assert (
        main(["export", "--format", "jsonl", "--output", str(out), "--database", database, "--where", "q=Bridge"]) == 0
    )
    assert "Bridge reopens" in out.read_text("utf-8")


def test_printing_keeps_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "mine.csv"
    table.write_text("title;date\nBridge reopens;2021-03\n", "utf-8")
    assert main(["import", "--format", "csv", "--print", str(table)]) == 0
    (event,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert (event["date"], event["label"]) == ("2021-03", "Bridge reopens")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("", ""),
        (WHERE, "JNIM · Mali · 2021 to 2022"),
        ("country=ML,NE;from=2021-03", "Mali, Niger · since March 2021"),
        ("kind=attack,coup;to=2021-09-25", "Attack, Coup · until 25 September 2021"),
        ("from=2021;to=2021;q=bridge", "“bridge” · 2021"),
        ("from=2023-07-27;to=2023", "27 July 2023 to the end of 2023"),
        ("several=yes;status=claimed", "Claimed · told by several sources"),
    ],
)
def test_a_filter_in_words(words: str, said: str) -> None:
    assert say_filter(Filter.parse(words)) == said
