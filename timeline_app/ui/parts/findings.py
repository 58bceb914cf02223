"""The events found in a report, each to be kept or not, beside the text they were found in."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from timeline_app.model import Article, Event, Mention
from timeline_app.query import Names
from timeline_app.ui import state
from timeline_app.ui.parts.edit import being_edited, edit_button, edit_form, edited
from timeline_app.ui.parts.evidence import marked_report
from timeline_app.ui.parts.markup import text
from timeline_app.ui.parts.plain import plain
from timeline_app.ui.parts.words import plural, say_value
from timeline_app.wording import say_date

_SKIPPED = "skipped"


def findings(
    article: Article,
    mentions: Sequence[Mention],
    known: Mapping[str, Event],
    names: Names,
    colours: Mapping[str, str],
    add: Callable[[list[Mention]], None],
) -> None:
    """Draw text and events side by side. `known` maps a mention to the event of the timeline that it tells of; `add`
    gets the mentions that are kept."""
    skipped: set[str] = state.get(_SKIPPED) or set()
    kept = [mention for mention in mentions if mention.id not in skipped]
    as_edited = [edited(mention) for mention in kept]
    reading, events = st.columns([5, 6], gap="large")
    with reading, st.container(height=600, border=False, key="reading"):
        st.html(marked_report(article.text, mentions, {mention.id for mention in kept}))
    with events:
        with st.container(horizontal=True, vertical_alignment="center", key="decide", wrap=False):
            st.subheader(f"{plural(len(mentions), 'event')} found", anchor=False)
            st.button(
                f"Add {plural(len(kept), 'event')} to the timeline",
                key="add",
                type="primary",
                icon=":material/add:",
                disabled=not kept,
                on_click=add,
                args=(as_edited,),
            )
        with st.container(height=545, border=False, key="findings", gap="small"):
            for number, mention in enumerate(mentions, 1):
                _card(number, mention, mention.id not in skipped, known.get(mention.id), names, colours)


def _card(
    number: int, mention: Mention, keep: bool, known: Event | None, names: Names, colours: Mapping[str, str]
) -> None:
    def changed() -> None:
        skipped: set[str] = set(state.get(_SKIPPED) or set())
        state.put(_SKIPPED, skipped ^ {mention.id})

    shown = edited(mention)
    with st.container(border=True, gap=None, key=f"card-{mention.id}"):
        if being_edited(mention):
            with st.container(gap="small", key=f"form-{mention.id}"):
                edit_form(mention)
            return
        with st.container(horizontal=True, gap="small", key=f"card-head-{mention.id}", wrap=False):
            key = state.put(f"keep-{mention.id}", keep)
            st.checkbox(f"{number} · {plain(shown.label)}", key=key, on_change=changed)
            edit_button(mention)
        st.html(_facts(shown, known, names, colours, by_hand=shown != mention))


def _facts(mention: Mention, known: Event | None, names: Names, colours: Mapping[str, str], *, by_hand: bool) -> str:
    kind, status = (say_value(name, getattr(mention, name), names) for name in ("kind", "status"))
    told = f"{status} by {mention.claimant}" if mention.claimant else status
    countries = [say_value("country", code, names) for code in mention.countries]
    who = dict.fromkeys((*mention.actors, *countries))
    lines = [
        f'<b>{text(say_date(mention.date))}</b><span class="badge"><i style="background:'
        f'{text(colours.get(mention.kind, ""))}"></i>{text(kind)}</span><span class="badge">{text(told)}</span>'
        f"{'<span class=badge>Edited</span>' if by_hand else ''}",
        text(" · ".join(who)),
        f'<span class="how">{text(mention.resolution)}</span>' if mention.resolution else "",
        f'<span class="how">On the timeline already: {text(known.label)} ({text(say_date(known.date))})</span>'
        if known
        else "",
    ]
    return f'<div class="event found">{"".join(f"<p>{line}</p>" for line in lines if line)}</div>'
