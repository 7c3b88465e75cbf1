/** The first page: the ways on. */
import { html } from "hono/html";
import { changing, type Html, icon, nothing } from "./html.ts";
import type { Frame } from "./layout.ts";

/** Inside of the demo there is no way into another one. */
export const startView = (frame: Frame, { hasDemo }: { hasDemo: boolean }): Html => html`
  <section class="start">
    <h1>Whom did you meet, and whom do you owe a word?</h1>
    <p class="lead">Rapport reads your mail and calendar, notices the people in them, and has a short letter with real free
      times ready when one is due. Everything stays on this computer, and nothing is sent.</p>
    <div class="ways">
      <a class="way" href="/connect">
        ${icon(frame.icons, "mail")}
        <h2>Connect Google or Outlook</h2>
        <p>Your mail and calendar as they are, and from then on whatever is new. You see first what is read, and what is not.</p>
        <span class="go">Connect ${icon(frame.icons, "arrow")}</span>
      </a>
      <a class="way" href="/import">
        ${icon(frame.icons, "import")}
        <h2>Import export files</h2>
        <p>Mail, calendar and contacts that you saved from Google, Outlook, LinkedIn or any mail program. You see what was
          found before anything is read.</p>
        <span class="go">Choose files ${icon(frame.icons, "arrow")}</span>
      </a>
      ${hasDemo ? demoWay(frame) : nothing}
      ${changing(
        { token: frame.token, action: "/sample", attributes: html`class="way-form"` },
        html`<button class="way">
          ${icon(frame.icons, "spark")}
          <span class="way-title">Try the sample</span>
          <span class="way-text">Two years of the same person as files: mail, meetings and 60 people. Look around first; one click takes it away again.</span>
          <span class="go">Open the sample ${icon(frame.icons, "arrow")}</span>
        </button>`,
      )}
    </div>
    ${whereToGet}
  </section>`;

const demoWay = (frame: Frame): Html =>
  changing(
    { token: frame.token, action: "/demo", attributes: html`class="way-form"` },
    html`<button class="way">
      ${icon(frame.icons, "people")}
      <span class="way-title">Try the demo</span>
      <span class="way-text">An invented person with a Google and an Outlook account on this computer to connect, people who answer, and a clock that you move on. It has a database of its own.</span>
      <span class="go">Open the demo ${icon(frame.icons, "arrow")}</span>
    </button>`,
  );

/** Where each service hides its export. */
export const whereToGet = html`
  <section class="sources" aria-labelledby="sources-title">
    <h2 id="sources-title">Where to get an export</h2>
    <dl>
      <div><dt>Google</dt><dd><a href="https://takeout.google.com/" rel="noreferrer">takeout.google.com</a>: choose <em>Mail</em>, <em>Calendar</em> and <em>Contacts</em>. The zip can be given as it is.</dd></div>
      <div><dt>Outlook</dt><dd>Drag messages or a folder out as <code>.eml</code>; save a calendar as <code>.ics</code> (File, Save Calendar; on the web under Settings, Shared calendars, Publish); contacts under People, Manage, Export.</dd></div>
      <div><dt>LinkedIn</dt><dd>Settings, Data privacy, <em>Get a copy of your data</em>: choose <em>Connections</em>. It comes as <code>Connections.csv</code>.</dd></div>
      <div><dt>Apple Mail, Thunderbird</dt><dd>Mailbox, Export (an <code>.mbox</code> folder); or the profile's mail folder as it lies on the disk.</dd></div>
    </dl>
  </section>`;
