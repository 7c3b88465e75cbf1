/** What Rapport may write into an account, what stands there, and what its owner did with it. */
import { html } from "hono/html";
import type { WrittenKind, WrittenState } from "../../domain/write-back/written.ts";
import type { WriteWish } from "../../flows/write-back/choose-wishes.ts";
import type { AccountSeen } from "../../store/read/accounts.ts";
import type { WrittenSeen } from "../../store/read/written.ts";
import { changing, type Html, nothing, type Piece } from "./html.ts";
import type { Frame } from "./layout.ts";
import { counted } from "./when.ts";

const wishWords: Readonly<Record<WriteWish, string>> = {
  drafts: "Letters that wait, among my drafts: I may send them from there. What I change there is left alone.",
  contacts:
    "A card in my address book for whoever I met within two days; in one that is there, only what is empty is filled in.",
  tasks: "A task for each thirty-day reminder. Ticked off, it counts as a call.",
  holds: "Times that I named in a letter, as tentative entries in my calendar until they are answered.",
};

const kinds: Readonly<Record<WrittenKind, string>> = { card: "card", task: "task", draft: "draft" };

export const writtenView = (
  frame: Frame,
  { account, possible, written }: { account: AccountSeen; possible: readonly WriteWish[]; written: WrittenSeen },
): Html => html`
  <section class="panel" aria-labelledby="written-title"><h2 id="written-title">What Rapport writes there</h2>
    <p>Nothing, unless you tick it. What you delete there never comes again.</p>
    ${changing(
      { token: frame.token, action: `/accounts/${account.accountId}/wishes`, attributes: html`class="stack"` },
      html`${(Object.keys(wishWords) as WriteWish[]).map((wish) => wishLine(account, wish, possible.includes(wish)))}
      <button class="button">Save the choice</button>`,
    )}
    ${standingLine(written)}
    ${written.told.length === 0 ? nothing : html`<ul class="rows">${written.told.map(toldLine)}</ul>`}
    ${
      written.told.some(({ state }) => state === "refused")
        ? changing(
            { token: frame.token, action: `/accounts/${account.accountId}/wishes/retry` },
            html`<button class="button">Try what was not taken again</button>`,
          )
        : nothing
    }</section>`;

const wishLine = ({ wishes }: AccountSeen, wish: WriteWish, isPossible: boolean): Html => html`
  <label class="check"><input type="checkbox" name="wish" value="${wish}" ${wishes.includes(wish) ? html`checked` : nothing} ${isPossible ? nothing : html`disabled`}>
    <span>${wishWords[wish]}${isPossible ? nothing : html` <span class="quiet">(not allowed at the provider so far)</span>`}</span></label>`;

function standingLine({ standing }: WrittenSeen): Piece {
  const said = (Object.keys(kinds) as WrittenKind[]).filter((kind) => standing[kind] > 0);
  return said.length === 0
    ? nothing
    : html`<p>There now: ${said.map((kind) => counted(standing[kind], kinds[kind])).join(", ")}.</p>`;
}

const toldLine = ({ kind, name, state, because }: WrittenSeen["told"][number]): Html => html`
  <li class="row"><span class="row-main"><span dir="auto">${name}</span>
    <span class="quiet">${kinds[kind]}: ${storyOf(state)}${because === undefined ? nothing : ` (${because})`}</span></span></li>`;

/** Of the states that are told. */
const storyOf = (state: WrittenState): string =>
  state === "changed"
    ? "you changed it there, so it is left alone"
    : state === "deleted"
      ? "you deleted it there, so it never comes again"
      : "the provider did not take it";
