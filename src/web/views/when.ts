/** Moments in the owner's zone and in words: "Wed 18 Nov, 14:00" and "in 5 hours". */
import { html } from "hono/html";
import {
  dayIn,
  daysBetween,
  hoursBetween,
  type Instant,
  type PlainDate,
  sayDay,
  sayInstant,
  type Zone,
} from "../../domain/time.ts";
import type { Html } from "./html.ts";

export type Seen = { now: Instant; zone: Zone };

/** The year is named only when it is another one. */
export function sayMoment(at: Instant, { now, zone }: Seen): string {
  const isThisYear = dayIn(zone, at).slice(0, 4) === dayIn(zone, now).slice(0, 4);
  return sayInstant(at, zone, isThisYear ? "ccc d LLL, HH:mm" : "d LLL yyyy, HH:mm");
}

export function sayDate(day: PlainDate, { now, zone }: Seen): string {
  return sayDay(day, day.slice(0, 4) === dayIn(zone, now).slice(0, 4) ? "ccc d LLL" : "d LLL yyyy");
}

/** Hours while it is near, then days of the owner's calendar, weeks, months and years. */
export function sayDistance(at: Instant, { now, zone }: Seen): string {
  const hours = hoursBetween(now, at);
  if (Math.abs(hours) < 1) return Math.abs(hours) < 1 / 30 ? "now" : turned(Math.round(hours * 60), "minute");
  if (Math.abs(hours) < 24) return turned(Math.round(hours), "hour");
  const days = daysBetween(dayIn(zone, now), dayIn(zone, at));
  if (days === 1) return "tomorrow";
  if (days === -1) return "yesterday";
  if (Math.abs(days) < 21) return turned(days, "day");
  if (Math.abs(days) < 60) return turned(Math.round(days / 7), "week");
  if (Math.abs(days) < 700) return turned(Math.round(days / 30.44), "month");
  return turned(Math.round(days / 365.25), "year");
}

/** The distance in words, the moment itself on pointing at it and for machines. */
export const when = (at: Instant, seen: Seen): Html =>
  html`<time datetime="${at}" title="${sayMoment(at, seen)}">${sayDistance(at, seen)}</time>`;

export const moment = (at: Instant, seen: Seen): Html => html`<time datetime="${at}">${sayMoment(at, seen)}</time>`;

/** A count of seconds as people say it: "under a minute", "about 4 minutes". */
export function saySeconds(seconds: number): string {
  if (seconds < 10) return "a few seconds";
  if (seconds < 55) return `about ${Math.round(seconds / 5) * 5} seconds`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `about ${counted(minutes, "minute")}` : `about ${counted(Math.round(minutes / 60), "hour")}`;
}

export const counted = (count: number, noun: string, nouns = `${noun}s`): string =>
  `${sayCount(count)} ${count === 1 ? noun : nouns}`;

/** Thousands are set apart: 12,345. */
export const sayCount = (count: number): string => count.toLocaleString("en-US");

export function sayBytes(bytes: number): string {
  const units = ["bytes", "kB", "MB", "GB", "TB"];
  const step = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const amount = bytes / 1000 ** step;
  return `${amount >= 100 || step === 0 ? Math.round(amount) : amount.toFixed(1)} ${units[step]}`;
}

export const sayShare = (done: number, total: number): string =>
  `${total === 0 ? 0 : Math.floor((done / total) * 100)} %`;

const turned = (amount: number, unit: string): string =>
  amount > 0 ? `in ${counted(amount, unit)}` : amount < 0 ? `${counted(-amount, unit)} ago` : "now";
