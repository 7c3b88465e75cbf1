/** Random questions about free time, by seed: every zone, in and around clock changes, with every rule now and then. */
import { Availability, type Block, type WeeklyHoursInput } from "../../src/domain/meeting/availability.ts";
import type { Busy, BusyKind } from "../../src/domain/meeting/busy.ts";
import type { Invitee, Question } from "../../src/domain/meeting/prepare.ts";
import type { Instant, PlainDate, Zone } from "../../src/domain/time.ts";
import { intlChangesIn } from "./zone-oracle.ts";

const dayMs = 86_400_000;
const minuteMs = 60_000;

export const allZones = Intl.supportedValuesOf("timeZone");

export type Dice = {
  /** A whole number from 0 to below `count`. */
  below: (count: number) => number;
  chance: (share: number) => boolean;
  one: <T>(choices: readonly T[]) => T;
};

/** A small counter-based generator (splitmix32): the same seed gives the same cases on every machine. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 4_294_967_296;
  };
  const below = (count: number) => Math.floor(next() * count);
  return { below, chance: (share) => next() < share, one: (choices) => choices[below(choices.length)]! };
}

/** One question whose busy items, notices and lengths mostly lie on whole minutes; windows of 7 to 14 days. */
export function randomQuestion(seed: number, dice: Dice): Question {
  // Four cases in a row share their zones and year, so that asking Intl for clock changes does not take most of the time.
  const world = diceOf(Math.floor(seed / 4) + 0x51_0000);
  const year = 1995 + world.below(43);
  const zones3 = [world.one(allZones), world.one(allZones), world.one(allZones)] as Zone[];
  const zone = zones3[0]!;
  const changes = dice.chance(0.8) ? intlChangesIn(zone, year) : [];
  const around =
    changes.length > 0
      ? dice.one(changes) - Math.floor(dice.below(8 * 1_440)) * minuteMs
      : Date.UTC(year, 0, 1) + dice.below(365 * 1_440) * minuteMs;
  const nowMs = around + (dice.chance(0.2) ? dice.below(60) * 1_000 : 0);
  const horizonDays = dice.one([7, 7, 7, 8, 10, 14]);
  const lengthMinutes = dice.one([10, 15, 20, 30, 45, 60, 75, 90, 120, 7]);
  const daysOn = (days: number) => new Date(nowMs + days * dayMs).toISOString().slice(0, 10) as PlainDate;
  const zones: { zone: Zone; fromDay?: PlainDate }[] = [{ zone }];
  if (dice.chance(0.3)) zones.push({ zone: dice.one(zones3), fromDay: daysOn(dice.below(horizonDays)) });
  if (dice.chance(0.15)) zones.push({ zone: dice.one(zones3), fromDay: daysOn(dice.below(horizonDays)) });
  // Two entries for one day would say nothing about which of them holds.
  const dated = zones.filter((one, at) => zones.findIndex((other) => other.fromDay === one.fromDay) === at);

  const availability = Availability.parse({
    hours: hours(dice, 0.8),
    focus: dice.chance(0.2) ? hours(dice, 0.2) : {},
    overrides: dice.chance(0.4)
      ? Array.from({ length: 1 + dice.below(4) }, () => {
          const first = dice.below(horizonDays);
          return {
            firstDay: daysOn(first),
            lastDay: daysOn(first + dice.below(3)),
            blocks: blocks(dice, dice.below(3)),
          };
        })
      : [],
    bufferBeforeMinutes: dice.chance(0.3) ? dice.one([5, 10, 15, 30, 120]) : 0,
    bufferAfterMinutes: dice.chance(0.3) ? dice.one([5, 10, 15, 30, 120]) : 0,
    meetingGapMinutes: dice.chance(0.2) ? dice.one([10, 30, 60]) : 0,
    leadHours: dice.one([0, 1, 2.5, 24, 36]),
    horizonDays,
    startEveryMinutes: dice.one([5, 10, 15, 30, 60]),
    ...(dice.chance(0.3) && { meetingsPerDayMax: dice.below(3) }),
    ...(dice.chance(0.2) && { meetingsPerWeekMax: 1 + dice.below(4) }),
    capsCount: dice.one(["ours", "all_meetings"]),
  });
  const busy = Array.from({ length: dice.below(50) }, (_, at) => item(dice, nowMs, horizonDays, at));
  const travel = new Map(places.map((place) => [place, dice.one([0, 10, 25, 60])]));
  const invitees = Array.from({ length: dice.one([0, 0, 1, 2, 3]) }, (_, at) =>
    invitee(dice, zones3, nowMs, horizonDays, at),
  );
  const first = dice.below(horizonDays);
  return {
    now: new Date(nowMs).toISOString() as Instant,
    lengthMinutes,
    availability,
    zones: dated,
    busy,
    ...(dice.chance(0.02) && { unreadable: [{ calendar: "shared", because: "refused" }] }),
    ...(dice.chance(0.2) && { holidays: [{ day: daysOn(dice.below(horizonDays)), name: "Founders' Day" }] }),
    ...(dice.chance(0.15) && {
      deadlineAt: new Date(nowMs + dice.below(horizonDays * 1_440) * minuteMs).toISOString() as Instant,
    }),
    ...(dice.chance(0.1) && { onlyDays: [{ firstDay: daysOn(first), lastDay: daysOn(first + dice.below(3)) }] }),
    ...(dice.chance(0.4) && { travelMinutesTo: ({ place }: Busy) => (place === undefined ? 15 : travel.get(place)!) }),
    ...(dice.chance(0.1) && {
      nextTo: { isThere: (place: string) => place === places[0], withinMinutes: 30, strength: "only" as const },
    }),
    ...(dice.chance(0.5) && { contactId: "priya" }),
    invitees,
  };
}

