/** Connected accounts: the list, and one of them with everything that was listed, stored and left out. */
import { html } from "hono/html";
import type { Part } from "../../flows/accounts/finish-sign-in.ts";
import type { WriteWish } from "../../flows/write-back/choose-wishes.ts";
import type { AccountDetail, AccountSeen, StreamSeen } from "../../store/read/accounts.ts";
import type { AdminWaitSeen } from "../../store/read/admin-waits.ts";
import type { WrittenSeen } from "../../store/read/written.ts";
import { adminLink, adminWaitView, firstWaits } from "./admin-wait.ts";
import { changing, type Html, icon, nothing, type Piece } from "./html.ts";
import type { Frame } from "./layout.ts";
import { providerNames } from "./provider-names.ts";
import { counted, moment, sayCount, sayDate, when } from "./when.ts";
import { writtenView } from "./written.ts";

export const accountsView = (
  frame: Frame,
  accounts: readonly AccountSeen[],
  waits: readonly AdminWaitSeen[],
): Html => html`
  <div class="heading"><h1>Accounts</h1><a class="main-button" href="/connect">Connect an account</a></div>
  ${firstWaits(waits).map((wait) => adminWaitView(frame, wait))}
  ${
    accounts.length === 0
      ? html`<p class="empty">No account is connected. What Rapport knows comes from files that you imported.</p>`
      : html`<ul class="rows">${accounts.map((one) => accountLine(frame, one))}</ul>`
  }`;

export const accountLine = (frame: Frame, account: AccountSeen): Html => html`
  <li class="row">
    ${icon(frame.icons, account.state === "open" ? "check" : "warning")}
    <a class="row-main" href="/accounts/${account.accountId}"><span dir="auto">${account.name}</span>
      <span class="quiet">${providerNames[account.provider]}, ${standing(account)}</span></a>
    <span class="quiet row-end">${account.currentAsOf === undefined ? nothing : when(account.currentAsOf, frame.seen)}</span>
  </li>`;

/** The one line that says how it stands. */
function standing({ state, isFilling, waiting, currentAsOf }: AccountSeen): string {
  switch (state) {
    case "open":
      if (isFilling || waiting > 0) return "reading";
      return currentAsOf === undefined ? "being read for the first time" : "up to date";
    case "reconnect":
      return "must be connected again";
    case "waiting_admin":
      return "waits for an administrator";
    case "closing":
      return "is being taken off";
    case "closed":
      return "taken off";
  }
}

export const isMoving = ({ state, isFilling, waiting, currentAsOf }: AccountSeen): boolean =>
  state === "closing" || (state === "open" && (isFilling || waiting > 0 || currentAsOf === undefined));

export type AccountParts = AccountDetail & {
  missing: readonly Part[];
  possible: readonly WriteWish[];
  written: WrittenSeen;
};

export const accountView = (frame: Frame, { missing, possible, written, ...detail }: AccountParts): Html => {
  const { account, calendars } = detail;
  return html`
  <p class="trail"><a href="/accounts">Accounts</a></p>
  <h1 dir="auto">${account.name}</h1>
  ${aliasesView(account)}
  ${standingView(frame, detail)}
  ${missingView(frame, account, missing)}
  ${calendars.length === 0 ? nothing : calendarsForm(frame, detail)}
  ${account.state === "open" ? writtenView(frame, { account, possible, written }) : nothing}
  ${detail.deadLetters.length === 0 ? nothing : deadLettersView(frame, detail)}
  ${account.state === "closing" ? nothing : disconnectView(frame, account)}`;
};

const aliasesView = ({ aliases }: AccountSeen): Piece =>
  aliases.length === 0
    ? nothing
    : html`<p class="quiet">Mail from and to ${aliases.map((one, nth) => html`${nth > 0 ? ", " : nothing}<span class="address">${one}</span>`)} is yours too.</p>`;

