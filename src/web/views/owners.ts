/** The owners of an installation, as its operators see them. */
import { html } from "hono/html";
import type { InvitationId, OwnerId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/time.ts";
import type { OwnerListed } from "../../store/read/owners.ts";
import { copyable } from "./copyable.ts";
import { changing, type Html, nothing, type Piece } from "./html.ts";
import type { Frame } from "./layout.ts";
import { counted, moment, type Seen, when } from "./when.ts";

export const ownersPath = "/owners";

/** What the answer to a form adds to the page. */
export type OwnersSaid = { trouble?: string; link?: string };

export type OwnersParts = {
  owners: readonly OwnerListed[];
  self: OwnerId;
  hasPassphrase: boolean;
  invitations: readonly { invitationId: InvitationId; endsAt: Instant }[];
  /** By the real clock, as sessions and invitations are. */
  seen: Seen;
  said: OwnersSaid;
};

export const ownersView = (frame: Frame, parts: OwnersParts): Html => html`
  <p class="trail"><a href="/settings">Settings</a></p>
  <h1>Owners</h1>
  <p>Each has their own accounts, people and letters, and sees nobody else's. Operators also see this page, and enter what
    Google and Microsoft need to know of this installation.</p>
  ${parts.said.trouble === undefined ? nothing : html`<p class="trouble" role="alert">${parts.said.trouble}</p>`}
  ${parts.said.link === undefined ? nothing : linkPanel(frame, parts.said.link)}
  ${parts.owners.map((owner) => ownerPanel(frame, parts, owner))}
  ${invitePanel(frame, parts)}`;

const linkPanel = (frame: Frame, link: string): Html => html`
  <section class="panel" role="status"><h2>The invitation</h2>
    <p>Give this link to whom you invite. It opens once, within seven days, and is shown only now.</p>
    ${copyable(frame, "invitation", "Link", link)}</section>`;

const ownerPanel = (frame: Frame, { owners, self, seen }: OwnersParts, owner: OwnerListed): Html => html`
  <section class="panel"><h2 dir="auto">${owner.name}${owner.ownerId === self ? " (you)" : ""}</h2>
    <p>${owner.role === "operator" ? "Operator" : "Owner"}${owner.signInName === undefined ? nothing : html`, signs in as <bdi>${owner.signInName}</bdi>`};
      ${owner.accounts === 0 ? "no account connected" : `${counted(owner.accounts, "account")} connected`};
      ${owner.seenAt === undefined ? "not signed in" : html`last seen ${when(owner.seenAt, seen)}`}.</p>
    ${owner.isBeingErased ? html`<p>Everything of theirs is being erased.</p>` : ownerForms(frame, owner, { isSelf: owner.ownerId === self, isLastOperator: isLastOperator(owners, owner) })}</section>`;

/** One always stays. */
const isLastOperator = (owners: readonly OwnerListed[], { ownerId }: OwnerListed): boolean =>
  owners.every((one) => one.ownerId === ownerId || one.role !== "operator" || one.isBeingErased);

const ownerForms = (
  frame: Frame,
  owner: OwnerListed,
  { isSelf, isLastOperator }: { isSelf: boolean; isLastOperator: boolean },
): Html => html`
  ${
    owner.role === "operator" && isLastOperator
      ? nothing
      : changing(
          { token: frame.token, action: `${ownersPath}/${owner.ownerId}/role` },
          owner.role === "operator"
            ? html`<button class="button" name="role" value="owner">Operator no more</button>`
            : html`<button class="button" name="role" value="operator">Make an operator</button>`,
        )
  }
  ${isSelf || owner.signInName === undefined ? nothing : removeForm(frame, owner)}`;

const removeForm = (frame: Frame, { ownerId, signInName }: OwnerListed): Html => html`
  <details><summary>Remove, and erase everything of theirs</summary>
    <p>It cannot be had back. They are signed out at once; letters that left and entries in their calendars stay.</p>
    ${changing(
      {
        token: frame.token,
        action: `${ownersPath}/${ownerId}/remove`,
        attributes: html`class="stack narrow" autocomplete="off"`,
      },
      html`<label for="confirm-${ownerId}">Type <bdi>${signInName}</bdi> to say that you mean it</label>
      <input id="confirm-${ownerId}" name="confirm" required spellcheck="false" dir="auto">
      <button class="button">Remove for good</button>`,
    )}</details>`;

const invitePanel = (frame: Frame, parts: OwnersParts): Html => html`
  <section class="panel"><h2>Invite somebody</h2>
    <p>As soon as somebody joins, everybody signs in with name and passphrase, at this computer too.</p>
    ${
      parts.hasPassphrase
        ? inviteForm(frame, parts)
        : html`<p><a href="/settings">Set a passphrase under Settings</a> first: you will need it to get in.</p>`
    }
    ${parts.invitations.map(({ invitationId, endsAt }) =>
      changing(
        { token: frame.token, action: `${ownersPath}/invitations/${invitationId}/take-back` },
        html`<p>A link is open until ${moment(endsAt, parts.seen)}. <button class="button">Take it back</button></p>`,
      ),
    )}</section>`;

function inviteForm(frame: Frame, { owners, self }: OwnersParts): Html {
  const own = owners.find(({ ownerId }) => ownerId === self);
  const nameField: Piece =
    own?.signInName !== undefined
      ? nothing
      : html`<label for="ownName">The name that you will sign in with yourself</label>
        <input id="ownName" name="ownName" maxlength="64" required spellcheck="false" autocomplete="username" dir="auto">`;
  return changing(
    { token: frame.token, action: `${ownersPath}/invite`, attributes: html`class="stack narrow"` },
    html`${nameField}<button class="button">Make a link</button>`,
  );
}
