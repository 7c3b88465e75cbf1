/** One meeting of several as its owner sees it. What one member said is shown to nobody but the owner. */
import { html } from "hono/html";
import { sayBecause } from "../../domain/because.ts";
import type { GroupBody, GroupState } from "../../domain/booking/group.ts";
import type { Instant } from "../../domain/time.ts";
import type { GroupSeen, MemberSeen } from "../../flows/groups/show-group.ts";
import { groupPath } from "./groups.ts";
import { changing, type Html, icon, nothing, type Piece } from "./html.ts";
import type { Frame } from "./layout.ts";
import { lettersPath } from "./letters.ts";
import { moment, sayMoment } from "./when.ts";

export type OneGroupParts = { group: GroupSeen; title: string; trouble?: string };

const stateWords: Readonly<Record<GroupState, string>> = {
  asking: "being asked",
  booked: "booked",
  called_off: "called off",
  lapsed: "over: its times went by",
};

export function groupView(frame: Frame, { group, title, trouble }: OneGroupParts): Html {
  const { body, state, booking, members } = group;
  const isStanding = state === "asking" || state === "booked";
  return html`
  <p class="trail"><a href="/week">My week</a> <a href="${lettersPath}/group">Small groups</a></p>
  <h1>${title}</h1>
  ${trouble === undefined ? nothing : html`<p class="trouble" role="alert">${icon(frame.icons, "warning")} ${trouble}</p>`}
  ${state === "asking" ? comeLine(frame, group) : nothing}
  <section class="panel"><dl class="pairs">
      <div><dt>How it stands</dt><dd>${stateWords[state]}</dd></div>
      ${body.topic === "" ? nothing : html`<div><dt>What about</dt><dd dir="auto">${body.topic}</dd></div>`}
      <div><dt>Where</dt><dd dir="auto">${whereWords(body)}</dd></div>
      ${booking === undefined ? nothing : html`<div><dt>When</dt><dd><a href="/bookings/${booking.bookingId}">${moment(booking.startsAt, frame.seen)}</a></dd></div>`}</dl></section>
  <section aria-labelledby="who"><h2 id="who">Who said what</h2>
    <ul class="rows">${members.map((member) => memberLine(frame, group, member))}</ul></section>
  ${state === "asking" ? closeForm(frame, group) : nothing}
  ${isStanding ? endForms(frame, group) : nothing}`;
}

function whereWords({ held }: GroupBody): string {
  switch (held.by) {
    case "venue":
      return `${held.name}, ${held.address}`;
    case "link":
      return held.url;
    case "meet":
      return "By video, in a Meet room that your calendar makes with the event";
    case "teams":
      return "By video, in a Teams room that your calendar makes with the event";
  }
}

function comeLine(frame: Frame, { come, members }: GroupSeen): Html {
  if (come === undefined)
    return html`<p class="notice">${icon(frame.icons, "mail")} No letter of it has left yet: each waits for your yes <a href="/today">with the others</a>.</p>`;
  switch (come.kind) {
    case "book":
      return html`<p class="notice">${icon(frame.icons, "check")} ${sayMoment(come.startsAt, frame.seen)} suits everybody who has to be there. Something stood in your calendar then: book it below, or take another time.</p>`;
    case "wait": {
      const names = members.filter(({ contactId }) => come.for.includes(contactId)).map(({ name }) => name);
      return html`<p class="notice">${icon(frame.icons, "clock")} It waits for ${names.join(", ")}.</p>`;
    }
    case "ask_owner":
      return html`<p class="trouble" role="alert">${icon(frame.icons, "question")} ${sayBecause(come.because)} Go on without somebody, choose a time yourself, or let it be.</p>`;
  }
}

