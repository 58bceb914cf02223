"""What the page says where there is nothing to show."""

from collections.abc import Sequence

import streamlit as st

from timeline_app.model import Event
from timeline_app.query import Filter, alone, emptied_by
from timeline_app.ui import state
from timeline_app.ui.parts.words import LABELS, plural


def empty(events: Sequence[Event], wanted: Filter) -> None:
    """No event passes: say which filter is to blame and offer to take it away."""
    with st.container(key="empty", border=True, gap="small"):
        st.subheader("No event passes these filters", anchor=False)
        back = emptied_by(events, wanted)
        if back:
            st.text("Take one of these away and events come back:")
            for_each = {name: (count, _without(wanted, name)) for name, count in back.items()}
        else:
            st.text("No single filter is to blame: together they exclude everything. Keep one of them, or start again:")
            for_each = {name: (count, wanted.only(name)) for name, count in alone(events, wanted).items()}
        with st.container(horizontal=True, gap="small"):
            for name, (count, other) in for_each.items():
                st.button(
                    f"{LABELS[name]} · {plural(count, 'event')}",
                    key=f"{'without' if back else 'only'}-{name}",
                    icon=":material/filter_alt_off:" if back else ":material/filter_alt:",
                    on_click=state.show_filter,
                    args=(other,),
                )
            st.button("Reset all filters", key="reset-empty", type="primary", on_click=state.reset)


def _without(wanted: Filter, name: str) -> Filter:
    return wanted.without("from").without("to") if name == "when" else wanted.without(name)
