"""How sure a mention is, from features that were weighed on annotated reports (see tests/extract)."""

from timeline_app.dates import FuzzyDate, Precision
from timeline_app.extract.clause import Clause
from timeline_app.extract.parties import Parties


def confidence(clause: Clause, when: FuzzyDate, margin: float, label_made: str, whose: Parties) -> float:
    """From 0 to 1: how likely it is that event, date and kind are all as given."""
    score = 0.55 if clause.sentence.parsed else 0.42
    score += 0.12 * min(1.0, margin)
    score += 0.08 if not clause.nominal else 0.0
    score += 0.08 if when.precision is Precision.DAY else 0.0
    score += 0.05 if whose.agents or whose.patients else 0.0
    score -= 0.08 if label_made == "verbatim" else 0.0
    score -= 0.05 if when.approximate else 0.0
    return round(max(0.05, min(0.95, score)), 2)
