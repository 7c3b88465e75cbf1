/** One import while it is read and afterwards, and the list of all. */
import { html } from "hono/html";
import type { FileSeen, ImportSeen, SkippedSeen } from "../../store/read/imports.ts";
import type { AddressSeen } from "../../store/read/owner.ts";
import type { PageOf } from "../../store/read/page.ts";
import type { Pace } from "../import-meter.ts";
import { changing, type Html, icon, nothing, type Piece, pager } from "./html.ts";
import type { Frame } from "./layout.ts";
import { addressQuestion } from "./owner-addresses.ts";
import { counted, moment, sayBytes, sayCount, saySeconds, sayShare, when } from "./when.ts";
import { fileKinds, importStates } from "./words.ts";

export const importsView = (frame: Frame, page: PageOf<ImportSeen>): Html => html`
  <div class="heading"><h1>Imports</h1><a class="main-button" href="/import">Import files</a></div>
  ${
    page.rows.length === 0
      ? html`<p class="empty">Nothing was imported yet.</p>`
      : html`<ul class="rows">${page.rows.map((one) => importLine(frame, one))}</ul>`
  }
  ${pager(page.page, page.hasMore, (number) => `/imports?page=${number}`)}`;

export const importLine = (frame: Frame, one: ImportSeen): Html => html`
  <li class="row">
    ${icon(frame.icons, one.state === "failed" ? "warning" : one.state === "read" ? "check" : "file")}
    <a class="row-main" href="/imports/${one.importId}"><span class="file-name">${one.name}</span>
      <span class="quiet">${importStates[one.state] ?? one.state}${one.state === "undone" ? nothing : `, ${sayFound(one)}`}</span></a>
    <span class="quiet row-end">${when(one.startedAt, frame.seen)}</span>
  </li>`;

const sayFound = ({ messages, events, cards }: ImportSeen): string => {
  const found = [
    messages > 0 ? counted(messages, "message") : "",
    events > 0 ? counted(events, "event") : "",
    cards > 0 ? counted(cards, "card") : "",
  ].filter(Boolean);
  return found.length > 0 ? found.join(", ") : "nothing found so far";
};

export type OneImportParts = {
  one: ImportSeen;
  pace: Pace | undefined;
  files: PageOf<FileSeen>;
  skipped: PageOf<SkippedSeen>;
  /** Asked once, when what was read leaves it open. */
  askAddresses: readonly AddressSeen[];
};

export const isUnderWay = ({ state }: ImportSeen): boolean => state === "waiting" || state === "reading";

export const oneImportView = (frame: Frame, { one, pace, files, skipped, askAddresses }: OneImportParts): Html => html`
  <p class="trail"><a href="/imports">Imports</a></p>
  <h1 class="file-name">${one.name}</h1>
  ${progressView(frame, one, pace)}
  ${askAddresses.length === 0 ? nothing : addressQuestion(frame, askAddresses, `/imports/${one.importId}`)}
  ${filesView(one, files)}
  ${skippedView(one, skipped)}
  ${isUnderWay(one) || one.state === "undone" ? nothing : undoView(frame, one)}`;

/** Comes again by itself every second for as long as the import goes on. */
export const progressView = (frame: Frame, one: ImportSeen, pace: Pace | undefined): Html => html`
  <section id="progress" class="panel" aria-labelledby="progress-title" ${
    isUnderWay(one)
      ? html`hx-get="/imports/${one.importId}/progress" hx-trigger="every 1s" hx-swap="outerHTML"`
      : nothing
  }>
    <h2 id="progress-title">${heading(one)}</h2>
    ${isUnderWay(one) ? bar(one, pace) : html`<p class="quiet">${ended(frame, one)}</p>`}
    ${one.because === undefined || one.state === "read" ? nothing : html`<p class="trouble">${one.because}</p>`}
    <dl class="figures">
      ${figure("Messages", one.messages)}${figure("Events", one.events)}${figure("Cards", one.cards)}
      ${figure("Known already", one.repeated)}${figure("Left out", one.skipped)}
    </dl>
    <div class="actions">${buttons(frame, one)}</div>
  </section>`;

