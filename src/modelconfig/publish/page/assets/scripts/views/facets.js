// The filters beside the list, and the chips above it that show the selected values.

const boxes = new Map();

/** The title of a value of a facet: the name of a provider, otherwise the value itself. */
function titleOf(facet, value) {
  return facet === "provider" ? (shown.catalogue.providers.get(value) ?? value) : value;
}

function buildFacets(catalogue) {
  boxes.clear();
  const groups = FACETS.filter(({ name }) => catalogue.values[name].length).map(({ name, title, all }) => {
    boxes.set(name, new Map());
    const hint = all ? el("span", { class: "hint" }, " has all of") : null;
    const values = catalogue.values[name].map((value) => facetValue(name, value));
    return el("fieldset", { class: "facet" }, el("legend", null, title, hint), el("div", { class: "values" }, values));
  });
  byId("facets").replaceChildren(...groups);
  byId("filters-toggle").hidden = !groups.length;
}

function facetValue(facet, value) {
  const box = el("input", { type: "checkbox", change: () => toggleValue(facet, value) });
  const count = el("span", { class: "number" });
  const label = el("label", null, box, el("span", { class: "value" }, titleOf(facet, value)), " ", count);
  boxes.get(facet).set(value, { box, count, label });
  return label;
}

function toggleValue(facet, value) {
  const chosen = current.state[facet];
  go({ [facet]: chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value] });
}

function syncFacets(state, counts) {
  for (const [facet, values] of boxes) {
    for (const [value, { box, count, label }] of values) {
      const fitting = counts[facet].get(value) ?? 0;
      box.checked = state[facet].includes(value);
      count.textContent = formatNumber(fitting);
      label.classList.toggle("none", !fitting && !box.checked);
    }
  }
  const chosen = FACETS.flatMap(({ name, title }) => state[name].map((value) => ({ name, title, value })));
  byId("filters-toggle").textContent = chosen.length ? `Filters (${chosen.length})` : "Filters";
  showChips(chosen, narrowed(state));
}

function showChips(chosen, any) {
  const chips = chosen.map(({ name, title, value }, index) => {
    const text = [unseen("Remove filter "), `${title}: `, el("strong", null, titleOf(name, value))];
    const cross = el("span", { class: "cross", "aria-hidden": "true" }, "×");
    const remove = () => {
      toggleValue(name, value);
      focusChip(index);
    };
    return el("li", null, el("button", { type: "button", class: "chip", click: remove }, text, cross));
  });
  const clear = el("button", { type: "button", class: "chip plain", click: clearAll }, "Clear all");
  byId("chips").replaceChildren(...chips, ...(any ? [el("li", null, clear)] : []));
  byId("chips").hidden = !any;
}

function focusChip(index) {
  const left = byId("chips").querySelectorAll("button:not(.plain)");
  (left[Math.min(index, left.length - 1)] ?? byId("results-title")).focus();
}

function clearAll() {
  go(NOTHING_CHOSEN);
  byId("results-title").focus();
}

/** On narrow screens a button shows and hides the filters. */
function startFilters() {
  const toggle = byId("filters-toggle");
  toggle.addEventListener("click", () => {
    toggle.setAttribute("aria-expanded", String(toggle.getAttribute("aria-expanded") !== "true"));
  });
  byId("empty-clear").addEventListener("click", clearAll);
}
