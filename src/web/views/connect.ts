/** Connecting an account: the choice, the guided registration, the way out, and what went wrong on the way back. */
import { html } from "hono/html";
import type { KnownClient } from "../../flows/accounts/client-of.ts";
import type { SignedIn } from "../../flows/accounts/finish-sign-in.ts";
import type { ClientTyped } from "../../flows/accounts/read-client.ts";
import type { AccountSeen } from "../../store/read/accounts.ts";
import type { AdminWaitSeen } from "../../store/read/admin-waits.ts";
import { accountLine } from "./accounts.ts";
import { adminLink, adminWaitView, firstWaits } from "./admin-wait.ts";
import { copyable } from "./copyable.ts";
import { changing, type Html, icon, nothing, type Piece } from "./html.ts";
import type { Frame } from "./layout.ts";
import { providerNames } from "./provider-names.ts";
import { scopeWords } from "./scope-words.ts";

type Provider = AdminWaitSeen["provider"];

export type ConnectParts = {
  known: Readonly<Record<Provider, KnownClient | undefined>>;
  waits: readonly AdminWaitSeen[];
  accounts: readonly AccountSeen[];
};

export const connectView = (frame: Frame, { known, waits, accounts }: ConnectParts): Html => html`
  <h1>Connect an account</h1>
  <p class="lead">Rapport reads whom you wrote to and whom you met, and puts letters among your drafts. It deletes and marks nothing,
    and no letter leaves without your yes.</p>
  ${firstWaits(waits).map((wait) => adminWaitView(frame, wait))}
  ${(["google", "microsoft"] as const).map((provider) => choice(frame, provider, known[provider]))}
  ${accounts.length === 0 ? nothing : html`<section aria-labelledby="connected"><h2 id="connected">Connected already</h2><ul class="rows">${accounts.map((one) => accountLine(frame, one))}</ul></section>`}
  <p class="quiet">No account at hand? <a href="/import">Import export files</a> instead.</p>`;

const choice = (frame: Frame, provider: Provider, known: KnownClient | undefined): Html => html`
  <section class="panel" aria-labelledby="${provider}-title">
    <h2 id="${provider}-title">${providerNames[provider]}</h2>
    ${
      known === undefined
        ? unregistered(frame, provider)
        : html`${standingLine(frame, provider, known)}
          ${changing(
            { token: frame.token, action: `/connect/${provider}`, attributes: html`class="stack"` },
            html`<fieldset><legend>What may Rapport write there? You can leave all of it out, and change it later on the page of the account.</legend>
              <label class="check"><input type="checkbox" name="wish" value="contacts"> New people into your address book</label>
              <label class="check"><input type="checkbox" name="wish" value="tasks"> The 30-day reminder into your tasks</label>
              <label class="check"><input type="checkbox" name="wish" value="drafts"> Letters that wait among your drafts</label></fieldset>
            <button class="main-button">Connect ${providerNames[provider]} ${icon(frame.icons, "arrow")}</button>`,
          )}
          ${known.from === "page" && frame.isOperator ? html`<p class="quiet"><a href="/connect/${provider}/register">Change the registration</a></p>` : nothing}`
    }
  </section>`;

const unregistered = (frame: Frame, provider: Provider): Html =>
  frame.isOperator
    ? html`<p>Your Rapport is your own, so it needs a registration of its own at ${providerNames[provider]}: ten minutes, once, free of charge.</p>
      <p><a class="main-button" href="/connect/${provider}/register">Register it, step by step</a></p>`
    : html`<p>This Rapport has no registration at ${providerNames[provider]} yet. Ask whoever looks after it: it takes them ten minutes, once.</p>`;

function standingLine(frame: Frame, provider: Provider, known: KnownClient): Piece {
  if (known.from === "environment") return html`<p class="quiet">Registered by the settings of this installation.</p>`;
  const { wrongSetting, because, isTesting } = known.standing;
  if (wrongSetting !== undefined)
    return html`<p class="trouble">The last try failed: ${because} ${frame.isOperator ? html`<a href="/connect/${provider}/register">Look at the registration</a>.` : askOperator}</p>`;
  return provider === "google" && isTesting ? testingNotice : nothing;
}

const askOperator = "Ask whoever looks after this Rapport to put it right.";

