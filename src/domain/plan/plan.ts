/**
 * The month's plan (R18): how many meetings of which type the owner wants in a calendar month of their zone, and the life
 * of each single one. An item is filled by asking people one after the other until someone says yes (R21).
 */
import { z } from "zod";
import type { Because } from "../because.ts";
import type { ContactId, PlanItemId } from "../ids.ts";
import type { Instant, PlainDate } from "../time.ts";

export const meetingTypes = ["coffee", "lunch", "call", "check_in", "advice_call", "group"] as const;
const meetingType = z.enum(meetingTypes);
export type MeetingType = z.output<typeof meetingType>;

export const quotas = z
  .array(z.object({ meeting: meetingType, count: z.int().min(1).max(31) }))
  .max(meetingTypes.length);
export type Quotas = z.output<typeof quotas>;

export type Plan = {
  /** The first day of the month, in the owner's zone. */
  month: PlainDate;
  quotas: Quotas;
};

/** open: nobody asked. inviting: at least one person is asked. missed and dropped are ends. */
export type PlanItem = {
  planItemId: PlanItemId;
  month: PlainDate;
  meeting: MeetingType;
  /** Which of the month's items of this meeting type, from 1. */
  number: number;
  because: readonly Because[];
} & (
  | { state: "open" | "inviting" | "missed" | "dropped" }
  | { state: "booked" | "took_place"; contactId: ContactId; startsAt: Instant; eventId?: string }
);
