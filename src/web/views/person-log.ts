/** One tap for what happened outside of mail and calendar (R35); the same buttons on a person's page and in the day. */
import { html } from "hono/html";
import type { LoggedOutcome } from "../../domain/day/logged.ts";
import type { LoggedSeen } from "../../store/read/logged.ts";
import { changing, type Html, type IconName, icon, nothing, type Piece } from "./html.ts";
import type { Frame } from "./layout.ts";
import { moment } from "./when.ts";

export type Tap = { mode: string; outcome: LoggedOutcome; words: string; icon: IconName };

export const callTaps: readonly Tap[] = [
  { mode: "phone", outcome: "talked", words: "Talked", icon: "phone" },
  { mode: "phone", outcome: "voicemail", words: "Voicemail", icon: "phone" },
  { mode: "phone", outcome: "no_answer", words: "No answer", icon: "phone" },
  { mode: "phone", outcome: "later", words: "Later", icon: "clock" },
];

/** From any card of the day: it was done some other way. */
export const otherwiseTaps: readonly Tap[] = [
  { mode: "phone", outcome: "talked", words: "Called", icon: "phone" },
  { mode: "text", outcome: "sent", words: "Texted", icon: "text" },
  { mode: "social", outcome: "sent", words: "Wrote online", icon: "social" },
];

const otherTaps: readonly Tap[] = [
  { mode: "text", outcome: "sent", words: "Sent a text", icon: "text" },
  { mode: "social", outcome: "sent", words: "Wrote online", icon: "social" },
  { mode: "post", outcome: "posted", words: "Posted a card", icon: "post" },
  { mode: "in_person", outcome: "met", words: "Met in person", icon: "meet" },
  { mode: "video", outcome: "talked", words: "Talked by video", icon: "video" },
];

const outcomeWords: Readonly<Record<LoggedOutcome, string>> = {
  talked: "talked",
  voicemail: "left a message",
  no_answer: "no answer",
  later: "put off",
  sent: "sent",
  posted: "posted",
  commented: "commented",
  met: "met",
  no_show: "did not come",
};

/** Each button is one form's answer; `back` is where the page goes on. */
export const tapForm = (
  frame: Frame,
  { contactId, back, taps }: { contactId: string; back: string; taps: readonly Tap[] },
): Html =>
  changing(
    { token: frame.token, action: `/people/${contactId}/log`, attributes: html`class="taps"` },
    html`<input type="hidden" name="back" value="${back}">${taps.map(
      ({ mode, outcome, words, icon: mark }) =>
        html`<button class="button tap" name="tap" value="${mode}:${outcome}">${icon(frame.icons, mark)} ${words}</button>`,
    )}`,
  );

/** On the person's page: what to log, with a note and a day if wished, and what was logged, each to be taken back. */
export const personLog = (
  frame: Frame,
  { contactId, logged }: { contactId: string; logged: readonly LoggedSeen[] },
): Html => {
  const back = `/people/${contactId}#log`;
  return html`<section class="panel" aria-labelledby="log"><h2 id="log">Say what happened</h2>
    <p class="quiet">Only if you like: calls, texts and meetings that no mail or calendar tells of.</p>
    ${changing(
      { token: frame.token, action: `/people/${contactId}/log` },
      html`<input type="hidden" name="back" value="${back}">
      <div class="log-fields"><label><span>What about <span class="quiet">if you like</span></span><input name="note" maxlength="200" autocomplete="off" dir="auto"></label>
      <label><span>When <span class="quiet">now unless said</span></span><input name="on" type="date"></label></div>
      <label class="check-line"><input type="checkbox" name="theirs" value="yes"> They wrote or called me</label>
      <div class="taps">${[...callTaps.slice(0, 3), ...otherTaps].map(
        ({ mode, outcome, words, icon: mark }) =>
          html`<button class="button tap" name="tap" value="${mode}:${outcome}">${icon(frame.icons, mark)} ${words}</button>`,
      )}</div>`,
    )}
    ${logged.length === 0 ? nothing : html`<ul class="rows">${logged.map((one) => loggedLine(frame, contactId, one))}</ul>`}
  </section>`;
};

const loggedLine = (frame: Frame, contactId: string, { loggedId, mode, outcome, at, note }: LoggedSeen): Html => html`
  <li class="row"><span class="row-main">${modeWords[mode] ?? mode}, ${outcomeWords[outcome]}${note === undefined ? nothing : html`: <span dir="auto">${note}</span>`}
    <span class="quiet">${moment(at, frame.seen)}</span></span>
    ${changing(
      { token: frame.token, action: `/people/${contactId}/log/take-back`, attributes: html`class="row-end"` },
      html`<input type="hidden" name="logged" value="${loggedId}"><button class="plain-button">${icon(frame.icons, "undo")} Take back</button>`,
    )}</li>`;

const modeWords: Readonly<Record<string, string>> = {
  in_person: "In person",
  video: "Video",
  phone: "Phone",
  email: "Mail",
  text: "Text",
  social: "Online",
  post: "Post",
};

/** From the person to what is wanted on a day with them. */
export const personDayLinks = (frame: Frame, contactId: string): Html => html`
  <p class="actions person-links"><a class="button" href="/people/${contactId}/brief">${icon(frame.icons, "review")} Brief</a>
    <a class="button" href="/people/${contactId}/note">${icon(frame.icons, "post")} Note by hand</a>
    <a class="button" href="/people/${contactId}/card.vcf" download>${icon(frame.icons, "card")} Card (.vcf)</a></p>`;

/** A number to tap, as it was written. */
export const telLink = (frame: Frame, phone: string): Piece =>
  html`<a class="tel" href="tel:${phone.replace(/[^\d+]/g, "")}">${icon(frame.icons, "phone")} ${phone}</a>`;
