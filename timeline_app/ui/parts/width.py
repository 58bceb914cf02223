"""How large the page is. The server places labels and must know; the browser tells it here."""

import streamlit as st

from timeline_app.ui import state

_JS = """
// Reports in steps, so that a scroll bar that comes and goes changes nothing. The height matters to few pages.
export default function ({ data, parentElement, setStateValue }) {
  let { width, height } = data;
  let timer = 0;
  const step = (size) => Math.floor(size / 20) * 20;
  const tell = () => {
    const wide = step(parentElement.querySelector("div").getBoundingClientRect().width);
    const high = step(window.innerHeight);
    if (wide > 0 && wide !== width) { width = wide; setStateValue("width", wide); }
    if (data.both && high !== height) { height = high; setStateValue("height", high); }
  };
  const later = () => { clearTimeout(timer); timer = setTimeout(tell, 150); };
  const observer = new ResizeObserver(later);
  observer.observe(parentElement.querySelector("div"));
  window.addEventListener("resize", later);
  tell();
  return () => { clearTimeout(timer); observer.disconnect(); window.removeEventListener("resize", later); };
}
"""
_ruler = st.components.v2.component("timeline.width", html='<div style="width:100%;height:0"></div>', js=_JS)


def page_size(*, both: bool = False) -> tuple[int | None, int | None]:
    """Width between the margins of the page and, if both are wanted, height of the window; `None` until known.

    In pixels, rounded down to 20.
    """
    told = state.get("width") or {}
    data = {"width": told.get("width"), "height": told.get("height"), "both": both}
    found = _ruler(key="width", data=data, on_width_change=lambda: None, on_height_change=lambda: None)
    return (int(found.width) if found.width else None), (int(found.height) if found.height else None)
