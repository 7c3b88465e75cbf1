/** The embedded database of design §2, on real processes in temporary homes. */

import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
} from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Client, type ClientConfig } from "pg";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { type Embedded, openEmbedded } from "../../src/store/embedded.ts";
import { chooseHome, makeHome, pathsOf, runnerFor } from "../../src/store/embedded-home.ts";
import { isPostmasterOf, postmasterEnd } from "../../src/store/embedded-postmaster.ts";
import { packagedPrograms } from "../../src/store/embedded-programs.ts";
import type { Opened } from "../support/embedded-opener.ts";
import { fastFolder } from "../support/global-setup.ts";
import { killAll } from "../support/kill.ts";

const opener = fileURLToPath(new URL("../support/embedded-opener.ts", import.meta.url));
const runner = runnerFor(process);
const isRoot = runner.isLent;
const stranger = 65533;
const programs = await packagedPrograms(process.platform, process.arch);

/** Homes lie in one folder that other users may pass through. */
const base = realpathSync(mkdtempSync(join(fastFolder(), "rapport-embedded-")));
chmodSync(base, 0o711);
let homes = 0;
const newHome = () => join(base, `home-${++homes}`);
afterAll(() => rmSync(base, { recursive: true, force: true, maxRetries: 5 }));

/** One home that was made and stopped; copying it is how most tests get theirs. */
const model = newHome();
beforeAll(async () => {
  await (await open(model)).stop();
});
const homeWithDatabase = () => {
  const home = newHome();
  mkdirSync(home, { mode: 0o711 });
  spawnSync("cp", ["-al", join(model, "programs"), home]);
  spawnSync("cp", ["-a", join(model, "cluster"), home]);
  return home;
};

const open = (home: string, isTemporary = false) =>
  openEmbedded({ home, binaries: programs, random: randomBytes, idleSeconds: 0.5, isTemporary });

describe("one database", () => {
  const home = newHome();
  let embedded: Embedded;
  beforeAll(async () => {
    embedded = await open(home);
  });
  afterAll(async () => {
    await embedded.stop();
  });

  test("the first start makes it, and the product is no superuser in a database of its own", async () => {
    expect(embedded.found).toBe("made");
    const { rows } = await ask(
      embedded.connection,
      `select usesuper, usecreatedb, current_database() as database, version() ~ '^PostgreSQL 18' as is_18,
              current_setting('listen_addresses') as addresses, current_setting('deadlock_timeout') as deadlock,
              (select datlocprovider::text || ' ' || datlocale from pg_database where datname = current_database()) as locale
       from pg_user where usename = current_user`,
    );
    expect(rows).toEqual([
      {
        usesuper: false,
        usecreatedb: false,
        database: "rapport",
        is_18: true,
        addresses: "",
        deadlock: "50ms",
        locale: "b C.UTF-8",
      },
    ]);
    await ask(
      embedded.connection,
      "create schema bullmq; create table bullmq.here (it int); drop schema bullmq cascade",
    );
  });

  test("a second process adopts it", async () => {
    const second = await opened(home);
    expect(second).toMatchObject({ found: "adopted", pid: embedded.pid });
  });

  test("it refuses a wrong password, and none", async () => {
    for (const password of ["guess", ""]) {
      await expect(ask({ ...embedded.superConnection, password }, "select 1")).rejects.toThrow(/password/i);
    }
  });

  test("its passwords and files are for nobody else", () => {
    const { superPassword, productPassword, data } = pathsOf(home);
    const modes = spawnSync("stat", ["-c", "%a", superPassword, productPassword, data, embedded.connection.host]);
    expect(modes.stdout.toString().trim().split("\n")).toEqual(["600", "600", "700", "700"]);
  });

  test.runIf(isRoot)("another local user does not even reach its socket", () => {
    const socket = join(embedded.connection.host, ".s.PGSQL.5432");
    const script = `require("net").connect(process.argv[1]).on("error", e => console.log(e.code)).on("connect", () => console.log("in"))`;
    const tried = spawnSync(process.execPath, ["-e", script, socket], { uid: stranger, gid: stranger, cwd: "/" });
    expect(tried.stdout.toString().trim()).toBe("EACCES");
  });

  test("it is not stopped while somebody else uses it", async () => {
    const other = await open(home);
    expect(await other.stop()).toBe("in_use");
    expect(await ask(embedded.connection, "select 1 as one")).toMatchObject({ rows: [{ one: 1 }] });
  });

  test("a client that does not hold the lock is a user too", async () => {
    const stray = await open(home);
    await embedded.release();
    const client = await connected(embedded.connection);
    expect(await stray.stop()).toBe("in_use");
    embedded = await open(home);
    await client.end();
    expect(embedded.found).toBe("adopted");
  });
});

