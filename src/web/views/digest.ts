/** The daily mail as a page: its text, how far it is on its way, and when it goes. */
import { html } from "hono/html";
import type { SendingState } from "../../domain/draft/sending.ts";
import type { DigestShown } from "../../flows/digest/show-digest.ts";
import { changing, type Html, icon, nothing } from "./html.ts";
import type { Frame } from "./layout.ts";
import { when } from "./when.ts";
import { clockOf } from "./words.ts";

export const digestView = (frame: Frame, shown: DigestShown, typed?: { at: string }): Html => html`
  <p class="trail"><a href="/today">Today</a></p>
  <h1>Daily mail</h1>
  <p class="quiet">${standingLine(frame, shown)}</p>
  <section class="letter" aria-label="Today's mail">
    <div class="sheet">
      <dl class="sheet-head"><div><dt>Subject</dt><dd dir="auto">${shown.subject}</dd></div></dl>
      <div class="sheet-body" dir="auto">${shown.body}</div>
    </div>
    <div class="actions"><a class="button" href="/digest/today.eml" download>${icon(frame.icons, "download")} Save as a mail (.eml)</a></div>
  </section>
  ${settingsForm(frame, shown, typed)}`;

function standingLine(frame: Frame, { sending, mailbox, nextAt, settings }: DigestShown): Html {
  const next = nextAt === undefined ? nothing : html` The next one goes ${when(nextAt, frame.seen)}.`;
  if (mailbox === undefined)
    return html`No connected account may send it, so it stands here. <a href="/accounts">Connect one</a>, and it comes to you.`;
  if (!settings.isDigestOn) return html`It is switched off.`;
  return sending === undefined
    ? html`This is how it would read now.${next}`
    : html`${sendingWords[sending]} ${mailbox}.${next}`;
}

const sendingWords: Readonly<Record<SendingState, string>> = {
  ready: "On its way to",
  claimed: "On its way to",
  prepared: "On its way to",
  sending: "On its way to",
  unknown: "Nobody knows yet whether it reached",
  done: "Sent today to",
  withdrawn: "It was not sent to",
  ask_owner: "Nobody knows whether it reached",
};

const settingsForm = (frame: Frame, { settings }: DigestShown, typed: { at: string } | undefined): Html => html`
  <section class="panel" id="when"><h2>When it comes</h2>
    ${typed === undefined ? nothing : html`<p class="trouble" role="alert">Write the time as 08:30.</p>`}
    ${changing(
      { token: frame.token, action: "/digest", attributes: html`class="stack"` },
      html`<label class="check-line"><input type="checkbox" name="on" value="yes" ${settings.isDigestOn ? html`checked` : nothing}> A mail to myself on each working day</label>
      <label for="digest-at">At</label>
      <input class="short-field" id="digest-at" name="at" type="time" required value="${typed?.at ?? clockOf(settings.atMinute)}" ${typed === undefined ? nothing : html`aria-invalid="true"`}>
      <label class="check-line"><input type="checkbox" name="empty" value="yes" ${settings.isEmptyDigestSent ? html`checked` : nothing}> Also when nothing waits</label>
      <button class="button">Save</button>`,
    )}</section>`;
