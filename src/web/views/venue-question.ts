/** "Where do you meet for coffee?": places of past meetings as buttons, each of them a form of its own. */
import { html } from "hono/html";
import { withinCityMinutes } from "../../domain/meeting/distance.ts";
import type { VenueProposal } from "../../domain/meeting/venue.ts";
import { changing, type Html, icon } from "./html.ts";
import type { Frame } from "./layout.ts";
import { counted } from "./when.ts";

/** Beside a letter that invites to a coffee while no place is known. */
export const venueQuestion = (frame: Frame, proposals: readonly VenueProposal[], back: string): Html => html`
  <div class="why venue-question"><p>${icon(frame.icons, "place")} Where do you meet for coffee? The letter names no place yet.</p>
    ${venueButtons(frame, proposals, back)}
    <a href="/settings/meeting#venues">${proposals.length === 0 ? "Name a place" : "Another place"}</a></div>`;

/** How far it is can be said in the settings; until then it is taken to be somewhere in the same city. */
export const venueButtons = (frame: Frame, proposals: readonly VenueProposal[], back: string): Html => html`
  <div class="chips">${proposals.map(({ name, address, suits, meetings }) =>
    changing(
      { token: frame.token, action: "/settings/meeting/venues" },
      html`<input type="hidden" name="name" value="${name}"><input type="hidden" name="address" value="${address}"><input type="hidden" name="minutes" value="${withinCityMinutes}"><input type="hidden" name="${suits}" value="yes"><input type="hidden" name="back" value="${back}">
      <button class="chip-button">${name} <span class="quiet">${suits}, ${counted(meetings, "meeting")}</span></button>`,
    ),
  )}</div>`;
