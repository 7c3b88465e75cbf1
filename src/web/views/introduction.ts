/** The letter that introduces two people as it would be written, and the way to put it with the others. */
import { html } from "hono/html";
import { sayBecause } from "../../domain/because.ts";
import type { ContactId } from "../../domain/ids.ts";
import type { Introduction } from "../../flows/letters/introduce-two.ts";
import { errandSheet } from "./errand-sheet.ts";
import { changing, type Html, icon } from "./html.ts";
import type { Frame } from "./layout.ts";

export type IntroductionParts = { introduction: Introduction; contactId: ContactId; otherId: ContactId };

export const introductionView = (frame: Frame, parts: IntroductionParts): Html => html`
  <p class="trail"><a href="/people/${parts.contactId}">Back to the person</a></p>
  <h1>An introduction</h1>
  ${inside(frame, parts)}`;

function inside(frame: Frame, { introduction, contactId, otherId }: IntroductionParts): Html {
  if (introduction.kind === "waits") return html`<p class="notice">${sayBecause(introduction.because)}</p>`;
  if (introduction.kind === "refused")
    return html`<p class="question-line">${icon(frame.icons, "question")} ${introduction.question}</p>`;
  const { names, alsoTo, letter } = introduction;
  return html`${errandSheet(frame, { title: names.join(" and "), to: [letter.to, alsoTo], letter })}
    ${changing(
      { token: frame.token, action: `/people/${contactId}/introduce/${otherId}` },
      html`<button class="main-button">${icon(frame.icons, "mail")} Put it with the letters that wait</button>`,
    )}`;
}
