// An instance's page has no models: it fetches them with a token, which is never part of an address or of markup.

const TOKEN = "modelconfig.token";

function startSignIn(source) {
  byId("sign-in-form").addEventListener("submit", (event) => {
    event.preventDefault();
    enter(source, byId("token").value.trim());
  });
  byId("sign-out").addEventListener("click", () => {
    remember("sessionStorage", TOKEN, null);
    // A new page has neither the token nor the models.
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
  announce("Loading the models …");
  const { document: found, refusal, forget } = await ask(source, token);
  button.disabled = false;
  announce("");
  if (forget) remember("sessionStorage", TOKEN, null);
  if (refusal || !present(found)) {
    byId("token-refused").textContent = refusal ?? "The response is not a model configuration.";
    byId("token").focus();
    return;
  }
  remember("sessionStorage", TOKEN, token);
  byId("token").value = "";
  byId("sign-in").hidden = true;
  byId("sign-out").hidden = false;
  byId("results-title").focus();
}

/** The document, or the reason why it cannot be loaded. */
async function ask(source, token) {
  if (!/^[\x21-\x7e]+$/u.test(token)) return { refusal: "Invalid token: only visible ASCII is allowed. Copy it again." };
  let answer;
  try {
    answer = await fetch(source, {
      headers: { Accept: "application/json", Authorization: `token ${token}` },
      cache: "no-store",
      redirect: "error",
    });
  } catch {
    return { refusal: "The instance is unreachable. Check the connection and try again." };
  }
  if (answer.status === 401 || answer.status === 403) {
    return { refusal: "The instance rejects this token. Check that it is complete and was not revoked.", forget: true };
  }
  if (answer.status === 429) {
    return { refusal: "There were too many attempts without a valid token. Try again in a few seconds." };
  }
  if (answer.status === 503) {
    return { refusal: "The instance has no valid configuration now. Its administrator can see the reason at /status." };
  }
  if (!answer.ok) return { refusal: `The instance responded with status ${answer.status}.` };
  try {
    return { document: await answer.json() };
  } catch {
    return { refusal: "The response is not valid JSON or is incomplete. Try again." };
  }
}
