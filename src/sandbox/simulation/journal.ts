/** What happened in a simulated life, in order: the funnel is counted from it and the invariants are held against it. */
import type { ReplyClass, SequenceStep } from "../../domain/plan/enrolment.ts";
import type { PlanItem } from "../../domain/plan/plan.ts";
import type { FollowUpKind } from "../../domain/relationship/decide.ts";
import type { Instant } from "../../domain/time.ts";

export type Entry = { at: Instant; personId: string } & (
  | { kind: "encounter"; endedAt: Instant }
  | { kind: "proposed" | "approved"; duty: FollowUpKind; step?: SequenceStep }
  | { kind: "sent"; duty: FollowUpKind; step?: SequenceStep; enrolmentId?: string }
  | { kind: "withdrawn"; duty: FollowUpKind; step?: SequenceStep }
  | { kind: "answered"; meaning: ReplyClass }
  /** They wrote by themselves. */
  | { kind: "wrote" }
  | { kind: "called"; talked: boolean }
  | { kind: "booked"; startsAt: Instant; endsAt: Instant; byHand: boolean }
  | { kind: "cancelled" | "no_show" | "met"; startsAt: Instant }
);

export type Life = {
  seed: number;
  entries: readonly Entry[];
  /** As they stood at the end. */
  items: readonly PlanItem[];
  /** The first few things that were not as they must be, each with the seed and the instant. */
  broken: readonly string[];
};

/** Proposed, approved, sent, answered, booked, met: how many letters or people came to each, and the plan kept. */
export type Funnel = {
  encounters: number;
  proposed: number;
  approved: number;
  sent: number;
  withdrawn: number;
  answered: number;
  accepted: number;
  booked: number;
  met: number;
  planned: number;
  held: number;
  missed: number;
};

export function funnelOf(lives: readonly Pick<Life, "entries" | "items">[]): Funnel {
  const entries = lives.flatMap((life) => life.entries);
  const items = lives.flatMap((life) => life.items);
  const count = (kind: Entry["kind"]) => entries.filter((entry) => entry.kind === kind).length;
  const inState = (state: PlanItem["state"]) => items.filter((item) => item.state === state).length;
  return {
    encounters: count("encounter"),
    proposed: count("proposed"),
    approved: count("approved"),
    sent: count("sent"),
    withdrawn: count("withdrawn"),
    answered: count("answered"),
    accepted: entries.filter((entry) => entry.kind === "answered" && entry.meaning === "accept").length,
    booked: entries.filter((entry) => entry.kind === "booked" && !entry.byHand).length,
    met: count("met"),
    planned: items.length - inState("dropped"),
    held: inState("took_place"),
    missed: inState("missed"),
  };
}
