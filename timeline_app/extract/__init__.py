"""Article and time expressions in, tellings of events out: what, when, who, where, and how do we know."""

from timeline_app.extract.events import extract
from timeline_app.extract.names.gazetteer import Gazetteer

__all__ = ["Gazetteer", "extract"]
