"""Languages as folders of data, told in one file or in several."""

import pytest

from timeline_app import language
from timeline_app.errors import LanguageError
from timeline_app.language import available, load, load_all


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A language "xx" in two files; what was read before and during the test is forgotten."""
    (tmp_path / "xx").mkdir()
    (tmp_path / "xx" / "tag.toml").write_text(
        'files = ["more"]\n[words.unit]\nday = ["dag"]\n[[rule]]\nname = "a"\n', "utf-8"
    )
    (tmp_path / "xx" / "more.toml").write_text(
        '[words.unit]\nday = ["dagen"]\nyear = ["jaar"]\n[[rule]]\nname = "b"\n', "utf-8"
    )
    monkeypatch.setattr(language, "FOLDER", tmp_path)
    for read in (available, load, load_all):
        read.cache_clear()
    yield tmp_path
    for read in (available, load, load_all):
        read.cache_clear()


def test_files_of_one_language_are_joined_in_their_order(folder):
    whole = load_all("xx", "tag")
    assert whole["words"] == {"unit": {"day": ["dag", "dagen"], "year": ["jaar"]}}
    assert [rule["name"] for rule in whole["rule"]] == ["a", "b"]
    assert load("xx", "tag")["words"] == {"unit": {"day": ["dag"]}}, "what one file says is not changed by joining"


@pytest.mark.parametrize(
    ("lang", "name", "says"), [("yy", "tag", "use one of xx"), ("xx", "none", "none.toml"), ("xx", "bad", "not TOML")]
)
def test_what_is_missing_or_faulty_is_named(folder, lang, name, says):
    (folder / "xx" / "bad.toml").write_text("[words", "utf-8")
    with pytest.raises(LanguageError, match=says):
        load_all(lang, name)
