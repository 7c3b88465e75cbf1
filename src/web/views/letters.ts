/** The owner's letters: which there are, and one of them with its text, its checks and how it reads. */
import { html } from "hono/html";
import type { ContactId } from "../../domain/ids.ts";
import type { LetterKey } from "../../flows/letters/own-version.ts";
import type { Preview } from "../../flows/letters/preview-letter.ts";
import {
  type FactName,
  isWrittenIn,
  type LetterKind,
  type Locale,
  locales,
  type Voice,
  voices,
} from "../../templates/catalogue.ts";
import { changing, type Html, icon, nothing, type Piece } from "./html.ts";
import type { Frame } from "./layout.ts";

export const lettersPath = "/settings/letters";

const kindNames: Readonly<Record<LetterKind, { name: string; about: string }>> = {
  thank_you: { name: "Thank-you", about: "Within 48 hours of meeting." },
  connection_note: { name: "Connection note", about: "At most 200 characters, to copy beside a connection request." },
  check_in: { name: "Check-in", about: "How are you, and what you can offer." },
  coffee: { name: "Coffee", about: "An invitation with times and a place." },
  lunch: { name: "Lunch", about: "An invitation with times and a place." },
  call: { name: "Call", about: "An invitation to those who live far away." },
  advice_call: { name: "Advice call", about: "Ten minutes, and what you truly admire." },
  nudge: { name: "First reminder", about: "In the same thread: adds something, or makes it easier." },
  closing_note: { name: "Last reminder", about: "Leaves it there, with an easy way out." },
  revive: { name: "After a long time", about: "To people you have not spoken with for months." },
  role_change: { name: "New role", about: "When somebody changes jobs." },
  referral_thanks: { name: "Thanks for a referral", about: "To whoever sent you somebody." },
  introduction: { name: "Introduction", about: "Of two people who both agreed." },
  group_invitation: { name: "Small group", about: "Three to six people, one time." },
  after_decline: { name: "After a no", about: "Kind and short." },
  reschedule: { name: "Another time", about: "When you have to move a meeting." },
  late_running: { name: "Running late", about: "When minutes count." },
  confirmation: { name: "Confirmation", about: "Of a time that they agreed to, in the same thread." },
  new_times: { name: "New times", about: "When none of yours suited them, or one was gone." },
  calling_off: { name: "Calling off", about: "When you cannot come, with the offer of another day." },
};
export const nameOfKind = (kind: LetterKind): string => kindNames[kind].name;
/** Of a kind as it is stored, which may be one that is not written any more. */
export const nameOfLetter = (kind: string): string =>
  Object.hasOwn(kindNames, kind) ? nameOfKind(kind as LetterKind) : kind.replaceAll("_", " ");

const localeNames: Readonly<Record<Locale, string>> = { en: "English", fr: "French", de: "German", es: "Spanish" };
const voiceNames: Readonly<Record<Voice, string>> = { business: "Business", friend: "Friend" };

export const addressOf = ({ kind, voice, locale }: LetterKey): string =>
  `${lettersPath}/${kind}?voice=${voice}&locale=${locale}`;

export type LettersParts = { kinds: readonly LetterKind[]; own: ReadonlySet<string>; isNoThanked: boolean };

export const lettersView = (frame: Frame, { kinds, own, isNoThanked }: LettersParts): Html => html`
  <p class="trail"><a href="/settings">Settings</a></p>
  <h1>Letters</h1>
  <p class="quiet">Every letter has several ways to say each thing, so that no two people read the same. Open one to read it, or to
    write your own version; the checks stay.</p>
  <p><a class="button" href="${lettersPath}/group">Invite a small group</a></p>
  ${changing(
    { token: frame.token, action: `${lettersPath}/after-a-no`, attributes: html`class="panel corrections"` },
    html`<label class="check-line"><input type="checkbox" name="thanks" value="yes" ${isNoThanked ? html`checked` : nothing}> When somebody says no, draft a few words of thanks for the answer</label>
    <button class="button small">Save</button>`,
  )}
  <ul class="letter-kinds">${kinds.map((kind) => kindItem(kind, own))}</ul>`;

const kindItem = (kind: LetterKind, own: ReadonlySet<string>): Html => html`
  <li class="panel"><h2>${kindNames[kind].name}</h2><p class="quiet">${kindNames[kind].about}</p>
    ${voices
      .filter((voice) => isWrittenIn(kind, voice))
      .map(
        (voice) =>
          html`<p class="letter-links"><span>${voiceNames[voice]}</span> ${locales.map(
            (locale) =>
              html`<a href="${addressOf({ kind, voice, locale })}" aria-label="${kindNames[kind].name}, ${voiceNames[voice]}, ${localeNames[locale]}">${localeNames[locale]}</a>${
                own.has(`${kind}/${voice}/${locale}`) ? html` <span class="chip">yours</span>` : nothing
              } `,
          )}</p>`,
      )}
  </li>`;

