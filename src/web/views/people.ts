/** The list of people: searched as the owner types, filtered, ordered, page by page. */
import { html } from "hono/html";
import { countMax, type PeopleOrder, type PersonRow } from "../../store/read/people.ts";
import { type FilterCounts, type PeopleFilter, peopleFilters } from "../../store/read/people-filters.ts";
import type { SoughtPage } from "../../store/read/seek.ts";
import { changing, type Html, monogram, nothing, type Piece } from "./html.ts";
import type { Frame } from "./layout.ts";
import { searchBox } from "./review.ts";
import { counted, sayCount, sayDate, when } from "./when.ts";

export type PeopleParts = {
  page: SoughtPage<PersonRow>;
  /** How many fit search and filter; one more than `countMax` where it is more. */
  found: number;
  counts: FilterCounts;
  filter: PeopleFilter;
  search: string;
  order: PeopleOrder;
  /** Mailboxes and profiles that were erased; shown among those put away. */
  erased: number;
  /** Open questions whether two are one person. */
  questions: number;
};

const filterNames: Readonly<Record<PeopleFilter, string>> = {
  all: "All",
  due: "Due",
  fading: "Fading",
  target: "Target",
  wanted: "Wanted",
  near: "Near",
  never_met: "Never met",
  away: "Put away",
};

const orders: { order: PeopleOrder; name: string }[] = [
  { order: "closeness", name: "Closest" },
  { order: "conversation", name: "Last talked" },
  { order: "met", name: "Newest" },
  { order: "name", name: "Name" },
];

/** What follows the typing: everything that the question is part of. */
const follows = "#found:innerHTML,#filters,#orders";

export const peopleView = (frame: Frame, parts: PeopleParts): Html => html`
  <div class="heading"><h1>People</h1><p class="quiet"><a href="/not-people">Not people</a> · <a href="/unsure">Unsure</a> · <a href="/merges">The same person?${parts.questions > 0 ? ` (${sayCount(parts.questions)})` : nothing}</a></p></div>
  <div class="tools">
    <nav class="tabs" id="filters" aria-label="Filter"><ul>${peopleFilters.map((filter) => filterLink(filter, parts))}</ul></nav>
    ${searchBox({ action: "/people", search: parts.search, label: "Search people by name, company, address or number", hidden: { show: parts.filter, order: parts.order }, follows }, frame)}
  </div>
  <div class="tools">
    <p class="quiet" id="found" role="status">${foundWords(parts)}</p>
    <nav class="tabs" id="orders" aria-label="Order"><ul>${orders.map(
      ({ order, name }) =>
        html`<li><a href="${at(parts, { order })}" ${order === parts.order ? html`aria-current="true"` : nothing}>${name}</a></li>`,
    )}</ul></nav>
  </div>
  <div id="list">
    ${parts.filter === "away" && parts.erased > 0 ? erasedNote(frame, parts.erased) : nothing}
    ${parts.page.rows.length === 0 ? html`<p class="empty">${emptyWords(parts)}</p>` : html`<ul class="people">${parts.page.rows.map((row) => personLine(frame, row))}</ul>`}
    ${pages(parts)}
  </div>`;

type Shown = Pick<PeopleParts, "filter" | "search" | "order">;

const at = (
  { filter, search, order }: Shown,
  change: Partial<Shown & { after: string; before: string; at: "end" }> = {},
): string => {
  const { filter: show, search: q, ...rest } = { filter, search, order, ...change };
  return `/people?${new URLSearchParams({ ...(show !== "all" && { show }), ...(q !== "" && { q }), ...rest })}`;
};

/** A filter behind which nobody stands is not offered, unless it is the one that is looked at. Everybody is no figure to look at (R38). */
const filterLink = (filter: PeopleFilter, parts: PeopleParts): Piece => {
  const count = parts.counts[filter];
  const isEmpty = count === 0 && !(filter === "away" && parts.erased > 0);
  if (isEmpty && filter !== "all" && filter !== parts.filter) return nothing;
  return html`<li><a href="${at(parts, { filter })}" ${filter === parts.filter ? html`aria-current="true"` : nothing}>${filterNames[filter]}
    ${filter === "all" ? nothing : html`<span class="count">${sayUpTo(count)}</span>`}</a></li>`;
};

