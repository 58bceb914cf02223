"""The page *Add a report*: a report in, the events found in it beside their evidence, the kept ones on the timeline."""

from datetime import UTC, datetime

import streamlit as st

from timeline_app.model import Article, Mention
from timeline_app.ui import cache, state
from timeline_app.ui.pages import timeline
from timeline_app.ui.parts.findings import findings
from timeline_app.ui.parts.library import library
from timeline_app.ui.parts.report_about import report_about
from timeline_app.ui.parts.report_input import DRAFT, PASTED, REPORT, TROUBLE, report_input
from timeline_app.ui.parts.style import sentence, told
from timeline_app.ui.parts.theme import theme_name
from timeline_app.ui.parts.words import plural

_DONE = "added"


def page() -> None:
    state.leave()
    st.html(
        '<div class="title"><h1>Add a report</h1><p>Every event that the text puts on the calendar is found, with the '
        "sentence it comes from. You choose what goes onto the timeline.</p></div>"
    )
    _say_what_was_added()
    article: Article | None = state.get(REPORT)
    if article:
        st.button("Another report", key="back", type="tertiary", icon=":material/arrow_back:", on_click=_back)
        with told():
            _work_on(article)
    else:
        report_input(cache.samples(), cache.store())
        if trouble := state.get(TROUBLE):
            sentence(trouble)
    with told():
        library(cache.store())


def _work_on(article: Article) -> None:
    article = report_about(article, datetime.now(UTC).date())
    mentions = cache.mentions(article)
    if not mentions:
        sentence("no dated event was found in this text: check its language and day of publication above", kind="note")
        return
    theme = theme_name()
    known = cache.known(article)
    findings(article, mentions, known, cache.timeline().names, cache.colours(theme), lambda kept: _add(article, kept))


def _add(article: Article, kept: list[Mention]) -> None:
    with told():
        cache.store().add(article, kept)
        state.put(_DONE, [mention.id for mention in kept])
        _forget()
        state.put(DRAFT, "")
        state.drop(PASTED)


def _back() -> None:
    """What was pasted is there again, whatever the browser has done with the box meanwhile."""
    _forget()
    state.put(DRAFT, state.get(PASTED, state.get(DRAFT, "")))


def _forget() -> None:
    state.drop(REPORT, TROUBLE)


def _say_what_was_added() -> None:
    added: list[str] = state.get(_DONE) or []
    if not added:
        return
    told_by = {mention.id: event.id for event in cache.timeline().events for mention in event.mentions}
    with st.container(horizontal=True, vertical_alignment="center", key="done"):
        sentence(
            f"{plural(len(added), 'event')} added: they stay on the timeline until you remove the report", kind="done"
        )
        if st.button("Show on the timeline", key="go", icon=":material/timeline:"):
            state.drop(_DONE)
            event = next((told_by[mention] for mention in added if mention in told_by), "")
            target = st.Page(timeline.page, title="Timeline", url_path="timeline", default=True)
            st.switch_page(target, query_params={"event": event} if event else None)
