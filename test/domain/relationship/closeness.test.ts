import fc from "fast-check";
import { expect, test } from "vitest";
import { closeness } from "../../../src/domain/relationship/closeness.ts";
import type { Interaction } from "../../../src/domain/relationship/interaction.ts";
import { before } from "../../../src/domain/time.ts";
import { inParis, interaction, policy, talk } from "./history.ts";

const now = inParis("2027-06-01 12:00");
const close = (interactions: readonly Interaction[]) => closeness(interactions, policy.closeness, now);
const today = "2027-06-01 12:00";
const inbound = { direction: "inbound" } as const;
const ago = (days: number, one: Interaction): Interaction => ({ ...one, at: before(now, { days }) });

test.each`
  what                       | interactions                                                                                          | is
  ${"nothing"}               | ${[]}                                                                                                 | ${0}
  ${"met today"}             | ${[talk(today)]}                                                                                      | ${8}
  ${"met 90 days ago"}       | ${[ago(90, talk(today))]}                                                                             | ${4}
  ${"met 180 days ago"}      | ${[ago(180, talk(today))]}                                                                            | ${2}
  ${"video"}                 | ${[talk(today, "video")]}                                                                             | ${5}
  ${"phone"}                 | ${[talk(today, "phone")]}                                                                             | ${4}
  ${"a letter out"}          | ${[interaction(today)]}                                                                               | ${0}
  ${"a letter in"}           | ${[interaction(today, inbound)]}                                                                      | ${0}
  ${"one out, one in"}       | ${[interaction(today), interaction(today, inbound)]}                                                  | ${2}
  ${"three out, one in"}     | ${[interaction(today), interaction(today), interaction(today), interaction(today, inbound)]}          | ${2}
  ${"out, in, out, in"}      | ${[interaction(today), interaction(today, inbound), interaction(today), interaction(today, inbound)]} | ${4}
  ${"answered after 7 days"} | ${[ago(7, interaction(today)), interaction(today, inbound)]}                                          | ${2}
  ${"answered after 8 days"} | ${[ago(8, interaction(today)), interaction(today, inbound)]}                                          | ${0}
  ${"texts both ways"}       | ${[interaction(today, { mode: "text", direction: "mutual" })]}                                        | ${1}
  ${"a text out"}            | ${[interaction(today, { mode: "text" })]}                                                             | ${0}
  ${"a list post"}           | ${[interaction(today, { ...inbound, depth: "passive" })]}                                             | ${0}
  ${"a meeting to come"}     | ${[ago(-1, talk(today))]}                                                                             | ${0}
  ${"twenty meetings today"} | ${Array.from({ length: 20 }, () => talk(today))}                                                      | ${100}
`("$what: $is (R9a)", ({ interactions, is }) => expect(close(interactions)).toBe(is));

test("never below 0 or above 100, and more contact is never less close (R9a)", () => {
  const any = fc.record({ days: fc.integer({ min: 0, max: 2_000 }), kind: fc.constantFrom("met", "out", "in") });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 30 }), (given) => {
      const interactions = given.map(({ days, kind }) =>
        ago(days, kind === "met" ? talk(today) : interaction(today, kind === "in" ? inbound : {})),
      );
      const all = close(interactions);
      expect(all).toBeGreaterThanOrEqual(0);
      expect(all).toBeLessThanOrEqual(100);
      expect(close([...interactions, talk(today)])).toBeGreaterThanOrEqual(all);
    }),
  );
});
