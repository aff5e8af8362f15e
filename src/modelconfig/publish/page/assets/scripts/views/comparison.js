// Compare up to four models: the tray of selected models below the list, and the table of the comparison.

function picked() {
  return current.state.compare.map((ref) => shown.catalogue.byRef.get(ref)).filter(Boolean);
}

function isPicked(model) {
  return current.state.compare.includes(model.ref);
}

function pick(model, wanted) {
  const others = picked().filter((other) => other !== model).map(({ ref }) => ref);
  if (wanted && others.length >= MOST_COMPARED) {
    syncPicks();
    tellTray(`At most ${MOST_COMPARED} models can be compared. Remove one first.`);
    return;
  }
  go({ compare: wanted ? [...others, model.ref] : others });
}

function tellTray(text) {
  byId("tray-note").textContent = text;
}

/** Update checkboxes, tray and table for the selected models. */
function syncPicks() {
  const models = picked();
  for (const model of shown.drawn) rowOf(model).box.checked = isPicked(model);
  byId("tray").hidden = !models.length;
  const items = byId("tray-items");
  const refs = models.map(({ ref }) => ref).join(" ");
  // Keep unchanged elements: one of them may have the focus.
  if (items.dataset.refs !== refs) items.replaceChildren(...models.map((model, index) => el("li", null, removal(model, index))));
  items.dataset.refs = refs;
  byId("tray-open").disabled = models.length < 2;
  tellTray(models.length === 1 ? "Select another model to compare it with." : "");
  document.documentElement.classList.toggle("with-tray", models.length > 0);
}

function removal(model, index) {
  const remove = () => {
    pick(model, false);
    const left = byId("tray-items").querySelectorAll("button");
    (left[Math.min(index, left.length - 1)] ?? byId("results-title")).focus();
  };
  const cross = el("span", { class: "cross", "aria-hidden": "true" }, "×");
  return el("button", { type: "button", class: "chip", click: remove }, unseen("Remove from comparison: "), model.name, cross);
}

function showComparison(open) {
  const dialog = byId("comparison");
  const models = picked();
  if (open && models.length) {
    const refs = current.state.compare.join(" ");
    if (dialog.dataset.refs !== refs) dialog.replaceChildren(...comparisonOf(models));
    dialog.dataset.refs = refs;
  }
  setOpen(dialog, open && models.length > 0);
}

function comparisonOf(models) {
  const lines = linesOf(models);
  const differing = lines.filter(({ differs }) => differs).length;
  const only = el("input", { type: "checkbox", id: "only-differences" });
  const table = el("table", { class: "compare" },
    el("caption", { class: "unseen" }, "Comparison of models; rows with differences are marked"),
    el("thead", null, el("tr", null, el("td"), models.map(columnHead))),
    el("tbody", null, lines.map(lineOf)));
  only.addEventListener("change", () => table.classList.toggle("only", only.checked));
  const summary = models.length > 1 ? `${plural(differing, "difference")} in ${plural(lines.length, "line")}.` : "";
  return [
    el("header", null, heading("comparison-title", `Comparing ${plural(models.length, "model")}`), closeButton("comparison")),
    el("p", { class: "sub" }, summary, " ", el("label", { class: "target" }, only, " Only differences")),
    el("div", { class: "scroll", tabindex: "0", role: "region", "aria-labelledby": "comparison-title" }, table),
  ];
}

function columnHead(model) {
  return el("th", { scope: "col", class: model.lifecycle.ended ? "deprecated" : null },
    el("a", { href: linkTo(model), class: "name", click: (event) => openFromList(event, model) }, model.name),
    el("span", { class: "ref" }, breakable(model.ref)));
}

function lineOf({ title, cells, differs }) {
  const sign = differs ? el("span", { class: "badge differs" }, "differs") : null;
  return el("tr", { class: differs ? "differs" : null }, el("th", { scope: "row" }, title, " ", sign), cells.map((content) => el("td", null, content)));
}

/** One row for each compared property; it is marked if the texts differ. */
function linesOf(models) {
  const line = (title, texts, write = (index) => texts[index]) => ({
    title,
    cells: models.map((_, index) => write(index)),
    differs: new Set(texts).size > 1,
  });
  const simple = (title, read) => line(title, models.map(read));
  const day = (title, name) => simple(title, ({ lifecycle }) => (lifecycle[name] === null ? "–" : dateOf(lifecycle[name])));
  const budgets = (title, window) =>
    line(title, models.map((model) => JSON.stringify(window(model))), (index) => lanes(window(models[index]), shown.widest));
  const tiers = ranked(models.flatMap((model) => [...model.windows.keys()]), known(shown.meanings, "tier").keys());
  const capabilities = ranked(models.flatMap((model) => model.facets.capability), known(shown.meanings, "capability").keys());
  const others = ranked(models.flatMap((model) => Object.keys(model.others)));
  const paid = models.map(({ cost }) => JSON.stringify([cost.input, cost.output, cost.input === null ? cost.given : null]));
  return [
    simple("Provider", (model) => model.providerName),
    line("Status", models.map(({ lifecycle }) => lifecycle.state), (index) => stateOf(models[index])),
    day("Released", "released"),
    day("Deprecated", "deprecated"),
    day("Retires", "retires"),
    line("Replacement", models.map((model) => model.replacement), (index) => replacementOf(models[index], openFromList) ?? "–"),
    simple("Tier", (model) => model.facets.tier[0]),
    simple("Category", (model) => model.facets.category[0]),
    simple("Default for", (model) => model.roles.map(spelt).join(", ") || "–"),
    ...capabilities.map((name) => simple(`Can: ${name}`, (model) => (model.facets.capability.includes(name) ? "yes" : "no"))),
    budgets("Context window, tokens", (model) => model.window),
    ...tiers.map((tier) => budgets(`Context window, ${tier}`, (model) => model.windows.get(tier) ?? model.window)),
    line("Cost per million tokens", paid, (index) => prices(models[index].cost)),
    simple("Name at the provider", (model) => model.modelName || NOT_SAID),
    ...others.map((name) => simple(name, (model) => JSON.stringify(asMap(model.others).get(name)) ?? "–")),
  ];
}

function startComparison() {
  byId("tray-clear").addEventListener("click", () => {
    go({ compare: [] });
    byId("results-title").focus();
  });
  byId("tray-open").addEventListener("click", () => go({ show: "compare" }, { opens: true }));
}
