/** One thing of the day: with whom, why, where, what to say, and the act itself (R43). */
import { html } from "hono/html";
import { ledgerActNames, ledgerActs } from "../../domain/contact/ledger-acts.ts";
import type { DayItem, ItemKind } from "../../domain/day/item.ts";
import type { Card } from "../../domain/day/one-card.ts";
import { forcedAfter } from "../../domain/day/sitting.ts";
import type { Day, NewPerson } from "../../flows/day/open-day.ts";
import { debriefForm } from "./debrief-form.ts";
import { clockLine } from "./due.ts";
import { firstActsWithin } from "./first-acts.ts";
import { giveForm } from "./give-form.ts";
import { changing, type Html, type IconName, icon, monogram, nothing, type Piece, reasons } from "./html.ts";
import type { Frame } from "./layout.ts";
import { type LettersOnPage, letterView } from "./letter.ts";
import { daysToCome } from "./letter-not-now.ts";
import { askOwner } from "./outbox.ts";
import { callTaps, otherwiseTaps, tapForm, telLink } from "./person-log.ts";
import { counted } from "./when.ts";
import { modeNames } from "./words.ts";

export type ItemParts = {
  day: Day;
  guesses: ReadonlyMap<string, readonly string[]>;
  letters: LettersOnPage;
};

/** `justMet`: whose acts of the first 48 hours stand in this item. */
export type ItemShown = { isOpen: boolean; justMet?: Card<NewPerson> | undefined };

export const kindNames: Readonly<Record<ItemKind, string>> = {
  approve: "Letter",
  write: "Write",
  question: "Question",
  debrief: "Afterwards",
  call: "Call",
  note: "Note by hand",
  promise: "Promise",
  give_note: "To offer",
  same_person: "One person?",
  wanted: "Turned up",
  give_back: "Give back",
  group: "Group",
  comment: "Comment",
  connect_again: "Account",
  stuck: "Letter",
  answer: "Answer",
};

const kindIcons: Readonly<Record<ItemKind, IconName>> = {
  approve: "mail",
  write: "mail",
  question: "question",
  debrief: "meet",
  call: "phone",
  note: "post",
  promise: "check",
  give_note: "spark",
  same_person: "people",
  wanted: "people",
  give_back: "spark",
  group: "social",
  comment: "social",
  connect_again: "mail",
  stuck: "warning",
  answer: "text",
};

/** What is asked comes before the reasons, for whoever reads a narrow screen or goes by keyboard. */
export const dayItem = (frame: Frame, parts: ItemParts, item: DayItem, { isOpen, justMet }: ItemShown): Html => html`
  <li class="item" id="${anchorOf(item)}">
    <details name="today" ${isOpen ? html`open` : nothing}>
      <summary>
        ${item.subject.contactId === undefined ? html`<span class="monogram mark" aria-hidden="true">${icon(frame.icons, kindIcons[item.kind])}</span>` : monogram(item.who)}
        <span class="item-who"><span class="item-name" dir="auto">${item.who}</span>
          <span class="item-why" dir="auto">${item.act}</span></span>
        <span class="item-what"><span class="kind kind-${item.kind}">${kindNames[item.kind]}</span><span class="minutes">${item.minutes} min</span></span>
      </summary>
      <div class="item-body act-first">
        <div class="item-act">
          ${whereLine(frame, item)}
          ${act(frame, parts, item, justMet)}
          ${justMet === undefined ? nothing : firstActsWithin(frame, justMet, { kind: item.kind, back: backTo(item) })}
        </div>
        <div class="item-because">
          <h3>Why now</h3>${reasons(item.because)}
          ${rowClock(frame, parts, item)}
          ${item.subject.contactId === undefined ? nothing : html`<p><a data-person href="/people/${item.subject.contactId}">Everything about <bdi>${item.who}</bdi> ${icon(frame.icons, "arrow")}</a></p>`}
          ${asideForms(frame, item)}
          ${otherwise(frame, item)}
        </div>
      </div>
    </details>
  </li>`;

/** A short, safe name for the address: ids of items hold addresses and spaces. */
export const anchorOf = ({ id }: Pick<DayItem, "id">): string => `do-${id.replace(/[^\w-]+/g, "-")}`;
const backTo = (item: DayItem): string => `/today#${anchorOf(item)}`;

function whereLine(frame: Frame, { where, kind }: DayItem): Piece {
  if (where.mode === "phone" && where.at !== undefined) return html`<p class="met">${telLink(frame, where.at)}</p>`;
  if (where.mode === "here")
    return where.at === undefined ? nothing : html`<p class="met">${icon(frame.icons, "place")} ${where.at}</p>`;
  if (kind === "group" || kind === "comment") {
    return where.at === undefined
      ? nothing
      : html`<p class="met"><a href="${where.at}" rel="noreferrer" target="_blank">${icon(frame.icons, "social")} ${where.at}</a></p>`;
  }
  return html`<p class="met">${icon(frame.icons, where.mode === "post" ? "post" : "mail")} ${modeNames[where.mode]}${where.at === undefined ? nothing : html`: <span class="address">${where.at}</span>`}</p>`;
}

