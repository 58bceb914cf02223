"""What a page that was run without a browser shows, and a click on it."""

import json
from collections.abc import Callable
from typing import Any

from streamlit.testing.v1 import AppTest

Run = Callable[..., AppTest]


def said(app: AppTest) -> str:
    """All HTML and text of the page."""
    return "\n".join(str(element.proto.body) for element in app.get("html")) + "\n".join(t.value for t in app.text)


def figure(app: AppTest) -> dict[str, Any]:
    """The chart as it goes to the browser."""
    spec: dict[str, Any] = json.loads(app.get("plotly_chart")[0].proto.spec)
    return spec


def drawn(app: AppTest) -> set[str]:
    """Ids of the events that have a mark in the chart."""
    return {
        data[0]
        for trace in figure(app)["data"]
        for data in trace.get("customdata") or []
        if data and not str(data[0]).startswith("bin:")
    }


def link(app: AppTest) -> dict[str, Any]:
    """What the address says, without the version of its scheme."""
    said = dict(app.query_params)
    assert said.pop("v", None) == ("1" if said else None)
    return said


def click(app: AppTest, key: str) -> AppTest:
    app.button(key=key).click().run()
    assert not app.exception
    return app
