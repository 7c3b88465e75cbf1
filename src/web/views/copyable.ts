/** Text that is to be pasted elsewhere; the button comes with the page's script. */
import { html } from "hono/html";
import { type Html, icon } from "./html.ts";
import type { Frame } from "./layout.ts";

export const copyable = (frame: Frame, id: string, label: string, text: string): Html => html`
  <div class="copyable"><p class="quiet" id="${id}-label">${label}</p>
    <pre id="${id}" tabindex="0" aria-labelledby="${id}-label">${text}</pre>
    <button class="button" type="button" data-copy="${id}" hidden>${icon(frame.icons, "copy")} <span>Copy</span></button></div>`;
