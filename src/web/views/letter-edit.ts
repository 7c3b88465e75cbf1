/** The letter in the owner's own words: subject, text, and which of the offered times stay in it. */
import { html } from "hono/html";
import type { DraftSeen } from "../../store/read/drafts.ts";
import type { LintSeen } from "../../store/read/stored-json.ts";
import { changing, type Html, icon, nothing, type Piece } from "./html.ts";
import type { Frame } from "./layout.ts";
import { sayMoment } from "./when.ts";

/** A version that was refused: what stood in the fields, and what is wrong with it. */
export type EditTyped = {
  subject: string;
  body: string;
  /** The times that were left ticked, as instants. */
  times: readonly string[];
  findings: readonly LintSeen[];
};

export type EditParts = { draft: DraftSeen; back: string; typed?: EditTyped };

const rowsMin = 8;

/** Opened, it stands in place of the letter (by the style sheet), and is checked as it is typed where scripts run. */
export function editForm(frame: Frame, { draft, back, typed }: EditParts): Html {
  const { draftId, locale } = draft;
  const { subject, body } = typed ?? draft;
  return html`
  <details class="letter-act letter-edit" data-edit ${typed === undefined ? nothing : html`open`}><summary>Change the words</summary>
    ${changing(
      {
        token: frame.token,
        action: `/drafts/${draftId}/edit`,
        attributes: html`class="stack" hx-post="/drafts/${draftId}/look" hx-trigger="input changed delay:500ms from:find input[name=subject], input changed delay:500ms from:find textarea" hx-target="#check-${draftId}" hx-swap="outerHTML" hx-sync="this:replace"`,
      },
      html`<input type="hidden" name="back" value="${back}">
      <label for="subject-${draftId}">Subject</label>
      <input id="subject-${draftId}" name="subject" value="${subject}" maxlength="200" required dir="auto" lang="${locale}">
      <label for="body-${draftId}">Text</label>
      <textarea id="body-${draftId}" name="body" rows="${Math.max(rowsMin, body.split("\n").length + 2)}" maxlength="8000" required spellcheck="true" dir="auto" lang="${locale}" aria-describedby="check-${draftId}">${body}</textarea>
      ${typed === undefined ? html`<div id="check-${draftId}" class="words-check" aria-live="polite"></div>` : wordsChecked(frame, draftId, typed.findings)}
      ${timesLeft(frame, draft, typed)}
      <button class="main-button">Save my version</button>
      <p class="quiet">It is checked as every letter is, kept as you wrote it, and still asks for your yes.</p>`,
    )}</details>`;
}

/** What the letter check says of the words in the fields. */
export const wordsChecked = (frame: Frame, draftId: string, findings: readonly LintSeen[]): Html => html`
  <div id="check-${draftId}" class="words-check" aria-live="polite">${
    findings.length === 0
      ? html`<p class="words-fine">${icon(frame.icons, "check")} Reads well; nothing stands against it.</p>`
      : findings.map(
          ({ weight, message, sentence }) =>
            html`<p class="${weight === "refuse" ? "trouble" : "notice"}">${icon(frame.icons, "warning")} ${weight === "refuse" ? "Cannot be saved: " : nothing}${message} ${sentence === undefined ? nothing : html`<q>${sentence}</q>`}</p>`,
        )
  }</div>`;

/** A time that is ticked off is not offered, held or booked any more. */
function timesLeft({ seen }: Frame, { offer }: DraftSeen, typed: EditTyped | undefined): Piece {
  const times = offer?.times ?? [];
  if (times.length === 0) return nothing;
  return html`<fieldset class="field"><legend>Times that may be booked from it</legend>
    <input type="hidden" name="offers" value="yes">
    ${times.map(
      ({ startsAt }) =>
        html`<label class="check-line"><input type="checkbox" name="time" value="${startsAt}" ${typed === undefined || typed.times.includes(startsAt) ? html`checked` : nothing}> ${sayMoment(startsAt, seen)}</label>`,
    )}</fieldset>`;
}
