"""Pages run without a browser, over a small data package of a made-up region and a database of their own."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from timeline_app.dates import FuzzyDate
from timeline_app.model import Actor, ActorKind, Claim, DataPackage, Event, Kind, Period, Place, Preset, Source, Status
from timeline_app.store.package import write

HERALD = Source(id="herald", outlet="Herald", title="A quiet year ends", url="https://herald.test/1")
POST = Source(id="post", outlet="Post", title="Colonels on the radio", url="https://post.test/2")

AMBERLAND = DataPackage(
    name="amberland",
    title="Amberland since 2019",
    actors=(
        Actor(id="aa", name="Amberland", kind=ActorKind.STATE, countries=("NO",), aliases={"en": ("Amberlanders",)}),
        Actor(id="reds", name="Reds", kind=ActorKind.ARMED_GROUP, aliases={"en": ("Red Front",)}),
    ),
    places=(Place(name="Amberville", country="NO", lat=60.0, lon=10.0),),
    sources=(HERALD, POST),
    events=(
        Event(
            id="raid", date=FuzzyDate.parse("2020-05-17"), label="Reds raid Amberville", kind=Kind.ATTACK,
            actors=("Reds",), countries=("NO",), place="Amberville", sources=(HERALD,), salience=3,
            claims=(
                Claim(event="raid", field="date", value="2020-05-18", source="the Post"),
                Claim(event="raid", field="fatalities", value="3 to 5", source="the Reds", note="own count"),
            ),
        ),
        Event(
            id="coup", date=FuzzyDate.parse("2020-08"), label="Colonels seize power", kind=Kind.COUP,
            actors=("Amberland",), countries=("NO",), sources=(HERALD, POST), verified=True, salience=2,
        ),
        Event(
            id="vote", date=FuzzyDate.parse("2022"), label="Vote <b>promised</b> for [2022](https://evil.test)",
            kind=Kind.POLITICS, status=Status.PLANNED, claimant="the colonels", countries=("SE",), sources=(POST,),
        ),
    ),
    periods=(Period(label="Interregnum", date=FuzzyDate.parse("2020-08/2021-12"), lane="NO"),),
    presets=(Preset(label="Coups", where="kind=coup"),),
)  # fmt: skip

REPORT = """---
title: Colonels take over
outlet: Herald
published: 2020-08-19
lang: en
---
On Tuesday the Reds attacked a convoy near Amberville. Amberland's colonels seized power in August 2020.
"""


@pytest.fixture(scope="session")
def amberland(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("amberland")
    write(AMBERLAND, folder)
    (folder / "briefs").mkdir()
    (folder / "briefs" / "colonels.md").write_text(REPORT, "utf-8")
    return folder


def timeline() -> None:
    from timeline_app.ui.pages import timeline

    timeline.page()


def add_report() -> None:
    from timeline_app.ui.pages import add_report

    add_report.page()


@pytest.fixture
def run(amberland: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    """Run a page ("timeline" or "add_report") with the parameters of a link; all runs of a test share one database."""
    monkeypatch.setenv("TIMELINE_DATA", str(amberland))
    monkeypatch.setenv("TIMELINE_DATABASE_URL", f"sqlite:///{tmp_path / 'timeline.sqlite'}")

    def run(page: str, **parameters: str | list[str]) -> AppTest:
        app = AppTest.from_function({"timeline": timeline, "add_report": add_report}[page], default_timeout=60)
        for name, value in parameters.items():
            app.query_params[name] = value
        app.session_state["page-size"] = {"size": {"width": 1200, "height": 800}}
        app.run()
        assert not app.exception
        return app

    return run
