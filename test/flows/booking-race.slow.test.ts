/** Fifty rounds of a thousand clicks at once (Q8), and how long one click takes. */
import { expect, test } from "vitest";
import { clearBookings, median, picksFor, race, unjust } from "../support/booking-race.ts";
import { writingOffice } from "../support/writing-office.ts";

const rounds = Number(process.env.RACE_ROUNDS ?? 50);
const picksMax = 1_000;

test(`${rounds} rounds of ${picksMax} picks at once: one winner for each conflict, no overlap, no deadlock (Q8)`, async () => {
  const office = await writingOffice("google", []);
  const alone: number[] = [];
  let winners = 0;
  for (let seed = 1; seed <= rounds; seed += 1) {
    const raced = await race(office, await picksFor(office, seed, picksMax));
    expect({ seed, ...unjust(raced) }).toEqual({ seed, overlaps: 0, turnedAway: 0, strange: 0 });
    winners += raced.winners.length;
    alone.push(...raced.alone);
    await clearBookings(office);
  }
  process.stdout.write(
    `booking race: ${rounds} rounds of ${picksMax}, ${winners} claimed, 0 overlaps, median ${median(alone).toFixed(1)} ms from click to claim\n`,
  );
  expect(median(alone)).toBeLessThan(50);
}, 3_600_000);
