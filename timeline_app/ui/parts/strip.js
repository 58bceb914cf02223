// How many events there are over time, and a window on them. Drag for a range; the ends move by mouse and by arrow keys.

const DAY = 86400000;
const SVG = "http://www.w3.org/2000/svg";

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector("svg");
  root.replaceChildren();
  root.setAttribute("viewBox", `0 0 ${data.width} ${data.height + 16}`);
  root.setAttribute("width", data.width);
  root.setAttribute("height", data.height + 16);
  root.setAttribute("aria-label", data.label);

  const days = data.last - data.first + 1;
  const toX = (day) => data.left + ((data.right - data.left) * (day - data.first)) / days;
  const toDay = (x) => Math.round(data.first + ((x - data.left) * days) / (data.right - data.left));
  const clamp = (day) => Math.min(Math.max(day, data.first), data.last + 1);
  let ends = [data.start ?? data.first, (data.end ?? data.last) + 1];

  for (const bin of data.bins) draw("rect", { x: bin[0], y: bin[1], width: bin[2], height: bin[3], fill: bin[4] });
  draw("line", { x1: data.left, x2: data.right, y1: data.height, y2: data.height, class: "base" });
  for (const [x, label] of data.ticks) tick(x, label);
  const shades = [draw("rect", { y: 0, height: data.height, class: "shade" }), draw("rect", { y: 0, height: data.height, class: "shade" })];
  const handles = [0, 1].map((n) => handle(n));
  place();

  let anchor = null;
  root.onpointerdown = (event) => {
    const held = handles.indexOf(event.target.closest?.(".handle"));
    anchor = held >= 0 ? ends[1 - held] : clamp(toDay(at(event)));
    root.setPointerCapture(event.pointerId);
    if (held < 0) move(event);
  };
  root.onpointermove = (event) => { if (anchor !== null) move(event); };
  root.onpointerup = () => {
    if (anchor === null) return;
    anchor = null;
    if (toX(ends[1]) - toX(ends[0]) < 4) ends = [data.start ?? data.first, (data.end ?? data.last) + 1]; // a click, not a range
    place();
    tell();
  };
  root.ondblclick = () => { ends = [data.first, data.last + 1]; place(); tell(); };

  function move(event) {
    const day = clamp(toDay(at(event)));
    ends = day < anchor ? [day, anchor] : [anchor, day];
    place();
  }
  function at(event) {
    const box = root.getBoundingClientRect();
    return ((event.clientX - box.left) * data.width) / box.width;
  }
  function place() {
    const [a, b] = ends.map(toX);
    set(shades[0], { x: data.left, width: Math.max(a - data.left, 0) });
    set(shades[1], { x: b, width: Math.max(data.right - b, 0) });
    handles.forEach((node, n) => {
      node.setAttribute("transform", `translate(${n ? b : a} 0)`);
      node.setAttribute("aria-valuenow", ends[n] - n);
      node.setAttribute("aria-valuetext", iso(ends[n] - n));
    });
  }
  function tell() {
    const [a, b] = [ends[0], ends[1] - 1];
    if (a === (data.start ?? data.first) && b === (data.end ?? data.last)) return;
    setTriggerValue("range", { from: a > data.first ? iso(a) : "", to: b < data.last ? iso(b) : "" });
  }
  function tick(x, label) { // a year can be clicked: that year alone, and once more for all of them
    const node = draw("text", { x, y: data.height + 13, class: "tick" });
    node.textContent = label;
    if (!/^\d{4}$/.test(label)) return;
    node.classList.add("year");
    draw("title", {}, node).textContent = `Only ${label}`;
    node.onpointerdown = (event) => event.stopPropagation();
    node.onclick = () => {
      const [from, to] = [`${label}-01-01`, `${label}-12-31`];
      const alone = iso(ends[0]) === from && iso(ends[1] - 1) === to;
      setTriggerValue("range", alone ? { from: "", to: "" } : { from, to });
    };
  }
  function handle(n) {
    const node = draw("g", { class: "handle", tabindex: 0, role: "slider", "aria-valuemin": data.first, "aria-valuemax": data.last });
    node.setAttribute("aria-label", n ? "Last day shown" : "First day shown");
    draw("rect", { x: -7, y: 0, width: 14, height: data.height, class: "grip" }, node);
    draw("line", { x1: 0, x2: 0, y1: 0, y2: data.height }, node);
    draw("rect", { x: -3, y: data.height / 2 - 9, width: 6, height: 18, rx: 3 }, node);
    node.onkeydown = (event) => {
      const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -12, PageUp: 12 }[event.key];
      if (!step) return;
      event.preventDefault();
      event.stopPropagation();
      const day = new Date((ends[n] - 719163) * DAY);
      day.setUTCMonth(day.getUTCMonth() + step, 1);
      const moved = clamp(Math.round(day / DAY) + 719163);
      ends[n] = n ? Math.max(moved, ends[0] + 1) : Math.min(moved, ends[1] - 1);
      place();
      clearTimeout(node.timer);
      node.timer = setTimeout(tell, 500);
    };
    return node;
  }
  function draw(tag, attributes, parent = root) {
    const node = document.createElementNS(SVG, tag);
    set(node, attributes);
    parent.append(node);
    return node;
  }
}

function set(node, attributes) {
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
}

function iso(day) { // 719163 is the ordinal of 1970-01-01 as Python counts days
  return new Date((day - 719163) * DAY).toISOString().slice(0, 10);
}
