/** A time is picked: when it is for both, how it gets into the guest's calendar, and how it is changed or undone. */
import { html } from "hono/html";
import type { Booking } from "../../domain/booking/booking.ts";
import { zoneWord } from "../../domain/meeting/offer-lines.ts";
import type { Invitation } from "../../flows/booking/open-page.ts";
import { type Html, nothing } from "../views/html.ts";
import { calendarLinks } from "./calendar-links.ts";
import { invitationHead } from "./invitation-view.ts";
import { readsAlike, type Seen, sayClock, sayDate } from "./seen.ts";

export type BookedParts = {
  invitation: Invitation;
  booking: Booking;
  /** Others come too: it is moved and called off by its host alone. */
  isShared: boolean;
  nonce: string;
  note?: string;
};

export function bookedView({ invitation, booking, isShared, nonce, note }: BookedParts, seen: Seen): Html {
  const { words } = seen;
  const isConfirmed = booking.state === "confirmed";
  return html`
    ${invitationHead(invitation, seen)}
    ${note === undefined ? nothing : html`<p class="notice" role="alert">${note}</p>`}
    <section class="panel booked" aria-labelledby="booked">
      <h2 id="booked">${isConfirmed ? words.booked : words.kept}</h2>
      <p class="agreed">${timeOf(booking, seen)}</p>
      ${theirTime(booking, invitation, seen)}
      ${booking.body.link === undefined ? nothing : html`<p><a href="${booking.body.link}" rel="noreferrer">${booking.body.link}</a></p>`}
      <p class="quiet">${isConfirmed ? words.bookedHelp : words.keptHelp}</p>
    </section>
    <section class="panel" aria-labelledby="add"><h2 id="add">${words.addTo}</h2>
      <ul class="actions">
        <li><a class="button" href="${seen.at("meeting.ics")}">${words.calendarFile}</a></li>
        ${calendarLinks(booking).map(({ name, url }) => html`<li><a class="button" href="${url}" target="_blank" rel="noopener noreferrer">${name}</a></li>`)}
      </ul>
    </section>
    ${isShared ? sharedChange(seen) : changeSection(nonce, seen)}`;
}

const sharedChange = ({ words }: Seen): Html =>
  html`<section class="panel" aria-labelledby="change"><h2 id="change">${words.change}</h2><p>${words.sharedChange}</p></section>`;

const changeSection = (nonce: string, seen: Seen): Html => {
  const { words } = seen;
  return html`<section class="panel" aria-labelledby="change"><h2 id="change">${words.change}</h2>
      <div class="actions">
        <a class="button" href="${seen.at("move")}">${words.move}</a>
        <form method="post" action="${seen.at("call-off")}"><input type="hidden" name="nonce" value="${nonce}"><button class="danger-button">${words.callOff}</button></form>
      </div>
    </section>`;
};

const timeOf = ({ startsAt, endsAt }: Booking, seen: Seen): Html =>
  html`<time datetime="${startsAt}">${sayDate(seen, startsAt)}, ${sayClock(seen, startsAt, seen.zone)}</time> – ${sayClock(seen, endsAt, seen.zone)} <span class="quiet">${seen.words.inZone(zoneWord(seen.zone))}</span>`;

/** On the host's clock, where it reads otherwise. */
function theirTime(booking: Booking, { hostsZone }: Invitation, seen: Seen) {
  if (readsAlike(seen.zone, hostsZone, booking.startsAt)) return nothing;
  const theirs: Seen = { ...seen, zone: hostsZone };
  return html`<p>${timeOf(booking, theirs)}</p>`;
}
