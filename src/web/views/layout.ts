/** The frame of every owner page. */
import { html } from "hono/html";
import type { Viewpoint } from "../../flows/owner/viewpoint.ts";
import type { Assets } from "../assets.ts";
import type { UndoWish } from "../undo-wish.ts";
import { demoBar } from "./demo.ts";
import { changing, type Html, type IconName, icon, nothing, type Piece } from "./html.ts";
import { type Seen, sayMoment } from "./when.ts";

export type Frame = {
  assets: Assets;
  icons: string;
  /** For forms that change something; "" when nobody is signed in. */
  token: string;
  seen: Seen;
  viewpoint: Viewpoint;
  isSignedIn: boolean;
  /** Looks after the installation too: what others see of it asks them to. */
  isOperator: boolean;
  /** Without one letters cannot be signed. */
  hasOwnerName: boolean;
  /** What was just done, said once at the top. */
  said: string | undefined;
  /** The same, if it can be undone, and the page to come back to. */
  undo: (UndoWish & { back: string }) | undefined;
  /** Inside of the demo: where this page is, to come back to it when time has moved on. */
  demoAt: { path: string } | undefined;
};

export type Place =
  | "today"
  | "plan"
  | "people"
  | "week"
  | "lists"
  | "review"
  | "inbox"
  | "sent"
  | "events"
  | "import"
  | "accounts"
  | "settings";

export type PageParts = {
  title: string;
  place?: Place;
  /** Without a script the page comes again by itself after so many seconds. */
  againSeconds?: number;
  body: Html;
};

type PlaceLink = { place: Place; href: string; name: string; icon: IconName; key: string };

/** Where the owner goes every day: five, so that they fit side by side at 320 pixels. */
const mainPlaces: readonly PlaceLink[] = [
  { place: "today", href: "/today", name: "Today", icon: "clock", key: "t" },
  { place: "plan", href: "/plan", name: "Plan", icon: "meet", key: "m" },
  { place: "people", href: "/people", name: "People", icon: "people", key: "p" },
  { place: "week", href: "/week", name: "Week", icon: "calendar", key: "w" },
  { place: "lists", href: "/lists", name: "Lists", icon: "list", key: "l" },
];

/** The rest: below the others at the side, behind one button at the thumb. */
const otherPlaces: readonly PlaceLink[] = [
  { place: "review", href: "/review", name: "Review", icon: "review", key: "r" },
  { place: "inbox", href: "/inbox", name: "Inbox", icon: "text", key: "n" },
  { place: "sent", href: "/sent", name: "Sent", icon: "arrow", key: "o" },
  { place: "events", href: "/events", name: "Events", icon: "place", key: "e" },
  { place: "import", href: "/import", name: "Import", icon: "import", key: "i" },
  { place: "accounts", href: "/accounts", name: "Accounts", icon: "mail", key: "a" },
  { place: "settings", href: "/settings", name: "Settings", icon: "settings", key: "s" },
];

/** No evaluation, no inline style, no foreign host, no copies of pages in the browser's storage. */
const htmxConfig = JSON.stringify({
  allowEval: false,
  includeIndicatorStyles: false,
  allowScriptTags: false,
  selfRequestsOnly: true,
  historyCacheSize: 0,
});

export const layout = (frame: Frame, { title, place, againSeconds, body }: PageParts): Html => html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <title>${title} · Rapport</title>
  <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
  <meta name="color-scheme" content="light dark">
  <meta name="theme-color" content="#faf9f6" media="(prefers-color-scheme: light)">
  <meta name="theme-color" content="#161714" media="(prefers-color-scheme: dark)">
  <meta name="robots" content="noindex">
  <meta name="htmx-config" content="${htmxConfig}">
  ${againSeconds === undefined ? nothing : html`<noscript><meta http-equiv="refresh" content="${againSeconds}"></noscript>`}
  <link rel="icon" href="${frame.assets.path("mark.svg")}" type="image/svg+xml">
  <link rel="stylesheet" href="${frame.assets.path("app.css")}">
  <script src="${frame.assets.path("htmx.js")}" defer></script>
  <script src="${frame.assets.path("app.js")}" defer ${frame.isSignedIn ? html`data-news="${frame.assets.path("news.js")}"` : nothing}></script>
