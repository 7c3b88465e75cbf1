/** The ways to take a letter along by hand: copied, in a mail program, as a file; and to say that it left. */
import { html } from "hono/html";
import type { DraftSeen } from "../../store/read/drafts.ts";
import { changing, type Html, icon } from "./html.ts";
import type { Frame } from "./layout.ts";

type WaysOut = {
  draft: DraftSeen;
  back: string;
  /** Sending it by hand is what is left to do. */
  isNext: boolean;
};

export const waysOut = (frame: Frame, { draft, back, isNext }: WaysOut): Html => html`
  <div class="actions">
    <button class="${isNext ? "main-button" : "button"}" type="button" data-copy="letter-${draft.draftId}" hidden>${icon(frame.icons, "copy")} <span>Copy text</span></button>
    <a class="button" data-mail href="${mailto(draft)}">${icon(frame.icons, "mail")} Open in my mail program</a>
    <a class="button" href="/drafts/${draft.draftId}/letter.eml" download>${icon(frame.icons, "download")} Save .eml</a>
    ${changing(
      { token: frame.token, action: `/drafts/${draft.draftId}/sent` },
      html`<input type="hidden" name="back" value="${back}"><button class="button">${icon(frame.icons, "check")} I sent it</button>`,
    )}
  </div>
  ${sentEarlier(frame, draft, back)}`;

/** Told a day late, the reminders count from the day on which it left. */
const sentEarlier = (frame: Frame, draft: DraftSeen, back: string): Html => html`
  <details class="evidence"><summary>I sent it on another day</summary>${changing(
    { token: frame.token, action: `/drafts/${draft.draftId}/sent`, attributes: html`class="why-line"` },
    html`<input type="hidden" name="back" value="${back}">
    <input type="date" name="on" required aria-label="The day on which you sent it">
    <button class="button">${icon(frame.icons, "check")} Sent then</button>`,
  )}</details>`;

/** RFC 6068: several addresses with a comma between, line breaks as %0D%0A. */
const mailto = ({ to, alsoTo, subject, body }: DraftSeen): string =>
  `mailto:${[to, ...alsoTo].map((one) => encodeURIComponent(one).replace("%40", "@")).join(",")}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll(/\r?\n/g, "\r\n"))}`;
