"""The reports that were added, each to be removed, and the last removal to be undone."""

from collections.abc import Sequence

import streamlit as st

from timeline_app.model import Article, Mention
from timeline_app.store.database import Import, Store
from timeline_app.ui import state
from timeline_app.ui.parts.markup import text
from timeline_app.ui.parts.words import plural, say_day

_REMOVED = "removed"


def library(store: Store) -> None:
    """Draw the list of added reports; nothing where there is none."""
    articles, mentions = store.articles(), store.mentions()
    removed: tuple[Article, list[Mention]] | None = state.get(_REMOVED)
    imports = store.imports()
    if not articles and not removed and not imports:
        return
    st.subheader("Reports on the timeline", anchor=False)
    if removed:
        with st.container(horizontal=True, vertical_alignment="center", key="undo-row"):
            st.html(f'<div class="note">Removed: {text(_name(removed[0]))}</div>')
            st.button("Undo", key="undo", icon=":material/undo:", on_click=_undo, args=(store,))
    for article in articles:
        told = [mention for mention in mentions if mention.article == article.id]
        _row(store, article, told)
    for file in imports:
        _file(store, file)


def _row(store: Store, article: Article, told: Sequence[Mention]) -> None:
    facts = [article.outlet, say_day(article.published) if article.published else "", plural(len(told), "event")]
    with st.container(horizontal=True, vertical_alignment="center", border=True, key=f"report-{article.id}"):
        st.html(
            f'<div class="event"><b>{text(_name(article))}</b>'
            f'<p class="how">{" · ".join(text(fact) for fact in facts if fact)}</p></div>'
        )
        st.button(
            "Remove",
            key=f"remove-{article.id}",
            icon=":material/delete:",
            type="tertiary",
            on_click=_remove,
            args=(store, article, list(told)),
        )


def _file(store: Store, file: Import) -> None:
    with st.container(horizontal=True, vertical_alignment="center", border=True, key=f"import-{file.id}"):
        st.html(
            f'<div class="event"><b>{text(file.name)}</b>'
            f'<p class="how">{plural(file.count, "imported event")}</p></div>'
        )
        st.button(
            "Remove",
            key=f"remove-{file.id}",
            icon=":material/delete:",
            type="tertiary",
            on_click=store.remove_import,
            args=(file.id,),
        )


def _name(article: Article) -> str:
    return article.title or " ".join(article.text.split()[:10])


def _remove(store: Store, article: Article, told: list[Mention]) -> None:
    store.remove_article(article.id)
    state.put(_REMOVED, (article, told))


def _undo(store: Store) -> None:
    article, told = state.get(_REMOVED)
    store.add(article, told)
    state.drop(_REMOVED)
