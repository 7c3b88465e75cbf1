/** A small group (R11): three to six people with the owner, one place, one time; a letter for each of them, to copy. */
import { type Because, because } from "../../domain/because.ts";
import type { ContactId, OwnerId } from "../../domain/ids.ts";
import { offerTimes } from "../../domain/meeting/offer.ts";
import { prepare } from "../../domain/meeting/prepare.ts";
import { travelTo } from "../../domain/meeting/travel.ts";
import { chooseVenue } from "../../domain/meeting/venue.ts";
import { instantOf } from "../../domain/time.ts";
import { type ContactRow, loadContacts } from "../../store/contacts.ts";
import type { LetterFacts } from "../../templates/catalogue.ts";
import { atVenue, sayNames, saySlot } from "../../templates/phrases.ts";
import { type Letter, renderLetter } from "../../templates/render.ts";
import { questionOf } from "../free-time.ts";
import { viewpointOf } from "../viewpoint.ts";
import type { World } from "../world.ts";
import { type Desk, deskOf } from "./desk.ts";
import { localeOf, missingQuestion, voiceOf } from "./write-letter.ts";

/** Besides the owner. */
export const guestsMin = 2;
export const guestsMax = 5;

export type GroupLetter = { contactId: ContactId; name: string; to: string; locale: string } & (
  | { kind: "letter"; letter: Letter }
  | { kind: "refused"; question: string }
);

export type GroupInvitation =
  | { kind: "letters"; letters: readonly GroupLetter[]; because: readonly Because[] }
  /** What is missing for any of them. */
  | { kind: "refused"; because: Because };

export async function inviteGroup(
  world: World,
  owner: OwnerId,
  { guests: ids, about }: { guests: readonly ContactId[]; about: string },
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
  const letters = guests.map((guest) => letterTo(guest, guests, { about, startsAt, endsAt, venue }, desk));
  return {
    kind: "letters",
    letters,
    because: [because("R11.one_slot", "One time that is free in your calendar.", { startsAt })],
  };
}

type Plan = { about: string; startsAt: LetterTime; endsAt: LetterTime; venue: { name: string; address: string } };
type LetterTime = ReturnType<typeof instantOf>;

function letterTo(guest: ContactRow, guests: readonly ContactRow[], plan: Plan, desk: Desk): GroupLetter {
  const kind = "group_invitation";
  const [locale, voice] = [localeOf(guest.locale), voiceOf(guest, desk)];
  const { ownerName, ownerFullName, zone } = desk;
  const others = guests
    .filter(({ contactId }) => contactId !== guest.contactId)
    .map(({ name, greetingName }) => greetingName ?? name);
  const facts: LetterFacts = {
    fullName: guest.name,
    others: sayNames(others, locale),
    slot: saySlot(plan.startsAt, plan.endsAt, zone, locale),
    place: atVenue(plan.venue, locale),
    ...(guest.greetingName !== undefined && { greetingName: guest.greetingName }),
    ...(ownerName !== undefined && { ownerName }),
    ...(ownerFullName !== undefined && { ownerFullName }),
    ...(plan.about !== "" && { topic: plan.about }),
  };
  const { template } = desk.templates.of(kind, voice, locale);
  const rendered = renderLetter({ kind, template, facts, seed: guest.contactId });
  const base = { contactId: guest.contactId, name: guest.name, to: guest.addresses[0] ?? "", locale };
  return rendered.kind === "letter"
    ? { ...base, kind: "letter", letter: rendered.letter }
    : { ...base, kind: "refused", question: missingQuestion(rendered.missing, guest) };
}
