"""A button that puts text on the reader's clipboard."""

import streamlit as st

_CSS = """
button { font: 500 0.87rem var(--st-font); color: var(--st-text-color); background: none; cursor: pointer;
  padding: 0.35rem 0.8rem; min-height: 2.4rem; border: 1px solid var(--st-border-color); border-radius: 6px;
  white-space: nowrap; }
button:hover { border-color: var(--st-primary-color); color: var(--st-primary-color); }
button:focus-visible { outline: 2px solid var(--st-primary-color); outline-offset: 1px; }
"""
_JS = """
// Without text: the address of the page. The old way of copying serves pages that are not on a secure address.
export default function ({ data, parentElement }) {
  const button = parentElement.querySelector("button");
  button.textContent = data.label;
  button.onclick = async () => {
    const text = data.text || window.location.href;
    try { await navigator.clipboard.writeText(text); }
    catch {
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = data.label; }, 1500);
  };
}
"""
_copy = st.components.v2.component("timeline.copy", html='<button type="button"></button>', css=_CSS, js=_JS)


def copy_button(key: str, label: str, *, text: str = "") -> None:
    """Draw the button; without text it copies the address of the page."""
    _copy(key=key, data={"label": label, "text": text}, width="content")
