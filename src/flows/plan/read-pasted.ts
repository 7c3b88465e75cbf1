/**
 * A reply that the owner pasted, or that was written on the booking page: read and settled as one that came by mail, for owners
 * without an account too (M6).
 */
import type { Because } from "../../domain/because.ts";
import type { AnswerId, BookingId, ContactId, OfferId, OwnerId } from "../../domain/ids.ts";
import { newTextOf } from "../../domain/mail/new-text.ts";
import type { ReplyClass } from "../../domain/plan/enrolment.ts";
import { type Instant, startOfDay } from "../../domain/time.ts";
import { isContact } from "../../store/contact-stops.ts";
import { loadContacts } from "../../store/contacts.ts";
import { lockOwner, ownerName } from "../../store/owners.ts";
import { readOffers } from "../../store/read/threads.ts";
import { followUp } from "../follow-up.ts";
import { stopContact } from "../lists/stop-contact.ts";
import { ownerZone } from "../owner/owner-of.ts";
import type { World } from "../world.ts";
import { keepAnswer } from "./keep-answer.ts";
import { answeredBy, groupAnswered, offersBefore, readText } from "./read-letters.ts";
import { settleAnswer } from "./settle-answer.ts";

export type Pasted = {
  contactId: ContactId;
  /** As copied, quoted history and all; at most 20,000 characters of it are read. */
  text: string;
  /** When it was written: now unless said (domain/draft/sent-day.ts makes it of a day), never in the future. */
  at?: Instant;
  /** They wrote it on the page behind the link of this offer. */
  offerId?: OfferId;
};

export type PastedRead =
  | { kind: "not_there" }
  /** No words of their own. */
  | { kind: "nothing_written" }
  | {
      kind: "read";
      meaning: ReplyClass;
      /** Why it was read so, and what it led to. */
      because: readonly Because[];
      /** Booked by it; its letter of confirmation waits to be copied. */
      bookingId?: BookingId;
    };

const charactersMax = 20_000;

export async function readPasted(world: World, owner: OwnerId, pasted: Pasted): Promise<PastedRead> {
  const { contactId, offerId } = pasted;
  const { database } = world;
  const now = world.clock.now();
  const at = pasted.at === undefined || pasted.at > now ? now : pasted.at;
  const [contact] = await loadContacts(database, owner, contactId);
  if (contact === undefined || !(await isContact(database, owner, contactId))) return { kind: "not_there" };
  const text = newTextOf(pasted.text.slice(0, charactersMax));
  const words = text.newText.text.trim();
  if (words === "") return { kind: "nothing_written" };
  const zone = await ownerZone(world, owner);
  const offers = offersBefore((await readOffers(database, owner, [contactId])).get(contactId) ?? [], at);
  const about = { zone, at, asked: contact.name, owner: await ownerName(database, owner) };
  const meaning = readText(text, { ...about, offers: answeredBy(offers) });
  const group = groupAnswered(text, { ...about, offers });
  // What they say of a group is about that meeting alone; only a wish for no more letters is about all.
  if (group === undefined || meaning.kind === "opt_out")
    await database.transaction().execute(async (transaction) => {
      await lockOwner(transaction, owner);
      const until = meaning.kind === "later" && meaning.from !== undefined ? startOfDay(zone, meaning.from) : undefined;
      const answer = { meaning: meaning.kind, at, ...(until !== undefined && { until }) };
      await keepAnswer(transaction, owner, { contactId, answer, zone }, now);
    });
  const settled = await settleAnswer(world, owner, {
    answerId: world.ids.next<AnswerId>(),
    contactId,
    source: offerId === undefined ? "pasted" : "page",
    writtenAt: at,
    meaning,
    wroteAgain: false,
    reasons: [],
    text: words,
    ...(group !== undefined && { group }),
  });
  if (meaning.kind === "opt_out") await stopContact(world, owner, { contactId, source: "reply" });
  // On the page a guest waits: the timer that was set with what it led to does this.
  if (offerId === undefined) await followUp(world, owner);
  // Only mail waits.
  if (settled === "wait") throw new Error("a pasted reply was put off");
  const { bookingId } = settled;
  return {
    kind: "read",
    meaning: meaning.kind,
    because: settled.because,
    ...(bookingId !== undefined && { bookingId }),
  };
}
