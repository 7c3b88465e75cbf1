/** The frame of every owner page. */
import { html } from "hono/html";
import type { Viewpoint } from "../../flows/owner/viewpoint.ts";
import type { Assets } from "../assets.ts";
import { demoBar } from "./demo.ts";
import { type Html, type IconName, icon, nothing, type Piece } from "./html.ts";
import { type Seen, sayMoment } from "./when.ts";

export type Frame = {
  assets: Assets;
  icons: string;
  /** For forms that change something; "" when nobody is signed in. */
  token: string;
  seen: Seen;
  viewpoint: Viewpoint;
  isSignedIn: boolean;
  /** Without one letters cannot be signed. */
  hasOwnerName: boolean;
  /** What was just done, said once at the top. */
  said: string | undefined;
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
  <script src="${frame.assets.path("app.js")}" defer></script>
</head>
<body class="${frame.isSignedIn ? "in" : "out"}">
  <a class="skip" href="#main">To the content</a>
  ${frame.isSignedIn ? bar(frame, place) : nothing}
  <main id="main" tabindex="-1">
    ${frame.said === undefined ? nothing : html`<p class="said" role="status">${icon(frame.icons, "check")} ${frame.said}</p>`}
    ${frame.isSignedIn && frame.demoAt !== undefined ? demoBar(frame, frame.demoAt) : nothing}
    ${frame.isSignedIn ? viewpointLine(frame) : nothing}
    ${body}
  </main>
  ${frame.isSignedIn ? keySheet : nothing}
</body>
</html>`;

const bar = (frame: Frame, here: Place | undefined): Html => html`
  <header class="bar">
    <a class="brand" href="/"><img src="${frame.assets.path("mark.svg")}" alt="" width="26" height="26"><span>Rapport</span></a>
    <nav aria-label="Main">
      <ul>${mainPlaces.map((one) => placeLink(frame, one, here))}
        <li class="more"><button type="button" popovertarget="other-places" ${otherPlaces.some(({ place }) => place === here) ? html`aria-current="true"` : nothing}>${icon(frame.icons, "more")}<span>More</span></button></li>
      </ul>
      <ul id="other-places" popover>${otherPlaces.map((one) => placeLink(frame, one, here))}</ul>
    </nav>
    <button class="keys-button" type="button" data-keys hidden><kbd>?</kbd> Keys</button>
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

const keys: [string, string][] = [
  ["j / k", "next / previous"],
  ["Enter", "open or close"],
  ["a", "approve the letter"],
  ["e", "change its words"],
  ["c", "copy the letter"],
  ["m", "open in your mail program"],
  ["p", "to the person"],
  ["/", "search"],
  ...[...mainPlaces, ...otherPlaces].map(({ key, name }): [string, string] => [`g ${key}`, `to ${name}`]),
  ["?", "this sheet"],
];

const keySheet = html`
  <dialog id="keys" aria-labelledby="keys-title">
    <h2 id="keys-title">Keys</h2>
    <dl class="keys">${keys.map(([key, what]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${what}</dd></div>`)}</dl>
    <form method="dialog"><button>Close</button></form>
  </dialog>`;
