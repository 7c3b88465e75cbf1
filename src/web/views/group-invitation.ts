/** A small group (R11): whom, what about, and the letter for each of them. */
import { html } from "hono/html";
import { sayBecause } from "../../domain/because.ts";
import type { ContactId } from "../../domain/ids.ts";
import { type GroupInvitation, type GroupLetter, guestsMax, guestsMin } from "../../flows/letters/invite-group.ts";
import { type Html, icon, nothing, reasons } from "./html.ts";
import type { Frame } from "./layout.ts";
import { lettersPath } from "./letters.ts";

export type GroupParts = {
  people: readonly { contactId: ContactId; name: string }[];
  guests: readonly ContactId[];
  about: string;
  invitation?: GroupInvitation;
};

export const groupInvitationView = (frame: Frame, { people, guests, about, invitation }: GroupParts): Html => html`
  <p class="trail"><a href="${lettersPath}">Letters</a></p>
  <h1>A small group</h1>
  <p class="quiet">${guestsMin} to ${guestsMax} people and you, at one place, at one time that is free in your calendar.</p>
  ${invitation === undefined ? nothing : invited(frame, invitation)}
  <form method="get" action="${lettersPath}/group" class="panel">
    <fieldset class="group-people"><legend>Whom?</legend>${people.map(
      ({ contactId, name }) =>
        html`<label><input type="checkbox" name="person" value="${contactId}" ${guests.includes(contactId) ? html`checked` : nothing}> ${name}</label>`,
    )}</fieldset>
    <label for="about">What do they have in common?</label>
    <input id="about" name="about" value="${about}" maxlength="100" placeholder="hiring analysts">
    <button class="main-button">Write the letters</button>
  </form>`;

function invited(frame: Frame, invitation: GroupInvitation): Html {
  if (invitation.kind === "refused") return html`<p class="trouble" role="alert">${sayBecause(invitation.because)}</p>`;
  return html`${reasons(invitation.because)}${invitation.letters.map((one) => letterOf(frame, one))}`;
}

const letterOf = (frame: Frame, one: GroupLetter): Html => html`
  <section class="letter" aria-label="Letter to ${one.name}"><h2>${one.name}</h2>${
    one.kind === "refused"
      ? html`<p class="question-line">${icon(frame.icons, "question")} ${one.question}</p>`
      : html`<div class="sheet">
      <dl class="sheet-head"><div><dt>To</dt><dd class="address">${one.to}</dd></div><div><dt>Subject</dt><dd>${one.letter.subject}</dd></div></dl>
      <div class="sheet-body" id="group-${one.contactId}" lang="${one.locale}">${one.letter.body}</div></div>
      <div class="actions"><button class="button" type="button" data-copy="group-${one.contactId}" hidden>${icon(frame.icons, "copy")} <span>Copy text</span></button></div>`
  }</section>`;