describe("many processes", () => {
  test("that start at once end with one postmaster", async () => {
    const home = newHome();
    // Held until all are in: who comes late on a busy machine would find that the keeper has stopped it, and start another.
    const starting = [staying(home), staying(home), staying(home)];
    const all = await Promise.all(starting.map(({ said }) => said));
    const pids = new Set(all.map(({ pid }) => pid));
    expect(pids.size, `${[...pids]}\n${readFileSync(join(home, "postgres.log"), "utf8")}`).toBe(1);
    expect(all.map(({ found }) => found)).toContain("made");
    expect(postmastersOf(home)).toHaveLength(1);
    await Promise.all(starting.map(({ child }) => ended(child)));
    await (await open(home)).stop();
    expect(postmastersOf(home)).toHaveLength(0);
    expect(readdirSync(home).filter((name) => name.includes(".new-"))).toEqual([]);
  });

  test("the postmaster outlives the killed process that started it", async () => {
    const home = homeWithDatabase();
    const first = staying(home);
    const { pid } = await first.said;
    first.child.kill("SIGKILL");
    const next = await open(home);
    expect(next).toMatchObject({ found: "adopted", pid });
    await next.stop();
  });
});

describe("after a crash", () => {
  let home: string;
  let embedded: Embedded;
  const reopen = async () => {
    embedded = await open(home);
    return embedded;
  };
  beforeAll(async () => {
    home = homeWithDatabase();
    await reopen();
  });
  afterAll(async () => {
    await embedded.stop();
  });

  test("of the postmaster it is started again, with every commit", async () => {
    await ask(embedded.connection, "create table kept (it int)");
    await ask(embedded.connection, "insert into kept values (42)");
    const { pid } = embedded;
    process.kill(pid, "SIGKILL");
    await reopen();
    expect(embedded.pid).not.toBe(pid);
    expect((await ask(embedded.connection, "select it from kept")).rows).toEqual([{ it: 42 }]);
  });

  test("who keeps it gets it back without asking", async () => {
    const { pid } = embedded;
    embedded.keep();
    process.kill(pid, "SIGKILL");
    await expect.poll(() => embedded.pid, { timeout: 10_000 }).not.toBe(pid);
    expect((await ask(embedded.connection, "select it from kept")).rows).toEqual([{ it: 42 }]);
  });

  test("a postmaster.pid that names somebody else's process does not stop the start", async () => {
    const file = join(pathsOf(home).data, "postmaster.pid");
    const text = await readFile(file, "utf8");
    await embedded.stop();
    // The same user as the database, so that PostgreSQL alone would take it for a living postmaster.
    const bystander = spawn("sleep", ["60"], { cwd: "/", ...(isRoot && { uid: runner.uid, gid: runner.gid }) });
    onTestFinished(() => void bystander.kill());
    await writeFile(file, text.replace(/^\d+/, String(bystander.pid)));
    expect((await reopen()).found).toBe("started");
    expect(bystander.exitCode).toBe(null);
  });

  test("a role or a database that is missing is made", async () => {
    await embedded.release();
    await ask(embedded.superConnection, "drop database rapport");
    await reopen();
    expect((await ask(embedded.connection, "select current_database() as it")).rows).toEqual([{ it: "rapport" }]);
  });

  test("what killed first starts left is removed, what live ones make is not", async () => {
    await embedded.stop();
    const dead = spawnSync("true").pid;
    mkdirSync(join(home, `cluster.new-${dead}-12345`, "data"), { recursive: true });
    mkdirSync(join(home, "programs", `x.new-${process.pid}-0`));
    await reopen();
    expect(readdirSync(home).filter((name) => name.includes(".new-"))).toEqual([]);
    expect(readdirSync(join(home, "programs"))).toHaveLength(1);
  });

  test("half copied programs are copied again", async () => {
    await embedded.stop();
    const [version = ""] = readdirSync(join(home, "programs"));
    rmSync(join(home, "programs", version, "lib", "libssl.so.1.1"));
    expect((await reopen()).found).toBe("started");
  });

  test("a cluster of another PostgreSQL is refused, and the way out is named", async () => {
    await embedded.stop();
    const { about } = pathsOf(home);
    const text = await readFile(about, "utf8");
    await writeFile(about, text.replace(/"postgresMajor":\d+/, '"postgresMajor":17'));
    await expect(open(home)).rejects.toMatchObject({
      because: "other_version",
      message: expect.stringMatching(/PostgreSQL 17.*rapport backup FILE.*rapport restore FILE/),
    });
    await writeFile(about, text);
    await reopen();
  });

  test("a changed password file is told plainly", async () => {
    const { superPassword, productPassword } = pathsOf(home);
    const secrets = await Promise.all([superPassword, productPassword].map((file) => readFile(file)));
    await Promise.all([superPassword, productPassword].map((file) => writeFile(file, "guess")));
    await expect(open(home)).rejects.toMatchObject({ because: "wrong_password" });
    await Promise.all([superPassword, productPassword].map((file, at) => writeFile(file, secrets[at] ?? "")));
  });
});

