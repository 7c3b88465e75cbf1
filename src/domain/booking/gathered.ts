/**
 * What the answers to a group's question come to: the time at which all who are required can come, whom it waits for, or that
 * the owner has to say how it goes on.
 */
import { type Because, because } from "../because.ts";
import type { ContactId } from "../ids.ts";
import type { Instant } from "../time.ts";
import type { GroupMember } from "./group.ts";

export type Gathering = { because: Because } & (
  | { kind: "book"; startsAt: Instant }
  | { kind: "wait"; for: readonly ContactId[] }
  | { kind: "ask_owner"; about: "nobody_left" | "declined" | "no_common_time" }
);

/** `open` are the starts of the group's times that can still be had, in order. */
export function gathered(members: readonly GroupMember[], open: readonly Instant[]): Gathering {
  const left = members.filter(({ answer }) => answer.kind !== "left_out" && answer.kind !== "declined");
  const required = members.filter(({ isRequired, answer }) => isRequired && answer.kind !== "left_out");
  if (left.length === 0)
    return { kind: "ask_owner", about: "nobody_left", because: because("R11.nobody_left", "Nobody is left to come.") };
  const declined = required.filter(({ answer }) => answer.kind === "declined");
  if (declined.length > 0) {
    const text = "Somebody said no without whom it was not to take place.";
    return { kind: "ask_owner", about: "declined", because: because("R11.required_declined", text) };
  }
  // Where nobody is required alone, it takes place with those who come, once all of them have said.
  const asked = required.length > 0 ? required : left;
  const shared = open.filter((start) => asked.every((one) => doesNotRuleOut(one, start)));
  if (shared.length === 0) {
    const text = "No time is left that suits everybody who has to be there.";
    return { kind: "ask_owner", about: "no_common_time", because: because("R11.no_common_time", text) };
  }
  const waiting = asked.filter(({ answer }) => answer.kind === "waiting").map(({ contactId }) => contactId);
  if (waiting.length > 0) {
    const text = "Not everybody who has to be there has answered.";
    return { kind: "wait", for: waiting, because: because("R11.waits", text, { waiting: waiting.length }) };
  }
  const startsAt = shared.toSorted(
    (one, other) => suited(left, other) - suited(left, one) || (one < other ? -1 : 1),
  )[0]!;
  const text = "This time suits everybody who has to be there.";
  return { kind: "book", startsAt, because: because("R11.shared_time", text, { startsAt, of: left.length }) };
}

const doesNotRuleOut = ({ answer }: GroupMember, start: Instant): boolean =>
  answer.kind === "waiting" || (answer.kind === "suits" && answer.starts.includes(start));

/** How many said that they can come then. */
const suited = (members: readonly GroupMember[], start: Instant): number =>
  members.filter(({ answer }) => answer.kind === "suits" && answer.starts.includes(start)).length;
