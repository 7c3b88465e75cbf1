/** The month's plan: what is wanted, what stands, whom each open meeting asked and will ask, and why. */
import { html } from "hono/html";
import { type MeetingType, meetingTypes, type PlanItem, type Quotas } from "../../domain/plan/plan.ts";
import { sayMeeting, sayMonth, sayQuotas } from "../../domain/plan/quotas.ts";
import type { YearFigures } from "../../domain/plan/year.ts";
import { dayIn } from "../../domain/time.ts";
import type { ItemSeen, MonthSeen, PersonNamed, PlanSeen } from "../../flows/plan/show-plan.ts";
import type { Fields } from "../fields.ts";
import { changing, firstReason, type Html, monogram, nothing, type Piece, reasons } from "./html.ts";
import type { Frame } from "./layout.ts";
import { plotsSection } from "./plots.ts";
import { counted, moment } from "./when.ts";

/** What was typed when it could not be saved, and why. */
export type PlanTyped = { fields: Fields; trouble: string };

export type PlanParts = { plan: PlanSeen; year: YearFigures; typed?: PlanTyped };

export const planView = (frame: Frame, { plan, year, typed }: PlanParts): Html => {
  const [current, ...others] = plan.months as [MonthSeen, ...MonthSeen[]];
  return html`
  <div class="heading"><h1>Plan for ${sayMonth(current.month)}</h1>${countLine(current)}</div>
  ${typed === undefined ? nothing : html`<p class="trouble" role="alert">Nothing was saved: ${typed.trouble}</p>`}
  ${capacityLine(plan)}
  ${current.items.length === 0 ? empty(frame, plan) : items(frame, plan, current)}
  ${current.items.length === 0 ? nothing : quotaPanel(frame, plan, current, typed)}
  ${quietPanel(plan)}
  ${plotsSection(year)}
  ${monthsPanel(others)}`;
};

const countLine = ({ count, items: all }: MonthSeen): Piece =>
  all.length === 0
    ? nothing
    : html`<p class="quiet">${count.held} of ${count.wanted} held${count.booked > 0 ? html`, ${count.booked} booked` : nothing}${count.missed > 0 ? html`, ${count.missed} missed` : nothing}</p>`;

const capacityLine = ({ capacity }: PlanSeen): Piece =>
  capacity === undefined
    ? nothing
    : html`<p class="${capacity.state === "enough" ? "quiet" : "notice"}">${firstReason([capacity.because])}</p>`;

const empty = (frame: Frame, plan: PlanSeen): Html => html`
  <section class="panel" aria-labelledby="begin-title"><h2 id="begin-title">How many people do you want to sit down with in a month?</h2>
    <p>Two are a good start. For each meeting Rapport asks one person after the other, by letters that you send, until somebody says yes.</p>
    ${presets(frame, plan)}
    ${quotaForm(frame, plan, [], undefined)}
  </section>`;

const presets = (frame: Frame, { presets: known }: PlanSeen): Html =>
  changing(
    { token: frame.token, action: "/plan", attributes: html`class="actions"` },
    known.map(
      ({ name, quotas }) =>
        html`<button class="button" name="preset" value="${name}">${sayQuotas(quotas as Quotas)}</button>`,
    ),
  );

const quotaPanel = (
  frame: Frame,
  plan: PlanSeen,
  { quotas, month }: MonthSeen,
  typed: PlanTyped | undefined,
): Html => html`
  <details class="panel" ${typed === undefined ? nothing : "open"}><summary>Change the plan: ${sayQuotas(quotas)}</summary>
    ${presets(frame, plan)}
    ${quotaForm(frame, plan, quotas, { month, typed })}
  </details>`;

