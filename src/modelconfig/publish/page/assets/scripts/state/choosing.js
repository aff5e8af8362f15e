// Select and sort the models to show, and count the models for each value of a filter.

const SORTS = [
  { name: "", title: "Catalogue order" },
  { name: "name", title: "Name", key: (model) => model.name },
  { name: "provider", title: "Provider", key: (model) => model.providerName },
  { name: "input", title: "Context window, input", key: (model) => windowOf(model).input, first: "-" },
  { name: "output", title: "Context window, output", key: (model) => windowOf(model).output, first: "-" },
  { name: "cost", title: "Cost, input", key: (model) => model.cost.input },
  { name: "output-cost", title: "Cost, output", key: (model) => model.cost.output },
  { name: "category", title: "Category", key: (model) => rank("category", model) },
  { name: "tier", title: "Tier", key: (model) => rank("tier", model) },
  { name: "status", title: "Status", key: (model) => rank("status", model) },
  { name: "released", title: "Release", key: ({ lifecycle }) => lifecycle.released, first: "-" },
  { name: "retires", title: "Retirement", key: ({ lifecycle }) => lifecycle.retires },
];

function rank(facet, model) {
  return shown.catalogue.values[facet].indexOf(model.facets[facet][0]);
}

/** The active order: `-name` is by name, descending; an unknown order is that of the catalogue. */
function sorting(state) {
  const descending = state.sort.startsWith("-");
  const sort = SORTS.find(({ name }) => name === state.sort.replace(/^-/u, "")) ?? SORTS[0];
  return { sort, descending: descending && Boolean(sort.key) };
}

/** Whether deprecated and retired models are shown: with the switch, or because the visitor filters by status. */
function showsEnded(state) {
  return state.deprecated === "show" || state.status.length > 0;
}

/**
 * The matching models, sorted; for each facet the number of models that would match with each value; and the number of
 * models that are hidden only because they are deprecated or retired.
 */
function choose(models, state) {
  const words = folded(state.q).split(/\s+/u).filter(Boolean);
  const shownEnded = showsEnded(state);
  const facets = FACETS.map(({ name, all }) => {
    const wanted = state[name];
    const matches = ({ facets: { [name]: values } }) =>
      all ? wanted.every((value) => values.includes(value)) : wanted.some((value) => values.includes(value));
    return { name, all, matches: wanted.length ? matches : null, counts: new Map() };
  });
  const ranges = RANGES.map((range) => ({ range, limit: limitOf(state, range) })).filter(({ limit }) => limit !== null);
  const found = [];
  let hidden = 0;
  for (const model of models) {
    if (!words.every((word) => model.haystack.includes(word))) continue;
    if (!ranges.every(({ range, limit }) => observes(model, range, limit))) continue;
    const failed = facets.filter(({ matches }) => matches && !matches(model));
    const hides = model.lifecycle.ended && !shownEnded;
    if (!failed.length) {
      if (hides) hidden += 1;
      else found.push(model);
    }
    for (const facet of facets) {
      // If one value of the filter is enough, count with another value; if all are required, count with one more.
      const others = facet.all ? failed : failed.filter((one) => one !== facet);
      // A filter by status shows the hidden models.
      if (others.length || (hides && facet.name !== "status")) continue;
      for (const value of model.facets[facet.name]) facet.counts.set(value, (facet.counts.get(value) ?? 0) + 1);
    }
  }
  return { found: sorted(found, state), hidden, counts: new Map(facets.map(({ name, counts }) => [name, counts])) };
}

function sorted(models, state) {
  const { sort, descending } = sorting(state);
  if (!sort.key) return models;
  const keyed = models.map((model) => ({ model, key: sort.key(model) }));
  const sign = descending ? -1 : 1;
  keyed.sort((left, right) => {
    // Models without a value come last in both directions.
    if (left.key === null || right.key === null) return (left.key === null) - (right.key === null);
    const order = typeof left.key === "string" ? TEXTS.compare(left.key, right.key) : left.key - right.key;
    return sign * order;
  });
  return keyed.map(({ model }) => model);
}

/** Whether a search or a filter is active. */
function narrowed(state) {
  return Boolean(state.q.trim()) || FACETS.some(({ name }) => state[name].length) || RANGES.some((range) => limitOf(state, range) !== null);
}

const NOTHING_CHOSEN = {
  q: "",
  ...Object.fromEntries(FACETS.map(({ name }) => [name, []])),
  ...Object.fromEntries(RANGES.map(({ name }) => [name, ""])),
};
