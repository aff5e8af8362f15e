// An instance's page comes without models: they are fetched with a token, which never stands in an address or in markup.

const TOKEN = "modelconfig.token";

function startSignIn(source) {
  byId("sign-in-form").addEventListener("submit", (event) => {
    event.preventDefault();
    enter(source, byId("token").value.trim());
  });
  byId("sign-out").addEventListener("click", () => {
    remember("sessionStorage", TOKEN, null);
    // A fresh page holds neither the token nor what it gave access to.
    location.reload();
  });
  byId("sign-in").hidden = false;
  const kept = remembered("sessionStorage", TOKEN);
  if (kept) enter(source, kept);
}

async function enter(source, token) {
  const button = byId("enter");
  button.disabled = true;
  byId("token-refused").textContent = "";
  announce("Asking the instance …");
  const { document: found, refusal, forget } = await ask(source, token);
  button.disabled = false;
  announce("");
  if (forget) remember("sessionStorage", TOKEN, null);
  if (refusal || !present(found)) {
    byId("token-refused").textContent = refusal ?? "What the instance answered is no model configuration.";
    byId("token").focus();
    return;
  }
  remember("sessionStorage", TOKEN, token);
  byId("token").value = "";
  byId("sign-in").hidden = true;
  byId("sign-out").hidden = false;
  byId("results-title").focus();
}

/** The document, or in plain words why there is none. */
async function ask(source, token) {
  if (!/^[\x21-\x7e]+$/u.test(token)) return { refusal: "A token has no blanks and no characters beyond ASCII. Copy it again." };
  let answer;
  try {
    answer = await fetch(source, {
      headers: { Accept: "application/json", Authorization: `token ${token}` },
      cache: "no-store",
      redirect: "error",
    });
  } catch {
    return { refusal: "The instance could not be reached. Check the connection and try again." };
  }
  if (answer.status === 401 || answer.status === 403) {
    return { refusal: "The instance does not accept this token. Check that it is whole and has not been revoked.", forget: true };
  }
  if (answer.status === 503) {
    return { refusal: "The instance has no valid configuration at the moment. Whoever runs it finds the reason at /status." };
  }
  if (!answer.ok) return { refusal: `The instance answered with status ${answer.status} and no models.` };
  try {
    return { document: await answer.json() };
  } catch {
    return { refusal: "What the instance answered cannot be read. Try again; the answer may have been cut short." };
  }
}
