/** The verbs of whoever runs Rapport: backup, restore, keys, migrate, doctor, config. */
import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import type { Finding } from "../../src/doctor/findings.ts";
import { newMasterKey } from "../../src/store/keys.ts";
import * as backup from "../../src/verbs/backup.ts";
import * as config from "../../src/verbs/config.ts";
import * as doctor from "../../src/verbs/doctor.ts";
import * as keys from "../../src/verbs/keys.ts";
import * as migrate from "../../src/verbs/migrate.ts";
import * as restore from "../../src/verbs/restore.ts";
import { random } from "../../src/world.ts";
import { testDatabase } from "../support/postgres.ts";
import { importedOffice, printed, printedJson, useInstallation } from "../support/verb.ts";
import { temporaryFolder } from "../support/world.ts";

const environment = { ...process.env };
afterEach(() => {
  process.env = { ...environment };
});

describe("backup and restore", () => {
  test("a round trip brings everything back, on a running system (issue 2)", async () => {
    const office = await importedOffice();
    const file = join(office.folder, "rapport.backup.gz");
    const { out } = await printed(backup, file);
    expect(out).toContain("Not in it: the master key, and the imported files themselves");
    const everything = async () => {
      const { database } = office.world;
      return {
        contacts: await database.selectFrom("contact").selectAll().orderBy("contact_id").execute(),
        decisions: await database.selectFrom("decision").selectAll().orderBy("subject_id").orderBy("kind").execute(),
        messages: await database.selectFrom("message").selectAll().orderBy("message_id").execute(),
      };
    };
    const before = await everything();
    await office.world.database.deleteFrom("follow_up").execute();
    await office.world.database.updateTable("contact").set({ name: "Somebody Else" }).execute();

    const restored = await printedJson<{ rows: Record<string, number>; keyTrouble: string | null }>(
      restore,
      file,
      "--yes",
    );
    expect(restored.rows.message).toBe(before.messages.length);
    expect(restored.keyTrouble).toBeNull();
    expect(await everything()).toEqual(before);
  }, 60_000);

  test("never replaces anything unasked", async () => {
    const { address } = await testDatabase();
    const folder = temporaryFolder();
    useInstallation(address, join(folder, "home"));
    const file = join(folder, "a.backup.gz");
    await printed(backup, file);
    await expect(printed(backup, file)).rejects.toThrow("is there already");
    await expect(printed(restore, file)).rejects.toThrow("Say --yes");
    await expect(printed(restore, join(folder, "none.gz"), "--yes")).rejects.toThrow("There is no file");
    writeFileSync(join(folder, "text.gz"), "a letter");
    await expect(printed(restore, join(folder, "text.gz"), "--yes")).rejects.toThrow("is not a backup of Rapport");
  });

  test("says when the master key does not open what the backup holds", async () => {
    const { address } = await testDatabase();
    const folder = temporaryFolder();
    useInstallation(address, join(folder, "home"));
    process.env.RAPPORT_MASTER_KEYS = newMasterKey(random);
    // A rotation opens the keys, and the first opening makes what is kept sealed.
    await printed(keys, "rotate");
    const file = join(folder, "a.backup.gz");
    await printed(backup, file);
    process.env.RAPPORT_MASTER_KEYS = newMasterKey(random);
    const { code, out } = await printed(restore, file, "--yes");
    expect(code).toBe(1);
    expect(out).toContain("The master key does not fit the backup. The database was sealed with the master key");
  });
});

describe("keys rotate", () => {
  test("with given keys: wraps with the first, and a second run has nothing to do", async () => {
    const { address, db } = await testDatabase();
    useInstallation(address, temporaryFolder());
    const sealed = async () =>
      (await db.selectFrom("key_check").selectAll().orderBy("name").execute()).map((row) => row.sealed);
    const first = newMasterKey(random);
    process.env.RAPPORT_MASTER_KEYS = first;
    await printed(keys, "rotate");
    const before = await sealed();
    process.env.RAPPORT_MASTER_KEYS = `${newMasterKey(random)},${first}`;
    expect(await printedJson(keys, "rotate")).toEqual({ kind: "rotated", keysWrapped: 2, file: null });
    expect(await sealed()).not.toEqual(before);
    expect(await printedJson(keys, "rotate")).toEqual({ kind: "nothing_to_do", keysWrapped: 0, file: null });
  });

  test("without any key beside a server: one clear line", async () => {
    const { address } = await testDatabase();
    useInstallation(address, temporaryFolder());
    await expect(printed(keys, "rotate")).rejects.toThrow("RAPPORT_MASTER_KEYS must be set beside DATABASE_URL");
  });
});

