/** What somebody sees who is not signed in. */
import { html } from "hono/html";
import { type Html, nothing } from "./html.ts";
import type { Frame } from "./layout.ts";

export type DoorParts = {
  /** Offered only when a passphrase is set. */
  canSignIn: boolean;
  trouble?: string;
};

export const doorView = (frame: Frame, { canSignIn, trouble }: DoorParts): Html => html`
  <section class="door">
    <img src="${frame.assets.path("mark.svg")}" alt="" width="56" height="56">
    <h1>Rapport is running</h1>
    <p class="lead">It is yours alone, so it opens only with its key. In the terminal where you started it stands an address
      that ends in <code>?key=…</code>: open that one.</p>
    ${trouble === undefined ? nothing : html`<p class="trouble" role="alert">${trouble}</p>`}
    ${canSignIn ? signInForm : html`<p class="quiet">Later you can set a passphrase under Settings and sign in with it here.</p>`}
  </section>`;

const signInForm = html`
  <form class="stack narrow" method="post" action="/sign-in">
    <label for="passphrase">Or sign in with your passphrase</label>
    <input id="passphrase" name="passphrase" type="password" autocomplete="current-password" required>
    <button class="main-button">Sign in</button>
  </form>`;
