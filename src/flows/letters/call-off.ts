/** A word to whoever was to come, when the owner called the meeting off. */
import type { Booking } from "../../domain/booking/booking.ts";
import type { ContactRow } from "../../store/contacts.ts";
import { whenOf } from "./confirm-meeting.ts";
import type { Desk } from "./desk.ts";
import { type ErrandLetter, namesOf, renderErrand } from "./render-errand.ts";
import { threadOf } from "./thread-of.ts";
import { localeOf } from "./write-letter.ts";

/** Undefined when nothing was called off. */
export function letterOfCallingOff(
  contact: ContactRow,
  booking: Booking | undefined,
  desk: Desk,
): ErrandLetter | undefined {
  if (booking === undefined || booking.state !== "cancelled") return undefined;
  const thread = threadOf({ kind: "calling_off", contact, interactions: [] }, desk);
  const facts = {
    ...namesOf(contact, desk),
    wasWhen: whenOf(booking, localeOf(contact.locale)),
    threadSubject: thread?.subject ?? booking.body.title,
  };
  return renderErrand({ kind: "calling_off", contact, facts, seed: contact.contactId }, desk);
}
