/** Urgency (R9a): overdue days over cadence days, plus named boosts, each said in the because. */
import { type Because, because } from "../because.ts";
import type { Policy } from "../policy.ts";
import { type Instant, millisOf } from "../time.ts";
import type { Decision } from "./decide.ts";

export type UrgencyInputs = {
  decision: Pick<Decision, "kind" | "dueAt" | "deadlineAt" | "warnings">;
  /** The length that delay is measured by: the cadence, or the clock's own span in days. */
  cadenceDays: number;
  hasOpenPlanItem: boolean;
  matchesTarget: boolean;
  /** Which target, and by what (R5); a general sentence without it. */
  targetSays?: string;
  /** How often the item was rolled over to the next day. */
  rollovers: number;
};

export type Urgency = { value: number; because: Because[] };

export function urgency(inputs: UrgencyInputs, policy: Policy, now: Instant): Urgency {
  const { decision, cadenceDays, hasOpenPlanItem, matchesTarget, targetSays, rollovers } = inputs;
  const { boosts } = policy;
  const reasons: Because[] = [];
  let value = 0;
  const add = (by: number, rule: string, text: string) => {
    if (by <= 0) return;
    value += by;
    reasons.push(because(rule, text, { adds: round(by) }));
  };
  const overdueDays = decision.dueAt === undefined ? 0 : (millisOf(now) - millisOf(decision.dueAt)) / 86_400_000;
  const days = Math.floor(overdueDays);
  const text = days < 1 ? "Due for less than a day." : `Due for ${days} of ${cadenceDays} days.`;
  add(overdueDays / cadenceDays, "R9a.overdue", text);
  if (decision.kind === "thank_you" && decision.deadlineAt !== undefined && now <= decision.deadlineAt) {
    add(boosts.thankYouOpen, "R9a.thank_you", `A thank-you is lost after ${policy.thankYou.deadlineHours} hours.`);
  }
  const warnings = decision.warnings ?? 0;
  add(
    boosts.meetByWarning * warnings,
    "R9a.meet_by",
    `The ${policy.meetBy.deadlineDays} days run out (warning ${warnings} of ${policy.meetBy.warnDays.length}).`,
  );
  if (decision.kind === "someday") add(boosts.someday, "R9a.someday", "You said that you should meet.");
  if (hasOpenPlanItem) add(boosts.openPlanItem, "R9a.plan", "Your plan has an open place.");
  if (matchesTarget) add(boosts.targetMatch, "R9a.target", targetSays ?? "They match your target.");
  add(boosts.rollover * rollovers, "R9a.rollover", `Put off ${rollovers} times.`);
  return { value: round(value), because: reasons };
}

/** The days that a decision's delay is measured by: its clock's own length, or the cadence when one is set. */
export function measuredDays(
  { kind }: Pick<Decision, "kind">,
  cadenceLengthDays: number | undefined,
  policy: Policy,
): number {
  if (kind === "thank_you") return policy.thankYou.deadlineHours / 24;
  if (kind === "meet_by") return policy.meetBy.deadlineDays;
  return cadenceLengthDays ?? policy.checkIn.dueDays;
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
