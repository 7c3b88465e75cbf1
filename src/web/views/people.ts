/** The list of people. */
import { html } from "hono/html";
import type { PageOf } from "../../store/read/page.ts";
import type { PeopleOrder, PersonRow } from "../../store/read/people.ts";
import { type Html, monogram, nothing, pager } from "./html.ts";
import type { Frame } from "./layout.ts";
import { searchBox } from "./review.ts";
import { sayCount, sayDate, when } from "./when.ts";

export type PeopleParts = { page: PageOf<PersonRow>; search: string; order: PeopleOrder; questions: number };

const orders: { order: PeopleOrder; name: string }[] = [
  { order: "closeness", name: "Closest" },
  { order: "conversation", name: "Last talked" },
  { order: "met", name: "Newest" },
  { order: "name", name: "Name" },
];

export const peopleView = (frame: Frame, { page, search, order, questions }: PeopleParts): Html => html`
  <div class="heading"><h1>People</h1><p class="quiet"><a href="/not-people">Not people</a> · <a href="/unsure">Unsure</a> · <a href="/merges">The same person?${questions > 0 ? ` (${sayCount(questions)})` : nothing}</a></p></div>
  <div class="tools">
    <nav class="tabs" aria-label="Order"><ul>${orders.map(
      ({ order: one, name }) =>
        html`<li><a href="${at({ order: one, search })}" ${one === order ? html`aria-current="true"` : nothing}>${name}</a></li>`,
    )}</ul></nav>
    ${searchBox({ action: "/people", search, label: "Search people by name, address or company", hidden: { order } }, frame)}
  </div>
  <div id="list">
    ${page.rows.length === 0 ? empty(search) : html`<ul class="people">${page.rows.map((row) => personLine(frame, row))}</ul>`}
    ${pager(page.page, page.hasMore, (number) => at({ order, search, page: number }))}
  </div>`;

const at = ({ order, search, page }: { order: PeopleOrder; search: string; page?: number }): string =>
  `/people?${new URLSearchParams({ order, ...(search !== "" && { q: search }), ...(page !== undefined && { page: String(page) }) })}`;

const personLine = (frame: Frame, row: PersonRow): Html => html`
  <li><a class="person-line" href="/people/${row.contactId}" data-item>
    ${monogram(row.name)}
    <span class="item-who"><span class="item-name" dir="auto">${row.name}</span>
      <span class="quiet" dir="auto">${[row.title, row.company].filter(Boolean).join(", ")}</span></span>
    <span class="person-met quiet">${row.metOn === undefined ? nothing : html`met ${sayDate(row.metOn, frame.seen)}${row.metWhere === undefined ? nothing : html`, ${row.metWhere}`}`}</span>
    <span class="person-talked quiet">${row.lastConversationAt === undefined ? "not talked yet" : html`talked ${when(row.lastConversationAt, frame.seen)}`}</span>
    <meter class="closeness" min="0" max="100" value="${Math.round(row.closeness)}" title="Closeness ${Math.round(row.closeness)} of 100">${Math.round(row.closeness)} of 100</meter>
  </a></li>`;

const empty = (search: string): Html =>
  search === ""
    ? html`<p class="empty">No people yet. <a href="/import">Import your mail and calendar</a>, and those you deal with appear here.</p>`
    : html`<p class="empty">Nobody fits “${search}”. Somebody missing? They may stand among the <a href="/not-people?q=${encodeURIComponent(search)}">machines</a>.</p>`;