const testingNotice = html`<p class="notice">The consent screen of this registration is in <em>Testing</em>: Google takes access back after
  seven days, and you connect again with one click. Publish the screen to keep it for good.</p>`;

export type SetUpParts = {
  provider: Provider;
  known: KnownClient | undefined;
  redirect: string;
  scopes: readonly string[];
  refused?: { typed: ClientTyped; field: keyof ClientTyped; because: string };
};

export const setUpView = (frame: Frame, parts: SetUpParts): Html => html`
  <p class="trail"><a href="/connect">Connect</a></p>
  <h1>Register your Rapport at ${providerNames[parts.provider]}</h1>
  <p class="lead">${providerNames[parts.provider]} gives mail and calendars only to programs that it knows. You make one that is yours alone: nobody else can use it, and nobody between you and ${providerNames[parts.provider]} sees anything.</p>
  ${parts.provider === "google" ? googleSteps(frame, parts) : microsoftSteps(frame, parts)}
  ${setUpForm(frame, parts)}`;

const scopeList = (scopes: readonly string[]): Html => html`
  <details><summary>What each of them is for</summary><dl class="scopes">${scopes.map((scope) => html`<div><dt><code>${scope}</code></dt><dd>${scopeWords(scope)}</dd></div>`)}</dl></details>`;

const googleSteps = (frame: Frame, { redirect, scopes }: SetUpParts): Html => html`
  <ol class="steps">
    <li>Open <a href="https://console.cloud.google.com/projectcreate" rel="noreferrer">the Google Cloud console</a>, signed in with any Google account of yours, and create a project. Its name is yours to choose.</li>
    <li>Under <em>APIs &amp; Services, Library</em> enable these: <strong>Gmail API</strong>, <strong>Google Calendar API</strong>, <strong>People API</strong>, <strong>Google Tasks API</strong>.</li>
    <li>Under <em>Google Auth Platform, Audience</em> choose <strong>Internal</strong> if your organisation runs Google Workspace: then nothing below ends by itself. Otherwise choose <strong>External</strong>.
      <p class="notice">An External screen in <em>Testing</em> lets only the test users in whom you list, and <strong>takes access back after seven days</strong>. Press <em>Publish app</em> to avoid it: for your own use Google asks for no review; it shows one warning page when you connect, where <em>Advanced</em> leads on.</p></li>
    <li>Under <em>Data Access</em> add these scopes:${copyable(frame, "scopes", "Scopes", scopes.join("\n"))}${scopeList(scopes)}</li>
    <li>Under <em>Clients</em> create a client of the type <strong>Web application</strong> with this address among its <em>Authorised redirect URIs</em>:${copyable(frame, "redirect", "Redirect address", redirect)}</li>
    <li>Download its JSON and paste it below.</li>
  </ol>`;

const microsoftSteps = (frame: Frame, { redirect, scopes }: SetUpParts): Html => html`
  <ol class="steps">
    <li>Open <a href="https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade" rel="noreferrer">App registrations in Microsoft Entra</a> and press <em>New registration</em>. Its name is yours to choose.</li>
    <li>As supported accounts choose <strong>any organisational directory and personal Microsoft accounts</strong>, or your organisation alone.</li>
    <li>As redirect address choose the platform <strong>Web</strong> and enter:${copyable(frame, "redirect", "Redirect address", redirect)}</li>
    <li>Under <em>API permissions</em> add these <em>delegated</em> permissions of Microsoft Graph:${copyable(frame, "scopes", "Permissions", scopes.join("\n"))}${scopeList(scopes)}
      <p class="notice">Many organisations let only an administrator allow access to mail. Rapport then shows a link for them, and waits.</p></li>
    <li>Under <em>Certificates &amp; secrets</em> make a <em>client secret</em> and copy its <strong>Value</strong>; it is shown only once.</li>
    <li>Copy the <em>Application (client) ID</em> from the overview, and enter both below.</li>
  </ol>`;

const noneTyped: ClientTyped = { json: "", clientId: "", clientSecret: "", tenant: "" };

