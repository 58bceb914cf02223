"""A filter in words, for the line under a title: "JNIM · Mali, Niger · 2021 to 2022"."""

from collections.abc import Mapping

from timeline_app.dates import FuzzyDate
from timeline_app.draw.lanes import country_name
from timeline_app.query import Filter
from timeline_app.wording import say_date


def say_filter(wanted: Filter, countries: Mapping[str, str] | None = None) -> str:
    """Its parts in the order of a link; `countries` names codes as the data package does. The empty filter: nothing."""
    parameters = wanted.parameters()
    said = []
    for name, values in parameters.items():
        if name in ("from", "to"):
            continue
        if name == "country":
            said.append(", ".join((countries or {}).get(code) or country_name(code) for code in values))
        elif name == "q":
            said.append(f"“{values[0]}”")
        elif name == "several":
            said.append("told by several sources")
        elif name == "precision":
            said.append(f"dates known to the {' or '.join(values)}")
        else:
            shown = [value.capitalize() if name in ("kind", "status") else value for value in values]
            said.append(", ".join(shown))
    start, end = (say_date(FuzzyDate.parse(parameters[n][0])) if n in parameters else "" for n in ("from", "to"))
    if start and end:
        finer = parameters["from"][0].count("-") > parameters["to"][0].count("-")
        said.append(start if start == end else f"{start} to {'the end of ' * finer}{end}")
    elif start or end:
        said.append(f"since {start}" if start else f"until {end}")
    return " · ".join(said)
