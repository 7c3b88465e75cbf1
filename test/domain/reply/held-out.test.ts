/** M6: the gates on the project's held-out sets, by the same measures that `npm run evaluate` prints. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { evaluateReplies, ReplyCorpus } from "../../../scripts/evaluate/replies.ts";
import { evaluateTimePhrases, TimePhraseCorpus } from "../../../scripts/evaluate/time-phrases.ts";

const heldOut = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../fixtures/held-out/${name}.json`, import.meta.url), "utf8"));

test("times: three of four phrases right as a whole, and no wrong booking", () => {
  const measured = evaluateTimePhrases("held-out", TimePhraseCorpus.parse(heldOut("time-phrases")));
  expect(measured.cases).toBeGreaterThanOrEqual(100);
  expect(measured.exact).toBeGreaterThanOrEqual(0.75);
  expect(measured.offersTried).toBeGreaterThan(500);
  expect(measured.wrongBookings).toBe(0);
});

test("replies: four of five plain accepts settled, and no wrong booking", () => {
  const measured = evaluateReplies("held-out", ReplyCorpus.parse(heldOut("replies")));
  expect(measured.settled).toBeGreaterThanOrEqual(0.8);
  expect(measured.otherPairs).toBeGreaterThan(200);
  expect(measured.wrongBookings + measured.wrongBookingsElsewhere).toBe(0);
});
