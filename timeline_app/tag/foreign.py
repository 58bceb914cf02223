"""Absolute dates in languages without a folder, read by `dateparser` in its two hundred locales."""

from datetime import datetime

from timeline_app.dates import FuzzyDate
from timeline_app.model import TimeExpression

RULE = "absolute date, by dateparser"
_LONGEST = 400_000
"""Characters looked at: dateparser's search is slow, and such a text is no report."""


def absolute_dates(text: str, lang: str) -> list[TimeExpression]:
    """Dates that the text writes out with their day, month and year. A locale unknown to dateparser gives none."""
    from dateparser.search import search_dates

    settings = {"STRICT_PARSING": True, "RELATIVE_BASE": datetime(1, 1, 1), "PARSERS": ["absolute-time"]}
    try:
        hits = search_dates(text[:_LONGEST], languages=[lang], settings=settings) or []
    except ValueError:
        return []
    found, at = [], 0
    for said, moment in hits:
        start = text.find(said, at)
        if start < 0 or moment.year < 1000:
            continue
        at = start + len(said)
        day = FuzzyDate.on(moment.date())
        found.append(
            TimeExpression(
                start=start, end=at, text=said, type="DATE", value=day.edtf, rule=RULE, date=day,
                resolution=f'"{said}" -> {day}',
            )
        )  # fmt: skip
    return found
