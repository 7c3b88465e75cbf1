/** Guessing is slowed down, whoever guesses and whatever they may open besides. */
import { expect, test } from "vitest";
import { after, type Instant } from "../../src/domain/time.ts";
import { openSignInGate } from "../../src/web/sign-in-gate.ts";

const start = "2026-11-23T08:00:00.000Z" as Instant;

function gateAt() {
  let now = start;
  const gate = openSignInGate({ now: () => now });
  return { gate, wait: (minutes: number) => (now = after(now, { minutes })) };
}

test("a right passphrase of one's own buys no further guesses at another's", () => {
  const { gate } = gateAt();
  const guesses = Array.from({ length: 6 }, () => {
    if (gate.enter("10.0.0.7").kind === "may_try") gate.forgive("10.0.0.7");
    return gate.enter("10.0.0.7").kind;
  });
  expect(guesses).toEqual(["may_try", "may_try", "may_try", "may_try", "may_try", "wait"]);
});

test("after five wrong ones from one place the next waits until the first of them is ten minutes old; others do not", () => {
  const { gate, wait } = gateAt();
  for (let count = 0; count < 5; count += 1) gate.enter("10.0.0.7");
  expect(gate.enter("10.0.0.7")).toEqual({ kind: "wait", until: after(start, { minutes: 10 }) });
  expect(gate.enter("10.0.0.8").kind).toBe("may_try");
  wait(10);
  expect(gate.enter("10.0.0.7").kind).toBe("may_try");
});

test("a way out is come back from once, and forgotten when it ends", () => {
  const { gate, wait } = gateAt();
  const endsAt = after(start, { minutes: 10 });
  expect([gate.spend("one", endsAt), gate.spend("one", endsAt), gate.spend("two", endsAt)]).toEqual([
    true,
    false,
    true,
  ]);
  wait(10);
  expect(gate.spend("one", after(start, { minutes: 20 }))).toBe(true);
});

test("many places together have thirty tries", () => {
  const { gate } = gateAt();
  const kinds = Array.from({ length: 31 }, (_, place) => gate.enter(`10.0.1.${place}`).kind);
  expect(kinds.filter((kind) => kind === "may_try")).toHaveLength(30);
});
