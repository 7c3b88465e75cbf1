/** Where to meet people: published calendars that the owner follows, and the dates in them (R11). */
import { html } from "hono/html";
import { type Attendance, perMonthMax } from "../../flows/feeds/attendance.ts";
import type { FeedDateSeen, FeedSeen } from "../../store/read/feeds.ts";
import type { PageOf } from "../../store/read/page.ts";
import { changing, type Html, icon, nothing, type Piece, pager } from "./html.ts";
import type { Frame } from "./layout.ts";
import { searchBox } from "./review.ts";
import { counted, moment, when } from "./when.ts";

export type EventsParts = {
  feeds: readonly FeedSeen[];
  dates: PageOf<FeedDateSeen>;
  attendance: Attendance;
  search: string;
  refused: EventsTyped | undefined;
};

/** A form that was refused: what stood in its field, and why. */
export type EventsTyped = { form: "follow" | "month"; typed: string; because: string };

const typedIn = ({ refused }: EventsParts, form: EventsTyped["form"]): EventsTyped | undefined =>
  refused?.form === form ? refused : undefined;

export const eventsView = (frame: Frame, parts: EventsParts): Html => html`
  <h1>Events</h1>
  <p class="lead">Where you will meet people. Follow the calendar of a meetup, an association or a club, and say where you go:
    it is kept free in your week, and the morning after you are asked whom you met.</p>
  ${monthLine(frame, parts)}
  ${parts.feeds.length === 0 ? nothing : dateList(frame, parts)}
  ${feedList(frame, parts)}`;

function monthLine(frame: Frame, parts: EventsParts): Html {
  const { perMonth, going } = parts.attendance;
  const refused = typedIn(parts, "month");
  return html`
  <section class="panel" aria-label="This month">
    <p>${perMonth === 0 ? html`You go to ${counted(going, "event")} this month.` : html`You go to <strong>${going} of ${perMonth}</strong> this month.`}</p>
    ${changing(
      { token: frame.token, action: "/events/month", attributes: html`class="corrections"` },
      html`<label for="per-month">Events a month</label>
        <input id="per-month" name="perMonth" type="number" inputmode="numeric" min="0" max="${perMonthMax}" value="${refused?.typed ?? perMonth}" ${refused === undefined ? nothing : html`aria-invalid="true" aria-describedby="per-month-refused"`}>
        <button class="button small">Save</button>
        ${refused === undefined ? nothing : html`<p class="error" id="per-month-refused" role="alert">${refused.because}</p>`}`,
    )}
  </section>`;
}

const dateList = (frame: Frame, { dates, search }: EventsParts): Html => html`
  <div class="tools">${searchBox({ action: "/events", search, label: "Search by title, place or calendar", hidden: {} }, frame)}</div>
  <div id="list">${
    dates.rows.length === 0
      ? html`<p class="empty">${search === "" ? "Nothing is announced for the next weeks." : html`No date fits “${search}”.`}</p>`
      : html`<ul class="rows">${dates.rows.map((date) => dateLine(frame, date))}</ul>`
  }
  ${pager(dates.page, dates.hasMore, (number) => `/events?${new URLSearchParams({ ...(search !== "" && { q: search }), page: String(number) })}`)}</div>`;

const dateLine = (frame: Frame, date: FeedDateSeen): Html => html`
  <li class="row">
    <div class="row-main"><span dir="auto">${date.title}</span>
      <span class="quiet">${moment(date.startsAt, frame.seen)}${date.place === undefined ? nothing : html`, <span dir="auto">${date.place}</span>`} · ${date.feedName}
      ${date.link === undefined ? nothing : html` · <a href="${date.link}" rel="noreferrer noopener">Page</a>`}</span></div>
    ${changing(
      { token: frame.token, action: "/events/answer", attributes: html`class="corrections"` },
      html`<input type="hidden" name="feed" value="${date.feedId}"><input type="hidden" name="uid" value="${date.uid}">
        <input type="hidden" name="at" value="${date.startsAt}">${answers(date)}`,
    )}
  </li>`;

const answers = ({ answer, title }: FeedDateSeen): Piece =>
  answer === undefined
    ? html`<button class="button small" name="answer" value="going" aria-label="I go there: ${title}">I go there</button>
      <button class="button small" name="answer" value="not_going" aria-label="Not for me: ${title}">Not for me</button>`
    : html`<span class="quiet">${answer === "going" ? "You go there." : "Not for you."}</span>
      <button class="button small" name="answer" value="undecided" aria-label="Take back: ${title}">Take back</button>`;

function feedList(frame: Frame, parts: EventsParts): Html {
  const { feeds } = parts;
  const refused = typedIn(parts, "follow");
  return html`
  <section aria-labelledby="calendars"><h2 id="calendars">Calendars you follow</h2>
    ${
      feeds.length === 0
        ? html`<p class="empty">None yet. Most groups publish a calendar: look for “Subscribe”, “iCal” or “.ics” on their page and paste its address here.</p>`
        : html`<ul class="rows">${feeds.map((feed) => feedLine(frame, feed))}</ul>`
    }
    ${changing(
      { token: frame.token, action: "/events/follow", attributes: html`class="stack"` },
      html`<label for="address">Address of a calendar</label>
        <input id="address" name="address" type="text" inputmode="url" required maxlength="2000" placeholder="webcal://… or https://…ics" value="${refused?.typed ?? ""}" ${refused === undefined ? nothing : html`aria-invalid="true" aria-describedby="address-refused"`}>
        ${refused === undefined ? nothing : html`<p class="error" id="address-refused">${refused.because}</p>`}
        <button class="button">${icon(frame.icons, "calendar")} Follow</button>`,
    )}
  </section>`;
}

const feedLine = (frame: Frame, feed: FeedSeen): Html => html`
  <li class="row">
    <div class="row-main"><span dir="auto">${feed.name}</span> <span class="address quiet">${feed.url}</span>
      <span class="quiet">${stateOf(frame, feed)}</span></div>
    ${changing(
      { token: frame.token, action: "/events/leave", attributes: html`class="corrections"` },
      html`<input type="hidden" name="feed" value="${feed.feedId}">
        ${feed.state === "failing" || feed.state === "ended" ? html`<button class="button small" formaction="/events/try-again">Try again</button>` : nothing}
        <button class="button small" aria-label="Stop following ${feed.name}">Stop following</button>`,
    )}
  </li>`;

function stateOf(frame: Frame, { state, because, readAt, ahead, skipped }: FeedSeen): Piece {
  if (state === "waiting") return "Being read.";
  const left = skipped === 0 ? nothing : html`, ${counted(skipped, "entry", "entries")} could not be read whole`;
  const last =
    readAt === undefined
      ? "Never read."
      : html`${counted(ahead, "date")} ahead, read ${when(readAt, frame.seen)}${left}.`;
  if (state === "open") return last;
  return html`${state === "failing" ? "Cannot be read now, tried again by itself" : "Not read any more"}: ${because}. ${last}`;
}
