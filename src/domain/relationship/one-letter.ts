/**
 * One letter at a time: a person with several duties due gets the letter that says most, and the others are in hand with
 * it, so that nobody hears from the owner twice in a week about nothing new (frequency cap of the defaults).
 */
import { type Because, because } from "../because.ts";
import type { Decision, FollowUpKind } from "./decide.ts";

/** Thanks are lost first; an invitation asks how they are anyway; a check-in asks for nothing more. */
const order: readonly FollowUpKind[] = [
  "thank_you",
  "after_decline",
  "meet_by",
  "someday",
  "role_change",
  "referral",
  "check_in",
  "revive",
  "note",
];

const names: Readonly<Record<FollowUpKind, string>> = {
  thank_you: "thank-you",
  check_in: "check-in",
  meet_by: "invitation",
  someday: "invitation",
  role_change: "letter about the new role",
  revive: "letter after a long time",
  referral: "thanks for the referral",
  note: "note",
  after_decline: "thanks for the answer",
};

/** For each due decision that waits for another letter to the same person: why. */
export function coveredByAnotherLetter(decisions: readonly Decision[]): Map<Decision, Because> {
  return coveredBy(decisions.filter(({ outcome }) => outcome === "due" || outcome === "overdue"));
}

/** The same for any duties that all ask for a letter now; `chosen` goes first, whatever else there is. */
export function coveredBy<Duty extends { kind: FollowUpKind }>(
  due: readonly Duty[],
  chosen?: FollowUpKind,
): Map<Duty, Because> {
  const place = ({ kind }: Duty): number => (kind === chosen ? -1 : order.indexOf(kind));
  const [first, ...rest] = [...due].sort((one, other) => place(one) - place(other));
  if (first === undefined) return new Map();
  const reason = because("R43.one_letter", `One letter at a time: the ${names[first.kind]} goes first.`, {
    first: first.kind,
  });
  return new Map(rest.map((duty) => [duty, reason]));
}
