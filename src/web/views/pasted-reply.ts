/** A reply that reached the owner where Rapport does not read: pasted, it is read and settled like any other (M6). */
import { html } from "hono/html";
import { changing, type Html, icon, nothing } from "./html.ts";
import type { Frame } from "./layout.ts";

/** What was refused, as it was typed, and why. */
export type PastedTyped = { text: string; on: string; trouble: string };

export type PastedParts = { contactId: string; name: string; back: string; typed?: PastedTyped };

/** Of the form, on the page of the person. */
export const replyAnchor = (contactId: string): string => `#reply-${contactId}`;

export const pastedReplyForm = (frame: Frame, { contactId, name, back, typed }: PastedParts): Html => html`
  <details class="letter-act" id="reply-${contactId}" ${typed === undefined ? nothing : html`open`}><summary>${name} answered</summary>
    ${typed === undefined ? nothing : html`<p class="trouble" role="alert">${icon(frame.icons, "warning")} ${typed.trouble}</p>`}
    ${changing(
      { token: frame.token, action: `/people/${contactId}/reply`, attributes: html`class="stack"` },
      html`<input type="hidden" name="back" value="${back}">
      <label for="reply-text-${contactId}">Paste their answer</label>
      <textarea id="reply-text-${contactId}" name="text" rows="6" maxlength="20000" required dir="auto" aria-describedby="reply-hint-${contactId}">${typed?.text ?? ""}</textarea>
      <p class="quiet" id="reply-hint-${contactId}">With or without what it quotes. A plain yes to one of your times books the meeting.</p>
      <label for="reply-on-${contactId}">Written on <span class="quiet">(today, if left empty)</span></label>
      <input class="day-field" id="reply-on-${contactId}" type="date" name="on" value="${typed?.on ?? ""}">
      <button class="main-button">Read it</button>`,
    )}</details>`;
