/** Short public pages that say what was done, or what to do instead. */
import { html } from "hono/html";
import { type Html, nothing } from "../views/html.ts";

export type Told = { title: string; text: string; onward?: { href: string; name: string } };

export const toldView = ({ title, text, onward }: Told): Html => html`
    <section class="invitation" role="status">
      <h1>${title}</h1>
      <p class="lead">${text}</p>
      ${onward === undefined ? nothing : html`<p><a class="button" href="${onward.href}">${onward.name}</a></p>`}
    </section>`;
