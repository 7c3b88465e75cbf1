/** "Are these the same person?": the addresses side by side, the evidence, and two answers; and the answers given so far. */
import { html } from "hono/html";
import type { AskedAddress, MergeSeen } from "../../store/read/merges.ts";
import type { PageOf } from "../../store/read/page.ts";
import { changing, type Html, nothing, type Piece, pager, reasons } from "./html.ts";
import type { Frame } from "./layout.ts";
import { counted, when } from "./when.ts";

export type MergesParts = { open: PageOf<MergeSeen>; answered: readonly MergeSeen[] };

export const mergesView = (frame: Frame, { open, answered }: MergesParts): Html => html`
  <p class="trail"><a href="/people">People</a></p>
  <h1>Are these the same person?</h1>
  <p class="lead">They bear one name, and nothing else tells. Whoever you put together has one history and one set of
    follow-ups; whoever you tell apart is never asked about again. You can take each answer back.</p>
  ${
    open.rows.length === 0
      ? html`<p class="empty">Nothing to ask: every address has its person.</p>`
      : html`<ul class="merges">${open.rows.map((one) => html`<li>${mergeCard(frame, one, "/merges")}</li>`)}</ul>`
  }
  ${pager(open.page, open.hasMore, (page) => `/merges?page=${page}`)}
  ${
    answered.length === 0
      ? nothing
      : html`<section aria-labelledby="answered"><h2 id="answered">You answered</h2><ul class="rows">${answered.map((one) => answeredLine(frame, one))}</ul></section>`
  }`;

/** One question as a card; `back` is the page that it stands on. */
export const mergeCard = (frame: Frame, { addresses, because }: MergeSeen, back: string): Html =>
  changing({ token: frame.token, action: "/merges", attributes: html`class="panel merge"` }, [
    html`<input type="hidden" name="back" value="${back}">`,
    reasons(because),
    html`<ul class="merge-addresses">${addresses.map((one) => html`<li>${addressLine(frame, one, addresses.length > 2)}</li>`)}</ul>`,
    addresses.length > 2 ? html`<p class="quiet">Untick whom your answer is not about.</p>` : nothing,
    html`<p class="corrections"><button class="button" name="answer" value="same">The same person</button>
      <button class="button" name="answer" value="different">Different people</button></p>`,
  ]);

const addressLine = (frame: Frame, one: AskedAddress, isChosen: boolean): Html => {
  const facts = html`<span dir="auto">${one.name ?? one.contactName ?? one.address}</span> <span class="address">${one.address}</span>
    <span class="quiet">${[one.company, counted(one.messages, "message")].filter(Boolean).join(", ")}${one.lastAt === undefined ? nothing : html`, last ${when(one.lastAt, frame.seen)}`}</span>`;
  const link: Piece =
    one.contactId === undefined
      ? nothing
      : html`<a href="/people/${one.contactId}" aria-label="Their page: ${one.contactName ?? one.address}, ${one.address}">Their page</a>`;
  return isChosen
    ? html`<label><input type="checkbox" name="address" value="${one.address}" checked> <span>${facts}</span></label>${link}`
    : html`<input type="hidden" name="address" value="${one.address}"><span>${facts}</span>${link}`;
};

const answeredLine = (frame: Frame, { addresses, answer, answeredAt }: MergeSeen): Html => html`
  <li class="row">
    <span class="row-main">${addresses.map(({ address }) => html`<span class="address">${address}</span> `)}
      <span class="quiet">${answer === "same" ? "one person" : "different people"}${answeredAt === undefined ? nothing : html`, you said ${when(answeredAt, frame.seen)}`}</span></span>
    ${changing(
      { token: frame.token, action: "/merges", attributes: html`class="corrections"` },
      html`<input type="hidden" name="back" value="/merges">${addresses.map(({ address }) => html`<input type="hidden" name="address" value="${address}">`)}
        <button class="button small" name="answer" value="undecided">Take my answer back</button>`,
    )}
  </li>`;
