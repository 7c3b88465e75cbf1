/** Addresses and the verdict on each: the machines, and those that only the owner can tell. */
import { html } from "hono/html";
import type { PageOf } from "../../store/read/page.ts";
import type { SenderSeen } from "../../store/read/senders.ts";
import { changing, type Html, nothing, type Piece, pager, reasons } from "./html.ts";
import type { Frame } from "./layout.ts";
import { searchBox } from "./review.ts";
import { counted, when } from "./when.ts";

export type Correction = "person" | "machine" | "ignored" | "undecided";

export type SendersParts = { page: PageOf<SenderSeen>; search: string };

export const notPeopleView = (frame: Frame, parts: SendersParts): Html => html`
  <p class="trail"><a href="/people">People</a></p>
  <h1>Not people</h1>
  <p class="lead">Newsletters, robots, rooms and lists. They are never proposed. If one of them is a person after all, say so:
    your word outranks every rule, also in files you import later.</p>
  ${senderList(frame, parts, "/not-people", ["person"], "No machines were found so far.")}`;

export const unsureView = (frame: Frame, parts: SendersParts): Html => html`
  <p class="trail"><a href="/people">People</a></p>
  <h1>Person or machine?</h1>
  <p class="lead">The evidence is too thin to tell. Nothing happens with these until you say what they are.</p>
  ${senderList(frame, parts, "/unsure", ["person", "machine", "ignored"], "Nobody is unsure. Everyone is either a person or a machine.")}`;

const senderList = (
  frame: Frame,
  { page, search }: SendersParts,
  action: string,
  choices: readonly Correction[],
  none: string,
): Html => html`
  <div class="tools">${searchBox({ action, search, label: "Search by name or address", hidden: {} }, frame)}</div>
  <div id="list">
    ${
      page.rows.length === 0
        ? html`<p class="empty">${search === "" ? none : html`No address fits “${search}”.`}</p>`
        : html`<ul class="rows">${page.rows.map((one) => senderLine(frame, one, action, choices))}</ul>`
    }
    ${pager(page.page, page.hasMore, (number) => `${action}?${new URLSearchParams({ ...(search !== "" && { q: search }), page: String(number) })}`)}
  </div>`;

const senderLine = (frame: Frame, one: SenderSeen, back: string, choices: readonly Correction[]): Html => html`
  <li class="row sender">
    <details class="row-main evidence">
      <summary><span dir="auto">${one.name ?? one.address}</span> ${one.name === undefined ? nothing : html`<span class="address quiet">${one.address}</span>`}
        <span class="quiet">${counted(one.messages, "message")}${one.lastAt === undefined ? nothing : html`, last ${when(one.lastAt, frame.seen)}`}</span></summary>
      ${reasons(one.because)}
    </details>
    ${correctionForm(frame, one, choices, back)}
  </li>`;

const choiceWords: Record<Correction, string> = {
  person: "A person",
  machine: "Not a person",
  ignored: "Leave out",
  undecided: "Take my word back",
};

export const correctionForm = (
  frame: Frame,
  { address, correction }: Pick<SenderSeen, "address" | "correction">,
  choices: readonly Correction[],
  back: string,
): Piece => {
  const offered = correction === null ? choices : (["undecided"] as const);
  return changing(
    { token: frame.token, action: "/senders", attributes: html`class="corrections"` },
    html`<input type="hidden" name="address" value="${address}"><input type="hidden" name="back" value="${back}">
    ${correction === null ? nothing : html`<span class="quiet">You said: ${choiceWords[correction].toLowerCase()}.</span>`}
    ${offered.map((as) => html`<button class="button small" name="as" value="${as}">${choiceWords[as]}</button>`)}`,
  );
};
