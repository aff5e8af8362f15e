// Turn a document into what the page shows. Any JSON value is accepted, because later versions may add properties and
// values.

const FACETS = [
  { name: "provider", title: "Provider" },
  { name: "status", title: "Status" },
  { name: "capability", title: "Capability", all: true },
  { name: "tier", title: "Tier" },
  { name: "category", title: "Category" },
];
const NOT_SAID = "not stated";

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function hasProperties(value) {
  return Object.keys(value).length > 0;
}

function withoutEmpty(entries) {
  return Object.fromEntries(entries.filter(([, value]) => hasProperties(value)));
}

function asObject(value) {
  return isObject(value) ? value : {};
}

function asList(value) {
  return Array.isArray(value) ? value : [];
}

/** The entries of an object as a map: a name such as `constructor` finds nothing that the object does not have. */
function asMap(value) {
  return new Map(Object.entries(asObject(value)));
}

function asText(value, otherwise = "") {
  return typeof value === "string" && value.trim() ? value : otherwise;
}

/** The catalogue of a document on a day, or null if the document is not a model configuration. */
function readCatalogue(document, meanings, now) {
  if (!isObject(document) || !Array.isArray(document.models)) return null;
  const providers = readProviders(document);
  const providerOthers = readProviderOthers(document);
  const roles = readRoles(document, known(meanings, "role"));
  const byRef = new Map();
  for (const value of document.models) {
    const model = readModel(asObject(value), providers, roles, now);
    model.providerOthers = providerOthers.get(model.provider) ?? {};
    if (!byRef.has(model.ref)) byRef.set(model.ref, Object.assign(model, { place: byRef.size }));
  }
  const models = [...byRef.values()];
  return {
    models, byRef, roles, providers,
    revision: asText(document.revision),
    tiers: ranked(models.flatMap((model) => [...model.windows.keys()]), known(meanings, "tier").keys()),
    values: Object.fromEntries(
      FACETS.map(({ name }) => [
        name,
        ranked(models.flatMap((model) => model.facets[name]), orderOf(name, providers, meanings)),
      ]),
    ),
  };
}

/** The order of the values of a filter: that of the providers or of the schema. */
function orderOf(facet, providers, meanings) {
  if (facet === "provider") return providers.keys();
  const listed = [...known(meanings, facet).keys()];
  return facet === "status" ? [...listed.filter((value) => !ENDED.includes(value)), SOON, ...ENDED] : listed;
}

/** The values of an enumeration that the schema lists, with their descriptions. */
function known(meanings, name) {
  return meanings.get(name) ?? new Map();
}

function readProviders(document) {
  const found = new Map();
  for (const value of asList(document.providers)) {
    const { id, displayName } = asObject(value);
    if (typeof id === "string" && !found.has(id)) found.set(id, asText(displayName, `Provider "${id}"`));
  }
  return found;
}

/** The properties of each provider that are not shown elsewhere. */
function readProviderOthers(document) {
  const found = new Map();
  for (const value of asList(document.providers)) {
    const { id, displayName, ...others } = asObject(value);
    if (typeof id === "string" && !found.has(id)) found.set(id, others);
  }
  return found;
}

/** The roles of each default model, in the order of the schema, then of the document. */
function readRoles(document, described) {
  const defaults = asMap(document.defaultModels);
  const found = new Map();
  for (const role of ranked(defaults.keys(), described.keys())) {
    const ref = defaults.get(role);
    // Some clients read the same default under a second name.
    const copy = role === "unlimitedChat" && defaults.get("fallbackChat") === ref;
    if (typeof ref === "string" && !copy) found.set(role, ref);
  }
  return found;
}

function readModel(value, providers, roles, now) {
  // Other properties are shown as JSON, also those inside of the objects that are shown in words.
  const {
    modelRef, displayName, modelName, capabilities, category, status, tier, contextWindow, estimatedModelCost,
    modelConfigAllTiers, clientSideConfig, releasedOn, deprecatedOn, retiresOn, replacement, ...others
  } = value;
  const ref = asText(modelRef, "(no reference)");
  const parts = ref.split("::");
  const provider = parts[0];
  const cost = asObject(estimatedModelCost);
  const { unit, inputTokenPennies, outputTokenPennies, ...costOthers } = cost;
  const window = readWindow(contextWindow);
  const windows = readTierWindows(modelConfigAllTiers, contextWindow);
  const tierOthers = withoutEmpty([...windows].map(([name, { others: rest }]) => [name, rest]));
  const inside = { contextWindow: window.others, modelConfigAllTiers: tierOthers, estimatedModelCost: costOthers };
  Object.assign(others, withoutEmpty(Object.entries(inside)));
  for (const [name, day] of Object.entries({ releasedOn, deprecatedOn, retiresOn })) {
    if (day !== undefined && dayOf(day) === null) others[name] = day;
  }
  const givenStatus = asText(status, NOT_SAID);
  const lifecycle = readLifecycle({ releasedOn, deprecatedOn, retiresOn }, givenStatus, now);
  const model = {
    ref, provider, others, window, windows, lifecycle, value,
    status: givenStatus,
    replacement: asText(replacement),
    name: asText(displayName, parts[parts.length - 1]),
    providerName: providers.get(provider) ?? `Provider "${provider}"`,
    modelName: asText(modelName),
    roles: [...roles].filter(([, target]) => target === ref).map(([role]) => role),
    cost: {
      given: cost,
      input: perMillion(inputTokenPennies, unit),
      output: perMillion(outputTokenPennies, unit),
    },
    settings: asObject(clientSideConfig),
    facets: {
      provider: [provider],
      capability: [...new Set(asList(capabilities).filter((item) => typeof item === "string"))],
      tier: [asText(tier, NOT_SAID)],
      status: statesOf(lifecycle),
      category: [asText(category, NOT_SAID)],
    },
  };
  model.haystack = folded([model.name, ref, model.modelName, model.providerName].join("\n"));
  return model;
}

function readWindow(value) {
  const { maxInputTokens, maxOutputTokens, maxUserInputTokens, ...others } = asObject(value);
  const count = (number) => (Number.isFinite(number) && number >= 0 ? number : null);
  return { input: count(maxInputTokens), output: count(maxOutputTokens), user: count(maxUserInputTokens), others };
}

/** The windows by tier that differ from the model's own: the client view fills in the others. */
function readTierWindows(value, own) {
  const filled = JSON.stringify({ contextWindow: own });
  const entries = Object.entries(asObject(value))
    .filter(([, tier]) => isObject(asObject(tier).contextWindow) && JSON.stringify(tier) !== filled);
  return new Map(entries.map(([tier, { contextWindow, ...others }]) => {
    const window = readWindow(contextWindow);
    return [tier, { ...window, others: { ...window.others, ...others } }];
  }));
}

/** The distinct values: those of the given order, then the others in the order of the document. */
function ranked(values, order = []) {
  const distinct = new Set(values);
  return [...new Set([...order, ...distinct])].filter((value) => distinct.has(value));
}
