// A list of choices with counts. Python says what is chosen; a tick asks Python for another choice.
// What the reader does to the list itself (search, "show all", folding) stays here.

const local = new WeakMap();

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".facet");
  const state = local.get(root) ?? { all: false, query: "", open: data.open || data.chosen > 0 };
  local.set(root, state);

  // Kept by hand until Python answers: a second tick may come before the first is drawn.
  const chosen = new Set(data.options.filter((option) => option.chosen).map((option) => option.value));

  const details = root.querySelector("details");
  details.open = state.open;
  details.ontoggle = () => { state.open = details.open; };
  root.querySelector(".name").textContent = data.label;
  const badge = root.querySelector(".badge");
  badge.textContent = data.chosen || "";
  badge.hidden = !data.chosen;

  const search = root.querySelector("input[type=search]");
  search.hidden = !data.search;
  search.placeholder = data.search || "";
  search.setAttribute("aria-label", data.search || "");
  search.oninput = () => { state.query = fold(search.value); draw(); };

  const more = root.querySelector(".more");
  more.onclick = () => { state.all = !state.all; draw(); };

  function draw() {
    const list = root.querySelector(".rows");
    const focused = list.contains(active(root)) ? active(root).dataset.value : null;
    const rows = visible(data, state);
    list.replaceChildren(...rows);
    const hidden = data.options.length - data.shown;
    more.hidden = hidden <= 0 || Boolean(state.query);
    more.textContent = state.all ? "Show fewer" : `Show all ${data.options.length}`;
    more.setAttribute("aria-expanded", String(state.all));
    root.querySelector(".none").textContent = state.query ? "Nothing by that name" : "No event left";
    root.querySelector(".none").hidden = rows.length > 0;
    if (focused !== null) {
      const again = [...list.querySelectorAll("input")].find((input) => input.dataset.value === focused);
      again?.focus();
    }
    for (const input of list.querySelectorAll("input")) {
      input.onchange = () => {
        if (input.checked) chosen.add(input.dataset.value); else chosen.delete(input.dataset.value);
        setTriggerValue("chosen", [...chosen]);
      };
    }
  }
  draw();
}

function visible(data, state) {
  if (state.query) {
    return data.options.filter((option) => option.find.includes(state.query)).slice(0, 60).map((o) => row(o, data));
  }
  if (!state.all) {
    return data.options.filter((option, n) => n < data.shown || option.chosen).map((o) => row(o, data));
  }
  const nodes = [];
  for (const group of data.groups) {
    const members = data.options.filter((option) => option.group === group);
    if (!members.length) continue;
    if (group) nodes.push(text("div", "group", group));
    nodes.push(...members.map((option) => row(option, data)));
  }
  return nodes;
}

function row(option, data) {
  const label = document.createElement("label");
  label.className = option.count ? "row" : "row nothing";
  label.title = option.hint || option.text;
  const input = document.createElement("input");
  input.type = "checkbox";
  input.checked = option.chosen;
  input.dataset.value = option.value;
  const bar = document.createElement("i");
  bar.style.width = `${Math.round((100 * option.count) / Math.max(data.most, 1))}%`;
  const track = document.createElement("span");
  track.className = "track";
  track.append(bar);
  const dot = document.createElement("b");
  dot.className = "dot";
  dot.style.background = option.colour || "";
  dot.hidden = !option.colour;
  label.append(input, dot, text("span", "text", option.text), track, text("span", "count", option.count.toLocaleString("en")));
  return label;
}

function text(tag, name, value) {
  const node = document.createElement(tag);
  node.className = name;
  node.textContent = value; // never markup: names come from reports
  return node;
}

function active(root) {
  return root.getRootNode().activeElement;
}

function fold(value) {
  return value.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
