/** One person: who they are, what happened, what is planned, and why all of it. */
import { html } from "hono/html";
import type { PageOf } from "../../store/read/page.ts";
import type { DecisionSeen, FollowUpSeen, InteractionSeen, PersonSeen } from "../../store/read/person.ts";
import type { SenderSeen } from "../../store/read/senders.ts";
import { clockLine, dueChip } from "./due.ts";
import { firstReason, type Html, icon, monogram, nothing, type Piece, pager, reasons } from "./html.ts";
import type { Frame } from "./layout.ts";
import { letterView } from "./letter.ts";
import { correctionForm } from "./senders.ts";
import { counted, moment, sayDate, when } from "./when.ts";
import { directionNames, followUpNames, followUpStates, modeIcons, modeNames, verificationNames } from "./words.ts";

export type PersonParts = {
  person: PersonSeen;
  followUps: readonly FollowUpSeen[];
  decisions: readonly DecisionSeen[];
  senders: readonly SenderSeen[];
  timeline: PageOf<InteractionSeen>;
  guesses: readonly string[];
};

export const personView = (frame: Frame, parts: PersonParts): Html => html`
  <p class="trail"><a href="/people">People</a></p>
  ${header(parts.person)}
  ${dates(frame, parts.person)}
  <div class="columns">
    <div>
      ${planned(frame, parts)}
      ${timelineView(frame, parts)}
    </div>
    <aside>
      ${metView(frame, parts.person)}
      ${evidence(frame, parts)}
      ${decisionsView(frame, parts.decisions)}
    </aside>
  </div>`;

const header = ({ name, title, company, place, verification }: PersonSeen): Html => html`
  <header class="person-head">
    ${monogram(name)}
    <div><h1 dir="auto">${name}</h1>
      <p class="quiet" dir="auto">${[title, company, place].filter(Boolean).join(" · ")}</p>
      <p class="quiet">${verificationNames[verification]}</p></div>
  </header>`;

/** Kept apart on purpose (R9): a mail is a touch, talking is a conversation, and meeting is meeting. */
const dates = (frame: Frame, { lastTouchAt, lastConversationAt, lastMetAt, closeness }: PersonSeen): Html => {
  const date = (name: string, at: PersonSeen["lastTouchAt"]) =>
    html`<div><dt>${name}</dt><dd>${at === undefined ? html`<span class="quiet">not yet</span>` : when(at, frame.seen)}</dd></div>`;
  return html`<dl class="figures">${date("Last touch", lastTouchAt)}${date("Last conversation", lastConversationAt)}${date("Last met", lastMetAt)}
    <div><dt>Closeness</dt><dd>${Math.round(closeness)}<span class="quiet"> of 100</span></dd></div></dl>`;
};

const openStates: readonly string[] = ["planned", "due", "in_hand"];

const planned = (frame: Frame, parts: PersonParts): Html => {
  const open = parts.followUps.filter(({ state }) => openStates.includes(state));
  const past = parts.followUps.filter(({ state }) => !openStates.includes(state));
  return html`<section aria-labelledby="planned"><h2 id="planned">Planned</h2>
    ${open.length === 0 ? html`<p class="empty">Nothing is planned.</p>` : html`<ol class="items">${open.map((one, index) => followUp(frame, parts, one, index === 0))}</ol>`}
    ${past.length === 0 ? nothing : html`<details class="evidence"><summary>Done and past (${past.length})</summary><ul class="rows">${past.map(pastLine)}</ul></details>`}
  </section>`;
};

const followUp = (frame: Frame, { person, guesses }: PersonParts, one: FollowUpSeen, isOpen: boolean): Html => html`
  <li class="item" id="item-${one.followUpId}"><details ${isOpen ? html`open` : nothing}>
    <summary><span class="item-who"><span class="item-name">${followUpNames[one.kind] ?? one.kind}</span><span class="item-why">${firstReason(one.because)}</span></span>
      <span class="item-what">${dueChip(one, frame.seen)}</span></summary>
    <div class="item-body narrow-first"><div class="item-because">${reasons(one.because)}${clockLine(one, frame.seen)}</div>
      ${
        one.draft === undefined
          ? nothing
          : letterView(frame, {
              draft: one.draft,
              contactId: person.contactId,
              personName: person.name,
              isWhyOpen: person.metWhy === undefined && !person.isWhyWaived,
              hasGreeting: person.hasGreeting,
              guesses,
              back: `/people/${person.contactId}`,
            })
      }</div>
  </details></li>`;

