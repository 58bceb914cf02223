"""The table of many events: page by page, on the page of the event that is chosen."""

from collections.abc import Callable
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from timeline_app.ui.parts import table


def labels(app: AppTest) -> list[str]:
    found: list[str] = app.dataframe[0].value["Event"].tolist()
    return found


def turn(app: AppTest, page: int, *, own: int = 1) -> None:
    """Turn to a page of two; `own` is that of the chosen event."""
    app.session_state[f"page-2-{own}"] = page
    app.run()
    assert not app.exception


def test_a_table_of_many_events_is_turned_over(run: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "PAGE", 2)
    app = run("timeline")
    assert len(labels(app)) == 2
    assert any("Events 1 to 2 of 3" in caption.value for caption in app.caption)
    turn(app, 2)
    assert labels(app) == ["Vote <b>promised</b> for [2022](https://evil.test)"]


def test_a_chosen_event_is_on_the_page_that_is_shown(run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "PAGE", 2)
    app = run("timeline", event="vote")
    assert len(labels(app)) == 1
    turn(app, 1, own=2)  # the reader may look elsewhere all the same
    assert len(labels(app)) == 2
    app.button(key="previous").click().run()
    assert len(labels(app)) == 2


def test_fewer_events_have_fewer_pages(run: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "PAGE", 2)
    app = run("timeline")
    turn(app, 2)
    app.text_input(key="search").set_value("raid").run()
    assert labels(app) == ["Reds raid Amberville"]
