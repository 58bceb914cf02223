"""The events found in a report, each to be kept or not, beside the text they were found in."""

from collections.abc import Mapping, Sequence

import streamlit as st

from timeline_app.model import Article, Mention
from timeline_app.query import Names
from timeline_app.ui import state
from timeline_app.ui.parts.evidence import marked_report
from timeline_app.ui.parts.markup import text
from timeline_app.ui.parts.plain import plain
from timeline_app.ui.parts.words import plural, say_value
from timeline_app.wording import say_date

_SKIPPED = "skipped"


def findings(article: Article, mentions: Sequence[Mention], names: Names, colours: Mapping[str, str]) -> list[Mention]:
    """Draw text and events side by side; the events that are kept."""
    skipped: set[str] = state.get(_SKIPPED) or set()
    kept = [mention for mention in mentions if mention.id not in skipped]
    reading, events = st.columns([5, 6], gap="large")
    with reading:
        st.subheader("The report", anchor=False)
        st.html(marked_report(article.text, mentions, {mention.id for mention in kept}))
    with events:
        st.subheader(f"{plural(len(mentions), 'event')} found", anchor=False)
        with st.container(height=560, border=False, key="findings"):
            for number, mention in enumerate(mentions, 1):
                _card(number, mention, mention.id not in skipped, names, colours)
    return kept


def _card(number: int, mention: Mention, keep: bool, names: Names, colours: Mapping[str, str]) -> None:
    def changed() -> None:
        skipped: set[str] = set(state.get(_SKIPPED) or set())
        state.put(_SKIPPED, skipped ^ {mention.id})

    with st.container(border=True, gap="xsmall", key=f"card-{mention.id}"):
        st.checkbox(
            f"**{number}** · {plain(mention.label)}", key=state.put(f"keep-{mention.id}", keep), on_change=changed
        )
        st.html(_facts(mention, names, colours))


def _facts(mention: Mention, names: Names, colours: Mapping[str, str]) -> str:
    kind, status = (say_value(name, getattr(mention, name), names) for name in ("kind", "status"))
    told = f"{status} by {mention.claimant}" if mention.claimant else status
    badges = [
        f'<span class="badge"><i style="background:{text(colours.get(mention.kind, ""))}"></i>{text(kind)}</span>',
        f'<span class="badge">{text(told)}</span>',
    ]
    who = [*mention.actors, *(say_value("country", code, names) for code in mention.countries)]
    names_of = f"<p>{text(' · '.join(who))}</p>" if who else ""
    how = f"<p class=how>{text(mention.resolution)}</p>" if mention.resolution else ""
    return (
        f'<div class="event"><p class="when">{text(say_date(mention.date))} <code>{text(mention.date)}</code></p>'
        f"{''.join(badges)}{names_of}{how}</div>"
    )
