/** A small group (R11): three to six people with the owner, one place, one time; a letter for each of them. */
import { type Because, because } from "../../domain/because.ts";
import { type GroupPlan, groupErrand } from "../../domain/draft/errand.ts";
import type { ContactId, OwnerId } from "../../domain/ids.ts";
import { offerTimes } from "../../domain/meeting/offer.ts";
import { prepare } from "../../domain/meeting/prepare.ts";
import { travelTo } from "../../domain/meeting/travel.ts";
import { chooseVenue } from "../../domain/meeting/venue.ts";
import { instantOf } from "../../domain/time.ts";
import { type ContactRow, loadContacts } from "../../store/contacts.ts";
import type { LetterFacts } from "../../templates/catalogue.ts";
import { atVenue, sayNames, saySlot } from "../../templates/phrases.ts";
import { questionOf } from "../meeting/free-time.ts";
import { viewpointOf } from "../owner/viewpoint.ts";
import type { World } from "../world.ts";
import { askForLetters } from "./ask-for-letters.ts";
import { type Desk, deskOf } from "./desk.ts";
import { letterCaps } from "./letter-caps.ts";
import { type ErrandLetter, namesOf, renderErrand } from "./render-errand.ts";
import { localeOf, missingQuestion } from "./write-letter.ts";

/** Besides the owner. */
export const guestsMin = 2;
export const guestsMax = 5;

export type GroupLetter = {
  contactId: ContactId;
  name: string;
  letter: ErrandLetter;
  /** What only the owner can answer before it is whole. */
  question?: string;
  /** Why it may not go to them now: it is not drafted with the others. */
  held?: Because;
};

export type GroupInvitation =
  | { kind: "letters"; letters: readonly GroupLetter[]; plan: GroupPlan; because: readonly Because[] }
  /** What is missing for any of them. */
  | { kind: "refused"; because: Because };

export type GroupWanted = { guests: readonly ContactId[]; about: string };

/** As they would be written now. */
export async function inviteGroup(
  world: World,
  owner: OwnerId,
  { guests: ids, about }: GroupWanted,
): Promise<GroupInvitation> {
  const wanted = new Set(ids);
  const guests = (await loadContacts(world.database, owner)).filter(({ contactId }) => wanted.has(contactId));
  if (guests.length < guestsMin || guests.length > guestsMax) {
    const text = `Choose ${guestsMin} to ${guestsMax} people: a small group has three to six with you.`;
    return { kind: "refused", because: because("R11.group_size", text, { guests: guests.length }) };
  }
  const stopped = guests.filter(({ status }) => status === "blocked");
  if (stopped.length > 0) {
    const text = `Not to be written to: ${stopped.map(({ name }) => name).join(", ")}.`;
    return { kind: "refused", because: because("R45.do_not_contact", text) };
  }
  const { now } = await viewpointOf(world, owner);
  const desk = await deskOf(world, owner, now);
  const chosen = chooseVenue(desk.places.ways.venues, { suits: "lunch" });
  if (chosen?.kind !== "venue") {
    const text = "Name a place for lunch in your hours and rules first: a group needs one place.";
    return { kind: "refused", because: because("R27.no_place", text) };
  }
  const { venue, minutesForOwner } = chosen;
  const lengthMinutes = desk.policy.durations.lunchMinutes;
  const travelMinutesTo = travelTo({ text: `${venue.name}, ${venue.address}`, minutesFromBase: minutesForOwner });
  const offered =
    desk.free.trust.state === "fresh"
      ? offerTimes(prepare(questionOf(desk.free, { now, lengthMinutes, travelMinutesTo })))
      : undefined;
  const slot = offered?.kind === "times" ? offered.named[0] : undefined;
  if (slot === undefined) {
    const text = "No free time is known: import a calendar of these days, or make room in it.";
    return { kind: "refused", because: because("R11.no_slot", text) };
  }
  const [startsAt, endsAt] = [instantOf(slot.startMs), instantOf(slot.endMs)];
  const plan = { guests: guests.map(({ contactId }) => contactId), topic: about, startsAt, endsAt, venue };
  const caps = await letterCaps(world, owner, desk);
  const letters = guests.map((guest): GroupLetter => {
    const letter = letterToGuest(guest, guests, plan, desk);
    const held = caps.of(guest, "group_invitation");
    return {
      contactId: guest.contactId,
      name: guest.name,
      letter,
      ...(letter.state === "refused" && { question: missingQuestion(letter.missing, guest) }),
      ...(held !== undefined && { held }),
    };
  });
  return {
    kind: "letters",
    letters,
    plan,
    because: [because("R11.one_slot", "One time that is free in your calendar.", { startsAt })],
  };
}

/** Puts them among the letters that wait for a yes, each for itself; whom the caps hold is left out. */
export async function askForGroup(world: World, owner: OwnerId, wanted: GroupWanted): Promise<GroupInvitation> {
  const invitation = await inviteGroup(world, owner, wanted);
  if (invitation.kind === "refused") return invitation;
  const free = invitation.letters.filter(({ held }) => held === undefined);
  await askForLetters(
    world,
    owner,
    free.map(({ contactId }) => groupErrand(contactId, invitation.plan)),
  );
  return invitation;
}

export function letterToGuest(
  guest: ContactRow,
  guests: readonly ContactRow[],
  { topic, startsAt, endsAt, venue }: GroupPlan,
  desk: Desk,
): ErrandLetter {
  const locale = localeOf(guest.locale);
  const others = guests
    .filter(({ contactId }) => contactId !== guest.contactId)
    .map(({ name, greetingName }) => greetingName ?? name);
  const facts: LetterFacts = {
    ...namesOf(guest, desk),
    others: sayNames(others, locale),
    slot: saySlot(startsAt, endsAt, desk.zone, locale),
    place: atVenue(venue, locale),
    ...(topic !== "" && { topic }),
  };
  return renderErrand({ kind: "group_invitation", contact: guest, facts, seed: guest.contactId }, desk);
}