export type EditorParts = {
  key: LetterKey;
  text: string;
  isOwn: boolean;
  preview: Preview;
  people: readonly { contactId: ContactId; name: string }[];
  person?: ContactId;
  /** Why it was not saved. */
  trouble?: string;
  /** The words that this kind knows, and those that it always says. */
  words: readonly FactName[];
  needs: readonly FactName[];
};

export function letterEditor(frame: Frame, parts: EditorParts): Html {
  const { key, text, isOwn, preview, people, person, trouble } = parts;
  const here = `${lettersPath}/${key.kind}`;
  const hidden = html`<input type="hidden" name="voice" value="${key.voice}"><input type="hidden" name="locale" value="${key.locale}">`;
  return html`
  <p class="trail"><a href="/settings">Settings</a> <a href="${lettersPath}">Letters</a></p>
  <div class="heading"><h1>${kindNames[key.kind].name}</h1>
    <p class="quiet">${voiceNames[key.voice]}, ${localeNames[key.locale]}. ${isOwn ? "This is your own version." : "This is ours; saving makes it yours."}</p></div>
  ${trouble === undefined ? nothing : html`<p class="trouble" role="alert">Not saved. ${trouble}</p>`}
  <div class="letter-editor">
    ${changing(
      {
        token: frame.token,
        action: here,
        attributes: html`class="stack" hx-post="${here}/preview" hx-trigger="input changed delay:400ms from:#text, change from:#person" hx-target="#preview" hx-swap="outerHTML" hx-sync="this:replace"`,
      },
      html`${hidden}
      <label for="text">The words</label>
      <textarea id="text" name="text" rows="24" spellcheck="true" lang="${key.locale}" required aria-describedby="text-hint">${text}</textarea>
      <p id="text-hint" class="quiet">A line such as <code>--- opening</code> begins a part; several parts of one name are ways to say the same.
        Words in braces are filled in: ${parts.words.map((word) => html`<code>{{${word}}}</code> `)} ${alwaysSaid(parts.needs)}</p>
      <label for="person">Read it as written to</label>
      <select id="person" name="person">
        <option value="">Priya Nair, an example</option>
        ${people.map((one) => html`<option value="${one.contactId}" ${one.contactId === person ? html`selected` : nothing}>${one.name}</option>`)}
      </select>
      <div class="actions"><button class="main-button">Save as mine</button>
        <button class="button" formaction="${here}/look">Read it</button></div>`,
    )}
    ${letterPreview(frame, preview)}
  </div>
  ${isOwn ? changing({ token: frame.token, action: `${here}/ours` }, html`${hidden}<button class="button">${icon(frame.icons, "undo")} Back to ours</button>`) : nothing}`;
}

const alwaysSaid = (needs: readonly FactName[]): Piece =>
  needs.length === 0
    ? nothing
    : html`A letter of this kind always says ${needs.map((word) => html`<code>{{${word}}}</code> `)}`;

/** How it reads, and what is wrong with it; also what the script puts in place while the owner types. */
export const letterPreview = (frame: Frame, preview: Preview): Html => html`
  <section id="preview" class="letter" aria-live="polite" aria-label="How it reads">${previewed(frame, preview)}</section>`;

function previewed(frame: Frame, preview: Preview): Piece {
  if (preview.kind === "unusable") return html`<p class="trouble">${preview.says}</p>`;
  if (preview.kind === "refused")
    return html`<p class="question-line">${icon(frame.icons, "question")} To ${preview.name} it would not be written. ${preview.question}</p>`;
  const { letter, findings, examples, name } = preview;
  return html`
    <div class="sheet">
      <dl class="sheet-head"><div><dt>To</dt><dd>${name}</dd></div>${
        letter.subject === "" ? nothing : html`<div><dt>Subject</dt><dd>${letter.subject}</dd></div>`
      }</dl>
      <div class="sheet-body">${letter.body}</div>
    </div>
    ${examples.length === 0 ? nothing : html`<p class="quiet">Not known of ${name}, so filled in from the example: ${examples.join(", ")}.</p>`}
    ${findings.length === 0 ? html`<p class="quiet">${icon(frame.icons, "check")} Nothing found.</p>` : nothing}
    ${findings.map(
      ({ message, sentence, weight }) =>
        html`<p class="quiet lint">${icon(frame.icons, "warning")} ${weight === "refuse" ? "Stands in the way: " : ""}${message}${
          sentence === undefined ? nothing : html` <q>${sentence}</q>`
        }</p>`,
    )}`;
}
