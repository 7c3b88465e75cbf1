/** "I am late": a few words to whoever the owner is about to meet today, to send at once from wherever they are (R36). */
import { type LateMinutes, lateErrand } from "../../domain/draft/errand.ts";
import type { OwnerId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/time.ts";
import { type ContactRow, loadContacts } from "../../store/contacts.ts";
import { sayMeetingAt } from "../../templates/phrases.ts";
import { sayTalk } from "../../templates/say-talk.ts";
import { appointments } from "../day/appointments.ts";
import { policyOf } from "../owner/policy-of.ts";
import type { World } from "../world.ts";
import { askForLetters } from "./ask-for-letters.ts";
import type { Desk } from "./desk.ts";
import { type ErrandLetter, namesOf, renderErrand } from "./render-errand.ts";
import { localeOf } from "./write-letter.ts";

export type LateWord = { eventId: string; startsAt: Instant; minutes: LateMinutes };

/** A draft to each guest who may be written to; not_there when no such meeting is still to come today, or nobody is known. */
export async function sayLate(
  world: World,
  owner: OwnerId,
  { eventId, startsAt, minutes }: LateWord,
): Promise<"drafted" | "not_there"> {
  const now = world.clock.now();
  const today = await appointments(world, owner, await policyOf(world, owner), now);
  const meeting = today.find((one) => one.eventId === eventId && one.startsAt === startsAt);
  const guests = (await loadContacts(world.database, owner, meeting?.contacts ?? [])).filter(
    ({ status, addresses }) => status !== "blocked" && addresses.length > 0,
  );
  if (meeting === undefined || guests.length === 0) return "not_there";
  await askForLetters(
    world,
    owner,
    guests.map(({ contactId }) => lateErrand(contactId, meeting, minutes)),
  );
  return "drafted";
}

export function letterWhenLate(
  contact: ContactRow,
  { title, startsAt, minutes }: { title: string; startsAt: Instant; minutes: number },
  desk: Desk,
): ErrandLetter {
  const locale = localeOf(contact.locale);
  const names = [contact.greetingName, contact.name, contact.company, desk.ownerName].filter(
    (one) => one !== undefined,
  );
  const talk = sayTalk({ kind: "meeting", title, isAlone: true, names }, locale);
  const facts = {
    ...namesOf(contact, desk),
    lateMinutes: minutes,
    ...(talk !== undefined && { meeting: sayMeetingAt(talk, startsAt, desk.zone, locale) }),
  };
  return renderErrand({ kind: "late_running", contact, facts, seed: contact.contactId }, desk);
}
