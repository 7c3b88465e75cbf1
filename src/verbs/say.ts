/** How verbs put things into words: moments in the owner's zone, tags as plain words, reasons one below the other. */
import { type Because, sayBecause } from "../domain/because.ts";
import type { CalendarTrust } from "../domain/draft/offer.ts";
import { dayIn, type Instant, type PlainDate, sayDay, sayInstant, type Zone } from "../domain/time.ts";
import type { Viewpoint } from "../flows/owner/viewpoint.ts";

/** "Wed 18 Nov 2026, 14:00", as clocks in the zone show it. */
export const sayMoment = (at: Instant, zone: Zone): string => sayInstant(at, zone, "ccc d LLL yyyy, HH:mm");

/** "Wed 18 Nov 2026". */
export const sayDate = (day: PlainDate): string => sayDay(day, "ccc d LLL yyyy");
export const sayDayOf = (at: Instant, zone: Zone): string => sayDate(dayIn(zone, at));

/** "2026-11-18", short enough for a column; empty when it never was. */
export const shortDay = (at: Instant | undefined, zone: Zone): string => (at === undefined ? "" : dayIn(zone, at));

/** A stored tag as words: "thank_you" is "thank you". */
export const plain = (tag: string): string => tag.replaceAll("_", " ");

export const counted = (count: number, noun: string, nouns = `${noun}s`): string =>
  `${count.toLocaleString("en-US")} ${count === 1 ? noun : nouns}`;

/** "1.4 MB". */
export function sayBytes(bytes: number): string {
  const units = ["bytes", "kB", "MB", "GB", "TB"];
  const step = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const amount = bytes / 1000 ** step;
  return `${amount >= 100 || step === 0 ? Math.round(amount) : amount.toFixed(1)} ${units[step]}`;
}

export const reasonLines = (reasons: readonly Because[], indent: string): string[] =>
  reasons.map((reason) => `${indent}- ${sayBecause(reason)}`);

/** From which day things are looked at, when that is not simply now. */
export function viewpointLines({ now, because }: Viewpoint, zone: Zone): string[] {
  if (because === "said") return [`As seen on ${sayMoment(now, zone)} (${zone}); nothing is stored.`];
  if (because === "end_of_export")
    return [`Your export ended on ${sayMoment(now, zone)}, long ago, so everything is seen from there (${zone}).`];
  return [];
}

/** How far the calendar behind offered times can be trusted. */
export function calendarLine(trust: CalendarTrust, zone: Zone): string {
  if (trust.state === "none") return "There is no calendar: letters offer no times.";
  const asOf = sayMoment(trust.asOf, zone);
  return trust.state === "fresh"
    ? `Times are free in your calendar as of ${asOf}.`
    : `Your calendar ends on ${asOf}, more than 14 days before: letters offer no times from it.`;
}
