import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { OwnerId } from "../../src/domain/ids.ts";
import { after, type Instant, parseInstant } from "../../src/domain/time.ts";
import {
  claimDueTimers,
  dropTimer,
  findTimer,
  finishTimer,
  moveTimer,
  nextDueAt,
  putOffTimer,
  releaseTimer,
  setTimer,
  setTimerBy,
  settleTimer,
  startTimer,
  startTimerEarly,
} from "../../src/store/timers.ts";
import { type TestDatabase, testDatabase } from "../support/postgres.ts";

const ana = "01920000-0000-7000-8000-00000000000a" as OwnerId;
const bo = "01920000-0000-7000-8000-00000000000b" as OwnerId;
/** Both owners have a row of this kind and subject: each test sees to it that the other's stays as it was. */
const key = { kind: "decide_follow_ups", subjectId: "01920000-0000-7000-8000-000000000001" };
const noon = parseInstant("2026-11-16T12:00:00.000Z")!;
const later = (seconds: number) => after(noon, { seconds });

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  for (const owner of [ana, bo]) {
    await database.pool.query("insert into owner (owner_id, locale, created_at) values ($1, 'en', $2)", [owner, noon]);
  }
});
beforeEach(async () => {
  await database.pool.query("delete from timer");
});

const claim = (at: Instant, max = 100) =>
  claimDueTimers(database.db, { now: at, wall: at, leaseUntil: after(at, { seconds: 30 }), max });
const begin = async (at: Instant) => {
  const claimed = await claim(at);
  await startTimer(database.db, ana, key, { now: at, leaseUntil: after(at, { seconds: 30 }) });
  return claimed;
};
const endings: Record<string, () => Promise<void>> = {
  finishTimer: () => finishTimer(database.db, ana, key),
  "moveTimer to 60 s": () => moveTimer(database.db, ana, key, later(60)),
  "putOffTimer by 60 s": () => putOffTimer(database.db, ana, key, { error: "no", againAt: later(60) }),
  "settleTimer to 60 s": () => settleTimer(database.db, ana, key, later(60)),
  "settleTimer to nothing": () => settleTimer(database.db, ana, key, undefined),
};
const row = async (owner: OwnerId) => {
  const found = await database.pool.query(
    "select due_at as due, again_at as again, lease_until as lease, attempts, last_error as error from timer where owner_id = $1",
    [owner],
  );
  return found.rows[0] as
    | { due: Instant; again: Instant | null; lease: Instant | null; attempts: number; error: string | null }
    | undefined;
};

