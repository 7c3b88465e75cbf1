import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { because } from "../../../src/domain/because.ts";
import {
  evolveSending,
  isOver,
  type LetterThere,
  reconcile,
  type Sending,
  type SendingEvent,
  sendAttemptsMax,
  settleSeconds,
} from "../../../src/domain/draft/sending.ts";
import { after, type Instant } from "../../../src/domain/time.ts";

const at = "2026-11-20T09:00:00.000Z" as Instant;
const until = after(at, { seconds: 120 });
const why = because("R41.test", "Said by the test.");

const events = {
  claimed: { kind: "claimed", until },
  prepared: { kind: "prepared", draftRef: "draft-1" },
  told: { kind: "told", at },
  refrained: { kind: "refrained" },
  left_open: { kind: "left_open" },
  found_waiting: { kind: "found_waiting", until },
  left: { kind: "left", at, messageRef: "message-1" },
  withdrawn: { kind: "withdrawn", because: why },
  asked: { kind: "asked", because: why },
  begun_again: { kind: "begun_again" },
} as const satisfies Record<SendingEvent["kind"], SendingEvent>;

const after_ = (...kinds: (keyof typeof events)[]): Sending =>
  kinds.reduce((sending: Sending, kind) => evolveSending(sending, events[kind]), { state: "ready" });

describe("a letter on its way (provider-facts §9)", () => {
  test.each`
    happened                                                                | state
    ${[]}                                                                   | ${"ready"}
    ${["claimed"]}                                                          | ${"claimed"}
    ${["claimed", "claimed"]}                                               | ${"claimed"}
    ${["claimed", "prepared"]}                                              | ${"prepared"}
    ${["claimed", "prepared", "claimed"]}                                   | ${"prepared"}
    ${["claimed", "prepared", "told"]}                                      | ${"sending"}
    ${["claimed", "prepared", "told", "left"]}                              | ${"done"}
    ${["claimed", "prepared", "told", "refrained"]}                         | ${"prepared"}
    ${["claimed", "prepared", "told", "left_open"]}                         | ${"unknown"}
    ${["claimed", "prepared", "told", "left_open", "left"]}                 | ${"done"}
    ${["claimed", "prepared", "told", "left_open", "found_waiting"]}        | ${"prepared"}
    ${["claimed", "prepared", "told", "left_open", "withdrawn"]}            | ${"withdrawn"}
    ${["claimed", "prepared", "told", "left_open", "asked"]}                | ${"ask_owner"}
    ${["claimed", "prepared", "told", "left_open", "asked", "left"]}        | ${"done"}
    ${["claimed", "prepared", "told", "left_open", "asked", "begun_again"]} | ${"ready"}
    ${["withdrawn"]}                                                        | ${"withdrawn"}
    ${["left"]}                                                             | ${"done"}
  `("after $happened it is $state", ({ happened, state }) => expect(after_(...happened).state).toBe(state));

  test.each`
    happened                           | refused
    ${[]}                              | ${"prepared"}
    ${[]}                              | ${"told"}
    ${["claimed"]}                     | ${"told"}
    ${["claimed", "prepared", "told"]} | ${"told"}
    ${["claimed", "prepared", "told"]} | ${"claimed"}
    ${["claimed", "prepared", "told"]} | ${"withdrawn"}
    ${["withdrawn"]}                   | ${"claimed"}
    ${["withdrawn"]}                   | ${"left"}
    ${["left"]}                        | ${"left"}
    ${["left"]}                        | ${"withdrawn"}
    ${["left"]}                        | ${"begun_again"}
  `("after $happened it cannot be $refused", ({ happened, refused }) =>
    expect(() => evolveSending(after_(...happened), events[refused as keyof typeof events])).toThrow(RangeError),
  );

  test("whatever happens in whatever order: told twice only after it was found waiting or refrained from, and over is over", () => {
    const kinds = Object.keys(events) as (keyof typeof events)[];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...kinds), { maxLength: 40 }), (happened) => {
        let sending: Sending = { state: "ready" };
        let mayBeTold = true;
        let fence = 0;
        for (const kind of happened) {
          const before = sending;
          try {
            sending = evolveSending(sending, events[kind]);
          } catch {
            expect(sending).toBe(before);
            continue;
          }
          expect(isOver(before)).toBe(false);
          if (kind === "told") {
            expect(mayBeTold).toBe(true);
            mayBeTold = false;
          }
          if (kind === "found_waiting" || kind === "refrained" || kind === "begun_again") mayBeTold = true;
          if (kind === "begun_again") fence = 0;
          if ("fence" in sending) {
            expect(sending.fence).toBeGreaterThanOrEqual(fence);
            fence = sending.fence;
          }
        }
      }),
    );
  });
});

describe("what nobody knows is found out, never done again unseen", () => {
  const unknown = { state: "unknown", fence: 1, draftRef: "draft-1", attempts: 1, at } as const;
  const sent: LetterThere = { kind: "sent", at: after(at, { seconds: 2 }), ref: "message-1" };
  test.each`
    there                | seconds          | attempts           | step
    ${sent}              | ${5}             | ${1}               | ${"left"}
    ${sent}              | ${5_000}         | ${5}               | ${"left"}
    ${{ kind: "draft" }} | ${5}             | ${1}               | ${`wait ${after(at, { seconds: 60 })}`}
    ${{ kind: "gone" }}  | ${5}             | ${1}               | ${`wait ${after(at, { seconds: 60 })}`}
    ${{ kind: "draft" }} | ${60}            | ${1}               | ${`wait ${after(at, { seconds: settleSeconds })}`}
    ${{ kind: "draft" }} | ${settleSeconds} | ${1}               | ${"found_waiting"}
    ${{ kind: "draft" }} | ${settleSeconds} | ${sendAttemptsMax} | ${"asked"}
    ${{ kind: "gone" }}  | ${settleSeconds} | ${1}               | ${"withdrawn"}
    ${{ kind: "gone" }}  | ${settleSeconds} | ${sendAttemptsMax} | ${"withdrawn"}
  `("$there.kind after $seconds s and $attempts attempts: $step", ({ there, seconds, attempts, step }) => {
    const found = reconcile({ ...unknown, attempts }, there, after(at, { seconds }));
    expect(found.kind === "wait" ? `wait ${found.until}` : found.kind).toBe(step);
  });
});
