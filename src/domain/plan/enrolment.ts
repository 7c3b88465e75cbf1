/** A person in a sequence (R21): one invitation, at most two nudges, and how it ended. One at a time for each person. */
import { z } from "zod";
import type { ContactId, EnrolmentId, PlanItemId } from "../ids.ts";
import type { FollowUpKind } from "../relationship/decide.ts";
import type { Instant } from "../time.ts";

export const enrolmentSteps = z.array(
  z.object({
    step: z.enum(["invitation", "nudge", "closing_note"]),
    sentAt: z.string().transform((text) => text as Instant),
    draftId: z.string().optional(),
    /** email unless the owner used another channel. */
    mode: z.enum(["email", "phone", "text", "social"]).default("email"),
  }),
);
export type EnrolmentStep = z.output<typeof enrolmentSteps>[number];

export const exitReasons = [
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

export type Enrolment = {
  enrolmentId: EnrolmentId;
  contactId: ContactId;
  planItemId?: PlanItemId;
  /** The follow-up that asked for it. */
  kind: FollowUpKind;
  /** Oldest first; the first is the invitation. */
  steps: readonly EnrolmentStep[];
  startedAt: Instant;
} & (
  | { state: "active" }
  | { state: "paused"; pausedUntil: Instant }
  | { state: "exited"; exitReason: ExitReason; endedAt: Instant }
);
