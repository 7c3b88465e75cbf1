/** The letters of a group: who is asked with whom, where, and at which of its times (R11). Every member is offered the same. */
import type { GroupBody, GroupMeeting } from "../../domain/booking/group.ts";
import type { Offer, OfferedTime } from "../../domain/draft/offer.ts";
import type { FollowUpId } from "../../domain/ids.ts";
import { offerLines } from "../../domain/meeting/offer-lines.ts";
import { type Prepared, prepare } from "../../domain/meeting/prepare.ts";
import { whyNot } from "../../domain/meeting/slots.ts";
import { travelTo } from "../../domain/meeting/travel.ts";
import { clockElsewhere } from "../../domain/meeting/wall-clock.ts";
import { dayIn, millisOf } from "../../domain/time.ts";
import type { ContactRow } from "../../store/contacts.ts";
import type { Locale, Voice } from "../../templates/catalogue.ts";
import { sayLink, underTimes } from "../../templates/link-line.ts";
import { atVenue, sayCall, sayNames, sayOccasion } from "../../templates/phrases.ts";
import { questionOf } from "../meeting/free-time.ts";
import type { Desk } from "./desk.ts";
import { type ErrandLetter, namesOf, renderErrand } from "./render-errand.ts";
import { threadOf } from "./thread-of.ts";
import { localeOf, voiceOf } from "./write-letter.ts";

export type GroupAsked = Pick<GroupMeeting, "body"> & {
  /** All of them; each letter names the others. */
  guests: readonly ContactRow[];
  /** Under which the letter is kept; absent while it is only shown. */
  followUpId?: FollowUpId;
};

/** Undefined when none of its times is free any more. */
export function letterToGuest(
  guest: ContactRow,
  { body, guests, followUpId }: GroupAsked,
  desk: Desk,
): ErrandLetter | undefined {
  const [locale, voice] = [localeOf(guest.locale), voiceOf(guest, desk)];
  const offer = groupOffer(body, { guest, locale, voice }, desk);
  if (offer.times.length === 0) return undefined;
  const others = guests
    .filter(({ contactId }) => contactId !== guest.contactId)
    .map(({ name, greetingName }) => greetingName ?? name);
  const facts = {
    ...namesOf(guest, desk),
    others: sayNames(others, locale),
    occasion: sayOccasion(body.occasion, locale),
    place: placeOf(body, { locale, voice }),
    times: offer.lines,
    ...(body.topic !== "" && { topic: body.topic }),
  };
  const letter = renderErrand({ kind: "group_invitation", contact: guest, facts, seed: guest.contactId }, desk);
  return withLink({ ...letter, offer }, followUpId, desk);
}

/** In the thread of the invitation, for somebody who has not said yet; undefined when there is no such thread, or no time left. */
export function reminderToGuest(
  guest: ContactRow,
  { body, followUpId }: GroupAsked,
  desk: Desk,
): ErrandLetter | undefined {
  const [locale, voice] = [localeOf(guest.locale), voiceOf(guest, desk)];
  const offer = groupOffer(body, { guest, locale, voice }, desk);
  const thread = threadOf({ kind: "nudge", contact: guest, interactions: [] }, desk);
  if (offer.times.length === 0 || thread === undefined) return undefined;
  const facts = {
    ...namesOf(guest, desk),
    occasion: sayOccasion(body.occasion, locale),
    threadSubject: thread.subject,
    times: offer.lines,
  };
  return withLink(
    { ...renderErrand({ kind: "nudge", contact: guest, facts, seed: guest.contactId }, desk), offer },
    followUpId,
    desk,
  );
}

/** The time that was found is not theirs: a kind word, and nothing asked. */
export function letterWithoutYou(
  guest: ContactRow,
  { body }: Pick<GroupMeeting, "body">,
  desk: Desk,
): ErrandLetter | undefined {
  const thread = threadOf({ kind: "after_decline", contact: guest, interactions: [] }, desk);
  if (thread === undefined) return undefined;
  const facts = {
    ...namesOf(guest, desk),
    occasion: sayOccasion(body.occasion, localeOf(guest.locale)),
    threadSubject: thread.subject,
  };
  return renderErrand({ kind: "after_decline", contact: guest, facts, seed: guest.contactId }, desk);
}

