/** The audit: every yes and everything that left, the newest first. */
import { html } from "hono/html";
import type { AuditLine } from "../../store/read/audit.ts";
import type { SoughtPage } from "../../store/read/seek.ts";
import { auditWords } from "./audit-words.ts";
import { type Html, icon, nothing, type Piece } from "./html.ts";
import type { Frame } from "./layout.ts";
import { searchBox } from "./review.ts";
import { moment } from "./when.ts";

export const auditPath = "/audit";

export type AuditParts = { page: SoughtPage<AuditLine>; search: string };

export const auditView = (frame: Frame, { page, search }: AuditParts): Html => html`
  <p class="trail"><a href="/settings">Settings</a> <a href="/settings/privacy">Your data</a></p>
  <div class="heading"><h1>What was approved, and what became of it</h1>
    <p class="quiet">Every yes, everything that left, and everything that was written into your accounts. Nothing of it can be changed.</p></div>
  <div class="tools">
    ${searchBox({ action: auditPath, search, label: "Search by person", hidden: {} }, frame)}
    <a class="button" href="${auditPath}.csv">${icon(frame.icons, "download")} As a table (.csv)</a>
  </div>
  <div id="list">${
    page.rows.length === 0
      ? html`<p class="empty">${search === "" ? "Nothing was approved yet. When you say yes to a letter, it stands here for good." : `Nothing here is about “${search}”.`}</p>`
      : html`<ul class="rows">${page.rows.map((line) => lineView(frame, line))}</ul>`
  }${pages(page, search)}</div>`;

function lineView(frame: Frame, line: AuditLine): Html {
  const words = auditWords(line, frame.seen);
  return html`<li class="row" id="line-${line.lineId}">${icon(frame.icons, words.icon)}
    <span class="row-main"><span dir="auto">${words.what}</span>
      <span class="quiet">${line.person === undefined ? nothing : html`<a href="/people/${line.person.contactId}" dir="auto">${line.person.name}</a> · `}${words.by}${words.covers === "" ? nothing : ` · covers ${words.covers}`}</span>
      <span class="quiet">${moment(line.at, frame.seen)} · ${words.became}</span></span></li>`;
}

function pages({ rows, hasEarlier, hasLater }: AuditParts["page"], search: string): Piece {
  const [first, last] = [rows.at(0), rows.at(-1)];
  if (first === undefined || last === undefined || !(hasEarlier || hasLater)) return nothing;
  const at = (to: "after" | "before", { lineId }: AuditLine) =>
    `${auditPath}?${new URLSearchParams({ ...(search !== "" && { q: search }), [to]: lineId })}`;
  return html`<nav class="pager" aria-label="Pages">
    ${hasEarlier ? html`<a rel="prev" href="${at("before", first)}">Newer</a>` : html`<span></span>`}
    ${hasLater ? html`<a rel="next" href="${at("after", last)}">Older</a>` : html`<span></span>`}
  </nav>`;
}
