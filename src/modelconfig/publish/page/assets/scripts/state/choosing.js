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

/** The matching models, sorted, and for each facet the number of models that would match with each value. */
function choose(models, state) {
  const words = folded(state.q).split(/\s+/u).filter(Boolean);
  const tests = FACETS.map(({ name, all }, index) => {
    const wanted = new Set(state[name]);
    const matches = (model) =>
      all ? state[name].every((value) => model.facets[name].includes(value)) : wanted.has(model.facets[name][0]);
    return { name, all, bit: 1 << index, matches: wanted.size ? matches : () => true, counts: new Map() };
  });
  const found = [];
  for (const model of models) {
    if (!words.every((word) => model.haystack.includes(word))) continue;
    let failed = 0;
    for (const test of tests) if (!test.matches(model)) failed |= test.bit;
    if (!failed) found.push(model);
    for (const { name, all, bit, counts } of tests) {
      // If one value of the filter is enough, count with another value; if all are required, count with one more.
      if (all ? failed : failed & ~bit) continue;
      for (const value of model.facets[name]) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return { found: sorted(found, state), counts: Object.fromEntries(tests.map(({ name, counts }) => [name, counts])) };
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
  return Boolean(state.q.trim()) || FACETS.some(({ name }) => state[name].length);
}

const NOTHING_CHOSEN = { q: "", ...Object.fromEntries(FACETS.map(({ name }) => [name, []])) };
