/** All that the letters of one owner have in common at a moment, loaded once. */

import type { Booking } from "../../domain/booking/booking.ts";
import type { GroupMeeting } from "../../domain/booking/group.ts";
import type { StandingOffer } from "../../domain/booking/offer.ts";
import { readName } from "../../domain/contact/name.ts";
import type { AnswerId, BookingId, ContactId, FollowUpId, GroupMeetingId, OfferId, OwnerId } from "../../domain/ids.ts";
import type { Enrolment } from "../../domain/plan/enrolment.ts";
import { before } from "../../domain/time.ts";
import { type KeptAnswer, wishesSince } from "../../store/answers.ts";
import { bookingsEndingAfter } from "../../store/bookings.ts";
import { uncheckedFollowUps } from "../../store/drafts.ts";
import { loadEnrolments } from "../../store/enrolments.ts";
import { standingGroups } from "../../store/groups.ts";
import { loadLetterTemplates } from "../../store/letter-templates.ts";
import { offersSince } from "../../store/offers.ts";
import { lettersSince, type WrittenLetter } from "../../store/written-letters.ts";
import { type LettersLinks, linksForLetters } from "../booking/offer-link.ts";
import type { Circle } from "../circle.ts";
import type { OwnerView } from "../owner/owner-view.ts";
import type { World } from "../world.ts";
import { OwnTemplates } from "./own-templates.ts";
import { rememberedDays, WordsUsed } from "./words-used.ts";

export type Desk = Pick<OwnerView, "now" | "zone" | "policy"> &
  Pick<Circle, "free" | "places" | "choices" | "facts" | "phones" | "ledger"> & {
    /** The owner's first name and full name; undefined while they are not known. */
    ownerName: string | undefined;
    ownerFullName: string | undefined;
    unchecked: ReadonlySet<FollowUpId>;
    enrolments: ReadonlyMap<ContactId, readonly Enrolment[]>;
    templates: OwnTemplates;
    /** Letters that stand or went out while their threads may go on, oldest first, by person. */
    letters: ReadonlyMap<ContactId, readonly WrittenLetter[]>;
    words: WordsUsed;
    /** Undefined while letters carry no link. */
    links: LettersLinks | undefined;
  };

/** What letters about answers and meetings are written from beside. */
export type ErrandDesk = Desk & {
  /** Meetings that were agreed on, called off ones too, as long as they lie ahead or not far back. */
  bookings: ReadonlyMap<BookingId, Booking>;
  /** What left in letters, by its own id. */
  offers: ReadonlyMap<OfferId, StandingOffer>;
  /** Meetings of several that are being asked, or stand. */
  groups: ReadonlyMap<GroupMeetingId, GroupMeeting>;
  /** What people answered about other times. */
  wishes: ReadonlyMap<AnswerId, KeptAnswer>;
};

/** A reminder answers a letter at most this old. */
const threadDays = rememberedDays;
/** Letters about answers and meetings are of use for days. */
const loopDays = 30;

export async function deskOf(world: World, circle: Circle): Promise<Desk> {
  const { database } = world;
  const { free, places, choices, facts, phones, ledger } = circle;
  const { owner, now, zone, policy, name } = circle.view;
  const threadsSince = before(now, { days: threadDays });
  const wordsSince = before(now, { days: policy.letters.freshWordsDays });
  const letters = await lettersSince(database, owner, threadsSince < wordsSince ? threadsSince : wordsSince);
  const inThreads = letters.filter(({ writtenAt }) => writtenAt >= threadsSince);
  return {
    now,
    zone,
    policy,
    free,
    places,
    choices,
    facts,
    phones,
    ledger,
    ownerName: name === undefined ? undefined : (readName(name)?.given ?? name),
    ownerFullName: name,
    unchecked: await uncheckedFollowUps(database, owner),
    enrolments: await loadEnrolments(database, owner),
    templates: new OwnTemplates(await loadLetterTemplates(database, owner)),
    letters: Map.groupBy(inThreads, ({ contactId }) => contactId),
    words: new WordsUsed(letters, { freshSince: wordsSince }),
    links: await linksForLetters(world, owner),
  };
}

export async function errandDeskOf({ database }: World, owner: OwnerId, desk: Desk): Promise<ErrandDesk> {
  const loopSince = before(desk.now, { days: loopDays });
  return {
    ...desk,
    bookings: await bookingsEndingAfter(database, owner, loopSince),
    offers: await offersSince(database, owner, before(desk.now, { days: threadDays })),
    groups: await standingGroups(database, owner),
    wishes: await wishesSince(database, owner, loopSince),
  };
}
