/** Ten calls before ten (R22): a name, a number to tap, the time there, a line, and one tap for how it went. */
import { html } from "hono/html";
import { sayCallCount } from "../../domain/day/call-list.ts";
import type { Calls } from "../../flows/day/list-calls.ts";
import { type Html, icon, monogram, nothing, type Piece } from "./html.ts";
import type { Frame } from "./layout.ts";
import { callTaps, tapForm, telLink } from "./person-log.ts";
import { sayMoment } from "./when.ts";
import { clockOf } from "./words.ts";

/** On the page of the day. */
export const callsSection = (frame: Frame, list: Calls, back: string): Html => html`
  <section aria-labelledby="calls"><div class="sitting-head"><h2 id="calls">Calls this morning</h2><p class="quiet">${sayCallCount(list.count)}</p></div>
    ${callsList(frame, list, back)}
  </section>`;

const callsList = (frame: Frame, list: Calls, back: string): Html => html`
    ${list.calls.length === 0 ? noCalls(frame, list) : html`<ol class="call-list">${list.calls.map((one) => callLine(frame, one, back))}</ol>`}
    ${leftOut(list)}`;

const callLine = (frame: Frame, one: Calls["calls"][number], back: string): Html => html`
  <li class="call" data-item tabindex="-1">${monogram(one.name)}
    <div class="call-who"><a class="item-name" data-person href="/people/${one.contactId}" dir="auto">${one.name}</a>
      <span class="quiet">${clockOf(one.localMinute)} there</span>
      <p dir="auto">${one.line}</p>${one.giveNote === undefined ? nothing : html`<p class="give">${icon(frame.icons, "spark")} ${one.giveNote}</p>`}</div>
    <div class="call-act">${telLink(frame, one.phone)}${tapForm(frame, { contactId: one.contactId, back, taps: callTaps })}</div></li>`;

function noCalls(frame: Frame, { from, withoutNumber, asleep, count }: Calls): Html {
  if (from !== undefined && from > frame.seen.now)
    return html`<p class="empty">The list stands from ${sayMoment(from, frame.seen)} on.</p>`;
  const waits = withoutNumber + asleep;
  if (waits > 0) return html`<p class="empty">Nobody can be rung at this hour.</p>`;
  return html`<p class="empty">${icon(frame.icons, "check")} ${count.today > 0 ? "All rung." : "Nobody waits for a call."}</p>`;
}

/** "5 without a number" */
const leftOut = ({ withoutNumber, asleep }: Calls): Piece => {
  const parts = [
    ...(withoutNumber > 0 ? [`${withoutNumber} without a number`] : []),
    ...(asleep > 0 ? [`${asleep} where it is night`] : []),
  ];
  return parts.length === 0 ? nothing : html`<p class="quiet">${parts.join(", ")}.</p>`;
};

export const callsView = (frame: Frame, list: Calls): Html => html`
  <p class="trail"><a href="/today">Today</a></p>
  <div class="heading"><h1>Calls</h1><p class="quiet">${list.from === undefined ? "Today is no working day." : `${sayCallCount(list.count)}.`}</p></div>
  ${callsList(frame, list, "/calls")}`;