const rowClock = (frame: Frame, { day }: ItemParts, { subject }: DayItem): Piece => {
  const row = day.rows.find(({ followUpId }) => followUpId === subject.followUpId);
  return row === undefined ? nothing : clockLine(row, frame.seen);
};

/** These are answered with a "no" of their own, or by leaving an account as it is. */
const settledElsewhere: readonly ItemKind[] = [
  "same_person",
  "debrief",
  "give_note",
  "wanted",
  "give_back",
  "connect_again",
  "stuck",
  "answer",
];

/** Not today, or never. A letter that is ready has these beside it. */
function asideForms(frame: Frame, item: DayItem): Piece {
  const { followUpId } = item.subject;
  const { tomorrow, nextMonday } = daysToCome(frame);
  if (followUpId === undefined || item.kind === "approve") return dropForm(frame, item);
  return html`<div class="aside-acts">${changing(
    { token: frame.token, action: "/today/snooze", attributes: html`class="actions"` },
    html`<input type="hidden" name="followUpId" value="${followUpId}"><span class="quiet">Not today:</span>
    <button class="button small" name="until" value="${tomorrow}" data-snooze>tomorrow</button>
    <button class="button small" name="until" value="${nextMonday}">on Monday</button>`,
  )}${dropForm(frame, item)}${neverForm(frame, item)}</div>`;
}

const neverForm = (frame: Frame, { subject: { contactId }, who }: DayItem): Piece =>
  contactId === undefined
    ? nothing
    : html`<details class="evidence" data-not-now><summary>Never again</summary>${changing(
        { token: frame.token, action: `/people/${contactId}/stop` },
        html`<input type="hidden" name="back" value="/today"><button class="button small danger-button" data-never>${icon(frame.icons, "stop")} Never contact <bdi>${who}</bdi></button>`,
      )}</details>`;

/** R35: one tap from any card about a person. A call has its own answers. */
const otherwise = (frame: Frame, { kind, subject: { contactId } }: DayItem): Piece =>
  contactId === undefined || kind === "call"
    ? nothing
    : html`<div class="otherwise"><h3>Done another way</h3>${tapForm(frame, { contactId, back: "/today", taps: otherwiseTaps })}</div>`;

/** Put off five times, it is done now or dropped (R23); everything else may be dropped too, less loudly. */
function dropForm(frame: Frame, item: DayItem): Piece {
  const { kind, subject, rolledOver } = item;
  if (settledElsewhere.includes(kind)) return nothing;
  const isForced = rolledOver >= forcedAfter;
  // A letter that is ready has its own ways not to go.
  if (kind === "approve" && !isForced) return nothing;
  return changing(
    { token: frame.token, action: "/today/drop", attributes: html`class="let-go"` },
    html`<input type="hidden" name="kind" value="${kind}">
    ${(["followUpId", "factId", "groupId", "contactId", "eventId", "endedAt"] as const).map((name) => (subject[name] === undefined ? nothing : html`<input type="hidden" name="${name}" value="${subject[name]}">`))}
    ${isForced ? html`<p class="unsure">Put off ${counted(rolledOver, "time")}: do it now, or let it go.</p>` : nothing}
    <button class="${isForced ? "button" : "plain-button"}" data-skip>Let it go</button>`,
  );
}

