/** One person: who they are, what happened, what is planned, and why all of it. */
import { html } from "hono/html";
import { isWhyAsked } from "../../domain/contact/why-met.ts";
import type { LoggedSeen } from "../../store/read/logged.ts";
import type { MergeSeen } from "../../store/read/merges.ts";
import type { OutboxRow } from "../../store/read/outbox.ts";
import type { PageOf } from "../../store/read/page.ts";
import type { DecisionSeen, FollowUpSeen, InteractionSeen, PersonSeen } from "../../store/read/person.ts";
import type { RecordSeen } from "../../store/read/records.ts";
import { type ComingParts, personBookings } from "./bookings.ts";
import { clockLine, dueChip } from "./due.ts";
import { givenUpView } from "./given-up.ts";
import { firstReason, type Html, icon, monogram, nothing, type Piece, pager, reasons } from "./html.ts";
import type { Frame } from "./layout.ts";
import { type LettersOnPage, letterView } from "./letter.ts";
import { mergeCard } from "./merges.ts";
import { type PastedTyped, pastedReplyForm } from "./pasted-reply.ts";
import { type ChoicesParts, personChoices } from "./person-choices.ts";
import { personDetails } from "./person-details.ts";
import { type FactsParts, personFacts } from "./person-facts.ts";
import { type IdentitiesParts, personIdentities } from "./person-identities.ts";
import { personDayLinks, personLog } from "./person-log.ts";
import { personRecord } from "./person-record.ts";
import { counted, moment, sayDate, when } from "./when.ts";
import { directionNames, followUpNames, followUpStates, modeIcons, modeNames, verificationNames } from "./words.ts";

export type PersonParts = IdentitiesParts & {
  followUps: readonly FollowUpSeen[];
  decisions: readonly DecisionSeen[];
  timeline: PageOf<InteractionSeen>;
  /** Open questions whether they are somebody else too. */
  merges: readonly MergeSeen[];
  guesses: readonly string[];
  choices: ChoicesParts;
  facts: FactsParts;
  /** What the owner logged about them, the newest first. */
  logged: readonly LoggedSeen[];
  letters: LettersOnPage;
  /** The newest that left. */
  sent: PageOf<OutboxRow>;
  /** What was written down of them, the newest first. */
  records: readonly RecordSeen[];
  meetings: ComingParts;
  /** A pasted reply that was refused. */
  pasted?: PastedTyped;
};

/** What is due comes first, then what is done here each time; what is looked up once in a while stands beside it, folded. */
export const personView = (frame: Frame, parts: PersonParts): Html => html`
  <p class="trail"><a href="/people">People</a></p>
  ${header(parts.person)}
  ${personDayLinks(frame, parts.person.contactId)}
  ${dates(frame, parts.person)}
  ${parts.merges.map((one) => mergeQuestion(frame, one, parts.person))}
  <div class="columns">
    <div>
      ${personBookings(frame, parts.meetings)}
      ${givenUpView(frame, parts.person)}
      ${nextView(frame, parts)}
      ${pastedReply(frame, parts)}
      ${personLog(frame, { contactId: parts.person.contactId, logged: parts.logged })}
      ${personFacts(frame, parts.facts, html`${metView(frame, parts.person)}${personDetails(frame, parts.person.fields)}`)}
      ${timelineView(frame, parts)}
      ${lettersSent(frame, parts)}
      ${personRecord(frame, parts.records)}
    </div>
    <aside aria-label="Plan, choices and evidence">
      ${planView(frame, parts)}
      ${personChoices(frame, parts.choices)}
      ${evidence(frame, parts)}
      ${decisionsView(frame, parts.decisions)}
      ${keptView(frame, parts.person)}
    </aside>
  </div>`;

