import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { rotateKeys } from "../src/maintenance.ts";
import { keyChecks } from "../src/store/key-checks.ts";
import { addMasterKey, newMasterKey, openKeyring } from "../src/store/keys.ts";
import { random, wallClock } from "../src/world.ts";
import { testDatabase } from "./support/postgres.ts";
import { temporaryFolder } from "./support/world.ts";

const keysIn = (file: string) => readFileSync(file, "utf8").trim().split("\n");

test("a rotation that was stopped half way is finished with the key that it had added, not with another", async () => {
  const { db } = await testDatabase();
  const file = join(temporaryFolder(), "master.key");
  const open = () => openKeyring({ file, checks: keyChecks(db, wallClock), random });
  const { pepper } = await open();
  await addMasterKey(file, random);
  const places = { given: undefined, file, database: db };

  expect(await rotateKeys(places)).toEqual({ kind: "finished", keysWrapped: 2, file });
  expect(keysIn(file)).toHaveLength(2);
  // Everything is under the first key now: the old one may go.
  writeFileSync(file, `${keysIn(file)[0]}\n`);
  expect((await open()).pepper).toEqual(pepper);

  expect(await rotateKeys(places)).toEqual({ kind: "rotated", keysWrapped: 2, file });
  expect(keysIn(file)).toHaveLength(2);
  expect((await open()).pepper).toEqual(pepper);
});

test("a key that somebody else wrapped anew meanwhile is left to them", async () => {
  const { db } = await testDatabase();
  const [old, fresh] = [newMasterKey(random), newMasterKey(random)];
  await openKeyring({ given: old, checks: keyChecks(db, wallClock), random });
  const both = { given: `${fresh},${old}`, file: undefined, database: db };
  const [one, other] = await Promise.all([rotateKeys(both), rotateKeys(both)]);
  expect(one.keysWrapped + other.keysWrapped).toBe(2);
  await openKeyring({ given: fresh, checks: keyChecks(db, wallClock), random });
});
