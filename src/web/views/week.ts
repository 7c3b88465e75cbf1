/** The page "My week": what takes the owner's time, what can be offered, and why the rest cannot. */
import { html } from "hono/html";
import { momentText } from "../../domain/meeting/clock-text.ts";
import { dayOfNumber } from "../../domain/meeting/day-number.ts";
import { ruleNames } from "../../domain/meeting/say-refusal.ts";
import { dayNumberAt } from "../../domain/meeting/wall-clock.ts";
import { millisOf, type PlainDate, sayDay } from "../../domain/time.ts";
import type { Week } from "../../flows/meeting/show-week.ts";
import { type ComingParts, comingView } from "./bookings.ts";
import { type Html, icon, nothing, type Piece } from "./html.ts";
import type { Frame } from "./layout.ts";
import { weekDrawing } from "./week-drawing.ts";
import { unknownView, weekWords } from "./week-words.ts";
import { counted, moment } from "./when.ts";

export const weekView = (frame: Frame, week: Week, coming: ComingParts): Html => html`
  <div class="heading"><h1>My week</h1><p class="quiet">${headline(week)}</p></div>
  <div class="tools week-tools">
    ${weekNavigation(week)}
    ${lengthChooser(week)}
  </div>
  ${trustLine(frame, week)}
  ${nothingLeftNote(week)}
  ${unknownView(frame, week)}
  <p class="week-skip"><a href="#in-words">To the week in words</a></p>
  ${weekDrawing(week)}
  ${comingView(frame, coming)}
  ${weekWords(frame, week)}
  <p class="quiet">These times are for somebody who is not known yet. A letter also counts the way to the place and the hours of the person.
    <a href="/settings/meeting">Your hours and rules</a></p>`;

function headline(week: Week): Piece {
  const minutes = week.days
    .flatMap(({ stretches }) => stretches)
    .filter((one) => one.kind === "free" && one.firstStartMs !== undefined)
    .reduce((sum, { startMs, endMs }) => sum + (endMs - startMs) / 60_000, 0);
  if (minutes > 0) return `${counted(Math.round(minutes / 30) / 2, "hour")} to offer in this week.`;
  const { firstStartAt, clock, lengthMinutes } = week;
  if (firstStartAt === undefined) return "Nothing to offer.";
  const firstMs = millisOf(firstStartAt);
  return html`Nothing to offer in this week. The first time is <a href="${address(dayOfNumber(dayNumberAt(clock, firstMs)), lengthMinutes)}">${momentText(clock, firstMs)}</a>.`;
}

const address = (of: PlainDate, minutes: number) => `/week?of=${of}&minutes=${minutes}`;

const weekNavigation = ({ days, previous, next, lengthMinutes, horizonDays }: Week): Html => {
  const [first, last] = [days[0]!.day, days.at(-1)!.day];
  const isOneMonth = first.slice(0, 7) === last.slice(0, 7);
  const words = `${sayDay(first, isOneMonth ? "d" : "d LLL")} – ${sayDay(last, "d LLL yyyy")}`;
  return html`
  <nav class="week-nav" aria-label="Weeks">
    ${previous === undefined ? html`<span class="button" aria-disabled="true">‹ Before</span>` : html`<a class="button" rel="prev" href="${address(previous, lengthMinutes)}">‹ Before</a>`}
    <strong>${words}</strong>
    ${next === undefined ? html`<span class="button" aria-disabled="true" title="Letters look ${counted(horizonDays, "day")} ahead">After ›</span>` : html`<a class="button" rel="next" href="${address(next, lengthMinutes)}">After ›</a>`}
  </nav>`;
};

const lengthChooser = ({ lengths, lengthMinutes, days }: Week): Html => html`
  <nav class="tabs" aria-label="Length of the meeting"><ul>${lengths.map(
    ({ name, minutes }) =>
      html`<li><a href="${address(days[0]!.day, minutes)}" ${minutes === lengthMinutes ? html`aria-current="page"` : nothing}>${minutes} min <span class="quiet-in">${name}</span></a></li>`,
  )}</ul></nav>`;

/** As of when the calendar is, and what that means. */
function trustLine(frame: Frame, { trust, days }: Week): Html {
  const zones = new Set(days.map(({ zone }) => zone));
  const where = zones.size === 1 ? `Times are those of ${days[0]!.zone}.` : "Each day names its time zone.";
  if (trust.state === "fresh")
    return html`<p class="quiet">${icon(frame.icons, "calendar")} Your calendar as of ${moment(trust.asOf, frame.seen)}. ${where}</p>`;
  return html`<p class="notice">${icon(frame.icons, "warning")} ${
    trust.state === "none"
      ? html`There is no calendar to look at, so nothing is offered. <a href="/import">Import one</a>`
      : html`Your calendar was last changed ${moment(trust.asOf, frame.seen)}, too long ago to offer times from it. <a href="/import">Import it anew</a>`
  }</p>`;
}

function nothingLeftNote({ nothingLeft, lengthMinutes, horizonDays }: Week): Piece {
  if (nothingLeft === undefined) return nothing;
  const { loosen } = nothingLeft;
  return html`<p class="notice">No time is left for ${counted(lengthMinutes, "minute")} in the next ${counted(horizonDays, "day")}.${
    loosen === undefined
      ? nothing
      : html` Give way on “${ruleNames[loosen.rule]}”${loosen.alsoNeeded === undefined ? nothing : html` and “${ruleNames[loosen.alsoNeeded]}”`} first: <a href="/settings/meeting">your hours and rules</a>.`
  }</p>`;
}
