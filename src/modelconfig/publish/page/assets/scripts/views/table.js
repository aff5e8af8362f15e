// The list: a table whose rows become cards on narrow screens.

const COLUMNS = [
  { title: "Compare", kind: "pick" },
  { title: "Model", kind: "model", sorts: ["name"] },
  { title: "Provider", kind: "provider", sorts: ["provider"] },
  { title: "Capabilities", kind: "capabilities" },
  { title: "Category", unit: "and tier", kind: "category", sorts: ["category", "tier"] },
  { title: "Lifecycle", unit: "", kind: "status", sorts: ["retires", "released", "status"] },
  { title: "Context window", unit: "tokens", kind: "window", sorts: ["input", "output"] },
  { title: "Cost", unit: "per million tokens", kind: "cost", sorts: ["cost", "output-cost"] },
];
const STEP = 100;
const rows = new Map();

function buildColumns() {
  const heads = COLUMNS.map(({ title, unit, kind, sorts }) => {
    const text = [title, unit === undefined ? null : el("span", { class: "unit", id: `${kind}-unit` }, ` ${unit}`)];
    const content = sorts
      ? el("button", { type: "button", click: () => sortBy(sorts[0]) }, el("span", null, text), arrow())
      : el("span", null, text);
    return el("th", { role: "columnheader", scope: "col", class: kind }, content);
  });
  byId("columns").replaceChildren(...heads);
}

function arrow() {
  return el("span", { class: "arrow", "aria-hidden": "true" });
}

/** Sort by a heading in its first direction, and at the next click in the other one. */
function sortBy(name) {
  const { sort, descending } = sorting(current.state);
  const first = SORTS.find((one) => one.name === name).first ?? "";
  if (sort.name === name) go({ sort: (descending ? "" : "-") + name });
  else go({ sort: first + name });
}

function syncColumns(state) {
  const { sort, descending } = sorting(state);
  const way = descending ? "descending" : "ascending";
  for (const [index, { sorts }] of COLUMNS.entries()) {
    const head = byId("columns").children[index];
    if (sort.key && sorts?.includes(sort.name)) head.setAttribute("aria-sort", way);
    else head.removeAttribute("aria-sort");
  }
  byId("sort").value = sort.name;
  const direction = byId("direction");
  direction.hidden = !sort.key;
  direction.textContent = descending ? "Descending" : "Ascending";
  direction.setAttribute("aria-label", `${direction.textContent}: reverse the order`);
  const order = sort.key ? `sorted by ${sort.title.toLowerCase()}, ${way}` : "in the order of the catalogue";
  byId("caption").textContent = `Models, ${order}`;
  return order;
}

function rowOf(model) {
  if (!rows.has(model.ref)) rows.set(model.ref, makeRow(model));
  return rows.get(model.ref);
}

function makeRow(model) {
  const { capability, category, tier } = model.facets;
  const box = el("input", { type: "checkbox", change: () => pick(model, box.checked) });
  const cells = [
    cell("pick", null, el("label", { class: "target" }, box, el("span", { class: "label", "aria-hidden": "true" }, "Compare"), unseen(`Compare ${model.name}`))),
    el("th", { role: "rowheader", scope: "row", class: "model" },
      el("a", { href: linkTo(model), class: "name", click: (event) => openFromList(event, model) }, model.name),
      el("span", { class: "ref" }, breakable(model.ref)),
      roleBadges(model)),
    cell("provider", "Provider", model.providerName),
    cell("capabilities", "Capabilities", capability.join(", ") || "none"),
    cell("category", "Category, tier", el("div", null, category), el("div", { class: "tier" }, tier)),
    cell("status", "Lifecycle", el("div", sourced(model, "lifecycle"), lifecycleCell(model))),
    cell("window", "Context window, tokens", el("div", sourced(model, "window"), lanes(windowOf(model), shown.scale))),
    cell("cost", "Cost per million tokens", el("div", { class: "prices", ...sourced(model, "cost") }, prices(model.cost))),
  ];
  return { row: el("tr", { role: "row", class: model.lifecycle.ended ? "deprecated" : null }, cells), box };
}

function cell(kind, label, ...content) {
  return el("td", { role: "cell", class: kind, "data-label": label }, el("div", { class: "content" }, content));
}

function statusBadge(status, text = status) {
  return el("span", { class: "badge", "data-status": status }, text);
}

function roleBadges(model) {
  if (!model.roles.length) return null;
  return el("span", { class: "badge default" }, `Default: ${model.roles.map(spelt).join(", ")}`);
}

/** Open in place; with a modifier key the browser follows the link, for example in another tab. */
function openFromList(event, model) {
  if (modified(event)) return;
  event.preventDefault();
  go({ model: model.ref }, { opens: true });
}

function modified(event) {
  return event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
}

/** Show the first of the matching models; buttons show the rest. */
function showRows(found) {
  const wanted = found.slice(0, shown.limit);
  const same = wanted.length === shown.drawn.length && wanted.every((model, index) => model === shown.drawn[index]);
  if (!same) {
    // Only if the order has changed: inserting a row again would remove the focus from its elements.
    byId("rows").replaceChildren(...wanted.map((model) => rowOf(model).row));
    shown.drawn = wanted;
  }
  const left = found.length - wanted.length;
  byId("models").hidden = !found.length;
  byId("empty").hidden = Boolean(found.length);
  const any = Boolean(shown.catalogue.models.length);
  byId("empty-text").textContent = any ? "No model matches." : "This catalogue has no models.";
  byId("empty-clear").hidden = !narrowed(current.state);
  byId("more").hidden = !left;
  byId("more-some").textContent = `Show ${formatNumber(Math.min(STEP, left))} more`;
  byId("more-all").textContent = `Show all ${formatNumber(found.length)}`;
}

function showMore(count) {
  const before = shown.drawn.length;
  shown.limit = count;
  showRows(shown.found);
  const next = shown.drawn[before];
  if (next) rowOf(next).row.querySelector("a").focus();
  announce(`${plural(shown.drawn.length, "model")} shown`);
}

/** Mark the opened model, and scroll to it. */
function mark(ref) {
  for (const { row } of rows.values()) row.classList.remove("current");
  const place = shown.found.findIndex((model) => model.ref === ref);
  if (place < 0) return;
  if (place >= shown.drawn.length) {
    shown.limit = place + STEP;
    showRows(shown.found);
  }
  const { row } = rowOf(shown.found[place]);
  row.classList.add("current");
  row.scrollIntoView({ block: "nearest" });
}

function startTable() {
  buildColumns();
  byId("more-some").addEventListener("click", () => showMore(shown.limit + STEP));
  byId("more-all").addEventListener("click", () => showMore(Infinity));
  // A printed page shows all models.
  window.addEventListener("beforeprint", () => {
    shown.limit = Infinity;
    showRows(shown.found);
  });
  const sort = byId("sort");
  sort.replaceChildren(...SORTS.map(({ name, title }) => el("option", { value: name }, title)));
  sort.addEventListener("change", () => go({ sort: (SORTS.find(({ name }) => name === sort.value).first ?? "") + sort.value }));
  byId("direction").addEventListener("click", () => sortBy(sorting(current.state).sort.name));
}
