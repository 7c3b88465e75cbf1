/** A meeting of three to six with the owner (R11): asked together, at one place and a few times, each by a letter of their own. */
import { type Because, because } from "../../domain/because.ts";
import { type GroupBody, guestsMax, guestsMin } from "../../domain/booking/group.ts";
import { overlap } from "../../domain/booking/hold.ts";
import { busyByWish, type TimesWish } from "../../domain/booking/times-wish.ts";
import { howToPutWhy, isClause } from "../../domain/contact/why-met.ts";
import { groupErrand } from "../../domain/draft/errand.ts";
import type { OfferedTime } from "../../domain/draft/offer.ts";
import type { ContactId, GroupMeetingId, OwnerId } from "../../domain/ids.ts";
import { bestCall, type CallBy } from "../../domain/meeting/mode.ts";
import { offerTimes } from "../../domain/meeting/offer.ts";
import { prepare } from "../../domain/meeting/prepare.ts";
import { chooseVenue } from "../../domain/meeting/venue.ts";
import { addDays, dayIn, type Instant } from "../../domain/time.ts";
import type { ContactRow } from "../../store/contacts.ts";
import { addGroup } from "../../store/groups.ts";
import { lockOwner } from "../../store/owners.ts";
import { timeOf } from "../booking/look-again.ts";
import { circleOf } from "../circle.ts";
import { questionOf } from "../meeting/free-time.ts";
import { ownerView } from "../owner/owner-view.ts";
import type { World } from "../world.ts";
import { askForLetters } from "./ask-for-letters.ts";
import { type Desk, deskOf } from "./desk.ts";
import { letterToGuest, wayTo } from "./group-letter.ts";
import { letterCaps } from "./letter-caps.ts";
import { minutesOf } from "./offer-for-letter.ts";
import type { ErrandLetter } from "./render-errand.ts";
import { missingQuestion } from "./write-letter.ts";

export const groupWays = ["lunch", "coffee", "call"] as const;
export type GroupWay = (typeof groupWays)[number];

export type GroupWanted = {
  guests: readonly ContactId[];
  /** Of the guests, those without whom it takes place too. */
  optional: readonly ContactId[];
  about: string;
  way: GroupWay;
  /** Of the free times, those that they are asked for; all of them when empty. */
  starts: readonly Instant[];
};

export type GroupLetter = {
  contactId: ContactId;
  name: string;
  letter: ErrandLetter;
  /** What only the owner can answer before it is whole. */
  question?: string;
  /** Why it may not go to them now: they are not asked with the others. */
  held?: Because;
};

export type GroupInvitation =
  | {
      kind: "letters";
      letters: readonly GroupLetter[];
      body: GroupBody;
      /** Every time that they could be asked for, in order. */
      times: readonly OfferedTime[];
      because: readonly Because[];
    }
  /** What is missing for any of them. */
  | { kind: "refused"; because: Because };

/** As they would be written now. */
export async function inviteGroup(world: World, owner: OwnerId, wanted: GroupWanted): Promise<GroupInvitation> {
  const circle = await circleOf(world, await ownerView(world, owner));
  const guests = [...new Set(wanted.guests)].flatMap((id) => circle.contacts.get(id) ?? []);
  if (guests.length < guestsMin || guests.length > guestsMax) {
    const text = `Choose ${guestsMin} to ${guestsMax} people: a small group has three to six with you.`;
    return refused(because("R11.group_size", text, { guests: guests.length }));
  }
  const stopped = guests.filter(({ status }) => status === "blocked");
  if (stopped.length > 0) {
    const text = `Not to be written to: ${stopped.map(({ name }) => name).join(", ")}.`;
    return refused(because("R45.do_not_contact", text));
  }
  if (isClause(wanted.about)) return refused(because("R3.clause", howToPutWhy));
  const desk = await deskOf(world, circle);
  const held = heldAt(wanted.way, desk);
  if (held === undefined) return refused(because("R27.no_place", whatIsMissing[wanted.way]));
  const lengthMinutes = minutesOf(wanted.way, desk.policy);
  const free = freeTimes({ held, lengthMinutes }, wanted.way, desk);
  const chosen = free.filter(({ startsAt }) => wanted.starts.length === 0 || wanted.starts.includes(startsAt));
  if (chosen.length === 0) {
    const text = "No free time is known: import a calendar of these days, or make room in it.";
    return refused(because("R11.no_slot", text));
  }
  const body: GroupBody = { topic: wanted.about, occasion: wanted.way, held, lengthMinutes, times: chosen };
  const caps = await letterCaps(world, circle);
  const letters = guests.flatMap((guest) => {
    const letter = letterToGuest(guest, { body, guests }, desk);
    return letter === undefined ? [] : [shown(guest, letter, caps.of(guest, "group_invitation"))];
  });
  const reason = because("R11.same_times", "The same times for everybody, free in your calendar.", {
    times: chosen.length,
  });
  return { kind: "letters", letters, body, times: free, because: [reason] };
}