function quotaForm(
  frame: Frame,
  { usual }: PlanSeen,
  quotas: Quotas,
  changed: { month: string; typed: PlanTyped | undefined } | undefined,
): Html {
  const value = (meeting: MeetingType) =>
    changed?.typed?.fields[meeting] ?? quotas.find((one) => one.meeting === meeting)?.count ?? 0;
  return changing(
    { token: frame.token, action: "/plan", attributes: html`class="stack"` },
    html`<div class="quotas">${meetingTypes.map(
      (meeting) =>
        html`<label>${capital(sayMeeting(meeting, 2))}<input type="number" name="${meeting}" min="0" max="31" step="1" value="${value(meeting)}" inputmode="numeric"></label>`,
    )}</div>
    ${
      changed === undefined
        ? nothing
        : html`<label class="choice"><input type="checkbox" name="only" value="${changed.month}"> This month alone${usual === undefined ? nothing : html` <span class="quiet">(the others stay at ${sayQuotas(usual)})</span>`}</label>`
    }
    <button class="button">Save the plan</button>
    <p class="quiet">What is booked or was held stays, whatever you change. A month that falls short is over: nothing is carried into the next.</p>`,
  );
}

const items = (frame: Frame, plan: PlanSeen, month: MonthSeen): Html => html`
  <ul class="plan-items">${month.items.map((one) => itemPanel(frame, plan, one))}</ul>`;

const stateWords: Readonly<Record<PlanItem["state"], string>> = {
  open: "open",
  inviting: "inviting",
  booked: "booked",
  took_place: "held",
  missed: "missed",
  dropped: "dropped",
};

const itemPanel = (frame: Frame, plan: PlanSeen, seen: ItemSeen): Html => {
  const { item } = seen;
  return html`<li class="panel plan-item" id="${item.planItemId}" data-state="${item.state}">
    <div class="heading"><h2>${capital(sayMeeting(item.meeting))} ${item.number}</h2><span class="kind">${stateWords[item.state]}</span></div>
    ${filledLine(frame, seen)}
    ${askedList(frame, plan, seen)}
    ${nextList(frame, seen)}
    ${itemForms(frame, plan, seen)}
  </li>`;
};

const filledLine = (frame: Frame, { item, name }: ItemSeen): Piece =>
  item.state === "booked" || item.state === "took_place"
    ? html`<p><a href="/people/${item.contactId}" dir="auto">${name}</a>, ${moment(item.startsAt, frame.seen)}</p>${reasons(item.because)}`
    : item.state === "missed" || item.state === "dropped"
      ? reasons(item.because)
      : nothing;

const personLink = ({ contactId, name }: PersonNamed): Html =>
  html`<a href="/people/${contactId}" dir="auto">${name}</a>`;

const askedList = (frame: Frame, plan: PlanSeen, { asked, item }: ItemSeen): Piece =>
  asked.length === 0 || item.state === "took_place"
    ? nothing
    : html`<h3>Asked</h3><ol class="rows">${asked.map(
        (
          one,
        ) => html`<li class="row">${monogram(one.name)}<div class="row-main">${personLink(one)}${reasons(one.because)}
          ${one.isOpen ? answerForm(frame, plan, one) : nothing}</div></li>`,
      )}</ol>`;

/** One tap; a yes may name its time, a later its day. */
const answerForm = (frame: Frame, plan: PlanSeen, { contactId, name }: PersonNamed): Html => html`
  <details class="answer"><summary>They answered</summary>${changing(
    { token: frame.token, action: "/plan/answers", attributes: html`class="stack"` },
    html`<input type="hidden" name="who" value="${contactId}">
    ${timeFields(plan, `When you meet, or when to ask ${name} again`)}
    <div class="actions">
      <button class="button" name="meaning" value="accept">Yes</button>
      <button class="button" name="meaning" value="decline">No</button>
      <button class="button" name="meaning" value="later">Later</button>
      <button class="button" name="meaning" value="unclear">Something else</button>
    </div>`,
  )}</details>`;

