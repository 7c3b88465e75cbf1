/** The note for a connection request (R15): to copy, to paste by hand, and to say that it was sent. */
import { html } from "hono/html";
import type { ContactId, DraftId } from "../../domain/ids.ts";
import type { NoteSeen } from "../../store/read/stored-json.ts";
import { changing, type Html, icon, nothing } from "./html.ts";
import type { Frame } from "./layout.ts";
import { withOpenMarked } from "./open-words.ts";

export type ConnectionNoteParts = {
  note: NoteSeen;
  draftId: DraftId;
  contactId: ContactId;
  locale: string;
  back: string;
};

export function connectionNoteView(
  frame: Frame,
  { note, draftId, contactId, locale, back }: ConnectionNoteParts,
): Html {
  const isOpen = note.lint.some(({ weight }) => weight === "refuse");
  return html`
  <details class="connection-note"><summary>${icon(frame.icons, "social")} Note for a connection request, ${note.text.length} of ${note.charactersMax} characters</summary>
    <p id="note-${draftId}" class="note-text" lang="${locale}">${withOpenMarked(note.text)}</p>
    ${note.lint.filter(({ rule }) => rule !== "open_question").map(({ message }) => html`<p class="quiet lint">${icon(frame.icons, "warning")} ${message}</p>`)}
    ${
      isOpen
        ? nothing
        : html`<div class="actions">
      <button class="button" type="button" data-copy="note-${draftId}" hidden>${icon(frame.icons, "copy")} <span>Copy note</span></button>
      ${note.profileUrl === undefined ? nothing : html`<a class="button" href="${note.profileUrl}" rel="noreferrer">Open their profile</a>`}
      ${changing(
        { token: frame.token, action: `/people/${contactId}/log` },
        html`<input type="hidden" name="tap" value="social:sent"><input type="hidden" name="back" value="${back}"><button class="button">I sent it</button>`,
      )}</div>`
    }
  </details>`;
}
