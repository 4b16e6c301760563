// Runs the judges in turn and prints what each says of each thing it has looked at.
import { parseArgs } from "node:util";
import { asyncapi, spectral } from "./documents.mjs";
import { atom, jsonFeeds } from "./feeds.mjs";
import { lighthouse } from "./lighthouse.mjs";
import { markup } from "./markup.mjs";
import { System } from "./system.mjs";

const JUDGES = { asyncapi, spectral, markup, atom, "json-feed": jsonFeeds, lighthouse };
const WITHOUT_SYSTEM = ["asyncapi"];

const [home, tools, ...words] = process.argv.slice(2);
const { values: options } = parseArgs({
  args: words,
  options: {
    data: { type: "string" },
    only: { type: "string" },
    pages: { type: "string" },
    static: { type: "boolean", default: false },
  },
});

const wanted = options.only ? options.only.split(",") : Object.keys(JUDGES);
const unknown = wanted.filter((name) => !JUDGES[name]);
if (unknown.length) {
  console.error(`There is no judge ${unknown.join(", ")}; there are ${Object.keys(JUDGES).join(", ")}.`);
  process.exit(2);
}

const chosen = wanted.filter((name) => !options.static || WITHOUT_SYSTEM.includes(name) || name === "spectral");
const needsSystem = !options.static && chosen.some((name) => !WITHOUT_SYSTEM.includes(name));
const rows = [];
let system = null;
try {
  system = needsSystem ? await System.at(home, options.data) : null;
  const task = { home, tools, system, pages: options.pages?.split(",") };
  for (const name of chosen) {
    for await (const verdict of JUDGES[name](task)) {
      rows.push({ judge: name, ...verdict });
      for (const fault of verdict.faults) {
        console.error(`${name}  ${verdict.of}  ${fault}`);
      }
    }
  }
} catch (failure) {
  console.error(failure);
  process.exitCode = 2;
} finally {
  await system?.stop();
}

const width = (column) => Math.max(...rows.map((row) => String(row[column]).length), column.length);
const line = (row) =>
  `${row.judge.padEnd(width("judge"))}  ${row.of.padEnd(width("of"))}  ${row.faults.length ? "no " : "yes"}  ${row.says ?? ""}`.trimEnd();
console.log(rows.map(line).join("\n"));

const refused = rows.filter((row) => row.faults.length);
const silent = chosen.filter((name) => !rows.some((row) => row.judge === name));
for (const name of silent) {
  console.log(`${name}: has looked at nothing`);
}
console.log(`${rows.length} looked at, ${refused.length} refused`);
if (!process.exitCode && (refused.length || silent.length)) {
  process.exitCode = 1;
}
