"""The one style sheet of the pages, and the one place that tells errors that are the input's fault."""

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import streamlit as st

from timeline_app.draw.theme import THEMES
from timeline_app.errors import TimelineError
from timeline_app.ui.parts.skip import skip_link
from timeline_app.ui.parts.theme import theme_name, wear_theme


def style() -> None:
    """Put the style sheet on the page, with the colours of the theme as its variables, and what all pages share."""
    wear_theme()
    skip_link("Skip to the content")
    theme = THEMES[theme_name()]
    colours = {"accent": theme.accent, "line": theme.line, "muted": theme.muted, "paper": theme.paper, "ink": theme.ink}
    variables = "".join(f"--{name}:{value};" for name, value in colours.items())
    sheet = Path(__file__).with_name("style.css").read_text("utf-8")
    st.html(f"<style>:root{{{variables}}}{sheet}</style>")


@contextmanager
def told() -> Iterator[None]:
    """Show an error that is the input's fault as a sentence, and leave the rest of the page as it is."""
    try:
        yield
    except TimelineError as error:
        sentence(str(error))


@contextmanager
def survived() -> Iterator[None]:
    """Show a fault of the program as a sentence too: what it was goes to the log, and to nobody else."""
    try:
        with told():
            yield
    except Exception:
        logging.getLogger(__name__).exception("the page stopped")
        sentence(
            "the program has a fault here and wrote it to its log: reload the page, your reports and view are kept"
        )


def sentence(message: str, *, kind: str = "error") -> None:
    """A message as plain text: nothing in it is read as Markdown."""
    sentences([message], kind=kind)


def sentences(messages: Sequence[str], *, kind: str = "error") -> None:
    """Messages as plain text in one box, a line each."""
    from timeline_app.ui.parts.markup import text

    shown = (
        message[:1].upper() + message[1:] + ("" if message.endswith((".", "?", "!")) else ".") for message in messages
    )
    lines = "".join(f"<p>{text(line)}</p>" for line in shown)
    st.html(f'<div class="note {kind}" role="{"alert" if kind == "error" else "status"}">{lines}</div>')
