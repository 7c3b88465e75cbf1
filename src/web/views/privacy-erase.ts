/** Erasing everything: what goes, what cannot be had back, and the word that says that it is meant. */
import { html } from "hono/html";
import type { Holdings } from "../../store/read/holdings.ts";
import { changing, type Html, icon, nothing, type Piece } from "./html.ts";
import type { Frame } from "./layout.ts";
import { privacyPath } from "./privacy.ts";
import { counted } from "./when.ts";

export const erasePath = `${privacyPath}/erase`;
export const erasingPath = `${privacyPath}/erasing`;

export type EraseParts = {
  /** What is to be typed. */
  word: string;
  holdings: Holdings;
  /** What was typed instead. */
  typed?: EraseTyped;
};

export type EraseTyped = {
  confirm: string;
  clearsAccounts: boolean;
  keepsStops: boolean;
  /** What was typed was right, but others are at home and nobody else looks after them. */
  isLastOperator?: boolean;
};

export const eraseView = (frame: Frame, parts: EraseParts): Html => html`
  <p class="trail"><a href="/settings">Settings</a> <a href="${privacyPath}">Your data</a></p>
  <h1>Erase everything</h1>
  <section class="panel"><h2>What goes, for good</h2>
    <ul class="reasons">${goes(parts.holdings).map((line) => html`<li>${line}</li>`)}</ul>
    <p>Nothing of it can be had back. <a href="${privacyPath}">Take it along first</a>, if you may want it.</p></section>
  <section class="panel"><h2>What stays where it is</h2>
    <ul class="reasons">${stays(parts.holdings).map((line) => html`<li>${line}</li>`)}</ul></section>
  ${confirmForm(frame, parts)}`;

const goes = ({ people, messages, events, letters, accounts }: Holdings): string[] => [
  `${counted(people, "person", "people")}, with everything that is known of them`,
  `${counted(messages, "message")} and ${counted(events, "event")}, as they were read`,
  `${counted(letters, "letter")}, your approvals, your plan and your settings`,
  accounts.length === 0
    ? "Files that you brought in and have not taken out"
    : `The permission to read ${accounts.join(", ")}, and files that you brought in`,
  "Exports, and backups that Rapport made by itself",
];

const stays = ({ lettersSent, meetingsComing }: Holdings): string[] => [
  lettersSent === 0
    ? "Your mail, your calendars and your address books: nothing in them is touched"
    : `${counted(lettersSent, "letter")} that left: they are with whom you sent them to, and among your sent mail`,
  meetingsComing === 0
    ? "Entries in your calendars"
    : `${counted(meetingsComing, "meeting")} to come, in both calendars, unless you tick it below`,
  "Backups and exports that you put elsewhere",
];

const confirmForm = (frame: Frame, { word, holdings, typed }: EraseParts): Html => html`
  <section class="panel undo"><h2>Do it</h2>
    ${typed === undefined ? nothing : html`<p class="trouble" role="alert">${typed.isLastOperator === true ? "You are the only operator, and others are at home. Make one of them an operator first. Nothing was erased." : "That is not what stands below. Nothing was erased."}</p>`}
    ${changing(
      { token: frame.token, action: erasePath, attributes: html`class="stack" autocomplete="off"` },
      html`${
        holdings.accounts.length === 0 && holdings.meetingsComing === 0
          ? nothing
          : html`<label class="check-line"><input type="checkbox" name="clearsAccounts" value="yes" ${typed?.clearsAccounts === true ? html`checked` : nothing}> Before that, call off the meetings to come and take away what Rapport wrote into my accounts</label>
      <p class="quiet">Guests are told by your calendar. Drafts, reminders and kept times go as far as they stand as they were written.</p>`
      }
      ${stopsLine(holdings, typed)}
      <label for="confirm">To say that you mean it, type <strong>${word}</strong></label>
      <input id="confirm" name="confirm" value="${typed?.confirm ?? ""}" required maxlength="320" autocomplete="off" autocapitalize="off" spellcheck="false" ${typed === undefined ? nothing : html`aria-invalid="true"`}>
      <button class="danger-button">${icon(frame.icons, "warning")} Erase everything</button>`,
    )}</section>`;

/** A no stays a no, also when the owner begins anew. */
const stopsLine = ({ stops }: Holdings, typed: EraseParts["typed"]): Piece =>
  stops === 0
    ? nothing
    : html`<label class="check-line"><input type="checkbox" name="keepsStops" value="yes" ${typed?.keepsStops === false ? nothing : html`checked`}> Keep, as hashes alone, who must not be contacted (${counted(stops, "address", "addresses")})</label>
      <p class="quiet">Nobody can read an address out of it. If you begin anew, a no stays a no.</p>`;

export const erasingView = (rowsGone: number): Html => html`<h1>Erasing</h1>${erasingPanel(rowsGone)}`;

/** Looks again by itself until nothing is left, and then leads to the first page. */
export const erasingPanel = (rowsGone: number): Html => html`
  <section class="panel" role="status" hx-get="${erasingPath}" hx-trigger="every 2s" hx-swap="outerHTML">
    <p>Everything is being erased. This takes up to a minute, and goes on when you close this page.</p>
    <p class="quiet">${counted(rowsGone, "row")} gone so far.</p></section>`;
