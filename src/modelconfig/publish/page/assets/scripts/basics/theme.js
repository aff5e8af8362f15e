// Light or dark colours: those of the system, or those that the reader has chosen. Runs before the page is drawn.

const THEME = "modelconfig.theme";

/** The browser may deny storage, for example to a local file; then nothing is remembered. */
function remembered(storage, name) {
  try {
    return window[storage].getItem(name);
  } catch {
    return null;
  }
}

function remember(storage, name, value) {
  try {
    if (value === null) window[storage].removeItem(name);
    else window[storage].setItem(name, value);
  } catch {
    // The choice remains until the page is left.
  }
}

function setTheme(choice) {
  if (choice === "light" || choice === "dark") document.documentElement.dataset.theme = choice;
  else delete document.documentElement.dataset.theme;
}

function startTheme() {
  const chosen = document.documentElement.dataset.theme ?? "auto";
  const box = byId("theme");
  box.hidden = false;
  for (const radio of box.querySelectorAll("input")) {
    radio.checked = radio.value === chosen;
    radio.addEventListener("change", () => {
      setTheme(radio.value);
      remember("localStorage", THEME, radio.value === "auto" ? null : radio.value);
    });
  }
}

setTheme(remembered("localStorage", THEME));
