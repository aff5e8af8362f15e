// Hold what the page shows, and change the view in one place.

const shown = { catalogue: null, meanings: {}, found: [], drawn: [], limit: STEP, scale: 1, widest: 1 };

/** Show a document. Return false if it is not a model configuration. */
function present(value) {
  const catalogue = readCatalogue(value, shown.meanings);
  if (!catalogue) return false;
  shown.catalogue = catalogue;
  shown.widest = widest(catalogue.models.flatMap((model) => [model.window, ...model.windows.values()]));
  document.documentElement.style.setProperty("--signs", Math.min(formatNumber(shown.widest).length, 10));
  rows.clear();
  const revision = catalogue.revision ? `Revision ${catalogue.revision} · ` : "";
  byId("edition").textContent =
    `${revision}${plural(catalogue.models.length, "model")} from ${plural(catalogue.values.provider.length, "provider")}`;
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
    const about = shown.meanings.role?.[role];
    return el("li", null,
      el("h3", null, capitalised(spelt(role))),
      model
        ? el("a", { href: linkTo(model), class: "name", click: (event) => openFromList(event, model) }, model.name)
        : el("span", { class: "name" }, ref),
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
  const listed = ["q", "sort", ...FACETS.map(({ name }) => name)];
  if (listed.some((name) => String(before[name]) !== String(state[name]))) shown.limit = STEP;
  const { found, counts } = choose(catalogue.models, state);
  shown.found = found;
  const search = byId("search");
  if (search.value !== state.q) search.value = state.q;
  byId("windows").value = catalogue.tiers.includes(state.windows) ? state.windows : "";
  const order = syncColumns(state);
  if (before.sort !== state.sort) announce(`Models ${order}`);
  syncFacets(state, counts);
  showRows(found);
  byId("scale").textContent = ` 0 to ${formatNumber(scale)} tokens`;
  byId("count").textContent = `${formatNumber(found.length)} of ${plural(catalogue.models.length, "model")}`;
  syncPicks();
  showComparison(state.show === "compare");
  showDetails(state.model);
  syncDetails();
  if (state.model) mark(state.model);
  const named = catalogue.byRef.get(state.model)?.name;
  document.title = named ? `${named} · Cody models` : "Cody models";
}

function start() {
  const settings = JSON.parse(byId("settings").textContent);
  shown.meanings = settings.meanings;
  startTheme();
  startTable();
  startFilters();
  startDialogs();
  startComparison();
  byId("tools").addEventListener("submit", (event) => event.preventDefault());
  byId("search").addEventListener("input", () => go({ q: byId("search").value }, { typing: true }));
  byId("windows").addEventListener("change", () => go({ windows: byId("windows").value }));
  byId("skip").addEventListener("click", (event) => {
    event.preventDefault();
    byId("results-title").focus();
  });
  window.addEventListener("popstate", arrive);
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
