// The first thing that Tab reaches is a way past the bar of pages and the sidebar. Outside of Streamlit's own tree, so
// that it stands before all of it.
const STYLE = "position:fixed;left:8px;top:8px;z-index:1000000;padding:8px 14px;border-radius:6px;font:500 14px Inter,system-ui,sans-serif;"
  + "background:var(--accent);color:var(--paper);transform:translateY(-200%)";

export default function ({ data }) {
  const link = document.querySelector("#skip") ?? document.createElement("a");
  link.id = "skip";
  link.href = "#main";
  link.textContent = data.label;
  link.style.cssText = STYLE;
  link.onfocus = () => { link.style.transform = "none"; };
  link.onblur = () => { link.style.transform = "translateY(-200%)"; };
  link.onclick = (event) => {
    event.preventDefault();
    const walk = document.querySelector(".st-key-walk");
    const chart = walk && within(walk, ".walk");
    const main = document.querySelector("[data-testid=stMain]");
    main.tabIndex = -1;
    (chart ?? main).focus();
  };
  if (!link.isConnected) document.body.prepend(link);
}

function within(node, words) { // also where a component keeps its own to itself
  for (const one of node.querySelectorAll("*")) {
    if (one.matches(words)) return one;
    const found = one.shadowRoot && within(one.shadowRoot, words);
    if (found) return found;
  }
}
