/** All that the letters of one owner have in common at a moment, loaded once. */

import type { Booking } from "../../domain/booking/booking.ts";
import type { StandingOffer } from "../../domain/booking/offer.ts";
import type { ContactChoices } from "../../domain/contact/choices.ts";
import type { LedgerEntry } from "../../domain/contact/ledger.ts";
import { readName } from "../../domain/contact/name.ts";
import type { Fact } from "../../domain/fact/fact.ts";
import type { AnswerId, BookingId, ContactId, FollowUpId, OfferId, OwnerId } from "../../domain/ids.ts";
import type { Enrolment } from "../../domain/plan/enrolment.ts";
import { before, type Instant, type Zone } from "../../domain/time.ts";
import { type KeptAnswer, wishesSince } from "../../store/answers.ts";
import { bookingsEndingAfter } from "../../store/bookings.ts";
import { loadContactChoices } from "../../store/contact-choices.ts";
import { uncheckedFollowUps } from "../../store/drafts.ts";
import { loadEnrolments } from "../../store/enrolments.ts";
import { loadFacts } from "../../store/facts.ts";
import { loadLedger } from "../../store/ledger.ts";
import { loadLetterTemplates } from "../../store/letter-templates.ts";
import { offersSince } from "../../store/offers.ts";
import { ownerName } from "../../store/owners.ts";
import { firstPhones } from "../../store/phones.ts";
import { lettersSince, type WrittenLetter } from "../../store/written-letters.ts";
import { type LettersLinks, linksForLetters } from "../booking/offer-link.ts";
import { type FreeTime, freeTimeOf } from "../meeting/free-time.ts";
import { type EverybodysPlaces, whereaboutsOf } from "../meeting/whereabouts.ts";
import { ownerZone } from "../owner/owner-of.ts";
import { type Policy, policyOf } from "../owner/policy-of.ts";
import type { World } from "../world.ts";
import { OwnTemplates } from "./own-templates.ts";
import { WordsUsed } from "./words-used.ts";

export type Desk = {
  now: Instant;
  zone: Zone;
  policy: Policy;
  free: FreeTime;
  places: EverybodysPlaces;
  /** The owner's first name and full name; undefined while they are not known. */
  ownerName: string | undefined;
  ownerFullName: string | undefined;
  unchecked: ReadonlySet<FollowUpId>;
  choices: ReadonlyMap<ContactId, ContactChoices>;
  facts: ReadonlyMap<ContactId, readonly Fact[]>;
  /** The number to call each person on, where one is known. */
  phones: ReadonlyMap<ContactId, string>;
  ledger: ReadonlyMap<ContactId, readonly LedgerEntry[]>;
  enrolments: ReadonlyMap<ContactId, readonly Enrolment[]>;
  templates: OwnTemplates;
  /** Letters that stand or went out while their threads may go on, oldest first, by person. */
  letters: ReadonlyMap<ContactId, readonly WrittenLetter[]>;
  words: WordsUsed;
  /** Meetings that were agreed on, called off ones too, as long as they lie ahead or not far back. */
  bookings: ReadonlyMap<BookingId, Booking>;
  /** What left in letters, by its own id. */
  offers: ReadonlyMap<OfferId, StandingOffer>;
  /** What people answered about other times. */
  wishes: ReadonlyMap<AnswerId, KeptAnswer>;
  /** Undefined while letters carry no link. */
  links: LettersLinks | undefined;
};

/** A reminder answers a letter at most this old. */
const threadDays = 120;
/** Letters about answers and meetings are of use for days. */
const loopDays = 30;

export async function deskOf(world: World, owner: OwnerId, now: Instant): Promise<Desk> {
  const { database } = world;
  const name = await ownerName(database, owner);
  const policy = await policyOf(world, owner);
  const free = await freeTimeOf(world, owner, now);
  const letters = await lettersSince(database, owner, before(now, { days: threadDays }));
  const recent = await lettersSince(database, owner, before(now, { days: policy.letters.freshWordsDays }));
  return {
    now,
    zone: await ownerZone(world, owner),
    policy,
    free,
    places: await whereaboutsOf(world, owner, now, free, policy),
    ownerName: name === undefined ? undefined : (readName(name)?.given ?? name),
    ownerFullName: name,
    unchecked: await uncheckedFollowUps(database, owner),
    choices: await loadContactChoices(database, owner),
    facts: await loadFacts(database, owner),
    phones: await firstPhones(database, owner),
    ledger: await loadLedger(database, owner),
    enrolments: await loadEnrolments(database, owner),
    templates: new OwnTemplates(await loadLetterTemplates(database, owner)),
    letters: Map.groupBy(letters, ({ contactId }) => contactId),
    words: new WordsUsed(recent),
    bookings: await bookingsEndingAfter(database, owner, before(now, { days: loopDays })),
    offers: await offersSince(database, owner, before(now, { days: threadDays })),
    wishes: await wishesSince(database, owner, before(now, { days: loopDays })),
    links: await linksForLetters(world, owner),
  };
}
