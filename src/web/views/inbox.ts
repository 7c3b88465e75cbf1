/** The inbox: what people answered that only the owner can settle, how it was read and why; and what the other answers led to. */
import { html } from "hono/html";
import { saidMeanings } from "../../domain/reply/reading-correction.ts";
import type { TimeToAgree } from "../../flows/plan/agree-to-time.ts";
import type { AnswerSeen } from "../../store/read/inbox.ts";
import type { WordsFrame } from "../../templates/own-words.ts";
import { confirmationWords } from "./covered.ts";
import { groupPath } from "./groups.ts";
import { changing, type Html, icon, monogram, nothing, type Piece, reasons } from "./html.ts";
import type { Frame } from "./layout.ts";
import { answerNames, ledToWords, meaningNames } from "./reading-words.ts";
import { type ReplyParts, type ReplyTyped, replyPart } from "./reply-form.ts";
import { moment, sayCount, sayMoment } from "./when.ts";

export const inboxPath = "/inbox";

export type InboxParts = {
  answers: readonly AnswerSeen[];
  /** Those that wait for the owner, else those that are settled. */
  shows: "waiting" | "settled";
  waiting: number;
  /** Their times, with the words that would confirm them, by answer. */
  proposals: ReadonlyMap<string, TimeToAgree>;
  /** Other known addresses of whoever a letter came back from, by answer. */
  elsewhere: ReadonlyMap<string, readonly string[]>;
  /** What is put around the owner's own words, by person. */
  frames: ReadonlyMap<string, WordsFrame>;
  /** Letters leave from an account of the owner's; else they take them along by hand. */
  leavesByItself: boolean;
  /** An own answer that was refused, as it was typed. */
  typed?: ReplyTyped;
  /** What was asked of an answer and could not be, and why. */
  trouble?: string;
};

export const inboxView = (frame: Frame, parts: InboxParts): Html => html`
  <div class="heading"><h1>Inbox</h1><p class="quiet">Answers to your letters: what is plain is done, the rest is yours.</p></div>
  ${parts.trouble === undefined ? nothing : html`<p class="trouble" role="alert">${icon(frame.icons, "warning")} ${parts.trouble}</p>`}
  <div class="tools"><nav class="tabs" aria-label="Answers"><ul>
    ${tab(parts, "waiting", html`Waiting for you ${parts.waiting === 0 ? nothing : html`<span class="count">${sayCount(parts.waiting)}</span>`}`)}
    ${tab(parts, "settled", "Settled")}</ul></nav></div>
  ${
    parts.answers.length === 0
      ? html`<p class="empty">${icon(frame.icons, "check")} ${emptyWords[parts.shows]}</p>`
      : html`<ol class="items">${parts.answers.map((one, index) => answer(frame, parts, one, isOpenAt(parts, one, index)))}</ol>`
  }`;

/** The one that a form was about, else the first that waits. */
const isOpenAt = ({ shows, typed }: InboxParts, { answerId }: AnswerSeen, index: number): boolean =>
  typed === undefined ? index === 0 && shows === "waiting" : typed.answerId === answerId;

const emptyWords: Readonly<Record<InboxParts["shows"], string>> = {
  waiting: "Nothing here needs you. An answer that says yes to one of your times is booked and confirmed by itself.",
  settled: "No answer has come yet. One that reached you elsewhere can be pasted on the person's page.",
};

const tab = ({ shows }: InboxParts, name: InboxParts["shows"], words: Piece): Html =>
  html`<li><a href="${name === "waiting" ? inboxPath : `${inboxPath}?show=settled`}" ${name === shows ? html`aria-current="true"` : nothing}>${words}</a></li>`;

const answer = (frame: Frame, parts: InboxParts, one: AnswerSeen, isOpen: boolean): Html => html`
  <li class="item" id="answer-${one.answerId}"><details name="inbox" ${isOpen ? html`open` : nothing}>
    <summary>
      ${monogram(one.name)}
      <span class="item-who"><span class="item-name" dir="auto">${one.name}</span> <span class="quiet" dir="auto">${one.letter?.subject ?? ""}</span>
        <span class="item-why" dir="auto">${one.text?.split("\n").find((line) => line.trim() !== "") ?? ""}</span></span>
      <span class="item-what"><span class="kind">${answerNames[one.meaning]}</span><span class="quiet">${moment(one.writtenAt, frame.seen)}</span></span>
    </summary>
    <div class="item-body">
      <div class="item-because">
        <h2>How it was read</h2><p><strong>${answerNames[one.meaning]}</strong></p>${reasons(one.because)}
        ${correction(frame, one)}
        <p><a data-person href="/people/${one.contactId}">Everything about <bdi>${one.name}</bdi> ${icon(frame.icons, "arrow")}</a></p>
      </div>
      <div class="letter">
        ${one.text === undefined ? html`<p class="empty">${textGone[one.source]}</p>` : html`<div class="sheet"><div class="sheet-body" dir="auto">${one.text}</div></div>`}
        ${whatFollows(frame, parts, one)}
      </div>
    </div>
  </details></li>`;

