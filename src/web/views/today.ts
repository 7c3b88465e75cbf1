/** The day: the sitting with its timer, the meetings to come, the people just met, and one line about the week. */
import { html } from "hono/html";
import { type OneCardEach, oneCardEach } from "../../domain/day/one-card.ts";
import { lateMinutes } from "../../domain/draft/errand.ts";
import { sayInstant } from "../../domain/time.ts";
import type { Calls } from "../../flows/day/list-calls.ts";
import type { Day, NewPerson } from "../../flows/day/open-day.ts";
import { briefLines } from "./brief.ts";
import { callsSection } from "./calls.ts";
import { dayItem, type ItemParts } from "./day-item.ts";
import { firstActsCard } from "./first-acts.ts";
import { changing, type Html, icon, nothing, type Piece } from "./html.ts";
import type { Frame } from "./layout.ts";
import { type Leaving, leavingView } from "./leaving.ts";
import { counted, sayCount, sayDate, when } from "./when.ts";
import { clockOf, followUpNames } from "./words.ts";

export type TodayParts = ItemParts & {
  /** The morning's calls, when the owner wants them and it is their time. */
  calls: Calls | undefined;
  leaving: readonly Leaving[];
  /** What was done by answers to the daily mail. */
  heard: readonly string[];
  /** Settings that were refused, as they were typed, and why. */
  typed?: DayTyped;
};

export type DayTyped = {
  trouble: string;
  fields: { minutes: string; at: string; calls: string; callsOn?: "yes" | undefined };
};

export const todayView = (frame: Frame, parts: TodayParts): Html => {
  const cards = cardsOf(parts.day);
  return html`
  <div class="heading"><h1>Today</h1><p class="quiet">${sayDate(parts.day.day, frame.seen)}. ${parts.day.weekLine}</p></div>
  <div class="day">
    ${leavingView(frame, parts.leaving, "/today")}
    ${heardSection(parts.heard)}
    ${meetingsSection(frame, parts.day)}
    ${parts.calls === undefined ? nothing : callsSection(frame, parts.calls, "/today")}
    ${sittingSection(frame, parts, cards)}
    ${newPeopleSection(frame, cards)}
  </div>
  ${settingsForm(frame, parts)}`;
};

/** After "enough for today" all that was offered waits. */
const cardsOf = ({ sitting: { isOver, offered, waiting }, newPeople }: Day): OneCardEach<NewPerson> =>
  oneCardEach(isOver ? { offered: [], waiting: [...offered, ...waiting] } : { offered, waiting }, newPeople);

function sittingSection(frame: Frame, parts: TodayParts, cards: OneCardEach<NewPerson>): Html {
  const { offered, waits, isOver, done } = parts.day.sitting;
  const isEmpty = offered.length === 0 && waits === 0;
  return html`<section aria-labelledby="sitting">
    <div class="sitting-head"><h2 id="sitting">Your sitting</h2>${isEmpty && done === 0 ? nothing : timer(frame, parts.day)}</div>
    ${isOver && offered.length + waits > 0 ? enough(frame, parts.day) : nothing}
    ${
      cards.offered.length > 0
        ? html`<ol class="items">${cards.offered.map((item, index) => dayItem(frame, parts, item, { isOpen: index === 0, justMet: cards.within.get(item.id) }))}</ol>`
        : nothing
    }
    ${offered.length === 0 && !isOver ? emptyLine(frame, parts.day) : nothing}
    ${laterList(frame, parts, cards.waiting)}
  </section>`;
}

/** Works without the script, which only lets the minutes move. */
function timer(frame: Frame, { sitting }: Day): Html {
  const { budgetMinutes, spentSeconds, isRunning, isOver, done, offered } = sitting;
  const spent = Math.floor(spentSeconds / 60);
  const act = (value: string, words: string, look: string) =>
    html`<button class="${look}" name="act" value="${value}">${words}</button>`;
  return html`<div class="timer">
    <p><span data-timer data-spent="${spentSeconds}" data-budget="${budgetMinutes * 60}" ${isRunning ? html`data-running` : nothing}>${spent} of ${budgetMinutes} minutes</span>
      <progress max="${budgetMinutes * 60}" value="${Math.min(spentSeconds, budgetMinutes * 60)}" aria-label="Minutes of the sitting"></progress>
      <span class="quiet">${sayCount(done)} of ${sayCount(done + offered.length)} done</span></p>
    ${changing(
      { token: frame.token, action: "/today/timer", attributes: html`class="actions"` },
      html`${isOver ? nothing : isRunning ? act("pause", "Pause", "button") : act("begin", spentSeconds > 0 ? "Go on" : "Begin", "main-button")}
      ${isOver ? nothing : act("enough", "Enough for today", "plain-button")}`,
    )}</div>`;
}

const enough = (frame: Frame, { sitting }: Day): Html => html`
  <div class="panel enough"><p><strong>Enough for today.</strong> ${counted(sitting.offered.length + sitting.waits, "thing waits", "things wait")}, in order, and nothing is lost.</p>
  ${changing({ token: frame.token, action: "/today/timer" }, html`<button class="plain-button" name="act" value="more">A quarter of an hour more</button>`)}</div>`;