const header = ({ name, title, company, place, verification }: PersonSeen): Html => html`
  <header class="person-head">
    ${monogram(name)}
    <div><h1><bdi>${name}</bdi></h1>
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

const openOf = ({ followUps }: PersonParts) => followUps.filter(({ state }) => openStates.includes(state));

/** The one thing to do with them, and its letter. */
function nextView(frame: Frame, parts: PersonParts): Html {
  const [first] = openOf(parts);
  const isDue = first !== undefined && first.dueAt <= frame.seen.now;
  return html`<section aria-labelledby="planned"><h2 id="planned">${isDue ? "Due now" : "Next"}</h2>
    ${
      first === undefined
        ? html`<p class="empty">Nothing is planned with ${parts.person.name}. A rhythm, under <a href="#choices">your choices</a>, keeps you in touch.</p>`
        : html`<ol class="items">${followUp(frame, parts, first, true)}</ol>`
    }
  </section>`;
}

const pastedReply = (frame: Frame, { person: { contactId, name }, pasted }: PersonParts): Html =>
  pastedReplyForm(frame, {
    contactId,
    name,
    back: `/people/${contactId}#record`,
    ...(pasted !== undefined && { typed: pasted }),
  });

/** What comes after it, and what was. */
function planView(frame: Frame, parts: PersonParts): Piece {
  const later = openOf(parts).slice(1);
  const past = parts.followUps.filter(({ state }) => !openStates.includes(state));
  if (later.length + past.length === 0) return nothing;
  return html`<section aria-labelledby="later"><h2 id="later">Plan and history</h2>
    ${later.length === 0 ? nothing : html`<ol class="items">${later.map((one) => followUp(frame, parts, one, false))}</ol>`}
    ${past.length === 0 ? nothing : html`<details class="evidence"><summary>Done and past (${past.length})</summary><ul class="rows">${past.map(pastLine)}</ul></details>`}
  </section>`;
}

