/** Letters on their way: what waits and when it leaves, what was sent, what did not leave and why. */
import { html } from "hono/html";
import { type OutboxCounts, type OutboxRow, type OutboxShelf, outboxShelves } from "../../store/read/outbox.ts";
import type { PageOf } from "../../store/read/page.ts";
import { changing, firstReason, type Html, icon, monogram, nothing, type Piece, pager, reasons } from "./html.ts";
import type { Frame } from "./layout.ts";
import { nameOfLetter } from "./letters.ts";
import { replyAnchor } from "./pasted-reply.ts";
import { searchBox } from "./review.ts";
import { sendingLine } from "./sending-words.ts";
import { moment, sayCount } from "./when.ts";

export type OutboxParts = {
  page: PageOf<OutboxRow>;
  counts: OutboxCounts;
  shelf: OutboxShelf;
  search: string;
};

const shelfNames: Readonly<Record<OutboxShelf, string>> = {
  waiting: "On their way",
  sent: "Sent",
  not_sent: "Not sent",
};

const emptyWords: Readonly<Record<OutboxShelf, string>> = {
  waiting: "Nothing is on its way. What you approve waits here until it leaves, and can be taken back.",
  sent: "Nothing was sent yet. Approve a letter, or say that you sent one yourself, and it stands here.",
  not_sent: "Everything that you approved left, or still will.",
};

export const outboxPath = "/sent";

export const outboxView = (frame: Frame, parts: OutboxParts): Html => html`
  <div class="heading"><h1>Letters on their way</h1><p class="quiet">Nothing leaves without your yes, and what you approved leaves once.</p></div>
  <div class="tools">
    <nav class="tabs" aria-label="Shelf"><ul>${outboxShelves.map((shelf) => shelfLink(shelf, parts))}</ul></nav>
    ${searchBox({ action: outboxPath, search: parts.search, label: "Search these letters", hidden: { show: parts.shelf } }, frame)}
  </div>
  <div id="list">${list(frame, parts)}</div>`;

const addressOf = (shelf: OutboxShelf, search: string, more: Record<string, string> = {}): string =>
  `${outboxPath}?${new URLSearchParams({ show: shelf, ...(search !== "" && { q: search }), ...more })}`;

const shelfLink = (shelf: OutboxShelf, { shelf: here, counts, search }: OutboxParts): Html =>
  html`<li><a href="${addressOf(shelf, search)}" ${shelf === here ? html`aria-current="true"` : nothing}>${shelfNames[shelf]}
    ${counts[shelf] === 0 ? nothing : html`<span class="count">${sayCount(counts[shelf])}</span>`}</a></li>`;

function list(frame: Frame, { page, shelf, search }: OutboxParts): Html {
  if (page.rows.length === 0)
    return html`<p class="empty">${search === "" ? emptyWords[shelf] : `No letter here fits “${search}”.`} <a href="/review">To the review</a></p>`;
  return html`<ol class="items">${page.rows.map((row) => item(frame, row, shelf))}</ol>
    ${pager(page.page, page.hasMore, (number) => addressOf(shelf, search, { page: String(number) }))}`;
}

const item = (frame: Frame, row: OutboxRow, shelf: OutboxShelf): Html => html`
  <li class="item" id="letter-of-${row.draftId}"><details name="outbox">
    <summary>
      ${monogram(row.name)}
      <span class="item-who"><span class="item-name" dir="auto">${row.name}</span> <span class="quiet" dir="auto">${row.subject}</span>
        <span class="item-why" dir="auto">${standing(frame, row)}</span></span>
      <span class="item-what"><span class="kind kind-${row.kind}">${nameOfLetter(row.kind)}</span></span>
    </summary>
    <div class="item-body narrow-first">
      <div class="item-because">
        <p>${standing(frame, row)}</p>
        ${row.endedBecause.length === 0 ? nothing : html`<h2>Why it did not leave</h2>${reasons(row.endedBecause)}`}
        ${row.sending === undefined ? nothing : html`<p class="quiet">You said yes ${moment(row.sending.approvedAt, frame.seen)}${wayWords[row.sending.way]}.</p>`}
        ${acts(frame, row, shelf)}
        <p><a data-person href="/people/${row.contactId}">Everything about <bdi>${row.name}</bdi> ${icon(frame.icons, "arrow")}</a></p>
      </div>
      <div class="sheet"><dl class="sheet-head"><div><dt>To</dt><dd class="address">${row.to}</dd></div><div><dt>Subject</dt><dd dir="auto">${row.subject}</dd></div></dl>
        <div class="sheet-body" lang="${row.locale}">${row.body === "" ? html`<span class="quiet">Its text is not kept any more.</span>` : row.body}</div></div>
    </div>
  </details></li>`;

const wayWords: Readonly<Record<NonNullable<OutboxRow["sending"]>["way"], string>> = {
  page: "",
  digest_link: ", by the link in your daily mail",
  digest_reply: ", by answering your daily mail",
  covered: ", with the letter before it",
  unasked: ", by letting this kind go without being asked",
};

function standing(frame: Frame, row: OutboxRow): Piece {
  const { state, sending, changedAt, endedBecause, name } = row;
  if (state === "sent") return html`Sent ${moment(changedAt, frame.seen)}`;
  if (sending !== undefined && endedBecause.length === 0) return sendingLine(frame, { ...sending, personName: name });
  if (state === "approved" || state === "queued") return "Approved. Now send it, and say that you did.";
  return firstReason(endedBecause) ?? "Not sent.";
}

function acts(frame: Frame, { draftId, contactId, sending, name }: OutboxRow, shelf: OutboxShelf): Piece {
  const back = html`<input type="hidden" name="back" value="${addressOf(shelf, "")}">`;
  if (sending?.state === "ask_owner") return askOwner(frame, { effectId: sending.effectId, name });
  if (shelf === "sent")
    return html`<p><a class="button" href="/people/${contactId}${replyAnchor(contactId)}">${icon(frame.icons, "text")} They answered elsewhere</a></p>`;
  if (shelf === "not_sent") return nothing;
  return html`<div class="actions">${changing({ token: frame.token, action: `/drafts/${draftId}/take-back` }, html`${back}<button class="button">${icon(frame.icons, "undo")} Take back</button>`)}
    <a class="button" href="/drafts/${draftId}">Open the letter</a></div>`;
}

/** Nothing is sent again on a guess: whoever can see the mailbox says what stands in it. */
export const askOwner = (frame: Frame, { effectId, name }: { effectId: string; name: string }): Html => html`
  <div class="times unsure"><p>${icon(frame.icons, "question")} Does the letter to ${name} stand in your sent mail?</p>
  ${changing(
    { token: frame.token, action: `/letters-stuck/${effectId}`, attributes: html`class="actions"` },
    html`<button class="button" name="answer" value="sent">Yes, it is there</button>
    <button class="button" name="answer" value="send">It is not: send it</button>
    <button class="plain-button" name="answer" value="leave">Leave it</button>`,
  )}</div>`;
