// What Plotly does not do: an event that is pointed at is linked to itself in its other rows, the events of the chart
// can be walked through with the keyboard, and a stretch that is drawn becomes the time range of the view, so that
// it is laid out anew and is in the link. The first two read the drawn chart: the first customdata of a mark is its
// event's id, and what is told of it is its hover text.

const SVG = "http://www.w3.org/2000/svg";
const CHART = ".st-key-chart .js-plotly-plot";
const BETWEEN_LOOKS = 150, LOOKS = 40; // ms; the chart's scripts come after the page
const local = new WeakMap();

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".walk");
  const state = local.get(root) ?? install(root, parentElement);
  local.set(root, state);
  Object.assign(state, { data, tell: setTriggerValue });
  root.setAttribute("aria-label", data.label);
  if (data.chosen) state.at = data.chosen;
  state.start();
  return state.stop;
}

// Once for each place on a page: a new view brings new data, and mostly a new chart too.
function install(root, parentElement) {
  const state = { at: null, lane: null, pointed: null };
  const listeners = {
    hover: (event) => { state.pointed = idOf(event.points[0]?.customdata); draw(); },
    unhover: () => { state.pointed = null; draw(); },
    afterplot: () => draw(),
    relayout: zoomed,
    doubleclick: () => state.tell("range", []),
  };
  const beginnings = ["pointerenter", "pointerdown"];
  let chart = null, picture = null, timer = 0;

  state.start = () => {
    state.stop();
    picture = document.querySelector(".st-key-picture");
    for (const name of beginnings) picture?.addEventListener(name, attach, true);
    look(LOOKS);
  };
  state.stop = () => {
    clearTimeout(timer);
    detach();
    for (const name of beginnings) picture?.removeEventListener(name, attach, true);
  };
  function look(looks) {
    const before = chart;
    attach();
    if (chart !== before) draw();
    if (looks > 0) timer = setTimeout(look, BETWEEN_LOOKS, looks - 1);
  }
  function detach() {
    for (const [name, tell] of Object.entries(listeners)) chart?.removeListener?.(`plotly_${name}`, tell);
  }
  function attach() {
    const found = document.querySelector(CHART);
    if (!found?.on || !found._fullLayout?.xaxis) return;
    detach();
    chart = found;
    for (const [name, tell] of Object.entries(listeners)) chart.on(`plotly_${name}`, tell);
  }
  function zoomed(change) {
    const ends = change["xaxis.range"] ?? [change["xaxis.range[0]"], change["xaxis.range[1]"]];
    if (ends[0] === undefined) return;
    const [left, right] = ends.map((end) => chart._fullLayout.xaxis.r2l(end));
    const [first, last] = state.data.ends, slack = (last - first) / 1000;
    if (Math.abs(left - first) + Math.abs(right - last) > slack) state.tell("range", [left, right]);
  }

  root.onfocus = () => { attach(); move(state.at ? 0 : 1, 0); };
  root.onblur = () => draw();
  root.onkeydown = (event) => {
    const steps = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1], Home: [-Infinity, 0], End: [Infinity, 0] };
    const enters = event.key === "Enter" || event.key === " ";
    if (!(event.key in steps) && !enters) return;
    event.preventDefault();
    event.stopPropagation(); // the arrows of the page step through all events
    if (enters) { if (state.at) state.tell("chosen", state.at); } else move(...steps[event.key]);
  };

  function move(along, down) {
    if (!chart) return;
    const marks = marksOf(chart, state.data.lanes);
    const here = marks.find((mark) => mark.id === state.at && mark.lane === (state.lane ?? mark.lane))
      ?? marks.find((mark) => mark.id === state.at);
    const next = here ? neighbour(marks, here, along, down) : marks[0];
    if (next) [state.at, state.lane] = [next.id, next.lane];
    draw();
    root.setAttribute("aria-description", next ? next.told.join(", ") : "");
    parentElement.querySelector(".said").textContent = next ? next.told.join(", ") : "";
    if (next) bringIntoSight(chart, next);
  }

  function draw() {
    if (!chart?.isConnected || !chart._fullLayout?.xaxis) return;
    const cover = coverOf(chart);
    cover.replaceChildren();
    const focused = parentElement.activeElement === root;
    const marks = state.pointed || focused ? marksOf(chart, state.data.lanes) : [];
    const colour = getComputedStyle(root).getPropertyValue("--st-primary-color");
    if (state.pointed) link(cover, marks.filter((mark) => mark.id === state.pointed), colour);
    if (!focused) return;
    link(cover, marks.filter((mark) => mark.id === state.at), colour);
    const here = marks.find((mark) => mark.id === state.at && mark.lane === state.lane);
    if (here && state.at !== state.data.chosen) tip(cover, here, chart, getComputedStyle(root));
  }

  return state;
}

function idOf(customdata) {
  const id = Array.isArray(customdata) ? customdata[0] : customdata;
  return typeof id === "string" && !id.startsWith("bin:") ? id : null;
}