/** Comes again by itself while something moves. */
export const standingView = (frame: Frame, { account, streams, calendars, adminWait }: AccountDetail): Html => html`
  <section id="standing" class="panel" aria-labelledby="standing-title" ${
    isMoving(account)
      ? html`hx-get="/accounts/${account.accountId}/standing" hx-trigger="every 2s" hx-swap="outerHTML"`
      : nothing
  }>
    <h2 id="standing-title">${providerNames[account.provider]}: ${standing(account)}</h2>
    ${reason(frame, account, adminWait)}
    ${endOfAccess(frame, account)}
    <dl class="figures">
      ${figure("Messages", account.messages)}${figure("Events", account.events)}${figure("Cards", account.cards)}
      ${figure("Waiting", account.waiting)}${figure("Could not be read", account.deadLetters)}
    </dl>
    ${account.state === "open" ? changing({ token: frame.token, action: `/accounts/${account.accountId}/read` }, html`<button class="button">Look now</button>`) : nothing}
    <details ${isMoving(account) ? nothing : html`open`}><summary>What was read, and how far</summary>
      <div class="wide" role="region" aria-label="What was read, and how far" tabindex="0"><table>
        <thead><tr><th scope="col">What</th><th scope="col">Listed</th><th scope="col">Stored</th><th scope="col">Gone</th><th scope="col">There are</th><th scope="col">As of</th></tr></thead>
        <tbody>${streams.map((stream) => streamRow(frame, stream, calendars))}</tbody>
      </table></div></details>
  </section>`;

const figure = (name: string, count: number): Html => html`<div><dt>${name}</dt><dd>${sayCount(count)}</dd></div>`;

/** One reason and one button (S8). */
function reason(
  frame: Frame,
  { state, because, provider, accountId }: AccountSeen,
  wait: AdminWaitSeen | undefined,
): Piece {
  const again = changing(
    { token: frame.token, action: `/connect/${provider}` },
    html`<input type="hidden" name="account" value="${accountId}"><button class="main-button">Connect again</button>`,
  );
  if (state === "reconnect")
    return html`<p class="trouble">Nothing is read at the moment: ${because ?? "the provider wants you to sign in again"}.</p>${again}`;
  if (state === "waiting_admin")
    return html`<p class="trouble">${because ?? "An administrator of your organisation must allow it first"}.</p>
      ${wait === undefined ? nothing : html`<p class="quiet">First tried ${when(wait.since, frame.seen)}.</p>`}
      ${adminLink(frame, provider, wait?.link)}${again}`;
  return nothing;
}

const endOfAccess = (frame: Frame, { accessEndsOn, state }: AccountSeen): Piece =>
  accessEndsOn === undefined || state !== "open"
    ? nothing
    : html`<p class="notice">Google takes access back on ${sayDate(accessEndsOn, frame.seen)}, as the registration is in Testing. You are reminded a day before; publishing its consent screen ends this.</p>`;

const nouns: Readonly<Record<string, string>> = {
  "mail/mail": "Mail, new",
  "mail/inbox": "Inbox, new",
  "mail/sentitems": "Sent, new",
  "mail/elsewhere": "All other folders, new",
  "mail/sent": "Sent mail of the past",
  "people/contacts": "Address book",
  "people/others": "People you wrote to",
  "tasks/tasks": "Reminders of ours among your tasks",
};

function streamRow(frame: Frame, stream: StreamSeen, calendars: AccountDetail["calendars"]): Html {
  const calendar = stream.noun === "calendar" ? calendars.find(({ ref }) => ref === stream.name)?.title : undefined;
  const name = calendar ?? nouns[`${stream.noun}/${stream.name}`] ?? stream.name;
  const says = [
    stream.because === undefined ? nothing : html`<span class="trouble">${stream.because}</span>`,
    stream.resyncs > 0
      ? html`<span class="quiet">listed anew ${counted(stream.resyncs, "time")}, as the provider had forgotten where we stood</span>`
      : nothing,
    stream.foundLate > 0
      ? html`<span class="quiet">${sayCount(stream.foundLate)} found by the weekly check</span>`
      : nothing,
    ...stream.skipped.map(
      ({ because, count }) =>
        html`<span class="quiet">left out: ${sayCount(count)} (${because.replaceAll("_", " ")})</span>`,
    ),
  ];
  return html`<tr><th scope="row"><span dir="auto">${name}</span>${says}</th>
    <td>${sayCount(stream.listed)}</td><td>${sayCount(stream.stored)}</td><td>${sayCount(stream.gone)}</td>
    <td>${stream.counted === undefined ? "" : sayCount(stream.counted)}</td>
    <td>${stream.succeededAt === undefined ? "being read" : moment(stream.succeededAt, frame.seen)}</td></tr>`;
}

