/** A draft as a sheet of paper: the letter, the times it offers, the question in its way, and the ways to take it along. */
import { html } from "hono/html";
import type { ContactId } from "../../domain/ids.ts";
import type { VenueProposal } from "../../domain/meeting/venue.ts";
import type { DraftSeen } from "../../store/read/drafts.ts";
import type { LintSeen } from "../../store/read/stored-json.ts";
import { callWayForm } from "./call-way.ts";
import { connectionNoteView } from "./connection-note.ts";
import { changing, type Html, icon, nothing, type Piece } from "./html.ts";
import type { Frame } from "./layout.ts";
import { withOpenMarked } from "./open-words.ts";
import { venueQuestion } from "./venue-question.ts";
import { moment } from "./when.ts";

export type LetterParts = {
  draft: DraftSeen;
  contactId: ContactId;
  personName: string;
  isWhyOpen: boolean;
  hasGreeting: boolean;
  /** Why they may have met, to tap. */
  guesses: readonly string[];
  /** Places to ask about while the owner has named none for a coffee. */
  venuesToAsk?: readonly VenueProposal[];
  /** Where the page goes on after a form. */
  back: string;
};

export const letterView = (frame: Frame, parts: LetterParts): Html => {
  const { draft } = parts;
  return html`
  <section class="letter" aria-label="Draft to ${draft.to}">
    ${draft.question === undefined ? nothing : questionForm(frame, parts, draft.question)}
    ${draft.body === "" ? nothing : sheet(frame, parts)}
    ${draft.offer === undefined ? nothing : timesNote(frame, parts)}
    ${draft.note === undefined ? nothing : connectionNoteView(frame, { ...draft, note: draft.note, contactId: parts.contactId, back: parts.back })}
    ${isCoffee(draft) && parts.venuesToAsk !== undefined ? venueQuestion(frame, parts.venuesToAsk, parts.back) : nothing}
    ${draft.body === "" ? nothing : draft.lint.filter(({ rule }) => rule !== "open_question").map((one) => finding(frame, one))}
  </section>`;
};

const isCoffee = ({ body, offer }: DraftSeen): boolean => body !== "" && offer?.mode === "in_person";

/** A third ask (R39) is to be seen before the letter goes, not after it. */
const finding = (frame: Frame, { rule, message, sentence }: LintSeen): Html =>
  html`<p class="lint ${rule === "third_ask" ? "times unsure" : "quiet"}">${icon(frame.icons, "warning")} ${message} ${sentence === undefined ? nothing : html`<q>${sentence}</q>`}</p>`;

const sheet = (frame: Frame, { draft, back }: LetterParts): Html => html`
  <div class="sheet">
    <dl class="sheet-head"><div><dt>To</dt><dd class="address">${[draft.to, ...draft.alsoTo].join(", ")}</dd></div><div><dt>Subject</dt><dd>${draft.subject}</dd></div></dl>
    <div class="sheet-body" id="letter-${draft.draftId}" lang="${draft.locale}">${withOpenMarked(draft.body)}</div>
    ${draft.question === undefined ? html`<noscript><label class="quiet" for="plain-${draft.draftId}">To copy</label><textarea id="plain-${draft.draftId}" class="plain" rows="8" readonly>${draft.body}</textarea></noscript>` : nothing}
  </div>
  ${draft.question === undefined ? waysOut(frame, draft, back) : nothing}`;

/** A letter with an open question goes nowhere. */
const waysOut = (frame: Frame, draft: DraftSeen, back: string): Html => html`
  <div class="actions">
    <button class="main-button" type="button" data-copy="letter-${draft.draftId}" hidden>${icon(frame.icons, "copy")} <span>Copy text</span></button>
    <a class="button" data-mail href="${mailto(draft)}">${icon(frame.icons, "mail")} Open in my mail program</a>
    <a class="button" href="/drafts/${draft.draftId}/letter.eml" download>${icon(frame.icons, "download")} Save .eml</a>
    ${changing(
      { token: frame.token, action: `/drafts/${draft.draftId}/sent` },
      html`<input type="hidden" name="back" value="${back}"><button class="button">${icon(frame.icons, "check")} I sent it</button>`,
    )}
  </div>
  ${sentEarlier(frame, draft, back)}
  ${amongDraftsNote(frame, draft)}`;