</head>
<body class="${frame.isSignedIn ? "in" : "out"}">
  <a class="skip" href="#main">To the content</a>
  ${frame.isSignedIn ? bar(frame, place) : nothing}
  <main id="main" tabindex="-1">
    ${frame.said === undefined ? nothing : html`<div class="said"><p role="status">${icon(frame.icons, "check")} ${frame.said}</p>${undoForm(frame)}</div>`}
    ${frame.isSignedIn && frame.demoAt !== undefined ? demoBar(frame, frame.demoAt) : nothing}
    ${frame.isSignedIn ? viewpointLine(frame) : nothing}
    ${body}
  </main>
  ${frame.isSignedIn ? keySheet : nothing}
</body>
</html>`;

const undoForm = ({ token, icons, undo }: Frame): Piece =>
  undo &&
  changing(
    { token, action: "/undo" },
    html`<input type="hidden" name="what" value="${undo.what}"><input type="hidden" name="id" value="${undo.id}"><input type="hidden" name="back" value="${undo.back}">
    <button class="button small" data-undo>${icon(icons, "undo")} Undo</button>`,
  );

const bar = (frame: Frame, here: Place | undefined): Html => html`
  <header class="bar">
    <a class="brand" href="/"><img src="${frame.assets.path("mark.svg")}" alt="" width="26" height="26"><span>Rapport</span></a>
    <nav aria-label="Main">
      <ul>${mainPlaces.map((one) => placeLink(frame, one, here))}
        <li class="more"><button type="button" popovertarget="other-places" ${otherPlaces.some(({ place }) => place === here) ? html`aria-current="true"` : nothing}>${icon(frame.icons, "more")}<span>More</span></button></li>
      </ul>
      <ul id="other-places" popover>${otherPlaces.map((one) => placeLink(frame, one, here))}</ul>
    </nav>
    <a class="keys-button" href="/keys" data-keys><kbd>?</kbd> Keys</a>
  </header>`;

const placeLink = (
  frame: Frame,
  { place, href, name, icon: mark, key }: PlaceLink,
  here: Place | undefined,
): Html => html`
        <li><a href="${href}" data-go="${key}" ${place === here ? html`aria-current="page"` : nothing}>${icon(frame.icons, mark)}<span>${name}</span></a></li>`;

/** Old export files are looked at from their end, and every page says so. */
const viewpointLine = ({ viewpoint, seen }: Frame): Piece =>
  viewpoint.because === "clock"
    ? nothing
    : html`<p class="notice">${viewpoint.because === "end_of_export" ? "Your files end a while ago, so everything here is seen" : "Everything here is seen"} as of <strong>${sayMoment(viewpoint.now, seen)}</strong>.</p>`;

const keysOfItems: readonly [string, string][] = [
  ["j / k", "next / previous"],
  ["Enter", "open or close"],
  ["a", "approve the letter"],
  ["e", "change its words"],
  ["t", "change its times"],
  ["s", "put it off to tomorrow"],
  ["x", "skip it, or let it go"],
  ["n", "to “never contact”; Enter says yes"],
  ["u", "undo the last act"],
  ["c", "copy the letter"],
  ["m", "open in your mail program"],
  ["p", "to the person"],
];

const keysOfPages: readonly [string, string][] = [
  ["/", "search"],
  ...[...mainPlaces, ...otherPlaces].map(({ key, name }): [string, string] => [`g ${key}`, `to ${name}`]),
  ["?", "this sheet"],
];

const keyList = (keys: readonly [string, string][]): Html =>
  html`<dl class="keys">${keys.map(([key, what]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${what}</dd></div>`)}</dl>`;

/** A key that acts on what is folded opens it first: nothing is approved unread. */
const keySheet = html`
  <dialog id="keys" aria-labelledby="keys-title">
    <h2 id="keys-title">Keys</h2>
    <div class="key-lists">${keyList(keysOfItems)}${keyList(keysOfPages)}</div>
    <form method="dialog"><button>Close</button></form>
  </dialog>`;

/** The same as a page of its own, for whoever has no script or follows the link. */
export const keysView = html`
  <div class="heading"><h1>Keys</h1><p class="quiet">They rest while you type in a field.</p></div>
  <section class="panel" aria-labelledby="item-keys"><h2 id="item-keys">On a thing of the day, or a letter</h2>${keyList(keysOfItems)}</section>
  <section class="panel" aria-labelledby="page-keys"><h2 id="page-keys">Between pages</h2>${keyList(keysOfPages)}</section>`;
