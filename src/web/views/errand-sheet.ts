/** A letter that was not put with the others yet: to read, with what the check found in it. */
import { html } from "hono/html";
import type { ErrandLetter } from "../../flows/letters/render-errand.ts";
import { type Html, icon } from "./html.ts";
import type { Frame } from "./layout.ts";

type Sheet = { title: string; to: readonly string[]; letter: Extract<ErrandLetter, { state: "written" }> };

export const errandSheet = (frame: Frame, { title, to, letter: { letter, locale, findings } }: Sheet): Html => html`
  <section class="letter" aria-label="Letter to ${title}">
    <div class="sheet">
      <dl class="sheet-head"><div><dt>To</dt><dd class="address">${to.join(", ")}</dd></div><div><dt>Subject</dt><dd>${letter.subject}</dd></div></dl>
      <div class="sheet-body" lang="${locale}">${letter.body}</div>
    </div>
    ${findings.map(({ message, sentence }) => html`<p class="quiet lint">${icon(frame.icons, "warning")} ${message} ${sentence === undefined ? "" : html`<q>${sentence}</q>`}</p>`)}
  </section>`;
