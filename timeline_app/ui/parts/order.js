// Rows to be put in order: by dragging, or by the two buttons of a row. Python says the order; a move asks for another.
let focused = null;

export default function ({ data, parentElement, setTriggerValue }) {
  const list = parentElement.querySelector("ol");
  const rows = data.rows.map(([key, title]) => ({ key, title }));
  let held = -1;

  function move(from, to) {
    if (to < 0 || to >= rows.length || from === to) return;
    rows.splice(to, 0, ...rows.splice(from, 1));
    draw();
    setTriggerValue("order", rows.map((row) => row.key));
  }

  function draw() {
    list.replaceChildren(...rows.map(line));
    if (focused) [...list.querySelectorAll("button")].find((one) => one.dataset.at === focused && !one.disabled)?.focus();
  }

  function line(row, at) {
    const item = document.createElement("li");
    item.draggable = true;
    item.ondragstart = () => { held = at; };
    item.ondragover = (event) => { event.preventDefault(); item.classList.add("over"); };
    item.ondragleave = () => item.classList.remove("over");
    item.ondrop = (event) => { event.preventDefault(); move(held, at); };
    const name = document.createElement("span");
    name.textContent = row.title; // never markup: names come from reports
    item.append(name, button(row, at, -1, "up", "↑"), button(row, at, 1, "down", "↓"));
    return item;
  }

  function button(row, at, by, way, sign) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = sign;
    made.dataset.at = `${way} ${row.key}`;
    made.setAttribute("aria-label", `Move ${row.title} ${way}`);
    made.disabled = at + by < 0 || at + by >= rows.length;
    made.onclick = () => { focused = made.dataset.at; move(at, at + by); };
    made.onblur = () => { if (made.isConnected) focused = null; };
    return made;
  }
  draw();
}
