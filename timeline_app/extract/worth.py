"""Which dated clauses are events: not what a date only identifies, what recurs, or what never was."""

from datetime import date

from timeline_app.dates import FuzzyDate, Precision
from timeline_app.extract.attach import Clause
from timeline_app.extract.lexicon import Lexicon
from timeline_app.extract.units import Unit
from timeline_app.model import Article, TimeExpression


def is_event(article: Article, unit: Unit, time: TimeExpression, clause: Clause, lexicon: Lexicon) -> bool:
    """Whether a time expression that hangs on this clause puts an event on the calendar."""
    if time.type == "SET":
        return False
    if time.date is not None and time.date.precision is Precision.CENTURY:
        return False
    before = article.text[max(0, time.start - 24) : time.start].casefold()
    after = article.text[time.end : time.end + 24].casefold()
    if lexicon.pattern("worth", "number_before").search(before) or lexicon.pattern("worth", "thing_after").match(after):
        return False
    spoken = [t.norm for t in clause.sentence.tokens]
    return lexicon.phrases("status", "counterfactual").any(spoken) is None or not _unreal(clause, lexicon)


def _unreal(clause: Clause, lexicon: Lexicon) -> bool:
    words = [t.norm for t in clause.sentence.tokens]
    found = lexicon.phrases("status", "counterfactual").any(words)
    return bool(found and found.start == 0)


def dates_of(time: TimeExpression) -> list[FuzzyDate]:
    """The dates that an expression names: "17 and 21 May" are two."""
    when = time.date
    if when is None:
        return []
    if when.edtf.startswith("[") and "," in when.edtf:
        return [FuzzyDate.parse(part.strip()) for part in when.edtf[1:-1].split(",")]
    return [when]


def published_before(published: date | None, when: FuzzyDate) -> bool:
    return bool(published and when.earliest and when.earliest > published)
