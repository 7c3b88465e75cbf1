/**
 * The nouns of the sandbox's world: a letter, a meeting, and the days around which they are told. Plain data: writers turn
 * it into files, faces into answers of a provider.
 */
import type { Address, Correspondent } from "../domain/mail/message.ts";
import { addDays, type Instant, instantAt, isWeekend, type PlainDate, type Zone } from "../domain/time.ts";
import { paris } from "./people.ts";

/** The last day that the shipped files tell of, a Friday. */
export const sampleLastDay = "2026-11-20" as PlainDate;
export const sampleDays = 730;
/** How far the calendar runs on after the last day. */
export const sampleAheadDays = 42;

export type Letter = {
  /** Message-ID without angle brackets. */
  id: string;
  at: Instant;
  /** The zone that the writer's clock shows. */
  zone: Zone;
  from: Correspondent;
  to: readonly Correspondent[];
  cc?: readonly Correspondent[];
  subject: string;
  /** What the writer says in this letter, signature included, without what is quoted. */
  said: string;
  /** The whole body: `said` and the quotation. */
  text: string;
  html?: string;
  /** text/calendar part, as text, and its method. */
  invitation?: { method: "REQUEST" | "REPLY"; text: string };
  /** An attached vCard, as text. */
  card?: { fileName: string; text: string };
  /** A delivery report about this address in place of an ordinary body. */
  undelivered?: { address: Address; diagnosis: string };
  /** Ids of the letters before it in the thread, oldest first. */
  references: readonly string[];
  /** Whose mailbox it was put into; the owner's main address when left out. */
  deliveredTo?: Address;
  labels: readonly string[];
  headers?: readonly (readonly [string, string])[];
  encoding: "8bit" | "quoted-printable" | "base64";
  /** Stands that many days from the last day wherever the sample is moved (0 or less); see move-dates.ts. */
  dayFromLast?: number;
};

export type Guest = Correspondent & {
  response: "ACCEPTED" | "DECLINED" | "TENTATIVE" | "NEEDS-ACTION";
  room?: true;
  optional?: true;
};

export type MeetingTime =
  | { kind: "timed"; zone: Zone; day: PlainDate; startMinute: number; lengthMinutes: number }
  /** Inclusive on both ends. */
  | { kind: "all_day"; firstDay: PlainDate; lastDay: PlainDate };

export type Meeting = {
  uid: string;
  calendar: "work" | "family";
  title: string;
  place?: string;
  description?: string;
  link?: string;
  time: MeetingTime;
  organiser?: Correspondent;
  guests: readonly Guest[];
  status: "CONFIRMED" | "TENTATIVE" | "CANCELLED";
  /** How it stands in the owner's day: BUSY unless said. */
  shows?: "FREE" | "TENTATIVE" | "OOF" | "FOCUS";
  /** RFC 5545 rule; the days are left out or changed below. */
  rule?: string;
  leftOut?: readonly PlainDate[];
  changes?: readonly { day: PlainDate; startMinute: number; note?: string }[];
  /** How many days before its start it was entered. */
  enteredDaysBefore: number;
  dayFromLast?: number;
};

export type World = { seed: number; lastDay: PlainDate; letters: readonly Letter[]; meetings: readonly Meeting[] };

/** The day that many days before the last one, or the weekday before it. */
export function weekdayBefore(lastDay: PlainDate, days: number): PlainDate {
  let day = addDays(lastDay, -days);
  while (isWeekend(day)) day = addDays(day, -1);
  return day;
}

/** The instant when the clock of a zone shows `HH:MM` on a day. */
export function at(zone: Zone, day: PlainDate, clock: string): Instant {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return instantAt(zone, day, hours * 60 + minutes);
}

/** When a meeting begins; an all-day one at the midnight before its first day in the owner's zone. */
export const startOf = ({ time }: Pick<Meeting, "time">): Instant =>
  time.kind === "timed" ? instantAt(time.zone, time.day, time.startMinute) : instantAt(paris.zone, time.firstDay, 0);

/** When a meeting is over; an all-day one at the midnight after its last day in the owner's zone. */
export const endOf = ({ time }: Pick<Meeting, "time">): Instant =>
  time.kind === "timed"
    ? instantAt(time.zone, time.day, time.startMinute + time.lengthMinutes)
    : instantAt(paris.zone, addDays(time.lastDay, 1), 0);
