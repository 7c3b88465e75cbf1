import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { localDays } from "../../../src/domain/local-days.ts";
import { defaultPolicy } from "../../../src/domain/policy.ts";
import { decideFollowUps } from "../../../src/domain/relationship/decide.ts";
import type { Interaction } from "../../../src/domain/relationship/interaction.ts";
import { coveredByAnotherLetter } from "../../../src/domain/relationship/one-letter.ts";
import type { PersonHistory } from "../../../src/domain/relationship/person.ts";
import { type LookDay, replay } from "../../../src/domain/relationship/replay.ts";
import { after, type Instant, type PlainDate, type Zone } from "../../../src/domain/time.ts";

const paris = "Europe/Paris" as Zone;
const policy = defaultPolicy(paris);
const days = localDays(paris);
const metAt = "2026-03-02T10:00:00.000Z" as Instant;

/** Each day's end, from the day before the first meeting on. */
const looks = (count: number): LookDay[] =>
  Array.from({ length: count }, (_, index) => {
    const day = days.later("2026-03-01" as PlainDate, index);
    return { day, at: days.endOf(day) };
  });

const person = (interactions: readonly Interaction[]): PersonHistory => ({
  id: "priya",
  name: "Priya Nair",
  status: "candidate",
  interactions,
  booked: [],
  knownSince: "2026-03-01T00:00:00.000Z" as Instant,
  encounter: {
    at: metAt,
    metOn: "2026-03-02" as PlainDate,
    channel: "event",
    others: 1,
    source: { kind: "event", id: "coffee" },
  },
});

const letter = (at: string): Interaction => ({
  at: at as Instant,
  mode: "email",
  direction: "outbound",
  depth: "touch",
  others: 1,
  source: { kind: "message", id: at },
});
const lunch = (at: string): Interaction => ({
  ...letter(at),
  mode: "in_person",
  direction: "mutual",
  depth: "conversation",
});

const lines = (interactions: readonly Interaction[], count: number) =>
  replay(person(interactions), policy, looks(count)).map(
    ({ kind, proposedOn, end }) => `${proposedOn} ${kind} ${end.kind}${end.kind === "open" ? "" : ` ${end.on}`}`,
  );

describe("what would have been proposed when (R14, R16, R17)", () => {
  test("nothing done: all is lost in its time, and one letter at a time is proposed", () => {
    expect(lines([], 120)).toEqual(["2026-03-02 thank_you lost 2026-03-04", "2026-03-11 meet_by lost 2026-06-01"]);
  });

  test("thanked the next day, met on day 40: both done", () => {
    expect(lines([letter("2026-03-03T08:00:00.000Z"), lunch("2026-04-11T11:00:00.000Z")], 120)).toEqual([
      "2026-03-02 thank_you done 2026-03-03",
      "2026-03-10 meet_by done 2026-04-11",
    ]);
  });

  test("thanked the same evening: never proposed", () => {
    expect(lines([letter("2026-03-02T18:00:00.000Z")], 3)).toEqual([]);
  });

  test("still there on the last day: open", () => {
    expect(lines([], 3)).toEqual(["2026-03-02 thank_you open"]);
  });

  test("before they met there is nothing", () => {
    expect(lines([], 1)).toEqual([]);
  });
});

test("leaving out days on which nothing can change leaves nothing out", () => {
  const interaction = fc
    .record({ minutes: fc.integer({ min: 0, max: 150 * 24 * 60 }), isLunch: fc.boolean(), inbound: fc.boolean() })
    .map(({ minutes, isLunch, inbound }): Interaction => {
      const at = after(metAt, { minutes });
      return isLunch ? lunch(at) : { ...letter(at), direction: inbound ? "inbound" : "outbound" };
    });
  fc.assert(
    fc.property(fc.array(interaction, { maxLength: 8 }), (interactions) => {
      const them = person(interactions);
      const found = replay(them, policy, looks(160));
      for (const { day, at } of looks(160)) {
        const decisions = decideFollowUps(them, policy, at);
        const covered = coveredByAnotherLetter(decisions);
        for (const { kind, outcome, dueAt } of decisions.filter((one) => !covered.has(one))) {
          if (outcome !== "due" && outcome !== "overdue") continue;
          const item = found.find((one) => one.kind === kind && (kind !== "check_in" || one.dueAt === dueAt));
          expect(item !== undefined && item.proposedOn <= day).toBe(true);
        }
      }
      for (const { kind, proposedOn } of found) {
        const decisions = decideFollowUps(them, policy, days.endOf(proposedOn));
        expect(decisions.some((one) => one.kind === kind && (one.outcome === "due" || one.outcome === "overdue"))).toBe(
          true,
        );
      }
    }),
    { numRuns: 60 },
  );
});