describe("a timer of one owner, while another owner has the same kind and subject", () => {
  beforeEach(async () => {
    await setTimer(database.db, ana, key, noon);
    await setTimer(database.db, bo, key, later(999));
  });

  test("is claimed at its due time and not before", async () => {
    expect(await claim(later(-0.001))).toEqual([]);
    expect(await claim(noon)).toEqual([{ ownerId: ana, ...key, dueAt: noon, attempts: 0 }]);
  });

  test.each`
    secondsAfterClaim | claimedAgain | because
    ${29}             | ${0}         | ${"the lease holds"}
    ${30}             | ${0}         | ${"the lease holds to its last instant"}
    ${30.001}         | ${1}         | ${"the lease is over"}
  `("claimed again $secondsAfterClaim s later: $claimedAgain, because $because", async (wanted) => {
    await claim(noon);
    expect(await claim(later(wanted.secondsAfterClaim))).toHaveLength(wanted.claimedAgain);
  });

  test("business time decides what is due, the wall's how long a lease holds", async () => {
    await claim(noon);
    const yearOn = after(noon, { days: 365 });
    const again = { now: yearOn, wall: later(1), leaseUntil: later(31), max: 100 };
    expect((await claimDueTimers(database.db, again)).map(({ ownerId }) => ownerId)).toEqual([bo]);
  });

  test.each`
    doing                    | does
    ${"setTimer (replaces)"} | ${() => setTimer(database.db, ana, key, later(50))}
    ${"setTimerBy (sooner)"} | ${() => setTimerBy(database.db, ana, key, later(50))}
    ${"moveTimer"}           | ${() => moveTimer(database.db, ana, key, later(50))}
    ${"finishTimer"}         | ${() => finishTimer(database.db, ana, key)}
    ${"dropTimer"}           | ${() => dropTimer(database.db, ana, key)}
    ${"startTimer"}          | ${() => releaseTimer(database.db, ana, key).then(() => startTimer(database.db, ana, key, { now: noon, leaseUntil: later(90) }))}
    ${"putOffTimer"}         | ${() => putOffTimer(database.db, ana, key, { error: "no", againAt: later(50) })}
    ${"releaseTimer"}        | ${() => releaseTimer(database.db, ana, key)}
  `("$doing leaves the other owner's alone", async ({ does }) => {
    await begin(noon);
    const before = { ...(await row(bo)) };
    const anasBefore = await row(ana);
    await does();
    expect(await row(bo)).toEqual(before);
    expect(await row(ana)).not.toEqual(anasBefore);
  });

  test("set replaces what was due, sooner or later; set-by only brings it forward", async () => {
    await setTimerBy(database.db, ana, key, later(50));
    expect((await row(ana))?.due).toBe(noon);
    await setTimer(database.db, ana, key, later(50));
    expect((await row(ana))?.due).toBe(later(50));
    await setTimerBy(database.db, ana, key, later(20));
    expect((await row(ana))?.due).toBe(later(20));
  });

  test("work that is done takes its row away; work that goes on moves it", async () => {
    await begin(noon);
    await moveTimer(database.db, ana, key, later(60));
    expect(await row(ana)).toEqual({ due: later(60), again: null, lease: null, attempts: 0, error: null });
    await begin(later(60));
    await finishTimer(database.db, ana, key);
    expect(await row(ana)).toBeUndefined();
  });

  test.each`
    set                        | ended                       | setFor | due
    ${"setTimer"}              | ${"finishTimer"}            | ${0}   | ${0}
    ${"setTimer"}              | ${"moveTimer to 60 s"}      | ${0}   | ${0}
    ${"setTimer"}              | ${"moveTimer to 60 s"}      | ${90}  | ${60}
    ${"setTimer"}              | ${"finishTimer"}            | ${90}  | ${90}
    ${"setTimerBy"}            | ${"finishTimer"}            | ${5}   | ${5}
    ${"setTimerBy"}            | ${"moveTimer to 60 s"}      | ${5}   | ${5}
    ${"setTimerBy"}            | ${"putOffTimer by 60 s"}    | ${5}   | ${5}
    ${"setTimerBy, then by 9"} | ${"settleTimer to 60 s"}    | ${5}   | ${5}
    ${"setTimerBy"}            | ${"settleTimer to nothing"} | ${300} | ${300}
    ${"nothing"}               | ${"settleTimer to 60 s"}    | ${0}   | ${60}
    ${"nothing"}               | ${"settleTimer to nothing"} | ${0}   | ${undefined}
  `("set again for $setFor s by $set while its work runs, that ends with $ended, it is due at $due", async (wanted) => {
    await begin(noon);
    const at = later(wanted.setFor);
    if (wanted.set === "setTimer") await setTimer(database.db, ana, key, at);
    else if (wanted.set !== "nothing") await setTimerBy(database.db, ana, key, at);
    if (wanted.set.endsWith("9")) await setTimerBy(database.db, ana, key, later(9));
    // Ticks come and go while it runs.
    expect(await claim(later(10))).toEqual([]);
    await endings[wanted.ended]!();
    expect((await row(ana))?.due).toBe(wanted.due === undefined ? undefined : later(wanted.due));
    if (wanted.due !== undefined)
      expect(await row(ana)).toMatchObject({ lease: null, attempts: wanted.ended.startsWith("putOff") ? 1 : 0 });
  });

  test("what a run has moved and the tick has taken again is not what that run ends", async () => {
    await begin(noon);
    await moveTimer(database.db, ana, key, later(1));
    expect(await claim(later(1))).toHaveLength(1);
    await finishTimer(database.db, ana, key);
    expect(await startTimer(database.db, ana, key, { now: later(1), leaseUntil: later(31) })).toBeDefined();
  });

  test("whose process died, it is offered again when the lease is over, and what it was set for meanwhile stays", async () => {
    await begin(noon);
    await setTimerBy(database.db, ana, key, later(900));
    expect(await claim(later(31))).toHaveLength(1);
    await startTimer(database.db, ana, key, { now: later(31), leaseUntil: later(61) });
    await finishTimer(database.db, ana, key);
    expect((await row(ana))?.due).toBe(later(900));
  });

  test("a failure puts it off with its reason, counted; the next success forgets it", async () => {
    await begin(noon);
    await putOffTimer(database.db, ana, key, { error: "x".repeat(500), againAt: later(5) });
    expect(await row(ana)).toEqual({ due: later(5), again: null, lease: null, attempts: 1, error: "x".repeat(400) });
    expect(await begin(later(5))).toMatchObject([{ attempts: 1 }]);
    await moveTimer(database.db, ana, key, later(99));
    expect(await row(ana)).toMatchObject({ attempts: 0, error: null });
  });

  test("work that asks for itself again and fails each time is tried less and less often, and counted", async () => {
    for (const [failures, seconds] of [5, 15, 45].entries()) {
      await begin(later(0));
      await setTimerBy(database.db, ana, key, later(300));
      await putOffTimer(database.db, ana, key, { error: "no", againAt: later(seconds) });
      expect(await row(ana)).toMatchObject({ due: later(seconds), attempts: failures + 1 });
      await startTimerEarly(database.db, ana, key, { now: noon, leaseUntil: later(30) });
    }
  });

  test.each(Object.keys(endings))(
    "two runs at once, %s of the first: what was wanted before the second, which dies, is not lost",
    async (ended) => {
      await begin(noon);
      await setTimerBy(database.db, ana, key, later(2));
      await startTimerEarly(database.db, ana, key, { now: later(3), leaseUntil: later(33) });
      await endings[ended]!();
      expect(await claim(later(40))).toHaveLength(1);
    },
  );

  test("released, it is claimed at once", async () => {
    await begin(noon);
    await releaseTimer(database.db, ana, key);
    expect(await claim(noon)).toHaveLength(1);
  });

  test("work starts when the row is due and has its lease from then on", async () => {
    expect(await startTimer(database.db, ana, key, { now: later(-1), leaseUntil: later(9) })).toBeUndefined();
    expect(await startTimer(database.db, ana, key, { now: noon, leaseUntil: later(9) })).toMatchObject({ attempts: 0 });
    expect((await row(ana))?.lease).toBe(later(9));
    expect(await startTimer(database.db, ana, key, { now: noon, leaseUntil: later(15) })).toMatchObject({
      dueAt: noon,
    });
    expect((await row(ana))?.lease).toBe(later(15));
    await dropTimer(database.db, ana, key);
    expect(await startTimer(database.db, ana, key, { now: noon, leaseUntil: later(9) })).toBeUndefined();
    expect(await findTimer(database.db, ana, key)).toBeUndefined();
    expect(await findTimer(database.db, bo, key)).toMatchObject({ ownerId: bo, dueAt: later(999) });
  });

  test("begun before it is due, it is due at once for whoever follows a dead process", async () => {
    await setTimer(database.db, ana, key, later(900));
    await startTimerEarly(database.db, ana, key, { now: noon, leaseUntil: later(30) });
    expect(await claim(later(31))).toHaveLength(1);
  });

  test("the next due time is the earliest of all", async () => {
    expect(await nextDueAt(database.db)).toBe(noon);
    await dropTimer(database.db, ana, key);
    await dropTimer(database.db, bo, key);
    expect(await nextDueAt(database.db)).toBeUndefined();
  });
});

