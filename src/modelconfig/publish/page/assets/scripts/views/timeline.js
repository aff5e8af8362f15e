// Draw lifecycles: all bars of a page have the same scale of time, with a line on the visitor's day.

const YEAR = 365.25;

/** The first and the last day of the bars: whole years around the known days, near the visitor's day. */
function timeScale(models, now) {
  const days = models.flatMap(({ lifecycle: { released, deprecated, retires } }) => [released, deprecated, retires]).filter((day) => day !== null);
  if (!days.length) return null;
  let [first, last] = [Infinity, -Infinity];
  for (const day of days) [first, last] = [Math.min(first, day), Math.max(last, day)];
  // A day in the year 9999, or a wrong clock, must not make all other bars invisible.
  const centre = Math.min(Math.max(now, first), last);
  const years = [Math.max(first, centre - 5 * YEAR), Math.max(Math.min(last, centre + 3 * YEAR), centre + 1)].map((day) => Number(dateOf(Math.floor(day)).slice(0, 4)));
  const [from, to] = [dayOf(`${years[0]}-01-01`), dayOf(`${years[1]}-12-31`)];
  return { from, to: to + 1, years, now: now >= from && now <= to ? now : null };
}

/** The position of a day on the scale, in percent, within its limits. */
function placeOf(day, { from, to }) {
  return (100 * (Math.min(Math.max(day, from), to) - from)) / (to - from);
}

/** The bar of a lifecycle, or null if no day is known. Its text is beside it. */
function lifeBar({ released, deprecated, retires }, scale) {
  if (!scale || (released ?? deprecated ?? retires) === null) return null;
  const from = released ?? scale.from;
  const end = retires ?? scale.to;
  const change = Math.min(deprecated ?? end, end);
  const parts = [
    part("use", from, change, scale, { unknown: released === null, open: retires === null && change === end }),
    part("ending", change, end, scale, { open: retires === null }),
    tick("end", retires, scale),
    tick("now", scale.now, scale),
  ];
  return el("span", { class: "life", "aria-hidden": "true" }, parts);
}

function part(kind, from, to, scale, { unknown = false, open = false } = {}) {
  const [start, end] = [placeOf(from, scale), placeOf(to, scale)];
  if (end <= start) return null;
  const made = at(start, { class: ["part", kind, unknown && "unknown", open && "open"].filter(Boolean).join(" ") });
  made.style.inlineSize = `${end - start}%`;
  return made;
}

/** A line across the bar, if the day is within the scale. */
function tick(kind, day, scale) {
  return day === null || day < scale.from || day > scale.to ? null : at(placeOf(day, scale), { class: `tick ${kind}` });
}

/** An element at a position. The style is set through the object model, because the policy forbids styles in markup. */
function at(place, attributes, ...children) {
  const made = el("span", attributes, ...children);
  made.style.insetInlineStart = `${place}%`;
  return made;
}

/** The years below a bar. */
function yearMarks({ years: [first, last], ...scale }) {
  const step = Math.ceil((last - first + 1) / 6);
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index).filter((_, index) => index % step === 0);
  return el("span", { class: "years", "aria-hidden": "true" }, years.map((year) => at(placeOf(dayOf(`${year}-01-01`), scale), null, String(year))));
}

/** The state as a badge, and what comes next in words. */
function stateOf(model) {
  const { state, soon } = model.lifecycle;
  const next = countdown(model.lifecycle);
  // "retired 5 months ago" says more than "retired".
  const merged = state === RETIRED && next;
  return [
    statusBadge(state, merged ? next : state),
    next && !merged ? [" ", el("span", { class: soon ? "next soon" : "next" }, next)] : null,
  ];
}

/** The lifecycle in a cell of the list. */
function lifecycleCell(model) {
  const { lifecycle } = model;
  const texts = eventsOf(lifecycle, shown.now).filter(({ kind }) => kind !== "today").map(({ title, day }) => `${title} ${dateOf(day)}.`);
  return [
    el("div", { class: "state" }, stateOf(model)),
    lifeBar(lifecycle, shown.time),
    texts.length ? unseen(` ${texts.join(" ")}`) : null,
    replacementOf(model, openFromList, "Use "),
  ];
}

/** A link to the replacement, or its reference if the page does not have that model. */
function replacementOf(model, open, word = "") {
  if (!model.replacement) return null;
  const other = shown.catalogue.byRef.get(model.replacement);
  const target = other
    ? el("a", { href: linkTo(other), click: (event) => open(event, other) }, other.name)
    : el("code", { class: "ref" }, breakable(model.replacement));
  return el("div", { class: "replacement" }, word, target);
}

/** The lifecycle in the details: a bar with years, and every event with its distance from today. */
function lifecycleOf(model) {
  const { lifecycle } = model;
  const bar = lifeBar(lifecycle, shown.time);
  if (!bar && !model.replacement) return null;
  const events = bar ? eventsOf(lifecycle, shown.now) : [];
  return [
    el("h3", null, "Lifecycle ", sourceButton(model, "lifecycle")),
    bar ? el("div", { class: "timeline" }, bar, yearMarks(shown.time)) : null,
    el("ol", { class: "events" }, events.map(({ kind, title, day }) =>
      el("li", { "data-kind": kind },
        el("span", { class: "word" }, title),
        el("span", { class: "number" }, dateOf(day)),
        el("span", { class: "hint" }, kind === "today" ? "" : relative(day - shown.now))))),
    lifecycle.retires === null ? el("p", { class: "hint" }, "No day of retirement is known.") : null,
    model.replacement ? el("p", { class: "replaced" }, "Replacement: ", replacementOf(model, openInPlace)) : null,
  ];
}

/** Show another model in the open dialog. */
function openInPlace(event, model) {
  if (modified(event)) return;
  event.preventDefault();
  go({ model: model.ref });
}
