/**
 * A few words to whoever said no, when the owner wishes it: thanks for the answer and no ask at all (R21, R45). Drafted once,
 * and only while nobody has written since.
 */
import { because } from "../because.ts";
import { localDays } from "../local-days.ts";
import type { Policy } from "../policy.ts";
import { after, type Instant } from "../time.ts";
import type { Duty } from "./duty.ts";
import type { Asked } from "./queue.ts";

/** Undefined when nobody said no, the owner does not wish it, or it is done or too late. */
export function afterDecline({ state, last }: Asked, { letters, zone }: Policy, now: Instant): Duty | undefined {
  const { person } = state;
  const answer = last?.enrolment.answers.findLast(({ at }) => at <= now);
  if (!letters.isNoThanked || answer?.meaning !== "decline") return undefined;
  if (person.status !== "candidate" && person.status !== "active") return undefined;
  const days = localDays(zone);
  const saidOn = days.dayOf(answer.at);
  const deadlineAt = days.endOf(days.weekdaysLater(saidOn, letters.noThankedBusinessDays));
  const isWritten =
    state.letters.some(({ at }) => at >= answer.at && at <= now) ||
    person.interactions.some(({ at, depth }) => depth !== "passive" && at > answer.at && at <= now);
  if (isWritten || now > deadlineAt) return undefined;
  const text = `${person.name} said no on ${saidOn}: thank them for the answer, and ask for nothing.`;
  return {
    personId: person.id,
    kind: "after_decline",
    state: "due",
    dueAt: answer.at,
    overdueAt: after(answer.at, { days: 1 }),
    deadlineAt,
    because: [because("R21.after_decline", text, { at: answer.at })],
    urgency: 0,
    way: "letter",
  };
}
