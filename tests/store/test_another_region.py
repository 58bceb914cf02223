"""Nothing about a region is in code: another folder is another timeline, from the report to the picture."""

import ast
import json
import re
from datetime import date
from pathlib import Path

import pytest

from timeline_app import pipeline
from timeline_app.cli import main
from timeline_app.model import ActorKind, Article
from timeline_app.store.package import load

SMALL = Path(__file__).parent / "data" / "divided-germany"
CODE = Path(__file__).parents[2] / "timeline_app"

REPORT = """\
John F. Kennedy spoke before the town hall of Schöneberg on 26 June 1963. The Soviet Union had blockaded West Berlin
on 24 June 1948. East Germany closed the border on 13 August 1961 and opened the Wall on 9 November 1989.
"""


def test_a_report_is_read_with_the_actors_and_countries_of_the_package() -> None:
    package = load(SMALL)
    article = Article(text=REPORT, lang="en", title="Berlin", published=date(1990, 1, 15))
    told = {str(mention.date): mention for mention in pipeline.mentions(article, package)}
    assert set(told) >= {"1963-06-26", "1948-06-24", "1961-08-13", "1989-11-09"}
    assert "Soviet Union" in told["1948-06-24"].actors
    assert "East Germany" in told["1961-08-13"].actors
    assert {"DE"} == set(told["1961-08-13"].countries)


def test_what_a_report_tells_joins_the_events_of_the_package() -> None:
    package = load(SMALL)
    article = Article(text=REPORT, lang="en", title="Berlin", published=date(1990, 1, 15))
    events = pipeline.timeline(package, pipeline.mentions(article, package))
    assert {event.id for event in package.events} <= {event.id for event in events}
    assert sum(len(event.mentions) for event in events) >= 4


def test_the_commands_take_the_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "report.txt").write_text(REPORT, "utf-8")
    assert main(["--data", str(SMALL), "extract", str(tmp_path / "report.txt"), "--format", "jsonl"]) == 0
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert "1961-08-13" in {event["date"] for event in events}
    picture = tmp_path / "picture.svg"
    status = main(
        ["export", "--data", str(SMALL), "--format", "svg", "--output", str(picture), "--as-of", "1995-01-01"]
    )
    assert (status, capsys.readouterr().err) == (0, "10 of 10 events.\n")
    assert "East Germany opens the Berlin Wall" in re.sub(r"<[^>]+>", " ", picture.read_text("utf-8")).replace(
        "  ", " "
    )


def test_no_name_of_the_shipped_region_stands_in_code() -> None:
    """Armed groups, missions, persons and places; states and examples of a filter in a help text may be named."""
    package = load()
    kinds = {ActorKind.ARMED_GROUP, ActorKind.MISSION, ActorKind.PERSON, ActorKind.PMC}
    names = {
        name for actor in package.actors if actor.kind in kinds for name in (actor.name, *actor.aliases.get("en", ()))
    }
    names |= {place.name for place in package.places}
    pattern = re.compile(r"\b(" + "|".join(re.escape(name) for name in names if len(name) > 3) + r")\b")
    found = [
        (path.name, name)
        for path in CODE.rglob("*.py")
        for text in _texts(ast.parse(path.read_text("utf-8")))
        for name in pattern.findall(text)
        if f"actor={name}" not in text
    ]
    assert found == []


def _texts(tree: ast.AST) -> list[str]:
    """The strings that a program works with: all but docstrings."""
    statements = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    constants = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in statements)
    return [node.value for node in constants if isinstance(node.value, str)]
