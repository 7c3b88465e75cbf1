/** Who invites whom to what, at the top of every page of a link. */
import { html } from "hono/html";
import type { Invitation } from "../../flows/booking/open-page.ts";
import { type Html, nothing } from "../views/html.ts";
import { nameOf } from "./frame.ts";
import type { Seen } from "./seen.ts";

/** "Coffee with Mara Lind" */
export function titleOf({ host, offer }: Invitation, { words }: Seen): string {
  const kind = words.kinds[offer.occasion === "call" && offer.mode === "video" ? "video" : offer.occasion];
  return host === undefined ? kind : `${kind} ${words.with} ${host}`;
}

export function invitationHead(invitation: Invitation, seen: Seen): Html {
  const { guest, offer } = invitation;
  const { words } = seen;
  return html`
    <header class="invitation">
      ${guest === undefined ? nothing : html`<p class="quiet">${words.for} ${nameOf(guest)}</p>`}
      <h1 dir="auto">${titleOf(invitation, seen)}</h1>
      <p class="lead">${words.minutes(offer.lengthMinutes)}</p>
      ${offer.place === undefined ? nothing : html`<p class="lead" lang="${offer.locale}" dir="auto">${offer.place}</p>`}
    </header>`;
}

export const hostOf = ({ host }: Invitation, { words }: Seen): string => host ?? words.host;
