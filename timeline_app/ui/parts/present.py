"""The presentation: the chart alone with its words, filling the screen; arrow keys walk through the events."""

from collections.abc import Sequence

import streamlit as st

from timeline_app.draw.layout import Layout
from timeline_app.export.caption import Caption
from timeline_app.model import Event
from timeline_app.ui import state
from timeline_app.ui.parts.markup import text
from timeline_app.wording import say_date

ROOM = 178
"""Pixels of the screen's height that title, what is told of a chosen event and the last line take."""
_READ_FROM_AFAR = 1300
"""Width of a chart in pixels that fills the screen: a wider screen makes it larger, not fuller."""

_ALONE = """<style>
[data-testid=stSidebar], [data-testid=stHeader], [data-testid=stExpandSidebarButton] { display: none; }
.stMainBlockContainer { padding: 1.4rem 2.4rem 0; }
.title h1 { font-size: 1.9rem; }
.title p, .told p:not(.how) { font-size: 1.1rem; }
[data-testid=stMain]:focus-visible { outline: none; }
</style>"""


def zoom(width: int) -> float:
    """How many times larger than on the page everything is drawn."""
    return min(max(width / _READ_FROM_AFAR, 1.0), 2.0)


def room(caption: Caption) -> int:
    """Pixels of the screen's height that are not the chart's."""
    return ROOM + 26 * (bool(caption.subtitle) + bool(caption.marking))


def above(caption: Caption) -> None:
    """Title and subtitle, and nothing else of the page around them."""
    st.html(_ALONE)
    subtitle = f"<p>{text(caption.subtitle)}</p>" if caption.subtitle else ""
    marking = f'<p class="marking">{text(caption.marking)}</p>' if caption.marking else ""
    st.html(f'{marking}<div class="title"><h1>{text(caption.title)}</h1>{subtitle}</div>')


def below(caption: Caption, layout: Layout, shown: Sequence[Event], chosen: Event | None) -> None:
    """The chosen event, what the picture says of itself, and the way on and out."""
    ids = [event.id for event in shown]
    at = ids.index(chosen.id) if chosen and chosen.id in ids else -1
    told = ""
    if chosen:
        told = f"<p><b>{text(say_date(chosen.date))}</b> {text(chosen.label)}</p>"
    with st.container(horizontal=True, vertical_alignment="bottom", key="present-below", wrap=False):
        st.html(
            f'<div class="told">{told}<p class="how">{text(caption.counted(layout.labelled))} · {text(caption.dated())}'
            f" · {text(caption.named_sources())}</p></div>"
        )
        _step("Previous", "Left", ids[at - 1] if at > 0 else "")
        _step("Next", "Right", ids[at + 1] if at + 1 < len(ids) else "")
        st.button("Leave", key="leave", shortcut="Esc", type="tertiary", on_click=state.show, kwargs={"present": ""})


def _step(label: str, key: str, target: str) -> None:
    st.button(
        label,
        key=f"present-{label.lower()}",
        shortcut=key,
        type="tertiary",
        disabled=not target,
        on_click=state.show,
        kwargs={"event": target},
    )
