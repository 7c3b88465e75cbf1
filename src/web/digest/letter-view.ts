/** The pages behind a link of a digest: one letter with one button, and what came of it. They stand alone, without a script. */
import { html } from "hono/html";
import { sayInstant, type Zone } from "../../domain/time.ts";
import type { Approved } from "../../flows/sending/approve-draft.ts";
import type { DraftSeen } from "../../store/read/drafts.ts";
import type { Assets } from "../assets.ts";
import { type Html, nothing, type Piece } from "../views/html.ts";

export const letterFrame = (
  assets: Assets,
  { title, body }: { title: string; body: Piece },
): Html => html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <title>${title} · Rapport</title>
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="robots" content="noindex, nofollow">
  <link rel="icon" href="${assets.path("mark.svg")}" type="image/svg+xml">
  <link rel="stylesheet" href="${assets.path("app.css")}">
  <link rel="stylesheet" href="${assets.path("booking.css")}">
</head>
<body class="invited">
  <main id="main">${body}</main>
</body>
</html>`;

export type LetterShown = {
  letter: DraftSeen;
  action: string;
  nonce: string;
  /** What the yes covers beside the letter. */
  covers: string;
  note?: string;
};

export const letterView = ({ letter, action, nonce, covers, note }: LetterShown): Html => html`
  <section class="letter" aria-labelledby="letter">
    <h1 id="letter">Shall this letter leave?</h1>
    ${note === undefined ? nothing : html`<p class="trouble" role="alert">${note}</p>`}
    <div class="sheet">
      <dl class="sheet-head">
        <div><dt>To</dt><dd class="address">${[letter.to, ...letter.alsoTo].join(", ")}</dd></div>
        <div><dt>Subject</dt><dd dir="auto">${letter.subject}</dd></div>
      </dl>
      <div class="sheet-body" dir="auto">${letter.body}</div>
    </div>
    ${covers === "" ? nothing : html`<p class="quiet">${covers}</p>`}
    <form method="post" action="${action}">
      <input type="hidden" name="nonce" value="${nonce}">
      <button class="main-button">Yes, as it stands</button>
    </form>
  </section>`;

export const saidView = ({ title, text }: { title: string; text: string }): Html => html`
  <section role="status"><h1>${title}</h1><p class="lead">${text}</p></section>`;

const elsewhere = "Open Rapport to see how it stands.";

export const overWords = {
  expired: { title: "This link is over", text: `It was good for some days. ${elsewhere}` },
  used: { title: "You said so already", text: `A link of the daily mail works once. ${elsewhere}` },
  changed: { title: "The letter is another one now", text: `Nothing was approved. ${elsewhere}` },
  unknown: { title: "Nothing here", text: "This address leads nowhere, or not any more." },
} as const;

export function approvedWords(approved: Approved, zone: Zone): { title: string; text: string } {
  switch (approved.kind) {
    case "approved":
      return approved.leavesAt === undefined
        ? { title: "Approved", text: "It waits in Rapport for you to send it." }
        : {
            title: "Approved",
            text: `It leaves on ${sayInstant(approved.leavesAt, zone, "cccc d LLLL 'at' HH:mm")}. Until then you can take it back in Rapport.`,
          };
    case "changed":
    case "held_back":
      return { title: "It was not approved", text: `${approved.because.text} ${elsewhere}` };
    case "not_there":
      return overWords.changed;
  }
}
