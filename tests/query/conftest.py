"""Made-up events of a made-up region, so that the tests say nothing about any real one."""

import pytest

from timeline_app.dates import FuzzyDate
from timeline_app.model import Actor, ActorKind, Event, Kind, Source, Status


def event(id: str, date: str, label: str = "", **fields: object) -> Event:
    fields = {"kind": Kind.ATTACK, **fields}
    outlets = fields.pop("outlets", ("Herald",))
    return Event(
        id=id,
        date=FuzzyDate.parse(date),
        label=label or id,
        sources=tuple(Source(outlet=outlet) for outlet in outlets),  # type: ignore[attr-defined]
        **fields,  # type: ignore[arg-type]
    )


@pytest.fixture(scope="session")
def events() -> tuple[Event, ...]:
    return (
        event("raid", "2020-05-17", "Reds raid Amberville", actors=("Reds",), countries=("AA",)),
        event("coup", "2020-08", "Colonels seize power", kind=Kind.COUP, countries=("AA",), outlets=("Herald", "Post")),
        event("mission", "2020-11/..", "Mission deploys", kind=Kind.DEPLOYMENT, actors=("Mission",), countries=("BB",)),
        event("pact", "2021", "Reds and Blues sign a pact", kind=Kind.AGREEMENT, actors=("Reds", "Blues")),
        event(
            "plan", "2022-03-01", "Vote in Ménaka", kind=Kind.POLITICS, status=Status.PLANNED, countries=("BB", "AA")
        ),
        event("old", "../2019", "Blues hold the hills", actors=("Blues",), countries=("BB",), outlets=("Post",)),
    )


@pytest.fixture(scope="session")
def actors() -> tuple[Actor, ...]:
    return (
        Actor(id="aa", name="Amberland", kind=ActorKind.STATE, countries=("AA",), aliases={"en": ("Amberlanders",)}),
        Actor(
            id="reds", name="Reds", kind=ActorKind.ARMED_GROUP, aliases={"en": ("Red Front",), "fr": ("Front rouge",)}
        ),
        Actor(id="blues", name="Blues", kind=ActorKind.ARMED_GROUP, aliases={"fr": ("Bleus", "Armée bleue")}),
    )
