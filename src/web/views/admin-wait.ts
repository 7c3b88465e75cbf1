/** A connection that waits for the administrator of an organisation: the link for them, how long, once more, or not at all. */
import { html } from "hono/html";
import type { AdminWaitSeen } from "../../store/read/admin-waits.ts";
import { copyable } from "./copyable.ts";
import { changing, type Html, nothing, type Piece } from "./html.ts";
import type { Frame } from "./layout.ts";
import { providerNames } from "./provider-names.ts";
import { when } from "./when.ts";

/** Those that wait to be connected for the first time. */
export const firstWaits = (waits: readonly AdminWaitSeen[]): AdminWaitSeen[] =>
  waits.filter(({ accountId }) => accountId === undefined);

export const adminLink = (frame: Frame, provider: AdminWaitSeen["provider"], link: string | undefined): Piece =>
  link === undefined
    ? nothing
    : html`<p>Send them this link; when they have said yes, try again.</p>
      ${copyable(frame, `${provider}-admin-link`, "Link for the administrator", link)}`;

/** The forms stand side by side: one tries with what was ticked the first time, the other one lets it go. */
export const adminWaitView = (frame: Frame, { provider, because, link, wishes, since }: AdminWaitSeen): Html => html`
  <section class="panel" aria-labelledby="${provider}-wait-title">
    <h2 id="${provider}-wait-title">${providerNames[provider]}: waiting for your administrator</h2>
    <p>First tried ${when(since, frame.seen)}: ${because}.</p>
    ${adminLink(frame, provider, link)}
    ${changing(
      { token: frame.token, action: `/connect/${provider}` },
      html`${wishes.map((wish) => html`<input type="hidden" name="wish" value="${wish}">`)}<button class="main-button">Try again</button>`,
    )}
    ${changing({ token: frame.token, action: `/connect/${provider}/forget` }, html`<button class="button">Forget it</button>`)}
  </section>`;
