// Show everything about one model, above the list.

function showDetails(ref) {
  const dialog = byId("details");
  if (ref && dialog.dataset.ref !== ref) {
    const model = shown.catalogue.byRef.get(ref);
    dialog.replaceChildren(...thereOf(model ? detailsOf(model) : unknownModel(ref)));
    dialog.dataset.ref = ref;
    dialog.scrollTop = 0;
    if (dialog.open) byId("details-title").focus();
  }
  if (!ref) delete dialog.dataset.ref;
  setOpen(dialog, Boolean(ref));
}

function heading(id, text) {
  return el("h2", { id, tabindex: "-1", autofocus: true }, text);
}

function closeButton(dialog) {
  const cross = el("span", { "aria-hidden": "true" }, "×");
  return el("button", { type: "button", class: "button close", click: () => byId(dialog).close() }, cross, unseen("Close"));
}

function unknownModel(ref) {
  return [
    el("header", null, heading("details-title", "No such model"), closeButton("details")),
    el("p", null, "This catalogue has no model ", el("code", { class: "ref" }, ref), ". It was removed, or the link is incomplete."),
  ];
}

function detailsOf(model) {
  const { capability, category, tier } = model.facets;
  return [
    el("header", null, heading("details-title", model.name), closeButton("details")),
    el("p", { class: "sub" }, model.providerName, " ", stateOf(model), " ", roleBadges(model)),
    actions(model),
    lifecycleOf(model),
    el("h3", null, "Context windows ", sourceButton(model, "window")),
    windowTable(model),
    el("h3", null, "Properties"),
    el("dl", null,
      fact("Reference", el("code", { class: "ref" }, breakable(model.ref))),
      fact("Name at the provider", model.modelName ? el("code", null, breakable(model.modelName)) : NOT_SAID),
      fact("Provider", `${model.providerName} (${model.provider})`),
      fact("Capabilities", meaningList(capability, "capability")),
      fact("Category", meaning(category[0], "category")),
      fact("Tier", meaning(tier[0], "tier")),
      fact("Status", meaning(model.status, "status")),
      model.roles.length ? fact("Default for", meaningList(model.roles, "role", spelt)) : null,
      technicalLimits(model),
      fact("Cost per million tokens", prices(model.cost), laterPrice(model), sourceButton(model, "cost")),
      fact("Link", el("a", { class: "ref", href: linkTo(model) }, breakable(linkTo(model))))),
    el("details", { class: "snippet" }, el("summary", null, "Site configuration that overrides this model"),
      el("pre", { tabindex: "0", "aria-label": "Site configuration" }, siteSnippet(model))),
    settingsOf("Client settings", model.settings),
    settingsOf("Other properties", model.others),
    settingsOf("Other properties of the provider", model.providerOthers),
  ];
}

/** The limits of the model itself, if the page knows them. */
function technicalLimits(model) {
  const limits = recordedOf(model.ref, "window").find(({ text }) => text);
  return limits ? fact(limits.title, limits.text) : null;
}

/** The prices after a promotion, if the page knows them. */
function laterPrice(model) {
  const [{ text } = {}] = recordedOf(model.ref, "cost");
  return text ? el("p", { class: "hint" }, text) : null;
}

function actions(model) {
  const label = el("span");
  const compare = el("button", { type: "button", class: "button", id: "details-compare", click: () => pick(model, !isPicked(model)) }, label);
  return el("div", { class: "actions" }, compare, copyButton("Copy link", () => new URL(linkTo(model), location.href).href),
    copyButton("Copy reference", () => model.ref), copyButton("Copy site configuration", () => siteSnippet(model)));
}

function syncDetails() {
  const model = shown.catalogue.byRef.get(current.state.model);
  const label = byId("details-compare")?.firstChild;
  if (model && label) label.textContent = isPicked(model) ? "Remove from comparison" : "Compare";
}

/** A button that copies text, or null if the browser does not support that. */
function copyButton(title, text) {
  if (!navigator.clipboard) return null;
  const button = el("button", { type: "button", class: "button" }, title);
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text());
      button.textContent = "Copied";
    } catch {
      button.textContent = "Copying failed";
    }
    announce(button.textContent);
    setTimeout(() => { button.textContent = title; }, 2000);
  });
  return button;
}

function windowTable(model) {
  const named = [...model.windows].map(([tier, window]) => [capitalised(tier), window]);
  const lines = [[named.length ? GENERAL : "All", model.window], ...named].map(([title, window]) =>
    el("tr", null,
      el("th", { scope: "row" }, title),
      el("td", { class: "window" }, lanes(window, shown.widest)),
      el("td", { class: "number" }, window.user === null ? "–" : formatNumber(window.user))));
  const heads = ["Subscription", "Tokens", "Conversation"];
  return el("table", { class: "windows" },
    el("caption", { class: "unseen" }, "Context windows by subscription"),
    el("thead", null, el("tr", null, heads.map((title) => el("th", { scope: "col" }, title)))),
    el("tbody", null, lines));
}

function fact(title, ...content) {
  return el("div", null, el("dt", null, title), el("dd", null, content));
}

function meaning(value, enumeration, write = (name) => name) {
  const text = known(shown.meanings, enumeration).get(value);
  return [el("strong", null, write(value)), text ? el("span", { class: "hint" }, " ", described(text)) : null];
}

function meaningList(values, enumeration, write) {
  if (!values.length) return "none";
  return el("ul", null, values.map((value) => el("li", null, meaning(value, enumeration, write))));
}

function settingsOf(title, properties) {
  if (!hasProperties(properties)) return null;
  return [el("h3", null, title), el("pre", { tabindex: "0", "aria-label": title }, JSON.stringify(properties, null, 2))];
}

function startDialogs() {
  const layers = [["details", "model"], ["comparison", "show"]];
  for (const [id, member] of layers) {
    const dialog = byId(id);
    dialog.addEventListener("close", () => {
      // A view from the address was not opened by an element of the page; the focus goes to the model's row.
      const { activeElement } = document;
      if (activeElement === document.body || dialog.contains(activeElement)) refocus(dialog.dataset.ref);
      if (current.state[member]) leave({ [member]: "" });
    });
    dialog.addEventListener("click", (event) => {
      // The dialog has no margin, so a click on the dialog itself is a click beside its content.
      if (event.target === dialog && outside(event, dialog.getBoundingClientRect())) dialog.close();
    });
  }
}

function refocus(ref) {
  const model = shown.drawn.find((one) => one.ref === ref);
  (model ? rowOf(model).row.querySelector("a") : byId("results-title")).focus();
}

function outside(event, box) {
  return event.clientX < box.left || event.clientX > box.right || event.clientY < box.top || event.clientY > box.bottom;
}
