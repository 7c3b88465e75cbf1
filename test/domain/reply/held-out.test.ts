/** M6: the gates on the project's held-out sets, by the same measures that `npm run evaluate` prints. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { evaluateReplies, ReplyCorpus } from "../../../scripts/evaluate/replies.ts";
import { evaluateTimePhrases, TimePhraseCorpus } from "../../../scripts/evaluate/time-phrases.ts";

describe.each`
  writing         | phrases | offers | pairs
  ${"held-out"}   | ${100}  | ${500} | ${200}
  ${"held-out-2"} | ${150}  | ${900} | ${300}
  ${"held-out-3"} | ${45}   | ${300} | ${300}
`("$writing", ({ writing, phrases, offers, pairs }) => {
  const set = (name: string): unknown =>
    JSON.parse(readFileSync(new URL(`../../fixtures/${writing}/${name}.json`, import.meta.url), "utf8"));

  test("M6 times: three of four phrases right as a whole, and no wrong booking", () => {
    const measured = evaluateTimePhrases(writing, TimePhraseCorpus.parse(set("time-phrases")));
    expect(measured.cases).toBeGreaterThanOrEqual(phrases);
    expect(measured.exact).toBeGreaterThanOrEqual(0.75);
    expect(measured.offersTried).toBeGreaterThan(offers);
    expect(measured.wrongBookings).toBe(0);
  });

  test("M6 replies: four of five plain accepts settled, and no wrong booking", () => {
    const measured = evaluateReplies(writing, ReplyCorpus.parse(set("replies")));
    expect(measured.settled).toBeGreaterThanOrEqual(0.8);
    expect(measured.otherPairs).toBeGreaterThan(pairs);
    expect(measured.wrongBookings + measured.wrongBookingsElsewhere).toBe(0);
  });
});
