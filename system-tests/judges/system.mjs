// The system that is judged: one that runs, or one of its own with sample data.
import { execFile, spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const READY = "Tool Verdicts is ready at";
const READY_WITHIN = 300_000;

// Lighthouse asks for more in a minute than a reader does.
const LIMITS = {
  GATEWAY_RATE_READS_PER_SECOND: "1000000",
  GATEWAY_READS_ANONYMOUS_BURST: "1000000",
};

export class System {
  #tokens = new Map();

  constructor(home, data, process) {
    this.home = home;
    this.data = data;
    this.process = process;
  }

  static async at(home, data) {
    const system = data ? new System(home, data, null) : await System.#started(home);
    system.stack = JSON.parse(await readFile(join(system.data, "stack.json"), "utf8"));
    system.url = system.stack.url;
    return system;
  }

  static async #started(home) {
    const data = await mkdtemp(join(tmpdir(), "judged "));
    const port = await freePort();
    const child = spawn(join(home, "start"), ["--port", String(port), "--data", data], {
      env: { ...LIMITS, ...process.env },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const system = new System(home, data, child);
    try {
      await system.#ready();
      return system;
    } catch (failure) {
      await system.stop();
      throw failure;
    }
  }

  #ready() {
    return new Promise((ready, failed) => {
      const late = setTimeout(() => failed(new Error("./start was not ready in time")), READY_WITHIN);
      this.process.on("exit", (code) => failed(new Error(`./start ended with ${code}`)));
      let said = "";
      this.process.stdout.on("data", (part) => {
        said += part;
        if (said.includes(READY)) {
          clearTimeout(late);
          ready();
        }
      });
    });
  }

  // Only what was started here.
  async stop() {
    if (this.process === null) {
      return;
    }
    if (this.process.exitCode === null) {
      const ended = new Promise((end) => this.process.once("exit", end));
      this.process.kill("SIGTERM");
      await ended;
    }
    await rm(this.data, { recursive: true, force: true });
  }

  // Of processes with an HTTP port that describe themselves.
  services() {
    return this.stack.processes.filter((process) => process.name.endsWith("-service"));
  }

  async token(role) {
    if (!this.#tokens.has(role)) {
      const { stdout } = await promisify(execFile)(join(this.home, "start"), ["token", role, "--data", this.data]);
      this.#tokens.set(role, stdout.trim().split("\n").at(-1));
    }
    return this.#tokens.get(role);
  }

  async text(path, role) {
    const headers = { accept: "text/html, */*;q=0.5" };
    if (role) {
      headers.authorization = `Bearer ${await this.token(role)}`;
    }
    const answer = await fetch(new URL(path, this.url), { headers, redirect: "manual" });
    return { status: answer.status, body: await answer.text() };
  }

  async listed(kind) {
    const { status, body } = await this.text(`/sitemaps/${kind}.xml`);
    return status === 200 ? [...body.matchAll(/<loc>([^<]+)<\/loc>/g)].map((found) => new URL(found[1]).pathname) : [];
  }
}

function freePort() {
  return new Promise((found, failed) => {
    const server = createServer().once("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}
