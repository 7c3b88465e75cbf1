/** A person in a sequence (R21): one invitation, at most two nudges, what they answered, and how it ended. One at a time for each person. */
import { z } from "zod";
import type { ContactId, EnrolmentId, PlanItemId } from "../ids.ts";
import type { FollowUpKind } from "../relationship/decide.ts";
import { saidMeanings } from "../reply/reading-correction.ts";
import type { Instant } from "../time.ts";

const instant = z.string().transform((text) => text as Instant);

const sequenceStep = z.enum(["invitation", "nudge", "closing_note"]);
export type SequenceStep = z.output<typeof sequenceStep>;

export const enrolmentSteps = z.array(
  z.object({
    step: sequenceStep,
    sentAt: instant,
    draftId: z.string().optional(),
    /** email unless the owner used another channel. */
    mode: z.enum(["email", "phone", "text", "social"]).default("email"),
  }),
);
export type EnrolmentStep = z.output<typeof enrolmentSteps>[number];

/** What a message of theirs means for what was asked (M6); the owner's tap says the same words. */
export const replyClasses = [...saidMeanings, "auto_away", "auto_left", "bounce"] as const;
export type ReplyClass = (typeof replyClasses)[number];

export const enrolmentAnswers = z.array(
  z.object({
    meaning: z.enum(replyClasses),
    at: instant,
    /** later: ask again from here on. auto_away: they are back then. */
    until: instant.optional(),
    /** accept: the time agreed on, when one was. */
    startsAt: instant.optional(),
  }),
);
export type EnrolmentAnswer = z.output<typeof enrolmentAnswers>[number];

const exitReasons = [
  "replied",
  "booked",
  "declined",
  "opted_out",
  "bounced",
  "left_company",
  "user_wrote",
  "satisfied",
  "exhausted",
  "cancelled",
] as const;
export type ExitReason = (typeof exitReasons)[number];

export type EnrolmentState =
  | { state: "active" }
  | { state: "paused"; pausedUntil: Instant }
  | { state: "exited"; exitReason: ExitReason; endedAt: Instant };

/** The state is what `sequenceOf` read last; steps and answers are what it is read from. */
export type Enrolment = {
  enrolmentId: EnrolmentId;
  contactId: ContactId;
  planItemId?: PlanItemId;
  /** The follow-up that asked for it. */
  kind: FollowUpKind;
  /** Oldest first; the first is the invitation. */
  steps: readonly EnrolmentStep[];
  /** Oldest first. */
  answers: readonly EnrolmentAnswer[];
  startedAt: Instant;
} & EnrolmentState;

/** What was sent and answered, for a state that is read anew. */
export const withoutState = ({ enrolmentId, contactId, planItemId, kind, steps, answers, startedAt }: Enrolment) => ({
  enrolmentId,
  contactId,
  ...(planItemId !== undefined && { planItemId }),
  kind,
  steps,
  answers,
  startedAt,
});
