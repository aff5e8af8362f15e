// Where values come from, shown on hover or focus. Only the page of the embedded catalogue knows it.

const HOVER_DELAY = 250;
const pending = { timer: 0, trigger: null };

/** The companion of the catalogue: titles of sources by name, and what is recorded about each model. */
function readSources(companion) {
  const models = asList(asObject(companion).models).map(asMap);
  return { titles: asMap(asObject(companion).sources), models: new Map(models.map((model) => [model.get("modelRef"), model])) };
}

/** When the values were checked, for the header. */
function ageParts(checked, now) {
  const { oldest, newest } = asObject(checked);
  const day = dayOf(oldest);
  if (day === null || dayOf(newest) === null) return [];
  const whole = (date) => el("span", { class: "day" }, date);
  const days = oldest === newest ? ["on ", whole(newest)] : ["from ", whole(oldest), " to ", whole(newest)];
  return ["Values checked ", ...days, `, the oldest ${relative(day - now)}`];
}

/** What is recorded about a group of values of a model: titles, conditions, and the days of the checks by source. */
function recordedOf(ref, group) {
  const model = shown.sources.models.get(ref);
  if (!model) return [];
  const values = (name) => asMap(model.get(name));
  const checks = (name) => [...asMap(values(name).get("checked") ?? model.get("checked"))];
  const { lifecycle, limits } = { lifecycle: values("lifecycle"), limits: values("limits") };
  const known = {
    cost: () => [{ title: "Cost", text: laterCost(values("cost")), checks: checks("cost") }],
    lifecycle: () => (lifecycle.size ? [{ title: "Lifecycle", text: routeText(lifecycle), checks: checks("lifecycle") }] : []),
    window: () => [
      { title: "Budgets and other values", text: "", checks: [...asMap(model.get("checked"))] },
      ...(limits.size ? [{ title: "Technical limits", text: limitsText(limits), checks: checks("limits") }] : []),
    ],
  };
  return known[group]();
}

function routeText(lifecycle) {
  const route = asText(lifecycle.get("route"));
  return route && `Days of the route ${route}`;
}

function limitsText(limits) {
  const numbers = [...limits].filter(([, value]) => Number.isFinite(value));
  return `${numbers.map(([name, value]) => `${name} ${formatNumber(value)}`).join(", ")} tokens`;
}

/** The prices after a promotion. */
function laterCost(cost) {
  const { input, output } = asObject(cost.get("then"));
  const unit = cost.get("unit");
  const later = [perMillion(input, unit), perMillion(output, unit)];
  if (later.includes(null)) return "";
  return `Until ${asText(cost.get("until"), "a later day")}; then ${dollars(later[0])} in, ${dollars(later[1])} out per million tokens`;
}

function recordedBlock({ title, text, checks }) {
  const lines = checks.map(([name, day]) => {
    const source = asMap(shown.sources.titles.get(name));
    return el("li", null, asText(source.get("title"), name), el("span", { class: "hint" }, ` (checked ${asText(day)})`));
  });
  return el("div", null, el("strong", null, title), text ? el("p", null, text) : null, el("ul", null, lines));
}

/** A button that shows the sources of a group of values, or null if the page does not know them. */
function sourceButton(model, group) {
  if (!recordedOf(model.ref, group).length) return null;
  return el("button", { type: "button", class: "sourced", ...sourced(model, group) }, "Source", unseen(` of the ${group === "window" ? "context windows" : group}`));
}

/** The attributes of an element whose values have sources. */
function sourced(model, group) {
  return recordedOf(model.ref, group).length ? { "data-group": group, "data-model": model.ref } : {};
}

function showSource(trigger) {
  const tip = byId("source") ?? pending.tip;
  hideSource();
  tip.replaceChildren(...recordedOf(trigger.dataset.model, trigger.dataset.group).map(recordedBlock));
  // In a dialog, everything outside of it is inert.
  (trigger.closest("dialog") ?? document.body).append(tip);
  tip.showPopover();
  trigger.setAttribute("aria-describedby", "source");
  Object.assign(pending, { trigger, tip });
  placeSource();
}

/** Below the element, or above it where there is no space. */
function placeSource() {
  const { trigger, tip } = pending;
  const box = trigger.getBoundingClientRect();
  const { width, height } = tip.getBoundingClientRect();
  const below = box.bottom + height + 8 <= innerHeight || box.top < height;
  tip.style.insetInlineStart = `${Math.max(8, Math.min(box.left, document.documentElement.clientWidth - width - 8))}px`;
  tip.style.insetBlockStart = `${below ? box.bottom + 4 : box.top - height - 4}px`;
}

function hideSource() {
  clearTimeout(pending.timer);
  pending.trigger?.removeAttribute("aria-describedby");
  if (pending.tip?.matches(":popover-open")) pending.tip.hidePopover();
  pending.trigger = null;
}

function startSources() {
  const trigger = (event) => event.target.closest?.("[data-group]");
  const later = (task) => {
    clearTimeout(pending.timer);
    pending.timer = setTimeout(task, HOVER_DELAY);
  };
  document.addEventListener("pointerover", (event) => {
    const found = trigger(event);
    if (found && found !== pending.trigger && event.pointerType !== "touch") later(() => found.isConnected && showSource(found));
    // The pointer may move to what is shown.
    else if (found || event.target.closest?.("#source")) clearTimeout(pending.timer);
    else later(() => pending.trigger !== document.activeElement && hideSource());
  });
  document.addEventListener("focusin", (event) => (event.target.matches(".sourced") ? showSource(event.target) : hideSource()));
  document.addEventListener("click", (event) => trigger(event)?.matches(".sourced") && showSource(trigger(event)));
  document.addEventListener("keydown", (event) => event.key === "Escape" && hideSource(), true);
  // Moving the focus may scroll.
  const scrolled = () => (pending.trigger && pending.trigger === document.activeElement ? placeSource() : hideSource());
  document.addEventListener("scroll", scrolled, { capture: true, passive: true });
}