/** An empty day says what comes next (R43). */
const emptyLine = (frame: Frame, { next, sitting }: Day): Html => html`
  <p class="empty">${icon(frame.icons, "check")} ${sitting.done > 0 ? "All done for today." : "Nothing waits for you today."}
    ${
      next === undefined
        ? html`Bring in your mail and calendar, or <a href="/people">pick somebody</a> to stay in touch with.`
        : html`Next: ${(followUpNames[next.kind] ?? next.kind).toLowerCase()}, ${next.name}, ${when(next.dueAt, frame.seen)}.`
    }</p>`;

/** The rest waits, ranked; it can be done too, though nobody has to. */
function laterList(frame: Frame, parts: TodayParts, waiting: Day["sitting"]["waiting"]): Piece {
  if (waiting.length === 0) return nothing;
  const { sitting } = parts.day;
  const all = waiting.length + sitting.waits - sitting.waiting.length;
  return html`<details class="evidence later"><summary>Another day: ${counted(all, "more thing", "more things")}</summary>
        <ol class="items">${waiting.slice(0, laterMax).map((item) => dayItem(frame, parts, item, { isOpen: false }))}</ol>
        ${all > laterMax ? html`<p class="quiet">And ${sayCount(all - laterMax)} more. <a href="/review">The review has all letters</a></p>` : nothing}
      </details>`;
}
/** So much of it is shown; the review has the rest. */
export const laterMax = 20;

function meetingsSection(frame: Frame, { meetings }: Day): Piece {
  if (meetings.length === 0) return nothing;
  return html`<section aria-labelledby="meetings"><h2 id="meetings">Meetings to come</h2>
    <ul class="rows">${meetings.map(
      ({ eventId, title, startsAt, minutes, place, contacts, briefs }) => html`
      <li class="row meeting"><span class="row-main"><strong>${sayInstant(startsAt, frame.seen.zone, "HH:mm")}</strong> <span dir="auto">${title}</span>
        <span class="quiet">${counted(minutes, "minute")}${place === undefined ? nothing : html`, ${place}`}</span></span>
        <span class="row-end quiet">${when(startsAt, frame.seen)}${contacts.length === 0 || briefs.length > 0 ? nothing : contacts.map((id) => html` · <a href="/people/${id}/brief">Brief</a>`)}</span>
        ${contacts.length === 0 ? nothing : lateForm(frame, { eventId, startsAt })}
        ${briefs.map((one) => html`<div class="brief-box">${briefLines(one)}</div>`)}</li>`,
    )}</ul></section>`;
}

/** Told before the meeting, it is a courtesy (R36): the words are drafted, and sent from wherever the owner is. */
const lateForm = (frame: Frame, { eventId, startsAt }: { eventId: string; startsAt: string }): Html => html`
  <details class="evidence"><summary>I am late</summary>${changing(
    { token: frame.token, action: "/today/late", attributes: html`class="actions"` },
    html`<input type="hidden" name="event" value="${eventId}"><input type="hidden" name="at" value="${startsAt}">
    ${lateMinutes.map((minutes) => html`<button class="button small" name="minutes" value="${minutes}">${counted(minutes, "minute")}</button>`)}`,
  )}</details>`;

const heardSection = (heard: readonly string[]): Piece =>
  heard.length === 0
    ? nothing
    : html`<section aria-labelledby="heard"><h2 id="heard">From your answer to the daily mail</h2>
        <ul class="plain-list">${heard.map((line) => html`<li dir="auto">${line}</li>`)}</ul></section>`;

/** Those whose acts stand in no item of the sitting. */
const newPeopleSection = (frame: Frame, { apart }: OneCardEach<NewPerson>): Piece =>
  apart.length === 0
    ? nothing
    : html`<section aria-labelledby="new-people"><h2 id="new-people">The first 48 hours</h2>
        <div class="cards">${apart.map((one) => firstActsCard(frame, one))}</div></section>`;

function settingsForm(frame: Frame, { day, typed }: TodayParts): Html {
  const { sittingMinutes, sittingAtMinute, isCallListOn, callListMax } = day.policy.day;
  const { minutes, at, calls, callsOn } = typed?.fields ?? {
    minutes: sittingMinutes,
    at: clockOf(sittingAtMinute),
    calls: callListMax,
    callsOn: isCallListOn ? "yes" : undefined,
  };
  return html`<p class="quiet">${day.policy.day.isCallListOn ? html`<a href="/calls">All calls</a> · ` : nothing}<a href="/review">All letters</a> · <a href="/digest">Daily mail</a></p>
    <details class="evidence day-settings" ${typed === undefined ? nothing : html`open`}><summary>How long, and when</summary>
    ${typed === undefined ? nothing : html`<p class="trouble" role="alert">${typed.trouble}</p>`}
    ${changing(
      { token: frame.token, action: "/today/settings" },
      html`<div class="log-fields">
      <label>Minutes a day, 15 to 30 <input name="minutes" type="number" min="15" max="30" required value="${minutes}"></label>
      <label>At the same time each day <input name="at" type="time" required value="${at}"></label>
      <label>Calls in the morning list <input name="calls" type="number" min="1" max="50" required value="${calls}"></label></div>
      <label class="check-line"><input type="checkbox" name="callsOn" value="yes" ${callsOn === "yes" ? html`checked` : nothing}> A list of calls in the morning, to be made before ten</label>
      <div class="actions"><button class="main-button">Save</button> <a class="button" href="/today/blocks.ics" download>${icon(frame.icons, "calendar")} Keep these times free in my calendar (.ics)</a></div>`,
    )}</details>`;
}
