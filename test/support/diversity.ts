/** How likely at least one of a few offered times fits a guest: the diverse choice against others, on one population. */
import { Availability } from "../../src/domain/meeting/availability.ts";
import { diverseTimes } from "../../src/domain/meeting/diverse.ts";
import { offerTimes } from "../../src/domain/meeting/offer.ts";
import { prepare } from "../../src/domain/meeting/prepare.ts";
import { gridStarts } from "../../src/domain/meeting/slots.ts";
import { wallMs } from "../../src/domain/meeting/wall-clock.ts";
import type { Instant, Zone } from "../../src/domain/time.ts";
import { type Dice, diceOf } from "./slot-cases.ts";
import { guestOf } from "./synthetic-guests.ts";

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const minuteMs = 60_000;

export type Diversity = {
  guests: number;
  times: number;
  diverse: number;
  firstOnes: number;
  atRandom: number;
  anyTime: number;
};

/** Shares of guests whom at least one of `times` offered times suits; `anyTime` is the share whom any free start suits. */
export function measureDiversity({
  owners,
  guestsEach,
  times,
  seed,
}: {
  owners: number;
  guestsEach: number;
  times: number;
  seed: number;
}): Diversity {
  const fits = { diverse: 0, firstOnes: 0, atRandom: 0, anyTime: 0 };
  let guests = 0;
  for (let at = 0; at < owners; at += 1) {
    const dice = diceOf(seed + at);
    const { startsMs, clock } = ownersWeek(dice);
    const choices = {
      diverse: diverseTimes(startsMs, { clock, most: times }),
      firstOnes: startsMs.slice(0, times),
      atRandom: Array.from({ length: times }, () => dice.one(startsMs)),
      anyTime: startsMs,
    };
    const firstDay = Math.floor(wallMs(clock, startsMs[0]!) / dayMs);
    for (let guest = 0; guest < guestsEach; guest += 1) {
      const { suits } = guestOf(dice, firstDay);
      const isFit = (startMs: number) => {
        const wall = wallMs(clock, startMs);
        return suits(Math.floor(wall / dayMs), (wall % dayMs) / hourMs);
      };
      guests += 1;
      for (const name of ["diverse", "firstOnes", "atRandom", "anyTime"] as const)
        if (choices[name].some(isFit)) fits[name] += 1;
    }
  }
  const share = (count: number) => Math.round((count / guests) * 1_000) / 1_000;
  return {
    guests,
    times,
    diverse: share(fits.diverse),
    firstOnes: share(fits.firstOnes),
    atRandom: share(fits.atRandom),
    anyTime: share(fits.anyTime),
  };
}

/** The starts that an owner's half-busy week offers. */
function ownersWeek(dice: Dice) {
  const now = "2026-11-20T09:00:00.000Z" as Instant;
  const busy = Array.from({ length: 8 + dice.below(12) }, (_, at) => {
    const startMs = Date.parse(now) + (3 + dice.below(5)) * dayMs + (dice.below(18) - 1) * 30 * minuteMs;
    return {
      startMs,
      endMs: startMs + dice.one([30, 60, 60, 90, 180]) * minuteMs,
      kind: "busy" as const,
      source: { calendar: "work", uid: String(at) },
    };
  });
  const prepared = prepare({
    now,
    lengthMinutes: 30,
    availability: Availability.parse({ leadHours: 60 }),
    zones: [{ zone: "Europe/Paris" as Zone }],
    busy,
  });
  const offered = offerTimes(prepared);
  if (offered.kind === "none") throw new Error("a week without any time: the population is broken");
  const shown = offered.days.flatMap(({ ranges }) =>
    ranges.flatMap(({ startMs, endMs }) => [startMs, endMs - prepared.lengthMs + 1]),
  );
  return { startsMs: gridStarts(prepared, shown), clock: prepared.clock };
}
