/** The four acts of the first 48 hours with somebody, as one card (R14, R15, R2, R16). */
import { html } from "hono/html";
import type { ActState } from "../../domain/day/first-acts.ts";
import type { ItemKind } from "../../domain/day/item.ts";
import type { Card } from "../../domain/day/one-card.ts";
import type { NewPerson } from "../../flows/day/open-day.ts";
import { giveForm } from "./give-form.ts";
import { changing, type Html, icon, monogram, nothing, type Piece } from "./html.ts";
import type { Frame } from "./layout.ts";
import { hasOpenWords, withOpenMarked } from "./open-words.ts";
import { sayDate, sayMoment } from "./when.ts";

/** By itself, for whom nothing is offered today. */
export const firstActsCard = (frame: Frame, { person, draftId }: Card<NewPerson>): Html => {
  const { contactId, name } = person;
  const back = `/today#new-${contactId}`;
  return html`<article class="panel first-acts" id="new-${contactId}">
    <header class="first-acts-head">${monogram(name)}<div><h3 dir="auto"><a href="/people/${contactId}">${name}</a></h3>
      ${metLine(frame, person)}</div></header>
    ${actList(frame, person, { back, draftId, isGiveAsked: true })}
  </article>`;
};

/** Below the thank-you itself, or below the question what to offer, which is asked there only. */
export const firstActsWithin = (
  frame: Frame,
  { person, draftId }: Card<NewPerson>,
  { kind, back }: { kind: ItemKind; back: string },
): Html => html`<section class="first-acts" aria-label="The first 48 hours with ${person.name}">
    <h3>The first 48 hours</h3>${metLine(frame, person)}
    ${actList(frame, person, { back, draftId, isGiveAsked: kind !== "give_note" })}</section>`;

const metLine = (frame: Frame, { company, metOn, metWhere }: NewPerson): Html =>
  html`<p class="quiet" dir="auto">${[company, `met ${sayDate(metOn, frame.seen)}`, metWhere].filter(Boolean).join(" · ")}</p>`;

type ActsShown = { back: string; draftId: string | undefined; isGiveAsked: boolean };

const actList = (frame: Frame, person: NewPerson, { back, draftId, isGiveAsked }: ActsShown): Html => {
  const { acts } = person;
  return html`<ol class="acts">
      ${act(frame, acts.thank.state, "Thank them", thankLine(frame, person, draftId))}
      ${act(frame, acts.connect.state, "Ask to be connected", connectLine(frame, person, back))}
      ${act(frame, acts.card.state, "Put them into your address book", cardLine(frame, person))}
      ${act(frame, acts.task.state, `${acts.task.title}, ${sayDate(acts.task.on, frame.seen)}`, isGiveAsked ? taskLine(frame, person, back) : nothing)}
    </ol>`;
};

const stateWords: Readonly<Record<ActState, string>> = {
  to_do: "to do",
  done: "done",
  waiting: "planned",
  lost: "too late",
};

const act = (frame: Frame, state: ActState, title: string, inside: Piece): Html => html`
  <li class="act act-${state}"><span class="act-mark" aria-hidden="true">${icon(frame.icons, state === "done" ? "check" : state === "lost" ? "close" : "clock")}</span>
    <div><strong>${title}</strong> <span class="quiet">${stateWords[state]}</span>${inside}</div></li>`;

const thankLine = (frame: Frame, { acts: { thank } }: NewPerson, draftId: string | undefined): Piece =>
  thank.state !== "to_do"
    ? nothing
    : html`<p>${thank.deadlineAt === undefined ? nothing : html`Until ${sayMoment(thank.deadlineAt, frame.seen)}. `}${draftId === undefined ? nothing : html`<a href="/drafts/${draftId}">Read the letter</a>`}</p>`;

/** The text is copied by hand: no social network is written to from here. */
function connectLine(frame: Frame, { acts, contactId, connectionNote, links }: NewPerson, back: string): Piece {
  if (acts.connect.state !== "to_do") return nothing;
  const profile = links.find((link) => /^https?:\/\//.test(link));
  const isReady = connectionNote !== undefined && !hasOpenWords(connectionNote);
  return html`${connectionNote === undefined ? html`<p class="quiet">A note is ready as soon as it is known where or why you met.</p>` : html`<p class="note-text" id="note-${contactId}">${withOpenMarked(connectionNote)}</p>`}
    ${connectionNote === undefined || isReady ? nothing : html`<p class="quiet">It is ready as soon as the letter's question is answered.</p>`}
    <div class="actions">
      ${isReady ? html`<button class="button" type="button" data-copy="note-${contactId}" hidden>${icon(frame.icons, "copy")} <span>Copy text</span></button>` : nothing}
      ${profile === undefined ? nothing : html`<a class="button" href="${profile}" rel="noreferrer" target="_blank">${icon(frame.icons, "social")} Their profile</a>`}
      ${changing(
        { token: frame.token, action: `/people/${contactId}/log` },
        html`<input type="hidden" name="back" value="${back}"><button class="button" name="tap" value="social:sent">${icon(frame.icons, "check")} I sent it</button>`,
      )}
    </div>`;
}

const cardLine = (frame: Frame, { acts, contactId }: NewPerson): Piece =>
  acts.card.state === "done"
    ? nothing
    : html`<p><a class="button" href="/people/${contactId}/card.vcf" download>${icon(frame.icons, "card")} Save as a card (.vcf)</a></p>`;

const taskLine = (frame: Frame, { acts, contactId, greetingName, name }: NewPerson, back: string): Piece => {
  if (acts.task.giveNote !== undefined) return html`<p>To offer: ${acts.task.giveNote}</p>`;
  const question = `What can you offer ${greetingName ?? name}?`;
  return acts.task.state === "done" ? nothing : giveForm(frame, { contactId, question, back });
};