const sayUpTo = (count: number): string => (count > countMax ? `${sayCount(countMax)}+` : sayCount(count));

const foundWords = ({ found, search, filter }: PeopleParts): string => {
  if (search === "" && filter === "all") return "";
  return found > countMax ? `More than ${counted(countMax, "person", "people")}` : counted(found, "person", "people");
};

/** With the script gone, links all the same: the ends of the list are as near as its middle. */
const pages = ({ page, ...shown }: PeopleParts): Piece => {
  const { rows, hasEarlier, hasLater } = page;
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined || !(hasEarlier || hasLater)) return nothing;
  return html`<nav class="pager" aria-label="Pages">
    ${hasEarlier ? html`<span><a href="${at(shown)}">Start</a> · <a rel="prev" href="${at(shown, { before: first.contactId })}">Earlier in the list</a></span>` : html`<span></span>`}
    ${hasLater ? html`<span><a rel="next" href="${at(shown, { after: last.contactId })}">Further down</a> · <a href="${at(shown, { at: "end" })}">End</a></span>` : html`<span></span>`}
  </nav>`;
};

const personLine = (frame: Frame, row: PersonRow): Html => html`
  <li><a class="person-line" href="/people/${row.contactId}" data-item>
    ${monogram(row.name)}
    <span class="item-who"><span class="item-name" dir="auto">${row.name}</span>
      <span class="quiet" dir="auto">${[row.title, row.company].filter(Boolean).join(", ")}</span></span>
    <span class="person-met quiet">${row.metOn === undefined ? (row.class === "colleague" ? "colleague" : nothing) : html`met ${sayDate(row.metOn, frame.seen)}${row.metWhere === undefined ? nothing : html`, ${row.metWhere}`}`}</span>
    <span class="person-talked quiet">${row.lastConversationAt === undefined ? "not talked yet" : html`talked ${when(row.lastConversationAt, frame.seen)}`}</span>
    <meter class="closeness" min="0" max="100" value="${Math.round(row.closeness)}" title="Closeness ${Math.round(row.closeness)} of 100">${Math.round(row.closeness)} of 100</meter>
  </a></li>`;

const erasedNote = (frame: Frame, erased: number): Html => html`
  <details class="panel evidence"><summary>${counted(erased, "address", "addresses")} erased</summary>
    <p>Of these only a hash is left, so nobody can list them. Give an address to let them be proposed again from what is read from now on.</p>
    ${changing(
      { token: frame.token, action: "/people/may-return", attributes: html`class="why-line"` },
      html`<input name="address" aria-label="An address that was erased" maxlength="320" autocomplete="off" required><button class="button">May return</button>`,
    )}</details>`;

/** What to do next, where there is nobody to show. */
function emptyWords(parts: PeopleParts): Html {
  const { search, filter } = parts;
  if (search !== "")
    return html`Nobody ${filter === "all" ? nothing : html`under “${filterNames[filter]}” `}fits “${search}”. ${
      filter === "all"
        ? html`Somebody missing? They may stand among the <a href="/not-people?q=${encodeURIComponent(search)}">machines</a>, or <a href="${at(parts, { filter: "away" })}">put away</a>.`
        : html`<a href="${at(parts, { filter: "all" })}">Search among all people</a>`
    }`;
  switch (filter) {
    case "all":
      return html`No people yet. <a href="/import">Import your mail and calendar</a>, and those you deal with appear here.`;
    case "due":
      return html`Nobody waits for a word from you.`;
    case "fading":
      return html`Every rhythm is kept. You set one on a person’s page, under “Your choices”.`;
    case "target":
      return html`Nobody you know is at a company or in a market that you look at. <a href="/lists#companies">Name them on your lists</a>.`;
    case "wanted":
      return html`Nobody whom you want to meet has turned up yet. <a href="/lists">Your lists</a> say who is looked for.`;
    case "near":
      return html`Nobody is known to be near. Where you usually are stands in your <a href="/settings/meeting">settings</a>.`;
    case "never_met":
      return html`You have met everybody face to face.`;
    case "away":
      return html`Nobody rests, was let go, archived, or is not to be contacted.`;
  }
}
