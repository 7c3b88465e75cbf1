/** Booked meetings and held times in lists: beside the week, and on a person's page. */
import { html } from "hono/html";
import type { BookingSeen, HoldSeen } from "../../store/read/bookings.ts";
import type { GroupListed } from "../../store/read/groups.ts";
import { bookingStates, bothTimes, calendarWords, whereWords } from "./booking-words.ts";
import { groupPath, groupsView } from "./groups.ts";
import { type Html, icon, nothing, type Piece } from "./html.ts";
import type { Frame } from "./layout.ts";
import { moment } from "./when.ts";
import { modeIcons } from "./words.ts";

export type ComingParts = {
  bookings: readonly BookingSeen[];
  holds: readonly HoldSeen[];
  /** Beside the week only. */
  groups?: readonly GroupListed[];
};

/** Beside the week: with whom the hours are promised, and for whom others are kept. */
export const comingView = (frame: Frame, { bookings, holds, groups = [] }: ComingParts): Piece =>
  bookings.length + holds.length + groups.length === 0
    ? nothing
    : html`${groupsView(frame, groups)}<section class="coming" aria-labelledby="coming"><h2 id="coming">Booked and held</h2>
        ${bookings.length === 0 ? nothing : html`<ul class="rows">${bookings.map((one) => bookingLine(frame, one))}</ul>`}
        ${holds.length === 0 ? nothing : html`<h3>Kept free until they answer</h3><ul class="rows">${holds.map((one) => holdLine(frame, one))}</ul>`}
      </section>`;

/** On a person's page: what is booked with them, and what was. */
export const personBookings = (frame: Frame, { bookings, holds }: ComingParts): Piece =>
  bookings.length + holds.length === 0
    ? nothing
    : html`<section aria-labelledby="bookings"><h2 id="bookings">Meetings</h2>
        ${bookings.length === 0 ? nothing : html`<ul class="rows">${bookings.map((one) => bookingLine(frame, one))}</ul>`}
        ${holds.length === 0 ? nothing : html`<p class="quiet">${icon(frame.icons, "clock")} Kept free for them: ${holds.map(({ startsAt }, index) => html`${index === 0 ? nothing : ", "}${moment(startsAt, frame.seen)}`)}</p>`}
      </section>`;

const bookingLine = (frame: Frame, one: BookingSeen): Html => {
  const note = calendarWords(one);
  return html`<li class="row">${icon(frame.icons, modeIcons[one.body.mode] ?? "meet")}
    <span class="row-main"><a href="/bookings/${one.bookingId}"><strong dir="auto">${one.body.title}</strong></a>
      <span>${bothTimes(frame, one)}</span>
      <span class="quiet" dir="auto">${whereWords(one)}</span>
      ${note === undefined ? nothing : html`<span class="unsure">${note}</span>`}</span>
    <span class="row-end"><span class="chip">${bookingStates[one.state]}</span></span></li>`;
};

const holdLine = (frame: Frame, { contactId, groupId, name, startsAt, untilAt }: HoldSeen): Html => html`
  <li class="row">${icon(frame.icons, "clock")}<span class="row-main">${groupId === undefined ? html`<a href="/people/${contactId}" dir="auto">${name}</a>` : html`<a href="${groupPath(groupId)}">a small group</a>`} <span>${moment(startsAt, frame.seen)}</span></span>
    <span class="row-end quiet">at most until ${moment(untilAt, frame.seen)}</span></li>`;
