/** A thread: each message with its parts told apart, and beside it what Rapport reads in it, which one click corrects. */
import { html } from "hono/html";
import type { Segment } from "../../domain/mail/segments.ts";
import { type SaidMeaning, saidMeanings } from "../../domain/reply/reading-correction.ts";
import type { MeaningShown, MessageShown, NoText, TextShown } from "../../flows/mail/show-thread.ts";
import { changing, type Html, monogram, nothing, type Piece, reasons } from "./html.ts";
import type { Frame } from "./layout.ts";
import { kindWords, meaningNames, meaningWords, type ReadingWords, saidKindNames, sureness } from "./reading-words.ts";
import { counted, moment, sayMoment } from "./when.ts";

export type ThreadParts = {
  person: { contactId: string; name: string };
  messages: readonly MessageShown[];
  /** Where corrections go and the page comes back to. */
  here: string;
  textKeptDays: number;
};

export const threadView = (frame: Frame, { person, messages, here, textKeptDays }: ThreadParts): Html => html`
  <p class="trail"><a href="/people/${person.contactId}" dir="auto">${person.name}</a></p>
  <h1 dir="auto">${messages.find(({ subject }) => subject !== "")?.subject ?? "No subject"}</h1>
  <p class="lead">${counted(messages.length, "message")}, oldest first, and what Rapport reads in each. Where it reads wrongly, say so:
    your word outranks the reading. Texts are erased ${textKeptDays} days after they were read.</p>
  <ol class="mail-thread">${messages.map((one) => messageView(frame, one, here, textKeptDays))}</ol>`;

const messageView = (frame: Frame, one: MessageShown, here: string, textKeptDays: number): Html => html`
  <li class="message${one.byOwner ? " own" : ""}" id="m-${one.messageId}">
    <article aria-label="Message from ${writerOf(one)}">
      <header class="message-head">
        ${monogram(writerOf(one))}
        <div><strong dir="auto">${writerOf(one)}</strong> <span class="address quiet">${one.from.address}</span>
          <span class="quiet" dir="auto">to ${one.to.map(({ name, address }) => name ?? address).join(", ") || "nobody named"}</span></div>
        <span class="quiet">${one.sentAt === undefined ? "no date" : moment(one.sentAt, frame.seen)}</span>
      </header>
      <div class="message-columns">
        <div class="message-text">${textView(one.text, textKeptDays)}</div>
        ${one.byOwner ? nothing : readingView(frame, one, here)}
      </div>
    </article>
  </li>`;

const writerOf = ({ from, byOwner }: MessageShown): string => (byOwner ? "You" : (from.name ?? from.address));

/* ── the text ── */

const textView = (text: TextShown, textKeptDays: number): Html =>
  text.state === "none"
    ? html`<p class="empty">${noTextWords(text.because, textKeptDays)}</p>`
    : html`${text.segments.map(segmentView)}
      ${text.segments.length === 0 ? html`<p class="quiet">It holds no words.</p>` : nothing}
      ${text.state === "kept" ? html`<p class="quiet">The file it was read from is gone or was changed, so this is what was kept of its new text; what it quotes cannot be shown.</p>` : nothing}`;

const segmentView = ({ as, text }: Segment): Html => {
  if (as === "new") return html`<p class="new-text" dir="auto">${text}</p>`;
  if (as === "quoted")
    return html`<details class="quoted"><summary>Quoted mail, ${counted(linesIn(text), "line")}</summary><blockquote dir="auto">${text}</blockquote></details>`;
  return html`<div class="signed"><span class="part-name">Signature</span><p dir="auto">${text}</p></div>`;
};

/** Marks of quoting alone are no line. */
const linesIn = (text: string): number => text.split("\n").filter((line) => /[^\s>|]/.test(line)).length;

const noTextWords = (because: NoText, textKeptDays: number): string => {
  switch (because) {
    case "not_qualified":
      return "Its text was not read: Rapport reads only what goes between you and people you deal with, never mailings, letters to many, or people you left out.";
    case "not_read":
      return "Its text was not read: only the newest few messages with each person are.";
    case "erased":
      return `Its text is not kept any more: it was erased ${textKeptDays} days after it was read.`;
    case "not_found":
      return "Its text was not found: the file was gone or changed when it was to be read.";
  }
};

