/** What somebody sees who was invited. */
import { html } from "hono/html";
import { changing, type Html, nothing } from "./html.ts";
import type { Frame } from "./layout.ts";

export type InvitationParts = {
  action: string;
  passphraseLengthMin: number;
  refused?: { says: string; name: string };
};

export const invitationView = (frame: Frame, { action, passphraseLengthMin, refused }: InvitationParts): Html => html`
  <section class="door">
    <img src="${frame.assets.path("mark.svg")}" alt="" width="56" height="56">
    <h1>You are invited</h1>
    <p class="lead">Rapport remembers whom you met and helps you keep in touch. Your mail, your people and your letters here
      are yours alone: whoever invited you does not see them in these pages.</p>
    ${refused === undefined ? nothing : html`<p class="trouble" role="alert">${refused.says}</p>`}
    ${changing(
      { token: frame.token, action, attributes: html`class="stack narrow"` },
      html`<label for="name">Your name, to sign in with</label>
      <input id="name" name="name" value="${refused?.name ?? ""}" maxlength="64" autocomplete="username" required dir="auto">
      <label for="passphrase">A passphrase</label>
      <input id="passphrase" name="passphrase" type="password" minlength="${passphraseLengthMin}" autocomplete="new-password" required aria-describedby="passphrase-hint">
      <p id="passphrase-hint" class="quiet">At least ${passphraseLengthMin} characters; a few words are easier to keep than signs.</p>
      <button class="main-button">Join</button>`,
    )}
    <p class="quiet">This link opens once. Accounts are connected afterwards.</p>
  </section>`;
