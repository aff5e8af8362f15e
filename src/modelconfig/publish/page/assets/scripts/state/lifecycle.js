// The lifecycle of a model on the visitor's day: what it is now, and what comes next.

const SOON_DAYS = 90;
const SOON = "retires-soon";
const RETIRED = "retired";
const ENDED = ["deprecated", RETIRED];

/** The days of a model, and its state on the visitor's day: its status, or what its days make of that. */
function readLifecycle({ releasedOn, deprecatedOn, retiresOn }, status, now) {
  const days = { released: dayOf(releasedOn), deprecated: dayOf(deprecatedOn), retires: dayOf(retiresOn) };
  const reached = (day) => day !== null && day <= now;
  const ended = reached(days.retires) ? RETIRED : reached(days.deprecated) ? "deprecated" : null;
  const state = ended ?? status;
  const left = days.retires === null ? null : days.retires - now;
  return { ...days, state, left, ended: ENDED.includes(state), soon: left !== null && left > 0 && left <= SOON_DAYS };
}

/** The values of the filter by status: the state, and whether the retirement is near. */
function statesOf({ state, soon }) {
  return soon ? [state, SOON] : [state];
}

/** `retires in 15 days`, `retired 5 months ago`, or null if no day is known. */
function countdown({ left }) {
  return left === null ? null : `${left > 0 ? "retires" : "retired"} ${relative(left)}`;
}

/** The known events of a lifecycle and the visitor's day, in the order of time. */
function eventsOf({ released, deprecated, retires }, now) {
  const past = (day, before, after) => (day <= now ? after : before);
  return [
    { kind: "released", day: released, title: "Released" },
    { kind: "deprecated", day: deprecated, title: "Deprecated" },
    { kind: "today", day: now, title: "Today" },
    { kind: "retires", day: retires, title: retires === null ? "" : past(retires, "Retires", "Retired") },
  ]
    .filter(({ day }) => day !== null)
    .sort((left, right) => left.day - right.day);
}
