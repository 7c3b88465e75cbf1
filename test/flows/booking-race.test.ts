/** Many clicks at once: one winner for each conflict, and no hour promised twice (Q8). */
import { expect, test } from "vitest";
import { median, picksFor, race, unjust } from "../support/booking-race.ts";
import { writingOffice } from "../support/writing-office.ts";

const justice = { overlaps: 0, turnedAway: 0, strange: 0 };

test("of 300 picks at once over three days, mixed in length, nobody gets an hour that is somebody's (Q8)", async () => {
  const office = await writingOffice("google", []);
  const picks = await picksFor(office, 7, 300);
  const raced = await race(office, picks);
  expect(raced.winners.length).toBeGreaterThan(20);
  expect(unjust(raced)).toEqual(justice);
  process.stdout.write(
    `booking race: ${raced.winners.length} of ${picks.length} picks claimed, median ${median(raced.alone).toFixed(1)} ms from click to claim\n`,
  );
});
