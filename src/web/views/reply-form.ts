/** The owner's own answer under somebody's letter: the field for it, or where it stands. */
import { html } from "hono/html";
import { isAnswerable } from "../../domain/draft/errand.ts";
import type { AnswerSeen } from "../../store/read/inbox.ts";
import type { WordsFrame } from "../../templates/own-words.ts";
import { changing, type Html, icon, nothing, type Piece } from "./html.ts";
import type { Frame } from "./layout.ts";

/** Most characters of an answer. */
export const replyCharactersMax = 8_000;

export type ReplyTyped = { answerId: string; text: string; trouble: string };

export type ReplyParts = {
  answer: AnswerSeen;
  /** What is put around the words where the owner does not write it. */
  around: WordsFrame;
  leavesByItself: boolean;
  typed?: ReplyTyped;
};

export function replyPart(frame: Frame, parts: ReplyParts): Piece {
  const { isSettled, meaning, reply } = parts.answer;
  switch (reply?.state) {
    case "proposed":
      return standing(frame, reply.draftId, "Your answer is written, and waits for your yes.", "Read your answer");
    case "approved":
    case "queued":
      return standing(frame, reply.draftId, "Your answer is on its way.", "Read it, or take it back");
    case "sent":
      return standing(frame, reply.draftId, "You answered them.", "Your answer");
    default:
      return isSettled || !isAnswerable(meaning) ? nothing : replyForm(frame, parts);
  }
}

const standing = (frame: Frame, draftId: string, says: string, link: string): Html =>
  html`<p>${icon(frame.icons, "check")} ${says}</p><p><a class="main-button" href="/drafts/${draftId}">${link}</a></p>`;

/** Words that did not leave stand in the field again. */
function replyForm(frame: Frame, { answer, around, leavesByItself, typed }: ReplyParts): Html {
  const { answerId, name, reply } = answer;
  const field = `reply-${answerId}`;
  return changing(
    { token: frame.token, action: `/inbox/${answerId}/answer`, attributes: html`class="stack"` },
    html`${typed === undefined ? nothing : html`<p class="trouble" role="alert">${icon(frame.icons, "warning")} ${typed.trouble}</p>`}
    <label for="${field}">Your answer to <span dir="auto">${name}</span></label>
    <textarea id="${field}" name="text" rows="5" maxlength="${replyCharactersMax}" required spellcheck="true" dir="auto" aria-describedby="${field}-around">${typed?.text ?? reply?.body ?? ""}</textarea>
    <p class="quiet" id="${field}-around">${aroundWords(around)}</p>
    <div class="actions">${
      leavesByItself
        ? html`<button class="main-button" name="as" value="sent">${icon(frame.icons, "mail")} Send it</button>
      <button class="button" name="as" value="draft">Keep it as a draft</button>`
        : html`<button class="main-button" name="as" value="sent">${icon(frame.icons, "check")} This is my answer</button>`
    }</div>
    <p class="quiet">${
      leavesByItself
        ? "Sent means: these words, to them alone, in the same thread; you can take them back for a minute."
        : "It stays in the thread: you copy it, or open it in your mail program, and say that you sent it."
    }</p>`,
  );
}

/** Shown beside the button, so that the yes covers them too. */
const aroundWords = ({ greeting, signoff }: WordsFrame): Piece =>
  greeting === undefined && signoff === undefined
    ? "It goes as you write it."
    : html`Unless you write your own, ${[greeting, signoff]
        .filter((one) => one !== undefined)
        .map(
          (one, nth) => html`${nth === 0 ? nothing : " and "}<q dir="auto">${one.replaceAll("\n", " ")}</q>`,
        )} ${greeting !== undefined && signoff !== undefined ? "stand" : "stands"} around it.`;