test("a timer of an unknown owner is refused", async () => {
  const stranger = "01920000-0000-7000-8000-00000000000c" as OwnerId;
  await expect(setTimer(database.db, stranger, key, noon)).rejects.toThrow("foreign key");
});

test("two ticks at once share the due rows in total order, without a row twice or left out", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 40 })), { maxLength: 40, selector: String }),
      fc.integer({ min: 1, max: 15 }),
      async (wanted, max) => {
        await database.pool.query("delete from timer");
        for (const [dueSecond, subject] of wanted) {
          await setTimer(
            database.db,
            subject % 2 === 0 ? ana : bo,
            subjectKey(100 * dueSecond + subject),
            later(dueSecond),
          );
        }
        const drain = async () => {
          const mine = [];
          for (let lot = await claim(later(5), max); lot.length > 0; lot = await claim(later(5), max)) {
            expect(lot).toEqual(lot.toSorted((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1)));
            mine.push(...lot);
          }
          return mine;
        };
        const both = (await Promise.all([drain(), drain()])).flat();
        expect(both.map(orderOf).toSorted()).toEqual([...new Set(both.map(orderOf))].toSorted());
        expect(both).toHaveLength(wanted.length);
      },
    ),
    { numRuns: 15 },
  );
});

const orderOf = ({ dueAt, ownerId, kind, subjectId }: Awaited<ReturnType<typeof claim>>[number]) =>
  [dueAt, ownerId, kind, subjectId].join(" ");
const subjectKey = (number: number) => ({
  kind: "discover",
  subjectId: `01920000-0000-7000-8000-${String(number).padStart(12, "0")}`,
});
