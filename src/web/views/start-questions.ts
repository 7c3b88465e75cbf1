/** What a new owner is asked while their mail is read: three things, each with an answer already in it. */
import { html } from "hono/html";
import type { Quotas } from "../../domain/plan/plan.ts";
import { sayQuotas } from "../../domain/plan/quotas.ts";
import type { ImportSeen } from "../../store/read/imports.ts";
import { changing, type Html, icon, nothing, type Piece } from "./html.ts";
import type { Frame } from "./layout.ts";
import { sayShare } from "./when.ts";

export type StartTyped = { zone: string; from: string; until: string; plan: string };

export type StartParts = {
  reading: Reading;
  /** As they were typed, or what is proposed. */
  fields: StartTyped;
  /** The zone that was proposed: left as it is, the calendar may still tell another. */
  zoneShown: string;
  zones: readonly string[];
  presets: readonly { name: string; quotas: Quotas }[];
  trouble?: string;
};

/** How far the owner's mail and calendar are. */
export type Reading =
  | { kind: "files"; one: ImportSeen }
  | { kind: "working_out" }
  | { kind: "account" }
  /** Everything that was given is read and worked out. */
  | { kind: "done" };

export const noPlan = "none";

export const startQuestionsView = (frame: Frame, parts: StartParts): Html => html`
  <h1>Three things, while it is read</h1>
  <p class="lead">An answer stands in each already: change what is not so. All of it can be changed later.</p>
  ${readingLine(frame, parts.reading)}
  ${parts.trouble === undefined ? nothing : html`<p class="trouble" role="alert">${parts.trouble}</p>`}
  ${changing(
    { token: frame.token, action: "/start", attributes: html`class="panel stack questions"` },
    html`<input type="hidden" name="zoneShown" value="${parts.zoneShown}">
    <label for="zone">Where you live</label>
    <input id="zone" name="zone" list="zones" value="${parts.fields.zone}" required spellcheck="false" autocomplete="off" aria-describedby="zone-hint">
    <datalist id="zones">${parts.zones.map((zone) => html`<option value="${zone}"></option>`)}</datalist>
    <p id="zone-hint" class="quiet">Left as it is, the zone of most of your meetings takes its place.</p>
    <fieldset><legend>When you meet people, Monday to Friday</legend>
      <p class="from-until"><label>from <input type="time" name="from" value="${parts.fields.from}" required></label>
        <label>until <input type="time" name="until" value="${parts.fields.until}" required></label></p></fieldset>
    <fieldset><legend>How many people you want to sit down with in a month</legend>
      ${parts.presets.map(({ name, quotas }) => choice(name, sayQuotas(quotas), parts.fields.plan))}
      ${choice(noPlan, "No plan yet", parts.fields.plan)}</fieldset>
    <div class="actions"><button class="main-button">That is right</button>
      <button class="plain-button" name="pass" value="yes" formnovalidate>Skip this</button></div>`,
  )}`;

const choice = (value: string, words: string, chosen: string): Html =>
  html`<label class="check-line"><input type="radio" name="plan" value="${value}" ${value === chosen ? html`checked` : nothing}> ${words}</label>`;

/** Looks again by itself, and leaves what is being typed alone. */
export const readingLine = (frame: Frame, reading: Reading): Html => html`
  <p id="reading" class="notice" role="status" ${reading.kind === "done" ? nothing : html`hx-get="/start/reading" hx-trigger="every 1s" hx-swap="outerHTML"`}>
    ${icon(frame.icons, reading.kind === "done" ? "check" : "clock")} ${readingWords(reading)}</p>`;

function readingWords(reading: Reading): Piece {
  switch (reading.kind) {
    case "files": {
      const { importId, name, bytesDone, bytesTotal } = reading.one;
      return html`<a href="/imports/${importId}">${name}</a> is being read${bytesTotal === 0 ? nothing : html`: ${sayShare(bytesDone, bytesTotal)}`}.`;
    }
    case "working_out":
      return "Read. Working out who is who, what is due and what to write.";
    case "account":
      return html`<a href="/accounts">Your account</a> is being read: whom you wrote to and met, then what is due. The first letters may take two minutes.`;
    case "done":
      return "Everything is read, and the first people are ready.";
  }
}
