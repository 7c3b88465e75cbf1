/** M6: the gates on the held-out sets that the rules were mended by. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { evaluateReplies, ReplyCorpus } from "../../../scripts/evaluate/replies.ts";

test.each`
  writing          | settledMin | oneTapMin
  ${"held-out-4"}  | ${0.8}     | ${0.9}
  ${"held-out-5"}  | ${0.8}     | ${0.9}
  ${"held-out-6"}  | ${0.8}     | ${0.9}
  ${"held-out-7"}  | ${0.8}     | ${0.9}
  ${"held-out-8"}  | ${0.8}     | ${0.9}
  ${"held-out-9"}  | ${0.8}     | ${0.9}
  ${"held-out-10"} | ${0.7}     | ${0.8}
  ${"held-out-11"} | ${0.5}     | ${0.75}
  ${"held-out-12"} | ${0.7}     | ${0.9}
  ${"held-out-13"} | ${0.85}    | ${0.9}
  ${"held-out-14"} | ${0.75}    | ${0.85}
  ${"held-out-15"} | ${0.8}     | ${0.85}
  ${"held-out-16"} | ${0.8}     | ${0.85}
  ${"held-out-17"} | ${0.8}     | ${0.85}
  ${"held-out-18"} | ${0.7}     | ${0.8}
  ${"held-out-19"} | ${0.7}     | ${0.75}
  ${"held-out-20"} | ${0.85}    | ${0.9}
  ${"held-out-21"} | ${0.8}     | ${0.85}
  ${"ordinary"}    | ${0.85}    | ${0.85}
  ${"accepts"}     | ${0.85}    | ${0.9}
`(
  "M6 $writing: at least $settledMin of the plain accepts settled, $oneTapMin with one tap, and no wrong booking",
  ({ writing, settledMin, oneTapMin }) => {
    const file = new URL(`../../fixtures/${writing}/replies.json`, import.meta.url);
    const measured = evaluateReplies(writing, ReplyCorpus.parse(JSON.parse(readFileSync(file, "utf8"))));
    expect(measured.settled).toBeGreaterThanOrEqual(settledMin);
    expect(measured.atMostOneTap).toBeGreaterThanOrEqual(oneTapMin);
    expect(measured.wrongBookings + measured.wrongBookingsElsewhere).toBe(0);
  },
);
