/** One letter on a page of its own: who it goes to, why now, the letter, and everything that goes with it. */
import { html } from "hono/html";
import type { Because } from "../../domain/because.ts";
import { type CoveredParts, coveredView } from "./covered.ts";
import { type Html, icon, nothing, reasons } from "./html.ts";
import type { Frame } from "./layout.ts";
import { type LetterParts, letterView } from "./letter.ts";
import { isApproved } from "./letter-decide.ts";

export type OneLetterParts = {
  letter: LetterParts;
  because: readonly Because[];
  covered: CoveredParts | undefined;
  /** What was asked of it and could not be, and why. */
  trouble?: string;
};

export const oneLetterView = (frame: Frame, { letter, because, covered, trouble }: OneLetterParts): Html => html`
  <p class="trail"><a href="/review">Review</a> <a href="/people/${letter.contactId}" dir="auto">${letter.personName}</a></p>
  <h1>Letter to <span dir="auto">${letter.personName}</span></h1>
  ${trouble === undefined ? nothing : html`<p class="trouble" role="alert">${icon(frame.icons, "warning")} ${trouble}</p>`}
  <div class="one-letter">
    ${letterView(frame, letter)}
    <aside aria-label="Why, and what goes with it">
      <section class="panel"><h2>Why now</h2>${reasons(because)}</section>
      ${covered === undefined || isApproved(letter.draft) || letter.draft.question !== undefined ? nothing : html`<section class="panel" id="covers"><h2>What your yes covers</h2>${coveredView(frame, covered)}</section>`}
    </aside>
  </div>`;
