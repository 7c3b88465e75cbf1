/** The import page: the tray that files go into, what is in it, and the button that has it read. */
import { html } from "hono/html";
import type { ImportSeen } from "../../store/read/imports.ts";
import type { TrayFile } from "../inbox/inbox.ts";
import { changing, type Html, icon, nothing, type Piece } from "./html.ts";
import { importLine } from "./imports.ts";
import type { Frame } from "./layout.ts";
import { whereToGet } from "./start.ts";
import { counted, sayBytes } from "./when.ts";
import { fileKinds } from "./words.ts";

export type Tray = { files: TrayFile[]; more: number; bytes: number };

export type ImportParts = { tray: Tray; recent: readonly ImportSeen[]; trouble?: string };

export const importView = (frame: Frame, { tray, recent, trouble }: ImportParts): Html => html`
  <h1>Import export files</h1>
  <p class="lead">Mailboxes, single messages, calendars, contacts, LinkedIn's list, or a zip of them. They are copied into
    Rapport's own folder on this computer and read there.</p>
  ${trouble === undefined ? nothing : html`<p class="trouble" role="alert">${trouble}</p>`}
  ${dropZone(frame)}
  ${trayView(frame, tray)}
  ${
    recent.length === 0
      ? whereToGet
      : html`<section aria-labelledby="before"><h2 id="before">Imported before</h2>
          <ul class="rows">${recent.map((one) => importLine(frame, one))}</ul>
          <p><a href="/imports">All imports</a></p></section>${whereToGet}`
  }`;

const dropZone = (frame: Frame): Html => html`
  <form class="drop" id="upload" method="post" action="/import/files" enctype="multipart/form-data" data-upload="/import/files/">
    <input type="hidden" name="form_token" value="${frame.token}">
    ${icon(frame.icons, "import")}
    <p class="drop-words" data-drop-words hidden>Drop files or folders here</p>
    <div class="drop-buttons">
      <label class="main-button" for="files">Choose files</label>
      <input id="files" name="files" type="file" multiple>
      <label class="button" for="folder" data-with-script hidden>${icon(frame.icons, "folder")} Choose a folder</label>
      <input id="folder" type="file" webkitdirectory data-with-script hidden disabled>
    </div>
    <noscript><button class="button">Upload</button></noscript>
    <ul class="uploads" data-uploads aria-live="polite"></ul>
  </form>`;

/** Also given alone, to stand in for the tray on the page when an upload is done. */
export const trayView = (frame: Frame, { files, more, bytes }: Tray): Html => html`
  <section id="tray" aria-labelledby="tray-title">
    ${
      files.length === 0
        ? nothing
        : html`
    <h2 id="tray-title">Ready to be read</h2>
    <ul class="rows">${files.map((file) => trayLine(frame, file))}</ul>
    ${more > 0 ? html`<p class="quiet">and ${counted(more, "more file")}</p>` : nothing}
    <div class="actions">
      ${changing({ token: frame.token, action: "/import/begin" }, html`<button class="main-button">Read ${sayFiles(files.length + more)}, ${sayBytes(bytes)}</button>`)}
      ${changing({ token: frame.token, action: "/import/empty" }, html`<button class="plain-button">Take all out</button>`)}
    </div>`
    }
  </section>`;

const sayFiles = (count: number): string => (count === 1 ? "this file" : `these ${counted(count, "file")}`);

const trayLine = (frame: Frame, { name, bytes, kind }: TrayFile): Html => html`
  <li class="row">
    ${icon(frame.icons, kindIcon(kind))}
    <span class="row-main"><span class="file-name">${name}</span>
      <span class="quiet">${fileKinds[kind] ?? kind}${kind === "unknown" ? nothing : html` · ${sayBytes(bytes)}`}${kindNote(kind)}</span></span>
    ${changing(
      { token: frame.token, action: "/import/take-out" },
      html`<input type="hidden" name="name" value="${name}"><button class="icon-button" aria-label="Take out ${name}" title="Take out">${icon(frame.icons, "close")}</button>`,
    )}
  </li>`;

const kindNote = (kind: string): Piece =>
  kind === "zip" ? " · looked into when it is read" : kind === "unknown" ? ", so it will be passed over" : nothing;

const kindIcon = (kind: string) =>
  kind === "ics"
    ? "calendar"
    : kind === "vcf" || kind.endsWith("csv")
      ? "card"
      : kind === "zip"
        ? "folder"
        : kind === "unknown" || kind === "empty"
          ? "file"
          : "mail";
