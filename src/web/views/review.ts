/** The review: who is due, why, and the letter, one line each until it is opened. */
import { html } from "hono/html";
import type { ContactId } from "../../domain/ids.ts";
import type { VenueProposal } from "../../domain/meeting/venue.ts";
import type { ImportSeen } from "../../store/read/imports.ts";
import type { AddressSeen } from "../../store/read/owner.ts";
import type { PageOf } from "../../store/read/page.ts";
import type { ReviewCounts, ReviewFilter, ReviewRow } from "../../store/read/review.ts";
import type { SuggestionSeen } from "../../store/read/suggestions.ts";
import { clockLine, dueChip } from "./due.ts";
import { firstReason, type Html, icon, monogram, nothing, type Piece, pager, reasons } from "./html.ts";
import type { Frame } from "./layout.ts";
import { type Leaving, leavingView } from "./leaving.ts";
import { type LettersOnPage, letterView } from "./letter.ts";
import { addressQuestion } from "./owner-addresses.ts";
import { personItem } from "./person-item.ts";
import { severalForm, severalFormId } from "./several.ts";
import { counted, sayCount, sayDate, sayShare } from "./when.ts";
import { followUpDuties, followUpNames, importStates } from "./words.ts";

export type ReviewParts = {
  page: PageOf<ReviewRow>;
  counts: ReviewCounts;
  filter: ReviewFilter;
  search: string;
  guesses: ReadonlyMap<ContactId, readonly string[]>;
  suggestions: readonly SuggestionSeen[];
  /** Asked beside letters that invite to a coffee, while the owner has named no place for it. */
  venuesToAsk?: readonly VenueProposal[];
  underWay: readonly ImportSeen[];
  /** Files were read, or something was corrected, and who is who is being worked out from it. */
  isWorkingOut: boolean;
  askAddresses: readonly AddressSeen[];
  letters: LettersOnPage;
  leaving: readonly Leaving[];
};

const tabs: { filter: ReviewFilter; name: string }[] = [
  { filter: "all", name: "All" },
  { filter: "overdue", name: "Overdue" },
  { filter: "due", name: "Due" },
  { filter: "thank_you", name: "Thank you" },
  { filter: "check_in", name: "Check in" },
  { filter: "meet_by", name: "Meet" },
];

export const reviewView = (frame: Frame, parts: ReviewParts): Html => html`
  <div class="heading"><h1>Review</h1><p class="quiet">${headline(parts.counts)}</p></div>
  ${workingNote(frame, parts)}
  ${parts.askAddresses.length === 0 ? nothing : addressQuestion(frame, parts.askAddresses, "/review")}
  <div class="tools">
    <nav class="tabs" aria-label="Filter"><ul>${tabs.map((tab) => tabLink(tab, parts))}
      ${parts.counts.unsure === 0 ? nothing : html`<li><a href="/unsure">Unsure <span class="count">${sayCount(parts.counts.unsure)}</span></a></li>`}
    </ul></nav>
    ${searchBox({ action: "/review", search: parts.search, label: "Search the review", hidden: { show: parts.filter } }, frame)}
  </div>
  ${leavingView(frame, parts.leaving, "/review")}
  <div id="list">${list(frame, parts)}</div>`;

/**
 * What is still going on, in one line that looks again by itself: the list stays as it is meanwhile, since somebody may be
 * reading it.
 */
export const workingNote = (
  frame: Frame,
  { underWay, isWorkingOut }: Pick<ReviewParts, "underWay" | "isWorkingOut">,
): Piece => {
  const [first] = underWay;
  if (first === undefined && !isWorkingOut) return nothing;
  return html`<p class="notice" hx-get="/review/working" hx-trigger="every 2s" hx-swap="outerHTML">${icon(frame.icons, "clock")}
    ${
      first === undefined
        ? "Working out who is who, what is due and what to write. This takes a moment after something new was read."
        : html`<a href="/imports/${first.importId}">${first.name}</a> is ${importStates[first.state]}${first.bytesTotal > 0 ? `: ${sayShare(first.bytesDone, first.bytesTotal)}` : nothing}.`
    }</p>`;
};

const headline = ({ all, overdue }: ReviewCounts): string => {
  if (all === 0) return "Nothing is due.";
  const late = overdue === 0 ? "none of them late" : `${sayCount(overdue)} overdue`;
  return `${counted(all, "follow-up is", "follow-ups are")} due, ${late}.`;
};

const tabLink = ({ filter, name }: (typeof tabs)[number], { filter: here, counts, search }: ReviewParts): Html => {
  const query = new URLSearchParams({ ...(filter !== "all" && { show: filter }), ...(search !== "" && { q: search }) });
  return html`<li><a href="/review${query.size > 0 ? `?${query}` : ""}" ${filter === here ? html`aria-current="true"` : nothing}>${name}
    ${counts[filter] === 0 ? nothing : html`<span class="count">${sayCount(counts[filter])}</span>`}</a></li>`;
};

type SearchBox = {
  action: string;
  search: string;
  label: string;
  hidden: Record<string, string>;
  /** What else follows the typing, as htmx selects it. */
  follows?: string;
};

