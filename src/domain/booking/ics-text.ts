/** One meeting as an iCalendar file (RFC 5545, RFC 5546): to send as an invitation, or to put into one's own calendar. */
import { contentText, escaped } from "../content-text.ts";
import type { Instant } from "../time.ts";

export type IcsPerson = { address: string; name?: string };

export type IcsMeeting = {
  /** The same meeting in each of its versions. */
  uid: string;
  /** Of the version, from 0: the higher one counts. */
  sequence: number;
  /** When this version was made. */
  stampedAt: Instant;
  startsAt: Instant;
  endsAt: Instant;
  title: string;
  place?: string;
  link?: string;
  /** Absent of a meeting that is only recorded. */
  organiser?: IcsPerson;
  guests: readonly IcsPerson[];
  isCancelled: boolean;
};

/** invitation: asks the guests to come, or tells them that it is off. own_copy: names no guests, so that no program writes to them. */
export type IcsPurpose = "invitation" | "own_copy";

export function icsText(meeting: IcsMeeting, purpose: IcsPurpose): string {
  const method = purpose === "own_copy" ? "PUBLISH" : meeting.isCancelled ? "CANCEL" : "REQUEST";
  return `${calendarOpening(method)}${meetingText(meeting, purpose)}${calendarClosing}`;
}

/** A calendar of any number of meetings is its opening, the text of each, and its closing. */
export const calendarOpening = (method: "PUBLISH" | "CANCEL" | "REQUEST"): string =>
  contentText([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Rapport//Rapport//EN",
    "CALSCALE:GREGORIAN",
    `METHOD:${method}`,
  ]);

export const calendarClosing = contentText(["END:VCALENDAR"]);

export function meetingText(meeting: IcsMeeting, purpose: IcsPurpose): string {
  const { uid, sequence, stampedAt, startsAt, endsAt, title, place, link, organiser, guests, isCancelled } = meeting;
  return contentText([
    "BEGIN:VEVENT",
    `UID:${escaped(uid)}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${stamp(stampedAt)}`,
    `DTSTART:${stamp(startsAt)}`,
    `DTEND:${stamp(endsAt)}`,
    `SUMMARY:${escaped(title)}`,
    ...(place === undefined ? [] : [`LOCATION:${escaped(place)}`]),
    ...(link === undefined ? [] : [`URL:${link}`]),
    `STATUS:${isCancelled ? "CANCELLED" : "CONFIRMED"}`,
    "TRANSP:OPAQUE",
    ...(organiser === undefined ? [] : [`ORGANIZER${named(organiser)}`]),
    ...(purpose === "own_copy" ? [] : guests.map((guest) => `ATTENDEE;ROLE=REQ-PARTICIPANT${asked(guest)}`)),
    "END:VEVENT",
  ]);
}

/** In UTC, which every calendar shows on its own clock. */
const stamp = (at: Instant): string => `${at.slice(0, 19).replaceAll(/[-:]/g, "")}Z`;

const asked = (guest: IcsPerson): string => `;PARTSTAT=NEEDS-ACTION;RSVP=TRUE${named(guest)}`;

const named = ({ address, name }: IcsPerson): string =>
  `${name === undefined ? "" : `;CN=${parameter(name)}`}:mailto:${address}`;

/** Quoted; what cannot stand between quotes is left out (RFC 6868 is not read everywhere). */
const parameter = (text: string): string => `"${text.replaceAll(/["\r\n\p{Cc}]/gu, "")}"`;
