// Descriptions for programs: OpenAPI by Spectral, the events by AsyncAPI's own parser.
import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";

const ERROR = 0;
const WRITTEN = "vote-service/src/main/resources/api.yaml";

export async function* asyncapi({ home, tools }) {
  const { Parser, fromFile } = createRequire(join(tools, "package.json"))("@asyncapi/parser");
  const file = "contracts/src/main/resources/asyncapi.yaml";
  const { document, diagnostics } = await fromFile(new Parser(), join(home, file)).parse();
  const faults = diagnostics
    .filter((found) => found.severity === ERROR)
    .map((found) => `${found.path.join(".")}: ${found.message}`);
  yield {
    of: file,
    says: `${faults.length} errors, ${diagnostics.length - faults.length} remarks`,
    faults: document ? faults : [...faults, "is no document"],
  };
}

export async function* spectral({ home, tools, system }) {
  yield await linted(home, tools, WRITTEN, join(home, WRITTEN));
  if (!system) {
    return;
  }
  const folder = join(tools, "openapi");
  await mkdir(folder, { recursive: true });
  const described = system.services().map((service) => [service.name, `http://127.0.0.1:${service.port}/v3/api-docs`]);
  for (const [name, address] of [...described, ["merged", `${system.url}/api/v1/openapi.json`]]) {
    const answer = await fetch(address);
    const file = join(folder, `${name}.json`);
    await writeFile(file, await answer.text());
    const verdict = await linted(home, tools, name, file);
    yield answer.status === 200 ? verdict : { ...verdict, faults: [`answers ${answer.status}`, ...verdict.faults] };
  }
}

async function linted(home, tools, of, file) {
  const rules = join(home, "system-tests/judges/spectral.yaml");
  const words = ["lint", "--ruleset", rules, "--format", "json", "--quiet", "--fail-severity", "error", file];
  const found = await new Promise((done, failed) =>
    execFile(
      process.execPath,
      [join(tools, "node_modules/@stoplight/spectral-cli/dist/index.js"), ...words],
      { maxBuffer: 64 << 20 },
      (failure, said, trouble) => {
        try {
          done(JSON.parse(said));
        } catch {
          failed(new Error(`spectral: ${failure?.message ?? ""} ${trouble}`));
        }
      },
    ));
  const errors = found.filter((each) => each.severity === ERROR);
  return {
    of,
    says: `${errors.length} errors, ${found.length - errors.length} warnings${kinds(found)}`,
    faults: errors.map((each) => `${each.path.join(".")}: ${each.code}: ${each.message}`),
  };
}

function kinds(found) {
  const names = [...new Set(found.filter((each) => each.severity !== ERROR).map((each) => each.code))];
  return names.length ? ` (${names.join(", ")})` : "";
}