/** Works as a form; with the script the list follows the typing. */
export const searchBox = ({ action, search, label, hidden, follows }: SearchBox, frame: Frame): Html => html`
  <form class="search" role="search" action="${action}">
    ${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
    ${icon(frame.icons, "search")}
    <input type="search" name="q" value="${search}" aria-label="${label}" placeholder="Search" autocomplete="off" spellcheck="false" data-search
      hx-get="${action}" hx-trigger="input changed delay:120ms, search" hx-target="#list" hx-select="#list" ${follows === undefined ? nothing : html`hx-select-oob="${follows}"`} hx-swap="outerHTML" hx-include="closest form" hx-replace-url="true" hx-sync="this:replace">
  </form>`;

function list(frame: Frame, parts: ReviewParts): Html {
  const { page, filter, search } = parts;
  if (page.rows.length === 0) return html`${emptyNote(frame, parts)}${suggestionsView(frame, parts)}`;
  const at = (number: number) =>
    `/review?${new URLSearchParams({ show: filter, ...(search !== "" && { q: search }), page: String(number) })}`;
  return html`<ol class="items">${page.rows.map((row, index) => item(frame, parts, row, index === 0))}</ol>
    ${page.rows.some(({ draft }) => mayBeTicked(draft)) ? severalForm(frame) : nothing}
    ${pager(page.page, page.hasMore, at)}`;
}

/** Nothing to say before it, and nothing in its way. */
const mayBeTicked = (draft: ReviewRow["draft"]): boolean =>
  draft !== undefined &&
  draft.state === "proposed" &&
  draft.body !== "" &&
  draft.question === undefined &&
  draft.lint.every(({ weight }) => weight !== "refuse");

const item = (frame: Frame, parts: ReviewParts, row: ReviewRow, isOpen: boolean): Html => html`
  <li class="item" id="item-${row.followUpId}">
    <details name="review" ${isOpen ? html`open` : nothing}>
      <summary>
        ${monogram(row.name)}
        <span class="item-who"><span class="item-name" dir="auto">${row.name}</span> ${html`<span class="quiet" dir="auto">${row.company ?? row.address}</span>`}
          <span class="item-why" dir="auto">${firstReason(row.because) ?? followUpDuties[row.kind]}</span></span>
        <span class="item-what"><span class="kind kind-${row.kind}">${followUpNames[row.kind] ?? row.kind}</span>${dueChip(row, frame.seen)}</span>
      </summary>
      <div class="item-body">
        <div class="item-because">
          ${row.company === undefined || row.address === undefined ? nothing : html`<p class="address quiet">${row.address}</p>`}
          ${met(frame, row)}
          <h2>Why now</h2>${reasons(row.because)}
          ${clockLine(row, frame.seen)}
          <details class="evidence"><summary>Why this person</summary>${reasons(row.personBecause)}</details>
          <p><a data-person href="/people/${row.contactId}">Everything about <bdi>${row.name}</bdi> ${icon(frame.icons, "arrow")}</a></p>
        </div>
        ${
          row.draft === undefined
            ? html`<p class="empty">No letter is ready for this one yet.</p>`
            : letterView(frame, {
                ...parts.letters,
                ...(mayBeTicked(row.draft) && { severalForm: severalFormId }),
                draft: row.draft,
                contactId: row.contactId,
                personName: row.name,
                isWhyOpen: row.isWhyOpen,
                hasGreeting: row.hasGreeting,
                guesses: parts.guesses.get(row.contactId) ?? [],
                ...(parts.venuesToAsk !== undefined && { venuesToAsk: parts.venuesToAsk }),
                back: `/review#item-${row.followUpId}`,
              })
        }
      </div>
    </details>
  </li>`;

const met = (frame: Frame, { metOn, metWhere }: ReviewRow): Piece =>
  metOn === undefined && metWhere === undefined
    ? nothing
    : html`<p class="met">${icon(frame.icons, "place")} Met${metOn === undefined ? nothing : ` ${sayDate(metOn, frame.seen)}`}${metWhere === undefined ? nothing : html`, ${metWhere}`}</p>`;

function emptyNote(frame: Frame, { counts, filter, search, underWay, isWorkingOut }: ReviewParts): Html {
  if (search !== "") {
    return html`<p class="empty">Nobody who is due fits “${search}”. <a href="/people?q=${encodeURIComponent(search)}">Search among all people</a></p>`;
  }
  if (filter !== "all" && counts.all > 0) {
    return html`<p class="empty">Nothing of this kind is due. <a href="/review">Show all ${sayCount(counts.all)}</a></p>`;
  }
  if (underWay.length > 0 || isWorkingOut)
    return html`<p class="empty">People appear here as soon as this is worked out.</p>`;
  return html`<p class="empty">${icon(frame.icons, "check")} Nobody waits for a word from you. You could leave it at that.</p>`;
}

/** R7: two, with their reasons, only when nothing presses. */
const suggestionsView = (frame: Frame, parts: ReviewParts): Piece =>
  parts.suggestions.length === 0 || parts.search !== "" || parts.filter !== "all"
    ? nothing
    : html`<section aria-labelledby="two"><h2 id="two">${parts.suggestions.length === 2 ? "Two people" : "Somebody"} you could take up again</h2>
      <ol class="items">${parts.suggestions.map((one, index) => personItem(frame, one, { ...parts, kind: "revive", isOpen: index === 0, level: 3, page: "/review" }))}</ol></section>`;