const timeFields = ({ zone, now }: PlanSeen, label: string): Html => html`
  <fieldset class="when"><legend class="quiet">${label} (your clock, ${zone})</legend>
    <input type="date" name="day" min="${dayIn(zone, now)}" aria-label="Day"> <input type="time" name="time" aria-label="Time"></fieldset>`;

const nextList = (frame: Frame, { next, waits, item }: ItemSeen): Piece => {
  if (item.state !== "open" && item.state !== "inviting") return nothing;
  return html`${waits === undefined ? nothing : html`<p class="quiet">${firstReason([waits])}</p>`}
  ${
    next.length === 0
      ? nothing
      : html`<h3>${waits === undefined ? "To ask now, then next" : "Next"}</h3><ol class="rows">${next.map(
          (one, index) => html`<li class="row">${monogram(one.name)}<div class="row-main">${personLink(one)}
          ${index === 0 ? reasons(one.because) : html`<span class="quiet">${firstReason(one.because)}</span>`}
          ${letterLine(frame, one)}</div></li>`,
        )}</ol>`
  }`;
};

const letterLine = (frame: Frame, { draftId, isReady, contactId }: ItemSeen["next"][number]): Piece => {
  if (draftId === undefined) return nothing;
  if (isReady !== true) return html`<p><a href="/people/${contactId}">The letter waits for an answer of yours</a></p>`;
  return html`<div class="actions"><a class="button small" href="/drafts/${draftId}/letter.eml">Open the letter</a>
    ${changing({ token: frame.token, action: `/drafts/${draftId}/sent` }, html`<input type="hidden" name="back" value="/plan"><button class="button small">I sent it</button>`)}</div>`;
};

const itemForms = (frame: Frame, plan: PlanSeen, { item, asked, next }: ItemSeen): Piece => {
  const action = `/plan/items/${item.planItemId}`;
  if (item.state === "dropped") {
    return changing(
      { token: frame.token, action },
      html`<button class="button small" name="change" value="restore">Take it back</button>`,
    );
  }
  if (item.state !== "open" && item.state !== "inviting" && item.state !== "booked") return nothing;
  const people = new Map([...asked, ...next].map((one) => [one.contactId, one.name]));
  return html`<div class="actions">
    ${changing({ token: frame.token, action }, html`<button class="plain-button" name="change" value="drop">Not this month</button>`)}
    ${
      people.size === 0 || item.state === "booked"
        ? nothing
        : html`<details class="answer"><summary>Booked without the calendar</summary>${changing(
            { token: frame.token, action, attributes: html`class="stack"` },
            html`<label>With <select name="who">${[...people].map(([id, name]) => html`<option value="${id}">${name}</option>`)}</select></label>
            ${timeFields(plan, "When")}
            <button class="button small" name="change" value="book">It is booked</button>`,
          )}</details>`
    }</div>`;
};

const quietPanel = ({ quiet }: PlanSeen): Piece =>
  quiet.length === 0
    ? nothing
    : html`<section class="panel" aria-labelledby="quiet-title"><h2 id="quiet-title">Much mail, no talk</h2>
      <p class="quiet">A quarter of an hour by phone does more than the next ten letters.</p>
      <ul class="rows">${quiet.map((one) => html`<li class="row">${monogram(one.name)}<div class="row-main">${personLink(one)}${reasons(one.because)}</div></li>`)}</ul></section>`;

const monthsPanel = (months: readonly MonthSeen[]): Piece =>
  months.length === 0
    ? nothing
    : html`<section class="panel" aria-labelledby="months-title"><h2 id="months-title">Other months</h2>
      <ul class="rows">${months.map(
        ({
          month,
          quotas,
          count,
        }) => html`<li class="row"><div class="row-main"><span>${sayMonth(month)}</span><span class="quiet">${sayQuotas(quotas)}</span></div>
        <span class="row-end">${counted(count.held, "meeting")} held${count.missed > 0 ? html`, ${count.missed} missed` : nothing}</span></li>`,
      )}</ul></section>`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