// One an event and row, row by row and within it by time: where its marker or bar stands now, however far zoomed.
function marksOf(chart, lanes) {
  const { xaxis, yaxis } = chart._fullLayout;
  const found = new Map();
  for (const trace of chart.data) {
    if (!trace.customdata || (trace.xaxis ?? "x") !== "x") continue;
    const bar = trace.type === "bar";
    if (bar && trace.marker.color === "rgba(0,0,0,0)") continue; // the ground of a label
    trace.customdata.forEach((own, n) => {
      const id = idOf(own);
      if (!id) return;
      const y = trace.y[n], lane = lanes.findIndex(([top, bottom]) => top <= y && y <= bottom);
      const left = xaxis.d2p(bar ? trace.base[n] : trace.x[n]);
      const right = bar ? xaxis.d2p(trace.base[n] + trace.x[n]) : left;
      const size = bar ? Math.abs(yaxis.d2p(y + trace.width[n] / 2) - yaxis.d2p(y)) : ([trace.marker.size].flat()[n] ?? 8) / 2;
      const key = `${lane} ${id}`, before = found.get(key);
      if (before) { before.left = Math.min(before.left, left); before.right = Math.max(before.right, right); return; }
      found.set(key, { id, lane, left, right, y: yaxis.d2p(y), size, bar, told: told(trace.hovertext?.[n]) });
    });
  }
  const seen = [...found.values()].filter((mark) => mark.right >= 0 && mark.left <= xaxis._length);
  for (const mark of seen) {
    [mark.left, mark.right] = [Math.max(mark.left, 0) + xaxis._offset, Math.min(mark.right, xaxis._length) + xaxis._offset];
    mark.x = mark.bar ? mark.left : (mark.left + mark.right) / 2;
    mark.y += yaxis._offset;
  }
  return seen.sort((one, two) => one.lane - two.lane || one.x - two.x || one.y - two.y);
}

function neighbour(marks, here, along, down) {
  if (down) {
    const lanes = [...new Set(marks.map((mark) => mark.lane))];
    const lane = lanes[lanes.indexOf(here.lane) + down];
    const there = marks.filter((mark) => mark.lane === lane);
    return there.sort((one, two) => Math.abs(one.x - here.x) - Math.abs(two.x - here.x))[0] ?? here;
  }
  const row = marks.filter((mark) => mark.lane === here.lane);
  return row[Math.min(Math.max(row.indexOf(here) + along, 0), row.length - 1)];
}

function told(html) {
  const plain = (line) => line.replace(/<\/?b>/g, "").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
  return (html ?? "").replaceAll("</b><br><b>", " ").split("<br>").map(plain); // the name may be on two lines
}

function coverOf(chart) {
  let cover = chart.querySelector(":scope > .cover");
  if (!cover) {
    cover = document.createElementNS(SVG, "svg");
    cover.setAttribute("class", "cover");
    cover.setAttribute("aria-hidden", "true");
    cover.style.cssText = "position:absolute;inset:0;width:100%;height:100%;pointer-events:none;overflow:visible;z-index:2";
    chart.append(cover);
  }
  return cover;
}

function link(cover, marks, colour) {
  if (!marks.length) return;
  const [top, bottom] = [Math.min(...marks.map((mark) => mark.y)), Math.max(...marks.map((mark) => mark.y))];
  if (bottom > top) put(cover, "path", { d: `M${marks[0].x} ${top}V${bottom}`, stroke: colour, "stroke-width": 1.2, fill: "none", class: "thread" });
  for (const mark of marks) {
    const reach = mark.size + 3.5;
    put(cover, "rect", { x: mark.left - reach, y: mark.y - reach, width: mark.right - mark.left + 2 * reach, height: 2 * reach,
      rx: mark.bar ? 3 : reach, stroke: colour, "stroke-width": 1.6, fill: "none", class: "ring" });
  }
}

function tip(cover, mark, chart, style) {
  const width = Math.min(320, chart.clientWidth - 8);
  const left = Math.min(Math.max(mark.x - width / 2, 4), chart.clientWidth - width - 4);
  const frame = put(cover, "foreignObject", { x: left, y: mark.y + mark.size + 8, width, height: 140 });
  const box = document.createElement("div");
  const [ground, ink, line] = ["background-color", "text-color", "border-color"].map((name) => style.getPropertyValue(`--st-${name}`));
  box.style.cssText = `display:inline-block;max-width:${width - 2}px;box-sizing:border-box;background:${ground};color:${ink};border:1px solid ${line};`
    + "border-radius:6px;padding:5px 9px;font:12px Inter,system-ui,sans-serif;line-height:1.4";
  box.append(...mark.told.map((text, n) => {
    const row = document.createElement("div");
    row.textContent = text; // never markup: it comes from reports
    if (!n) row.style.fontWeight = "600";
    return row;
  }));
  frame.append(box);
}

function put(cover, tag, attributes) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  cover.append(node);
  return node;
}

function bringIntoSight(chart, mark) {
  const pane = document.querySelector("[data-testid=stMain]");
  const y = chart.getBoundingClientRect().top + mark.y, room = 130;
  if (y < room) pane.scrollBy({ top: y - room });
  else if (y > window.innerHeight - room) pane.scrollBy({ top: y - window.innerHeight + room });
}
