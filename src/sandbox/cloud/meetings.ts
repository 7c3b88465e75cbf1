/**
 * Meetings of several people: the organiser's event, and the copies of it in the guests' main calendars, which follow it. All
 * copies bear one UID; each guest's answer is told to all of them.
 */

import type { Address } from "../../domain/mail/message.ts";
import type { Attendee, AttendeeResponse } from "../../domain/meeting/event.ts";
import type { CloudAccount } from "./account.ts";
import type { CloudEvent, NewEvent } from "./calendars.ts";
import type { Cloud } from "./cloud.ts";

type Place = { account: CloudAccount; calendarId: string };

/** Enters or changes an event in a calendar. `tellsGuests`: they get it too, as when the provider sends invitations. */
export function putMeeting(
  cloud: Cloud,
  { account, calendarId }: Place,
  event: NewEvent,
  { tellsGuests }: { tellsGuests: boolean },
): CloudEvent {
  const earlier = account.calendars.find(calendarId, event.id);
  const stored = account.calendars.put(calendarId, event, cloud.now());
  if (!tellsGuests || !isOrganiser(account, stored)) return stored;
  for (const guest of stored.attendees) bringTo(cloud, account, guest.address, stored);
  const dropped = (earlier?.attendees ?? []).filter(({ address }) => !hasGuest(stored, address));
  for (const { address } of dropped) bringTo(cloud, account, address, { ...stored, status: "cancelled" });
  return stored;
}

/** False when it was cancelled before, or was never there. */
export function cancelMeeting(
  cloud: Cloud,
  { account, calendarId }: Place,
  id: string,
  { tellsGuests }: { tellsGuests: boolean },
): boolean {
  const event = account.calendars.find(calendarId, id);
  if (event === undefined || !account.calendars.cancel(calendarId, id, cloud.now())) return false;
  if (tellsGuests && isOrganiser(account, event)) {
    for (const { address } of event.attendees) bringTo(cloud, account, address, { ...event, status: "cancelled" });
  }
  return true;
}

/** A guest's answer, told to every copy of the meeting. False when nobody has such a meeting with them. */
export function answerMeeting(cloud: Cloud, uid: string, guest: Address, response: AttendeeResponse): boolean {
  const isGuest = sameMailbox(cloud, guest);
  let told = false;
  for (const account of cloud.accounts) {
    for (const { calendarId, event } of account.calendars.findByUid(uid)) {
      if (event.status === "cancelled" || !event.attendees.some(({ address }) => isGuest(address))) continue;
      const attendees = event.attendees.map((one) => (isGuest(one.address) ? { ...one, response } : one));
      account.calendars.put(calendarId, { ...event, attendees }, cloud.now());
      told = true;
    }
  }
  return told;
}

export const isOrganiser = (account: CloudAccount, { organiser }: Pick<CloudEvent, "organiser">): boolean =>
  organiser === undefined || isOwn(account, organiser.address);

/** One of the account's own addresses. */
export const isOwn = (account: CloudAccount, address: Address): boolean =>
  address === account.address || account.aliases.includes(address);

/** How the account answered; undefined when it is not among the guests. */
export const ownAnswer = (account: CloudAccount, { attendees }: Pick<CloudEvent, "attendees">): Attendee | undefined =>
  attendees.find(({ address }) => isOwn(account, address));

/** Takes the account's time: neither free nor declined, no place of work and no birthday. */
export const blocks = (account: CloudAccount, event: CloudEvent): boolean =>
  !["free", "working_location", "working_elsewhere", "birthday"].includes(event.shows) &&
  ownAnswer(account, event)?.response !== "declined";

const hasGuest = ({ attendees }: Pick<CloudEvent, "attendees">, address: Address) =>
  attendees.some((guest) => guest.address === address);

function sameMailbox(cloud: Cloud, guest: Address): (address: Address) => boolean {
  const account = cloud.account(guest);
  return (address) => (account === undefined ? address === guest : isOwn(account, address));
}

function bringTo(cloud: Cloud, organiser: CloudAccount, address: Address, event: CloudEvent): void {
  if (isOwn(organiser, address)) return;
  const guest = cloud.account(address);
  if (guest !== undefined) putCopy(cloud, guest, event);
  else if (cloud.residents.has(address)) cloud.residents.invited({ address, organiser, event, at: cloud.now() });
}

/** The copy keeps its own id and what its owner's programs noted on it. */
function putCopy(cloud: Cloud, guest: CloudAccount, event: NewEvent): void {
  const calendarId = guest.calendars.main.id;
  const known = guest.calendars
    .findByUid(event.uid)
    .find((one) => one.calendarId === calendarId && one.event.occurrence === event.occurrence)?.event;
  if (event.status === "cancelled") {
    if (known !== undefined) guest.calendars.cancel(calendarId, known.id, cloud.now());
    return;
  }
  const { id, seriesId, isPrivate, ...told } = event;
  const series = guest.calendars.findByUid(event.uid).find((one) => one.event.occurrence === undefined)?.event.id;
  guest.calendars.put(
    calendarId,
    {
      ...told,
      id: known?.id ?? (series !== undefined && seriesId !== undefined ? id.replace(seriesId, series) : id),
      ...(seriesId !== undefined && { seriesId: series ?? seriesId }),
      shows: known?.shows ?? "busy",
      properties: known?.properties ?? {},
    },
    cloud.now(),
  );
}