const followUp = (
  frame: Frame,
  { person, guesses, letters }: PersonParts,
  one: FollowUpSeen,
  isOpen: boolean,
): Html => html`
  <li class="item" id="item-${one.followUpId}"><details ${isOpen ? html`open` : nothing}>
    <summary><span class="item-who"><span class="item-name">${followUpNames[one.kind] ?? one.kind}</span><span class="item-why" dir="auto">${firstReason(one.because)}</span></span>
      <span class="item-what">${dueChip(one, frame.seen)}</span></summary>
    <div class="item-body narrow-first"><div class="item-because">${reasons(one.because)}${clockLine(one, frame.seen)}</div>
      ${
        one.draft === undefined
          ? nothing
          : letterView(frame, {
              ...letters,
              draft: one.draft,
              contactId: person.contactId,
              personName: person.name,
              isWhyOpen: isWhyAsked(person.metWhy, person.isWhyWaived),
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
    ${timeline.rows.length === 0 ? html`<p class="empty">Nothing yet.</p>` : html`<ol class="timeline">${timeline.rows.map((one) => interaction(frame, person, one))}</ol>`}
    ${pager(timeline.page, timeline.hasMore, (page) => `/people/${person.contactId}?page=${page}#timeline`)}
  </section>`;

const interaction = (frame: Frame, person: PersonSeen, one: InteractionSeen): Html => html`
  <li class="${one.depth}">
    ${icon(frame.icons, modeIcons[one.mode] ?? "mail")}
    <div>${interactionName(person, one)}
      <span class="quiet">${modeNames[one.mode]}, ${directionNames[one.direction]}${one.others > 1 ? `, ${counted(one.others, "other")}` : nothing}${one.place === null ? nothing : html`, ${one.place}`}</span></div>
    <span class="quiet">${moment(one.at, frame.seen)}</span>
  </li>`;

/** A message leads to its thread. */
const interactionName = ({ contactId }: PersonSeen, { title, mode, sourceKind, sourceId }: InteractionSeen): Html =>
  sourceKind === "message"
    ? html`<a href="/people/${contactId}/threads/${sourceId}#m-${sourceId}" dir="auto">${title || "No subject"}</a>`
    : html`<span dir="auto">${title ?? modeNames[mode]}</span>`;

const mergeQuestion = (frame: Frame, question: MergeSeen, { contactId, name }: PersonSeen): Html => html`
  <section class="merge-question" aria-label="A question about ${name}"><h2>Are these the same person?</h2>${mergeCard(frame, question, `/people/${contactId}`)}</section>`;

const metView = (frame: Frame, person: PersonSeen): Html =>
  person.metOn === undefined
    ? html`<p class="quiet">${firstMeetingUnknown(person)}</p>`
    : html`<h3>How you met</h3><dl class="pairs">
      ${pair("When", sayDate(person.metOn, frame.seen))}
      ${pair("Where", person.metWhere)}
      ${pair("Through", person.metIntroducedBy)}
      ${pair("Why", person.metWhy ?? (person.isWhyWaived ? "no reason needed" : undefined))}
    </dl>`;

const firstMeetingUnknown = ({ lastMetAt, class: is }: PersonSeen): string => {
  if (lastMetAt === undefined) return "You have not met yet, as far as the files tell.";
  return is === "colleague"
    ? "When you first met is not looked for among colleagues."
    : "Nothing tells when you first met.";
};

const pair = (name: string, value: Piece): Piece =>
  value === undefined ? nothing : html`<div><dt>${name}</dt><dd dir="auto">${value}</dd></div>`;

const evidence = (frame: Frame, { person, ...parts }: PersonParts): Html => html`
  <details class="panel"><summary><h2>Why a person</h2></summary>${reasons(person.because)}${personIdentities(frame, { person, ...parts })}</details>`;

const lettersSent = (frame: Frame, { sent: { rows, hasMore } }: PersonParts): Piece =>
  rows.length === 0
    ? nothing
    : html`<details class="panel" id="letters"><summary><h2>Letters sent</h2></summary>
        <ul class="rows">${rows.map(
          ({ draftId, subject, kind, changedAt }) =>
            html`<li class="row"><span class="row-main"><a href="/drafts/${draftId}" dir="auto">${subject || "No subject"}</a> <span class="quiet">${followUpNames[kind] ?? kind}</span></span><span class="quiet row-end">${moment(changedAt, frame.seen)}</span></li>`,
        )}</ul>${hasMore ? html`<p class="quiet">Older ones stand under <a href="/sent?show=sent">Sent</a>.</p>` : nothing}</details>`;

/** What is kept of them is the owner's to take along, and to be rid of. */
const keptView = (frame: Frame, { contactId, name }: PersonSeen): Html => html`
  <details class="panel"><summary><h2>What is kept</h2></summary>
    <p class="actions"><a class="button small" href="/people/${contactId}/export.json" download>${icon(frame.icons, "download")} Everything (.json)</a>
      <a class="button small" href="/people/${contactId}/card.vcf" download>${icon(frame.icons, "card")} Card (.vcf)</a></p>
    <p><a href="/people/${contactId}/erase">Erase ${name}…</a></p></details>`;

/** Every decision with what it looked at, so that it can be checked by hand. */
const decisionsView = (frame: Frame, decisions: readonly DecisionSeen[]): Piece =>
  decisions.length === 0
    ? nothing
    : html`<details class="panel"><summary><h2>Decisions</h2></summary>${decisions.map((one) => decision(frame, one))}</details>`;

const decision = (frame: Frame, { kind, rule, outcome, because, inputs, decidedAt }: DecisionSeen): Html => html`
  <details class="evidence">
    <summary>${followUpNames[kind] ?? kind.replaceAll("_", " ")}: ${outcome.replaceAll("_", " ")} <span class="quiet">${when(decidedAt, frame.seen)}</span></summary>
    ${reasons(because)}<p class="quiet">Rule ${rule}, on these inputs:</p><pre class="inputs" tabindex="0">${JSON.stringify(inputs, null, 2)}</pre>
  </details>`;
