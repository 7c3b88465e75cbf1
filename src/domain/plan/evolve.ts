/** What happens to a person's sequences: a letter went out, an answer came. The state that follows is `sequenceOf`'s to read. */
import type { ContactId, EnrolmentId, PlanItemId } from "../ids.ts";
import type { FollowUpKind } from "../relationship/decide.ts";
import type { Instant } from "../time.ts";
import { type Enrolment, type EnrolmentAnswer, type EnrolmentStep, withoutState } from "./enrolment.ts";

export type LetterSent = {
  contactId: ContactId;
  kind: FollowUpKind;
  planItemId?: PlanItemId;
  step: EnrolmentStep["step"];
  mode: EnrolmentStep["mode"];
  draftId?: string;
  at: Instant;
};

/**
 * The person's sequences after a letter of one: an invitation begins a new one and ends what was open before, a reminder goes
 * to the newest. The same letter told twice counts once. A reminder without an invitation is none: it begins a sequence.
 */
export function evolveSent(
  enrolments: readonly Enrolment[],
  { contactId, kind, planItemId, step, mode, draftId, at }: LetterSent,
  newId: () => EnrolmentId,
): Enrolment[] {
  if (draftId !== undefined && enrolments.some(({ steps }) => steps.some((one) => one.draftId === draftId)))
    return [...enrolments];
  const sent: EnrolmentStep = { step, sentAt: at, mode, ...(draftId !== undefined && { draftId }) };
  const last = enrolments.at(-1);
  if (step !== "invitation" && last !== undefined && last.state !== "exited")
    return [...enrolments.slice(0, -1), { ...last, steps: [...last.steps, sent] }];
  const begun: Enrolment = {
    enrolmentId: newId(),
    contactId,
    ...(planItemId !== undefined && { planItemId }),
    kind,
    steps: [{ ...sent, step: "invitation" }],
    answers: [],
    startedAt: at,
    state: "active",
  };
  return [...enrolments.map((one) => givingWay(one, at)), begun];
}

/** One sequence at a time: another invitation means that the one before came to something else. */
const givingWay = (one: Enrolment, at: Instant): Enrolment =>
  one.state === "exited" ? one : { ...withoutState(one), state: "exited", exitReason: "replied", endedAt: at };

/**
 * The person's sequences after an answer: it belongs to the newest one, over or not. The same letter read otherwise, as by the
 * owner's word, replaces what it was read as.
 */
export function evolveAnswered(enrolments: readonly Enrolment[], answer: EnrolmentAnswer): Enrolment[] {
  const last = enrolments.at(-1);
  if (last === undefined || last.answers.some((one) => one.at === answer.at && one.meaning === answer.meaning))
    return [...enrolments];
  const answers = [...last.answers.filter(({ at }) => at !== answer.at), answer].sort((one, other) =>
    one.at < other.at ? -1 : one.at > other.at ? 1 : 0,
  );
  return [...enrolments.slice(0, -1), { ...last, answers }];
}

/**
 * The person's sequences after a letter of one came back and goes to another address: as if it had not been written. A
 * sequence that it began was never begun.
 */
export const evolveReturned = (enrolments: readonly Enrolment[], draftId: string): Enrolment[] =>
  enrolments.flatMap((one) => {
    if (!one.steps.some((step) => step.draftId === draftId)) return [one];
    const steps = one.steps.filter((step) => step.draftId !== draftId);
    const answers = one.answers.filter(({ meaning }) => meaning !== "bounce");
    return steps.length === 0 ? [] : [{ ...withoutState(one), steps, answers, state: "active" as const }];
  });
