/**
 * An offer that left in a letter, through its life: the same times stand until they are answered, lapse or are taken back.
 * Each time lapses some hours before its start; the offer is over with its last time, or after some business days.
 */
import { z } from "zod";
import type { Because } from "../because.ts";
import type { ContactId, DraftId, FollowUpId, GroupMeetingId, OfferId, PlanItemId } from "../ids.ts";
import { meetingTypes } from "../plan/plan.ts";
import {
  addBusinessDays,
  addDays,
  before,
  dayIn,
  type Instant,
  type PlainDate,
  startOfDay,
  type Zone,
} from "../time.ts";

export const instant = z.string().transform((text) => text as Instant);
export const zone = z.string().transform((text) => text as Zone);
const day = z.string().transform((text) => text as PlainDate);
const time = z.object({ startsAt: instant, endsAt: instant });

/** As stored: everything that the question about free time is asked with again at the click. */
export const offerBody = z.object({
  meeting: z.enum(meetingTypes).exactOptional(),
  occasion: z.enum(["coffee", "lunch", "call"]),
  lengthMinutes: z.int().min(1),
  mode: z.enum(["in_person", "video", "phone"]),
  place: z.string().exactOptional(),
  travelMinutes: z.number().min(0).exactOptional(),
  /** 3 to 5, in order of time. */
  times: z.array(time),
  /** What the letter shows; a meeting may lie anywhere inside. */
  ranges: z.array(time),
  onlyDays: z.array(z.object({ firstDay: day, lastDay: day })).exactOptional(),
  meetUntil: instant.exactOptional(),
  /** The reader's clock, when anything tells. */
  readersZone: zone.exactOptional(),
  /** Of the letter. */
  locale: z.string(),
  /** Working hours were offered without a look at a calendar, as the owner wished. */
  unchecked: z.boolean(),
});
export type OfferBody = z.output<typeof offerBody>;

export type OfferState = "open" | "accepted" | "countered" | "declined" | "expired" | "withdrawn";

export type StandingOffer = {
  offerId: OfferId;
  contactId: ContactId;
  draftId?: DraftId;
  followUpId?: FollowUpId;
  planItemId?: PlanItemId;
  /** Several people asked to one meeting share it. */
  groupId?: GroupMeetingId;
  /** Of the follow-up's offers, from 1: a reminder's times are another one. */
  generation: number;
  state: OfferState;
  because: readonly Because[];
  body: OfferBody;
  offeredAt: Instant;
  expiresAt: Instant;
  version: number;
};

/** The provider makes the link of a video call, unless a room of the owner's own stands in the place. */
export const asksForLink = ({ mode, place = "" }: Pick<OfferBody, "mode"> & { place?: string }): boolean =>
  mode === "video" && !/https:\/\//.test(place);

/** given_back: the hour that they picked turned out to be taken, or the meeting was called off, and others are left. */
export type OfferEvent = "accepted" | "countered" | "declined" | "expired" | "withdrawn" | "given_back";

const moves: Readonly<Record<OfferState, Partial<Readonly<Record<OfferEvent, OfferState>>>>> = {
  open: {
    accepted: "accepted",
    countered: "countered",
    declined: "declined",
    expired: "expired",
    withdrawn: "withdrawn",
  },
  accepted: { given_back: "open", withdrawn: "withdrawn" },
  // Whoever named another time may still come back to one of ours; the owner may agree to theirs.
  countered: { accepted: "accepted", declined: "declined", expired: "expired", withdrawn: "withdrawn" },
  declined: {},
  expired: {},
  withdrawn: {},
};

/** The state that follows; undefined when it cannot: what is over stays over. */
export const evolveOffer = (state: OfferState, event: OfferEvent): OfferState | undefined => moves[state][event];

/** A meeting can still be agreed on. */
export const isBookable = (state: OfferState): boolean => evolveOffer(state, "accepted") !== undefined;

/** From here on a time is not to be had any more. */
export const lapsesAt = (startsAt: Instant, lapseHours: number): Instant => before(startsAt, { hours: lapseHours });

export type Expiry = {
  /** Of the owner: business days are counted there. */
  zone: Zone;
  lapseHours: number;
  expiryBusinessDays: number;
};

/** When the last time has lapsed, or at the end of the last business day, whichever is first. */
export function expiresAt(
  { times, ranges, lengthMinutes }: Pick<OfferBody, "times" | "ranges" | "lengthMinutes">,
  offeredAt: Instant,
  { zone: home, lapseHours, expiryBusinessDays }: Expiry,
): Instant {
  const lastDay = addBusinessDays(dayIn(home, offeredAt), expiryBusinessDays);
  const closesAt = startOfDay(home, addDays(lastDay, 1));
  const lastStarts = [
    ...times.map(({ startsAt }) => startsAt),
    ...ranges.map(({ endsAt }) => before(endsAt, { minutes: lengthMinutes })),
  ].sort();
  const last = lastStarts.at(-1);
  if (last === undefined) return closesAt;
  const lapsed = lapsesAt(last, lapseHours);
  return lapsed < closesAt ? lapsed : closesAt;
}
