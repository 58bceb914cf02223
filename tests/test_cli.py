"""The command line: what it prints, what it says of bad input, and that it never shows a traceback."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from timeline_app.cli import main
from timeline_app.model import Article

REPORT = """\
Sahel Timeline

Village headman freed after ransom talks in Gao

Published: 12 May 2020

The High Council said on Saturday that the headman of a village near Gao had been released. Gunmen abducted him in
March 2019. France launched Operation Barkhane on 1 August 2014.
"""


@pytest.fixture
def report(tmp_path: Path) -> str:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, "utf-8")
    return str(path)


def run(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    status = main(argv)
    said = capsys.readouterr()
    return status, said.out, said.err


def test_extract_prints_date_label_and_evidence(report: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, "extract", report)
    assert (status, err) == (0, "")
    for piece in ("2014-08-01", "deployment", "2019-03", "2020-05-09", "“France launched Operation Barkhane"):
        assert piece in out


def test_formats_tell_the_same(report: str, capsys: pytest.CaptureFixture[str]) -> None:
    _, lines, _ = run(capsys, "extract", report, "--format", "jsonl")
    _, sheet, _ = run(capsys, "extract", report, "--format", "csv")
    events = [json.loads(line) for line in lines.splitlines()]
    rows = list(csv.DictReader(io.StringIO(sheet)))
    assert [(e["date"], e["label"], ";".join(e["actors"])) for e in events] == [
        (r["date"], r["label"], r["actors"]) for r in rows
    ]
    for event in events:
        assert REPORT[event["start"] : event["end"]] == event["evidence"]


def test_published_given_wins_over_the_text(report: str, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "tag", report, "--published", "2020-05-20", "--format", "jsonl")
    assert {t["text"]: t["value"] for t in map(json.loads, out.splitlines())}["Saturday"] == "2020-05-16"


def test_explain_names_rule_and_resolution(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "explain", "Lavrov met Maiga on Saturday.", "--published", "2021-09-26")
    assert status == 0
    assert "2021-09-25" in out
    assert "rule" in out
    assert "26 September 2021" in out or "2021-09-26" in out


EMPTY, BINARY, UNDATED, UNPUBLISHED = (
    b"",
    bytes(range(256)) * 40,
    b"The market was quiet. People talked of rain.",
    (b"Soldiers left the camp on Saturday, the ministry said. Villagers came to look at what was left behind."),
)


@pytest.mark.parametrize(("content", "says"), [
    (EMPTY, "empty"),
    (BINARY, "text"),
    (UNDATED, "no date"),
    (UNPUBLISHED, "--published"),
])  # fmt: skip
@pytest.mark.parametrize("command", ["tag", "extract"])
def test_bad_input_is_told_in_a_sentence(
    command: str, content: bytes, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "input.txt"
    path.write_bytes(content)
    status, _, err = run(capsys, command, str(path))
    assert status == 2
    assert says in err
    assert err.startswith("timeline-app: ")
    assert "Traceback" not in err
    assert len(err.strip().splitlines()) == 1


@pytest.mark.parametrize("argv", [
    ["extract"],
    ["extract", "no-such-file.txt"],
    ["--data", "no-such-folder", "extract", "-"],
    ["extract", "report.txt", "--published", "last week"],
])  # fmt: skip
def test_wrong_words_end_with_status_2(argv: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "timeline_app.cli", *argv], input="", capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert done.stderr.strip()


DOCUMENTS = [
    {"id": "a", "lang": "en", "published": "2021-09-26", "outlet": "", "text": "Lavrov spoke on Saturday."},
    {"id": "b", "lang": "fr", "published": "2022-02-18", "outlet": "", "title": "", "text": "Barkhane part le 2 mars."},
    {"id": "c", "lang": "en", "published": None, "outlet": "", "title": "", "text": ""},
]  # fmt: skip


@pytest.mark.parametrize(("command", "key"), [("tag", "timexes"), ("extract", "events")])
def test_json_lines_protocol(
    command: str, key: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = "".join(json.dumps(document) + "\n" for document in DOCUMENTS)
    monkeypatch.setattr("sys.stdin", io.StringIO(lines))
    status, out, err = run(capsys, command, "--jsonl")
    assert (status, err) == (0, "")
    answers = {answer["id"]: answer[key] for answer in map(json.loads, out.splitlines())}
    assert list(answers) == ["a", "b", "c"]
    assert answers["c"] == []
    assert [t["date"] for t in answers["a"]] == ["2021-09-25"]


def test_a_line_that_cannot_be_read_is_named_and_costs_no_other(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    numbered = {"id": "n", "lang": 7, "text": "On 3 March 2021."}
    unsaid = {"id": "fr", "text": "Le général est parti le 3 mars 2021, et les soldats de la force avec lui."}
    lines = [
        json.dumps(DOCUMENTS[0]),
        "{broken",
        "[1]",
        json.dumps({"id": "x"}),
        json.dumps(numbered),
        json.dumps(unsaid),
    ]
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(lines)))
    status, out, err = run(capsys, "tag", "--jsonl")
    assert status == 2
    assert [line.split(":")[1] for line in err.splitlines()] == [" line 2", " line 3", " line 4", " line 5"]
    answers = [json.loads(line) for line in out.splitlines()]
    assert [answer["id"] for answer in answers] == ["a", "fr"]
    assert [t["date"] for t in answers[1]["timexes"]] == ["2021-03-03"]


def test_several_processes_answer_as_one_does(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = "\n".join([*map(json.dumps, DOCUMENTS), "{broken", json.dumps({**DOCUMENTS[0], "id": "d"})])
    said = []
    for jobs in ("1", "2"):
        monkeypatch.setattr("sys.stdin", io.StringIO(lines))
        said.append(run(capsys, "tag", "--jsonl", "--jobs", jobs))
    assert said[0] == said[1]
    assert [json.loads(line)["id"] for line in said[1][1].splitlines()] == ["a", "b", "c", "d"]


def test_an_error_of_the_program_is_told_of_its_document_alone(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from timeline_app import pipeline

    def fail(article: Article, _: object) -> list[object]:
        if article.lang == "fr":
            raise KeyError("unit")
        return []

    monkeypatch.setattr(pipeline, "time_expressions", fail)
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(map(json.dumps, DOCUMENTS))))
    status, out, err = run(capsys, "tag", "--jsonl")
    assert status == 2
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["a", "c"]
    assert "line 2" in err
    assert "'b'" in err
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize("jobs", ["0", "-1", "two"])
def test_jobs_are_counted_from_one(jobs: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["tag", "--jsonl", f"--jobs={jobs}"])
    assert "one or more" in capsys.readouterr().err


def test_check_names_file_row_and_column(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import shutil

    from timeline_app.store.package import DEFAULT

    copy = tmp_path / "events"
    shutil.copytree(DEFAULT, copy)
    assert run(capsys, "check", str(copy))[0] == 0
    lines = (copy / "events.csv").read_text("utf-8").splitlines(keepends=True)
    (copy / "events.csv").write_text("".join([lines[0], lines[1].replace("2012-01", "soon", 1), *lines[2:]]), "utf-8")
    status, out, _ = run(capsys, "check", str(copy))
    assert status != 0
    assert "events.csv" in out
    assert "date" in out
