"""How wide the page is. The server places labels and must know; the browser tells it here."""

import streamlit as st

_JS = """
// Reports the width in steps, so that a scroll bar that comes and goes changes nothing.
export default function ({ data, parentElement, setStateValue }) {
  let told = data.told;
  let timer = 0;
  const tell = () => {
    const width = Math.floor(parentElement.querySelector("div").getBoundingClientRect().width / 20) * 20;
    if (width > 0 && width !== told) { told = width; setStateValue("width", width); }
  };
  const observer = new ResizeObserver(() => { clearTimeout(timer); timer = setTimeout(tell, 150); });
  observer.observe(parentElement.querySelector("div"));
  tell();
  return () => { clearTimeout(timer); observer.disconnect(); };
}
"""
_ruler = st.components.v2.component("timeline.width", html='<div style="width:100%;height:0"></div>', js=_JS)


def page_width(key: str = "width") -> int | None:
    """Pixels between the margins of the page, rounded down to 20; `None` until the browser has told."""
    from timeline_app.ui import state

    told = (state.get(key) or {}).get("width")
    found = _ruler(key=key, data={"told": told}, on_width_change=lambda: None)
    return int(found.width) if found.width else None
