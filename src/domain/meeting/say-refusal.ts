/** Why a time cannot be offered, in plain words for the owner: the week's page and `rapport free --why` say the same. */
import { type Instant, millisOf } from "../time.ts";
import type { Busy, BusyKind } from "./busy.ts";
import { dayText, momentText, rangeText } from "./clock-text.ts";
import { dayOfNumber } from "./day-number.ts";
import type { DaySpan, Refusal, RuleName, WallRange } from "./refusal.ts";
import { dayNumberAt, type WallClock } from "./wall-clock.ts";

/** What each kind of taken time is called. */
export const busyKindNames: Readonly<Record<BusyKind, string>> = {
  busy: "Busy",
  tentative: "Tentative",
  unanswered: "Invitation not answered",
  out_of_office: "Out of office",
  focus: "Focus time",
  travel: "Travel",
  hold: "Held for an offer",
  booking: "Booked by Rapport",
  unknown: "Unknown, so busy",
};

/** The rules by the names that settings and pages use for them. */
export const ruleNames: Readonly<Record<RuleName, string>> = {
  lead_time: "lead time",
  horizon: "how far ahead",
  deadline: "deadline",
  unreadable_calendar: "unreadable calendar",
  other_days: "other days",
  holiday: "holiday",
  outside_hours: "outside your hours",
  focus_hours: "focus hours",
  busy: "busy",
  buffer: "buffer",
  meeting_gap: "gap between meetings",
  travel: "travel",
  not_adjacent: "not beside another meeting there",
  day_cap: "meetings a day",
  week_cap: "meetings a week",
  invitee_hours: "their hours",
  invitee_busy: "they are busy",
};

/**
 * All reasons for one time, a sentence each. Time kept clear around something that is itself in the way is not said twice.
 */
export const sayRefusals = (refusals: readonly Refusal[], clock: WallClock): string[] => {
  const inTheWay = refusals.flatMap((one) => (one.rule === "busy" ? one.with : []));
  return refusals
    .filter((one) => one.rule !== "buffer" || !one.with.every((item) => inTheWay.includes(item)))
    .map((one) => sayRefusal(one, clock));
};

/** One sentence with the facts, times as the owner's clock shows them. */
export function sayRefusal(refusal: Refusal, clock: WallClock): string {
  const moment = (at: Instant) => momentText(clock, millisOf(at));
  switch (refusal.rule) {
    case "lead_time":
      return `Too soon: the earliest start is ${moment(refusal.earliestAt)}.`;
    case "horizon":
      return `Too far ahead: times are offered until ${moment(refusal.latestAt)}.`;
    case "deadline":
      return `Too late: the meeting has to end by ${moment(refusal.deadlineAt)}.`;
    case "unreadable_calendar":
      return `Taken as busy, because ${refusal.calendars.map(({ calendar, because }) => `${calendar} cannot be read: ${because}`).join("; ")}.`;
    case "other_days":
      return `Only on certain days: ${refusal.onlyDays.map(saySpan).join(", ")}.`;
    case "holiday":
      return `Holiday: ${refusal.name}.`;
    case "outside_hours":
      return refusal.hours.length === 0
        ? `You have no hours on ${dayText(refusal.day)}.`
        : `Outside your hours (${sayHours(refusal.hours)}).`;
    case "focus_hours":
      return refusal.hours.length === 0
        ? "It reaches into the focus hours of the next day."
        : `Focus hours (${sayHours(refusal.hours)}).`;
    case "busy":
      return `${refusal.with.map((item) => sayBusy(item, clock)).join("; ")}.`;
    case "buffer":
      return `You keep ${sayClear(refusal)} ${sayItems(refusal.with, clock)}.`;
    case "meeting_gap":
      return `You keep ${minutes(refusal.gapMinutes)} between meetings; near ${sayItems(refusal.with, clock)}.`;
    case "travel":
      return `No time to get there: ${refusal.with.map((item) => `${minutes(item.travelMinutes)} to or from ${sayItem(item, clock)}`).join("; ")}.`;
    case "not_adjacent":
      return `Not within ${minutes(refusal.withinMinutes)} of another meeting there.`;
    case "day_cap":
      return `${counted(refusal.already, "meeting")} on ${dayText(refusal.day)} already; you allow ${refusal.most}.`;
    case "week_cap":
      return `${counted(refusal.already, "meeting")} in the week of ${dayText(refusal.monday)} already; you allow ${refusal.most}.`;
    case "invitee_hours":
      return "Outside the hours of the person you would meet.";
    case "invitee_busy":
      return "The person you would meet is busy.";
  }
}

/** "Busy: Standup, 09:00–09:30 (Work)". */
export const sayBusy = (item: Busy, clock: WallClock): string =>
  `${busyKindNames[item.kind]}: ${sayItem(item, clock)} (${item.source.calendar})`;

const sayItem = (item: Busy, clock: WallClock) =>
  `${item.source.title?.trim() || "an event without a title"}, ${sayWhen(item, clock)}`;

const sayItems = (items: readonly Busy[], clock: WallClock) => items.map((item) => sayItem(item, clock)).join("; ");

function sayWhen(item: Busy, clock: WallClock): string {
  if (item.allDay !== true) return rangeText(clock, item);
  const firstDay = dayOfNumber(dayNumberAt(clock, item.startMs));
  const lastDay = dayOfNumber(dayNumberAt(clock, item.endMs - 1));
  return firstDay === lastDay ? "all day" : saySpan({ firstDay, lastDay });
}

const sayHours = (hours: readonly WallRange[]) =>
  hours.map(({ from, until }) => `${from}–${nextDay(until)}`).join(", ");

/** Hours that run over midnight are stored past 24:00. */
function nextDay(wallTime: string): string {
  const hour = Number(wallTime.slice(0, 2));
  return hour > 24 || (hour === 24 && wallTime !== "24:00")
    ? `${String(hour - 24).padStart(2, "0")}${wallTime.slice(2)} the next morning`
    : wallTime;
}

const saySpan = ({ firstDay, lastDay }: DaySpan) =>
  firstDay === lastDay ? dayText(firstDay) : `${dayText(firstDay)} to ${dayText(lastDay)}`;

function sayClear({ beforeMinutes, afterMinutes }: { beforeMinutes: number; afterMinutes: number }): string {
  const parts = [
    ...(beforeMinutes > 0 ? [`${minutes(beforeMinutes)} clear before`] : []),
    ...(afterMinutes > 0 ? [`${minutes(afterMinutes)} clear after`] : []),
  ];
  return `${parts.join(" and ")} a meeting; near`;
}

const minutes = (count: number) => counted(count, "minute");
const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;
