/**
 * The confirmation of a meeting, in the thread: when on both clocks, where, by which link it is joined or moved. Its words stay
 * the same whatever time is picked, so that an approval can show them before (requirements, "One approval covers").
 */
import { createHash } from "node:crypto";
import { type Booking, isActive } from "../../domain/booking/booking.ts";
import { asksForLink } from "../../domain/booking/offer.ts";
import { bookingLinkIn } from "../../domain/draft/booking-link.ts";
import type { Offer } from "../../domain/draft/offer.ts";
import type { Instant, Zone } from "../../domain/time.ts";
import type { ContactRow } from "../../store/contacts.ts";
import type { LetterFacts, Locale } from "../../templates/catalogue.ts";
import { sayMoment, sayOccasion } from "../../templates/phrases.ts";
import type { ErrandDesk } from "./desk.ts";
import { toldTo } from "./group-letter.ts";
import { type ErrandLetter, namesOf, type RenderDesk, renderErrand } from "./render-errand.ts";
import { threadOf } from "./thread-of.ts";
import { localeOf } from "./write-letter.ts";

/** Undefined when the meeting does not stand any more. */
export function letterOfConfirmation(
  contact: ContactRow,
  booking: Booking | undefined,
  desk: ErrandDesk,
): ErrandLetter | undefined {
  if (booking === undefined || !isActive(booking)) return undefined;
  const { rescheduledFrom } = booking;
  const body = toldOfMeeting(contact, booking, desk);
  const locale = localeOf(contact.locale);
  const former = rescheduledFrom === undefined ? undefined : desk.bookings.get(rescheduledFrom);
  const thread = threadOf({ kind: "confirmation", contact, interactions: [] }, desk);
  const { link, place } = body;
  const moveLink = moveLinkOf(booking, desk);
  return confirm(contact, desk, {
    ...meetingFacts(body, locale),
    bookedWhen: whenOf(booking, locale),
    threadSubject: thread?.subject ?? body.title,
    ...(former !== undefined && { wasWhen: whenOf(former, locale) }),
    ...(link !== undefined && place?.includes(link) !== true && { link }),
    ...(moveLink !== undefined && { moveLink }),
  });
}

/** What moves or ends a group's meeting for all is its host's word. */
function moveLinkOf(
  { contactId, offerId, groupId, body }: Booking,
  { offers, letters, links }: ErrandDesk,
): string | undefined {
  if (offerId === undefined || groupId !== undefined) return undefined;
  const letterId = offers.get(offerId)?.draftId;
  const letter = letters.get(contactId)?.find(({ draftId }) => draftId === letterId);
  const link = moveLinkIn(letter?.body, body);
  return link !== undefined && links?.isOpen(link) === true ? link : undefined;
}

/**
 * Behind which its guest moves it or calls it off: the link of the letter that offered the time. A letter carries one link at most
 * (requirements §4), and whoever is called by video needs the one to join.
 */
export const moveLinkIn = (letter: string | undefined, held: HowHeld): string | undefined =>
  letter === undefined || asksForLink(held) ? undefined : bookingLinkIn(letter);

/** A group's place is said to each of its members in their own language. */
function toldOfMeeting(contact: ContactRow, { body, groupId }: Booking, desk: ErrandDesk): Booking["body"] {
  const group = groupId === undefined ? undefined : desk.groups.get(groupId);
  return group === undefined ? body : { ...body, ...toldTo(contact, group.body, desk) };
}

/** When a meeting is or was, as its letters say it. */
export const whenOf = ({ startsAt, body }: Pick<Booking, "startsAt" | "body">, locale: Locale): string =>
  momentOf(startsAt, body, locale);

const momentOf = (
  startsAt: Instant,
  { zone, readersZone, mode }: { zone: Zone; readersZone?: Zone; mode: Offer["mode"] },
  locale: Locale,
): string =>
  sayMoment(
    startsAt,
    { zone, ...(readersZone !== undefined && { readersZone }), isThere: mode === "in_person" },
    locale,
  );

const meetingFacts = ({ place, occasion }: Pick<MeetingTold, "place" | "occasion">, locale: Locale): LetterFacts => ({
  ...(place !== undefined && { place }),
  occasion: sayOccasion(occasion, locale),
});

type HowHeld = { mode: Offer["mode"]; place?: string };

type MeetingTold = HowHeld & {
  occasion: Booking["body"]["occasion"];
  /** As the letter carries it that offers the times. */
  moveLink?: string;
};

const confirm = (contact: ContactRow, desk: RenderDesk, facts: LetterFacts): ErrandLetter =>
  renderErrand(
    {
      kind: "confirmation",
      contact,
      facts: { ...namesOf(contact, desk), ...facts },
      seed: contact.contactId,
      isShownBefore: true,
    },
    desk,
  );

export type ConfirmationTold = MeetingTold & { zone: Zone; readersZone?: Zone };

/** How it would read for one of the offered times; undefined when something is not known yet. */
export function confirmationFor(
  contact: ContactRow,
  told: ConfirmationTold,
  startsAt: Instant,
  desk: RenderDesk,
): string | undefined {
  const locale = localeOf(contact.locale);
  return wordsOf(contact, told, momentOf(startsAt, told, locale), desk);
}

/** Stands for whatever time is picked. */
const anyTime = "[time]";

/** Stands for the link to join, which there is once the event stands in the calendar. */
export const linkToCome = "[ the link that your calendar makes ]";

/** Of its words apart from the time, and from the link that only the calendar makes; that there is one is part of them. */
export function confirmationHash(contact: ContactRow, told: MeetingTold, desk: RenderDesk): Buffer | undefined {
  const words = wordsOf(contact, told, anyTime, desk);
  return words === undefined ? undefined : createHash("sha256").update(words).digest();
}

function wordsOf(contact: ContactRow, told: MeetingTold, bookedWhen: string, desk: RenderDesk): string | undefined {
  const facts: LetterFacts = {
    ...meetingFacts(told, localeOf(contact.locale)),
    ...(asksForLink(told) && { link: linkToCome }),
    ...(told.moveLink !== undefined && { moveLink: told.moveLink }),
    bookedWhen,
    // The thread's, and no word of it.
    threadSubject: "-",
  };
  const letter = confirm(contact, desk, facts);
  return letter.state === "written" ? letter.letter.body : undefined;
}
