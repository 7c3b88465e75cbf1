/** A small group (R11) before it is asked: whom, what about, at which times, and the letter for each of them. */
import { html } from "hono/html";
import { sayBecause } from "../../domain/because.ts";
import { guestsMax, guestsMin } from "../../domain/booking/group.ts";
import type { ContactId } from "../../domain/ids.ts";
import {
  type GroupInvitation,
  type GroupLetter,
  type GroupWanted,
  type GroupWay,
  groupWays,
} from "../../flows/letters/invite-group.ts";
import type { GroupListed } from "../../store/read/groups.ts";
import { errandSheet } from "./errand-sheet.ts";
import { groupsView } from "./groups.ts";
import { changing, type Html, icon, nothing, type Piece, reasons } from "./html.ts";
import type { Frame } from "./layout.ts";
import { lettersPath } from "./letters.ts";
import { sayMoment } from "./when.ts";

export type GroupParts = {
  people: readonly { contactId: ContactId; name: string }[];
  wanted: GroupWanted;
  invitation?: GroupInvitation;
  /** Those that are asked already. */
  groups: readonly GroupListed[];
};

const wayWords: Readonly<Record<GroupWay, string>> = {
  lunch: "Lunch, at your place for it",
  coffee: "Coffee, at your place for it",
  call: "A video call, in a room that your calendar makes or your own",
};

export const groupInvitationView = (frame: Frame, { people, wanted, invitation, groups }: GroupParts): Html => html`
  <p class="trail"><a href="${lettersPath}">Letters</a></p>
  <h1>A small group</h1>
  <p class="quiet">${guestsMin} to ${guestsMax} people and you. All are asked for the same times; it is booked when those who have to be there share one.</p>
  ${groupsView(frame, groups)}
  ${invitation === undefined ? nothing : invited(frame, invitation, wanted)}
  <form method="get" action="${lettersPath}/group" class="panel">
    <fieldset class="group-people"><legend>Whom?</legend>${people.map(
      ({ contactId, name }) =>
        html`<label><input type="checkbox" name="person" value="${contactId}" ${checkedIf(wanted.guests.includes(contactId))}> <bdi>${name}</bdi></label>`,
    )}</fieldset>
    <label for="way">Which way?</label>
    <select id="way" name="way">${groupWays.map((way) => html`<option value="${way}" ${way === wanted.way ? html`selected` : nothing}>${wayWords[way]}</option>`)}</select>
    <label for="about">What do they have in common?</label>
    <input id="about" name="about" value="${wanted.about}" maxlength="100" placeholder="hiring analysts">
    <button class="button">Show times and letters</button>
  </form>`;

const checkedIf = (isChecked: boolean): Piece => (isChecked ? html`checked` : nothing);

function invited(frame: Frame, invitation: GroupInvitation, wanted: GroupWanted): Html {
  if (invitation.kind === "refused") return html`<p class="trouble" role="alert">${sayBecause(invitation.because)}</p>`;
  const asked = invitation.letters.filter(({ held }) => held === undefined);
  return html`${reasons(invitation.because)}${asked.length < guestsMin ? nothing : askForm(frame, invitation, asked, wanted)}
    ${invitation.letters.map((one) => letterOf(frame, one))}`;
}

const askForm = (
  frame: Frame,
  { times, body }: Extract<GroupInvitation, { kind: "letters" }>,
  asked: readonly GroupLetter[],
  { about, way, optional }: GroupWanted,
): Html =>
  changing(
    { token: frame.token, action: `${lettersPath}/group`, attributes: html`class="panel"` },
    html`${asked.map(({ contactId }) => html`<input type="hidden" name="person" value="${contactId}">`)}
    <input type="hidden" name="about" value="${about}"><input type="hidden" name="way" value="${way}">
    <fieldset class="group-people"><legend>At which times?</legend>${times.map(
      ({ startsAt }) =>
        html`<label><input type="checkbox" name="start" value="${startsAt}" ${checkedIf(body.times.some((one) => one.startsAt === startsAt))}> ${sayMoment(startsAt, frame.seen)}</label>`,
    )}</fieldset>
    <fieldset class="group-people"><legend>Who may stay away?</legend>${asked.map(
      ({ contactId, name }) =>
        html`<label><input type="checkbox" name="optional" value="${contactId}" ${checkedIf(optional.includes(contactId))}> <bdi>${name}</bdi></label>`,
    )}</fieldset>
    <p class="quiet">Without the others it does not take place. Each letter names the others, and nobody is told what another answered.</p>
    <button class="main-button">${icon(frame.icons, "mail")} Put the letters with those that wait</button>`,
  );

const letterOf = (frame: Frame, { name, letter, question, held }: GroupLetter): Html => html`
  <h2>${name}</h2>
  ${held === undefined ? nothing : html`<p class="notice">Left out for now. ${sayBecause(held)}</p>`}
  ${
    letter.state === "written"
      ? errandSheet(frame, { title: name, to: [letter.to], letter })
      : html`<p class="question-line">${icon(frame.icons, "question")} ${question}</p>`
  }`;
