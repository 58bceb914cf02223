"""The whole app without a browser: what is wrong outside of it gets a sentence, and its habits hold."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

APP = Path(__file__).parents[2] / "timeline_app" / "app.py"
UI = APP.parent / "ui"


def said(app: AppTest) -> str:
    return "\n".join(str(element.proto.body) for element in app.get("html"))


def start(monkeypatch: pytest.MonkeyPatch, data: Path | str, database: str) -> AppTest:
    monkeypatch.setenv("TIMELINE_DATA", str(data))
    monkeypatch.setenv("TIMELINE_DATABASE_URL", database)
    return AppTest.from_file(str(APP), default_timeout=60).run()


def test_it_starts_on_the_timeline(monkeypatch: pytest.MonkeyPatch, amberland: Path, tmp_path: Path) -> None:
    app = start(monkeypatch, amberland, f"sqlite:///{tmp_path / 't.sqlite'}")
    assert not app.exception
    assert "Amberland since 2019" in said(app)


def test_a_malformed_data_package_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    app = start(monkeypatch, tmp_path, f"sqlite:///{tmp_path / 't.sqlite'}")
    assert not app.exception
    assert 'role="alert"' in said(app)
    assert "datapackage.json" in said(app)


def test_a_database_that_is_none_is_told(monkeypatch: pytest.MonkeyPatch, amberland: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("no database at all, just words that go on for a while")
    app = start(monkeypatch, amberland, f"sqlite:///{tmp_path / 'notes.txt'}")
    assert not app.exception
    assert 'role="alert"' in said(app)
    assert "notes.txt" in said(app)


@pytest.mark.parametrize(
    ("pattern", "where"),
    [
        (r"\bst\.(session_state|query_params)\b", "state.py"),
        (r"\bst\.cache_", "cache.py"),
        (r"\bdatetime\.now\b|\bdate\.today\b|\btime\.time\b", "pages/timeline.py pages/add_report.py"),
    ],
)
def test_state_caching_and_the_clock_each_have_one_place(pattern: str, where: str) -> None:
    using = {str(path.relative_to(UI)) for path in UI.rglob("*.py") if re.search(pattern, _code(path))}
    assert using == set(where.split())


def _code(path: Path) -> str:
    """The file without its docstrings and comments."""
    return re.sub(r'(?s)""".*?"""|(?m:#[^\n]*$)', "", path.read_text("utf-8"))
