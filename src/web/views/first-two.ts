/** The two people with whom a new owner begins: why each of them, and the letter that waits for a yes. */
import { html } from "hono/html";
import type { AddressSeen } from "../../store/read/owner.ts";
import { type Html, icon, nothing, type Piece } from "./html.ts";
import type { Frame } from "./layout.ts";
import { addressQuestion } from "./owner-addresses.ts";
import { type PersonItemParts, type PersonProposed, personItem } from "./person-item.ts";
import { type Reading, readingLine } from "./start-questions.ts";

export const firstTwoPath = "/start/people";

export type FirstTwoParts = Pick<PersonItemParts, "letters" | "guesses" | "venuesToAsk"> & {
  people: readonly (PersonProposed & { kind: string })[];
  reading: Reading;
  askAddresses: readonly AddressSeen[];
};

export const firstTwoView = (frame: Frame, parts: FirstTwoParts): Html => html`
  <div id="two" class="first-two" hx-disinherit="*" ${isAwaited(parts) ? html`hx-get="${firstTwoPath}" hx-trigger="every 2s" hx-select="#two" hx-swap="outerHTML"` : nothing}>
    <h1>${headings[parts.people.length] ?? "Two people to begin with"}</h1>
    <p class="lead">Read why, read the letter, and say yes if it is right. Nothing leaves without it.</p>
    ${parts.askAddresses.length === 0 ? nothing : addressQuestion(frame, parts.askAddresses, firstTwoPath)}
    ${isAwaited(parts) ? readingLine(frame, parts.reading) : nothing}
    ${
      parts.people.length > 0
        ? html`<ol class="items">${parts.people.map((one, index) => personItem(frame, one, { ...parts, kind: one.kind, isOpen: index === 0, level: 2, page: firstTwoPath }))}</ol>`
        : isAwaited(parts)
          ? nothing
          : nobodyYet(frame)
    }
  </div>
  <p class="actions"><a class="button" href="/today">On to the day ${icon(frame.icons, "arrow")}</a> <a class="button" href="/review">All letters</a></p>`;

const headings: Readonly<Record<number, string>> = { 0: "Whom to begin with", 1: "Somebody to begin with" };

/** Nobody is taken away from under the reader: only an empty list fills by itself. */
export const isAwaited = ({ people, reading }: Pick<FirstTwoParts, "people" | "reading">): boolean =>
  people.length === 0 && reading.kind !== "done";

const nobodyYet = (frame: Frame): Piece => html`
  <p class="empty">${icon(frame.icons, "check")} Nobody in what was read waits for a word from you.
    <a href="/people">Pick somebody</a> to stay in touch with, or <a href="/import">bring in more</a>.</p>`;