test("migrate fills an empty server, and then has nothing to do", async () => {
  const { address } = await testDatabase({ isEmpty: true });
  useInstallation(address, temporaryFolder());
  const done = await printedJson<{ from: number; to: number; done: string[] }>(migrate);
  expect(done).toMatchObject({ from: 0, to: done.done.length });
  expect(await printedJson(migrate)).toEqual({ from: done.to, to: done.to, done: [] });
});

describe("doctor", () => {
  type Examined = { healthy: boolean; findings: Finding[] };
  const find = ({ findings }: Examined, name: string) => findings.find((one) => one.name === name);

  test("a server that is well", async () => {
    const { address } = await testDatabase();
    useInstallation(address, temporaryFolder());
    process.env.PORT = "0";
    const examined = await printedJson<Examined>(doctor);
    expect(examined.healthy).toBe(true);
    expect(find(examined, "schema")?.state).toBe("ok");
    expect(find(examined, "material")?.says).toContain("No mail or calendar was brought in yet");
  });

  test.each`
    wrong                          | settings                                        | name          | says
    ${"no such server"}            | ${{ DATABASE_URL: "postgres://127.0.0.1:9/x" }} | ${"database"} | ${"ECONNREFUSED"}
    ${"no such Redis"}             | ${{ REDIS_URL: "redis://127.0.0.1:9" }}         | ${"redis"}    | ${"ECONNREFUSED"}
    ${"a home that cannot be"}     | ${{ RAPPORT_DATA_DIR: "/etc/hostname/x" }}      | ${"home"}     | ${"cannot be written"}
    ${"a setting that is no port"} | ${{ PORT: "eighty" }}                           | ${"settings"} | ${"PORT"}
    ${"open to all, no key"}       | ${{ HOST: "0.0.0.0", PORT: "0" }}               | ${"door"}     | ${"nobody can sign in"}
  `("$wrong: says so, what to do, and ends with 1", async ({ settings, name, says }) => {
    const { address } = await testDatabase();
    useInstallation(address, temporaryFolder());
    Object.assign(process.env, settings);
    const { code, out } = await printed(doctor, "--json");
    const found = find(JSON.parse(out) as Examined, name);
    expect(found).toMatchObject({ state: "fail", advice: expect.stringMatching(/\w/) });
    expect(found?.says).toContain(says);
    expect(code).toBe(1);
  });

  test("a schema that is not there yet is named with its remedy", async () => {
    const { address } = await testDatabase({ isEmpty: true });
    useInstallation(address, temporaryFolder());
    expect(find(await printedJson<Examined>(doctor), "schema")).toMatchObject({
      state: "fail",
      advice: expect.stringContaining("rapport -- migrate"),
    });
  });
});

describe("config", () => {
  test("names every setting and its source, and hides secrets", async () => {
    process.env.RAPPORT_PASSPHRASE = "correct horse battery";
    process.env.PORT = "9000";
    const { out } = await printed(config, "--json");
    expect(out).not.toContain("correct horse");
    const { settings } = JSON.parse(out) as { settings: { name: string; value: string; source: string }[] };
    expect(settings).toContainEqual(expect.objectContaining({ name: "PORT", value: "9000", source: "environment" }));
    expect(settings).toContainEqual(expect.objectContaining({ name: "RAPPORT_PASSPHRASE", value: "(hidden)" }));
    const source = readFileSync(new URL("../../src/config.ts", import.meta.url), "utf8");
    for (const { name } of settings) expect(source).toContain(`${name}: {`);
  });
});

describe("as a process", () => {
  const launcher = fileURLToPath(new URL("../../bin/rapport.js", import.meta.url));
  const rapport = (...args: string[]) =>
    new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
      const env = { PATH: process.env.PATH, RAPPORT_DATA_DIR: join(temporaryFolder(), "home"), PORT: "0" };
      const child = execFile(process.execPath, [launcher, ...args], { env }, (_, out, err) =>
        resolve({ code: child.exitCode, out, err }),
      );
    });

  test("doctor looks before anything was made, and makes nothing", async () => {
    const { code, out } = await rapport("doctor");
    expect(out).toContain("The embedded database is not made yet: the first start makes it.");
    expect(code).toBe(0);
  });

  test.each`
    args                                   | code | says
    ${["people", "--class", "friend"]}     | ${2} | ${"--class friend: one of candidate, unsure, colleague, known."}
    ${["restore", "/nowhere.gz", "--yes"]} | ${1} | ${"There is no file /nowhere.gz."}
    ${["dry-run", "--days", "0"]}          | ${2} | ${"--days 0: a whole number, 1 to 3650."}
  `("$args is one line and ends with $code", async ({ args, code, says }) => {
    const answer = await rapport(...args);
    expect(answer).toEqual({ code, out: "", err: `${says}\n` });
  });
});
