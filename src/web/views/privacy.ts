/** Your data: taking everything along, how long texts are kept, the audit, and erasing everything. */
import { html } from "hono/html";
import { isUnderWay } from "../../domain/privacy/exporting.ts";
import { keepings, type Retention, type RetentionFigure, retentionFigures } from "../../domain/retention.ts";
import type { ExportSeen } from "../../flows/privacy/export-everything.ts";
import type { Fields } from "../fields.ts";
import { changing, type Html, icon, nothing, type Piece } from "./html.ts";
import type { Frame } from "./layout.ts";
import { moment, sayBytes, sayCount, sayDistance, sayShare } from "./when.ts";

export const privacyPath = "/settings/privacy";
const exportsPath = `${privacyPath}/exports`;

export type PrivacyParts = {
  exports: readonly ExportSeen[];
  retention: Retention;
  /** What was typed and refused. */
  typed?: Fields;
};

export const privacyView = (frame: Frame, parts: PrivacyParts): Html => html`
  <p class="trail"><a href="/settings">Settings</a></p>
  <div class="heading"><h1>Your data</h1>
    <p class="quiet">It lies on your computer, in one folder or the database you named, and nowhere else.</p></div>
  ${exportsPanel(frame, parts.exports)}
  ${retentionForm(frame, parts)}
  <section class="panel"><h2>What was approved</h2>
    <p>Every yes of yours, what it covered, what left by it, and what became of it.</p>
    <p><a class="button" href="/audit">${icon(frame.icons, "list")} To the audit</a></p></section>
  <section class="panel"><h2>Erase everything</h2>
    <p>People, letters, settings, permissions: all of it, for good. You see first what goes and what stays elsewhere.</p>
    <p><a class="button" href="${privacyPath}/erase">${icon(frame.icons, "warning")} Erase everything…</a></p></section>`;

/** Comes again by itself every second for as long as one is written. */
export function exportsPanel(frame: Frame, exports: readonly ExportSeen[]): Html {
  const isBusy = exports.some(({ state }) => isUnderWay(state));
  const looks = isBusy ? html`hx-get="${exportsPath}" hx-trigger="every 1s" hx-swap="outerHTML"` : nothing;
  return html`<section class="panel" id="exports" aria-labelledby="exports-title" ${looks}>
    <h2 id="exports-title">Take everything along</h2>
    <p>One .zip with everything that is kept, but keys: people as a table and as cards, meetings for calendars, sent letters for mail programs, and all rows as JSON.</p>
    ${exports.length === 0 ? nothing : html`<ul class="rows">${exports.map((one) => exportLine(frame, one))}</ul>`}
    ${isBusy ? nothing : changing({ token: frame.token, action: exportsPath }, html`<button class="button">${icon(frame.icons, "download")} Write an export</button>`)}
  </section>`;
}

const exportLine = (frame: Frame, one: ExportSeen): Html => html`
  <li class="row">${icon(frame.icons, one.state === "failed" ? "warning" : "file")}
    <span class="row-main"><span>${stateWords(frame, one)}</span>${one.because === undefined ? nothing : html`<span class="quiet">${one.because}</span>`}
      ${one.state === "writing" ? bar(one) : nothing}</span>
    <span class="actions row-end">${buttons(frame, one)}</span></li>`;

function stateWords({ seen }: Frame, { state, begunAt, bytes, keptUntil }: ExportSeen): Html {
  switch (state) {
    case "waiting":
      return html`Waits to be written`;
    case "writing":
      return html`Being written`;
    case "ready":
      return html`Of ${moment(begunAt, seen)}, ${sayBytes(bytes)}${keptUntil === undefined ? nothing : html` <span class="quiet">(goes ${sayDistance(keptUntil, seen)})</span>`}`;
    case "stopped":
      return html`Stopped`;
    case "failed":
      return html`Not written`;
    case "removed":
      return html`Gone`;
  }
}

const bar = ({ rowsDone, rowsTotal, part }: ExportSeen): Html => html`
  <progress max="${Math.max(rowsTotal, 1)}" value="${Math.min(rowsDone, rowsTotal)}" aria-label="How far the export is">${sayShare(rowsDone, rowsTotal)}</progress>
  <span class="quiet">${sayCount(rowsDone)} of about ${sayCount(rowsTotal)} rows${part === undefined || part === "" ? nothing : `, now ${part}`}</span>`;

function buttons(frame: Frame, { exportId, state }: ExportSeen): Piece {
  const form = (verb: "stop" | "again" | "remove", inside: Html) =>
    changing({ token: frame.token, action: `${exportsPath}/${exportId}/${verb}` }, inside);
  switch (state) {
    case "waiting":
    case "writing":
      return form("stop", html`<button class="button">${icon(frame.icons, "stop")} Stop</button>`);
    case "ready":
      return html`<a class="main-button" href="${exportsPath}/${exportId}/rapport.zip" download>${icon(frame.icons, "download")} Download</a>
        ${form("remove", html`<button class="plain-button">Remove</button>`)}`;
    case "stopped":
    case "failed":
      return html`${form("again", html`<button class="button">Begin anew</button>`)}${form("remove", html`<button class="plain-button">Remove</button>`)}`;
    case "removed":
      return nothing;
  }
}

const retentionForm = (frame: Frame, { retention, typed }: PrivacyParts): Html => html`
  <section class="panel" id="kept"><h2>How long texts are kept</h2>
    <p>After so many days they are erased by themselves, every day. You can have it shorter; what is kept already follows.</p>
    ${typed === undefined ? nothing : html`<p class="trouble" role="alert">Give whole days within the limits. Nothing was changed.</p>`}
    ${changing(
      { token: frame.token, action: `${privacyPath}/retention`, attributes: html`class="stack" novalidate` },
      html`${retentionFigures.map((figure) => daysField(figure, typed?.[figure] ?? String(retention[figure])))}
      <button class="button">Save</button>`,
    )}
    <p class="quiet">Everything else stays until you take it back: the import or account it came from, or the person.</p></section>`;

function daysField(figure: RetentionFigure, value: string): Html {
  const { what, since, daysMin, daysMax } = keepings[figure];
  return html`<div class="rule"><label for="${figure}">${what}</label>
    <p class="quiet" id="${figure}-hint">From the day ${since}; ${daysMin} to ${daysMax} days.</p>
    <span class="field-line"><input class="short-field" id="${figure}" name="${figure}" type="number" min="${daysMin}" max="${daysMax}" required value="${value}" aria-describedby="${figure}-hint"><span class="quiet">days</span></span></div>`;
}
