"""How sure a mention is: the chance that kind, status and countries are all as the text means them.

A logistic regression over what the stage knows of its own doing, fitted on 777 annotated events of reports in English
and French; a fifth of them each had 40, 56, 62, 67 and 76 per cent right where this said 42, 55, 62, 68 and 74. Kinds
and parties were found by rules then: what they get right since they are weighed is not in these numbers.
"""

import math

from timeline_app.dates import FuzzyDate, Precision
from timeline_app.extract.clauses.clause import Clause
from timeline_app.model import Status

_BASE = 0.36
_TWO_WORDS_SAY_THE_KIND = 0.39
_HEAD_OF_A_LIST_ITEM = 0.41
_ONE_DAY = 0.18
_NOT_ASSERTED = -0.79
_OPENS_WITH_A_PRONOUN = -0.49
_SHORT_LABEL = -0.14
_STATE_SUPPLIED = -0.70
_WITHOUT_PARSER = -0.50
"""Not fitted, as the others are; what the rules tier loses on the same reports."""
_APPROXIMATE = -0.20


def confidence(
    clause: Clause, when: FuzzyDate, *, paired: bool, status: Status, label: str, pronoun: bool, supplied: bool
) -> float:
    """From 0 to 1. `paired`: two words of the clause name the kind; `supplied`: its state is not named in it."""
    told = clause.how.startswith("head of")
    score = _BASE
    score += _TWO_WORDS_SAY_THE_KIND * paired
    score += _HEAD_OF_A_LIST_ITEM * told
    score += _ONE_DAY * (when.precision is Precision.DAY)
    score += _NOT_ASSERTED * (status in {Status.CLAIMED, Status.DENIED})
    score += _OPENS_WITH_A_PRONOUN * pronoun
    score += _SHORT_LABEL * (len(label.split()) <= 3)
    score += _STATE_SUPPLIED * supplied
    score += _WITHOUT_PARSER * (not clause.sentence.parsed)
    score += _APPROXIMATE * when.approximate
    return round(1 / (1 + math.exp(-score)), 2)
