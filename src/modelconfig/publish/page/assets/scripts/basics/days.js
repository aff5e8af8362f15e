// Calendar days as numbers, counted from 1970, and in words relative to the visitor's day.

const MILLISECONDS = 86_400_000;
const RELATIVE = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

/** The day that a text such as `2026-11-26` names, or null if it names none. */
function dayOf(text) {
  if (typeof text !== "string" || !/^\d{4}-\d\d-\d\d$/u.test(text)) return null;
  const time = Date.parse(`${text}T00:00:00Z`);
  // 30 February is read as 2 March.
  return Number.isNaN(time) || dateOf(time / MILLISECONDS) !== text ? null : time / MILLISECONDS;
}

/** The date of a day, as in the document. */
function dateOf(day) {
  return new Date(day * MILLISECONDS).toISOString().slice(0, 10);
}

/** The day of the visitor's clock, in the visitor's time zone. */
function today() {
  const now = new Date();
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / MILLISECONDS;
}

/** `in 15 days`, `5 months ago`, `tomorrow`: the longer ago or ahead, the less exact. */
function relative(days) {
  const length = Math.abs(days);
  if (length <= 90) return RELATIVE.format(days, "day");
  if (length <= 730) return RELATIVE.format(Math.round(days / 30.44), "month");
  return RELATIVE.format(Math.round(days / 365.25), "year");
}
