"""What becomes of letters that the bundled font lacks: it has Latin, Greek and Cyrillic ones."""

from collections.abc import Iterable

from timeline_app.draw.metrics import covers
from timeline_app.export.clean import clean, many
from timeline_app.model import Event


def strange(events: Iterable[Event], fate: str) -> str:
    """How many titles have such letters, and what is done with them; empty where none has."""
    found = sum(not covers(clean(event.label)) for event in events)
    return f"The bundled font lacks letters of {many(found, 'title')}: {fate}." if found else ""
