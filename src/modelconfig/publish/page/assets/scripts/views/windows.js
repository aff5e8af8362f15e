// Show context windows as bars: all bars of a page have the same scale, so that lengths can be compared.

/** The name of the window of every subscription without a separate one. */
const GENERAL = "General";

/** The window in the selected subscription. */
function windowOf(model) {
  return model.windows.get(current.state.windows) ?? model.window;
}

/** The number of tokens at the full length of a bar. */
function scaleOf(models) {
  return Math.max(1, ...models.map((model) => Math.max(windowOf(model).input ?? 0, windowOf(model).output ?? 0)));
}

function widest(windows) {
  return Math.max(1, ...windows.flatMap(({ input, output }) => [input ?? 0, output ?? 0]));
}

/** One budget: a word, a bar to scale, a number. */
function lane(word, tokens, scale) {
  if (tokens === null) return el("div", { class: "lane" }, el("span", { class: "word" }, word), "–");
  const fill = el("span", { class: `fill ${word}` });
  // Set through the object model, because the policy forbids styles in markup.
  fill.style.inlineSize = `${(100 * tokens) / scale}%`;
  return el(
    "div",
    { class: "lane" },
    el("span", { class: "word" }, word, unseen(" ")),
    el("span", { class: "track", "aria-hidden": "true" }, fill),
    el("span", { class: "number" }, formatNumber(tokens), unseen(" tokens. ")),
  );
}

function lanes(window, scale) {
  return [lane("in", window.input, scale), lane("out", window.output, scale)];
}

/** The cost of a million tokens, or the document's value and unit if the unit is unknown. */
function prices(cost) {
  return ["input", "output"].map((side) => {
    const word = side === "input" ? "in" : "out";
    return el("div", { class: "price" }, el("span", { class: "word" }, word, unseen(" ")), price(cost, side));
  });
}

function price(cost, side) {
  if (cost[side] !== null) return el("span", { class: "number" }, dollars(cost[side]));
  const pennies = cost.given[`${side}TokenPennies`];
  if (typeof pennies !== "number") return el("span", { class: "number" }, "–");
  return el("span", { class: "number" }, `${formatNumber(pennies)} ¢ per ${asText(cost.given.unit, "unit")}`);
}
