// Limits that the visitor sets for prices and context windows.

const RANGES = [
  { name: "max-cost", group: "Cost per million tokens", title: "Input cost", word: "in", most: true, read: ({ cost }) => cost.input },
  { name: "max-output-cost", group: "Cost per million tokens", title: "Output cost", word: "out", most: true, read: ({ cost }) => cost.output },
  { name: "min-input", group: "Context window", title: "Input tokens", word: "in", read: (model) => windowOf(model).input },
  { name: "min-output", group: "Context window", title: "Output tokens", word: "out", read: (model) => windowOf(model).output },
];

/** The number of a limit, or null if none is set. */
function limitOf(state, { name }) {
  const number = state[name].trim() === "" ? NaN : Number(state[name]);
  return Number.isFinite(number) && number >= 0 ? number : null;
}

/** Whether a model observes a limit; a model without the value does not. */
function observes(model, { read, most }, limit) {
  const value = read(model);
  return value !== null && (most ? value <= limit : value >= limit);
}

/** `at most $2.00`, `at least 100,000`. */
function rangeText({ most }, limit) {
  return most ? `at most ${dollars(limit)}` : `at least ${formatNumber(limit)}`;
}
