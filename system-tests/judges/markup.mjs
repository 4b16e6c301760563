// The Nu Html Checker over a page of each kind.
import { execFile } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { allPages } from "./pages.mjs";

export async function* markup({ tools, system, pages }) {
  const folder = join(tools, "pages");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const kept = [];
  const wanted = pages ? pages.map((path) => ({ path, status: 200 })) : await allPages(system);
  for (const page of wanted) {
    const { status, body } = await system.text(page.path, page.role);
    const file = join(folder, `${String(kept.length).padStart(2, "0")}.html`);
    await writeFile(file, body);
    kept.push({ ...page, file, faults: status === page.status ? [] : [`answers ${status}, not ${page.status}`] });
  }
  const messages = await checked(tools, kept.map((page) => page.file));
  for (const page of kept) {
    const own = messages.filter((message) => basename(message.url) === basename(page.file));
    const errors = own.filter((message) => message.type !== "info");
    const warnings = own.filter((message) => message.type === "info");
    yield {
      of: page.path,
      says: `${errors.length} errors, ${warnings.length} warnings`,
      faults: [...page.faults, ...errors.map((message) => `line ${message.lastLine}: ${message.message}`)],
    };
  }
}

function checked(tools, files) {
  const java = join(process.env.JAVA_HOME, "bin", "java");
  const jar = join(tools, "node_modules/vnu-jar/build/dist/vnu.jar");
  return new Promise((done, failed) =>
    execFile(
      java,
      ["-Xss2m", "-jar", jar, "--format", "json", "--stdout", "--exit-zero-always", ...files],
      { maxBuffer: 64 << 20 },
      (failure, said, trouble) => (failure ? failed(new Error(`vnu: ${failure.message} ${trouble}`)) : done(JSON.parse(said).messages)),
    ));
}
