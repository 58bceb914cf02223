// Streamlit has no call to choose the theme of one page; it follows what the system prefers, and looks again after
// printing. So a page that is to be dark is told that the system prefers dark. Nothing is stored in the browser.
// Where the page follows the system and that has changed, the chart is asked for again in its colours.
const DARK = "(prefers-color-scheme: dark)";
export default function ({ data, setTriggerValue }) {
  const system = window.matchMedia.system ?? window.matchMedia.bind(window);
  const prefers = (query) => {
    const real = system(query);
    if (query !== DARK || !data.theme) return real;
    const said = (name) => (typeof real[name] === "function" ? real[name].bind(real) : real[name]);
    return new Proxy(real, { get: (_, name) => (name === "matches" ? data.theme === "dark" : said(name)) });
  };
  if ((window.matchMedia.theme ?? "") !== data.theme) {
    window.matchMedia = Object.assign(prefers, { system, theme: data.theme });
    window.dispatchEvent(new Event("afterprint"));
  }
  let timer = 0;
  const look = () => {
    const ground = getComputedStyle(document.querySelector("[data-testid=stApp]")).backgroundColor;
    const [red, green, blue] = ground.match(/\d+/g).map(Number);
    const shown = red + green + blue < 384 ? "dark" : "light";
    if (!data.theme && shown !== data.drawn) setTriggerValue("shown", shown);
  };
  const later = () => { clearTimeout(timer); timer = setTimeout(look, 150); };
  const preference = system(DARK);
  preference.addEventListener("change", later);
  later();
  return () => { clearTimeout(timer); preference.removeEventListener("change", later); };
}
