"use strict";
// A small page over the REST interface: tasks, the graph of one, live by server-sent events.
const api = (path) => fetch("/api/v1" + path).then((r) => (r.ok ? r : Promise.reject(r)));
const json = (path) => api(path).then((r) => r.json());
const $ = (id) => document.getElementById(id);
const SVG = "http://www.w3.org/2000/svg";
const ENDED = ["committed", "completed", "rejected", "cancelled", "broken"];
const W = 196, H = 48, GAP_X = 44, GAP_Y = 20, PAD = 20;

let chosenTask = null, chosenNode = null, stream = null, nodes = new Map(), refreshing = null;

function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

function svg(tag, attributes = {}, text) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (text !== undefined) element.textContent = text;
  return element;
}

function mood(task) {
  if (task.state === "committed" || task.state === "completed") return "good";
  if (ENDED.includes(task.state)) return "bad";
  return (task.waiting || []).length || task.state === "plan-review" ? "wait" : "live";
}

function money(cost) {
  const sign = cost.currency === "USD" ? "$" : cost.currency + " ";
  return sign + Number(cost.amount).toFixed(4);
}

function ago(time) {
  const s = Math.max(0, (Date.now() - Date.parse(time)) / 1000);
  return s < 60 ? "just now" : s < 3600 ? `${Math.floor(s / 60)} min ago` : s < 86400 ? `${Math.floor(s / 3600)} h ago` : new Date(time).toLocaleDateString();
}

async function list() {
  try {
    const page = await json("/tasks?limit=50");
    $("tasks").replaceChildren(...page.items.map((task) => {
      const button = el("button", { class: mood(task), onclick: () => { location.hash = task.task; } },
        el("span", { class: "what" }, task.description), el("small", {}, `${task.state} · ${ago(task.submittedAt)}`));
      if (task.task === chosenTask) button.setAttribute("aria-current", "true");
      return el("li", {}, button);
    }));
    if (!chosenTask && page.items.length) location.hash = page.items[0].task;
  } catch (problem) {
    $("tasks").replaceChildren(el("li", { class: "quiet" }, "The gateway does not answer."));
  }
}

function choose(id, node) {
  chosenTask = id;
  chosenNode = node;
  if (stream) stream.close();
  nodes = new Map();
  $("empty").hidden = true;
  $("task").hidden = false;
  refresh();
  stream = new EventSource(`/api/v1/tasks/${id}/events`);
  stream.addEventListener("journal.node-moved", (message) => {
    const event = JSON.parse(message.data), node = nodes.get(event.node);
    if (!node || (node.seq || 0) > event.seq) return;
    Object.assign(node, { seq: event.seq, state: event.to, hit: event.cacheHit, reason: event.reason });
    paint(node);
    soon();
  });
  for (const type of ["graph-composed", "corrected", "task-moved", "task-accepted"]) {
    stream.addEventListener("journal." + type, soon);
  }
}

/** Many events at once are one look at the state they led to. */
function soon() {
  if (!refreshing) refreshing = setTimeout(() => { refreshing = null; refresh(); }, 250);
}

async function refresh() {
  const id = chosenTask;
  try {
    const [task, graph] = await Promise.all([json(`/tasks/${id}`), json(`/tasks/${id}/graph`)]);
    if (id !== chosenTask) return;
    showTask(task);
    draw(graph);
    if (chosenNode) showNode(chosenNode);
    if (ENDED.includes(task.state) && stream) { stream.close(); stream = null; list(); }
  } catch (problem) {
    if (id === chosenTask) { $("description").textContent = "This task cannot be shown."; }
  }
}

