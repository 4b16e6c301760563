// Lighthouse on a page of each kind, as a phone on a slow line, with the browser that is installed.
import { execFile } from "node:child_process";
import { access, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { publicPages } from "./pages.mjs";

const FLOORS = { performance: 95, accessibility: 100, "best-practices": 100, seo: 100 };
const BROWSERS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

// What a busy machine takes from one run it does not take from all: the median of three counts where the first is low.
const RUNS = 3;

export async function* lighthouse({ tools, system, pages }) {
  const browser = await chrome();
  await mkdir(join(tools, "lighthouse"), { recursive: true });
  for (const path of pages ?? (await publicPages(system))) {
    const hidden = /<meta name="robots" content="[^"]*noindex/.test((await system.text(path)).body);
    const runs = [await run(tools, browser, system.url, path)];
    while (runs.length < RUNS && below(runs, hidden).length) {
      runs.push(await run(tools, browser, system.url, path));
    }
    yield {
      of: path,
      says: Object.keys(FLOORS).map((name) => `${name} ${hidden && name === "seo" ? "not asked" : median(runs, name)}`).join(", "),
      faults: below(runs, hidden).map(
        (name) => `${name} ${median(runs, name)} is under ${FLOORS[name]}: ${runs.at(-1).reasons[name].join("; ") || "see its report"}`),
    };
  }
}

// A page that asks not to be found does not ask to be found well.
function below(runs, hidden) {
  return Object.keys(FLOORS).filter((name) => !(hidden && name === "seo") && median(runs, name) < FLOORS[name]);
}

function median(runs, name) {
  const scores = runs.map((each) => each.scores[name]).sort((one, other) => one - other);
  return scores[Math.floor((scores.length - 1) / 2)];
}

async function run(tools, browser, url, path) {
  const report = join(tools, "lighthouse", `${path.replace(/[^a-z0-9-]+/gi, "_").slice(0, 80)}.json`);
  const flags = ["--headless=new", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];
  await new Promise((done, failed) =>
    execFile(
      process.execPath,
      [
        join(tools, "node_modules/lighthouse/cli/index.js"),
        new URL(path, url).href,
        "--quiet",
        "--output=json",
        `--output-path=${report}`,
        `--only-categories=${Object.keys(FLOORS).join(",")}`,
        `--chrome-flags=${flags.join(" ")}`,
      ],
      { env: { ...process.env, CHROME_PATH: browser }, maxBuffer: 64 << 20, timeout: 180_000 },
      (failure, _said, trouble) => (failure ? failed(new Error(`lighthouse: ${failure.message} ${trouble}`)) : done()),
    ));
  return read(JSON.parse(await readFile(report, "utf8")));
}

function read({ categories, audits }) {
  const scores = {};
  const reasons = {};
  for (const name of Object.keys(FLOORS)) {
    scores[name] = Math.round((categories[name].score ?? 0) * 100);
    reasons[name] = categories[name].auditRefs
      .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 0.9)
      .map(({ id }) => `${audits[id].title} (${audits[id].displayValue ?? audits[id].score})`);
  }
  return { scores, reasons };
}

async function chrome() {
  for (const path of [process.env.CHROME_PATH, ...BROWSERS].filter(Boolean)) {
    try {
      await access(path);
      return path;
    } catch {
      // The next one.
    }
  }
  throw new Error("no Chromium or Chrome is installed, and CHROME_PATH names none");
}
