/** Addresses of a person that letters came back from: why, and the way to write to them again. */
import { html } from "hono/html";
import type { PersonSeen } from "../../store/read/person.ts";
import { changing, firstReason, icon, nothing, type Piece } from "./html.ts";
import type { Frame } from "./layout.ts";

export const givenUpView = (frame: Frame, { contactId, givenUp }: PersonSeen): Piece =>
  givenUp.length === 0
    ? nothing
    : html`<section aria-labelledby="given-up"><h2 id="given-up">Not written to any more</h2><ul class="rows">${givenUp.map(
        ({ address, because }) =>
          html`<li class="row"><span class="row-main"><span class="address">${address}</span> <span class="quiet">${firstReason(because)}</span></span>${changing(
            { token: frame.token, action: `/people/${contactId}/address-again`, attributes: html`class="row-end"` },
            html`<input type="hidden" name="address" value="${address}"><button class="button small">${icon(frame.icons, "undo")} Write to it again</button>`,
          )}</li>`,
      )}</ul></section>`;