const partWords: Readonly<Record<Part, string>> = {
  mail: "Mail: nobody is noticed from it, and answers are not seen.",
  drafts: "Drafts: letters are shown here only, to copy.",
  calendar: "Calendars: nobody is noticed from meetings, and no times are offered from them.",
  people: "Address book: names and numbers in it are not known.",
  tasks: "Tasks: the 30-day reminder stays here.",
};

const missingView = (frame: Frame, account: AccountSeen, missing: readonly Part[]): Piece =>
  missing.length === 0 || account.state !== "open"
    ? nothing
    : html`<section class="panel"><h2>Not allowed, so left out</h2>
        <ul>${missing.map((part) => html`<li>${partWords[part]}</li>`)}</ul>
        ${changing(
          { token: frame.token, action: `/connect/${account.provider}` },
          html`<input type="hidden" name="account" value="${account.accountId}">
          <input type="hidden" name="permission" value="contacts"><input type="hidden" name="permission" value="tasks">
          <button class="button">Allow more</button>`,
        )}</section>`;

const calendarsForm = (frame: Frame, { account, calendars }: AccountDetail): Html => html`
  <section class="panel"><h2>Calendars</h2>
    <p>Those that count: their events take your time and tell whom you met. One that cannot be read counts as taken throughout.</p>
    ${changing(
      { token: frame.token, action: `/accounts/${account.accountId}/calendars`, attributes: html`class="stack"` },
      html`${calendars.map(
        ({ ref, title, isMain, isChosen, unreadableSince, because }) => html`
        <label class="check"><input type="checkbox" name="calendar" value="${ref}" ${isChosen ? html`checked` : nothing}>
          <span dir="auto">${title}</span>${isMain ? html` <span class="quiet">(main)</span>` : nothing}
          ${unreadableSince === undefined ? nothing : html`<span class="trouble">cannot be read since ${moment(unreadableSince, frame.seen)}: ${because}</span>`}</label>`,
      )}
      <button class="button">Save the choice</button>`,
    )}</section>`;

const deadLettersView = (frame: Frame, { account, deadLetters }: AccountDetail): Html => html`
  <section class="panel"><h2>Could not be read <span class="quiet">${sayCount(account.deadLetters)}</span></h2>
    <p>They were tried for days. Everything else is complete.</p>
    <ul class="rows">${deadLetters.map(
      ({
        ref,
        because,
        attempts,
        listedAt,
      }) => html`<li class="row"><span class="row-main"><span class="file-name">${ref}</span>
        <span class="quiet">${because ?? "no reason given"}, ${counted(attempts, "try", "tries")}</span></span><span class="quiet row-end">${when(listedAt, frame.seen)}</span></li>`,
    )}</ul>
    ${changing({ token: frame.token, action: `/accounts/${account.accountId}/replay` }, html`<button class="button">Try all of them again</button>`)}</section>`;

const disconnectView = (frame: Frame, account: AccountSeen): Html => html`
  <details class="panel undo">
    <summary>${icon(frame.icons, "undo")} Take this account off…</summary>
    <p>Access is given back to ${providerNames[account.provider]}, and everything that came from this account alone is erased here: ${counted(account.messages, "message")}, ${counted(account.events, "event")}, ${counted(account.cards, "card")}, and the people who rest on them.
      What you said of people stays. Nothing is changed in the account itself. If it opens these pages, it does so no more, and every other browser is signed out.</p>
    ${changing({ token: frame.token, action: `/accounts/${account.accountId}/disconnect` }, html`<button class="danger-button">Yes, take it off</button>`)}
  </details>`;
