/** "How should this call be held?" (R27): one field, and whose link or number it is. */
import { html } from "hono/html";
import type { ContactId } from "../../domain/ids.ts";
import type { OwnWayToCall } from "../../flows/meeting/say-call.ts";
import { changing, type Html, icon, nothing } from "./html.ts";
import type { Frame } from "./layout.ts";

type WayToCall = OwnWayToCall | "their_number";

export type CallWayParts = {
  contactId: ContactId;
  name: string;
  /** Where the page goes on. */
  back: string;
  /** What was typed and refused, and why. */
  typed?: { way: WayToCall; text: string; trouble: string };
};

const wayNames: Readonly<Record<WayToCall, (name: string) => string>> = {
  my_link: () => "My video link, for every call",
  my_number: () => "My number, for every call",
  their_number: (name) => `The number of ${name}`,
};

/** Beside the letter that waits for it. */
export const callWayForm = (frame: Frame, { contactId, name, back, typed }: CallWayParts): Html =>
  changing(
    { token: frame.token, action: `/people/${contactId}/call`, attributes: html`class="why"` },
    html`<input type="hidden" name="back" value="${back}">
    <label for="call-${contactId}">${icon(frame.icons, "question")} How should this call with ${name} be held?</label>
    <div class="why-line"><select name="way" aria-label="Whose link or number">${Object.entries(wayNames).map(
      ([way, say]) =>
        html`<option value="${way}" ${typed?.way === way ? html`selected` : nothing}>${say(name)}</option>`,
    )}</select>
    <input id="call-${contactId}" name="text" maxlength="300" autocomplete="off" required value="${typed?.text ?? ""}" placeholder="https://… or +33 …" ${typed === undefined ? nothing : html`aria-invalid="true" aria-describedby="call-refused-${contactId}"`}>
    <button class="main-button">Write the letter</button></div>
    ${typed === undefined ? nothing : html`<p class="error" id="call-refused-${contactId}" role="alert">${typed.trouble}</p>`}`,
  );

/** The question alone, with what was typed, when it was refused. */
export const callWayView = (frame: Frame, parts: CallWayParts): Html => html`
  <p class="trail"><a href="/people/${parts.contactId}">${parts.name}</a></p>
  <h1>A call with ${parts.name}</h1>
  ${callWayForm(frame, parts)}`;
