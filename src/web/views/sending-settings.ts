/** How letters leave: how long a yes can be taken back, what they carry, and which kinds go without being asked. */
import { html } from "hono/html";
import type { UnaskedKind } from "../../flows/sending/send-unasked.ts";
import { changing, type Html, nothing, type Piece } from "./html.ts";
import type { Frame } from "./layout.ts";
import { nameOfKind } from "./letters.ts";
import { counted } from "./when.ts";

export const sendingSettingsPath = "/settings/sending";

export type SendingSettingsParts = {
  undoSeconds: number;
  isLinkOffered: boolean;
  mayBookTheirs: boolean;
  kinds: readonly UnaskedKind[];
  /** What was typed and refused, and why. */
  typed?: { undoSeconds: string; trouble: string };
};

export const sendingSettingsView = (frame: Frame, parts: SendingSettingsParts): Html => html`
  <p class="trail"><a href="/settings">Settings</a></p>
  <h1>Sending</h1>
  ${parts.typed === undefined ? nothing : html`<p class="trouble" role="alert">${parts.typed.trouble}</p>`}
  <div class="panels">
    ${leavingForm(frame, parts)}
    ${unaskedForm(frame, parts.kinds)}
    <section class="panel"><h2>Kept times in your calendar</h2>
      <p>Times that a letter names are kept free here until they are answered. They can stand in your calendar too, as tentative entries.</p>
      <p><a class="button" href="/accounts">Choose it by account</a></p></section>
  </div>`;

const leavingForm = (
  frame: Frame,
  { undoSeconds, isLinkOffered, mayBookTheirs, typed }: SendingSettingsParts,
): Html => html`
  <section class="panel" id="leaving"><h2>After your yes</h2>
    ${changing(
      { token: frame.token, action: sendingSettingsPath, attributes: html`class="stack" novalidate` },
      html`<label for="undoSeconds">Seconds in which nothing leaves</label>
      <input class="short-field" id="undoSeconds" name="undoSeconds" type="number" min="0" max="3600" required value="${typed?.undoSeconds ?? undoSeconds}" aria-describedby="undo-hint" ${typed === undefined ? nothing : html`aria-invalid="true"`}>
      <p class="quiet" id="undo-hint">A yes can be taken back at least so long, and until the letter leaves.</p>
      <label class="check-line"><input type="checkbox" name="isLinkOffered" value="yes" ${isLinkOffered ? html`checked` : nothing}> Letters with times carry a link to pick one</label>
      <p class="quiet">Only while your public address is proven to work; without one no letter carries any.</p>
      <label class="check-line"><input type="checkbox" name="mayBookTheirs" value="yes" ${mayBookTheirs ? html`checked` : nothing}> Book a time that they propose, when it is free</label>
      <p class="quiet">Otherwise their time waits in your <a href="/inbox">inbox</a> for your yes.</p>
      <button class="button">Save</button>`,
    )}</section>`;

/** Never for somebody who is written to for the first time, whatever is ticked. */
const unaskedForm = (frame: Frame, kinds: readonly UnaskedKind[]): Html => html`
  <section class="panel" id="unasked"><h2>Letters that go without being asked</h2>
    <p>Off until you tick a kind, and never for a first letter to somebody. Each can still be taken back, and stands among <a href="/sent">your letters</a>.</p>
    ${
      kinds.length === 0
        ? html`<p class="quiet">A kind appears here once you approved a letter of it.</p>`
        : changing(
            { token: frame.token, action: `${sendingSettingsPath}/unasked`, attributes: html`class="stack"` },
            html`${kinds.map((one) => kindLine(one))}<button class="button">Save</button>`,
          )
    }</section>`;

function kindLine({ kind, unedited, uneditedMin, isOn }: UnaskedKind): Piece {
  const isPossible = unedited >= uneditedMin;
  return html`<label class="check-line"><input type="checkbox" name="kind" value="${kind}" ${isOn ? html`checked` : nothing} ${isPossible || isOn ? nothing : html`disabled`}>
    <span>${nameOfKind(kind)} <span class="quiet">${counted(unedited, "time")} approved as it was written${isPossible ? nothing : `; possible from ${uneditedMin} on`}</span></span></label>`;
}
