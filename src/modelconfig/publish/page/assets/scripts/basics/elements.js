// Create elements. Text becomes text nodes only, so no text of a document can become markup.

function byId(id) {
  return document.getElementById(id);
}

/**
 * Create an element. An attribute that is a function listens to the event of that name; `true` sets an empty attribute;
 * null, undefined and false set none. Children are elements, texts, or null.
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

/** Flatten nested parts, and remove missing ones. */
function thereOf(...parts) {
  return parts.flat(Infinity).filter((part) => part !== null && part !== undefined && part !== "");
}

/** Text for screen readers only. */
function unseen(text) {
  return el("span", { class: "unseen" }, text);
}

/** Render a description of the schema, in which names are between backticks. */
function described(text) {
  return text.split("`").map((part, index) => (index % 2 ? el("code", null, part) : part));
}

/** Allow line breaks in a reference after its colons and slashes only. */
function breakable(ref) {
  return ref.split(/(?<=::|[/_-])/u).flatMap((part, index) => (index ? [el("wbr"), part] : [part]));
}

/** Announce a visible change to screen readers. */
function announce(text) {
  byId("announcer").textContent = text;
}

/** Show a dialog over the page, or close it; a second call changes nothing. */
function setOpen(dialog, open) {
  if (open && !dialog.open) dialog.showModal();
  else if (!open && dialog.open) dialog.close();
}