type Reader = { locale: Locale; voice: Voice };

/** Where a group meets, as a letter to one of them says it. */
export function placeOf({ held }: GroupBody, { locale, voice }: Reader): string {
  switch (held.by) {
    case "venue":
      return atVenue(held, locale);
    case "link":
      return sayCall({ kind: "standing_link", url: held.url }, locale, voice);
    case "meet":
    case "teams":
      return sayCall({ kind: held.by }, locale, voice);
  }
}

/** What the confirmation of a group's meeting says of it to one of them. */
export const toldTo = (guest: ContactRow, body: GroupBody, desk: Pick<Desk, "choices">): { place: string } => ({
  place: placeOf(body, { locale: localeOf(guest.locale), voice: voiceOf(guest, desk) }),
});

function groupOffer(body: GroupBody, reader: Reader & { guest: ContactRow }, desk: Desk): Offer {
  const { occasion, held, lengthMinutes } = body;
  const { free } = desk;
  const prepared = preparedFor(body, desk);
  const isOpen = ({ startsAt, endsAt }: OfferedTime) =>
    whyNot(prepared, { startMs: millisOf(startsAt), endMs: millisOf(endsAt) }).length === 0;
  // A calendar that is not trusted now says nothing against them: the last look before sending asks again.
  const times = free.trust.state === "fresh" ? body.times.filter(isOpen) : body.times;
  return {
    lines: linesOf(times, body, reader, prepared, desk),
    times,
    mode: held.by === "venue" ? "in_person" : "video",
    place: placeOf(body, reader),
    calendar: free.trust,
    unchecked: false,
    asked: { lengthMinutes, occasion, ...(held.by === "venue" && { travelMinutes: held.minutesFromBase }) },
  };
}

/** Whoever is offered hours in other letters is in nobody's way, as at the last look (Q6). */
function preparedFor({ held, lengthMinutes }: GroupBody, { free, now }: Desk): Prepared {
  const busy = free.busy.filter(({ kind }) => kind !== "hold");
  return prepare(questionOf({ ...free, busy }, { now, lengthMinutes, ...wayTo(held) }));
}

/** Nobody travels to a call. */
export const wayTo = (held: GroupBody["held"]): { travelMinutesTo?: ReturnType<typeof travelTo> } =>
  held.by === "venue"
    ? { travelMinutesTo: travelTo({ text: `${held.name}, ${held.address}`, minutesFromBase: held.minutesFromBase }) }
    : {};

function linesOf(
  times: readonly OfferedTime[],
  { held }: GroupBody,
  { guest, locale }: Reader & { guest: ContactRow },
  { clock }: Prepared,
  { zone, places }: Desk,
): readonly string[] {
  const byDay = Map.groupBy(times, ({ startsAt }) => dayIn(zone, startsAt));
  const days = [...byDay].map(([day, ones]) => ({
    day,
    ranges: ones.map(({ startsAt, endsAt }) => ({ startMs: millisOf(startsAt), endMs: millisOf(endsAt) })),
  }));
  // Who comes to the place reads its clock; whose clock is not known is told whose it is.
  const theirs = places.of(guest.contactId).theirs.place?.zone;
  const readersClock = held.by === "venue" ? clock : theirs && clockElsewhere(clock, theirs);
  return offerLines(days, { ownersClock: clock, locale, ...(readersClock !== undefined && { readersClock }) });
}

function withLink(one: ErrandLetter, followUpId: FollowUpId | undefined, desk: Desk): ErrandLetter {
  const link = followUpId === undefined ? undefined : desk.links?.linkFor(followUpId);
  if (one.state === "refused" || one.offer === undefined || link === undefined) return one;
  const { letter, times } = underTimes(one.letter, one.offer.lines, sayLink(link, one.locale, one.voice));
  return { ...one, letter, facts: { ...one.facts, times } };
}
