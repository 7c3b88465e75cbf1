/**
 * The pages of the authorisation servers: plain forms that post to the address they came from, so that a browser and a
 * script can both use them. Showing a page never grants anything.
 */
import { html } from "hono/html";
import type { CloudAccount } from "../cloud/account.ts";

type Html = ReturnType<typeof html>;

export type AskedScope = { scope: string; says: string /** Cannot be left out. */; isFixed?: boolean };

/** Who is it, and what may the program do? Posts `account`, `scope` (each that is ticked) and `decision`. */
export function consentPage(asked: {
  provider: string;
  program: string;
  accounts: readonly CloudAccount[];
  chosen: CloudAccount | undefined;
  scopes: readonly AskedScope[];
  /** Google lets people untick; Microsoft does not. */
  isPartial: boolean;
}): Html {
  const { provider, program, accounts, chosen, scopes, isPartial } = asked;
  return page(
    `Sign in to ${provider}`,
    html`<p>${program} wants to use your account.</p>
      <form method="post">
        <fieldset>
          <legend>Account</legend>
          ${accounts.map(
            (account) => html`<label
              ><input type="radio" name="account" value="${account.subject}" required ${account === chosen || asked.accounts.length === 1 ? "checked" : ""} />
              ${account.given} ${account.family} (${account.address})</label
            >`,
          )}
        </fieldset>
        <fieldset>
          <legend>What it may do</legend>
          ${scopes.map(({ scope, says, isFixed = false }) =>
            isPartial && !isFixed
              ? html`<label><input type="checkbox" name="scope" value="${scope}" checked /> ${says}</label>`
              : html`<p>${says}</p>`,
          )}
        </fieldset>
        <button name="decision" value="allow">Allow</button>
        <button name="decision" value="deny" formnovalidate>Cancel</button>
      </form>`,
  );
}

/** Their organisation lets only an administrator decide. Posts `account` and `decision=return`. */
export const adminNeededPage = (program: string, account: CloudAccount): Html =>
  page(
    "Need admin approval",
    html`<p>${program} needs permission that only an administrator of your organisation can give.</p>
      <form method="post">
        <input type="hidden" name="account" value="${account.subject}" />
        <button name="decision" value="return">Return to the application without granting consent</button>
      </form>`,
  );

/** An administrator decides for everybody in the tenant. */
export const adminConsentPage = (program: string, tenant: string, scopes: readonly string[]): Html =>
  page(
    "Permissions requested",
    html`<p>${program} asks for these permissions for everybody in ${tenant}:</p>
      <ul>
        ${scopes.map((scope) => html`<li>${scope}</li>`)}
      </ul>
      <form method="post">
        <button name="decision" value="allow">Accept</button>
        <button name="decision" value="deny">Cancel</button>
      </form>`,
  );

/** The person is not sent back: the program that sent them is not to be trusted with an answer. */
export const errorPage = (title: string, says: string): Html => page(title, html`<p>${says}</p>`);

const page = (title: string, body: Html): Html =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title} (sandbox)</title>
        <link rel="icon" href="data:," />
        <style>
          body { font: 1rem/1.5 system-ui, sans-serif; max-width: 36rem; margin: 3rem auto; padding: 0 1rem }
          label { display: block }
        </style>
      </head>
      <body>
        <h1>${title}</h1>
        <p>This is a sandbox: its people are invented, and nothing leaves this computer.</p>
        ${body}
      </body>
    </html>`;
