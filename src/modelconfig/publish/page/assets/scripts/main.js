// Hold what the page shows, and change the view in one place.

const shown = {
  document: null, catalogue: null, meanings: new Map(), override: [], sources: readSources(null), checked: null, now: 0, time: null, found: [], drawn: [], limit: STEP, scale: 1, widest: 1,
};

/** Show a document on the visitor's day. Return false if it is not a model configuration. */
function present(value) {
  const now = today();
  const catalogue = readCatalogue(value, shown.meanings, now);
  if (!catalogue) return false;
  const time = timeScale(catalogue.models, now);
  Object.assign(shown, { document: value, catalogue, now, time, drawn: [] });
  byId("status-unit").textContent = time ? ` ${time.years.join(" to ")}` : "";
  shown.widest = widest(catalogue.models.flatMap((model) => [model.window, ...model.windows.values()]));
  document.documentElement.style.setProperty("--signs", Math.min(formatNumber(shown.widest).length, 10));
  rows.clear();
  // What is open shows the earlier document or day.
  delete byId("details").dataset.ref;
  delete byId("comparison").dataset.refs;
  const revision = catalogue.revision ? `Revision ${catalogue.revision} · ` : "";
  byId("edition").textContent =
    `${revision}${plural(catalogue.models.length, "model")} from ${plural(catalogue.values.provider.length, "provider")}`;
  byId("age").replaceChildren(...ageParts(shown.checked, now));
  byId("age").hidden = !byId("age").textContent;
  buildFacets(catalogue);
  buildDefaults(catalogue);
  buildWindowsChoice(catalogue);
  byId("catalogue").hidden = false;
  byId("skip").hidden = false;
  arrive();
  return true;
}

function buildDefaults({ roles, byRef }) {
  const items = [...roles].map(([role, ref]) => {
    const model = byRef.get(ref);
    const about = known(shown.meanings, "role").get(role);
    return el("li", null,
      el("h3", null, capitalised(spelt(role))),
      model
        ? el("a", { href: linkTo(model), class: "name", click: (event) => openFromList(event, model) }, model.name)
        : el("span", { class: "name" }, ref),
      model && (model.lifecycle.soon || model.lifecycle.ended) ? el("div", { class: "state" }, stateOf(model)) : null,
      el("p", { class: "hint" }, model ? (about ? described(about.split(". ")[0].replace(/\.?$/u, ".")) : null) : "This model is not listed."));
  });
  byId("defaults").replaceChildren(...items);
  byId("defaults-box").hidden = !items.length;
}

/** Offer the subscriptions in which some model has another context window; hide the field if there is none. */
function buildWindowsChoice({ tiers }) {
  const options = tiers.map((tier) => el("option", { value: tier }, capitalised(tier)));
  byId("windows").replaceChildren(el("option", { value: "" }, GENERAL), ...options);
  byId("windows-field").hidden = !tiers.length;
}

/** Show the view of the current state; `before` is the state that was shown. */
function show(before) {
  const { catalogue } = shown;
  const { state } = current;
  if (!catalogue) return;
  const scale = scaleOf(catalogue.models);
  if (scale !== shown.scale || before.windows !== state.windows) {
    rows.clear();
    shown.drawn = [];
    shown.scale = scale;
  }
  const listed = ["q", "sort", "deprecated", ...FACETS.map(({ name }) => name), ...RANGES.map(({ name }) => name)];
  if (listed.some((name) => String(before[name]) !== String(state[name]))) shown.limit = STEP;
  const { found, counts, hidden } = choose(catalogue.models, state);
  shown.found = found;
  const search = byId("search");
  if (search.value !== state.q) search.value = state.q;
  byId("windows").value = catalogue.tiers.includes(state.windows) ? state.windows : "";
  const order = syncColumns(state);
  if (before.sort !== state.sort) announce(`Models ${order}`);
  syncFacets(state, counts);
  showRows(found);
  syncEnded(state, hidden);
  byId("window-unit").textContent = ` 0 to ${formatNumber(scale)} tokens`;
  byId("count").textContent = `${formatNumber(found.length)} of ${plural(catalogue.models.length, "model")}`;
  syncPicks();
  showComparison(state.show === "compare");
  showDetails(state.model);
  syncDetails();
  if (state.model) mark(state.model);
  const named = catalogue.byRef.get(state.model)?.name;
  document.title = named ? `${named} · Cody models` : "Cody models";
}

/** The switch that shows deprecated and retired models, with the number of those that it would add. */
function syncEnded(state, hidden) {
  const box = byId("ended");
  box.checked = showsEnded(state);
  // A filter by status selects them itself.
  box.disabled = state.status.length > 0;
  byId("ended-field").hidden = !shown.catalogue.models.some(({ lifecycle }) => lifecycle.ended);
  byId("ended-count").textContent = hidden ? formatNumber(hidden) : "";
  if (!shown.found.length && hidden) byId("empty-text").textContent = `Only deprecated or retired models match: ${formatNumber(hidden)}.`;
  byId("empty-show").hidden = !hidden;
}

/** `/` moves to the search, except while the visitor types or a dialog is open. */
function onKey(event) {
  // Some keyboards need Shift for it.
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || byId("catalogue").hidden || layered(current.state)) return;
  if (event.target.closest("input:not([type=checkbox], [type=radio]), select, textarea, [contenteditable]")) return;
  event.preventDefault();
  byId("search").focus();
  byId("search").select();
}

function start() {
  const settings = JSON.parse(byId("settings").textContent);
  shown.meanings = new Map([...asMap(settings.meanings)].map(([name, values]) => [name, asMap(values)]));
  shown.override = settings.override;
  shown.checked = settings.checked;
  shown.sources = readSources(JSON.parse(byId("sources").textContent));
  startTheme();
  startTable();
  startFilters();
  startDialogs();
  startSources();
  startComparison();
  byId("tools").addEventListener("submit", (event) => event.preventDefault());
  byId("search").addEventListener("input", () => go({ q: byId("search").value }, { typing: true }));
  byId("windows").addEventListener("change", () => go({ windows: byId("windows").value }));
  byId("skip").addEventListener("click", (event) => {
    event.preventDefault();
    byId("results-title").focus();
  });
  const showEnded = (wanted) => go({ deprecated: wanted ? "show" : "" });
  byId("ended").addEventListener("change", () => showEnded(byId("ended").checked));
  byId("empty-show").addEventListener("click", () => {
    showEnded(true);
    byId("results-title").focus();
  });
  document.addEventListener("keydown", onKey);
  window.addEventListener("popstate", arrive);
  // A page that stays open overnight counts from the new day.
  document.addEventListener("visibilitychange", () => {
    if (shown.document && !document.hidden && today() !== shown.now) present(shown.document);
  });
  if (settings.fetch) {
    startSignIn(settings.fetch);
    return;
  }
  const json = byId("json");
  json.href = settings.link;
  json.hidden = false;
  present(JSON.parse(byId("data").textContent));
}

document.addEventListener("DOMContentLoaded", start);