/** Sent from there it is noticed. */
function amongDraftsNote(frame: Frame, { amongDrafts }: DraftSeen): Piece {
  if (amongDrafts === undefined) return nothing;
  return amongDrafts === "changed"
    ? html`<p class="times unsure">${icon(frame.icons, "mail")} You changed it among your drafts, where it is left alone. Send that one from there or this one from here, not both.</p>`
    : html`<p class="quiet">${icon(frame.icons, "mail")} It also stands among your drafts; you may send it from there.</p>`;
}

/** Told a day late, the reminders count from the day on which it left. */
const sentEarlier = (frame: Frame, draft: DraftSeen, back: string): Html => html`
  <details class="evidence"><summary>I sent it on another day</summary>${changing(
    { token: frame.token, action: `/drafts/${draft.draftId}/sent`, attributes: html`class="why-line"` },
    html`<input type="hidden" name="back" value="${back}">
    <input type="date" name="on" required aria-label="The day on which you sent it">
    <button class="button">${icon(frame.icons, "check")} Sent then</button>`,
  )}</details>`;

/** RFC 6068: several addresses with a comma between, line breaks as %0D%0A. */
const mailto = ({ to, alsoTo, subject, body }: DraftSeen): string =>
  `mailto:${[to, ...alsoTo].map((one) => encodeURIComponent(one).replace("%40", "@")).join(",")}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll(/\r?\n/g, "\r\n"))}`;

function timesNote(frame: Frame, { draft, back }: LetterParts): Piece {
  const { calendar, unchecked, lines, nothingBecause } = draft.offer!;
  if (unchecked) {
    return html`<p class="times unsure">${icon(frame.icons, "warning")} These times are your working hours. No calendar was looked at.</p>`;
  }
  if (calendar.state === "fresh") {
    const asOf = html`as of ${moment(calendar.asOf, frame.seen)}`;
    return lines.length > 0
      ? html`<p class="times">${icon(frame.icons, "calendar")} These times are free in your calendar, ${asOf}.</p>`
      : html`<p class="times unsure">${icon(frame.icons, "calendar")} ${(nothingBecause ?? "No free time is left").replace(/\.$/, "")} (${asOf}).</p>`;
  }
  return html`<div class="times unsure">
    <p>${icon(frame.icons, "calendar")} ${
      calendar.state === "none"
        ? "There is no calendar to look at, so the letter offers no times."
        : html`Your calendar was last changed ${moment(calendar.asOf, frame.seen)}, too long ago to offer times from it.`
    }</p>
    ${changing(
      { token: frame.token, action: `/drafts/${draft.draftId}/unchecked` },
      html`<input type="hidden" name="back" value="${back}"><button class="button">Use my working hours, unchecked</button>`,
    )}
  </div>`;
}

/** What only the owner can say is asked beside the letter, with the field for it. */
function questionForm(frame: Frame, parts: LetterParts, question: string): Html {
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
  if (isWhyOpen) return whyForm(frame, parts, question);
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

/**
 * R3: a blank reason is asked at once. The guesses are a form of their own: Enter in a field presses the first button of its
 * form, and must not answer with a guess instead of what was typed.
 */
function whyForm(frame: Frame, { draft, contactId, guesses, back }: LetterParts, question: string): Html {
  const form = { token: frame.token, action: `/people/${contactId}/why` };
  const goingBack = html`<input type="hidden" name="back" value="${back}">`;
  const chips = guesses.map(
    (guess) => html`<button class="chip-button" name="guess" value="${guess}">${guess}</button>`,
  );
  return html`<div class="why">
    <label for="why-${draft.draftId}">${icon(frame.icons, "question")} ${question}</label>
    ${guesses.length === 0 ? nothing : changing(form, html`${goingBack}<div class="chips">${chips}</div>`)}
    ${changing(
      form,
      html`${goingBack}
      <div class="why-line"><input id="why-${draft.draftId}" name="why" maxlength="200" autocomplete="off" placeholder="In a few words">
      <button class="main-button">Complete the letter</button></div>
      <button class="plain-button" name="waived" value="yes">No reason needed</button>`,
    )}
  </div>`;
}
