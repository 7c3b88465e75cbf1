/** A small group (R11): whom, what about, and the letter for each of them. */
import { html } from "hono/html";
import { sayBecause } from "../../domain/because.ts";
import type { ContactId } from "../../domain/ids.ts";
import {
  type GroupInvitation,
  type GroupLetter,
  type GroupWanted,
  guestsMax,
  guestsMin,
} from "../../flows/letters/invite-group.ts";
import { errandSheet } from "./errand-sheet.ts";
import { changing, type Html, icon, nothing, reasons } from "./html.ts";
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
  ${invitation === undefined ? nothing : invited(frame, invitation, { guests, about })}
  <form method="get" action="${lettersPath}/group" class="panel">
    <fieldset class="group-people"><legend>Whom?</legend>${people.map(
      ({ contactId, name }) =>
        html`<label><input type="checkbox" name="person" value="${contactId}" ${guests.includes(contactId) ? html`checked` : nothing}> ${name}</label>`,
    )}</fieldset>
    <label for="about">What do they have in common?</label>
    <input id="about" name="about" value="${about}" maxlength="100" placeholder="hiring analysts">
    <button class="button">Show the letters</button>
  </form>`;

function invited(frame: Frame, invitation: GroupInvitation, { guests, about }: GroupWanted): Html {
  if (invitation.kind === "refused") return html`<p class="trouble" role="alert">${sayBecause(invitation.because)}</p>`;
  const isAnybodyFree = invitation.letters.some(({ held }) => held === undefined);
  return html`${reasons(invitation.because)}${invitation.letters.map((one) => letterOf(frame, one))}
    ${
      isAnybodyFree
        ? changing(
            { token: frame.token, action: `${lettersPath}/group` },
            html`${guests.map((id) => html`<input type="hidden" name="person" value="${id}">`)}<input type="hidden" name="about" value="${about}">
            <button class="main-button">${icon(frame.icons, "mail")} Put them with the letters that wait</button>`,
          )
        : nothing
    }`;
}

const letterOf = (frame: Frame, { name, letter, question, held }: GroupLetter): Html => html`
  <h2>${name}</h2>
  ${held === undefined ? nothing : html`<p class="notice">Left out for now. ${sayBecause(held)}</p>`}
  ${
    letter.state === "written"
      ? errandSheet(frame, { title: name, to: [letter.to], letter })
      : html`<p class="question-line">${icon(frame.icons, "question")} ${question}</p>`
  }`;
