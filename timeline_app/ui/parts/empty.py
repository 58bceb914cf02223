"""What the page says where there is nothing to show."""

from collections.abc import Sequence

import streamlit as st

from timeline_app.model import Event
from timeline_app.query import Filter, emptied_by
from timeline_app.ui import state
from timeline_app.ui.parts.words import LABELS, plural


def empty(events: Sequence[Event], wanted: Filter) -> None:
    """No event passes: say which filter is to blame and offer to take it away."""
    with st.container(key="empty", border=True, gap="small"):
        st.subheader("No event passes these filters", anchor=False)
        back = emptied_by(events, wanted)
        if back:
            st.text("Take one of these away and events come back:")
        else:
            st.text("No single filter is to blame: they exclude each other. Reset them and start again.")
        with st.container(horizontal=True, gap="small"):
            for name, count in back.items():
                without = wanted.without("from").without("to") if name == "when" else wanted.without(name)
                st.button(
                    f"{LABELS[name]} · {plural(count, 'event')}",
                    key=f"without-{name}",
                    icon=":material/filter_alt_off:",
                    on_click=state.show_filter,
                    args=(without,),
                )
            st.button("Reset all filters", key="reset-empty", type="primary", on_click=state.reset)