function act(frame: Frame, parts: ItemParts, item: DayItem, justMet: Card<NewPerson> | undefined): Piece {
  const { day } = parts;
  const { contactId } = item.subject;
  switch (item.kind) {
    case "approve":
    case "question":
      return letterOf(frame, parts, item, justMet) ?? words(item);
    case "debrief": {
      const prompt = day.prompts.find(
        ({ eventId, endsAt }) => eventId === item.subject.eventId && endsAt === item.subject.endedAt,
      );
      if (prompt === undefined) return words(item);
      const { eventId, endsAt, kind, isHeldByDefault } = prompt;
      const open = day.openAnswers.find((one) => one.eventId === eventId && one.endedAt === endsAt)?.answer.open ?? [];
      return html`<div>${debriefForm(frame, { eventId, endedAt: endsAt, kind, isHeldByDefault, open, back: "/today" })}</div>`;
    }
    case "call":
      return html`<div>${words(item)}${tapForm(frame, { contactId: contactId!, back: "/today", taps: callTaps })}${instead(frame, parts, item, justMet)}</div>`;
    case "write":
      return html`<div>${words(item)}${item.where.at === undefined ? nothing : html`<p><a class="button" href="mailto:${item.where.at}">${icon(frame.icons, "mail")} Open in my mail program</a></p>`}</div>`;
    case "note":
      return html`<div>${words(item)}<div class="actions"><a class="main-button" href="/people/${contactId}/note">${icon(frame.icons, "post")} What to write, and the label</a></div>
        ${tapForm(frame, { contactId: contactId!, back: "/today", taps: [{ mode: "post", outcome: "posted", words: "Posted", icon: "check" }] })}</div>`;
    case "promise":
      return html`<div>${words(item)}${changing(
        { token: frame.token, action: "/today/promise" },
        html`<input type="hidden" name="fact" value="${item.subject.factId}"><button class="main-button">${icon(frame.icons, "check")} Done</button>`,
      )}</div>`;
    case "give_note":
      return giveForm(frame, { contactId: contactId!, question: item.text, back: "/today" });
    case "same_person":
      return html`<div>${words(item)}<div class="actions"><a class="main-button" href="/merges">Look at both</a></div></div>`;
    case "connect_again":
      return html`<div>${words(item)}${changing(
        { token: frame.token, action: `/connect/${item.subject.provider}` },
        html`<input type="hidden" name="account" value="${item.subject.accountId}"><button class="main-button">Connect again</button>`,
      )}</div>`;
    case "stuck":
      return html`<div>${item.subject.effectId === undefined ? words(item) : askOwner(frame, { effectId: item.subject.effectId, name: item.who })}
        <p><a class="button" href="/drafts/${item.subject.draftId}">Open the letter</a></p></div>`;
    case "answer":
      return html`<div>${words(item)}<div class="actions"><a class="main-button" href="/inbox#answer-${item.subject.answerId}">Read it, and answer</a></div></div>`;
    case "wanted":
      return html`<div>${words(item)}${wantedForm(frame, item)}</div>`;
    case "give_back":
      return html`<div>${words(item)}${giveBackForm(frame, contactId!)}</div>`;
    case "group":
      return html`<div>${words(item)}${changing(
        { token: frame.token, action: "/today/group" },
        html`<input type="hidden" name="group" value="${item.subject.groupId}"><button class="main-button">${icon(frame.icons, "check")} Done for today</button>`,
      )}</div>`;
    case "comment":
      return html`<div>${words(item)}${tapForm(frame, { contactId: contactId!, back: "/today", taps: [{ mode: "social", outcome: "commented", words: "Commented", icon: "check" }] })}</div>`;
  }
}

/** The note for a connection request stands among the acts of whoever was just met. */
function letterOf(
  frame: Frame,
  { day, guesses, letters }: ItemParts,
  item: DayItem,
  justMet: Card<NewPerson> | undefined,
): Html | undefined {
  const row = [...day.rows, ...day.suggestions].find(({ followUpId }) => followUpId === item.subject.followUpId);
  if (row?.draft === undefined) return undefined;
  return letterView(frame, {
    ...letters,
    draft: justMet === undefined ? row.draft : { ...row.draft, note: undefined },
    contactId: row.contactId,
    personName: row.name,
    isWhyOpen: row.isWhyOpen,
    hasGreeting: row.hasGreeting,
    guesses: guesses.get(row.contactId) ?? [],
    back: backTo(item),
  });
}

/** Whoever would rather write has the letter too. */
const instead = (frame: Frame, parts: ItemParts, item: DayItem, justMet: Card<NewPerson> | undefined): Piece => {
  const letter = letterOf(frame, parts, item, justMet);
  return letter === undefined
    ? nothing
    : html`<details class="evidence"><summary>Write instead</summary>${letter}</details>`;
};

const words = ({ text }: DayItem): Html => html`<p class="say" dir="auto">${text}</p>`;

const wantedForm = (frame: Frame, { subject: { wantedId } }: DayItem): Html =>
  changing(
    { token: frame.token, action: "/lists/unwant", attributes: html`class="actions"` },
    html`<input type="hidden" name="id" value="${wantedId}"><input type="hidden" name="back" value="/today">
    <a class="button" href="/lists#wanted">Who could introduce you</a>
    <button class="button">Found: take them off the list</button>
    <button class="plain-button" formaction="/lists/not-them">Somebody else</button>`,
  );

/** What was given goes into the ledger, and the month's duty is done (R12). */
const giveBackForm = (frame: Frame, contactId: string): Html =>
  changing(
    { token: frame.token, action: `/people/${contactId}/ledger`, attributes: html`class="stack"` },
    html`<input type="hidden" name="back" value="/today">
    <label for="gave-${contactId}">When it is done</label>
    <select id="gave-${contactId}" name="act">${gaveActs.map((name) => html`<option value="${name}">I ${ledgerActs[name].says}</option>`)}</select>
    <div class="why-line"><input name="text" maxlength="200" autocomplete="off" dir="auto" aria-label="In a few words" placeholder="In a few words">
    <button class="main-button">Note it</button></div>`,
  );

const gaveActs = ledgerActNames.filter((name) => ledgerActs[name].kind === "gave" && ledgerActs[name].about !== "help");
