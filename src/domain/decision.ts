/**
 * The record of one decision: what was decided about whom, by which rule, on which inputs. Stored beside its outcome, so
 * that every item can be explained and replayed.
 */
import type { Because } from "./because.ts";
import type { Instant } from "./time.ts";

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

export type DecisionSubject = { kind: "address" | "contact" | "owner" | "event"; id: string };

export type DecisionRecord = {
  subject: DecisionSubject;
  /** The deciding rule: that of the first because ("R17.meet_by"). */
  rule: string;
  /** The tag decided for: "candidate", "machine", "due", "satisfied" … */
  outcome: string;
  because: readonly Because[];
  /** What the decision looked at, complete enough to decide again. */
  inputs: Json;
  decidedAt: Instant;
};

/** Builds the record; the rule is that of the first reason. Throws when a decision comes without any. */
export function recordDecision(
  subject: DecisionSubject,
  decided: { outcome: string; because: readonly Because[]; inputs: Json },
  decidedAt: Instant,
): DecisionRecord {
  const first = decided.because[0];
  if (first === undefined) throw new Error(`a decision about ${subject.kind} ${subject.id} came without a because`);
  return { subject, rule: first.rule, ...decided, decidedAt };
}
