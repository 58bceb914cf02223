"""A text's time expressions, found and dated: recognise, resolve, join the ends of ranges, write down."""

from collections.abc import Sequence
from datetime import date

from timeline_app.dates import FuzzyDate
from timeline_app.language import available
from timeline_app.model import TimeExpression
from timeline_app.tag.anchors.resolve import resolve
from timeline_app.tag.anchors.span import join
from timeline_app.tag.rules.grammar import grammar
from timeline_app.tag.rules.recognise import recognise
from timeline_app.tag.write import write


def tag(
    text: str, lang: str, published: date | None = None, *, known: Sequence[tuple[str, FuzzyDate]] = ()
) -> list[TimeExpression]:
    """Every time that the text names, in its order; none overlaps another.

    `published` is the day that "yesterday" counts from; without it relative expressions have no `date`. `known` are
    events with their dates, for "a year after the coup". In a language without a folder only absolute dates are
    found. Both ends of a range ("from 11 to 13 January") are expressions, and both have the date of the whole.
    """
    lang = lang.lower().partition("-")[0]
    if lang not in available():
        from timeline_app.tag.foreign import absolute_dates

        return absolute_dates(text, lang)
    rules = grammar(lang)
    found = recognise(text, lang)
    if not found:
        return []
    dated = resolve(text, found, published, rules, known)
    join(dated, text, rules.data.get("context", {}))
    return [write(one, text, rules.data.get("say", {})) for one in dated]
