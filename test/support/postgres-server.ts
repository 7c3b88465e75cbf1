/**
 * A PostgreSQL server as an installation would have one: on a TCP port of 127.0.0.1, asked by address and password. The
 * newest that Debian has installed, else the packaged one. It runs as an ordinary user in a temporary folder and is gone
 * without a trace at `stop`.
 */
import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chmodSync, chownSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { besideOf } from "../../src/store/embedded-cluster.ts";
import { runnerFor } from "../../src/store/embedded-home.ts";
import { packagedPrograms, placePrograms } from "../../src/store/embedded-programs.ts";
import { freePort } from "./free-port.ts";
import { until } from "./until.ts";

export type TestPostgresServer = {
  /** Of its superuser, in the database `postgres`. */
  url: string;
  /** As it says of itself, such as "PostgreSQL 15.14". */
  version: string;
  stop(): Promise<void>;
};

export async function testPostgresServer(): Promise<TestPostgresServer> {
  const { uid, gid, isLent } = runnerFor(process);
  const as = isLent ? { uid, gid } : {};
  const folder = mkdtempSync(join(tmpdir(), "rapport-server-"));
  chmodSync(folder, 0o755);
  const programs = debianPrograms() ?? (await packagedCopy(folder));
  const data = join(folder, "data");
  const passwordFile = join(folder, "password");
  const password = randomBytes(16).toString("hex");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (isLent) for (const path of [folder, passwordFile]) chownSync(path, uid, gid);

  const settings = ["--username=postgres", `--pwfile=${passwordFile}`, "--auth=scram-sha-256", "--encoding=UTF8"];
  const made = spawnSync(join(programs, "initdb"), ["-D", data, "--locale=C.UTF-8", "--no-sync", ...settings], {
    ...as,
    cwd: "/",
    encoding: "utf8",
  });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);

  const port = await freePort();
  const options = ["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "fsync=off"];
  const server = spawn(join(programs, "postgres"), ["-D", data, "-p", String(port), "-N", "200", ...options], {
    ...as,
    cwd: "/",
    stdio: "ignore",
  });
  const ended = once(server, "exit");
  const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  const stop = async () => {
    // SIGINT: ends sessions, does not wait for them.
    server.kill("SIGINT");
    await ended;
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    let version = "";
    await until(async () => {
      if (server.exitCode !== null) throw new Error(`postgres ended with ${server.exitCode}`);
      version = (await versionOf(url)) ?? "";
      return version !== "";
    });
    return { url, version, stop };
  } catch (fault) {
    await stop();
    throw fault;
  }
}

function debianPrograms(): string | undefined {
  const base = "/usr/lib/postgresql";
  try {
    const newest = readdirSync(base).sort((one, other) => Number(other) - Number(one))[0];
    const programs = join(base, newest ?? "none", "bin");
    return readdirSync(programs).includes("initdb") ? programs : undefined;
  } catch {
    return undefined;
  }
}

async function packagedCopy(folder: string): Promise<string> {
  const place = join(folder, "programs");
  await placePrograms(await packagedPrograms(process.platform, process.arch), place, besideOf(place));
  return join(place, "bin");
}

/** Undefined while it does not answer. */
async function versionOf(url: string): Promise<string | undefined> {
  const client = new Client({ connectionString: url });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>("select version()");
    return /^PostgreSQL \S+/.exec(rows[0]?.version ?? "")?.[0];
  } catch {
    return undefined;
  } finally {
    await client.end().catch(() => undefined);
  }
}
