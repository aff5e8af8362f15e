// Format numbers, prices and names.

const NUMBERS = new Intl.NumberFormat("en");
const TEXTS = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
const MILLIONS = new Map([["mtok", 1], ["btok", 1000]]);

function formatNumber(value) {
  return NUMBERS.format(value);
}

function plural(count, one, many = `${one}s`) {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

/** US dollars per million tokens, or null if unknown. */
function perMillion(pennies, unit) {
  return MILLIONS.has(unit) && Number.isFinite(pennies) ? pennies / MILLIONS.get(unit) / 100 : null;
}

/** Two decimals, or more for fractions of a cent; scientific notation for very small amounts. */
function dollars(amount) {
  if (amount >= 1e12) return `$${amount.toExponential(2)}`;
  const exact = new Intl.NumberFormat("en", { minimumFractionDigits: 2, maximumFractionDigits: 9 });
  return `$${exact.format(amount)}`;
}

/** `codeCompletion` as "code completion". */
function spelt(name) {
  return name.replace(/([a-z0-9])([A-Z])/gu, "$1 $2").toLowerCase();
}

function capitalised(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Fold case and accents, so that a search for "resume" finds "Résumé". */
function folded(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
