// The filters beside the list, and the chips above it that show the selected values.

const boxes = new Map();
const fields = new Map();

/** The title of a value of a facet: the name of a provider, in words, or the value itself. */
function titleOf(facet, value) {
  if (facet === "provider") return shown.catalogue.providers.get(value) ?? value;
  return facet === "status" && value === SOON ? `retires within ${SOON_DAYS} days` : value;
}

function buildFacets(catalogue) {
  boxes.clear();
  const groups = FACETS.filter(({ name }) => catalogue.values[name].length).flatMap(({ name, title, all }) => {
    boxes.set(name, new Map());
    const hint = all ? el("span", { class: "hint" }, " has all of") : null;
    const values = catalogue.values[name].map((value) => facetValue(name, value));
    const group = el("fieldset", { class: "facet" }, el("legend", null, title, hint), el("div", { class: "values" }, values));
    return name === "status" ? [group, ...buildRanges()] : [group];
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

/** Fields for the limits of prices and context windows. */
function buildRanges() {
  fields.clear();
  const groups = ranked(RANGES.map(({ group }) => group));
  return groups.map((group) => {
    const ranges = RANGES.filter((range) => range.group === group);
    return el("fieldset", { class: "facet" }, el("legend", null, group), ranges.map(rangeField));
  });
}

function rangeField(range) {
  const { name, title, word, most } = range;
  const limit = most ? "at most" : "at least";
  const box = el("input", {
    type: "number", min: "0", step: "any", inputmode: "decimal", autocomplete: "off",
    "aria-label": `${title}, ${limit} ${most ? "dollars per million tokens" : "tokens"}`,
    input: () => go({ [name]: box.value }, { typing: true }),
  });
  fields.set(name, box);
  return el("label", { class: "range" }, el("span", { class: "word" }, word), el("span", { class: "hint" }, `${limit}${most ? " $" : ""}`), box);
}

function syncFacets(state, counts) {
  for (const [facet, values] of boxes) {
    for (const [value, { box, count, label }] of values) {
      const fitting = counts.get(facet).get(value) ?? 0;
      box.checked = state[facet].includes(value);
      count.textContent = formatNumber(fitting);
      label.classList.toggle("none", !fitting && !box.checked);
    }
  }
  for (const [name, box] of fields) {
    // An unfinished number has no value; writing another one would remove it.
    if (box.value !== state[name]) box.value = limitOf(state, { name }) ?? "";
  }
  const chosen = [...FACETS.flatMap((facet) => chosenValues(facet, state)), ...RANGES.flatMap((range) => chosenLimits(range, state))];
  byId("filters-toggle").textContent = chosen.length ? `Filters (${chosen.length})` : "Filters";
  showChips(chosen, narrowed(state));
}

function chosenValues({ name, title }, state) {
  return state[name].map((value) => ({ title, value: titleOf(name, value), clear: () => toggleValue(name, value) }));
}

function chosenLimits(range, state) {
  const limit = limitOf(state, range);
  if (limit === null) return [];
  return [{ title: range.title, value: rangeText(range, limit), clear: () => go({ [range.name]: "" }) }];
}

function showChips(chosen, any) {
  const chips = chosen.map(({ title, value, clear }, index) => {
    const text = [unseen("Remove filter "), `${title}: `, el("strong", null, value)];
    const cross = el("span", { class: "cross", "aria-hidden": "true" }, "×");
    const remove = () => {
      clear();
      focusChip(index);
    };
    return el("li", null, el("button", { type: "button", class: "chip", click: remove }, text, cross));
  });
  const clearChip = el("button", { type: "button", class: "chip plain", click: clearAll }, "Clear all");
  byId("chips").replaceChildren(...chips, ...(any ? [el("li", null, clearChip)] : []));
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
