/**
 * What a person of the sandbox does with a letter that invites them, drawn from their habits: yes after some hours, another
 * time, later, no, never again, away, nothing, or a letter that comes back. The same stream gives the same life.
 */
import { accepts, answerAfterHours, type Habits, type Part } from "./people.ts";
import type { Chance } from "./random.ts";

export type Reaction =
  | { kind: "silence" }
  /** The mailbox does not exist. */
  | { kind: "bounce" }
  /** An automatic answer at once; back after `awayDays`, and then the person reacts by `then`. */
  | { kind: "away"; awayDays: number; then: Exclude<Reaction, { kind: "away" | "bounce" }> }
  /** `share` says which of the offered times, from 0 (the first) to 1. */
  | { kind: "accept"; afterHours: number; share: number }
  /** Their own time, in that many days; they come when it is free. */
  | { kind: "counter"; afterHours: number; inDays: number }
  /** "Not now, ask me again in so many days". */
  | { kind: "later"; afterHours: number; days: number }
  | { kind: "decline"; afterHours: number }
  | { kind: "opt_out"; afterHours: number };

/** How often each, of invitations that are not accepted. */
type Refusals = Readonly<Record<"silence" | "counter" | "later" | "decline" | "opt_out", number>>;
const usual: Refusals = { silence: 4, counter: 3, later: 1, decline: 2, opt_out: 0.3 };
/** Who stands in the story for one way of refusing refuses in that way. */
const byPart: Partial<Record<Part, Refusals>> = {
  no: { silence: 0, counter: 0, later: 0, decline: 1, opt_out: 1 },
};

const awayShare = 0.06;
const awayDaysMost = 21;
const counterDaysMost = 12;
const laterDays = { least: 14, most: 60 };

/** One reaction to one letter; `draw` is the stream of this person and letter. */
export function reactionTo({ habits, part }: { habits: Habits; part: Part }, draw: Chance): Reaction {
  if (part === "bounces") return { kind: "bounce" };
  const then = answerTo(habits, part, draw);
  const isAway = part === "away" || draw.happens(awayShare);
  return isAway ? { kind: "away", awayDays: draw.whole(2, awayDaysMost), then } : then;
}

function answerTo(habits: Habits, part: Part, draw: Chance): Exclude<Reaction, { kind: "away" | "bounce" }> {
  const afterHours = answerAfterHours(habits, draw.number());
  if (afterHours === undefined) return { kind: "silence" };
  if (part !== "no" && accepts(habits, draw.number())) return { kind: "accept", afterHours, share: draw.number() };
  const kind = weighted(byPart[part] ?? usual, draw.number());
  if (kind === "silence") return { kind };
  if (kind === "counter") return { kind, afterHours, inDays: draw.whole(2, counterDaysMost) };
  if (kind === "later") return { kind, afterHours, days: draw.whole(laterDays.least, laterDays.most) };
  return { kind, afterHours };
}

function weighted<Name extends string>(weights: Readonly<Record<Name, number>>, at: number): Name {
  const entries = Object.entries(weights) as [Name, number][];
  let left = at * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [name, weight] of entries) {
    left -= weight;
    if (left < 0) return name;
  }
  return entries.at(-1)![0];
}

/** How the owner of a sandbox lives with Rapport. Shares are of working days, letters, meetings. */
export type OwnerHabits = {
  /** Working days on which they sit down, and the minute of the day. */
  sitsShare: number;
  sitsAtMinute: number;
  approvesShare: number;
  /** Meetings they arrange without Rapport, in a month. */
  ownMeetingsPerMonth: number;
  /** Of agreed meetings: called off the day before; agreed and nobody came. */
  cancelledShare: number;
  noShowShare: number;
  /** New people they meet in a month. */
  encountersPerMonth: number;
};

/** An owner drawn from a stream: from one who sits down daily to one who looks in once a week. */
export const ownerHabits = (draw: Chance): OwnerHabits => ({
  sitsShare: draw.pick([0.95, 0.8, 0.6, 0.25]),
  sitsAtMinute: draw.pick([7 * 60 + 45, 8 * 60 + 30, 12 * 60, 17 * 60 + 30]),
  approvesShare: draw.pick([1, 0.9, 0.7]),
  ownMeetingsPerMonth: draw.whole(0, 3),
  cancelledShare: draw.pick([0.03, 0.08, 0.2]),
  noShowShare: draw.pick([0, 0.03, 0.08]),
  encountersPerMonth: draw.whole(1, 6),
});
