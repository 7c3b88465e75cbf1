import { describe, expect, test } from "vitest";
import type { OwnerId } from "../../src/domain/ids.ts";
import { after as later, parseInstant } from "../../src/domain/time.ts";
import { type Job, jobOf, parseJob, retrySeconds, type TimerRef, timerOf } from "../../src/jobs/catalogue.ts";
import { leaseSeconds, startTick, tickMs } from "../../src/jobs/tick.ts";

const noon = parseInstant("2026-11-16T12:00:00.000Z")!;
const ana = "01920000-0000-7000-8000-00000000000a" as OwnerId;
const photos = "01920000-0000-7000-8000-00000000001a";
const timer = (subjectId: string): TimerRef => ({ ownerId: ana, kind: "import_archive", subjectId });

/** A tick whose seconds pass when the test says so, over timers that are claimed once. */
function world(due: TimerRef[], addMany: (jobs: readonly Job[]) => Promise<void> = async () => undefined) {
  const time = { wall: noon };
  const errors: unknown[] = [];
  const claims: object[] = [];
  let second: () => void = () => undefined;
  let everyMs = 0;
  let isEnded = false;
  const tick = startTick({
    claimDue: async (times) => {
      claims.push(times);
      return due.splice(0, times.max);
    },
    addMany,
    now: () => later(time.wall, { days: 9 }),
    wall: () => time.wall,
    every: (milliseconds, task) => {
      everyMs = milliseconds;
      second = task;
      return () => {
        isEnded = true;
      };
    },
    onError: (error) => errors.push(error),
  });
  return { tick, time, errors, claims, second: () => second(), everyMs: () => everyMs, isEnded: () => isEnded };
}

describe("the tick", () => {
  test("comes every second and claims by business time under a lease of the wall's", async () => {
    const { claims, second, everyMs, tick } = world([]);
    expect(everyMs()).toBe(tickMs);
    second();
    await tick.stop();
    const claim = { now: later(noon, { days: 9 }), wall: noon, leaseUntil: later(noon, { seconds: leaseSeconds }) };
    expect(claims).toEqual([expect.objectContaining(claim)]);
  });

  test("hands over all that is due, however much, in bulk", async () => {
    const lots: number[] = [];
    const many = Array.from({ length: 1_201 }, () => timer(photos));
    const { tick } = world(many, async (jobs) => void lots.push(jobs.length));
    expect(await tick.once()).toBe(1_201);
    expect(lots).toEqual([500, 500, 201]);
  });

  test("does not overlap with itself", async () => {
    const gate = Promise.withResolvers<void>();
    const { tick, second, claims } = world([timer(photos)], () => gate.promise);
    second();
    second();
    const third = tick.once();
    gate.resolve();
    expect(await third).toBe(1);
    expect(claims).toHaveLength(1);
  });

  test("that fails says so and grows old; the next one that goes well is young again", async () => {
    let isBroken = true;
    const { tick, time, second, errors } = world([timer(photos), timer(photos)], async () => {
      if (isBroken) throw new Error("no Redis");
    });
    time.wall = later(noon, { seconds: 40 });
    second();
    await settled();
    expect([errors, tick.ageSeconds()]).toEqual([[new Error("no Redis")], 40]);
    isBroken = false;
    second();
    await settled();
    expect(tick.ageSeconds()).toBe(0);
  });

  test("stopped, it waits for the one that runs", async () => {
    const gate = Promise.withResolvers<void>();
    const { tick, second, isEnded } = world([timer(photos)], () => gate.promise);
    second();
    let isStopped = false;
    const stopping = tick.stop().then(() => {
      isStopped = true;
    });
    await settled();
    expect([isEnded(), isStopped]).toEqual([true, false]);
    gate.resolve();
    await stopping;
  });
});

describe("the catalogue", () => {
  test.each`
    kind                   | subjectId | payload
    ${"import_archive"}    | ${photos} | ${{ ownerId: ana, importId: photos }}
    ${"discover"}          | ${ana}    | ${{ ownerId: ana }}
    ${"decide_follow_ups"} | ${ana}    | ${{ ownerId: ana }}
    ${"compose_drafts"}    | ${ana}    | ${{ ownerId: ana }}
    ${"erase_kept_text"}   | ${ana}    | ${{ ownerId: ana }}
  `("a timer $kind makes its job, and the job knows its timer", ({ kind, subjectId, payload }) => {
    const job = jobOf({ ownerId: ana, kind, subjectId });
    expect(job).toEqual({ name: kind, payload });
    expect(timerOf(job)).toEqual({ ownerId: ana, kind, subjectId });
  });

  test.each`
    name          | payload                             | because
    ${"dig"}      | ${{ ownerId: ana }}                 | ${"no job is called"}
    ${"toString"} | ${{ ownerId: ana }}                 | ${"no job is called"}
    ${"discover"} | ${{}}                               | ${"ownerId"}
    ${"discover"} | ${{ ownerId: "ana" }}               | ${"UUID"}
    ${"discover"} | ${{ ownerId: ana, text: "Dear …" }} | ${"text"}
  `("$name with $payload is refused", ({ name, payload, because }) => {
    expect(() => parseJob(name, payload)).toThrow(because);
  });

  test.each`
    attempts | seconds
    ${1}     | ${5}
    ${2}     | ${15}
    ${3}     | ${45}
    ${9}     | ${32_805}
    ${10}    | ${86_400}
    ${900}   | ${86_400}
  `("after $attempts failures in a row it waits $seconds s", ({ attempts, seconds }) => {
    expect(retrySeconds(attempts)).toBe(seconds);
  });
});

const settled = () => new Promise((resolve) => setImmediate(resolve));
