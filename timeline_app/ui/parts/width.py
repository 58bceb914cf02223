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
    if (wide <= 0 || (wide === width && (high === height || !data.both))) return;
    [width, height] = [wide, high];
    setStateValue("size", { width, height });
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


def page_size(*, both: bool = False) -> tuple[int, int] | None:
    """Width between the margins of the page and height of the window in pixels, rounded down to 20; `None` until known.

    The height is kept up to date only where `both` are wanted.
    """
    told = (state.get("page-size") or {}).get("size") or {}
    found = _ruler(key="page-size", data={**told, "both": both}, on_size_change=lambda: None).size
    return (int(found["width"]), int(found["height"])) if found else None
