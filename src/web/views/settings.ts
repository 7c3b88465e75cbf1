/** Settings: what is said of the owner, and the ways to all others. */
import { html } from "hono/html";
import type { SettingChanged } from "../../flows/owner/undo-setting.ts";
import type { EntryAccount } from "../../store/read/entry-accounts.ts";
import type { AddressSeen, OwnerSeen } from "../../store/read/owner.ts";
import { changing, type Html, nothing } from "./html.ts";
import type { Frame } from "./layout.ts";
import { newsSwitch } from "./news-switch.ts";
import { addressQuestion } from "./owner-addresses.ts";
import { providerNames } from "./provider-names.ts";
import { lastChangeView } from "./setting-change.ts";

export type SettingsParts = {
  owner: OwnerSeen;
  addresses: readonly AddressSeen[];
  zones: readonly string[];
  passphraseLengthMin: number;
  entryAccounts: readonly EntryAccount[];
  /** The last one that can be taken back. */
  change: SettingChanged | undefined;
  trouble?: string;
  /** What stood in a field that was refused. */
  typed?: SettingsTyped;
};
export type SettingsTyped = { zone?: string; address?: string };

export const settingsView = (frame: Frame, parts: SettingsParts): Html => html`
  <h1>Settings</h1>
  ${parts.trouble === undefined ? nothing : html`<p class="trouble" role="alert">${parts.trouble}</p>`}
  ${lastChangeView(frame, parts.change, "/settings")}
  ${parts.addresses.length === 0 ? nothing : addressQuestion(frame, parts.addresses, "/settings", parts.typed?.address)}
  ${nameForm(frame, parts)}
  ${zoneForm(frame, parts)}
  <section class="panel"><h2>Rules</h2>
    <p>What is due when, how often one person hears from you, quiet hours, how long meetings are.</p>
    <p><a class="button" href="/settings/rules">Every figure, explained</a></p></section>
  <section class="panel"><h2>Meeting people</h2>
    <p>Which times letters offer, where you meet, and by which link or number.</p>
    <p><a class="button" href="/settings/meeting">Your hours and rules</a></p></section>
  <section class="panel"><h2>Letters</h2>
    <p>What they say, and your own versions of them.</p>
    <p><a class="button" href="/settings/letters">Read or change the letters</a></p></section>
  <section class="panel"><h2>Sending</h2>
    <p>How long a yes can be taken back, and which letters go without being asked.</p>
    <p><a class="button" href="/settings/sending">How letters leave</a></p></section>
  <section class="panel"><h2>Your day</h2>
    <p>How long the daily round takes and when it is, and the mail that says what is due.</p>
    <p><a class="button" href="/today">The round</a> <a class="button" href="/digest">The daily mail</a></p></section>
  <section class="panel"><h2>Your data</h2>
    <p>Take everything along, keep texts shorter, see every approval, erase everything.</p>
    <p><a class="button" href="/settings/privacy">Your data</a></p></section>
  ${
    parts.owner.isOperator
      ? html`<section class="panel"><h2>Several people</h2>
    <p>Others may have their own Rapport in this installation, apart from yours.</p>
    <p><a class="button" href="/owners">Owners</a></p></section>`
      : nothing
  }
  ${passphraseForm(frame, parts)}
  ${entryForm(frame, parts)}
  ${newsSwitch(frame)}
  <section class="panel"><h2>This browser</h2>
    ${changing({ token: frame.token, action: "/sign-out" }, html`<button class="button">Sign out</button>`)}</section>`;

const nameForm = (frame: Frame, { owner }: SettingsParts): Html => html`
  <section class="panel"><h2>Your name</h2>
    <p>Letters are signed with the first of it.</p>
    ${changing(
      { token: frame.token, action: "/settings/name", attributes: html`class="stack narrow"` },
      html`<label for="name">First and last name</label>
      <input id="name" name="name" value="${owner.name ?? ""}" maxlength="100" autocomplete="name" required dir="auto">
      <button class="button">Save the name</button>`,
    )}</section>`;

const zoneForm = (frame: Frame, { owner, zones, typed }: SettingsParts): Html => html`
  <section class="panel"><h2>Time zone</h2>
    <p>Days, months and weekdays are counted here, and free times are offered in it.</p>
    ${changing(
      { token: frame.token, action: "/settings/zone", attributes: html`class="stack narrow"` },
      html`<label for="zone">Where you live</label>
      <input id="zone" name="zone" list="zones" value="${typed?.zone ?? owner.zone}" required spellcheck="false" autocomplete="off">
      <datalist id="zones">${zones.map((zone) => html`<option value="${zone}"></option>`)}</datalist>
      <button class="button">Save the zone</button>`,
    )}</section>`;

const passphraseForm = (frame: Frame, { owner, passphraseLengthMin }: SettingsParts): Html => html`
  <section class="panel"><h2>Passphrase</h2>
    <p>${
      owner.hasPassphrase
        ? "It opens these pages in any browser. Changing it signs out every other one."
        : "Without one these pages open on this computer only, with the address printed at the start. Set one to sign in from elsewhere."
    }</p>
    ${changing(
      { token: frame.token, action: "/settings/passphrase", attributes: html`class="stack narrow"` },
      html`${owner.hasPassphrase ? html`<label for="current">The one you have now</label><input id="current" name="current" type="password" autocomplete="current-password" required>` : nothing}
      <label for="next">New passphrase</label>
      <input id="next" name="next" type="password" minlength="${passphraseLengthMin}" autocomplete="new-password" required aria-describedby="next-hint">
      <p id="next-hint" class="quiet">At least ${passphraseLengthMin} characters; a few words are easier to keep than signs.</p>
      <button class="button">${owner.hasPassphrase ? "Change the passphrase" : "Set the passphrase"}</button>`,
    )}</section>`;

const entryForm = (frame: Frame, { owner, entryAccounts }: SettingsParts): Html => html`
  <section class="panel"><h2>Signing in with Google or Microsoft</h2>
    <p>An account that you connected can open these pages: whoever signs in with it at its provider is you.</p>
    ${
      entryAccounts.length === 0
        ? html`<p class="quiet">None is connected yet. <a href="/connect">Connect one</a></p>`
        : changing(
            { token: frame.token, action: "/settings/entry", attributes: html`class="stack narrow"` },
            html`${entryAccounts.map(
              ({ accountId, provider, address, opens }) =>
                html`<label class="tick"><input type="checkbox" name="account" value="${accountId}" ${opens ? html`checked` : nothing}> ${address} <span class="quiet">${providerNames[provider]}</span></label>`,
            )}
      ${owner.hasPassphrase ? html`<label for="entry-current">Your passphrase</label><input id="entry-current" name="current" type="password" autocomplete="current-password" required>` : nothing}
      <button class="button">Save who opens these pages</button>`,
          )
    }</section>`;
