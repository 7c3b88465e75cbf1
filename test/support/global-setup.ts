/**
 * One PostgreSQL for a whole run of the tests, with a migrated database that each test file clones: the server that
 * TEST_DATABASE_URL names, else an embedded one in a temporary home. Should vitest be killed, the keeper of the
 * embedded one stops it and removes its home.
 */
import { randomBytes } from "node:crypto";
import { accessSync, chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import type { TestProject } from "vitest/node";
import type { DatabaseAddress } from "../../src/store/database.ts";
import { openPool } from "../../src/store/database.ts";
import { openEmbedded } from "../../src/store/embedded.ts";
import { packagedPrograms } from "../../src/store/embedded-programs.ts";
import { migrate } from "../../src/store/migrate.ts";

export interface TestServer {
  /** May create databases and roles. */
  readonly admin: DatabaseAddress;
  /** Owns the template and each clone. */
  readonly product: DatabaseAddress;
  readonly template: string;
  /** For files that several tests of the run read and none changes. */
  readonly folder: string;
}

declare module "vitest" {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

const KEPT_SECONDS_AFTER_CRASH = 5;

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env.TEST_DATABASE_URL;
  const { server, stop } = url === undefined || url === "" ? await embeddedServer() : await givenServer(url);
  await makeTemplate(server);
  const folder = mkdtempSync(join(tmpdir(), "rapport-run-"));
  chmodSync(folder, 0o711);
  project.provide("testServer", { ...server, folder });
  return async () => {
    rmSync(folder, { recursive: true, force: true });
    await stop();
  };
}

interface Standing {
  readonly server: Omit<TestServer, "folder">;
  stop(): Promise<void>;
}

async function embeddedServer(): Promise<Standing> {
  const home = mkdtempSync(join(fastFolder(), "rapport-test-"));
  // The database runs as another user when the tests run as root.
  chmodSync(home, 0o711);
  const embedded = await openEmbedded({
    home,
    binaries: await packagedPrograms(process.platform, process.arch),
    random: randomBytes,
    idleSeconds: KEPT_SECONDS_AFTER_CRASH,
    isTemporary: true,
  });
  return {
    server: {
      admin: { kind: "socket", ...embedded.superConnection },
      product: { kind: "socket", ...embedded.connection },
      template: embedded.connection.database,
    },
    async stop() {
      const outcome = await embedded.stop();
      if (outcome === "in_use") console.warn("A test left a connection open: the database stops when it is closed.");
      else rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function givenServer(url: string): Promise<Standing> {
  const admin: DatabaseAddress = { kind: "url", url };
  const template = `rapport_template_${randomBytes(6).toString("hex")}`;
  await asAdmin(admin, (client) => client.query(`create database ${template} template template0`));
  const stop = () =>
    asAdmin(admin, async (client) => {
      const ours = "select datname as name from pg_database where datname = $1 or starts_with(datname, $1 || '_')";
      const { rows } = await client.query<{ name: string }>(ours, [template]);
      for (const { name } of rows) await client.query(`drop database ${name} with (force)`);
    });
  return { server: { admin, product: inDatabase(admin, template), template }, stop };
}

async function makeTemplate({ product }: Standing["server"]): Promise<void> {
  const pool = openPool(product, { max: 1, name: "test-template", onError: fail });
  await migrate(pool, "2026-01-01T00:00:00.000Z");
  await pool.end();
}

export function inDatabase(address: DatabaseAddress, database: string): DatabaseAddress {
  if (address.kind === "socket") return { ...address, database };
  const url = new URL(address.url);
  url.pathname = `/${database}`;
  return { kind: "url", url: url.href };
}

/** The name of the database that an address leads to. */
export const nameOf = (address: DatabaseAddress): string =>
  address.kind === "socket" ? address.database : new URL(address.url).pathname.slice(1);

export async function asAdmin<Done>(admin: DatabaseAddress, work: (client: Client) => Promise<Done>): Promise<Done> {
  const client = new Client(admin.kind === "url" ? { connectionString: admin.url } : admin);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export function fail(error: Error): never {
  throw error;
}

/** Memory, where programs may be run from it, else the disk. */
export function fastFolder(): string {
  try {
    accessSync("/dev/shm");
    const [, options = "noexec"] = /^\S+ \/dev\/shm tmpfs (\S+)/m.exec(readFileSync("/proc/mounts", "utf8")) ?? [];
    return options.split(",").includes("noexec") ? tmpdir() : "/dev/shm";
  } catch {
    return tmpdir();
  }
}