function setUpForm(frame: Frame, { provider, known, refused }: SetUpParts): Html {
  const typed = refused?.typed ?? noneTyped;
  const say = (field: keyof ClientTyped): Piece =>
    refused?.field === field
      ? html`<p class="trouble" role="alert" id="${field}-trouble">${refused.because}</p>`
      : nothing;
  const mark = (field: keyof ClientTyped): Piece =>
    refused?.field === field ? html`aria-invalid="true" aria-describedby="${field}-trouble"` : nothing;
  const isTesting = known?.from === "page" && known.standing.isTesting;
  return changing(
    { token: frame.token, action: `/connect/${provider}/register`, attributes: html`class="panel stack"` },
    html`<h2>What you got</h2>
    ${
      provider === "google"
        ? html`<label for="json">The client's JSON</label>
          <textarea id="json" name="json" rows="5" spellcheck="false" autocomplete="off" ${mark("json")}>${typed.json}</textarea>${say("json")}
          <p class="quiet">Or its id and secret:</p>`
        : nothing
    }
    <label for="clientId">${provider === "google" ? "Client id" : "Application (client) ID"}</label>
    <input id="clientId" name="clientId" value="${typed.clientId}" spellcheck="false" autocomplete="off" ${mark("clientId")}>${say("clientId")}
    <label for="clientSecret">Client secret${provider === "google" ? "" : " (Value)"}</label>
    <input id="clientSecret" name="clientSecret" type="password" value="${typed.clientSecret}" autocomplete="off" ${mark("clientSecret")}>${say("clientSecret")}
    ${
      provider === "google"
        ? html`<fieldset><legend>The consent screen is</legend>
          <label class="check"><input type="radio" name="testing" value="no" ${isTesting ? nothing : html`checked`}> Internal, or published</label>
          <label class="check"><input type="radio" name="testing" value="yes" ${isTesting ? html`checked` : nothing}> in Testing: remind me a day before access ends</label></fieldset>`
        : html`<label for="tenant">Tenant</label>
          <input id="tenant" name="tenant" value="${typed.tenant}" placeholder="common" spellcheck="false" autocomplete="off" ${mark("tenant")}>${say("tenant")}`
    }
    <p class="quiet">It is kept encrypted on this computer, and works at once.</p>
    <button class="main-button">Save and go on</button>`,
  );
}

export const onTheWayView = (frame: Frame, provider: Provider, url: string): Html => html`
  <section class="panel"><h1>To ${providerNames[provider]}…</h1>
    <p>You are being taken there to say yes. If nothing happens:</p>
    <p><a class="main-button" href="${url}" rel="noreferrer">Go to ${providerNames[provider]} ${icon(frame.icons, "arrow")}</a></p></section>`;

export function signInTroubleView(
  frame: Frame,
  {
    provider,
    signed,
    redirect,
  }: {
    provider: Provider;
    signed: Exclude<SignedIn, { kind: "connected" }>;
    redirect: string;
  },
): Html {
  const again = html`<p><a class="main-button" href="/connect">Try again</a></p>`;
  if (signed.kind === "another_account") {
    return html`<h1>That was another account</h1>
      <p>${signed.wanted} was to be connected again, and you came back as <strong>${signed.came}</strong>. Nothing was changed. To add ${signed.came} as well, connect it as a new account.</p>${again}`;
  }
  const { trouble } = signed;
  switch (trouble.kind) {
    case "declined":
      return html`<h1>Not connected</h1><p>${sentence(trouble.because)} Nothing was changed.</p>${again}`;
    case "needs_admin":
      return html`<h1>Waiting for your administrator</h1>
        <p>Your organisation lets only an administrator allow this. ${sentence(trouble.because)}</p>
        ${adminLink(frame, provider, trouble.link)}
        <p>Under <a href="/connect">Connect</a> this stays until you try again, or forget it.</p>`;
    case "wrong_setting":
      return html`<h1>The registration is not right yet</h1><p class="trouble">${sentence(trouble.because)}</p>
        ${trouble.setting === "redirect" ? copyable(frame, "redirect", "Redirect address to register", redirect) : nothing}
        ${frame.isOperator ? html`<p><a class="main-button" href="/connect/${provider}/register">Look at the registration</a></p>` : html`<p>${askOperator}</p>`}`;
    case "stale":
    case "refused":
    case "unreachable":
      return html`<h1>Not connected</h1><p>${sentence(trouble.because)} Nothing was changed.</p>${again}`;
  }
}

const sentence = (because: string): string => {
  const text = because.charAt(0).toUpperCase() + because.slice(1);
  return /[.!?]$/.test(text) ? text : `${text}.`;
};