const textGone: Readonly<Record<AnswerSeen["source"], string>> = {
  mail: "Its text was not read, or is not kept any more.",
  pasted: "Its text is not kept any more.",
  page: "Its text is not kept any more.",
  calendar: "They said it by their answer in the calendar, without words.",
};

function whatFollows(frame: Frame, parts: InboxParts, one: AnswerSeen): Html {
  const proposal = parts.proposals.get(one.answerId);
  return html`<div class="approve">
      <p>${ledToWords[one.ledTo]}</p>
      ${proposal === undefined ? nothing : agreeForm(frame, one, proposal)}
      ${(parts.elsewhere.get(one.answerId) ?? []).map((address) => elsewhereForm(frame, one, address))}
      ${replyPart(frame, replyParts(parts, one))}
      <div class="actions">
        ${one.bookingId === undefined ? nothing : html`<a class="button" href="/bookings/${one.bookingId}">${icon(frame.icons, "meet")} The meeting</a>`}
        ${one.groupId === undefined ? nothing : html`<a class="button" href="${groupPath(one.groupId)}">${icon(frame.icons, "people")} The group</a>`}
        ${one.waiting === undefined ? nothing : html`<a class="main-button" href="/drafts/${one.waiting}">Read the letter with other times</a>`}
        ${one.letter === undefined ? nothing : html`<a class="button" href="/drafts/${one.letter.draftId}">Your letter</a>`}
        ${one.messageId === undefined ? nothing : html`<a class="button" href="${threadOf(one, one.messageId)}">The whole thread</a>`}
        ${
          one.isSettled
            ? nothing
            : changing(
                { token: frame.token, action: `${inboxPath}/${one.answerId}/leave` },
                html`<button class="button">${icon(frame.icons, "check")} I have seen to it</button>`,
              )
        }
      </div></div>`;
}

/** Nothing is sent by it: the letter is written anew, and waits for a yes. */
const elsewhereForm = (frame: Frame, { answerId }: AnswerSeen, address: string): Html =>
  changing(
    { token: frame.token, action: `${inboxPath}/${answerId}/elsewhere` },
    html`<input type="hidden" name="address" value="${address}">
    <button class="button">${icon(frame.icons, "mail")} Write to ${address} instead</button>`,
  );

const replyParts = ({ frames, leavesByItself, typed }: InboxParts, answer: AnswerSeen): ReplyParts => ({
  answer,
  around: frames.get(answer.contactId) ?? {},
  leavesByItself,
  ...(typed?.answerId === answer.answerId && { typed }),
});

/** A time of theirs is booked by the owner's yes, with the words that confirm it beside the button. */
const agreeForm = (frame: Frame, { answerId, name }: AnswerSeen, { startsAt, confirmation }: TimeToAgree): Html =>
  html`${changing(
    { token: frame.token, action: `${inboxPath}/${answerId}/agree` },
    html`<button class="main-button">${icon(frame.icons, "check")} Agree to ${sayMoment(startsAt, frame.seen)}</button>`,
  )}
  ${
    confirmation === undefined
      ? html`<p class="quiet">It is booked; the words to ${name} wait for you afterwards.</p>`
      : html`<details class="evidence"><summary>It is booked, and this goes to ${name}</summary>${confirmationWords(confirmation)}</details>`
  }`;

const threadOf = ({ contactId }: AnswerSeen, messageId: string): string =>
  `/people/${contactId}/threads/${messageId}#m-${messageId}`;

/** The owner's word outranks the reading, and what follows from it is worked out anew. */
const correction = (frame: Frame, one: AnswerSeen): Piece =>
  one.messageId === undefined
    ? nothing
    : html`<details class="evidence"><summary>It means something else</summary>${changing(
        {
          token: frame.token,
          action: `/people/${one.contactId}/threads/${one.messageId}`,
          attributes: html`class="corrections"`,
        },
        html`<input type="hidden" name="message" value="${one.messageId}"><input type="hidden" name="back" value="${inboxPath}">
        ${saidMeanings
          .filter((meaning) => meaning !== one.meaning)
          .map(
            (meaning) =>
              html`<button class="button small" name="meaning" value="${meaning}">${meaningNames[meaning]}</button>`,
          )}`,
      )}</details>`;