const heading = ({ state, bytesDone }: ImportSeen): string => {
  switch (state) {
    case "waiting":
      return "Waiting to be read";
    case "reading":
      return bytesDone === 0 ? "Looking at the files" : "Reading";
    case "stopped":
      return "Stopped";
    case "failed":
      return "Stuck";
    case "undone":
      return "Taken back";
    case "read":
      return "Read to the end";
  }
};

const bar = ({ bytesDone, bytesTotal, files }: ImportSeen, pace: Pace | undefined): Html => html`
  <progress max="${Math.max(bytesTotal, 1)}" value="${bytesDone}" aria-label="How far the reading is">${sayShare(bytesDone, bytesTotal)}</progress>
  <p class="quiet progress-words">
    <span>${bytesTotal === 0 ? "Getting ready…" : html`${sayBytes(bytesDone)} of ${sayBytes(bytesTotal)} (${sayShare(bytesDone, bytesTotal)})`}${files > 0 ? `, ${counted(files, "file")} done` : nothing}</span>
    <span>${pace === undefined ? nothing : `${sayBytes(pace.bytesPerSecond)} a second, ${saySeconds(pace.secondsLeft)} left`}</span>
  </p>`;

const ended = (frame: Frame, { startedAt, endedAt }: ImportSeen): Html =>
  html`Begun ${moment(startedAt, frame.seen)}${endedAt === undefined ? nothing : html`, ended ${moment(endedAt, frame.seen)}`}.`;

const figure = (name: string, count: number): Html => html`<div><dt>${name}</dt><dd>${sayCount(count)}</dd></div>`;

function buttons(frame: Frame, one: ImportSeen): Piece {
  const form = (verb: "stop" | "resume", inside: Html) =>
    changing({ token: frame.token, action: `/imports/${one.importId}/${verb}` }, inside);
  switch (one.state) {
    case "waiting":
    case "reading":
      return form("stop", html`<button class="button">${icon(frame.icons, "stop")} Stop, keep what was read</button>`);
    case "stopped":
    case "failed":
      return form("resume", html`<button class="main-button">Read on</button>`);
    case "read":
      return html`<a class="main-button" href="/review">To the review</a> <a class="button" href="/people">To the people</a>`;
    case "undone":
      return html`<a class="button" href="/import">Import files</a>`;
  }
}

const filesView = (one: ImportSeen, page: PageOf<FileSeen>): Piece =>
  page.rows.length === 0
    ? nothing
    : html`<details class="panel"><summary><h2>Files <span class="quiet">${sayCount(one.files)}</span></h2></summary>
        <ul class="rows">${page.rows.map(
          ({ place, kind, bytes }) =>
            html`<li class="row"><span class="row-main"><span class="file-name">${place}</span><span class="quiet">${fileKinds[kind] ?? kind} · ${sayBytes(bytes)}</span></span></li>`,
        )}</ul>
        ${page.hasMore ? html`<p class="quiet">The first ${sayCount(page.rows.length)} of ${sayCount(one.files)}.</p>` : nothing}</details>`;

/** Nothing is left out silently: each line says what, where and why. */
const skippedView = (one: ImportSeen, page: PageOf<SkippedSeen>): Piece =>
  one.skipped === 0
    ? nothing
    : html`<details class="panel" id="skipped" ${page.page > 1 ? html`open` : nothing}>
        <summary><h2>Left out, or taken in only in part <span class="quiet">${sayCount(one.skipped)}</span></h2></summary>
        <ul class="rows">${page.rows.map(
          ({ place, position, message, count }) =>
            html`<li class="row"><span class="row-main"><span>${message}${count > 1 ? html` <span class="quiet">(${sayCount(count)} times)</span>` : nothing}</span>
            <span class="quiet file-name">${place}${position === undefined ? nothing : `, ${position}`}</span></span></li>`,
        )}</ul>
        ${pager(page.page, page.hasMore, (number) => `/imports/${one.importId}?page=${number}#skipped`)}</details>`;

const undoView = (frame: Frame, one: ImportSeen): Html => html`
  <details class="panel undo">
    <summary>${icon(frame.icons, "undo")} Take this import back…</summary>
    <p>Everything that only this import brought goes: ${sayFound(one)}, and the people, follow-ups and drafts that rest on
      them. What another import brought too stays, and so does every correction you made.</p>
    ${changing({ token: frame.token, action: `/imports/${one.importId}/undo` }, html`<button class="danger-button">Yes, take it back</button>`)}
  </details>`;
