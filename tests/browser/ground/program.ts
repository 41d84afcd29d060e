// The program under test, started on a free port with a database of its own, and ended by its id.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export type Database = "sqlite" | "postgres";

const built = resolve(__dirname, "../../../target");
const binary = process.env.RADSLAG_BIN || join(built, "debug/radslag");
export const site = process.env.RADSLAG_SITE || join(built, "site");
let made = 0;

export class Program {
  readonly folder = mkdtempSync(join(tmpdir(), "radslag-"));
  /** Where it listens, without a slash at the end. */
  address = "";
  private child?: ChildProcess;
  private said = "";
  private readonly environment: Record<string, string>;

  private constructor(private readonly postgres?: { cluster: string; name: string }) {
    this.environment = { RADSLAG_DATA: this.folder, RADSLAG_SITE: site };
    if (postgres) this.environment.DATABASE_URL = inCluster(postgres.cluster, postgres.name);
  }

  static async start(database: Database, more: Record<string, string> = {}): Promise<Program> {
    const cluster = process.env.RADSLAG_TEST_POSTGRES;
    if (database === "postgres" && !cluster) throw new Error("RADSLAG_TEST_POSTGRES is not set");
    const postgres = database === "postgres" ? { cluster: cluster!, name: `radslag_b${process.pid}_${made++}` } : undefined;
    if (postgres) sql(postgres.cluster, `CREATE DATABASE ${postgres.name}`);
    const program = new Program(postgres);
    Object.assign(program.environment, more);
    await program.serve("127.0.0.1:0");
    return program;
  }

  /** Serves again, at the same address and on the same data, after `end`; with another bundle, if told. */
  async restart(more: Record<string, string> = {}) {
    await this.end();
    Object.assign(this.environment, more);
    await this.serve(this.address.replace("http://", ""));
  }

  /** The link that an empty database prints, as a path. */
  setUpLink(): string {
    const found = /\/set-up\/[\w-]+/.exec(this.said);
    if (!found) throw new Error(`no link to set up with:\n${this.said}`);
    return found[0];
  }

  /** The program's own list of what it has. */
  routes(): { pages: string[]; forms: string[]; others: string[] } {
    return JSON.parse(this.run("routes"));
  }

  /** What the server's clock shows, in milliseconds. */
  now(): Promise<number> {
    return this.pass(0);
  }

  /** Lets so many milliseconds pass on the server's clock, and returns what it shows then. */
  async pass(milliseconds: number): Promise<number> {
    const answer = await fetch(`${this.address}/test/clock`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: this.address },
      body: JSON.stringify({ advance_ms: milliseconds }),
    });
    if (!answer.ok) throw new Error(`the clock: ${answer.status}`);
    return Number(await answer.text());
  }

  /** Another command of the program, on the same data. */
  run(...command: string[]): string {
    return execFileSync(binary, command, { env: this.environment, encoding: "utf8" });
  }

  async end() {
    const child = this.child;
    this.child = undefined;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((done) => child.once("exit", done));
    child.kill("SIGTERM");
    const impatience = setTimeout(() => child.kill("SIGKILL"), 10_000);
    await ended;
    clearTimeout(impatience);
  }

  async takeAway() {
    await this.end();
    if (this.postgres) sql(this.postgres.cluster, `DROP DATABASE ${this.postgres.name} WITH (FORCE)`);
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async serve(listen: string) {
    this.said = "";
    const child = spawn(binary, ["serve"], { env: { ...this.environment, RADSLAG_LISTEN: listen } });
    this.child = child;
    process.once("exit", () => child.kill("SIGKILL"));
    await new Promise<void>((done, fail) => {
      const hear = (part: Buffer) => {
        this.said += part.toString();
        const found = /listening on (http:\/\/[\w.:]+)/.exec(this.said);
        if (found) {
          this.address = found[1];
          done();
        }
      };
      child.stdout.on("data", hear);
      child.stderr.on("data", hear);
      child.once("error", fail);
      child.once("exit", (code) => fail(new Error(`the program ended (${code}):\n${this.said}`)));
    });
  }
}

function sql(cluster: string, statement: string) {
  execFileSync("psql", ["--quiet", "--no-psqlrc", "--dbname", cluster, "--command", statement], { stdio: "pipe" });
}

function inCluster(cluster: string, name: string): string {
  const address = new URL(cluster);
  address.pathname = `/${name}`;
  return address.toString();
}
