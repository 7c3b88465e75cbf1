/** What only the owner can say is asked beside the letter, with the field for it. */
import { html } from "hono/html";
import { howToPutWhy } from "../../domain/contact/why-met.ts";
import type { ContactId } from "../../domain/ids.ts";
import { callWayForm } from "./call-way.ts";
import { changing, type Html, icon, nothing } from "./html.ts";
import type { Frame } from "./layout.ts";
import type { LetterParts } from "./letter.ts";

export function questionForm(frame: Frame, parts: LetterParts, question: string): Html {
  const { draft, hasGreeting, isWhyOpen, contactId, personName } = parts;
  if (draft.body === "" && !hasGreeting) {
    return nameQuestion(frame, parts, {
      question: `How do you greet ${personName}?`,
      action: `/people/${contactId}/greeting`,
    });
  }
  if (draft.body === "" && !frame.hasOwnerName) {
    return nameQuestion(frame, parts, { question: "Which name do you sign letters with?", action: "/settings/name" });
  }
  if (draft.missing[0] === "place") return callWayForm(frame, { contactId, name: personName, back: parts.back });
  if (isWhyOpen) {
    const { guesses, back } = parts;
    return whyForm(frame, { field: draft.draftId, contactId, question, guesses, back });
  }
  return html`<p class="question-line">${icon(frame.icons, "question")} ${question}</p>`;
}

const nameQuestion = (
  frame: Frame,
  { draft, back }: LetterParts,
  { question, action }: { question: string; action: string },
): Html =>
  changing(
    { token: frame.token, action, attributes: html`class="why"` },
    html`<input type="hidden" name="back" value="${back}">
    <label for="name-${draft.draftId}">${icon(frame.icons, "question")} ${question}</label>
    <div class="why-line"><input id="name-${draft.draftId}" name="name" maxlength="100" autocomplete="off" required placeholder="First name" dir="auto">
    <button class="main-button">Write the letter</button></div>`,
  );

export type WhyParts = {
  /** Sets its field apart from others of the page. */
  field: string;
  contactId: ContactId;
  question: string;
  guesses: readonly string[];
  back: string;
  /** A reason that was refused, as it was typed. */
  typed?: string;
};

/**
 * R3: a blank reason is asked at once. The guesses are a form of their own: Enter in a field presses the first button of its
 * form, and must not answer with a guess instead of what was typed.
 */
export function whyForm(frame: Frame, { field, contactId, question, guesses, back, typed }: WhyParts): Html {
  const form = { token: frame.token, action: `/people/${contactId}/why` };
  const goingBack = html`<input type="hidden" name="back" value="${back}">`;
  const chips = guesses.map(
    (guess) => html`<button class="chip-button" name="guess" value="${guess}">${guess}</button>`,
  );
  return html`<div class="why">
    <label for="why-${field}">${icon(frame.icons, "question")} ${question}</label>
    ${typed === undefined ? nothing : html`<p class="trouble" role="alert">${icon(frame.icons, "warning")} This is a sentence of its own. ${howToPutWhy}</p>`}
    ${guesses.length === 0 ? nothing : changing(form, html`${goingBack}<div class="chips">${chips}</div>`)}
    ${changing(
      form,
      html`${goingBack}
      <div class="why-line"><span class="quiet" id="about-${field}">about</span><input id="why-${field}" name="why" maxlength="200" autocomplete="off" placeholder="how your new team is doing" aria-describedby="about-${field}" dir="auto" value="${typed ?? ""}">
      <button class="main-button">Complete the letter</button></div>
      <button class="plain-button" name="waived" value="yes">No reason needed</button>`,
    )}
  </div>`;
}
