/** The times of an offer to pick from, and a field for whoever finds none of them. */
import { html } from "hono/html";
import { zoneWord } from "../../domain/meeting/offer-lines.ts";
import { dayIn } from "../../domain/time.ts";
import type { FreeSlot } from "../../flows/booking/free-starts.ts";
import type { Invitation } from "../../flows/booking/open-page.ts";
import { type Html, nothing, type Piece } from "../views/html.ts";
import { hostOf, invitationHead } from "./invitation-view.ts";
import { type Seen, sayClock, sayDate } from "./seen.ts";

export type ChoiceParts = {
  invitation: Invitation;
  nonce: string;
  /** Offered by name, as far as they are free. */
  named: readonly FreeSlot[];
  all: readonly FreeSlot[];
  /** Why they are asked again, and the free times nearest to the one that they picked. */
  note?: string;
  nearest?: readonly FreeSlot[];
  /** What they wrote, when it was not sent. */
  message?: string;
};

/** Later ones are left out: two weeks of quarter hours are fewer, and the page stays light on a phone. */
const startsMax = 420;
export const messageLengthMax = 2_000;

export const openView = (parts: ChoiceParts, seen: Seen): Html => html`
    ${invitationHead(parts.invitation, seen)}
    ${noteLine(parts.note)}
    ${timesForm(parts, seen, "book")}
    ${zoneForm(seen, "")}
    ${messageForm(parts, seen)}`;

export const moveView = (parts: ChoiceParts, seen: Seen): Html => html`
    ${invitationHead(parts.invitation, seen)}
    ${noteLine(parts.note)}
    <section class="panel"><h2>${seen.words.move}</h2><p>${seen.words.moveHelp}</p><p><a href="${seen.at("")}">${seen.words.stay}</a></p></section>
    ${timesForm(parts, seen, "move")}
    ${zoneForm(seen, "move")}
    ${messageForm(parts, seen)}`;

const noteLine = (note: string | undefined): Piece =>
  note === undefined ? nothing : html`<p class="notice" role="alert">${note}</p>`;

function timesForm({ nonce, named, all, nearest = [] }: ChoiceParts, seen: Seen, page: "book" | "move"): Html {
  const { words, zone } = seen;
  if (all.length === 0) return html`<section class="panel"><p>${words.noneFree}</p></section>`;
  return html`
    <form class="times" method="post" action="${seen.at(page)}">
      <input type="hidden" name="nonce" value="${nonce}">
      ${spelledOut("nearest", words.nearest, nearest, seen)}
      ${nearest.length > 0 ? nothing : spelledOut("named", words.named, named, seen)}
      <p class="quiet">${words.oneClick} ${words.timesIn(zoneWord(zone))}</p>
      <section class="panel" aria-labelledby="all"><h2 id="all">${words.all}</h2>
        <div class="days">${byDay(all.slice(0, startsMax), seen).map((day) => oneDay(day, seen))}</div>
      </section>
    </form>`;
}

const spelledOut = (id: string, title: string, slots: readonly FreeSlot[], seen: Seen): Piece =>
  slots.length === 0
    ? nothing
    : html`<section class="panel" aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
        <ul class="picks">${slots.map(({ startsAt }) => html`<li><button class="button" name="at" value="${startsAt}"><span>${sayDate(seen, startsAt)}</span> <strong>${sayClock(seen, startsAt, seen.zone)}</strong></button></li>`)}</ul>
      </section>`;

const byDay = (slots: readonly FreeSlot[], { zone }: Seen): FreeSlot[][] => [
  ...Map.groupBy(slots, ({ startsAt }) => dayIn(zone, startsAt)).values(),
];

const oneDay = (slots: readonly FreeSlot[], seen: Seen): Html =>
  html`<details><summary>${sayDate(seen, slots[0]!.startsAt)}</summary><ul class="starts">${slots.map(({ startsAt }) => html`<li><button name="at" value="${startsAt}">${sayClock(seen, startsAt, seen.zone)}</button></li>`)}</ul></details>
        `;

/** For browsers that run no script, and for whoever travels. */
export const zoneForm = (seen: Seen, page: "" | "move"): Html => html`
    <details class="panel"><summary><h2>${seen.words.otherZone}</h2></summary>
      <form class="zone" method="get" action="${seen.at(page).replace(/\?.*/, "")}">
        <input type="hidden" name="lang" value="${seen.locale}">
        <label for="zone">${seen.words.zone}</label>
        <select id="zone" name="zone">${zoneNames(seen).map((zone) => html`<option ${zone === seen.zone ? html`selected` : nothing}>${zone}</option>`)}</select>
        <button class="button">${seen.words.show}</button>
      </form>
    </details>`;

/** The one that is shown may bear an older name than those of the list. */
const zoneNames = ({ zone }: Seen): string[] =>
  [...new Set([...Intl.supportedValuesOf("timeZone"), "UTC", zone])].sort();

export const messageForm = (
  { invitation, nonce, message }: Pick<ChoiceParts, "invitation" | "nonce" | "message">,
  seen: Seen,
): Html => html`
    <section class="panel" aria-labelledby="none-suits"><h2 id="none-suits">${seen.words.noneSuits}</h2>
      <form class="stack" method="post" action="${seen.at("words")}">
        <input type="hidden" name="nonce" value="${nonce}">
        <p>${seen.words.noneSuitsHelp(hostOf(invitation, seen))}</p>
        <label for="message">${seen.words.message}</label>
        <textarea id="message" name="message" rows="4" maxlength="${messageLengthMax}" dir="auto" required>${message ?? ""}</textarea>
        <button class="button">${seen.words.send}</button>
      </form>
    </section>`;
