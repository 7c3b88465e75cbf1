/** What a letter of one member leads to for the meeting of several that they were asked to (M6, R11). */
import { type Because, because } from "../because.ts";
import type { ReplyMeaning } from "../reply/meaning.ts";
import type { Suiting } from "../reply/suiting.ts";
import { after, type Instant } from "../time.ts";
import type { GroupState, MemberAnswer } from "./group.ts";

export type MembersLetter = {
  meaning: Pick<ReplyMeaning, "kind">;
  suits: Suiting;
  writtenAt: Instant;
  state: GroupState;
  /** The time that was agreed on, once one was. */
  bookedAt?: Instant;
};

export type GroupSettlement = { because: Because } & (
  | { kind: "say"; answer: Extract<MemberAnswer, { kind: "suits" | "declined" }> }
  | { kind: "ask_owner" }
  | { kind: "nothing" }
);

/** Older letters are history: an import brings them long after they mattered. */
const freshDays = 30;

export function settleGroup(
  { meaning, suits, writtenAt, state, bookedAt }: MembersLetter,
  now: Instant,
): GroupSettlement {
  const ask = (reason: Because): GroupSettlement => ({ kind: "ask_owner", because: reason });
  if (meaning.kind === "opt_out")
    return { kind: "nothing", because: because("R45.said_stop", "They ask not to be written to: all ends.") };
  if (after(writtenAt, { days: freshDays }) <= now)
    return { kind: "nothing", because: because("M6.long_ago", "It was written too long ago to act on.") };
  if (state === "called_off" || state === "lapsed")
    return ask(because("R11.group_over", "The group that they answer about is over."));
  const saysNo = meaning.kind === "decline" || (suits.kind === "suits" && suits.starts.length === 0);
  if (state === "booked") {
    if (suits.kind === "suits" && bookedAt !== undefined && suits.starts.includes(bookedAt))
      return { kind: "nothing", because: because("R34.booked_already", "It is booked for a time that suits them.") };
    const text = saysNo
      ? "The group is booked, and they may not come."
      : "They write about a meeting of several that is booked.";
    return ask(because("R34.cannot_come", text));
  }
  if (meaning.kind === "decline")
    return {
      kind: "say",
      answer: { kind: "declined" },
      because: because("R11.said_no", "They said that they do not come."),
    };
  if (suits.kind === "suits")
    return { kind: "say", answer: { kind: "suits", starts: suits.starts }, because: suits.because };
  return ask(suits.because);
}
