/** The letter that introduces two people, to copy or to open in a mail program. */
import { html } from "hono/html";
import { sayBecause } from "../../domain/because.ts";
import type { ContactId } from "../../domain/ids.ts";
import type { Introduction } from "../../flows/letters/introduce-two.ts";
import { type Html, icon, nothing } from "./html.ts";
import type { Frame } from "./layout.ts";

export function introductionView(frame: Frame, introduction: Introduction, contactId: ContactId): Html {
  return html`
  <p class="trail"><a href="/people/${contactId}">Back to the person</a></p>
  <h1>An introduction</h1>
  ${inside(frame, introduction)}`;
}

function inside(frame: Frame, introduction: Introduction): Html {
  if (introduction.kind === "waits") return html`<p class="notice">${sayBecause(introduction.because)}</p>`;
  if (introduction.kind === "refused")
    return html`<p class="question-line">${icon(frame.icons, "question")} ${introduction.question}</p>`;
  const { letter, to, names, locale, findings } = introduction;
  return html`<section class="letter" aria-label="Letter to ${names.join(" and ")}">
    <div class="sheet">
      <dl class="sheet-head"><div><dt>To</dt><dd class="address">${to.join(", ")}</dd></div><div><dt>Subject</dt><dd>${letter.subject}</dd></div></dl>
      <div class="sheet-body" id="introduction" lang="${locale}">${letter.body}</div>
    </div>
    <div class="actions">
      <button class="main-button" type="button" data-copy="introduction" hidden>${icon(frame.icons, "copy")} <span>Copy text</span></button>
      <a class="button" href="${mailto(to, letter)}">${icon(frame.icons, "mail")} Open in my mail program</a>
    </div>
    ${findings.length === 0 ? nothing : findings.map(({ message }) => html`<p class="quiet lint">${icon(frame.icons, "warning")} ${message}</p>`)}
  </section>`;
}

/** RFC 6068: several addresses with a comma between, line breaks as %0D%0A. */
const mailto = (to: readonly string[], { subject, body }: { subject: string; body: string }): string =>
  `mailto:${to.map((one) => encodeURIComponent(one).replace("%40", "@")).join(",")}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll(/\r?\n/g, "\r\n"))}`;
