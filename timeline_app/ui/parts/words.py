"""What the page calls the values of the model, in its one language."""

from datetime import date

from timeline_app.dates import FuzzyDate
from timeline_app.model import ActorKind
from timeline_app.query import Filter, Names
from timeline_app.wording import say_date

LABELS = {
    "actor": "Actor",
    "country": "Country",
    "kind": "Kind of event",
    "status": "Status",
    "precision": "Precision of date",
    "source": "Source",
    "when": "Time range",
    "q": "Text",
    "several": "Several sources",
}
"""What the page calls each name of a filter."""

ACTOR_GROUPS = {
    ActorKind.ARMED_GROUP: "Armed groups",
    ActorKind.PMC: "Private military companies",
    ActorKind.MISSION: "Missions and operations",
    ActorKind.STATE: "States",
    ActorKind.ORGANISATION: "Organisations",
    ActorKind.PERSON: "People",
}
OTHER_ACTORS = "Named in reports"

FIELDS = {"date": "Date", "fatalities": "Deaths", "perpetrator": "Carried out by"}
"""What the page calls a field on which sources differ, where its own name will not do."""


def say_value(name: str, value: str, names: Names) -> str:
    """A value of a filter as the page shows it."""
    if name == "country":
        return names.country_names.get(value, value)
    if name in ("kind", "status", "precision"):
        return value.replace("_", " ").capitalize()
    return value


def say_range(wanted: Filter) -> str:
    """The time range in words; empty where there is none."""
    start, end = wanted.ends()
    if start and start == end:
        return _say_part(start)
    if start and end:
        return f"{_say_part(start)} – {_say_part(end)}"
    return f"From {_say_part(start)}" if start else f"Until {_say_part(end)}" if end else ""


def _say_part(edtf: str) -> str:
    return say_date(FuzzyDate.parse(edtf))


def say_day(day: date) -> str:
    """A day in words."""
    return say_date(FuzzyDate.on(day))


def plural(count: int, one: str, many: str = "") -> str:
    """`1 event`, `1,204 events`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
