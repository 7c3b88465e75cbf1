/** A draft as a sheet of paper: the letter, the times it offers, the question in its way, and what may become of it. */
import { html } from "hono/html";
import type { Because } from "../../domain/because.ts";
import { compareLines } from "../../domain/draft/changed-lines.ts";
import type { ContactId } from "../../domain/ids.ts";
import type { VenueProposal } from "../../domain/meeting/venue.ts";
import type { DraftSeen } from "../../store/read/drafts.ts";
import type { SendingSeen } from "../../store/read/sendings.ts";
import type { LintSeen } from "../../store/read/stored-json.ts";
import { connectionNoteView } from "./connection-note.ts";
import { type Html, icon, nothing, type Piece } from "./html.ts";
import type { Frame } from "./layout.ts";
import { chooseTimesFold } from "./letter-choose-times.ts";
import { decideView, isApproved, isStanding } from "./letter-decide.ts";
import { type EditTyped, editForm } from "./letter-edit.ts";
import { notNow } from "./letter-not-now.ts";
import { questionForm } from "./letter-questions.ts";
import { timesNote } from "./letter-times.ts";
import { withOpenMarked } from "./open-words.ts";
import { venueQuestion } from "./venue-question.ts";

/** What all letters of a page have in common. */
export type LettersOnPage = {
  /** Some account of the owner's may send them. */
  leavesByItself: boolean;
  /** What became of those that were approved. */
  sendings: ReadonlyMap<string, SendingSeen>;
  /** Why those are not to be approved whose offered times have run out. */
  timesFell: ReadonlyMap<string, Because>;
};

export type LetterParts = LettersOnPage & {
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
  /** The form by which several letters are approved at once. */
  severalForm?: string;
  /** The version that the owner said yes to, when another one stands by now. */
  seenBefore?: { subject: string; body: string };
  /** An own version that was refused. */
  typed?: EditTyped;
};

export const letterView = (frame: Frame, parts: LetterParts): Html => {
  const { draft } = parts;
  if (!isStanding(draft)) return overView(parts);
  return html`
  <section class="letter" aria-label="Draft to ${named(draft)}">
    ${draft.question === undefined ? nothing : questionForm(frame, parts, draft.question)}
    ${draft.body === "" ? nothing : sheet(parts)}
    ${draft.offer === undefined ? nothing : timesNote(frame, parts)}
    ${draft.body === "" ? nothing : draft.lint.filter(({ rule }) => rule !== "open_question").map((one) => finding(frame, one))}
    ${draft.body === "" || draft.question !== undefined ? nothing : acts(frame, parts)}
    ${draft.note === undefined ? nothing : connectionNoteView(frame, { ...draft, note: draft.note, contactId: parts.contactId, back: parts.back })}
    ${isCoffee(draft) && parts.venuesToAsk !== undefined ? venueQuestion(frame, parts.venuesToAsk, parts.back) : nothing}
  </section>`;
};

/** Several letters to one person may stand on a page. */
const named = ({ to, subject, kind }: DraftSeen): string =>
  `${to}: ${subject === "" ? kind.replaceAll("_", " ") : subject}`;

/** What left, or will not, is only read. */
const overView = (parts: LetterParts): Html => html`
  <section class="letter" aria-label="Letter to ${named(parts.draft)}">
    <p class="notice">${overWords[parts.draft.state] ?? "It is not there any more."} <a href="/sent">Letters on their way</a></p>
    ${parts.draft.body === "" ? nothing : sheet(parts)}</section>`;

const overWords: Readonly<Partial<Record<DraftSeen["state"], string>>> = {
  sent: "This letter was sent.",
  rejected: "You skipped this letter.",
  stale: "This letter is not so any more, and was not sent.",
  withdrawn: "This letter was taken back, and not sent.",
  failed: "This letter could not be delivered.",
};

/** A letter with an open question goes nowhere. */
const acts = (frame: Frame, parts: LetterParts): Html => {
  const { draft, sendings, timesFell, ...others } = parts;
  const [sending, fell] = [sendings.get(draft.draftId), timesFell.get(draft.draftId)];
  const decided = { ...others, draft, ...(sending !== undefined && { sending }), ...(fell !== undefined && { fell }) };
  return html`
    ${decideView(frame, decided)}
    ${isApproved(draft) ? nothing : html`${editForm(frame, parts)}${chooseTimesFold(draft, parts.back)}${notNow(frame, parts)}`}
    ${amongDraftsNote(frame, draft)}`;
};

const isCoffee = ({ body, offer }: DraftSeen): boolean => body !== "" && offer?.mode === "in_person";

/** A third ask (R39) is to be seen before the letter goes, not after it. */
const finding = (frame: Frame, { rule, weight, message, sentence }: LintSeen): Html =>
  html`<p class="lint ${rule === "third_ask" || weight === "refuse" ? "times unsure" : "quiet"}">${icon(frame.icons, "warning")} ${message} ${sentence === undefined ? nothing : html`<q>${sentence}</q>`}</p>`;

const sheet = ({ draft, seenBefore }: LetterParts): Html => html`
  <div class="sheet">
    <dl class="sheet-head"><div><dt>To</dt><dd class="address">${[draft.to, ...draft.alsoTo].join(", ")}</dd></div>
      <div><dt>Subject</dt><dd dir="auto">${draft.subject}${seenBefore === undefined || seenBefore.subject === draft.subject ? nothing : html` <del class="quiet">${seenBefore.subject}</del>`}</dd></div>
      ${draft.isEdited ? html`<div><dt>Words</dt><dd>your own</dd></div>` : nothing}</dl>
    <div class="sheet-body" id="letter-${draft.draftId}" lang="${draft.locale}">${withOpenMarked(draft.body)}</div>
    ${draft.question === undefined ? html`<noscript><label class="quiet" for="plain-${draft.draftId}">To copy</label><textarea id="plain-${draft.draftId}" class="plain" rows="8" readonly>${draft.body}</textarea></noscript>` : nothing}
  </div>
  ${seenBefore === undefined ? nothing : changedLines(seenBefore.body, draft.body)}`;

/** What is new in it stands apart: what the owner copies is the letter alone. */
function changedLines(before: string, now: string): Piece {
  const changed = compareLines(before, now).filter(({ as, text }) => as !== "same" && text.trim() !== "");
  if (changed.length === 0) return nothing;
  return html`<section class="changed-lines" aria-label="What changed"><h3>What changed since you read it</h3>
    ${changed.map(({ as, text }) => (as === "new" ? html`<p><span class="unseen">new: </span><ins dir="auto">${text}</ins></p>` : html`<p><span class="unseen">gone: </span><del dir="auto">${text}</del></p>`))}</section>`;
}

/** Sent from there it is noticed. */
function amongDraftsNote(frame: Frame, { amongDrafts }: DraftSeen): Piece {
  if (amongDrafts === undefined) return nothing;
  return amongDrafts === "changed"
    ? html`<p class="times unsure">${icon(frame.icons, "mail")} You changed it among your drafts, where it is left alone. Send that one from there or this one from here, not both.</p>`
    : html`<p class="quiet">${icon(frame.icons, "mail")} It also stands among your drafts; you may send it from there.</p>`;
}
