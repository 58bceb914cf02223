"""What is known about a report: title, outlet, day of publication, language. Found where possible, open to change."""

from dataclasses import replace
from datetime import date

import streamlit as st

from timeline_app.language import available
from timeline_app.model import Article
from timeline_app.read import reads_like
from timeline_app.ui import state
from timeline_app.ui.parts.style import sentence

LANGUAGES = {"en": "English", "fr": "French"}


def report_about(article: Article, today: date) -> Article:
    """Draw the fields; the article with what they say."""
    languages = sorted({*available(), article.lang})
    for key, value in (
        ("about-title", article.title),
        ("about-outlet", article.outlet),
        ("about-published", article.published),
        ("about-lang", article.lang),
    ):
        state.put(key, state.get(key, value))
    title, outlet, published, lang = st.columns([4, 2, 2, 1.5], vertical_alignment="bottom")
    given = {
        "title": title.text_input("Title", key="about-title"),
        "outlet": outlet.text_input("Outlet", key="about-outlet", placeholder="Who published it"),
        "published": published.date_input(
            "Published", None, date(1900, 1, 1), today, key="about-published", format="YYYY-MM-DD"
        ),
        "lang": lang.selectbox("Language", languages, key="about-lang", format_func=lambda c: LANGUAGES.get(c, c)),
    }
    day = given["published"]
    if day is None:
        sentence(
            "no day of publication was found: give it above, else “on Saturday” and the like stay without a date",
            kind="note",
        )
    how = article.published_from if day == article.published else "given"
    changed = replace(article, **given, published_from=how)  # type: ignore[arg-type]
    if not reads_like(changed.text, changed.lang):
        known = " and ".join(LANGUAGES.get(code, code) for code in languages)
        sentence(
            f"this text does not read like {LANGUAGES.get(changed.lang, changed.lang)}: reports in {known} are "
            "understood, of others a translation",
            kind="note",
        )
    if day and how not in ("", "given"):
        st.caption(f"Day of publication read from the {how}.")
    return changed
