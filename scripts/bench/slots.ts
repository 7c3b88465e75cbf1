/** How fast free time is found (Q4). Times are microseconds for one call: the median of interleaved rounds, and the best. */
import { DateTime } from "luxon";
import { Availability } from "../../src/domain/meeting/availability.ts";
import type { Busy } from "../../src/domain/meeting/busy.ts";
import { type BusyIndex, indexBusy } from "../../src/domain/meeting/busy-index.ts";
import { wakingHours } from "../../src/domain/meeting/guest-hours.ts";
import { instantMillis } from "../../src/domain/meeting/instant-millis.ts";
import { offerTimes } from "../../src/domain/meeting/offer.ts";
import { offerLines } from "../../src/domain/meeting/offer-lines.ts";
import { prepare, type Question, windowOf } from "../../src/domain/meeting/prepare.ts";
import { allowedStarts, freeRanges, freeSlots, whyNot } from "../../src/domain/meeting/slots.ts";
import { clockElsewhere } from "../../src/domain/meeting/wall-clock.ts";
import { type Instant, millisOf, type Zone } from "../../src/domain/time.ts";

export type SlotCase = { case: string; microseconds?: number; [fact: string]: number | string | undefined };

const minuteMs = 60_000;
const dayMs = 86_400_000;
const now = "2026-03-02T08:00:00.000Z" as Instant;
const newYork = "America/New_York" as Zone;

/** A working calendar: items of 15 to 120 minutes strewn over the working hours, in no order. */
function busyOver(days: number, count: number, seed = 1): Busy[] {
  let state = seed;
  const below = (most: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * most);
  };
  return Array.from({ length: count }, (_, at) => {
    const startMs = millisOf(now) + below(days) * dayMs + (60 + below(480)) * minuteMs;
    const travels = below(5) === 0;
    return {
      startMs,
      endMs: startMs + (15 + below(8) * 15) * minuteMs,
      kind: below(30) === 0 ? ("booking" as const) : ("busy" as const),
      source: { calendar: "work", uid: `event-${at}` },
      ...(travels && { place: `Quai ${below(9)}` }),
    };
  });
}

const plain = (days: number, busy: readonly Busy[] | BusyIndex): Question => ({
  now,
  lengthMinutes: 30,
  availability: Availability.parse({ horizonDays: days }),
  zones: [{ zone: "Europe/Paris" as Zone }],
  busy,
});

const full = (days: number, busy: readonly Busy[] | BusyIndex): Question => ({
  ...plain(days, busy),
  availability: Availability.parse({
    horizonDays: days,
    bufferBeforeMinutes: 10,
    bufferAfterMinutes: 10,
    meetingGapMinutes: 15,
    meetingsPerDayMax: 3,
    meetingsPerWeekMax: 10,
  }),
  travelMinutesTo: ({ place }) => (place === undefined ? 15 : 25),
  invitees: [{ id: "priya", zone: newYork, hours: wakingHours }],
});

function readyFor(question: Question): Question {
  const { fromMs, untilMs } = windowOf(question);
  return { ...question, busy: indexBusy(question.busy as readonly Busy[], fromMs, untilMs) };
}

/** Free ranges from a ready index, everything else of the question new each time. */
const ranges = (question: Question) => freeRanges(prepare(question)).length;

function answer(question: Question): number {
  const prepared = prepare(question);
  const offered = offerTimes(prepared);
  if (offered.kind === "none") throw new Error("the benchmark's calendar has no free time");
  const lines = offerLines(offered.days, {
    ownersClock: prepared.clock,
    readersClock: clockElsewhere(prepared.clock, newYork),
    locale: "en",
  });
  return lines.length + offered.named.length;
}

/** One luxon value for each candidate start, each held against every item: what a first draft would do. */
function naive({ busy, lengthMinutes, availability, zones }: Question): number {
  const items = (busy as readonly Busy[]).map(({ startMs, endMs }) => ({
    from: DateTime.fromMillis(startMs),
    until: DateTime.fromMillis(endMs),
  }));
  let free = 0;
  const end = DateTime.fromISO(now).plus({ days: availability.horizonDays });
  for (let start = DateTime.fromISO(now, { zone: zones[0]!.zone }); start < end; start = start.plus({ minutes: 30 })) {
    const until = start.plus({ minutes: lengthMinutes });
    const minute = start.hour * 60 + start.minute;
    if (start.weekday > 5 || minute < 540 || minute + lengthMinutes > 1_050) continue;
    if (!items.some((item) => item.from < until && item.until > start)) free += 1;
  }
  return free;
}

/** A floor: 15-minute cells, one offset for the whole window, no reasons, no ranges. Not correct, merely fast. */
function bitmap({ busy, availability }: Question): number {
  const cells = new Uint8Array(availability.horizonDays * 96);
  const fromMs = millisOf(now);
  for (const { startMs, endMs } of busy as readonly Busy[]) {
    for (let at = Math.floor((startMs - fromMs) / 900_000); at * 900_000 < endMs - fromMs; at += 1) cells[at] = 1;
  }
  let free = 0;
  for (let at = 0; at + 1 < cells.length; at += 2) if (cells[at] === 0 && cells[at + 1] === 0) free += 1;
  return free;
}

type Work = { name: string; run: () => number; calls: number };

type Time = { median: number; best: number };