export type GroupAsked = { kind: "asked"; groupId: GroupMeetingId } | Extract<GroupInvitation, { kind: "refused" }>;

/** The group begins, and its letters wait with the others, each for a yes of its own; whom the caps hold is not asked to it. */
export async function askForGroup(world: World, owner: OwnerId, wanted: GroupWanted): Promise<GroupAsked> {
  const invitation = await inviteGroup(world, owner, wanted);
  if (invitation.kind === "refused") return invitation;
  const members = invitation.letters.filter(({ held }) => held === undefined).map(({ contactId }) => contactId);
  if (members.length < guestsMin) {
    const text = "Too few of them may be written to now.";
    return refused(because("R11.too_few", text, { may: members.length }));
  }
  const { body, because: reasons } = invitation;
  const groupId = world.ids.next<GroupMeetingId>();
  await world.database.transaction().execute(async (database) => {
    await lockOwner(database, owner);
    await addGroup(database, owner, {
      groupId,
      state: "asking",
      body,
      members: members.map((contactId) => ({
        contactId,
        isRequired: !wanted.optional.includes(contactId),
        answer: { kind: "waiting" },
        because: [],
      })),
      because: reasons,
      createdAt: world.clock.now(),
    });
  });
  await askForLetters(
    world,
    owner,
    members.map((contactId) => groupErrand(contactId, { groupId, body })),
  );
  return { kind: "asked", groupId };
}

const refused = (reason: Because): Extract<GroupInvitation, { kind: "refused" }> => ({
  kind: "refused",
  because: reason,
});

const shown = (guest: ContactRow, letter: ErrandLetter, held: Because | undefined): GroupLetter => ({
  contactId: guest.contactId,
  name: guest.name,
  letter,
  ...(letter.state === "refused" && { question: missingQuestion(letter.missing, guest) }),
  ...(held !== undefined && { held }),
});

const whatIsMissing: Readonly<Record<GroupWay, string>> = {
  lunch: "Name a place for lunch in your hours and rules first: a group needs one place.",
  coffee: "Name a place for coffee in your hours and rules first: a group needs one place.",
  call: "Name your video room in your hours and rules, or connect a calendar that makes one: a group needs one link.",
};

function heldAt(way: GroupWay, { places }: Desk): GroupBody["held"] | undefined {
  if (way === "call") return roomFor(places.callBy);
  const chosen = chooseVenue(places.ways.venues, { suits: way });
  if (chosen?.kind !== "venue") return undefined;
  const { name, address } = chosen.venue;
  return { by: "venue", name, address, minutesFromBase: chosen.minutesForOwner };
}

/** As a call of two is held, though never by telephone: a room of its own where the calendar makes one, else the owner's. */
function roomFor(callBy: readonly CallBy[]): GroupBody["held"] | undefined {
  const call = bestCall(callBy.filter(({ kind }) => kind !== "phone"));
  switch (call?.kind) {
    case "meet":
    case "teams":
      return { by: call.kind };
    case "standing_link":
      return { by: "link", url: call.url };
    default:
      return undefined;
  }
}

function freeTimes(
  { held, lengthMinutes }: Pick<GroupBody, "held" | "lengthMinutes">,
  way: GroupWay,
  { free, now, zone }: Desk,
): OfferedTime[] {
  if (free.trust.state !== "fresh") return [];
  const firstDay = dayIn(zone, now);
  const lastDay = addDays(firstDay, free.availability.horizonDays);
  const notLunchtime = way === "lunch" ? busyByWish(atLunchtime, { zone, firstDay, lastDay, lengthMinutes }) : [];
  const invitees = [{ id: way, zone, busy: notLunchtime }];
  const offered = offerTimes(prepare(questionOf(free, { now, lengthMinutes, invitees, ...wayTo(held) })));
  return offered.kind === "times" ? offered.named.map(timeOf).reduce(besideOthers, []) : [];
}

/** Of times that overlap the first is asked for: both can never be kept. */
const besideOthers = (kept: OfferedTime[], time: OfferedTime): OfferedTime[] =>
  kept.some((other) => overlap(other, time)) ? kept : [...kept, time];

/** From half past eleven to half past two, the whole of it. */
const atLunchtime: TimesWish = {
  limits: [{ fits: true, clock: { kind: "between", from: 690, until: 870, isPart: false } }],
  within: [],
  notAt: [],
};
