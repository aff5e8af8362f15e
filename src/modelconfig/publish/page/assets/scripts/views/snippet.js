// A model as an override of a site configuration.

/**
 * A site configuration that offers the catalogue's models and overrides this one with its present values. An override
 * sets one context window for all subscriptions, so it has that of enterprise users.
 */
function siteSnippet(model) {
  const given = asMap(model.value);
  const enterprise = asObject(asMap(given.get("modelConfigAllTiers")).get("enterprise"));
  if (isObject(enterprise.contextWindow)) given.set("contextWindow", enterprise.contextWindow);
  const settings = asMap(given.get("clientSideConfig")).get("openAICompatible");
  // The name of these settings in a site configuration is written differently.
  if (settings !== undefined) given.set("clientSideConfig", { openaicompatible: settings });
  else given.delete("clientSideConfig");
  const names = shown.override.filter((name) => given.has(name));
  const override = Object.fromEntries(names.map((name) => [name, given.get(name)]));
  return `${JSON.stringify({ modelConfiguration: { sourcegraph: {}, modelOverrides: [override] } }, null, 2)}\n`;
}
