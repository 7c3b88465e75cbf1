/** The week in words: day by day, every stretch with its reasons. It is all there is on a phone, and what the drawing links to. */
import { html } from "hono/html";
import type { NotBusy } from "../../domain/meeting/busy.ts";
import { dayText, rangeText } from "../../domain/meeting/clock-text.ts";
import { busyKindNames, sayRefusals } from "../../domain/meeting/say-refusal.ts";
import type { Stretch } from "../../domain/meeting/stretches.ts";
import { millisOf, sayDay } from "../../domain/time.ts";
import type { NotBusySeen, Week, WeekDay } from "../../flows/meeting/show-week.ts";
import { type Html, icon, nothing, type Piece } from "./html.ts";
import type { Frame } from "./layout.ts";
import { counted } from "./when.ts";

export const weekWords = (frame: Frame, week: Week): Html => html`
  <section class="week-words" id="in-words" aria-labelledby="in-words-title" tabindex="-1">
    <h2 id="in-words-title">Day by day</h2>
    ${week.days.map((day, at) => dayView(frame, week, day, at))}
  </section>`;

export const stretchId = (day: number, stretch: number): string => `time-${day}-${stretch}`;

/** All of a stretch in one line: "Tue 24 Nov, 10:00–11:00: Busy: Standup, 10:00–11:00 (Work)." */
export const stretchLabel = (week: Week, stretch: Stretch): string =>
  `${rangeText(week.clock, stretch)}: ${sentencesOf(week, stretch).join(" ")}`;

/** A zone of its own, or a day that is not 24 hours long. */
export function dayHint(week: Week, day: WeekDay): string | undefined {
  const hours = (day.endMs - day.startMs) / 3_600_000;
  const hints = [
    ...(new Set(week.days.map(({ zone }) => zone)).size > 1 ? [day.zone] : []),
    ...(hours === 24 ? [] : [`${Math.round(hours * 10) / 10} hours: the clock changes`]),
  ];
  return hints.length === 0 ? undefined : hints.join(", ");
}

function dayView(frame: Frame, week: Week, day: WeekDay, at: number): Html {
  const hint = dayHint(week, day);
  return html`
  <section class="week-day-words panel" id="day-${at}" aria-labelledby="day-${at}-title" tabindex="-1">
    <h3 id="day-${at}-title">${sayDay(day.day, "cccc d LLLL")}${day.isToday ? ", today" : ""}${hint === undefined ? nothing : html` <span class="quiet">(${hint})</span>`}</h3>
    <ol class="stretches">${day.stretches.map((stretch, index) => stretchLine(frame, week, stretch, stretchId(at, index)))}</ol>
    ${notBusyView(week, day)}
  </section>`;
}

const stretchLine = (frame: Frame, week: Week, stretch: Stretch, id: string): Html => {
  const isOffered = stretch.kind === "free" && stretch.firstStartMs !== undefined;
  return html`
  <li id="${id}" class="${isOffered ? "offered" : "not-offered"}" tabindex="-1">
    <span class="stretch-when">${icon(frame.icons, isOffered ? "check" : "close")} ${rangeText(week.clock, stretch)}</span>
    <span class="stretch-why">${sentencesOf(week, stretch).map((sentence) => html`<span>${sentence}</span> `)}</span>
  </li>`;
};

function sentencesOf(week: Week, stretch: Stretch): string[] {
  if (stretch.kind === "refused") return sayRefusals(stretch.because, week.clock);
  const { firstStartMs, startMs, endMs } = stretch;
  if (firstStartMs === undefined)
    return [`Free, but no start every ${counted(week.startEveryMinutes, "minute")} fits in.`];
  if (firstStartMs <= startMs) return ["Can be offered."];
  return [`Can be offered from ${rangeText(week.clock, { startMs: firstStartMs, endMs })}.`];
}

/** What stands in the calendar and takes no time, with the reason. */
const notBusyView = (week: Week, { notBusy }: WeekDay): Piece =>
  notBusy.length === 0
    ? nothing
    : html`<div class="not-busy"><h4>Takes no time</h4>
        <ul>${notBusy.map((one) => html`<li>${one.title.trim() || "An event without a title"}, ${whenOf(week, one)} (${one.calendar}): ${notBusyNames[one.because]}.</li>`)}</ul></div>`;

const notBusyNames: Readonly<Record<NotBusy["because"], string>> = {
  cancelled: "cancelled",
  declined: "you declined",
  marked_free: "marked as free",
  working_location: "it says where you work",
  birthday: "a birthday",
  tentative_allowed: "tentative, which does not block by your settings",
  unanswered_allowed: "not answered, which does not block by your settings",
  out_of_office_allowed: "out of office, which does not block by your settings",
  focus_allowed: "focus time, which does not block by your settings",
};

const whenOf = (week: Week, { time }: NotBusySeen): string => {
  if (time.kind === "timed")
    return rangeText(week.clock, { startMs: millisOf(time.startsAt), endMs: millisOf(time.endsAt) });
  return time.firstDay === time.lastDay ? "all day" : `${dayText(time.firstDay)} to ${dayText(time.lastDay)}`;
};

/** Taken time of which little is known, each with what is known of why. */
export const unknownView = (frame: Frame, { unknown, clock }: Week): Piece =>
  unknown.length === 0
    ? nothing
    : html`<details class="panel week-unknown"><summary>${icon(frame.icons, "warning")} ${counted(unknown.length, "event")} cannot be read in full, so the time counts as busy</summary>
        <ul class="plain-list">${unknown.slice(0, unknownShownMax).map((item) => html`<li><span>${item.source.title?.trim() || busyKindNames.unknown} (${item.source.calendar}), ${rangeText(clock, item)}</span><span class="quiet">${(item.notes ?? []).join(" ")}</span></li>`)}</ul></details>`;

const unknownShownMax = 20;