describe("the keeper", () => {
  test("stops the database when its last client has left, and not before", async () => {
    const home = homeWithDatabase();
    const embedded = await open(home, true);
    const client = await connected(embedded.connection);
    await embedded.release();
    await wait(1500);
    expect(isPostmasterOf(pathsOf(home), embedded.pid)).toBe(true);
    await client.end();
    await postmasterEnd(pathsOf(home), embedded.pid);
    expect(isPostmasterOf(pathsOf(home), embedded.pid)).toBe(false);
    // A temporary home goes with its database.
    await expect.poll(() => existsSync(home), { timeout: 5000 }).toBe(false);
  }, 20_000);

  test("is replaced when it was killed", async () => {
    const home = homeWithDatabase();
    const embedded = await open(home);
    await expect.poll(() => keepersOf(home), { timeout: 5000 }).toHaveLength(1);
    killAll(...keepersOf(home));
    await expect.poll(() => keepersOf(home)).toHaveLength(0);
    await opened(home);
    await expect.poll(() => keepersOf(home), { timeout: 5000 }).toHaveLength(1);
    await embedded.stop();
  });
});

describe("the home", () => {
  test("with a path too long for a socket has its socket elsewhere; spaces, quotes and any letters are welcome", async () => {
    const home = join(newHome(), "it's, größe 名".repeat(4), "b".repeat(60));
    const embedded = await open(home, true);
    expect(embedded.connection.host.startsWith(base)).toBe(false);
    expect((await ask(embedded.connection, "select 1 as one")).rows).toEqual([{ one: 1 }]);
    await embedded.stop();
    rmSync(embedded.connection.host, { recursive: true, force: true });
  });

  test.each(["a$b", "a`b", 'a"b', "a\\b", "a\nb"])("with what a shell reads in its name (%j) is refused", (odd) => {
    expect(() => makeHome(join(base, odd), runner)).toThrow(/RAPPORT_DATA_DIR/);
  });

  test("that is no folder, or below one that may not be written, is told plainly", async () => {
    const file = newHome();
    await writeFile(file, "");
    expect(() => makeHome(join(file, "below"), runner)).toThrow(/cannot be written.*RAPPORT_DATA_DIR/);
    if (!isRoot) return;
    const closed = newHome();
    mkdirSync(closed, { mode: 0o755 });
    const tried = await opened(join(closed, "home"), { uid: stranger, gid: stranger });
    expect(tried).toMatchObject({ because: "not_writable" });
  });

  test.runIf(isRoot)("of another user is refused, whoever asks", async () => {
    const home = newHome();
    mkdirSync(home, { mode: 0o755 });
    expect(await opened(home, { uid: stranger, gid: stranger })).toMatchObject({ because: "not_ours" });
    chownSync(home, stranger, stranger);
    expect(() => makeHome(home, runner)).toThrow(/belongs to another user \(uid 65533/);
  });

  test.runIf(isRoot)("that the database's own user cannot reach is refused", async () => {
    const closed = newHome();
    mkdirSync(closed, { mode: 0o700 });
    await expect(open(join(closed, "home"))).rejects.toMatchObject({ because: "not_reachable" });
  });

  test.runIf(isRoot)("on a full disk is told plainly, and works when there is room again", async (context) => {
    const home = newHome();
    mkdirSync(home, { mode: 0o711 });
    const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=75m,mode=711", "tmpfs", home]);
    if (mounted.status !== 0) return context.skip("this machine does not let us mount a small disk");
    onTestFinished(() => void spawnSync("umount", ["-l", home]));
    await expect(open(home)).rejects.toMatchObject({ because: "disk_full" });
    spawnSync("mount", ["-o", "remount,size=250m", home]);
    const embedded = await open(home);
    expect(embedded.found).toBe("made");
    await embedded.stop();
  });

  test("is the given folder, else in the checkout, else under the state directory", () => {
    const checkout = newHome();
    mkdirSync(checkout, { mode: 0o755 });
    const given = newHome();
    expect(chooseHome({ checkout, dataDir: given }, runner)).toBe(given);
    expect(chooseHome({ checkout, dataDir: "data" }, runner)).toBe(join(checkout, "data"));
    expect(chooseHome({ checkout }, runner)).toBe(join(checkout, ".rapport"));
  });

  test.runIf(isRoot)("is outside of a checkout that the database cannot reach, one for each checkout", () => {
    const closed = newHome();
    mkdirSync(join(closed, "one"), { recursive: true });
    mkdirSync(join(closed, "two"));
    chmodSync(closed, 0o700);
    const [one, two] = ["one", "two"].map((name) => chooseHome({ checkout: join(closed, name) }, runner));
    onTestFinished(() => {
      for (const home of [one, two]) if (home !== undefined) rmSync(home, { recursive: true });
    });
    expect(one).toMatch(/^\/var\/lib\/rapport-[0-9a-f]{8}$/);
    expect(two).not.toBe(one);
  });
});

interface As {
  readonly uid: number;
  readonly gid: number;
}

/** Opens the home in a process of its own and answers what that one said. */
async function opened(home: string, as?: As): Promise<Opened> {
  const child = spawn(process.execPath, [opener, home], { cwd: "/", stdio: ["ignore", "pipe", "inherit"], ...as });
  return firstLine(child);
}

/** The same, but it holds the database until it is killed. */
function staying(home: string): { child: ChildProcess; said: Promise<Extract<Opened, { pid: number }>> } {
  const child = spawn(process.execPath, [opener, home, "--stay"], { stdio: ["ignore", "pipe", "inherit"] });
  const said = firstLine(child).then((one) => {
    if ("because" in one) throw new Error(one.message);
    return one;
  });
  return { child, said };
}

/** Killed, and gone. */
function ended(child: ChildProcess): Promise<unknown> {
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  return gone;
}

async function firstLine(child: ChildProcess): Promise<Opened> {
  if (child.stdout === null) throw new Error("the child has no output");
  for await (const line of createInterface({ input: child.stdout })) return JSON.parse(line) as Opened;
  throw new Error("the opener said nothing");
}

async function connected(connection: ClientConfig): Promise<Client> {
  const client = new Client(connection);
  client.on("error", () => undefined);
  await client.connect().catch(async (fault) => {
    await client.end();
    throw fault;
  });
  return client;
}

async function ask(connection: ClientConfig, query: string) {
  const client = await connected(connection);
  try {
    return await client.query(query);
  } finally {
    await client.end();
  }
}

/** Without their children, who bear the same command line until they have said what they are. */
function postmastersOf(home: string): number[] {
  const all = processesWith(`/postgres\0-D\0${join(home, "cluster", "data")}\0`);
  return all.filter((pid) => !all.includes(parentOf(pid)));
}

/** 0 for one that has ended. */
function parentOf(pid: number): number {
  try {
    return Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
  } catch {
    return 0;
  }
}

function keepersOf(home: string): number[] {
  return processesWith(`keeper.ts\0${home}\0`);
}

function processesWith(words: string): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => commandLine(pid).includes(words))
    .map(Number);
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}
