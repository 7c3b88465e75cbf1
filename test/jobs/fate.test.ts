import { expect, test } from "vitest";
import { after as later, parseInstant } from "../../src/domain/time.ts";
import type { ProviderTrouble } from "../../src/integrations/trouble.ts";
import { type Fate, fateOf } from "../../src/jobs/fate.ts";

const noon = parseInstant("2026-11-16T12:00:00.000Z")!;
const at = (elapsed: { seconds?: number; hours?: number }) => later(noon, elapsed);

test.each<{ trouble: ProviderTrouble; attempts: number; fate: Fate }>([
  {
    trouble: { kind: "slow_down", until: at({ seconds: 70 }) },
    attempts: 0,
    fate: { kind: "again", at: at({ seconds: 70 }) },
  },
  // A time that has passed must not make a busy loop.
  { trouble: { kind: "slow_down", until: noon }, attempts: 0, fate: { kind: "again", at: at({ seconds: 5 }) } },
  {
    trouble: { kind: "unreachable", because: "no route" },
    attempts: 0,
    fate: { kind: "again", at: at({ seconds: 5 }) },
  },
  {
    trouble: { kind: "unreachable", because: "no route" },
    attempts: 2,
    fate: { kind: "again", at: at({ seconds: 45 }) },
  },
  { trouble: { kind: "conflict", what: "event" }, attempts: 1, fate: { kind: "again", at: at({ seconds: 15 }) } },
  { trouble: { kind: "unknown_outcome", what: "send" }, attempts: 0, fate: { kind: "again", at: at({ seconds: 60 }) } },
  {
    trouble: { kind: "sign_in_again", because: "revoked" },
    attempts: 0,
    fate: { kind: "ask_owner", at: at({ hours: 24 }) },
  },
  { trouble: { kind: "cursor_spent" }, attempts: 0, fate: { kind: "start_over", at: noon } },
  // One that is spent as soon as it is made must not make a busy loop either.
  { trouble: { kind: "cursor_spent" }, attempts: 2, fate: { kind: "start_over", at: at({ seconds: 45 }) } },
  { trouble: { kind: "gone", what: "mailbox" }, attempts: 0, fate: { kind: "give_up" } },
  { trouble: { kind: "refused", because: "policy" }, attempts: 0, fate: { kind: "give_up" } },
])("$trouble.kind after $attempts failures: $fate.kind", ({ trouble, attempts, fate }) => {
  expect(fateOf(trouble, { now: noon, attempts, isStanding: false })).toEqual(fate);
});

test("work that never ends by itself is not given up: what is refused today may be allowed tomorrow (S3)", () => {
  const again = { kind: "again", at: at({ seconds: 5 }) };
  for (const trouble of [{ kind: "gone", what: "mailbox" } as const, { kind: "refused", because: "policy" } as const])
    expect(fateOf(trouble, { now: noon, attempts: 0, isStanding: true })).toEqual(again);
});
