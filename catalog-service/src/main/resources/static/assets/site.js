/* The pages are complete without this file. It makes votes answer at once and keeps the numbers on an open page true. */
(() => {
"use strict";

const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const json = { Accept: "application/json, application/problem+json" };
const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const main = document.querySelector("main");
const list = (values) => [...new Set(values)].map(encodeURIComponent).join();

/* a tally in words: the same rules as the server's CommunityView */

const MIN_FOR_SHARE = 5;
const count = new Intl.NumberFormat("en-US").format;

function tally(ships, skips, served = {}) {
  const n = ships + skips;
  if (n === 0) return { ships, skips, n, pct: null, low: null, high: null };
  const z = 1.96, p = ships / n, d = 1 + (z * z) / n;
  const centre = p + (z * z) / (2 * n);
  const spread = z * Math.sqrt((p * (1 - p) + (z * z) / (4 * n)) / n);
  return {
    ships, skips, n,
    pct: served.pct ?? Math.floor((200 * ships + n) / (2 * n)),
    low: 100 * (served.wilsonLow ?? Math.max(0, (centre - spread) / d)),
    high: 100 * (served.wilsonHigh ?? Math.min(1, (centre + spread) / d)),
  };
}

function range(low, high) {
  const whole = `${Math.round(low)}–${Math.round(high)}%`;
  return Math.round(low) === Math.round(high) ? `${low.toFixed(1)}–${high.toFixed(1)}%` : whole;
}

function words(t) {
  if (t.n === 0) {
    return { figure: "—", text: "No community votes yet. Yours would be the first.", brief: "no votes yet", decision: "No community votes yet" };
  }
  // The decision table's own words, which a test compares.
  const split = `${t.ships} ship / ${t.skips} skip`;
  const share = `${t.ships} of ${t.n} ship · ${t.pct}%`;
  if (t.n < MIN_FOR_SHARE) {
    const few = t.n === 1 ? "1 vote is too few for a percentage." : `${t.n} votes are too few for a percentage.`;
    return { figure: `${t.ships} ship · ${t.skips} skip`, text: few, brief: "too few for a percentage", decision: split };
  }
  const text = `${count(t.ships)} of ${count(t.n)} ship it, likely ${range(t.low, t.high)}`;
  return { figure: `${t.pct}%`, text, brief: `of ${count(t.n)} votes`, decision: share };
}

/* drawing a tally everywhere its tool stands */

const those = (name, slug) => all(`[data-${name}]`).filter((each) => each.dataset[name] === slug);
const spot = (slug) => those("tally", slug);
const forms = (slug) => those("vote", slug);

function shown(slug) {
  const place = spot(slug)[0];
  return place ? tally(+place.dataset.ships, +place.dataset.skips) : tally(0, 0);
}

function say(node, value) {
  if (!node || node.textContent === value) return;
  node.textContent = value;
  node.classList.remove("moved");
  void node.offsetWidth;
  node.classList.add("moved");
}

function svg(name, attributes) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  return node;
}

function drawDoubt(chart, t) {
  all(".likely, .point", chart).forEach((node) => node.remove());
  if (t.n < MIN_FOR_SHARE) return;
  chart.append(
    svg("rect", { class: "likely", x: `${t.low.toFixed(2)}%`, y: 3.5, width: `${(t.high - t.low).toFixed(2)}%`, height: 9, rx: 2 }),
    svg("circle", { class: "point", cx: `${((100 * t.ships) / t.n).toFixed(2)}%`, cy: 8, r: 5.5 }),
  );
}

const latest = new Map(); // slug → as drawn last: a page fetched again may be behind the stream

function draw(slug, t) {
  const said = words(t);
  latest.set(slug, t);
  for (const place of spot(slug)) {
    if (+place.dataset.ships === t.ships && +place.dataset.skips === t.skips) continue;
    place.dataset.ships = t.ships;
    place.dataset.skips = t.skips;
    const figure = place.querySelector("[data-figure]");
    say(figure, said.figure);
    figure.classList.toggle("words", t.n > 0 && t.n < MIN_FOR_SHARE);
    say(place.querySelector("[data-text]"), said.text);
    say(place.querySelector("[data-brief]"), said.brief);
    all(".doubt", place).forEach((chart) => drawDoubt(chart, t));
  }
  drawDecision(slug, said, t);
}

function drawDecision(slug, said, t) {
  for (const cell of those("decision", slug)) {
    say(cell, said.decision);
    all(".doubt", cell.parentElement).forEach((chart) => drawDoubt(chart, t));
  }
}

/* voting */

const voting = new Map(); // slug → the newest attempt; numbers from elsewhere wait until it has settled
const sending = new Map(); // slug → the end of the request under way
const did = { ship: "You shipped it", skip: "You skipped it" };

function markLists(slug, choice) {
  for (const place of those("own", slug)) {
    delete place.dataset.unknown;
    place.hidden = !choice;
    place.textContent = did[choice] ?? "";
  }
}

function showChoice(slug, choice, state, after) {
  markLists(slug, choice);
  those("voice", slug).forEach((each) => { each.hidden = !choice; });
  for (const form of forms(slug)) {
    if (choice) form.dataset.choice = choice;
    else delete form.dataset.choice;
    all("[aria-pressed]", form).forEach((button) => button.setAttribute("aria-pressed", button.value === choice));
    const back = form.querySelector("[value=none]");
    if (!choice && document.activeElement === back) form.querySelector("[value=ship]").focus();
    back.hidden = !choice;
    const line = form.querySelector("[data-said]");
    if (after === "asked" && line.matches(".trouble")) continue; // stays until the next try
    line.classList.toggle("trouble", after === "failed");
    const strong = document.createElement("strong");
    strong.textContent = did[choice];
    line.replaceChildren(...(choice && after !== "failed" ? [strong, ` · ${state}`] : [state]));
  }
}

function moved(t, from, to) {
  const step = (kind) => (to === kind ? 1 : 0) - (from === kind ? 1 : 0);
  return tally(Math.max(0, t.ships + step("ship")), Math.max(0, t.skips + step("skip")));
}

async function refusal(answer) {
  const problem = await answer.json().catch(() => ({}));
  if (answer.status === 429) {
    const wait = Number(answer.headers.get("Retry-After")) || 0;
    return `That was quick. Please vote again in ${wait > 1 ? `${wait} seconds` : "a moment"}.`;
  }
  if (answer.status >= 500) return "Your vote could not be confirmed just now. It is safe to press again.";
  return problem.detail || problem.title || "Your vote was not taken. Reload the page and try again.";
}

async function cast(slug, choice) {
  const form = forms(slug)[0];
  const before = form.dataset.choice || null;
  const wanted = choice === "none" ? null : choice;
  if (before === wanted && !form.querySelector(".trouble")) return;
  const attempt = {};
  const start = shown(slug);
  const known = form.dataset.known === "true";
  voting.set(slug, attempt);
  const current = () => voting.get(slug) === attempt;
  const address = `/api/v1/tools/${encodeURIComponent(slug)}/vote`;

  showChoice(slug, wanted, wanted ? "being counted" : "Taking it back.");
  if (known) draw(slug, moved(start, before, wanted));

  let problem = null, receipt = null;
  const turn = sending.get(slug); // one request at a time, or an older choice may land last
  let sent;
  sending.set(slug, new Promise((done) => { sent = done; }));
  await turn;
  if (!current()) return sent();
  try {
    const request = wanted
      ? { method: "PUT", headers: { ...json, "Content-Type": "application/json" }, body: JSON.stringify({ choice: wanted }) }
      : { method: "DELETE", headers: json };
    const answer = await fetch(address, { ...request, keepalive: true }); // it counts though the visitor leaves the page at once
    if (answer.ok) receipt = (await answer.json()).receipt;
    else problem = await refusal(answer);
  } catch {
    problem = "The vote could not be sent. Check the connection and press again.";
  }
  sent();
  if (!current()) return;
  if (problem) {
    voting.delete(slug);
    showChoice(slug, before, problem, "failed");
    if (known) draw(slug, start);
    return;
  }

  // A reason goes with the side it was given for.
  if (before && wanted) those("voice", slug).forEach((each) => { each.querySelector("[name=reason]").value = ""; });
  if (document.querySelector('[name=formToken][value=""]')) askOwn([slug]); // a newcomer's
  const counted = await settled(address, receipt, current);
  if (!current()) return;
  forms(slug).forEach((each) => { each.dataset.known = "true"; });
  showChoice(slug, wanted, wanted ? (counted ? "counted" : "being counted, the number follows") : "Taken back. You can vote again.");
  voting.delete(slug);
  await pause(1500);
  if (!voting.has(slug) && latest.has(slug)) draw(slug, latest.get(slug)); // others voted meanwhile
}

async function settled(address, receipt, current) {
  for (let turn = 0; turn < 8 && current(); turn++) {
    const told = await fetch(`${address}?after=${encodeURIComponent(receipt)}`, { headers: json }).then((answer) => answer.ok && answer.json()).catch(() => null);
    if (told?.counted) return true;
    if (!told) await pause(1000);
  }
  return false;
}

/* What the page was not told, or all, for it may have been voted on elsewhere. A question has room for forty. */
async function ownVotes(everything) {
  const wanted = all(everything ? "[data-vote],[data-own]" : "[data-known=false],[data-unknown]");
  const slugs = [...new Set(wanted.map(({ dataset }) => dataset.vote ?? dataset.own))];
  for (let at = 0; at < slugs.length; at += 40) await askOwn(slugs.slice(at, at + 40));
}

async function askOwn(slugs) {
  const answer = await fetch(`/api/v1/votes?known=true&tools=${list(slugs)}`, { headers: json }).catch(() => null);
  if (!answer?.ok) return;
  const { votes, formToken } = await answer.json();
  all("[name=formToken]").forEach((each) => { each.value ||= formToken; });
  for (const slug of slugs) {
    const own = votes?.[slug];
    if (!own || voting.has(slug)) continue;
    forms(slug).forEach((form) => { form.dataset.known = "true"; });
    showChoice(slug, own.choice || null, own.choice ? (own.counted ? "counted" : "being counted") : "One vote per tool. You can change it.", "asked");
  }
}

document.addEventListener("submit", (event) => {
  const slug = event.target.dataset?.vote;
  const choice = event.submitter?.value;
  if (!slug || !choice) return;
  event.preventDefault();
  cast(slug, choice);
});

/* live numbers */

function arrived(t) {
  const now = tally(+t.ships, +t.skips, t);
  if (voting.has(t.slug)) latest.set(t.slug, now);
  else draw(t.slug, now);
}

let stream = null, following = "";

function listen() {
  const tools = list(all("[data-tally]").map((place) => place.dataset.tally).slice(0, 50));
  if (document.hidden || (stream?.readyState < 2 && tools === following)) return;
  stream?.close();
  latest.clear(); // by now it may be behind
  following = tools;
  stream = tools ? new EventSource(`/api/v1/tallies/stream?tools=${tools}`) : null;
  stream?.addEventListener("tally", (event) => arrived(JSON.parse(event.data)));
  stream?.addEventListener("error", () => latest.clear());
}

/* on a hint parts are fetched again from the server, which alone knows the rules */

const follows = main?.dataset.changes?.split(" ") ?? [];
let hints = null, behind = false, due = 0, renewed = -1000;

function hear() {
  if (hints || document.hidden || !follows.length) return;
  const past = Math.min(6e4, Math.ceil(performance.now())); // since the page was asked for
  hints = new EventSource(`/api/v1/changes/stream?past=${past}${follows.includes("*") ? "" : `&tools=${list(follows)}`}`);
  hints.addEventListener("change", (event) => {
    const { slug, kind } = JSON.parse(event.data);
    if (kind === "any") renewSoon(3000);
    else if ((follows[0] === "*" ? /tool|panel/.test(kind) : slug) || kind === "critic" || follows.includes(kind)) renewSoon();
  });
}

// Once a second at most, and not all pages at once.
function renewSoon(within = 300) {
  behind = true;
  due ||= setTimeout(async () => {
    due = 0;
    renewed = performance.now();
    if ((await renew()) && !due) behind = false;
  }, Math.max(50, renewed + 1000 - performance.now()) + Math.random() * within);
}

// What could not be renewed, and all while there are no hints.
function fallBack() {
  if (document.hidden) return;
  if (behind || (follows.length && hints?.readyState !== 1)) renewSoon();
  if (hints?.readyState === 2) hints = null; // refused
  hear();
  listen();
}

async function renew() {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" }, cache: "no-store" }).catch(() => null);
  if (answer?.status === 410 || answer?.redirected) location.reload();
  if (!answer?.ok) return false;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const order = (page) => all(".card h2", page).map((name) => name.id).join();
  if (order(fresh) !== order(document)) location.reload(); // by weights the tools may have changed places
  let complete = true;
  for (const old of all("[data-live]")) {
    const next = fresh.getElementById(old.id);
    if (!next) old.hidden = true;
    if (!next || next.outerHTML === old.outerHTML) continue;
    if (inUse(old)) { complete = false; continue; }
    const open = all("details", old).map((each) => each.open);
    all("details", next).forEach((each, i) => { each.open = open[i]; });
    old.replaceWith(document.importNode(next, true));
  }
  latest.forEach((t, slug) => draw(slug, t));
  listen();
  ownVotes();
  copyButtons();
  return complete;
}

function inUse(part) {
  const selection = getSelection();
  return part.contains(document.activeElement) || (!selection.isCollapsed && selection.containsNode(part, true)) ||
    all("form[data-vote]", part).some((form) => voting.has(form.dataset.vote));
}

/* the share text */

function copyButtons() {
  if (!navigator.clipboard) return;
  for (const button of all("[data-copy]")) {
    button.hidden = false;
    button.onclick = async () => {
      const text = document.getElementById(button.dataset.copy).value;
      const done = await navigator.clipboard.writeText(text).then(() => true, () => false);
      button.parentNode.querySelector("[role=status]").textContent = done ? "Copied." : "Select the text and copy it by hand.";
    };
  }
}

/* paper */

for (const button of all("[data-print]")) {
  button.hidden = false;
  button.onclick = () => print();
}

document.addEventListener("visibilitychange", () => {
  if (document.hidden) {
    stream?.close();
    hints?.close();
    stream = hints = null;
  } else {
    listen();
    hear();
    if (follows.length) renewSoon();
    ownVotes(true);
  }
});
document.addEventListener("focusout", () => behind && renewSoon());
window.addEventListener("pageshow", (event) => {
  ownVotes(event.persisted || performance.getEntriesByType("navigation")[0]?.type === "back_forward");
});

copyButtons();
listen();
hear();
setInterval(fallBack, 15000);
})();
