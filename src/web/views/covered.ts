/** What goes out on the strength of one approval, word for word (requirements, "One approval covers"). */
import { html } from "hono/html";
import { bookingLinkIn } from "../../domain/draft/booking-link.ts";
import { linkToCome } from "../../flows/letters/confirm-meeting.ts";
import type { Covered } from "../../flows/sending/what-is-covered.ts";
import type { Html, Piece } from "./html.ts";
import { nothing } from "./html.ts";
import type { Frame } from "./layout.ts";
import { sayMoment } from "./when.ts";

export type CoveredParts = Covered & {
  /** The words that confirm the meeting, with a time filled in as an example; absent where none is offered. */
  confirmation?: string;
};

export const coveredView = (frame: Frame, { times, nudges, confirmation }: CoveredParts): Html => html`
  ${times.length === 0 ? nothing : html`<p class="part-name">Booked when one of them is plainly accepted</p><p>${times.map(({ startsAt }) => sayMoment(startsAt, frame.seen)).join(" · ")}</p>`}
  ${confirmation === undefined ? nothing : html`<p class="part-name">Then this confirmation goes into the thread</p>${confirmationWords(confirmation)}`}
  ${nudges.map(({ step, subject, body }) => html`<p class="part-name">${stepWords[step]}</p>${words(subject, body)}`)}
  ${times.length === 0 && nudges.length === 0 ? html`<p class="quiet">Nothing beside the letter itself.</p>` : nothing}
  ${nudges.length === 0 ? nothing : html`<p class="quiet">Only their times may differ: they are looked up anew on the day. If their words would change, they ask you first.</p>`}`;

/** With what becomes of it where a link of it cannot be given then. */
export const confirmationWords = (body: string): Html => html`
  <div class="sheet small-sheet"><div class="sheet-body">${body}</div></div>
  ${bookingLinkIn(body) === undefined ? nothing : html`<p class="quiet">The line with the link is left out if nobody outside can open your page then.</p>`}
  ${body.includes(linkToCome) ? html`<p class="quiet">If your calendar makes no link, the confirmation asks you first.</p>` : nothing}`;

const stepWords: Readonly<Record<Covered["nudges"][number]["step"], string>> = {
  nudge: "The first reminder, if there is no answer",
  closing_note: "The last reminder",
};

const words = (subject: string, body: string): Piece => html`<div class="sheet small-sheet">
  <dl class="sheet-head"><div><dt>Subject</dt><dd dir="auto">${subject}</dd></div></dl><div class="sheet-body">${body}</div></div>`;