const pastLine = ({ kind, state, because }: FollowUpSeen): Html =>
  html`<li class="row"><span class="row-main">${followUpNames[kind] ?? kind} <span class="quiet">${firstReason(because)}</span></span><span class="quiet row-end">${followUpStates[state]}</span></li>`;

const timelineView = (frame: Frame, { person, timeline }: PersonParts): Html => html`
  <section aria-labelledby="timeline"><h2 id="timeline">What happened</h2>
    ${timeline.rows.length === 0 ? html`<p class="empty">Nothing yet.</p>` : html`<ol class="timeline">${timeline.rows.map((one) => interaction(frame, one))}</ol>`}
    ${pager(timeline.page, timeline.hasMore, (page) => `/people/${person.contactId}?page=${page}#timeline`)}
  </section>`;

const interaction = (frame: Frame, one: InteractionSeen): Html => html`
  <li class="${one.depth}">
    ${icon(frame.icons, modeIcons[one.mode] ?? "mail")}
    <div><span dir="auto">${one.title ?? modeNames[one.mode]}</span>
      <span class="quiet">${modeNames[one.mode]}, ${directionNames[one.direction]}${one.others > 1 ? `, ${counted(one.others, "other")}` : nothing}${one.place === null ? nothing : html`, ${one.place}`}</span></div>
    <span class="quiet">${moment(one.at, frame.seen)}</span>
  </li>`;

const metView = (frame: Frame, person: PersonSeen): Html => html`
  <section class="panel"><h2>How you met</h2>
    <dl class="pairs">
      ${pair("When", person.metOn && sayDate(person.metOn, frame.seen))}
      ${pair("Where", person.metWhere)}
      ${pair("Through", person.metIntroducedBy)}
      ${pair("Why", person.metWhy ?? (person.isWhyWaived ? "no reason needed" : undefined))}
    </dl>
    ${person.metOn === undefined ? html`<p class="quiet">You have not met yet, as far as the files tell.</p>` : nothing}
  </section>`;

const pair = (name: string, value: Piece): Piece =>
  value === undefined ? nothing : html`<div><dt>${name}</dt><dd dir="auto">${value}</dd></div>`;

const evidence = (frame: Frame, { person, senders }: PersonParts): Html => {
  const judged = new Map(senders.map((one) => [one.address, one]));
  return html`<section class="panel"><h2>Why a person</h2>${reasons(person.because)}
    <h3>Addresses</h3>
    <ul class="plain-list">${person.identities.map(({ kind, value, because }) => {
      const sender = judged.get(value);
      return html`<li><span class="address">${value}</span><span class="quiet">${because}</span>
        ${kind === "address" && sender !== undefined ? html`<details class="evidence"><summary>The evidence for it</summary>${reasons(sender.because)}</details>${correctionForm(frame, sender, ["machine", "ignored"], "/people")}` : nothing}</li>`;
    })}</ul></section>`;
};

/** Every decision with what it looked at, so that it can be checked by hand. */
const decisionsView = (frame: Frame, decisions: readonly DecisionSeen[]): Piece =>
  decisions.length === 0
    ? nothing
    : html`<section class="panel"><h2>Decisions</h2>${decisions.map((one) => decision(frame, one))}</section>`;

const decision = (frame: Frame, { kind, rule, outcome, because, inputs, decidedAt }: DecisionSeen): Html => html`
  <details class="evidence">
    <summary>${followUpNames[kind] ?? kind.replaceAll("_", " ")}: ${outcome.replaceAll("_", " ")} <span class="quiet">${when(decidedAt, frame.seen)}</span></summary>
    ${reasons(because)}<p class="quiet">Rule ${rule}, on these inputs:</p><pre class="inputs">${JSON.stringify(inputs, null, 2)}</pre>
  </details>`;