/* ── the reading ── */

const readingView = (frame: Frame, { messageId, kind, meaning, said }: MessageShown, here: string): Html => {
  const isPersons = (said.kind ?? kind?.read.kind) === "person";
  return html`
  <div class="reading" role="group" aria-label="What Rapport reads in it">
    ${
      kind === undefined
        ? nothing
        : reading({
            name: kind.from === "headers" ? "What it is, by its headers alone" : "What it is",
            words: kindWords(kind.read, frame.seen),
            confidence: kind.read.confidence,
            because: kind.read.because,
            isOverruled: said.kind !== undefined && said.kind !== kind.read.kind,
          })
    }
    ${kindForm(frame, { messageId, here, said: said.kind, isPersons })}
    ${meaning === undefined ? nothing : meaningView(frame, meaning, said.meaning)}
    ${isPersons || said.meaning !== undefined ? meaningForm(frame, { messageId, here, said: said.meaning, read: meaning?.meaning.kind }) : nothing}
  </div>`;
};

type Reading = {
  name: string;
  words: ReadingWords;
  confidence: number;
  because: MeaningShown["meaning"]["because"];
  isOverruled: boolean;
};

const reading = ({ name, words, confidence, because, isOverruled }: Reading): Html => html`
  <h2>${name}</h2>
  <p ${isOverruled ? html`class="overruled"` : nothing}><strong>${words.title}</strong> <span class="quiet">${sureness(confidence)}</span></p>
  ${words.particulars.length === 0 ? nothing : html`<ul class="reasons">${words.particulars.map((one) => html`<li dir="auto">${one}</li>`)}</ul>`}
  <details class="evidence"><summary>Why</summary>${reasons(because)}</details>`;

const meaningView = (frame: Frame, { meaning, offeredAt }: MeaningShown, said: SaidMeaning | undefined): Html => html`
  ${reading({
    name: "What it means",
    words: meaningWords(meaning, frame.seen),
    confidence: meaning.confidence,
    because: meaning.because,
    isOverruled: said !== undefined && said !== meaning.kind,
  })}
  <p class="quiet">${
    offeredAt === undefined
      ? "No letter of Rapport's offered times before it, so no time in it can be accepted."
      : html`Read against the times in your letter of ${sayMoment(offeredAt, frame.seen)}.`
  }</p>`;

type Corrected<Said> = { messageId: string; here: string; said: Said | undefined };

const kindForm = (
  frame: Frame,
  { messageId, here, said, isPersons }: Corrected<keyof typeof saidKindNames> & { isPersons: boolean },
): Html =>
  correcting(
    frame,
    { messageId, here },
    said !== undefined
      ? takingBack("kind", saidKindNames[said])
      : html`<button class="button small" name="kind" value="${isPersons ? "auto_reply" : "person"}">${isPersons ? "This is an automatic answer" : "This is from a person"}</button>`,
  );

const meaningForm = (
  frame: Frame,
  { messageId, here, said, read }: Corrected<SaidMeaning> & { read: SaidMeaning | undefined },
): Html =>
  said !== undefined
    ? correcting(frame, { messageId, here }, takingBack("meaning", meaningNames[said].toLowerCase()))
    : html`<details class="evidence"><summary>${read === undefined ? "It answers an invitation" : "It means something else"}</summary>${correcting(
        frame,
        { messageId, here },
        saidMeanings
          .filter((one) => one !== read)
          .map((one) => html`<button class="button small" name="meaning" value="${one}">${meaningNames[one]}</button>`),
      )}</details>`;

const takingBack = (name: "kind" | "meaning", said: string): Html => html`
  <span class="quiet">You said: ${said}.</span>
  <button class="button small" name="${name}" value="undecided">Take my word back</button>`;

const correcting = (
  frame: Frame,
  { messageId, here }: { messageId: string; here: string },
  inside: Piece | Piece[],
): Html =>
  changing({ token: frame.token, action: here, attributes: html`class="corrections"` }, [
    html`<input type="hidden" name="message" value="${messageId}">`,
    ...[inside].flat(),
  ]);
