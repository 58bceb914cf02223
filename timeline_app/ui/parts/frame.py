"""Events as the rows of a table."""

from collections.abc import Sequence

import pandas as pd

from timeline_app.model import Event
from timeline_app.query import Names
from timeline_app.ui.parts.words import say_value
from timeline_app.wording import say_date


def frame(events: Sequence[Event], names: Names) -> pd.DataFrame:
    """One row an event, in the words of the page."""
    return pd.DataFrame(
        {
            "From": [event.date.earliest for event in events],
            "When": [say_date(event.date) for event in events],
            "Event": [event.label for event in events],
            "Kind": [say_value("kind", event.kind, names) for event in events],
            "Status": [say_value("status", event.status, names) for event in events],
            "Countries": [", ".join(say_value("country", code, names) for code in event.countries) for event in events],
            "Actors": [", ".join(event.actors) for event in events],
            "Sources": [", ".join(dict.fromkeys(source.outlet for source in event.sources)) for event in events],
        }
    )
