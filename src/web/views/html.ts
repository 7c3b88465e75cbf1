/** Small pieces that every page is made of. `html` escapes whatever is put in. */
import { html } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import { type Because, sayBecause } from "../../domain/because.ts";

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;
/** What may stand in a hole of a template; nothing is shown for undefined. */
export type Piece = Html | string | number | undefined;

export const nothing: Piece = undefined;

export type IconName =
  | "arrow"
  | "calendar"
  | "card"
  | "check"
  | "clock"
  | "close"
  | "copy"
  | "download"
  | "file"
  | "folder"
  | "import"
  | "list"
  | "mail"
  | "meet"
  | "more"
  | "people"
  | "phone"
  | "place"
  | "post"
  | "question"
  | "review"
  | "search"
  | "settings"
  | "social"
  | "spark"
  | "stop"
  | "text"
  | "undo"
  | "video"
  | "warning";

/** One of our icons; it says nothing to a screen reader, so a word always stands beside it. */
export const icon = (icons: string, name: IconName): Html =>
  html`<svg class="icon" aria-hidden="true" focusable="false"><use href="${icons}#${name}"></use></svg>`;

/** One or two letters in a circle, coloured by the name: faces are not fetched from anywhere. */
export function monogram(name: string): Html {
  const words = name.split(/[\s,]+/).filter((word) => /\p{L}/u.test(word));
  const picked = words.length > 1 ? [words[0]!, words.at(-1)!] : words;
  const letters = picked.map((word) => /\p{L}/u.exec(word)![0].toUpperCase()).join("");
  return html`<span class="monogram hue-${hueOf(name)}" aria-hidden="true" dir="auto">${letters || "?"}</span>`;
}

const hues = 8;
const hueOf = (name: string): number =>
  [...name].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 9973, 7) % hues;

/** Reasons as a list of plain sentences. */
export const reasons = (because: readonly Because[]): Html =>
  html`<ul class="reasons">${because.map((reason) => html`<li data-rule="${reason.rule}" dir="auto">${sayBecause(reason)}</li>`)}</ul>`;

/** The first reason, for one line. */
export const firstReason = ([first]: readonly Because[]): string | undefined => first && sayBecause(first);

/** A form that changes something: its token first, so that a stream's reader meets it before any file. */
export const changing = (
  { token, action, attributes = "" }: { token: string; action: string; attributes?: Piece },
  inside: Piece | Piece[],
): Html =>
  html`<form method="post" action="${action}" ${attributes}><input type="hidden" name="form_token" value="${token}">${inside}</form>`;

/** Links to the pages before and after; `at` gives the address of a page. */
export const pager = (page: number, hasMore: boolean, at: (page: number) => string): Piece =>
  page === 1 && !hasMore
    ? nothing
    : html`<nav class="pager" aria-label="Pages">
        ${page > 1 ? html`<a rel="prev" href="${at(page - 1)}">Earlier in the list</a>` : html`<span></span>`}
        <span class="quiet">Page ${page}</span>
        ${hasMore ? html`<a rel="next" href="${at(page + 1)}">Further down</a>` : html`<span></span>`}
      </nav>`;