const memberLine = (frame: Frame, group: GroupSeen, member: MemberSeen): Html => html`
  <li class="row"><span class="row-main"><a href="/people/${member.contactId}" dir="auto">${member.name}</a>
      <span class="quiet">${member.isRequired ? "has to be there" : "may stay away"}</span>
      <span>${saidWords(frame, member)}</span>
      ${group.state === "asking" && member.answer.kind !== "left_out" ? tellForm(frame, group, member) : nothing}</span></li>`;

function saidWords({ seen }: Frame, { answer, askedAt }: MemberSeen): string {
  switch (answer.kind) {
    case "waiting":
      return askedAt === undefined
        ? "The letter waits for your yes."
        : `Asked ${sayMoment(askedAt, seen)}, no answer yet.`;
    case "suits":
      return answer.starts.length === 0
        ? "None of the times suits them."
        : `Can come ${answer.starts.map((start) => sayMoment(start, seen)).join("; ")}.`;
    case "declined":
      return "Does not come.";
    case "left_out":
      return "You go on without them.";
  }
}

/** For what they said on the telephone, or a letter that was not surely understood. */
function tellForm(frame: Frame, { groupId, body }: GroupSeen, { contactId, name, answer }: MemberSeen): Html {
  const chosen: readonly Instant[] = answer.kind === "suits" ? answer.starts : [];
  return html`<details><summary>Tell what they said</summary>${changing(
    { token: frame.token, action: `${groupPath(groupId)}/answer`, attributes: html`class="stack narrow"` },
    html`<input type="hidden" name="person" value="${contactId}">
      <fieldset class="group-people"><legend>Which times suit ${name}?</legend>${body.times.map(
        ({ startsAt }) =>
          html`<label><input type="checkbox" name="start" value="${startsAt}" ${chosen.includes(startsAt) ? html`checked` : nothing}> ${sayMoment(startsAt, frame.seen)}</label>`,
      )}</fieldset>
      <span class="actions"><button class="button" name="said" value="suits">${icon(frame.icons, "check")} These suit them</button>
      <button class="button" name="said" value="declined">They do not come</button>
      <button class="button" name="said" value="left_out">Go on without them</button></span>`,
  )}</details>`;
}

const closeForm = (frame: Frame, { groupId, open, members }: GroupSeen): Piece =>
  open.length === 0
    ? nothing
    : html`<section class="panel" aria-labelledby="close"><h2 id="close">Settle on a time yourself</h2>
        <p class="quiet">It is booked at once with those who can come or have not said; whom it does not suit is told by a letter that waits for your yes.</p>
        ${changing(
          { token: frame.token, action: `${groupPath(groupId)}/close`, attributes: html`class="stack"` },
          html`<span class="actions">${open.map(
            (startsAt) =>
              html`<button class="button" name="startsAt" value="${startsAt}">${sayMoment(startsAt, frame.seen)} <span class="quiet">${suitedWords(members, startsAt)}</span></button>`,
          )}</span>`,
        )}</section>`;

const suitedWords = (members: readonly MemberSeen[], start: Instant): string =>
  `${members.filter(({ answer }) => answer.kind === "suits" && answer.starts.includes(start)).length} of ${members.length}`;

const endForms = (frame: Frame, { groupId, state, members }: GroupSeen): Html => html`
  <div class="actions">
    ${
      state === "asking" && members.some(({ answer, askedAt }) => answer.kind === "waiting" && askedAt !== undefined)
        ? changing(
            { token: frame.token, action: `${groupPath(groupId)}/remind` },
            html`<button class="button">${icon(frame.icons, "mail")} Remind who has not answered</button>`,
          )
        : nothing
    }
    ${changing(
      { token: frame.token, action: `${groupPath(groupId)}/call-off` },
      html`<button class="button danger-button">${state === "booked" ? "Call the meeting off" : "Let the group be"}</button>`,
    )}
  </div>
  ${
    state === "booked"
      ? html`<p class="quiet">It leaves all calendars at once, and a word to each of them waits for your yes.</p>`
      : html`<p class="quiet">Letting it be writes to nobody: whoever has answered already hears it from you.</p>`
  }`;
