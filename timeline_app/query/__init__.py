"""Which events are meant: a filter in words, the events that pass it, and the counts beside each choice."""

from timeline_app.query.facets import FACETS, Choice, alone, emptied_by, facets
from timeline_app.query.filter import Filter
from timeline_app.query.names import Names
from timeline_app.query.select import select, several, span

__all__ = ["FACETS", "Choice", "Filter", "Names", "alone", "emptied_by", "facets", "select", "several", "span"]