function showTask(task) {
  document.title = `${task.state} · Task Master`;
  $("description").textContent = task.description;
  $("state").textContent = task.state;
  $("state").className = "pill " + mood(task);
  $("id").textContent = task.task;
  $("project").textContent = "in " + task.project;
  $("reason").hidden = !task.reason || mood(task) === "good";
  $("reason").textContent = task.reason || "";
  const facts = [["rounds", task.rounds], ["nodes run", task.nodes.executed], ["found", task.nodes.cacheHits],
    ["tokens", (task.cost.inputTokens + task.cost.outputTokens).toLocaleString()],
    [task.cost.recorded ? "cost (recorded)" : task.cost.estimated ? "cost (estimated)" : "cost", money(task.cost)]];
  if (task.branch) facts.unshift(["branch", task.branch.replace(/^taskmaster\/t-.*(.{6})$/, "taskmaster/…$1")]);
  $("facts").replaceChildren(...facts.map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", {}, String(value)))));
  $("waiting").replaceChildren(...(task.waiting || []).map((w) =>
    el("p", {}, el("strong", {}, `${w.node.split("/").pop()} waits: `), w.question, el("br"), ...(w.detail ? [el("pre", {}, w.detail)] : []),
      el("code", {}, `./taskmaster answer ${task.task} "…"   ·   task approve ${task.task}   ·   task reject ${task.task} "WHY"`))));
  const corrections = task.corrections || [];
  $("corrections").replaceChildren(...(corrections.length ? corrections.map((c) => el("div", { class: "correction" },
    el("p", {}, el("strong", {}, `Round ${c.round}: `), c.failure),
    el("p", { class: "quiet" }, `${c.cause} was at fault; layer ${c.layer} says ${c.changed.join(", ")}${c.fallback ? " (by the fallback)" : ""}`),
    el("p", { class: "quiet" }, c.reran.length ? `ran again: ${c.reran.map((n) => n.split("/").pop()).join(", ")}` : "")))
    : [el("p", { class: "quiet" }, "None: nothing had to be corrected.")]));
}

/** Columns by the longest way from a node without dependencies; rows in the order of the graph. */
function place(list) {
  const byPath = new Map(list.map((n) => [n.node, n])), depth = new Map(), busy = new Set();
  const deep = (path) => {
    if (depth.has(path)) return depth.get(path);
    if (busy.has(path)) return 0;
    busy.add(path);
    const before = (byPath.get(path).dependsOn || []).filter((p) => byPath.has(p)).map(deep);
    depth.set(path, before.length ? Math.max(...before) + 1 : 0);
    return depth.get(path);
  };
  const rows = [];
  for (const n of list) {
    const column = deep(n.node);
    rows[column] = (rows[column] || 0) + 1;
    n.column = column;
    n.row = rows[column] - 1;
  }
  const tallest = Math.max(1, ...rows.map((r) => r || 0));
  for (const n of list) {
    n.x = PAD + n.column * (W + GAP_X);
    n.y = PAD + n.row * (H + GAP_Y) + ((tallest - rows[n.column]) * (H + GAP_Y)) / 2;
  }
  return { width: PAD * 2 + rows.length * (W + GAP_X) - GAP_X, height: PAD * 2 + tallest * (H + GAP_Y) - GAP_Y };
}

function draw(graph) {
  const before = nodes;
  nodes = new Map(graph.nodes.map((n) => [n.node, n]));
  const size = place(graph.nodes), picture = $("graph");
  for (const node of graph.nodes) {
    const last = (node.runs || []).at(-1), known = before.get(node.node);
    node.hit = !!last && last.how === "cache-hit";
    node.seq = known ? known.seq : 0;
  }
  picture.setAttribute("viewBox", `0 0 ${size.width} ${size.height}`);
  picture.setAttribute("width", size.width);
  picture.setAttribute("height", size.height);
  const edges = graph.nodes.flatMap((n) => (n.dependsOn || []).map((p) => nodes.get(p)).filter(Boolean).map((from) => {
    const x1 = from.x + W, y1 = from.y + H / 2, x2 = n.x, y2 = n.y + H / 2, mid = (x1 + x2) / 2;
    return svg("path", { class: "edge", d: `M${x1} ${y1}C${mid} ${y1} ${mid} ${y2} ${x2} ${y2}` });
  }));
  picture.replaceChildren(...edges, ...graph.nodes.map(box));
}

/** The end of a long name says more than its beginning; the beginning of a sentence says more. */
const short = (text, most) => text.length <= most ? text : text.includes("/") ? "…" + text.slice(1 - most) : text.slice(0, most - 1) + "…";

function box(node) {
  const group = svg("g", { transform: `translate(${node.x} ${node.y})`, tabindex: "0", role: "button" });
  const name = node.label || node.node.split("/").pop();
  group.append(svg("title", {}, `${node.node}\n${node.kind} · ${node.state}`), svg("rect", { width: W, height: H, rx: 9 }),
    svg("rect", { class: "bar", width: 5, height: H - 16, x: 8, y: 8, rx: 2.5 }),
    svg("text", { x: 22, y: 20 }, short(name, 23)), svg("text", { class: "sub", x: 22, y: 37 }));
  group.addEventListener("click", () => pick(node.node));
  group.addEventListener("keydown", (key) => { if (key.key === "Enter") pick(node.node); });
  node.group = group;
  paint(node);
  return group;
}

function paint(node) {
  if (!node.group) return;
  const state = node.hit && node.state === "succeeded" ? "hit" : node.state;
  node.group.setAttribute("class", `node ${state}${node.node === chosenNode ? " chosen" : ""}`);
  const recorded = (node.runs || []).flatMap((r) => r.calls).some((c) => c.recorded);
  const call = (node.runs || []).flatMap((r) => r.calls).at(-1);
  const parts = [node.kind, state === "hit" ? "found" : call ? call.tier : "", recorded && state !== "hit" ? "recorded" : ""];
  node.group.querySelector(".sub").textContent = short(parts.filter(Boolean).join(" · "), 30);
}

async function showText(hash, into) {
  try { into.textContent = await (await api(`/tasks/${chosenTask}/blobs/${hash}`)).text(); }
  catch (problem) { into.textContent = "This content is not kept any more."; }
}

function pick(path) {
  history.replaceState(null, "", "#" + chosenTask + path.replace("/Task", ""));
  showNode(path);
}

function showNode(path) {
  const node = nodes.get(path);
  if (!node) return;
  const previous = nodes.get(chosenNode);
  chosenNode = path;
  if (previous) paint(previous);
  paint(node);
  $("nodeTitle").textContent = path;
  const pre = el("pre", { hidden: "" });
  const open = (label, ref) => ref ? el("a", { href: location.hash, onclick: (e) => { e.preventDefault(); pre.hidden = false; showText(ref.hash, pre); } }, label) : "";
  const runs = (node.runs || []).map((r) => el("tr", {}, el("td", {}, `round ${r.round}`), el("td", {}, r.how), el("td", {}, r.message || r.why || "",
    ...(r.calls || []).map((c) => el("p", { class: "quiet" }, `${c.model}${c.recorded ? " (recorded)" : ""}, ${c.tier}: ${c.inputTokens} + ${c.outputTokens} tokens, ${c.amount} ${c.currency}  `, open("prompt", c.prompt), open("reply", c.reply))))));
  const said = Object.entries(node.opinions || {}).filter(([name]) => name !== "kind").map(([name, o]) =>
    el("tr", {}, el("td", {}, el("code", {}, name)), el("td", { class: "wide" }, String(o.value)), el("td", { class: "quiet" }, o.layer)));
  const result = node.result || {};
  $("node").replaceChildren(el("p", { class: "quiet" }, `${node.kind}, ${node.state}, ${(node.millis / 1000).toFixed(1)} s`),
    el("table", {}, ...runs), el("p", {}, open("result", result.text || result.diff || result.layer || result.log)), pre, el("table", {}, ...said));
}

/** #task shows a task, #task/Node also one of its nodes. */
function follow() {
  const [, id, node] = /^#(t-[0-9A-Z]{26})(\/.+)?$/.exec(location.hash) || [];
  if (id && id !== chosenTask) { choose(id, node ? "/Task" + node : null); list(); }
}

addEventListener("hashchange", follow);
follow();
list();
setInterval(() => { if (!document.hidden) list(); }, 4000);
