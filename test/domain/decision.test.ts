import { expect, test } from "vitest";
import { because, sayBecause } from "../../src/domain/because.ts";
import { recordDecision } from "../../src/domain/decision.ts";
import { instantOf } from "../../src/domain/time.ts";

const at = instantOf(Date.parse("2026-11-17T09:00:00Z"));
const subject = { kind: "contact", id: "priya" } as const;

test("a record names the rule of its first reason and keeps the inputs", () => {
  const reasons = [
    because("R14.thank_you", "thank them"),
    because("R17.first_encounter", "you met", { metOn: "2026-11-16" }),
  ];
  expect(recordDecision(subject, { outcome: "due", because: reasons, inputs: { now: at } }, at)).toEqual({
    subject,
    rule: "R14.thank_you",
    outcome: "due",
    because: reasons,
    inputs: { now: at },
    decidedAt: at,
  });
});

test("a decision without a because is a bug and says whose", () => {
  expect(() => recordDecision(subject, { outcome: "due", because: [], inputs: {} }, at)).toThrow("contact priya");
});

test.each`
  text                                | said
  ${"You met on 2026-11-16."}         | ${"You met on 16 Nov 2026."}
  ${"From 2026-12-01 to 2026-12-03."} | ${"From 1 Dec 2026 to 3 Dec 2026."}
  ${"Order 2026-13-45 is no day."}    | ${"Order 2026-13-45 is no day."}
`("days are written out for people: $said", ({ text, said }) => {
  expect(sayBecause(because("R3.where", text))).toBe(said);
});
