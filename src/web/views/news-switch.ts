/** Notifications of this browser: off until the owner presses the button, which only a script can do anything with. */
import { html } from "hono/html";
import type { Html } from "./html.ts";
import type { Frame } from "./layout.ts";

const off =
  "While a page of Rapport is open, this browser can say when an answer waits for you or your round is ready.";
const on =
  "This browser tells you when an answer waits for you or your round is ready, while a page of Rapport is open.";
const refused =
  "This browser does not let Rapport tell you anything: allow notifications for this address in its settings.";

export const newsSwitch = (frame: Frame): Html => html`
  <section class="panel" data-news-panel data-off="${off}" data-on="${on}" data-refused="${refused}" hidden>
    <h2>Notifications</h2>
    <p data-news-words></p>
    <p class="quiet">They name nobody, and go through no service of others.</p>
    <button class="button" type="button">Tell me in this browser</button>
    <script type="module" src="${frame.assets.path("news.js")}"></script></section>`;
