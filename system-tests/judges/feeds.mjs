// Feeds: Atom by a parser of XML and the required elements of RFC 4287, JSON Feed by those of its version 1.1.
import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

async function addresses(system, ending) {
  const last = (path) => path.split("/").at(-1);
  const [categories, critics] = await Promise.all([system.listed("categories"), system.listed("critics")]);
  return [
    ...["verdicts", "changes", "weekly"].map((name) => `/feeds/${name}.${ending}`),
    ...categories.filter((path) => !path.endsWith("/alternatives")).slice(0, 2).map((path) => `/feeds/category/${last(path)}.${ending}`),
    ...critics.slice(0, 2).map((path) => `/feeds/critic/${last(path)}.${ending}`),
  ];
}

export async function* atom({ home, tools, system }) {
  const folder = join(tools, "feeds");
  await mkdir(folder, { recursive: true });
  for (const path of await addresses(system, "atom")) {
    const { status, body } = await system.text(path);
    const file = join(folder, `${path.slice(1).replaceAll("/", "-")}`);
    await writeFile(file, body);
    const faults = (await judged(home, file)).split("\n").filter(Boolean);
    yield { of: path, says: `${body.split("<entry>").length - 1} entries`, faults: status === 200 ? faults : [`answers ${status}`] };
  }
}

function judged(home, file) {
  return new Promise((done, failed) =>
    execFile(
      join(process.env.JAVA_HOME, "bin", "java"),
      [join(home, "system-tests/judges/AtomFeed.java"), file],
      (failure, said, trouble) => (failure && failure.code !== 1 ? failed(new Error(`${failure.message} ${trouble}`)) : done(said)),
    ));
}

export async function* jsonFeeds({ system }) {
  for (const path of await addresses(system, "json")) {
    const { status, body } = await system.text(path);
    const faults = status === 200 ? faultsOf(body) : [`answers ${status}`];
    yield { of: path, says: `${faults.length} faults`, faults };
  }
}

function faultsOf(body) {
  let feed;
  try {
    feed = JSON.parse(body);
  } catch (failure) {
    return [failure.message];
  }
  const faults = [];
  const must = (holds, fault) => holds || faults.push(fault);
  must(feed.version === "https://jsonfeed.org/version/1.1", "has no version of JSON Feed");
  must(typeof feed.title === "string" && feed.title, "has no title");
  must(URL.canParse(feed.feed_url ?? ""), "does not say where it is");
  must(Array.isArray(feed.items), "has no items");
  const items = Array.isArray(feed.items) ? feed.items : [];
  must(new Set(items.map((item) => item.id)).size === items.length, "has an id twice");
  for (const item of items) {
    must(typeof item.id === "string" && item.id, "has an item without an id");
    must(item.content_html || item.content_text, `${item.id} has no content`);
    must(!item.date_published || !Number.isNaN(Date.parse(item.date_published)), `${item.id} has no date`);
    must(!item.url || URL.canParse(item.url), `${item.id} has no address`);
  }
  return faults;
}
