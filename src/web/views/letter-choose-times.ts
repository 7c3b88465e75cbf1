/** The free time of the coming days as buttons to press: which of it a letter offers. Boxes and a button, so no script is needed. */
import { html } from "hono/html";
import { sayDay, sayInstant } from "../../domain/time.ts";
import { chosenTimesMax, type TimesToChoose } from "../../flows/sending/choose-times.ts";
import type { DraftSeen } from "../../store/read/drafts.ts";
import { changing, type Html, nothing, type Piece } from "./html.ts";
import type { Frame } from "./layout.ts";
import { counted } from "./when.ts";

/** On a card; the strip is drawn when somebody opens it. */
export const chooseTimesFold = ({ draftId, offer }: DraftSeen, back: string): Piece =>
  (offer?.times.length ?? 0) === 0
    ? nothing
    : html`<details class="letter-act" data-times hx-get="/drafts/${draftId}/times?back=${encodeURIComponent(back)}" hx-trigger="toggle once" hx-target="find .times-choice" hx-swap="innerHTML">
        <summary>Change the times</summary>
        <div class="times-choice"><p><a href="/drafts/${draftId}/times">Choose among your free times</a></p></div></details>`;

export type ChooseTimesParts = { choice: TimesToChoose; back: string; trouble?: string };

export const chooseTimesForm = (frame: Frame, { choice, back, trouble }: ChooseTimesParts): Html => html`
  ${trouble === undefined ? nothing : html`<p class="trouble" role="alert">${trouble}</p>`}
  ${
    choice.days.length === 0
      ? html`<p class="empty">No time is free for it as far ahead as you offer any.</p>`
      : changing(
          { token: frame.token, action: `/drafts/${choice.draftId}/times`, attributes: html`class="stack"` },
          html`<input type="hidden" name="back" value="${back}">
      <p class="quiet">Starts of ${counted(choice.lengthMinutes, "minute")} that are free in your calendar; up to ${chosenTimesMax}. The letter says them where its times stand now.</p>
      <div class="strip" role="group" aria-label="Free times">${choice.days.map((day) => column(frame, day))}</div>
      <button class="main-button">Offer these times</button>`,
        )
  }`;

const column = ({ seen }: Frame, { day, starts }: TimesToChoose["days"][number]): Html => html`
  <fieldset class="strip-day"><legend><span>${sayDay(day, "ccc")}</span> <strong>${sayDay(day, "d LLL")}</strong></legend>
    ${starts.map(
      ({ startsAt, isOffered }) =>
        html`<label class="strip-time"><input type="checkbox" name="time" value="${startsAt}" ${isOffered ? html`checked` : nothing}><span>${sayInstant(startsAt, seen.zone, "HH:mm")}</span></label>`,
    )}</fieldset>`;

export const chooseTimesPage = (frame: Frame, parts: ChooseTimesParts): Html => html`
  <p class="trail"><a href="/drafts/${parts.choice.draftId}">The letter</a></p>
  <div class="heading"><h1>The times that it offers</h1></div>
  <section class="panel">${chooseTimesForm(frame, parts)}</section>`;
