/** How pressing a follow-up is, in a word or two and a colour. */
import { html } from "hono/html";
import { dayIn, hoursBetween, type Instant, minuteOfDayIn } from "../../domain/time.ts";
import { type Html, nothing } from "./html.ts";
import { moment, type Seen, sayDate, sayDistance, sayMoment } from "./when.ts";

export type Clocks = { dueAt: Instant; overdueAt: Instant | undefined; deadlineAt: Instant | undefined };

/** A deadline this near is said before anything else. */
const nearHours = 48;

export function dueChip(clocks: Clocks, seen: Seen): Html {
  const { tone, text, at } = pressing(clocks, seen);
  return html`<time class="due ${tone}" datetime="${at}" title="${sayMoment(at, seen)}">${text}</time>`;
}

/** The three moments of a follow-up's clock, in the owner's zone. */
export const clockLine = ({ dueAt, overdueAt, deadlineAt }: Clocks, seen: Seen): Html => html`
  <p class="quiet clock">Due ${dayOrMoment(dueAt, seen)}${overdueAt === undefined ? nothing : html` · overdue from ${dayOrMoment(overdueAt, seen)}`}${
    deadlineAt === undefined ? nothing : html` · lost after ${dayOrMoment(deadlineAt, seen)}`
  }</p>`;

const firstMinute = 0;
const lastMinute = 24 * 60 - 1;

/** Clocks that count days begin and end at midnight, where the hour says nothing. */
function dayOrMoment(at: Instant, seen: Seen): Html {
  const isDay = [firstMinute, lastMinute].includes(minuteOfDayIn(seen.zone, at));
  return isDay ? html`<time datetime="${at}">${sayDate(dayIn(seen.zone, at), seen)}</time>` : moment(at, seen);
}

function pressing({ dueAt, overdueAt, deadlineAt }: Clocks, seen: Seen) {
  if (deadlineAt !== undefined && deadlineAt <= seen.now) {
    return { tone: "late", text: `too late ${sayDistance(deadlineAt, seen)}`, at: deadlineAt };
  }
  if (deadlineAt !== undefined && hoursBetween(seen.now, deadlineAt) <= nearHours) {
    return {
      tone: "soon",
      text: `${sayDistance(deadlineAt, seen).replace(/^in /, "")} left`.replace("tomorrow left", "until tomorrow"),
      at: deadlineAt,
    };
  }
  if (overdueAt !== undefined && overdueAt <= seen.now) {
    return { tone: "late", text: `overdue since ${sayDistance(overdueAt, seen).replace(/ ago$/, "")}`, at: overdueAt };
  }
  return {
    tone: "calm",
    text:
      dueAt <= seen.now
        ? `due since ${sayDistance(dueAt, seen).replace(/ ago$/, "")}`
        : `due ${sayDistance(dueAt, seen)}`,
    at: dueAt,
  };
}