const places = ["Café Moka", "12 Quai Street", "the office"];
const kinds: readonly BusyKind[] = [
  "busy",
  "busy",
  "busy",
  "tentative",
  "out_of_office",
  "focus",
  "hold",
  "booking",
  "booking",
];

function item(dice: Dice, nowMs: number, horizonDays: number, at: number): Busy {
  const startMs =
    nowMs +
    (dice.below((horizonDays + 15) * 1_440) - 7 * 1_440) * minuteMs +
    (dice.chance(0.1) ? 1_000 * dice.below(60) : 0);
  const minutes = dice.one([1, 15, 30, 30, 45, 60, 60, 90, 120, 480, 1_440, 3_000]);
  const kind = dice.one(kinds);
  return {
    startMs,
    endMs: startMs + minutes * minuteMs,
    kind,
    source: { calendar: "work", uid: `event-${at}` },
    ...(dice.chance(0.5) && { place: dice.one(places) }),
    ...(dice.chance(0.4) && { withPeople: true as const }),
    ...(kind === "hold" && { contactId: dice.one(["priya", "sam"]) }),
  };
}

function invitee(dice: Dice, zones: readonly Zone[], nowMs: number, horizonDays: number, at: number): Invitee {
  return {
    id: `guest-${at}`,
    zone: dice.one(zones),
    ...(dice.chance(0.7) && { hours: Availability.parse({ hours: hours(dice, 0.9) }).hours }),
    busy: Array.from({ length: dice.below(6) }, (_, which) => item(dice, nowMs, horizonDays, which)),
    ...(dice.chance(0.3) && { optional: true as const }),
  };
}

const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

const hours = (dice: Dice, share: number): WeeklyHoursInput =>
  Object.fromEntries(weekdays.map((day) => [day, dice.chance(share) ? blocks(dice, 1 + dice.below(3)) : []]));

function blocks(dice: Dice, count: number): Block[] {
  const every = Array.from({ length: count }, () => {
    const start =
      dice.one([0, 0, 60, 90, 120, 180, 480, 540, 570, 600, 840, 1_320, 1_380]) + dice.one([0, 0, 0, 7, 30]);
    const end = Math.min(start + dice.one([30, 60, 150, 240, 480, 510, 1_440]), 1_440 + start - 1);
    return { from: text(start), until: end === 1_440 ? "24:00" : text(end % 1_440) };
  });
  return every.filter(({ from, until }) => from !== until);
}

const text = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
