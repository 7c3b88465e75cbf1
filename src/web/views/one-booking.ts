/** One booked meeting: when and where for both, and the ways to move it, call it off and take it along. */
import { html } from "hono/html";
import { dayIn, type Instant, sayInstant } from "../../domain/time.ts";
import type { BookingSeen, GuestAnswer } from "../../store/read/bookings.ts";
import { bookingStates, bothTimes, calendarWords, isToCome, whereWords } from "./booking-words.ts";
import { groupPath } from "./groups.ts";
import { changing, type Html, icon, nothing, type Piece, reasons } from "./html.ts";
import type { Frame } from "./layout.ts";
import { sayDate, sayMoment } from "./when.ts";

export type FreeStart = { startsAt: Instant; endsAt: Instant };

export type OneBookingParts = {
  booking: BookingSeen;
  /** What its guests answered in their calendars, by address. */
  answers: ReadonlyMap<string, GuestAnswer>;
  /** Where it could move to, in order of time. */
  free: readonly FreeStart[];
  /** What was asked of it and could not be, and why. */
  trouble?: string;
};

export function oneBookingView(frame: Frame, parts: OneBookingParts): Html {
  const { booking, trouble } = parts;
  const { contactId, name, body, state } = booking;
  const note = calendarWords(booking);
  return html`
  <p class="trail"><a href="/week">My week</a> ${booking.groupId === undefined ? html`<a href="/people/${contactId}" dir="auto">${name}</a>` : html`<a href="${groupPath(booking.groupId)}">The group</a>`}</p>
  <h1 dir="auto">${body.title}</h1>
  ${trouble === undefined ? nothing : html`<p class="trouble" role="alert">${icon(frame.icons, "warning")} ${trouble}</p>`}
  ${note === undefined ? nothing : html`<p class="notice">${icon(frame.icons, "calendar")} ${note}</p>`}
  <section class="panel"><dl class="pairs">
      <div><dt>When</dt><dd>${bothTimes(frame, booking)}</dd></div>
      <div><dt>Where</dt><dd dir="auto">${whereWords(booking) ?? "nothing said yet"}</dd></div>
      <div><dt>With</dt><dd dir="auto">${guestWords(parts) || name}</dd></div>
      <div><dt>How it stands</dt><dd>${bookingStates[state]}</dd></div></dl>
    ${reasons(booking.because)}
    <div class="actions"><a class="button" href="/bookings/${booking.bookingId}/meeting.ics" download>${icon(frame.icons, "calendar")} Save .ics</a>
      <a class="button" href="/people/${contactId}/brief">Brief</a></div></section>
  ${isToCome(booking) ? html`${proposedForm(frame, booking)}${moveForm(frame, parts)}${callOffForm(frame, parts)}` : nothing}`;
}

const guestWords = ({ booking: { body }, answers }: OneBookingParts): string =>
  body.guests
    .map(({ name, address }) => {
      const answer = answers.get(address);
      return `${name ?? address}${answer === undefined ? "" : ` (${answerWords[answer]})`}`;
    })
    .join(", ");

const answerWords: Readonly<Record<GuestAnswer, string>> = {
  accepted: "accepted the invitation",
  declined: "declined the invitation",
  tentative: "may come",
  needs_action: "has not answered the invitation",
  unknown: "invited",
};

/** They proposed another time in the calendar: the owner takes it, or leaves it. */
function proposedForm(frame: Frame, { bookingId, body, name }: BookingSeen): Piece {
  if (body.proposed === undefined) return nothing;
  const { startsAt } = body.proposed;
  return html`<section class="panel"><h2>${name} proposes another time</h2>
    ${changing(
      { token: frame.token, action: `/bookings/${bookingId}/move` },
      html`<button class="main-button" name="startsAt" value="${startsAt}">Move it to ${sayMoment(startsAt, frame.seen)}</button>`,
    )}</section>`;
}

function moveForm(frame: Frame, { booking, free }: OneBookingParts): Html {
  return html`<section class="panel" aria-labelledby="move"><h2 id="move">Another time</h2>
    ${
      free.length === 0
        ? html`<p class="quiet">No other time is free for it at the moment. Moved in your calendar, it is followed from there.</p>`
        : changing(
            {
              token: frame.token,
              action: `/bookings/${booking.bookingId}/move`,
              attributes: html`class="stack narrow"`,
            },
            html`<label for="startsAt">Free times, by your hours and calendar</label>
            <select id="startsAt" name="startsAt" required>${byDay(frame, free).map(
              ({ day, starts }) =>
                html`<optgroup label="${day}">${starts.map(({ startsAt }) => html`<option value="${startsAt}">${day}, ${sayInstant(startsAt, frame.seen.zone, "HH:mm")}</option>`)}</optgroup>`,
            )}</select>
            <button class="button">Move it</button>
            <p class="quiet">Their calendar follows at once; the words to them wait for your yes.</p>`,
          )
    }</section>`;
}

function byDay({ seen }: Frame, free: readonly FreeStart[]): { day: string; starts: FreeStart[] }[] {
  const days = new Map<string, FreeStart[]>();
  for (const one of free) {
    const day = sayDate(dayIn(seen.zone, one.startsAt), seen);
    days.set(day, [...(days.get(day) ?? []), one]);
  }
  return [...days].map(([day, starts]) => ({ day, starts }));
}

const callOffForm = (frame: Frame, { booking }: OneBookingParts): Html => html`
  <details class="panel"><summary><h2>Call it off</h2></summary>
    ${changing(
      { token: frame.token, action: `/bookings/${booking.bookingId}/call-off`, attributes: html`class="stack narrow"` },
      html`<label for="word">A word to ${booking.name} <span class="quiet">(optional)</span></label>
      <textarea id="word" name="word" rows="3" maxlength="500" dir="auto"></textarea>
      <button class="button danger-button">Call it off</button>
      <p class="quiet">It leaves both calendars at once, and your hour is free again.</p>`,
    )}</details>`;
