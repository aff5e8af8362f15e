// Keep the view in the fragment of the address: a view can be shared, and back and forward move between views.

const LISTS = [...FACETS.map(({ name }) => name), "compare"];
const CHOICES = ["q", "sort", "windows", "deprecated", ...RANGES.map(({ name }) => name)];
const LAYERS = ["show", "model"];
const MOST_COMPARED = 4;

function readState(fragment) {
  const given = new URLSearchParams(fragment.replace(/^#/u, ""));
  const state = {};
  for (const name of LISTS) state[name] = [...new Set(given.getAll(name).filter(Boolean))];
  for (const name of [...CHOICES, ...LAYERS]) state[name] = given.get(name) ?? "";
  state.compare.splice(MOST_COMPARED);
  return state;
}

function writeState(state) {
  const parts = [];
  for (const name of CHOICES) if (state[name]) parts.push(pair(name, state[name]));
  for (const name of LISTS) for (const value of state[name]) parts.push(pair(name, value));
  for (const name of LAYERS) if (state[name]) parts.push(pair(name, state[name]));
  return parts.length ? `#${parts.join("&")}` : "";
}

function pair(name, value) {
  // A fragment may contain colons, slashes and similar characters unencoded, which makes references readable. A lone
  // surrogate cannot be encoded.
  const encoded = encodeURIComponent(value.toWellFormed());
  return `${name}=${encoded.replace(/%(3A|2F|40|2C)/gu, (code) => decodeURIComponent(code))}`;
}

/** The address of one model, without the reader's filters. */
function linkTo(model) {
  return `#${pair("model", model.ref)}`;
}

const current = { state: readState(""), typing: false, compare: null };

function addressOf(state) {
  return location.pathname + location.search + writeState(state);
}

/** Whether a dialog is open over the list. */
function layered(state) {
  return LAYERS.some((name) => state[name]);
}

/**
 * Show another view. Consecutive letters of a search make one step of the history. A dialog opened from the list is
 * recorded, so that closing it goes back instead of adding a step. Other changes in a dialog add no step, so that one
 * step back always closes it; the models that were selected for comparison meanwhile are kept for `arrive`.
 */
function go(change, { typing = false, opens = false, replaces = false } = {}) {
  const before = current.state;
  const inside = layered(before) && !opens;
  if (inside && change.compare) current.compare = change.compare;
  current.state = { ...before, ...change };
  const replace = replaces || inside || (typing && current.typing);
  if (replace) history.replaceState(history.state, "", addressOf(current.state));
  else history.pushState({ opened: opens }, "", addressOf(current.state));
  current.typing = typing;
  show(before);
}

/** Read the view from the address: at the start, after back and forward, and after an edit of the fragment. */
function arrive() {
  const before = current.state;
  current.state = readState(location.hash);
  current.typing = false;
  if (current.compare && layered(before)) {
    current.state.compare = current.compare;
    history.replaceState(history.state, "", addressOf(current.state));
  }
  if (!layered(current.state)) current.compare = null;
  show(before);
}

/** Close the dialog over the list. */
function leave(change) {
  if (history.state?.opened) history.back();
  else go(change, { replaces: true });
}
