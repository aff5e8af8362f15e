// Create elements. Text becomes text nodes only, so no text of a document can become markup.

function byId(id) {
  return document.getElementById(id);
}

/**
 * Make an element. Functions among the attributes listen to the event of that name; `true` sets an empty attribute;
 * null, undefined and false set none. Children are elements, texts, or nothing.
 */
function el(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (typeof value === "function") made.addEventListener(name, value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value);
  }
  made.append(...thereOf(children));
  return made;
}

/** What is there of parts that may be nested, or missing. */
function thereOf(...parts) {
  return parts.flat(Infinity).filter((part) => part !== null && part !== undefined && part !== "");
}

/** Text for screen readers alone. */
function unseen(text) {
  return el("span", { class: "unseen" }, text);
}

/** A description of the schema's, in which names stand between backticks. */
function described(text) {
  return text.split("`").map((part, index) => (index % 2 ? el("code", null, part) : part));
}

/** Let a reference break after its colons and slashes rather than anywhere. */
function breakable(ref) {
  return ref.split(/(?<=::|[/_-])/u).flatMap((part, index) => (index ? [el("wbr"), part] : [part]));
}

/** Say something to screen readers that sighted people see happen. */
function announce(text) {
  byId("announcer").textContent = text;
}

/** Show a dialog over the page, or close it; both bear being asked twice. */
function setOpen(dialog, open) {
  if (open && !dialog.open) dialog.showModal();
  else if (!open && dialog.open) dialog.close();
}
