/** The demo: the page that leads into it, and the line inside of it that moves its time. */
import { html } from "hono/html";
import type { DemoStanding } from "../context.ts";
import { changing, type Html, icon } from "./html.ts";
import type { Frame } from "./layout.ts";
import { sayMoment } from "./when.ts";

export const demoBar = (frame: Frame, { path }: { path: string }): Html => html`
  <aside class="demo" aria-label="The demo's clock">
    <p>${icon(frame.icons, "clock")} In the demo it is <strong>${sayMoment(frame.viewpoint.now, frame.seen)}</strong>.</p>
    ${mover(frame, "/demo/next-event", "Next event", path)}
    ${mover(frame, "/demo/next-day", "Next day", path)}
  </aside>`;

const mover = (frame: Frame, action: string, name: string, path: string): Html =>
  changing(
    { token: frame.token, action },
    html`<input type="hidden" name="back" value="${path}"><button class="button">${name}</button>`,
  );

export function demoView(frame: Frame, standing: DemoStanding): Html {
  switch (standing.kind) {
    case "open":
      return html`<section class="panel"><h1>The demo is ready</h1>
        <p>You are being taken there. It has pages of its own, which look like these; whatever you do there stays there.</p>
        <p><a class="main-button" href="${standing.address}" rel="noreferrer">Go to the demo ${icon(frame.icons, "arrow")}</a></p></section>`;
    case "opening":
      return html`<section class="panel"><h1>The demo is being made</h1>
        <p role="status">It gets a database, a Google and an Outlook of its own. That takes a few seconds, and this page looks again by itself.</p></section>`;
    case "failed":
      return html`<h1>The demo did not start</h1><p class="trouble">It is not running: ${standing.because}.</p>${opener(frame, "Try again")}`;
    case "closed":
      return html`<h1>The demo</h1>
        <p class="lead">An invented person with two years of mail, meetings and 60 people, a Google and an Outlook account on this computer to connect, and a clock that you move on.</p>${opener(frame, "Try the demo")}`;
  }
}

export const notFromAfarView: Html = html`<h1>The demo opens on its own computer</h1>
  <p>Its pages answer only on the computer that runs Rapport. Open Rapport there, or run <code>npm run rapport -- demo</code> in a terminal.</p>`;

const opener = (frame: Frame, name: string): Html =>
  changing({ token: frame.token, action: "/demo" }, html`<button class="main-button">${name}</button>`);