/** Interleaved rounds, so that a busy moment of the machine falls on all; microseconds a call. */
function measured(works: readonly Work[], rounds = 15): Map<string, Time> {
  const times = new Map<string, number[]>(works.map(({ name }) => [name, []]));
  let kept = 0;
  for (const { run, calls } of works) for (let call = 0; call < Math.min(calls, 300); call += 1) kept += run();
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, run, calls } of works) {
      const began = performance.now();
      for (let call = 0; call < calls; call += 1) kept += run();
      times.get(name)!.push(((performance.now() - began) * 1_000) / calls);
    }
  }
  if (kept < 0) throw new Error("work was not done");
  return new Map(
    [...times].map(([name, all]) => {
      const sorted = all.sort((one, other) => one - other);
      return [name, { median: sorted[Math.floor(sorted.length / 2)]!, best: sorted[0]! }];
    }),
  );
}

/** The slope of log time over log size, by least squares, from the best rounds: growth is asked, not the load of the machine. */
function exponent(points: readonly { size: number; microseconds: number }[]): number {
  const logs = points.map(({ size, microseconds }) => [Math.log(size), Math.log(microseconds)] as const);
  const mean = (at: 0 | 1) => logs.reduce((sum, point) => sum + point[at], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  return (
    logs.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0) /
    logs.reduce((sum, point) => sum + (point[0] - x) ** 2, 0)
  );
}

/** Free-busy as a provider sends it, to busy items and ranges. */
function fromJson(text: string, question: Question): number {
  const periods = JSON.parse(text) as { start: string; end: string }[];
  const busy = periods.map(
    ({ start, end }, at): Busy => ({
      startMs: instantMillis(start),
      endMs: instantMillis(end),
      kind: "busy",
      source: { calendar: "work", uid: String(at) },
    }),
  );
  return freeRanges(prepare({ ...question, busy })).length;
}

const rounded = (figure: number) => Number(figure.toPrecision(3));

/** All cases, one plain object each; about ten seconds on one core. */
export function slotCases(): readonly SlotCase[] {
  const items = busyOver(60, 500);
  const unsorted = plain(60, items);
  const ready = readyFor(unsorted);
  const fullUnsorted = full(60, items);
  const fullReady = readyFor(fullUnsorted);
  const prepared = prepare(fullReady);
  allowedStarts(prepared);
  const anySlot = Array.from({ length: 997 }, (_, at) => {
    const startMs = millisOf(now) + at * 87 * minuteMs;
    return { startMs, endMs: startMs + 30 * minuteMs };
  });
  let asked = 0;
  const nextSlot = () => {
    asked += 1;
    return anySlot[asked % anySlot.length]!;
  };
  const raw = JSON.stringify(
    items.map(({ startMs, endMs }) => ({ start: new Date(startMs).toISOString(), end: new Date(endMs).toISOString() })),
  );
  const owners = Array.from({ length: 1_000 }, (_, at) => readyFor(plain(60, busyOver(60, 500, at + 2))));
  const works: Work[] = [
    { name: "free ranges, ready index", run: () => ranges(ready), calls: 300 },
    { name: "free ranges, unsorted", run: () => ranges(unsorted), calls: 200 },
    { name: "every start, ready index", run: () => freeSlots(prepare(ready)).length, calls: 200 },
    { name: "full question, five lines", run: () => answer(fullReady), calls: 50 },
    { name: "full question, unsorted", run: () => answer(fullUnsorted), calls: 50 },
    { name: "one reason", run: () => whyNot(prepared, nextSlot()).length, calls: 1_000 },
    { name: "1000 owners", run: () => owners.reduce((sum, owner) => sum + ranges(owner), 0), calls: 1 },
    { name: "from free-busy JSON", run: () => fromJson(raw, unsorted), calls: 50 },
    { name: "floor: bitmap", run: () => bitmap(unsorted), calls: 300 },
    { name: "naive: luxon", run: () => naive(unsorted), calls: 1 },
  ];
  const times = measured(works);
  const floor = times.get("floor: bitmap")!.median;
  const slow = times.get("naive: luxon")!.median;
  const sizes = [30, 60, 120, 240, 365].map((days) => {
    const question = plain(days, busyOver(days, Math.round((days * 12_000) / 365)));
    return { days, items: (question.busy as readonly Busy[]).length, question, ready: readyFor(question) };
  });
  const scaling = measured(
    sizes.flatMap(({ days, question, ready: indexed }) => [
      { name: `ready ${days}`, run: () => ranges(indexed), calls: Math.ceil(6_000 / days) },
      { name: `unsorted ${days}`, run: () => ranges(question), calls: Math.ceil(1_500 / days) },
    ]),
    9,
  );
  const scaled = (kind: string) => {
    const points = sizes.map(({ days, items: count }) => ({
      size: count,
      microseconds: scaling.get(`${kind} ${days}`)!.best,
    }));
    return {
      case: `slots: ${kind} up to 365 days x 12000 items`,
      microseconds: rounded(points.at(-1)!.microseconds),
      exponent: rounded(exponent(points)),
    };
  };
  return [
    ...[...times].map(([name, { median: microseconds, best }]) => ({
      case: `slots: ${name} (60 days x 500 items)`,
      microseconds: rounded(microseconds),
      best: rounded(best),
      ...(name !== "naive: luxon" && { fasterThanNaive: rounded(slow / microseconds) }),
      ...(name !== "floor: bitmap" && { timesTheFloor: rounded(microseconds / floor) }),
    })),
    scaled("ready"),
    scaled("unsorted"),
  ];
}
