/** What the owner can offer somebody, asked in one line (R16). */
import { html } from "hono/html";
import { changing, type Html, icon } from "./html.ts";
import type { Frame } from "./layout.ts";

/** R16: what to bring to the call on day 30, or that there is nothing yet. */
export const giveForm = (
  frame: Frame,
  { contactId, question, back }: { contactId: string; question: string; back: string },
): Html =>
  changing(
    { token: frame.token, action: `/people/${contactId}/give`, attributes: html`class="why"` },
    html`<input type="hidden" name="back" value="${back}">
    <label for="give-${contactId}">${icon(frame.icons, "spark")} ${question}</label>
    <div class="why-line"><input id="give-${contactId}" name="give" maxlength="500" autocomplete="off" dir="auto" placeholder="In a few words">
    <button class="main-button">Keep it</button></div>
    <button class="plain-button" name="none" value="yes">Nothing yet</button>`,
  );
