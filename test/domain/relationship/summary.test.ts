import { expect, test } from "vitest";
import { summarise } from "../../../src/domain/relationship/summary.ts";
import { coffee, inParis, interaction, talk } from "./history.ts";

const now = inParis("2027-06-01 12:00");

test.each`
  what                                | interactions                                                                                          | touch           | conversation    | met
  ${"nothing"}                        | ${[]}                                                                                                 | ${undefined}    | ${undefined}    | ${undefined}
  ${"a letter out"}                   | ${[interaction("2027-01-10")]}                                                                        | ${"2027-01-10"} | ${undefined}    | ${undefined}
  ${"mail received only"}             | ${[interaction("2027-01-10", { direction: "inbound" })]}                                              | ${undefined}    | ${undefined}    | ${undefined}
  ${"their answer to a letter"}       | ${[interaction("2027-01-10"), interaction("2027-01-12", { direction: "inbound" })]}                   | ${"2027-01-12"} | ${undefined}    | ${undefined}
  ${"a newsletter of theirs"}         | ${[interaction("2027-01-10"), interaction("2027-02-10", { direction: "inbound", depth: "passive" })]} | ${"2027-01-10"} | ${undefined}    | ${undefined}
  ${"a thread both ways"}             | ${[interaction("2027-01-10", { depth: "thread" })]}                                                   | ${"2027-01-10"} | ${"2027-01-10"} | ${undefined}
  ${"a call"}                         | ${[talk("2027-01-10", "phone")]}                                                                      | ${"2027-01-10"} | ${"2027-01-10"} | ${undefined}
  ${"a video meeting, then a letter"} | ${[talk("2027-01-10", "video"), interaction("2027-02-01")]}                                           | ${"2027-02-01"} | ${"2027-01-10"} | ${"2027-01-10"}
  ${"a logged text message (R35)"}    | ${[coffee, interaction("2027-02-01", { mode: "text" })]}                                              | ${"2027-02-01"} | ${"2026-11-16"} | ${"2026-11-16"}
  ${"a meeting still to come"}        | ${[coffee, talk("2027-07-01")]}                                                                       | ${"2026-11-16"} | ${"2026-11-16"} | ${"2026-11-16"}
`("$what: touched $touch, talked $conversation, met $met (R9)", ({ interactions, touch, conversation, met }) => {
  const summary = summarise(interactions, now);
  const day = (at: string | undefined) =>
    at === undefined ? undefined : new Date(Date.parse(at) + 3_600_000).toISOString().slice(0, 10);
  expect([summary.lastTouchAt, summary.lastConversationAt, summary.lastMetAt].map(day)).toEqual([
    touch,
    conversation,
    met,
  ]);
});

test("forty mails and no meeting: many touches, no conversation (R9)", () => {
  const mails = Array.from({ length: 40 }, () => interaction("2027-03-01"));
  expect(summarise(mails, now)).toMatchObject({ touches: 40, conversations: 0, isTwoWay: false });
});

test("a meeting counts from its end: while it runs it has not been held", () => {
  expect(summarise([coffee], inParis("2026-11-16 13:59")).lastMetAt).toBeUndefined();
  expect(summarise([coffee], inParis("2026-11-16 14:00")).lastMetAt).toBe(inParis("2026-11-16 14:00"));
});
