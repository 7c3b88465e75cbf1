/** What somebody sees who is not signed in. */
import { html } from "hono/html";
import { type Html, nothing } from "./html.ts";
import type { Frame } from "./layout.ts";
import { providerNames } from "./provider-names.ts";

type Provider = keyof typeof providerNames;

export type DoorParts = {
  /** Offered only when a passphrase is set. */
  canSignIn: boolean;
  /** Several people are at home: each signs in by name, and no key opens. */
  isShared: boolean;
  /** Whose accounts open somebody's pages here. */
  providers: readonly Provider[];
  trouble?: string;
};

export const doorView = (frame: Frame, { canSignIn, isShared, providers, trouble }: DoorParts): Html => html`
  <section class="door">
    <img src="${frame.assets.path("mark.svg")}" alt="" width="56" height="56">
    <h1>Rapport is running</h1>
    ${isShared ? nothing : keyLead(canSignIn || providers.length > 0)}
    ${trouble === undefined ? nothing : html`<p class="trouble" role="alert">${trouble}</p>`}
    ${canSignIn || isShared ? signInForm(isShared) : providers.length > 0 ? nothing : html`<p class="quiet">Later you can set a passphrase under Settings and sign in with it here.</p>`}
    ${providers.length === 0 ? nothing : html`<div class="stack narrow">${providers.map(entryForm)}</div>`}
  </section>`;

const entryForm = (provider: Provider): Html => html`
  <form method="post" action="/sign-in/${provider}"><button class="button">Sign in with ${providerNames[provider]}</button></form>`;

/** `isOneOfSeveral`: beside the key a passphrase or an account opens them. */
const keyLead = (isOneOfSeveral: boolean): Html => html`
    <p class="lead">It is yours alone, so it opens ${isOneOfSeveral ? "with its key or once you sign in" : "only with its key"}. In the terminal where you started it stands an address
      that ends in <code>?key=…</code>: open that one${isOneOfSeveral ? ", or sign in here" : ""}.</p>`;

const signInForm = (isShared: boolean): Html => html`
  <form class="stack narrow" method="post" action="/sign-in">
    ${
      isShared
        ? html`<label for="name">Your name</label>
    <input id="name" name="name" autocomplete="username" spellcheck="false" required dir="auto">`
        : nothing
    }
    <label for="passphrase">${isShared ? "Your passphrase" : "Or sign in with your passphrase"}</label>
    <input id="passphrase" name="passphrase" type="password" autocomplete="current-password" required>
    <button class="main-button">Sign in</button>
  </form>`;
