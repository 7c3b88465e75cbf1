import { beforeAll, expect, test } from "vitest";
import type { OwnerId } from "../../src/domain/ids.ts";
import { after, parseInstant } from "../../src/domain/time.ts";
import { effectHealth, timerHealth } from "../../src/store/read/operations.ts";
import { claimDueTimers, putOffTimer, setTimer, startTimer } from "../../src/store/timers.ts";
import { type TestDatabase, testDatabase } from "../support/postgres.ts";

const owners = ["a", "b"].map((tail) => `01920000-0000-7000-8000-00000000000${tail}` as OwnerId);
const noon = parseInstant("2026-11-16T12:00:00.000Z")!;
const minuteLater = after(noon, { minutes: 1 });

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  for (const owner of owners) {
    await database.pool.query("insert into owner (owner_id, locale, created_at) values ($1, 'en', $2)", [owner, noon]);
  }
});

test("nothing is late when there is nothing", async () => {
  expect(await timerHealth(database.db, noon)).toEqual({ due: 0, lagSeconds: 0, failing: [] });
  expect(await effectHealth(database.db, noon)).toEqual([]);
});

test("lag is that of the oldest due timer of any owner; failures are counted by kind", async () => {
  for (const owner of owners) {
    await setTimer(database.db, owner, { kind: "discover", subjectId: owner }, noon);
    await setTimer(database.db, owner, { kind: "compose_drafts", subjectId: owner }, after(noon, { hours: 2 }));
  }
  await claimDueTimers(database.db, { now: noon, wall: noon, leaseUntil: minuteLater, max: 9 });
  const failing = { kind: "discover", subjectId: owners[0]! };
  await startTimer(database.db, owners[0]!, failing, { now: noon, leaseUntil: minuteLater });
  await putOffTimer(database.db, owners[0]!, failing, { error: "no", againAt: minuteLater });

  expect(await timerHealth(database.db, after(noon, { seconds: 90 }))).toEqual({
    due: 2,
    lagSeconds: 90,
    failing: [{ kind: "discover", attempts: 1, timers: 1 }],
  });
});

test("effects are counted by kind and state, with the age of the oldest", async () => {
  const insert = `insert into effect (owner_id, effect_id, kind, key, state, payload_hash, detail, created_at, changed_at)
    values ($1, $2, 'send', $5, $3, '', '{}', $4, $4)`;
  const effect = (number: number) => `01920000-0000-7000-8000-00000000010${number}`;
  await database.pool.query(insert, [owners[0], effect(1), "unknown", noon, "1"]);
  await database.pool.query(insert, [owners[1], effect(2), "unknown", minuteLater, "2"]);
  await database.pool.query(insert, [owners[1], effect(3), "done", minuteLater, "3"]);
  expect(await effectHealth(database.db, after(noon, { minutes: 2 }))).toEqual([
    { kind: "send", state: "done", effects: 1, oldestSeconds: 60 },
    { kind: "send", state: "unknown", effects: 2, oldestSeconds: 120 },
  ]);
});
